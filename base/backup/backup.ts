import type pg from "pg";
import { format, writeBackup } from "./file.ts";
import { beginSnapshot, copyTableOut, selectApplied, selectTables } from "./queries.ts";

export interface BackupOptions {
  /** The owner of the city's tables. */
  readonly migrator: pg.Pool;
  readonly schema: string;
  readonly city: string;
  readonly area: string;
  readonly release: string;
  readonly signInKey: string;
  readonly now: Date;
  told?(table: string, rows: number): void;
}

export interface BackedUp {
  readonly tables: number;
  readonly rows: number;
}

/** Writes one city, whole, as of one moment, while it goes on being served. Sessions and open links are left out. */
export async function backup(file: string, options: BackupOptions): Promise<BackedUp> {
  const client = await options.migrator.connect();
  let broken = true;
  try {
    await beginSnapshot(client, options.schema);
    const tables = await selectTables(client, options.schema);
    const { city, area, release } = options;
    const header = { format, city, area, release, made_at: options.now.toISOString(), migrations: await selectApplied(client), tables, sign_in_key: options.signInKey } as const;
    await writeBackup(file, async (writer) => {
      await writer.header(header);
      for (const table of tables) {
        options.told?.(table.name, table.rows);
        const rows = await copyTableOut(client, table, writer.rows);
        if (rows !== table.rows) throw new Error(`${table.name}: ${rows} rows copied, ${table.rows} counted in the same snapshot`);
        await writer.endTable();
      }
    });
    await client.query("COMMIT");
    broken = false;
    return { tables: tables.length, rows: tables.reduce((sum, table) => sum + table.rows, 0) };
  } finally {
    // A connection in the middle of a copy is not fit for another use.
    client.release(broken);
  }
}
