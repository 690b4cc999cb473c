import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { type Home, secretFor } from "../config/home.ts";
import { isRunning, waitUntil } from "../config/process.ts";
import { Problem } from "../errors/problem.ts";
import { type Account, type Binaries, databaseAccount, embeddedBinaries } from "./binaries.ts";
import { text } from "./text.ts";

/** A running PostgreSQL server that we supervise. */
export interface EmbeddedServer {
  /** Connection string of the superuser. */
  readonly url: string;
  readonly adopted: boolean;
  /** Settles when the server is gone without having been stopped. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

const majorVersion = "18";
const needed_mb = 200;

interface Place {
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly programs: Binaries;
}

/**
 * Starts the embedded PostgreSQL of this home, or adopts the one that a killed process left running.
 * The caller holds the lock of the home, so no other server of ours can be using the directory.
 */
export async function startEmbedded(home: Home, say: (step: "init" | "start" | "adopt") => void): Promise<EmbeddedServer> {
  const account = databaseAccount();
  const place: Place = {
    data: path.join(home.database, `postgresql-${majorVersion}`),
    log: path.join(home.database, "postgresql.log"),
    password: secretFor(home, "postgres"),
    account,
    programs: await embeddedBinaries(home.database, account),
  };
  refuseFullDisk(home.database);
  if (!existsSync(path.join(place.data, "PG_VERSION"))) {
    refuseOlderData(home.database);
    say("init");
    await initialise(place);
  }
  refuseOtherVersion(place.data);
  const left = await leftBehind(place);
  if (left !== undefined) {
    say("adopt");
    return left;
  }
  say("start");
  return await launch(place);
}

function refuseFullDisk(directory: string): void {
  const disk = statfsSync(directory);
  const free_mb = Math.floor((disk.bavail * disk.bsize) / 2 ** 20);
  if (free_mb < needed_mb) throw new Problem(507, "disk-full", text.diskFull, { values: { directory, free_mb, needed_mb } });
}

function refuseOtherVersion(data: string): void {
  const found = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (found !== majorVersion) {
    throw new Problem(409, "database-version", text.otherVersion, { values: { directory: data, found, wanted: majorVersion } });
  }
}

/** The data of an earlier release lies beside: to begin an empty database would look as if all were lost. */
function refuseOlderData(directory: string): void {
  for (const name of readdirSync(directory)) {
    const found = /^postgresql-(\d+)$/.exec(name)?.[1];
    if (found !== undefined && found !== majorVersion && existsSync(path.join(directory, name, "PG_VERSION"))) refuseOtherVersion(path.join(directory, name));
  }
}

const asAccount = (account: Account | undefined) => (account === undefined ? {} : { uid: account.uid, gid: account.gid });

/** initdb works beside the final directory and is moved there when done: a kill in the middle leaves nothing half made. */
async function initialise(place: Place): Promise<void> {
  const fresh = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (place.account !== undefined) {
    for (const file of [fresh, passwordFile]) chownSync(file, place.account.uid, place.account.gid);
  }
  try {
    const flags = ["-D", fresh, "-U", "postgres", `--pwfile=${passwordFile}`, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-instructions"];
    const child = spawn(place.programs.initdb, flags, { ...asAccount(place.account), cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise<number | null>((done, fail) => child.once("exit", done).once("error", fail));
    if (code !== 0) throw refusal(place, text.initFailed, said);
    renameSync(fresh, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function refusal(place: Place, said: typeof text.initFailed, log: string): Problem {
  const directory = path.dirname(place.data);
  if (/No space left/i.test(log)) {
    return new Problem(507, "disk-full", text.diskFull, { values: { directory, free_mb: 0, needed_mb } });
  }
  if (/Permission denied/i.test(log) && place.account !== undefined) {
    return new Problem(403, "directory-refused", text.directoryRefused, { values: { directory, user: place.account.name } });
  }
  const reason = log.trim().split("\n").filter((line) => /FATAL|PANIC|error|could not/i.test(line)).at(-1) ?? log.trim().split("\n").at(-1) ?? "";
  return new Problem(500, "database-start", said, { values: { reason, log: place.log } });
}

const lockFile = (place: Place): string => path.join(place.data, "postmaster.pid");

/** The command line of a server on this very directory: another PostgreSQL may have been given the same id since. */
const ofPlace = (place: Place): RegExp => new RegExp(`postgres.* -D ${RegExp.escape(place.data)} `);

/** What postmaster.pid says, if its process is really a PostgreSQL server that runs on this directory. */
function recordedPostmaster(place: Place): { pid: number; port: number } | undefined {
  if (!existsSync(lockFile(place))) return undefined;
  const lines = readFileSync(lockFile(place), "utf8").split("\n");
  const pid = Number(lines[0]);
  return isRunning(pid, ofPlace(place)) ? { pid, port: Number(lines[3]) } : undefined;
}

const urlOf = (place: Place, port: number): string => `postgresql://postgres:${place.password}@127.0.0.1:${port}/postgres`;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Adopts a postmaster that answers, ends one that does not, and clears the lock file of one that is gone. */
async function leftBehind(place: Place): Promise<EmbeddedServer | undefined> {
  const found = recordedPostmaster(place);
  if (found !== undefined) {
    const url = urlOf(place, found.port);
    if (await waitUntil(() => answers(url), 3000, 200)) {
      return watched({ url, adopted: true, isGone: () => !isRunning(found.pid, ofPlace(place)), stop: () => stopProcess(found.pid, ofPlace(place)) });
    }
    await stopProcess(found.pid, ofPlace(place), signals.slice(1));
  }
  // A dead or zombie process, or another program under the same id, would make PostgreSQL refuse to start.
  rmSync(lockFile(place), { force: true });
  return undefined;
}

const look_every_ms = 1000;

/** Looks now and then whether the server is still there: an adopted one is no child of ours, so nobody would tell us. */
function watched({ isGone, stop, ...server }: Omit<EmbeddedServer, "lost"> & { isGone: () => boolean }): EmbeddedServer {
  const { promise: lost, resolve: tellLost } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    if (!isGone()) return;
    clearInterval(timer);
    tellLost();
  }, look_every_ms);
  timer.unref();
  return { ...server, lost, stop: () => (clearInterval(timer), stop()) };
}

/** Fast shutdown, then immediate, then kill: each only when the one before did not help. What does not answer is not asked politely. */
const signals = [["SIGINT", 15_000], ["SIGQUIT", 5_000], ["SIGKILL", 5_000]] as const;

async function stopProcess(pid: number, command: RegExp, ladder: readonly (typeof signals)[number][] = signals): Promise<void> {
  for (const [signal, limit_ms] of ladder) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitUntil(() => !isRunning(pid, command), limit_ms, 20)) return;
  }
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

async function launch(place: Place, attempt = 1): Promise<EmbeddedServer> {
  const port = await freePort();
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "80", timezone: "UTC", log_timezone: "UTC", jit: "off", max_wal_size: "2GB", logging_collector: "off" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(place.log, "w");
  const child = spawn(place.programs.postgres, ["-D", place.data, "-p", String(port), ...flags], {
    ...asAccount(place.account),
    cwd: "/",
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = exitOf(child);
  const url = urlOf(place, port);
  const ready = await waitUntil(async () => ended.done || (await answers(url)), 120_000, 40);
  if (ready && !ended.done) return watched({ url, adopted: false, isGone: () => ended.done, stop: () => stopChild(child, ended) });
  const said = readFileSync(place.log, "utf8");
  // The children of a postmaster that was killed take a moment to go; a probed port may be taken meanwhile.
  if (attempt < 20 && /shared memory block|Address already in use|lock file/.test(said)) {
    await new Promise((again) => setTimeout(again, 500));
    return await launch(place, attempt + 1);
  }
  await stopChild(child, ended);
  throw refusal(place, text.startFailed, said);
}

function exitOf(child: ChildProcess): { done: boolean } {
  const ended = { done: false };
  child.once("exit", () => (ended.done = true)).once("error", () => (ended.done = true));
  return ended;
}

async function stopChild(child: ChildProcess, ended: { done: boolean }): Promise<void> {
  for (const [signal, limit_ms] of signals) {
    if (ended.done) return;
    child.kill(signal);
    if (await waitUntil(() => ended.done, limit_ms, 20)) return;
  }
}
