import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openHome } from "../config/home.ts";
import { systemActor } from "./actors.ts";
import type { Actor, Ctx } from "./ctx.ts";
import { type Database, openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { type Moment, schemaOf, transact } from "./transact.ts";

export const testArea = "330000.330800";

/** A city of its own in the tests' database: a fresh schema, migrated. */
export interface TestCity {
  readonly id: string;
  readonly schema: string;
  readonly database: Database;
  /** Runs one act in one transaction; the system over the whole city unless another actor is given. */
  act<T>(act: (ctx: Ctx) => Promise<T>, actor?: Actor, moment?: Moment): Promise<T>;
  /** Drops the schema and closes the pools. */
  end(): Promise<void>;
}

/** Needs the database that test/database.ts starts once for the whole run (Vitest's globalSetup). */
export async function testCity(): Promise<TestCity> {
  const url = process.env["GANGJU_TEST_URL"];
  if (url === undefined) throw new Error("GANGJU_TEST_URL is not set: run through vitest with the repository's configuration");
  const database = await openDatabase(openHome(mkdtempSync(path.join(tmpdir(), "gangju-test-"))), url);
  const id = `test_${randomBytes(6).toString("hex")}`;
  const schema = schemaOf(id);
  await migrate(database.pool.migrator, schema);
  return {
    id,
    schema,
    database,
    act: (act, actor = systemActor(testArea), moment = {}) => transact(database.pool.app, schema, actor, moment, act),
    end: async () => {
      await database.pool.migrator.query(`DROP SCHEMA "${schema}" CASCADE`);
      await database.close();
    },
  };
}
