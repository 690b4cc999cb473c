import type { Insertable, Selectable } from "kysely";
import { type Ctx, tables } from "../../../base/db/ctx.ts";
import type { FactsRows } from "../rows.ts";

export type IndicatorRow = Selectable<FactsRows["facts_indicator"]>;

/** The newest revision of each indicator, by code. */
const newest = (ctx: Ctx) =>
  tables<FactsRows>(ctx).selectFrom("facts_indicator").selectAll().distinctOn("code").orderBy("code").orderBy("revision", "desc");

/** Indicators of these codes; those not found are simply missing. */
export const selectByCode = async (ctx: Ctx, codes: readonly string[]): Promise<IndicatorRow[]> =>
  codes.length === 0 ? [] : await newest(ctx).where("code", "in", codes).execute();

export const selectAllIndicators = async (ctx: Ctx): Promise<IndicatorRow[]> => await newest(ctx).execute();

export interface IndicatorsAsked {
  readonly q?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page in the order of codes; `q` is sought in code and both names, of the newest revision only. */
export async function selectIndicators(ctx: Ctx, { q, after, limit }: IndicatorsAsked): Promise<IndicatorRow[]> {
  let query = tables<FactsRows>(ctx).selectFrom(newest(ctx).as("newest")).selectAll();
  if (after !== undefined) query = query.where("code", ">", after);
  const sought = (q ?? "").trim();
  if (sought !== "") {
    const like = `%${sought.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((is) => is.or([is("code", "ilike", like), is("name_zh", "ilike", like), is("name_en", "ilike", like)]));
  }
  return await query.orderBy("code").limit(limit).execute();
}

export async function insertIndicators(ctx: Ctx, rows: readonly Insertable<FactsRows["facts_indicator"]>[]): Promise<void> {
  if (rows.length > 0) await tables<FactsRows>(ctx).insertInto("facts_indicator").values(rows).execute();
}
