import { sql } from "kysely";
import type { Ctx } from "../../../../base/db/ctx.ts";
import { figures, type ObservationRow, withRelease } from "./source.ts";

/** One indicator of one division under one scope ("" for none), over all periods. */
export interface Series {
  readonly indicator: string;
  readonly division: string;
  readonly scope: string;
}

const values = (series: readonly Series[]) => sql`unnest(
  ${series.map((each) => each.indicator)}::text[], ${series.map((each) => each.division)}::text[], ${series.map((each) => each.scope)}::text[]
) AS s (indicator, division, scope)`;

/** The figures that stood at that moment, of all these series in one reading, in order of time. */
export async function selectSeries(ctx: Ctx, series: readonly Series[], knownAt?: Date): Promise<ObservationRow[]> {
  if (series.length === 0) return [];
  const page = figures(ctx, (place) => sql`
    SELECT DISTINCT ON (f.indicator, f.division, f.scope, f.period) f.* FROM ${place} f
    JOIN ${values(series)} ON f.indicator = s.indicator AND f.division = s.division AND f.scope = s.scope
    ${knownAt === undefined ? sql`` : sql`WHERE f.known_from <= ${knownAt}`}
    ORDER BY f.indicator, f.division, f.scope, f.period, f.revision DESC`);
  const { rows } = await sql<ObservationRow>`${withRelease(page, knownAt)} ORDER BY p.period_end, p.period_start DESC`.execute(ctx.db);
  return rows;
}

/** The latest figure of each indicator in a division, without scope, the year before its quarters. */
export async function selectLatest(ctx: Ctx, indicators: readonly string[], division: string): Promise<ObservationRow[]> {
  if (indicators.length === 0) return [];
  const standing = figures(ctx, (place) => sql`
    SELECT DISTINCT ON (indicator, division, scope, period) * FROM ${place} f
    WHERE indicator = ANY (${[...indicators]}::text[]) AND division = ${division} AND scope = ''
    ORDER BY indicator, division, scope, period, revision DESC`);
  const page = sql`
    SELECT DISTINCT ON (indicator) * FROM (${standing}) standing WHERE status <> 'superseded'
    ORDER BY indicator, period_end DESC, period_start`;
  return (await withRelease(page, undefined).execute(ctx.db)).rows;
}

/** Cells with a figure, by indicator. Each has one first revision, but the public may have been given a later one first. */
export async function countCells(ctx: Ctx, indicators: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const cells = ctx.actor.permissions.has("facts.read") ? sql`count(*) FILTER (WHERE revision = 1)` : sql`count(DISTINCT (division, scope, period))`;
  const counts = figures(ctx, (place) => sql`SELECT indicator, ${cells} AS cells FROM ${place} f WHERE indicator = ANY (${[...indicators]}::text[]) GROUP BY indicator`);
  const { rows } = await sql<{ indicator: string; cells: string }>`SELECT indicator, sum(cells) AS cells FROM (${counts}) counts GROUP BY indicator`.execute(ctx.db);
  return new Map(rows.map((row) => [row.indicator, Number(row.cells)]));
}
