// Runs the pinned Node (npm package `node`) from any Node 20 or later, installing the packages first where they are missing.
// Plain JavaScript without dependencies: this is what runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const modules = path.join(root, "node_modules");
const pinned = path.join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** npm writes node_modules/.package-lock.json last, so it is there only after a whole installation. */
function isInstalled() {
  const done = path.join(modules, ".package-lock.json");
  return existsSync(done) && existsSync(pinned) && statSync(done).mtimeMs >= statSync(path.join(root, "package-lock.json")).mtimeMs;
}

const lock = path.join(root, ".installing");
const wait_ms = 500;

/** Whether the process that installs is still there; its number stands in the lock. */
function isAlive(holder) {
  try {
    process.kill(Number(holder), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Two commands started at once must not both install: npm ci begins by deleting what the other has put there. */
function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!isAlive(readFileSync(lock, "utf8"))) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait_ms);
  }
}

export function ensureInstalled() {
  if (isInstalled()) return;
  takeLock();
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { force: true });
  }
}

function install() {
  console.error("Installing packages (once, about a minute) … 正在安装依赖（仅首次，约一分钟）…");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
    : spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
  if (done.status !== 0 || !existsSync(pinned)) {
    console.error("npm ci failed; see the lines above. Is the package registry reachable? npm ci 失败，请看上面的信息，并检查能否访问软件源。");
    rmSync(lock, { force: true });
    process.exit(1);
  }
}

/** Runs a file under the pinned Node; this process only passes signals on and ends as its child ends. */
export function runPinned(args) {
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(modules, ".cache", "compile") };
  const child = spawn(pinned, args, { stdio: ["inherit", "inherit", "inherit", "ipc"], env });
  process.on("SIGINT", () => {}); // a terminal sends it to the child as well
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(String(error));
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** The file behind a package's command: vitest → node_modules/vitest/vitest.mjs */
function commandFile(name) {
  const manifest = JSON.parse(readFileSync(path.join(modules, name, "package.json"), "utf8"));
  const bin = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[name];
  return path.join(modules, name, bin);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  const [what, ...rest] = process.argv.slice(2);
  runPinned([what.endsWith(".ts") ? path.join(root, what) : commandFile(what), ...rest]);
}
