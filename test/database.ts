import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openHome } from "../base/config/home.ts";
import { openDatabase } from "../base/db/database.ts";

/** Vitest's global set-up: one real PostgreSQL for the whole run, the embedded one or that of DATABASE_URL. */
export default async function start(): Promise<() => Promise<void>> {
  process.env["GANGJU_SECRET"] ??= "for the tests only";
  const directory = mkdtempSync(path.join(tmpdir(), "gangju-tests-"));
  const database = await openDatabase(openHome(directory));
  process.env["GANGJU_TEST_URL"] = database.ownerUrl;
  return async () => {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  };
}
