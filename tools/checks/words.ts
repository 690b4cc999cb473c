import { type Check, type Complaint, isCode, type Tree } from "./tree.ts";

// Written in pieces here, so that this file does not complain of itself.
const inAnyText: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?:^|[\\s"'\`(=:])/${"work"}/`, "g"), "names a folder of one machine; name it relative to the repository."],
  [new RegExp(`/${"tmp"}/bash_|\\b${"sub"}-?agents?\\b|\\b${"helper"} agents?\\b|\\bAI ${"assistant"}\\b`, "gi"), "speaks of how the file was written; say what it does."],
  [new RegExp(`\\b(?:${"issue"}|${"ticket"})s?\\s+#?\\d+\\b`, "gi"), "names an entry of a tracker, which a reader may not have; say the reason itself."],
  [new RegExp(`https?://registry\\.|\\b${"npm"}mirror\\b|\\b${"verdaccio"}\\b`, "gi"), "names a package registry; the one of the reader's own settings is used."],
];

const inCode: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|XXX)\b/g, "leaves something undone in a comment; do it, or write it down where work is planned."],
  [/(?:oxlint|eslint)-disable(?!.* -- \S).*/g, "silences the linter without a reason; mend it, or write the reason after “ -- ”."],
];

/** Nothing speaks of one workplace, and nothing is silenced without a reason; the linter sees to `any`, @ts-comments and lone tests. */
export const words: Check = (tree) =>
  tree.files.flatMap((file) => {
    if (/(?:^|\/)package-lock\.json$|^LICENSE$|^tools\/checks\/words(?:\.test)?\.ts$/.test(file.path)) return [];
    const complaints: Complaint[] = [];
    const look = (rules: readonly (readonly [RegExp, string])[]): void => {
      for (const [pattern, said] of rules) {
        for (const found of file.text.matchAll(pattern)) {
          complaints.push({ path: file.path, line: tree.line(file, found.index + found[0].search(/\S/)), said: `“${found[0].trim()}” ${said}` });
        }
      }
    };
    look(inAnyText);
    if (isCode(file.path)) look(inCode);
    return complaints;
  });

/** Versions in package.json are exact: the same commit is the same program. */
export const versions: Check = (tree: Tree) => {
  const file = tree.find("package.json");
  if (file === undefined) return [{ path: "package.json", line: 1, said: "is missing." }];
  const held = JSON.parse(file.text) as Record<string, Readonly<Record<string, string>> | undefined>;
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.entries(held[kind] ?? {}).flatMap(([name, version]) => {
      if (/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) return [];
      const line = tree.line(file, file.text.indexOf(`"${name}"`));
      return [{ path: file.path, line, said: `${name} is ${version}; write the exact version.` }];
    }),
  );
};
