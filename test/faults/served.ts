import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isRunning, waitUntil } from "../../base/config/process.ts";

export const root = path.resolve(import.meta.dirname, "../..");
export const exampleCity = path.join(root, "test", "city");

/** A home of its own for processes of a test. */
export interface Ground {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

/** The embedded database always: these tests end its processes, which is not to be done to another's server. */
export function newGround(): Ground {
  const home = mkdtempSync(path.join(tmpdir(), "gangju-faults-"));
  const { DATABASE_URL: _url, GANGJU_SECRET: _secret, NODE_ENV: _env, ...inherited } = process.env;
  return { home, env: { ...inherited, GANGJU_HOME: home, PORT: "0", GANGJU_LANG: "en" }, remove: () => rmSync(home, { recursive: true, force: true }) };
}

export interface Served {
  readonly url: string;
  /** The server's Node; its parent, the small process that passes signals on, leads the group. */
  readonly node: number;
  readonly group: number;
  /** What was said on standard error. */
  readonly said: () => string;
  readonly start_ms: number;
  /** SIGKILL to the group: the parent, Node and the postmaster. */
  killGroup(): void;
  /** SIGKILL to Node alone: the postmaster stays. */
  killNode(): void;
  /** Asks it to end and gives its exit status; null when it had to be killed. */
  stop(): Promise<number | null>;
  readonly gone: Promise<void>;
}

/** A process started for the tests, in a group of its own. */
export function start(ground: Ground, script = "test/faults/serve.ts"): ChildProcess {
  return spawn(process.execPath, [path.join(root, "bin", "pinned.js"), script], { cwd: root, env: ground.env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

/** Starts the server and waits until it serves; throws with what it said when it ends instead. */
export async function startServer(ground: Ground, limit_ms = 90_000): Promise<Served> {
  const began = Date.now();
  const child = start(ground);
  let said = "";
  let printed = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = { code: undefined as number | null | undefined };
  const gone = new Promise<void>((done) => child.once("exit", (code) => {
    ended.code = code;
    done();
  }));
  await waitUntil(() => printed.includes("\n") || ended.code !== undefined, limit_ms, 10);
  const group = child.pid ?? 0;
  if (!printed.includes("\n")) {
    kill(-group);
    throw new Error(`the server did not start in ${limit_ms} ms (exit status ${String(ended.code)}): ${said}`);
  }
  const { url, pid } = JSON.parse(printed) as { url: string; pid: number };
  return {
    url, node: pid, group, gone, said: () => said, start_ms: Date.now() - began,
    killGroup: () => kill(-group),
    killNode: () => kill(pid),
    stop: async () => {
      child.kill("SIGTERM");
      if (!(await waitUntil(() => ended.code !== undefined, 45_000, 10))) kill(-group);
      await gone;
      return ended.code ?? null;
    },
  };
}

export function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it is gone already
  }
}

/** The postmaster that the data directory names, or undefined when none runs. */
export function postmasterOf(ground: Ground): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(ground.home, "postgresql-18", "postmaster.pid"), "utf8").split("\n")[0]);
    return isRunning(pid, /postgres/) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whatever a failed test left running on this ground. */
export function endPostmaster(ground: Ground): void {
  const pid = postmasterOf(ground);
  if (pid !== undefined) kill(pid);
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** One command of `gangju`, to its end. */
export function gangju(ground: Ground, ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "bin", "gangju.js"), ...args], { cwd: root, env: ground.env, encoding: "utf8", timeout: 120_000 });
  return { status, out: stdout, err: stderr };
}
