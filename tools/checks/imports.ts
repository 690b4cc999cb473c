import { declaredParts, lowerFloors, mayImport, nouns, placeOf, unitFolder } from "./layers.ts";
import { type Check, type Complaint, isTest, type Tree } from "./tree.ts";

/**
 * Imports point only downward (server, web, cli → packs → kernel → base), inside the kernel only leftward along
 * registry ← map ← ledger ← facts ← matters ← plan ← pack, inside a noun only along its declared parts; packs never
 * import packs; what is for tests is imported by tests.
 */
export const imports: Check = (tree) => {
  const complaints: Complaint[] = [...strangers(tree), ...undeclaredParts(tree)];
  for (const file of tree.code()) {
    for (const found of tree.parse(file).imports) {
      const complain = (said: string): void => {
        complaints.push({ path: file.path, line: found.line, said });
      };
      const target = tree.resolve(file.path, found.specifier);
      if (target !== undefined) {
        const said = refusal(tree, file.path, target);
        if (said !== undefined) complain(said);
      } else if (found.specifier.startsWith(".") && /\.m?js$/.test(file.path)) {
        // In TypeScript the compiler says it.
        complain(`imports ${found.specifier}, and there is no such file in the tree; correct the path or add the file.`);
      } else if (found.specifier.startsWith("/")) {
        complain(`imports ${found.specifier} by an absolute path; name it relative to this file.`);
      }
    }
  }
  return complaints;
};

function refusal(tree: Tree, from: string, to: string): string | undefined {
  const here = placeOf(from);
  const there = placeOf(to);
  if (isTest(to) && !isTest(from) && here.layer !== "top") {
    return `imports ${to}, which is for tests; move what the program needs out of it.`;
  }
  // What starts a whole server for a test stands in test/; tests of the floors that put things together may use it.
  if (isTest(from) && to.startsWith("test/") && (here.layer === "server" || here.layer === "cli" || here.layer === "web")) return undefined;
  if (!mayImport(here.layer, there.layer)) {
    return `imports ${to}: ${here.layer} imports only from ${lowerFloors(here.layer)}; move what is shared down, or hand it in from above.`;
  }
  if (here.layer === "kernel" && there.layer === "kernel") return insideKernel(tree, from, to);
  if (here.layer === "packs" && there.layer === "packs" && here.unit !== there.unit) {
    return `imports ${to} of another pack; packs meet through declared facts, cases and accounts.`;
  }
  return undefined;
}

function insideKernel(tree: Tree, from: string, to: string): string | undefined {
  const here = placeOf(from);
  const there = placeOf(to);
  if (here.unit !== there.unit) {
    const rank = (noun: string): number => nouns.findIndex((name) => name === noun);
    if (rank(there.unit) < rank(here.unit)) return undefined;
    return `imports ${to}: kernel/${here.unit} stands left of kernel/${there.unit} in ${nouns.join(" ← ")}; let ${there.unit} call ${here.unit} instead.`;
  }
  if (here.part === null || there.part === null || here.part === there.part) return undefined;
  const order = declaredParts(tree, unitFolder(from)) ?? [];
  const [mine, theirs] = [order.indexOf(here.part), order.indexOf(there.part)];
  if (mine < 0 || theirs < 0 || theirs < mine) return undefined;
  return `imports ${to}: in the order of parts of ${unitFolder(from)}, ${order.join(" ← ")}, ${here.part} stands left of ${there.part}; move what both need to the left.`;
}

/** Folders of the kernel that are no noun of the order. */
function strangers(tree: Tree): Complaint[] {
  const seen = new Map<string, string>();
  for (const file of tree.code()) {
    const { layer, unit } = placeOf(file.path);
    if (layer === "kernel" && !nouns.some((noun) => noun === unit) && !seen.has(unit)) seen.set(unit, file.path);
  }
  return [...seen].map(([unit, path]) => ({
    path,
    line: 1,
    said: `kernel/${unit} is no noun of the kernel's order (${nouns.join(" ← ")}); move it into one of them, to base or to a pack.`,
  }));
}

/** Parts of a noun that its README does not put in order. */
function undeclaredParts(tree: Tree): Complaint[] {
  const parts = new Map<string, Set<string>>();
  for (const file of tree.code()) {
    const { part } = placeOf(file.path);
    if (part === null || isTest(file.path)) continue;
    const unit = unitFolder(file.path);
    parts.set(unit, (parts.get(unit) ?? new Set<string>()).add(part));
  }
  const complaints: Complaint[] = [];
  for (const [unit, found] of parts) {
    const declared = declaredParts(tree, unit);
    const missing = [...found].filter((part) => !declared?.includes(part));
    if (missing.length === 0 || (declared === undefined && found.size === 1)) continue;
    const said =
      declared === undefined
        ? `${unit} has parts (${[...found].join(", ")}) without an order; write a line "Parts, in order: a ← b ← c" into its README.md.`
        : `the line of parts leaves out ${missing.join(", ")}; put it where its imports allow.`;
    complaints.push({ path: `${unit}/README.md`, line: 1, said });
  }
  return complaints;
}
