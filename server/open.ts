import { existsSync } from "node:fs";
import path from "node:path";
import { type Home, openHome } from "../base/config/home.ts";
import { systemActor } from "../base/db/actors.ts";
import type { Ctx } from "../base/db/ctx.ts";
import { type Database, openDatabase } from "../base/db/database.ts";
import { isMigrated } from "../base/db/migrate.ts";
import { schemaOf, transact } from "../base/db/transact.ts";
import { Problem } from "../base/errors/problem.ts";
import { type CityFolder, getCityFolder } from "../kernel/registry/folder.ts";
import { findHolder, leaveHome, takeHome } from "./lock.ts";
import { text } from "./text.ts";

const root = path.resolve(import.meta.dirname, "..");

/** The folder that a command means: the one named, else the example city. */
export const cityDirectory = (named: string | undefined): string => {
  if (named === undefined) return path.join(root, "cities", "quzhou");
  const inCities = path.join(root, "cities", named);
  return !existsSync(named) && existsSync(inCities) ? inCities : path.resolve(named);
};

/** A database for one command: that of the server that runs on this home, else started for the command and stopped after it. */
export async function withDatabase<T>(use: (database: Database, home: Home) => Promise<T>): Promise<T> {
  const home = openHome();
  const serving = findHolder(home);
  if (serving?.database !== undefined) {
    const database = await openDatabase(home, serving.database);
    try {
      return await use(database, home);
    } finally {
      await database.close();
    }
  }
  takeHome(home);
  try {
    const database = await openDatabase(home);
    try {
      return await use(database, home);
    } finally {
      await database.close();
    }
  } finally {
    leaveHome(home);
  }
}

/** A city that was loaded before, opened by what its folder calls it. */
export interface KnownCity {
  readonly database: Database;
  readonly home: Home;
  readonly folder: CityFolder;
  readonly schema: string;
  act<T>(act: (ctx: Ctx) => Promise<T>): Promise<T>;
}

export async function withCity<T>(named: string | undefined, use: (city: KnownCity) => Promise<T>): Promise<T> {
  const folder = getCityFolder(cityDirectory(named));
  return await withDatabase(async (database, home) => {
    const schema = schemaOf(folder.city.id);
    await requireCity(database, schema, folder.city.id);
    return await use({ database, home, folder, schema, act: (act) => transact(database.pool.app, schema, systemActor(folder.path), {}, act) });
  });
}

export async function requireCity(database: Database, schema: string, city: string): Promise<void> {
  if (!(await isMigrated(database.pool.migrator, schema))) throw new Problem(404, "no-city", text.noCity, { values: { city } });
}
