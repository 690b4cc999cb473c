import type { Check, Complaint } from "./tree.ts";

/** Nothing is exported that no file names: what is not used is deleted, git remembers it. */
export const dead: Check = (tree) => {
  const code = tree.code();
  const named = new Map<string, number>();
  const all = code.map((file) => {
    const words = file.text.match(/[A-Za-z_$][\w$]*/g) ?? [];
    for (const word of new Set(words)) named.set(word, (named.get(word) ?? 0) + 1);
    return { file, words };
  });
  return all.flatMap(({ file, words }) => {
    if (!/^(?:base|kernel|packs|server|cli|web|tools)\//.test(file.path)) return [];
    const complaints: Complaint[] = [];
    for (const node of tree.parse(file).program.body) {
      if (node.type !== "ExportNamedDeclaration" || node.declaration === null) continue;
      const { declaration } = node;
      const ids = declaration.type === "VariableDeclaration" ? declaration.declarations.map((one) => one.id) : "id" in declaration ? [declaration.id] : [];
      for (const id of ids) {
        // A shape and its type share a name; two in a file are then no use of each other.
        if (id?.type !== "Identifier") continue;
        const name = id.name;
        const declared = file.text.match(new RegExp(`^export (?:async )?(?:const|function\\*?|class|interface|type|let) ${name}\\b`, "gm"))?.length ?? 1;
        if ((named.get(name) ?? 0) > 1 || words.filter((word) => word === name).length > declared) continue;
        complaints.push({ path: file.path, line: tree.line(file, node.start), said: `${name} is exported and no file uses it; delete it.` });
      }
    }
    return complaints;
  });
};
