import { type Check, type Complaint, isTest, type Node } from "./tree.ts";

/** No state in a module: a server process holds none, so that any of them can answer and a test starts clean. */
export const state: Check = (tree) =>
  tree.code().flatMap((file) => {
    if (isTest(file.path) || !/^(?:base|kernel|packs|server|cli)\//.test(file.path)) return [];
    const complaints: Complaint[] = [];
    for (const statement of tree.parse(file).program.body) {
      const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (node?.type !== "VariableDeclaration") continue;
      for (const { id, init } of node.declarations) {
        if (id.type !== "Identifier" || !(node.kind === "let" || node.kind === "var" || isEmptyHolder(init))) continue;
        // `const none: readonly Item[] = []` stays empty.
        if (node.kind === "const" && /:\s*(?:readonly\b|Readonly)/.test(file.text.slice(id.start, id.end))) continue;
        const said = `${id.name} is state of the module; make it in the function that starts the part and hand it on.`;
        complaints.push({ path: file.path, line: tree.line(file, node.start), said });
      }
    }
    return complaints;
  });

/** An empty Map, Set, list or object at the top of a module can only be there to be filled. */
function isEmptyHolder(node: Node | null): boolean {
  if (node?.type === "NewExpression") {
    return node.callee.type === "Identifier" && /^(?:Weak)?(?:Map|Set)$/.test(node.callee.name) && node.arguments.length === 0;
  }
  return (node?.type === "ArrayExpression" && node.elements.length === 0) || (node?.type === "ObjectExpression" && node.properties.length === 0);
}
