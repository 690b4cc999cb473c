import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openHome } from "../base/config/home.ts";
import { openDatabase } from "../base/db/database.ts";
import { migrate } from "../base/db/migrate.ts";
import { commandFile, output, root } from "./run.ts";

/**
 * `npm run gen [-- noun …]`: writes the row types of each noun (rows.ts) from a freshly migrated database, so that a
 * column that changes is a type error where it is used. `--check` writes nothing and names the files that are not so.
 */

// Read as unknown until its schema has looked at it; written as text, since pg would make a PostgreSQL array of a list.
const json = "export type Json = ColumnType<unknown, string, string>;";

const pascal = (name: string): string => name.split(/[-_]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");

/** Nouns and packs with tables: kernel/facts → facts. */
const nounsWithTables = (): { folder: string; noun: string }[] =>
  globSync("{base,kernel,packs}/*/migrations", { cwd: root })
    .map((folder) => path.dirname(folder))
    .sort()
    .map((folder) => ({ folder, noun: path.basename(folder).replaceAll("-", "_") }));

async function rowsOf(url: string, schema: string, noun: string, scratch: string): Promise<string> {
  const out = path.join(scratch, `${noun}.ts`);
  const { code, text } = await output(process.execPath, [
    commandFile("kysely-codegen"),
    "--dialect=postgres", `--url=${url}`, `--default-schema=${schema}`, `--include-pattern=${schema}.${noun}_*`,
    "--date-parser=string", "--numeric-parser=string", "--log-level=warn", `--out-file=${out}`,
  ]);
  if (code !== 0) throw new Error(`kysely-codegen ended with ${code}: ${text}`);
  return readFileSync(out, "utf8")
    .replace(/^\/\*\*[\s\S]*?\*\/\n/, "// Written by `npm run gen` from the migrated database; a change here is lost.\n")
    .replace(/export type Json = JsonValue;[\s\S]*?export type JsonValue = .*\n/, `${json}\n`)
    .replace(/\bDB\b/g, `${pascal(noun)}Rows`);
}

async function main(args: readonly string[]): Promise<number> {
  const check = args.includes("--check");
  const asked = args.filter((word) => word !== "--check");
  let stale = 0;
  const scratch = mkdtempSync(path.join(tmpdir(), "gangju-gen-"));
  const database = await openDatabase(openHome(scratch));
  try {
    await migrate(database.pool.migrator, "gen");
    for (const { folder, noun } of nounsWithTables()) {
      const file = path.join(root, folder, "rows.ts");
      // A noun without rows.ts (the tables of the sign-in library) reads none by type; name it to begin one.
      if (asked.length > 0 ? !asked.includes(noun) : !existsSync(file)) continue;
      const text = await rowsOf(database.ownerUrl, "gen", noun, scratch);
      const same = existsSync(file) && readFileSync(file, "utf8") === text;
      if (!same && !check) writeFileSync(file, text);
      if (!same) stale += 1;
      process.stdout.write(`${folder}/rows.ts ${same ? "is as the database" : check ? "is not as the database; run npm run gen" : "written"}\n`);
    }
    return check && stale > 0 ? 1 : 0;
  } finally {
    await database.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
