import { sql } from "kysely";
import type { Ctx } from "../../../../base/db/ctx.ts";
import { figures, type ObservationRow, withRelease } from "./source.ts";

/** Where a page ended: the cell and, in a history, the revision. */
export interface Key {
  readonly indicator: string;
  readonly division: string;
  readonly scope: string;
  readonly period: string;
  readonly revision: number;
}

export interface Asked {
  readonly indicator?: string | undefined;
  readonly division?: string | undefined;
  /** Days: what ends on or after, begins on or before. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly knownAt?: Date | undefined;
  readonly history?: boolean | undefined;
  readonly after?: Key | undefined;
  readonly limit: number;
}

const afterKey = ({ indicator, division, scope, period, revision }: Key, history: boolean) => {
  const later = sql`(indicator, division, scope, period) > (${indicator}, ${division}, ${scope}, ${period})`;
  if (!history) return later;
  return sql`(${later} OR (indicator = ${indicator} AND division = ${division} AND scope = ${scope} AND period = ${period} AND revision < ${revision}))`;
};

/** A page of figures in the order of cells: the newest of each cell known at that moment, or all of them, newest first. */
export async function selectObservations(ctx: Ctx, asked: Asked): Promise<ObservationRow[]> {
  const { indicator, division, from, to, knownAt, history = false, after, limit } = asked;
  const where = [
    indicator === undefined ? undefined : sql`indicator = ${indicator}`,
    division === undefined ? undefined : sql`division = ${division}`,
    from === undefined ? undefined : sql`period_end >= ${from}::date`,
    to === undefined ? undefined : sql`period_start <= ${to}::date`,
    knownAt === undefined ? undefined : sql`known_from <= ${knownAt}`,
    after === undefined ? undefined : afterKey(after, history),
  ].filter((condition) => condition !== undefined);
  const page = figures(ctx, (place) => sql`
    SELECT ${history ? sql`` : sql`DISTINCT ON (indicator, division, scope, period)`} * FROM ${place} f
    ${where.length === 0 ? sql`` : sql`WHERE ${sql.join(where, sql` AND `)}`}
    ORDER BY indicator, division, scope, period, revision DESC LIMIT ${limit}`);
  const { rows } = await sql<ObservationRow>`${withRelease(page, knownAt)} ORDER BY p.indicator, p.division, p.scope, p.period, p.revision DESC LIMIT ${limit}`.execute(ctx.db);
  return rows;
}
