import { type Insertable, sql } from "kysely";
import { type Ctx, tables } from "../../../../base/db/ctx.ts";
import type { FactsRows } from "../../rows.ts";

export type NewObservation = Insertable<FactsRows["facts_observation"]>;
export type NewReleased = Insertable<FactsRows["facts_released"]>;

// PostgreSQL takes 65,535 parameters in a statement.
const rows_a_statement = 1000;

/**
 * Appends figures; returns how many were taken. A cell that another already filled takes none, and the act that asked
 * refuses the whole batch: the unique index decides, so nothing has to be looked up before the usual case.
 */
export async function insertObservations(ctx: Ctx, rows: readonly NewObservation[]): Promise<number> {
  let taken = 0;
  for (let at = 0; at < rows.length; at += rows_a_statement) {
    const result = await tables<FactsRows>(ctx).insertInto("facts_observation").values(rows.slice(at, at + rows_a_statement))
      .onConflict((conflict) => conflict.columns(["indicator", "division", "scope", "period", "revision"]).doNothing()).executeTakeFirst();
    taken += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return taken;
}

export async function insertReleased(ctx: Ctx, rows: readonly NewReleased[]): Promise<number> {
  let taken = 0;
  for (let at = 0; at < rows.length; at += rows_a_statement) {
    const result = await tables<FactsRows>(ctx).insertInto("facts_released").values(rows.slice(at, at + rows_a_statement))
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    taken += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return taken;
}

/** A constant of a whole batch, written into the statement instead of a parameter for every row. */
export const constant = <T>(value: string): T => sql.lit(value) as unknown as T;
