import { type Check, type Complaint, type File, isGenerated, isTest, type Node, type Tree, walk } from "./tree.ts";

const kysely = new Set(["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto", "withSchema"]);
// In capitals or in small letters; "Select a file from the list" is a sentence for a reader.
const opening =
  "SELECT\\s[\\s\\S]*\\sFROM\\s|INSERT\\s+INTO\\s|UPDATE\\s+\\S+\\s+SET\\s|DELETE\\s+FROM\\s|GRANT\\s+\\w+|SET\\s+LOCAL\\s|COPY\\s+\\(|TRUNCATE\\s|" +
  "(?:CREATE|ALTER|DROP)\\s+(?:TABLE|SCHEMA|ROLE|INDEX|POLICY|FUNCTION|EXTENSION|VIEW|DATABASE)\\s";
const small = opening.replace(/[A-Z]{2,}/g, (word) => word.toLowerCase());
const statement = new RegExp(`^\\s*(?:${opening}|${small})`);

/** SQL stands only in queries.ts, queries/*, migrations and base/db. */
export const sqlPlaces: Check = (tree) =>
  tree.code().flatMap((file) => {
    if (mayHoldSql(file.path) || isTest(file.path) || isGenerated(file.path)) return [];
    const complaints: Complaint[] = [];
    walk(tree.parse(file).program, (node, above) => {
      const found = sqlIn(node, above);
      if (found === undefined) return;
      const said = `${found} stands outside queries.ts; put the statement into the queries.ts of its noun and call it from here.`;
      complaints.push({ path: file.path, line: tree.line(file, node.start), said });
    });
    return complaints;
  });

const mayHoldSql = (path: string): boolean =>
  /(?:^|\/)queries(?:\.ts$|\/)|\/migrations\/|^base\/db\/|(?:^|\/)text\.ts$|^(?:tools|test|bench)\//.test(path);

