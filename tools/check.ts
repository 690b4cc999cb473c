import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { barrels } from "./checks/barrels.ts";
import { cycles } from "./checks/cycles.ts";
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

/** `npm run check [-- name …]`: types, lint and the rules of the house; every complaint is printed, exit 1 if any. */

const root = join(import.meta.dirname, "..");
const house: Readonly<Record<string, Check>> = {
  imports, pages, cycles, barrels, sizes, texts, sources, packs, sql: sqlPlaces, migrations, state, words, versions, docs,
};

/** What one check found. */
interface Outcome {
  readonly name: string;
  readonly complaints: readonly Complaint[];
  readonly seconds: number;
}

async function output(args: readonly string[]): Promise<{ code: number; text: string }> {
  const child: ChildProcess = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => done(status ?? 1));
  });
  return { code, text: Buffer.concat(chunks).toString("utf8") };
}

/** The script of a package's command, run by the Node that runs this. */
function script(name: string, command: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bin === "string" ? bin : (bin[command] ?? ""));
}

/** path(line,column): error TS…: message — with the lines that go on about it. */
async function types(project: string): Promise<Complaint[]> {
  const { code, text } = await output([script("typescript", "tsc"), "-p", project, "--pretty", "false"]);
  const complaints: { path: string; line: number; said: string }[] = [];
  for (const row of text.split("\n")) {
    const [, path, line, said] = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/.exec(row) ?? [];
    const last = complaints.at(-1);
    // Nothing of a kind yet (no page, no pack) is not wrong.
    if (row.startsWith("error TS18003:")) return [];
    if (path !== undefined && said !== undefined) complaints.push({ path, line: Number(line), said });
    else if (/^\s+\S/.test(row) && last !== undefined) last.said += ` ${row.trim()}`;
    else if (row.startsWith("error TS")) complaints.push({ path: project, line: 1, said: row });
  }
  if (code !== 0 && complaints.length === 0) complaints.push({ path: project, line: 1, said: `tsc ended with ${code}: ${text.trim()}` });
  return complaints;
}

async function lint(): Promise<Complaint[]> {
  const { code, text } = await output([script("oxlint", "oxlint"), "-f", "unix", "--deny-warnings"]);
  const complaints: Complaint[] = [];
  for (const row of text.split("\n")) {
    const [, path, line, said] = /^(.+?):(\d+):\d+: (.*)$/.exec(row) ?? [];
    if (path !== undefined && said !== undefined) complaints.push({ path, line: Number(line), said });
  }
  if (code !== 0 && complaints.length === 0) complaints.push({ path: ".oxlintrc.json", line: 1, said: `oxlint ended with ${code}: ${text.trim()}` });
  return complaints;
}

/** The files git keeps or would keep; without git, nothing is checked and it says so. */
async function tree(): Promise<Tree> {
  const child = spawn("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => done(status ?? 1));
  });
  if (code !== 0) throw new Error("git could not list the files; run the check inside the repository.");
  const paths = [...new Set(Buffer.concat(chunks).toString("utf8").split("\0").filter(Boolean))];
  const files = paths.flatMap((path): File[] => {
    const full = join(root, path);
    if (!existsSync(full) || !statSync(full).isFile() || !/\.(?:ts|tsx|js|mjs|json|ya?ml|md|sql|css|html|sh|csv|geojson)$|^[^.]*$|^\.ci\//.test(path)) return [];
    return [{ path, text: readFileSync(full, "utf8") }];
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
  const all = outcomes.flatMap(({ name, complaints }) => complaints.map((complaint) => ({ ...complaint, name })));
  all.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  for (const { path, line, said, name } of all) process.stdout.write(`${path}:${line}: ${said} [${name}]\n`);
  const counts = outcomes.map(({ name, complaints, seconds }) => `${name} ${complaints.length} (${seconds.toFixed(1)} s)`);
  process.stdout.write(`${counts.join(", ")}\n`);
  process.stdout.write(all.length === 0 ? "Nothing to complain of.\n" : `${all.length} complaints.\n`);
  return all.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
