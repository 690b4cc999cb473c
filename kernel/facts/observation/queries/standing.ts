import { sql } from "kysely";
import type { Ctx } from "../../../../base/db/ctx.ts";
import type { Current } from "../check.ts";
import { cellKey } from "../check.ts";

interface Cell {
  readonly indicator: string;
  readonly division: string;
  readonly scope: string;
  readonly period: { readonly code: string };
}

interface CurrentRow extends Current {
  readonly indicator: string;
  readonly division: string;
  readonly scope: string;
  readonly period: string;
}

/** What stands in these cells, in one reading. The arrays let the planner see how few they are. */
export async function selectStanding(ctx: Ctx, cells: readonly Cell[]): Promise<ReadonlyMap<string, Current>> {
  const { rows } = await sql<CurrentRow>`
    SELECT DISTINCT ON (o.indicator, o.division, o.scope, o.period)
      o.indicator, o.division, o.scope, o.period, o.id, o.value, o.bound, o.unit, o.status, o.source_title, o.source_address, o.note, o.revision, o.recorded_at, o.recorded_by
    FROM unnest(${cells.map((cell) => cell.indicator)}::text[], ${cells.map((cell) => cell.division)}::text[],
      ${cells.map((cell) => cell.scope)}::text[], ${cells.map((cell) => cell.period.code)}::text[]) AS c (indicator, division, scope, period)
    JOIN facts_observation o ON o.indicator = c.indicator AND o.division = c.division AND o.scope = c.scope AND o.period = c.period
    ORDER BY o.indicator, o.division, o.scope, o.period, o.revision DESC`.execute(ctx.db);
  return new Map(rows.map((row) => [cellKey(row, row.period), row]));
}
