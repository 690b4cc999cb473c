import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { Problem } from "../errors/problem.ts";
import { text } from "./text.ts";

/** One forward step of one noun's tables. */
export interface Migration {
  /** kernel/facts/0001-observations.sql */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const root = path.resolve(import.meta.dirname, "../..");

/** Nouns in the order in which their tables may refer to each other: the order of imports. */
const order = ["base/audit", "base/http", "base/auth", "kernel/registry", "kernel/map", "kernel/ledger", "kernel/facts", "kernel/matters", "kernel/plan", "kernel/pack"];

export function findMigrations(): Migration[] {
  const packs = existsSync(path.join(root, "packs")) ? readdirSync(path.join(root, "packs")).sort().map((pack) => `packs/${pack}`) : [];
  return [...order, ...packs].flatMap((noun) => {
    const folder = path.join(root, noun, "migrations");
    if (!existsSync(folder)) return [];
    return readdirSync(folder).filter((file) => file.endsWith(".sql")).sort().map((file) => {
      const sql = readFileSync(path.join(folder, file), "utf8");
      return { name: `${noun}/${file}`, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    });
  });
}

const roleNames = "gangju_app, gangju_worker, gangju_auth";

/**
 * Brings a city's schema to this release: makes it when it is new, then applies what is missing, each step in its own transaction.
 * Throws a Problem when the database knows a step that this program does not, or one that was changed since.
 * @returns names of the steps applied
 */
export async function migrate(migrator: pg.Pool, schema: string, migrations: readonly Migration[] = findMigrations()): Promise<string[]> {
  const client = await migrator.connect();
  const quoted = client.escapeIdentifier(schema);
  try {
    await client.query("SELECT pg_advisory_lock(7000, 2)");
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${quoted}`);
    await client.query(`GRANT USAGE ON SCHEMA ${quoted} TO ${roleNames}`);
    await client.query(`SET search_path = ${quoted}`);
    await client.query("CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL)");
    await client.query(`GRANT SELECT ON schema_migration TO ${roleNames}`);
    const applied = new Map((await client.query<{ name: string; sha256: string }>("SELECT name, sha256 FROM schema_migration")).rows.map((row) => [row.name, row.sha256]));
    refuseStrangers(applied, migrations);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.query("RESET search_path; SELECT pg_advisory_unlock_all()").catch(() => {});
    client.release();
  }
}

/** Is there a city in this schema? */
export async function isMigrated(pool: pg.Pool, schema: string): Promise<boolean> {
  const { rowCount } = await pool.query("SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'schema_migration'", [schema]);
  return rowCount === 1;
}

function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const [name, sha256] of applied) {
    const mine = known.get(name);
    if (mine === undefined) throw new Problem(409, "database-newer", text.newerDatabase, { values: { name } });
    if (mine !== sha256) throw new Problem(409, "migration-changed", text.migrationChanged, { values: { name } });
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    // The record first: two processes that race here meet on its key, not in the middle of the step.
    await client.query("INSERT INTO schema_migration (name, sha256, applied_at) VALUES ($1, $2, now())", [migration.name, migration.sha256]);
    await client.query(migration.sql);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Problem(500, "migration-failed", text.migrationFailed, { values: { name: migration.name, reason: (cause as Error).message }, cause });
  }
}
