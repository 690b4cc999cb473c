import { type Check, type Complaint, type File, isCode, isGenerated, isTest, type Node, type Tree, walk } from "./tree.ts";

const fileLines = 500;
const functionLines = 70;

/** Files of at most 500 lines (aim for 300), functions of at most 70; what a generator writes is exempt. */
export const sizes: Check = (tree) =>
  tree.files.flatMap((file) => {
    if (isGenerated(file.path) || !(isCode(file.path) || /\.(?:css|sql|sh)$/.test(file.path))) return [];
    const lines = file.text.replace(/\n$/, "").split("\n").length;
    const long = { path: file.path, line: fileLines, said: `has ${lines} lines, ${fileLines} is the limit and 300 the aim; divide it by what it is about.` };
    return [...(lines > fileLines ? [long] : []), ...(isCode(file.path) ? longFunctions(tree, file) : [])];
  });

function longFunctions(tree: Tree, file: File): Complaint[] {
  const complaints: Complaint[] = [];
  walk(tree.parse(file).program, (node, above) => {
    if (node.type !== "FunctionDeclaration" && node.type !== "FunctionExpression" && node.type !== "ArrowFunctionExpression") return;
    const holder = above.at(-1);
    // A callback in a test file is a chapter of tests, no function that anyone reads as one.
    if (isTest(file.path) && holder?.type === "CallExpression") return;
    const lines = tree.line(file, node.end) - tree.line(file, node.start) + 1;
    if (lines <= functionLines) return;
    const said = `${nameOfFunction(node, holder)} has ${lines} lines, ${functionLines} is the limit; give its steps functions of their own.`;
    complaints.push({ path: file.path, line: tree.line(file, node.start), said });
  });
  return complaints;
}

function nameOfFunction(node: Node, holder: Node | undefined): string {
  if (node.type === "FunctionDeclaration" && node.id) return `function ${node.id.name}`;
  if (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier") return `function ${holder.id.name}`;
  if ((holder?.type === "MethodDefinition" || holder?.type === "Property") && holder.key.type === "Identifier") return `function ${holder.key.name}`;
  return "an unnamed function";
}
