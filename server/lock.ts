import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { v7 as uuid } from "uuid";
import type { Home } from "../base/config/home.ts";
import { birthOf, isRunning } from "../base/config/process.ts";
import { Problem } from "../base/errors/problem.ts";
import { text } from "./text.ts";

/** What the process that holds a home says of itself; a server adds where it serves. */
export interface Holder {
  readonly pid: number;
  /** When that process was started, where the system tells: after a restart of the machine or container another may have its id. */
  readonly birth?: string;
  readonly url?: string;
  readonly city?: string;
  /** Owner's connection to the running database, for the other commands. */
  readonly database?: string;
}

const fileOf = (home: Home): string => path.join(home.directory, "server.json");

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** The process that holds this home now, or undefined; what a killed process left behind does not count. */
export function findHolder(home: Home): Holder | undefined {
  const holder = readHolder(fileOf(home));
  return holder !== undefined && holder.pid !== process.pid && isAlive(holder) ? holder : undefined;
}

const isAlive = (holder: Holder): boolean =>
  isRunning(holder.pid, /node|gangju/) && (holder.birth === undefined || holder.birth === birthOf(holder.pid));

const self = (): Pick<Holder, "pid" | "birth"> => {
  const birth = birthOf(process.pid);
  return { pid: process.pid, ...(birth !== undefined && { birth }) };
};

/** Takes the home for this process, or says who has it. */
export function takeHome(home: Home): void {
  const file = fileOf(home);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(self()), { flag: "wx", mode: 0o600 });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = findHolder(home);
    if (holder !== undefined) throw refusal(home, holder);
    setStaleAside(file);
  }
}

/** Of two processes that clear away a dead one's file, only one succeeds; a file that was taken meanwhile is put back. */
function setStaleAside(file: string): void {
  const aside = `${file}.${uuid()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && isAlive(moved) && moved.pid !== process.pid && !existsSync(file)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function refusal(home: Home, holder: Holder): Problem {
  return holder.url === undefined
    ? new Problem(409, "home-busy", text.homeBusy, { values: { home: home.directory, pid: holder.pid } })
    : new Problem(409, "already-served", text.alreadyServed, { values: { city: holder.city, url: holder.url, pid: holder.pid } });
}

export function describeHolder(home: Home, holder: Omit<Holder, "pid" | "birth">): void {
  const file = fileOf(home);
  writeFileSync(`${file}.new`, JSON.stringify({ ...self(), ...holder }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function leaveHome(home: Home): void {
  if (readHolder(fileOf(home))?.pid === process.pid) rmSync(fileOf(home), { force: true });
}
