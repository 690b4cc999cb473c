import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { identifier } from "../db/transact.ts";
import { Problem } from "../errors/problem.ts";
import { text } from "./text.ts";

// The only SQL of backup and restore. All of it runs as the owner of the tables, whom row-level security does not bind.

/** A table of the city and the columns a backup keeps of it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface Applied {
  readonly name: string;
  readonly sha256: string;
}

/** Who is signed in and which links are open is left out: a restored city asks everyone to sign in again. */
const leftOut = ["auth_session", "auth_verification"];

const piece_bytes = 256 * 1024;

const listed = (table: Pick<Table, "columns">): string => table.columns.map(identifier).join(", ");

/** One picture of the whole city: everything read in this transaction is as of one moment. Text forms do not depend on the server's settings. */
export async function beginSnapshot(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await setForms(client, schema);
}

export async function beginLoad(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query("BEGIN");
  await setForms(client, schema);
}

const setForms = (client: pg.ClientBase, schema: string): Promise<unknown> =>
  client.query(`SET LOCAL search_path = ${identifier(schema)}; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0`);

async function selectTableNames(client: pg.ClientBase, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname", [schema]);
  return rows.map((row) => row.name);
}

/** The tables in the order in which they can be filled: what is referred to comes first. */
async function inOrder(client: pg.ClientBase, schema: string, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ of: string; to: string }>(
    "SELECT DISTINCT c.relname AS of, f.relname AS to FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE k.contype = 'f' AND n.nspname = $1 AND k.conrelid <> k.confrelid",
    [schema],
  );
  const ordered: string[] = [];
  for (let left = [...names]; left.length > 0; ) {
    const free = left.filter((name) => rows.every((key) => key.of !== name || ordered.includes(key.to) || !names.includes(key.to)));
    if (free.length === 0) throw new Problem(500, "tables-circle", text.circle, { values: { tables: left.join(", ") } });
    ordered.push(...free);
    left = left.filter((name) => !free.includes(name));
  }
  return ordered;
}

/** What a backup keeps, counted. The caller has begun a snapshot. */
export async function selectTables(client: pg.ClientBase, schema: string): Promise<Table[]> {
  const names = (await selectTableNames(client, schema)).filter((name) => !leftOut.includes(name));
  const tables: Table[] = [];
  for (const name of await inOrder(client, schema, names)) {
    const columns = await client.query<{ name: string }>("SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum", [`${identifier(schema)}.${identifier(name)}`]);
    const count = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${identifier(name)}`);
    tables.push({ name, columns: columns.rows.map((row) => row.name), rows: Number(count.rows[0]?.rows ?? 0) });
  }
  return tables;
}

export async function selectApplied(client: pg.ClientBase): Promise<Applied[]> {
  return (await client.query<{ name: string; sha256: string }>("SELECT name, sha256 FROM schema_migration ORDER BY name")).rows;
}

/** Gives a table's rows in COPY's text form, in pieces; returns how many. A COPY of a query: on a cluster a plain COPY of a distributed table gives nothing. */
export async function copyTableOut(client: pg.ClientBase, table: Table, write: (piece: Buffer) => Promise<void>): Promise<number> {
  const rows = client.query(copyTo(`COPY (SELECT ${listed(table)} FROM ${identifier(table.name)}) TO STDOUT`, { highWaterMark: piece_bytes }));
  for await (const piece of rows) await write(piece as Buffer);
  return rows.rowCount;
}

export async function copyTableIn(client: pg.ClientBase, table: Table, source: AsyncIterable<Buffer>): Promise<number> {
  const rows = client.query(copyFrom(`COPY ${identifier(table.name)} (${listed(table)}) FROM STDIN`));
  await pipeline(Readable.from(source, { objectMode: false, highWaterMark: piece_bytes }), rows);
  return rows.rowCount;
}

/** Takes out what the migrations themselves put in: the backup has it. */
export async function emptyTables(client: pg.ClientBase, schema: string): Promise<void> {
  const names = await selectTableNames(client, schema);
  await client.query(`TRUNCATE ${names.map(identifier).join(", ")}`);
}

export async function analyzeTables(client: pg.ClientBase, schema: string): Promise<void> {
  for (const name of await selectTableNames(client, schema)) await client.query(`ANALYZE ${identifier(schema)}.${identifier(name)}`);
}

export async function isSchema(client: pg.ClientBase, schema: string): Promise<boolean> {
  return (await client.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema])).rowCount === 1;
}

export async function dropSchema(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${identifier(schema)} CASCADE`);
}

/** Puts the staged schema in the place of the city's; the one that was there goes in the same transaction. */
export async function takePlace(client: pg.ClientBase, staging: string, schema: string, replace: boolean): Promise<void> {
  if (replace) await client.query(`DROP SCHEMA IF EXISTS ${identifier(schema)} CASCADE`);
  await client.query(`ALTER SCHEMA ${identifier(staging)} RENAME TO ${identifier(schema)}`);
}

/** Held for the whole of a restore; the connection's end frees it. */
export async function lockRestore(client: pg.ClientBase, schema: string): Promise<boolean> {
  return (await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock(7002, hashtext($1)) AS got", [schema])).rows[0]?.got === true;
}

export async function unlockRestore(client: pg.ClientBase): Promise<void> {
  await client.query("SELECT pg_advisory_unlock_all()");
}
