import { createHash, createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Where Gangju keeps its database and state: one directory, one server at a time. */
export interface Home {
  readonly directory: string;
  /** Where the embedded database's files are; the home itself but for root in a closed home. */
  readonly database: string;
  /** Root of all generated secrets (role passwords, session keys): never stored anywhere else. */
  readonly secret: string;
}

const usual = (): string => {
  if (process.platform === "win32") return path.join(process.env["LOCALAPPDATA"] ?? homedir(), "Gangju");
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Application Support", "Gangju");
  return path.join(process.env["XDG_DATA_HOME"] || path.join(homedir(), ".local", "share"), "gangju");
};

/** May a user other than the owner pass through every directory on the way? */
export function reachableByOthers(directory: string): boolean {
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

const homeDirectory = (): string => path.resolve(process.env["GANGJU_HOME"] || usual());

/**
 * Where the database's files go. PostgreSQL refuses to run as root, so under root they must be reachable by another user:
 * in the home when that is so, else in a directory of the system, one for each home.
 */
function databaseDirectory(home: string): string {
  if (process.getuid?.() !== 0) return home;
  chmodSync(home, statSync(home).mode | 0o011);
  return reachableByOthers(home) ? home : path.join("/var/lib/gangju", createHash("sha256").update(home).digest("hex").slice(0, 12));
}

export function openHome(directory: string = homeDirectory()): Home {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const file = path.join(directory, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  const database = databaseDirectory(directory);
  mkdirSync(database, { recursive: true, mode: 0o755 });
  return { directory, database, secret: process.env["GANGJU_SECRET"] || readFileSync(file, "utf8").trim() };
}

/** A secret for one purpose, derived: the same for every process that shares the home (or GANGJU_SECRET). */
export const secretFor = (home: Home, purpose: string): string =>
  createHmac("sha256", home.secret).update(purpose).digest("hex");
