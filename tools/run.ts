import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export const root = path.join(import.meta.dirname, "..");

/** Runs a program in the repository and takes what it says on both streams. */
export async function output(command: string, args: readonly string[]): Promise<{ code: number; text: string }> {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => done(status ?? 1));
  });
  return { code, text: Buffer.concat(chunks).toString("utf8") };
}

/** The script behind a package's command, to be run by the Node that runs this. */
export function commandFile(name: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string | Record<string, string> };
  const file = typeof bin === "string" ? bin : Object.entries(bin).find(([command]) => command === name || command === short(name))?.[1];
  if (file === undefined) throw new Error(`The package ${name} has no command of its name.`);
  return path.join(path.dirname(manifest), file);
}

/** typescript's command is tsc. */
const short = (name: string): string => (name === "typescript" ? "tsc" : name);
