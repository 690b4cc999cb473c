import type { Check, Complaint, Tree } from "./tree.ts";

/** The least pack is README.md, pack.ts, text.ts; a noun of the kernel tells in README.md what it is. */
export const packs: Check = (tree) => [
  ...folders(tree, "packs").flatMap((folder) => lacking(tree, folder, ["README.md", "pack.ts", "text.ts"])),
  ...folders(tree, "kernel").flatMap((folder) => lacking(tree, folder, ["README.md"])),
  ...folders(tree, "cities").flatMap((folder) => lacking(tree, folder, ["README.md", "city.yaml", "plan.md"])),
];

function lacking(tree: Tree, folder: string, names: readonly string[]): Complaint[] {
  return names
    .filter((name) => tree.find(`${folder}/${name}`) === undefined)
    .map((name) => ({ path: `${folder}/${name}`, line: 1, said: `${folder} has no ${name}; write it.` }));
}

function folders(tree: Tree, above: string): string[] {
  const found = tree.files.flatMap(({ path }) => {
    const [first, second, third] = path.split("/");
    return first === above && second !== undefined && third !== undefined ? [`${above}/${second}`] : [];
  });
  return [...new Set(found)];
}
