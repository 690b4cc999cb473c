import type { Check, Complaint } from "./tree.ts";

/** No file that only hands on what others export, and no `export *`: an import names the file where the thing is. */
export const barrels: Check = (tree) => {
  const complaints: Complaint[] = [];
  for (const file of tree.code()) {
    const body = tree.parse(file).program.body;
    const handsOn = body.filter(
      (node) => node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node.declaration === null),
    );
    const own = body.filter((node) => node.type !== "ImportDeclaration" && !handsOn.includes(node));
    const star = body.find((node) => node.type === "ExportAllDeclaration");
    if (handsOn.length > 0 && own.length === 0) {
      const said = "only hands on what other files export (a barrel); delete it and import from the files themselves.";
      complaints.push({ path: file.path, line: 1, said });
    } else if (star !== undefined) {
      const said = "exports everything of another file; name what it hands on, or let readers import the file itself.";
      complaints.push({ path: file.path, line: tree.line(file, star.start), said });
    }
  }
  return complaints;
};
