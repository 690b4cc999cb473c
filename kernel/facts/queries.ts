import { type Ctx, tables } from "../../base/db/ctx.ts";
import type { FactsRows } from "./rows.ts";

/** Codes of all indicators: what a plan may be measured by. */
export async function selectIndicatorCodes(ctx: Ctx): Promise<Set<string>> {
  const rows = await tables<FactsRows>(ctx).selectFrom("facts_indicator").select("code").distinct().execute();
  return new Set(rows.map((row) => row.code));
}
