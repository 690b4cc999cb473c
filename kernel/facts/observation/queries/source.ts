import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "../../../../base/db/ctx.ts";
import type { Bound, Observation, ObservationStatus } from "../../schema.ts";

/** A figure as it is read, whichever table the reader may read it from. */
export interface ObservationRow {
  readonly id: string;
  readonly indicator: string;
  readonly division: string;
  readonly scope: string;
  readonly period: string;
  readonly revision: number;
  readonly period_start: string;
  readonly period_end: string;
  readonly value: string;
  readonly bound: string;
  readonly unit: string;
  readonly printed: string | null;
  readonly status: string;
  readonly source_title: string;
  readonly source_address: string | null;
  readonly published_on: string | null;
  readonly note: string | null;
  readonly supersedes: string | null;
  readonly known_from: Date;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly released_on: string | null;
}

const columns = sql.raw(
  "indicator, division, scope, period, revision, period_start, period_end, value, bound, unit, printed, status, source_title, source_address, published_on, note, supersedes, known_from, recorded_at, recorded_by",
);

const recorded = sql`SELECT id, ${columns} FROM facts_observation`;
const released = sql`SELECT observation AS id, ${columns} FROM facts_released r`;
// Cells are of one area, so a cell is either in the record of this reader or only among what is public.
const elsewhere = sql`${released} WHERE NOT EXISTS (SELECT 1 FROM facts_observation o WHERE o.id = r.observation)`;

/** Province and city: an area path of two labels sees every figure the city keeps. */
const labels_of_a_city = 2;

/**
 * Where this reader's figures are: the public reads what was released; who reads internal figures reads the record; and
 * who reads it for a part of the city only, also what is public of the rest. Row-level security decides; this only
 * chooses where to look.
 */
function places(ctx: Ctx): readonly RawBuilder<unknown>[] {
  if (!ctx.actor.permissions.has("facts.read")) return [released];
  return ctx.actor.area.split(".").length <= labels_of_a_city ? [recorded] : [recorded, elsewhere];
}

/** The same question put to every place this reader reads from, so that each is narrowed and cut by its own index. */
export const figures = (ctx: Ctx, question: (place: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> =>
  sql.join(places(ctx).map((place) => sql`(${question(sql`(${place})`)})`), sql` UNION ALL `);

/** When it was made public, beside the rows of a page. */
export const withRelease = (page: RawBuilder<unknown>, knownAt: Date | undefined): RawBuilder<ObservationRow> => sql<ObservationRow>`
  SELECT p.*, r.released_on FROM (${page}) p
  LEFT JOIN facts_released r ON r.observation = p.id ${knownAt === undefined ? sql`` : sql`AND r.known_from <= ${knownAt}`}`;

/** The row as it travels. Who recorded it is not shown to those outside. */
export const showObservation = (ctx: Ctx, row: ObservationRow): Observation => ({
  id: row.id,
  indicator: row.indicator,
  division: row.division,
  scope: row.scope === "" ? null : row.scope,
  period: row.period,
  period_start: row.period_start,
  period_end: row.period_end,
  value: row.value,
  bound: row.bound as Bound,
  unit: row.unit,
  printed: row.printed,
  status: row.status as ObservationStatus,
  source: { title: row.source_title, address: row.source_address },
  published_on: row.published_on,
  note: row.note,
  class: row.released_on === null ? "internal" : "public",
  released_on: row.released_on,
  revision: row.revision,
  recorded_at: row.recorded_at.toISOString(),
  recorded_by: ctx.actor.permissions.has("facts.read") ? row.recorded_by : null,
  supersedes: row.supersedes,
});