function sqlIn(node: Node, above: readonly Node[]): string | undefined {
  if (node.type === "TaggedTemplateExpression" && node.tag.type === "Identifier" && node.tag.name === "sql") return "sql`…`";
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && node.callee.property.type === "Identifier") {
    return kysely.has(node.callee.property.name) ? `.${node.callee.property.name}()` : undefined;
  }
  const inSql = above.some((one) => one.type === "TaggedTemplateExpression");
  const words = node.type === "Literal" && typeof node.value === "string" ? node.value : node.type === "TemplateElement" ? node.value.raw : "";
  return !inSql && statement.test(words) ? "a statement of SQL" : undefined;
}

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b/gi, "no triggers: the act that changes a row does the rest itself."],
  [/\bdeferrable\b/gi, "no deferrable constraints: they break where the city's schema is spread over nodes."],
  [/\bunlogged\b/gi, "no UNLOGGED tables: their rows vanish after a crash."],
  [/\binherits\s*\(/gi, "no INHERITS: a table stands for itself."],
  [/\bforce\s+row\s+level\s+security\b/gi, "no FORCE ROW LEVEL SECURITY: the owner migrates and backs up; the app owns no table."],
  [/\bclock_timestamp\s*\(|\brandom\s*\(|\bgen_random_uuid\s*\(/gi, "values are made by the application (now() is allowed)."],
  [/\b(?:big)?serial\b|\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b/gi, "keys are UUIDs that the application makes; a counter is no order across nodes."],
];

/** Migrations: numbered without a gap, and inside the rules of storage. */
export const migrations: Check = (tree) => {
  const found = tree.files.filter((file) => /(?:^|\/)migrations\/[^/]+\.sql$/.test(file.path));
  return [...numbers(found), ...found.flatMap((file) => [...forbiddenIn(tree, file), ...tablesIn(tree, file, found), ...changedInPlace(tree, file)])];
};

/** A table whose rows a role may change or delete is working state; ARCHITECTURE.md lists each by name. */
function changedInPlace(tree: Tree, file: File): Complaint[] {
  const listed = tree.find("ARCHITECTURE.md")?.text ?? "";
  const complaints: Complaint[] = [];
  for (const found of withoutComments(file.text).matchAll(/\bgrant\b([^;]*?)\bon\s+(?:table\s+)?([\w\s,.]+?)\s+to\s/gi)) {
    if (!/\b(?:update|delete|truncate|all)\b/i.test(found[1] ?? "")) continue;
    for (const table of (found[2] ?? "").split(",").map((name) => name.trim())) {
      if (new RegExp(`\\b${table}\\b`).test(listed)) continue;
      const said = `rows of ${table} may be changed in place; append instead, or name the table in the list of working state in ARCHITECTURE.md.`;
      complaints.push({ path: file.path, line: tree.line(file, found.index), said });
    }
  }
  return complaints;
}

function numbers(files: readonly File[]): Complaint[] {
  const complaints: Complaint[] = [];
  const next = new Map<string, number>();
  for (const { path } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [, folder = "", number, rest] = /^(.*\/)(\d{4})-([a-z0-9-]+)\.sql$/.exec(path) ?? [];
    if (number === undefined || rest === undefined) {
      complaints.push({ path, line: 1, said: "is not named 0001-what-it-does.sql; name it so." });
      continue;
    }
    const due = next.get(folder) ?? 1;
    if (Number(number) !== due) complaints.push({ path, line: 1, said: `has the number ${number} where ${String(due).padStart(4, "0")} is next; migrations are numbered without a gap.` });
    next.set(folder, Number(number) + 1);
  }
  return complaints;
}

/** Comments blanked, so that places stay and words in them do not count. */
const withoutComments = (text: string): string => text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));

function forbiddenIn(tree: Tree, file: File): Complaint[] {
  const text = withoutComments(file.text);
  return forbidden.flatMap(([pattern, said]) =>
    [...text.matchAll(pattern)].map((found) => ({ path: file.path, line: tree.line(file, found.index), said })),
  );
}

/**
 * Every table has a primary key and is named <noun>_…; in the kernel and in packs it is under row-level security, or a
 * comment above it says why not: `-- no row-level security: <reason>`.
 */
function tablesIn(tree: Tree, file: File, all: readonly File[]): Complaint[] {
  const text = withoutComments(file.text);
  const [, layer = "", noun = ""] = /^(base|kernel|packs)\/([^/]+)\//.exec(file.path) ?? [];
  const beside = all.filter((other) => other.path.startsWith(`${layer}/${noun}/`)).map((other) => withoutComments(other.text)).join("\n");
  const complaints: Complaint[] = [];
  for (const found of text.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?"?([\w.]+)"?([\s\S]*?);/gi)) {
    const [, table = "", body = ""] = found;
    const complain = (said: string): void => {
      complaints.push({ path: file.path, line: tree.line(file, found.index), said: `the table ${table} ${said}` });
    };
    if (noun !== "" && layer !== "base" && !table.startsWith(`${noun.replaceAll("-", "_")}_`)) complain(`is not named ${noun}_…; a table carries its noun's name.`);
    if (!/\bprimary\s+key\b/i.test(body) && !/\bpartition\s+of\b/i.test(body)) complain("has no primary key; give it one.");
    if (layer === "base") continue;
    const secured = new RegExp(`alter\\s+table\\s+(?:only\\s+)?"?${table.replace(".", "\\.")}"?\\s+enable\\s+row\\s+level\\s+security`, "i").test(beside);
    const reason = /--\s*no row[- ]level security\b[^:\n]*:\s*\S/i.test(commentsAbove(file.text, found.index) + body);
    if (!secured && !reason) complain('is not under row-level security; enable it, or say why above it: "-- no row-level security: <reason>".');
    for (const column of secured ? ["area", "class"] : []) {
      if (!new RegExp(`(?:^|[(,]\\s*|\\n\\s*)"?${column}"?\\s+\\S`, "i").test(body)) complain(`has no column ${column}; its policy reads only the own row.`);
    }
  }
  return complaints;
}

/** The block of comment lines directly above a place. */
function commentsAbove(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  lines.pop();
  const block: string[] = [];
  for (let line = lines.pop(); line !== undefined && /^\s*--/.test(line); line = lines.pop()) block.unshift(line);
  return block.join("\n");
}
