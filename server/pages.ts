import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { isRunning } from "../base/config/process.ts";
import { Problem } from "../base/errors/problem.ts";
import { text } from "./text.ts";

const root = path.resolve(import.meta.dirname, "..");
const built = path.join(root, "web", "dist");

/** What the pages are made of: when one of these is newer than the built pages, they are built again. */
const sources = ["web", "base/ui", "base/client", "base/text", "kernel", "packs", "vite.config.ts", "package-lock.json"];

function newest(file: string): number {
  const stat = statSync(file);
  if (!stat.isDirectory()) return /\.(tsx?|css|html|json|svg)$/.test(file) && !/\.test\.tsx?$/.test(file) ? stat.mtimeMs : 0;
  return readdirSync(file).reduce((latest, name) => (name === "dist" || name === "node_modules" ? latest : Math.max(latest, newest(path.join(file, name)))), 0);
}

const lock = path.join(root, "web", ".building");
const wait_ms = 300;

/** Two servers started at once must not both build: a build begins by deleting what the other has put there. */
async function takeTurn(): Promise<void> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : process.pid;
    if (!isRunning(holder, /node|gangju/)) rmSync(lock, { force: true });
    await setTimeout(wait_ms);
  }
}

function isBuilt(): boolean {
  const index = path.join(built, "index.html");
  const latest = Math.max(...sources.map((source) => path.join(root, source)).filter((file) => existsSync(file)).map(newest));
  return existsSync(index) && statSync(index).mtimeMs >= latest;
}

/** The built pages; builds them first where they are missing or older than their sources. */
export async function ensurePages(told: () => void): Promise<string> {
  if (isBuilt()) return built;
  told();
  await takeTurn();
  try {
    if (!isBuilt()) await build();
  } finally {
    rmSync(lock, { force: true });
  }
  return built;
}

async function build(): Promise<void> {
  const vite = path.join(root, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => child.once("exit", done).once("error", fail));
  if (code !== 0) throw new Problem(500, "build-failed", text.buildFailed, { values: { reason: said.trim() } });
}
