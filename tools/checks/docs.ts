import { nouns } from "./layers.ts";
import { type Check, type Complaint, type File, folderOf, type Tree } from "./tree.ts";

const rooted = /^(?:base|kernel|packs|cities|server|cli|web|tools|test|bench|bin|docs)\/[\w./-]+$/;

/** What the documents name is there: links lead to files, paths in `code` exist, tables stand in a migration, commands run. */
export const docs: Check = (tree) => {
  const paths = pathsOf(tree);
  const tables = tablesOf(tree);
  return tree.files
    .filter((file) => file.path.endsWith(".md") && !file.path.startsWith("cities/"))
    .flatMap((file) => [...brokenLinks(tree, file, paths), ...strangeNames(tree, file, paths, tables), ...strangeCommands(tree, file)]);
};

/** Every file and every folder. */
function pathsOf(tree: Tree): Set<string> {
  const paths = new Set<string>();
  for (const file of tree.files) {
    for (let path = file.path; path !== "" && !paths.has(path); path = folderOf(path)) paths.add(path);
  }
  return paths;
}

const tablesOf = (tree: Tree): Set<string> =>
  new Set(
    tree.files
      .filter((file) => file.path.endsWith(".sql"))
      .flatMap((file) => [...file.text.matchAll(/create\s+(?:table|view)\s+(?:if\s+not\s+exists\s+)?(\w+)/gi)].map((found) => found[1] ?? "")),
  );

function brokenLinks(tree: Tree, file: File, paths: ReadonlySet<string>): Complaint[] {
  const complaints: Complaint[] = [];
  for (const found of file.text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const target = (found[1] ?? "").replace(/#.*$/, "");
    if (target === "" || /^[a-z]+:/i.test(target)) continue;
    const steps = folderOf(file.path).split("/").filter(Boolean);
    for (const step of target.split("/")) {
      if (step === "..") steps.pop();
      else if (step !== "." && step !== "") steps.push(step);
    }
    if (paths.has(steps.join("/"))) continue;
    complaints.push({ path: file.path, line: tree.line(file, found.index), said: `links to ${target}, which is not there; correct the link.` });
  }
  return complaints;
}

function strangeNames(tree: Tree, file: File, paths: ReadonlySet<string>, tables: ReadonlySet<string>): Complaint[] {
  const prefixes = [...nouns, "audit", "auth", "http"];
  // What a fence holds is an example or a drawing.
  const text = file.text.replace(/^```[\s\S]*?^```/gm, (fence) => fence.replace(/[^\n]/g, " "));
  const complaints: Complaint[] = [];
  for (const found of text.matchAll(/`([^`\n]+)`/g)) {
    const name = (found[1] ?? "").replace(/\/$/, "");
    const complain = (said: string): void => {
      complaints.push({ path: file.path, line: tree.line(file, found.index), said });
    };
    if (rooted.test(name) && !paths.has(name) && !/^web\/dist\b/.test(name)) complain(`names ${name}, which is not there; correct it.`);
    const isTable = /^[a-z]+(?:_[a-z]+)+$/.test(name) && prefixes.some((prefix) => name.startsWith(`${prefix}_`));
    if (isTable && !tables.has(name)) complain(`names the table ${name}, which no migration makes; correct it.`);
  }
  return complaints;
}

/** `npm run …` is a script of package.json, `gangju …` a command of the command line. */
function strangeCommands(tree: Tree, file: File): Complaint[] {
  const manifest = JSON.parse(tree.find("package.json")?.text ?? "{}") as { scripts?: Record<string, string> };
  const complaints: Complaint[] = [];
  for (const found of file.text.matchAll(/\b(npm run|npx gangju) ([a-z][\w-]*)/g)) {
    const [, by = "", name = ""] = found;
    const known = by === "npm run" ? Object.hasOwn(manifest.scripts ?? {}, name) : name === "help" || tree.find(`cli/${name}.ts`) !== undefined;
    if (known) continue;
    complaints.push({ path: file.path, line: tree.line(file, found.index), said: `tells to run ${by} ${name}, and there is no such command; correct it.` });
  }
  return complaints;
}
