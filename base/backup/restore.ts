import type pg from "pg";
import { rekeySecondFactors } from "../auth/rekey.ts";
import { findMigrations, migrate, type Migration } from "../db/migrate.ts";
import { schemaOf } from "../db/transact.ts";
import { Problem } from "../errors/problem.ts";
import { type Header, Inconsistent, readBackup, type Reader } from "./file.ts";
import { analyzeTables, beginLoad, copyTableIn, dropSchema, emptyTables, isSchema, lockRestore, takePlace, unlockRestore } from "./queries.ts";
import { text } from "./text.ts";

export interface RestoreOptions {
  /** The owner of all tables. */
  readonly migrator: pg.Pool;
  /** Put the backup in the place of the city that is there. */
  readonly replace: boolean;
  /** The key under which this installation encrypts second factors, by the city's schema. */
  signInKey(schema: string): string;
  /** All steps this program knows; its own where left out. */
  readonly migrations?: readonly Migration[];
  told?(table: string, rows: number): void;
}

export interface Restored {
  readonly city: string;
  readonly schema: string;
  readonly area: string;
  readonly release: string;
  readonly made_at: string;
  readonly tables: number;
  readonly rows: number;
  /** Steps that brought the restored city to this release. */
  readonly migrated: readonly string[];
}

/** The header of a backup that was checked whole. */
export const inspect = (file: string): Promise<Header> => readBackup(file, async ({ header }) => header);

/** Exactly the steps that had been applied when the backup was made; refused where this program does not have them. */
function stepsOf(header: Header, known: readonly Migration[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of header.migrations) {
    const mine = byName.get(name);
    if (mine === undefined) throw new Problem(409, "backup-newer", text.newerRelease, { values: { release: header.release, name } });
    if (mine.sha256 !== sha256) throw new Problem(409, "migration-changed", text.migrationChanged, { values: { name } });
  }
  const applied = new Set(header.migrations.map((migration) => migration.name));
  return known.filter((migration) => applied.has(migration.name));
}

/**
 * Restores a whole city: into a schema of its own first, which takes the city's name when everything is in it. Whatever
 * fails, the database is as it was before.
 */
export async function restore(file: string, options: RestoreOptions): Promise<Restored> {
  return await readBackup(file, async (reader) => {
    const { header } = reader;
    const migrations = options.migrations ?? findMigrations();
    const steps = stepsOf(header, migrations);
    const client = await options.migrator.connect();
    const schema = schemaOf(header.city);
    const staging = `${schema}__restoring`;
    let [locked, broken] = [false, true];
    try {
      locked = await lockRestore(client, schema);
      if (!locked) throw new Problem(409, "restoring", text.restoring, { values: { city: header.city } });
      if (!options.replace) await refuseThere(client, schema, header.city);
      // What a killed restore left.
      await dropSchema(client, staging);
      await migrate(options.migrator, staging, steps);
      await load(client, staging, reader, options);
      const migrated = await migrate(options.migrator, staging, migrations);
      await analyzeTables(client, staging);
      await swap(client, staging, schema, header.city, options.replace);
      broken = false;
      const { city, area, release, made_at, tables } = header;
      return { city, schema, area, release, made_at, tables: tables.length, rows: tables.reduce((sum, table) => sum + table.rows, 0), migrated };
    } finally {
      // Without the lock the schema beside the city is another restore's, at work in it.
      if (locked && broken) await client.query("ROLLBACK").then(() => dropSchema(client, staging)).catch(() => {});
      if (locked) await unlockRestore(client).catch(() => {});
      client.release(broken);
    }
  });
}

async function refuseThere(client: pg.ClientBase, schema: string, city: string): Promise<void> {
  if (await isSchema(client, schema)) throw new Problem(409, "city-there", text.cityThere, { values: { city } });
}

async function load(client: pg.ClientBase, staging: string, reader: Reader, options: RestoreOptions): Promise<void> {
  const { header } = reader;
  await beginLoad(client, staging);
  await emptyTables(client, staging);
  for (const table of header.tables) {
    options.told?.(table.name, table.rows);
    const rows = await copyTableIn(client, table, reader.table());
    if (rows !== table.rows) throw new Inconsistent(`${table.name}: ${rows} / ${table.rows}`);
  }
  await reader.end();
  await rekeySecondFactors(client, header.sign_in_key, options.signInKey(schemaOf(header.city)));
  await client.query("COMMIT");
}

async function swap(client: pg.ClientBase, staging: string, schema: string, city: string, replace: boolean): Promise<void> {
  await client.query("BEGIN");
  if (!replace) await refuseThere(client, schema, city);
  await takePlace(client, staging, schema, replace);
  await client.query("COMMIT");
}
