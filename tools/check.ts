import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { barrels } from "./checks/barrels.ts";
import { cycles } from "./checks/cycles.ts";
import { dead } from "./checks/dead.ts";
import { docs } from "./checks/docs.ts";
import { imports } from "./checks/imports.ts";
import { packs } from "./checks/packs.ts";
import { pages } from "./checks/pages.ts";
import { sizes } from "./checks/sizes.ts";
import { sources } from "./checks/sources.ts";
import { migrations, sqlPlaces } from "./checks/sql.ts";
import { state } from "./checks/state.ts";
import { texts } from "./checks/texts.ts";
import { type Check, type Complaint, type File, Tree } from "./checks/tree.ts";
import { versions, words } from "./checks/words.ts";
import { commandFile, output, root } from "./run.ts";

/** `npm run check [-- name …]`: types, lint and the rules of the house; every complaint is printed, exit 1 if any. */

const house: Readonly<Record<string, Check>> = {
  imports, pages, cycles, barrels, sizes, texts, sources, packs, sql: sqlPlaces, migrations, state, words, versions, docs, dead,
};

/** What one check found. */
interface Outcome {
  readonly name: string;
  readonly complaints: readonly Complaint[];
  readonly seconds: number;
}

/** path(line,column): error TS…: message — with the lines that go on about it. */
async function types(project: string): Promise<Complaint[]> {
  const { code, text } = await output(process.execPath, [commandFile("typescript"), "-p", project, "--pretty", "false"]);
  const complaints: { path: string; line: number; said: string }[] = [];
  for (const row of text.split("\n")) {
    const [, file, line, said] = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/.exec(row) ?? [];
    const last = complaints.at(-1);
    // Nothing of a kind yet (no page, no pack) is not wrong.
    if (row.startsWith("error TS18003:")) return [];
    if (file !== undefined && said !== undefined) complaints.push({ path: file, line: Number(line), said });
    else if (/^\s+\S/.test(row) && last !== undefined) last.said += ` ${row.trim()}`;
    else if (row.startsWith("error TS")) complaints.push({ path: project, line: 1, said: row });
  }
  if (code !== 0 && complaints.length === 0) complaints.push({ path: project, line: 1, said: `tsc ended with ${code}: ${text.trim()}` });
  return complaints;
}

async function lint(): Promise<Complaint[]> {
  const { code, text } = await output(process.execPath, [commandFile("oxlint"), "-f", "unix", "--deny-warnings"]);
  const complaints: Complaint[] = [];
  for (const row of text.split("\n")) {
    const [, file, line, said] = /^(.+?):(\d+):\d+: (.*)$/.exec(row) ?? [];
    if (file !== undefined && said !== undefined) complaints.push({ path: file, line: Number(line), said });
  }
  if (code !== 0 && complaints.length === 0) complaints.push({ path: ".oxlintrc.json", line: 1, said: `oxlint ended with ${code}: ${text.trim()}` });
  return complaints;
}

/** The files git keeps or would keep; without git, nothing is checked and it says so. */
async function tree(): Promise<Tree> {
  const { code, text } = await output("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  if (code !== 0) throw new Error("git could not list the files; run the check inside the repository.");
  const files = [...new Set(text.split("\0").filter(Boolean))].flatMap((name): File[] => {
    const full = path.join(root, name);
    if (!existsSync(full) || !statSync(full).isFile()) return [];
    // Of a picture only its being there counts.
    const isText = /\.(?:ts|tsx|js|mjs|json|ya?ml|md|sql|css|html|svg|sh|txt|csv|geojson)$|^[^.]*$|^\.[\w/.-]+$/.test(name);
    return [{ path: name, text: isText ? readFileSync(full, "utf8") : "" }];
  });
  return new Tree(files);
}

async function timed(name: string, run: () => Promise<Complaint[]>): Promise<Outcome> {
  const start = performance.now();
  const complaints = await run();
  return { name, complaints, seconds: (performance.now() - start) / 1000 };
}

async function main(asked: readonly string[]): Promise<number> {
  const known = ["types", "lint", ...Object.keys(house)];
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no check ${unknown.join(", ")}; there are ${known.join(", ")}.\n`);
    return 2;
  }
  const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
  const runs: Promise<Outcome>[] = [];
  if (wanted("types")) runs.push(...["tsconfig.json", "tsconfig.web.json"].map((project) => timed("types", () => types(project))));
  if (wanted("lint")) runs.push(timed("lint", lint));
  const files = await tree();
  for (const [name, check] of Object.entries(house)) {
    if (wanted(name)) runs.push(timed(name, async () => check(files)));
  }
  const outcomes = await Promise.all(runs);
  // A file that both projects of types take in is complained of once.
  const once = new Map(outcomes.flatMap(({ name, complaints }) => complaints.map((one) => [`${one.path}:${one.line}:${one.said}`, { ...one, name }])));
  const all = [...once.values()];
  all.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  for (const { path: file, line, said, name } of all) process.stdout.write(`${file}:${line}: ${said} [${name}]\n`);
  const counts = outcomes.map(({ name, complaints, seconds }) => `${name} ${complaints.length} (${seconds.toFixed(1)} s)`);
  process.stdout.write(`${counts.join(", ")}\n`);
  process.stdout.write(all.length === 0 ? "Nothing to complain of.\n" : `${all.length} complaints.\n`);
  return all.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
