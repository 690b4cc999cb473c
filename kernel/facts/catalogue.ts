import type { Ctx } from "../../base/db/ctx.ts";
import { notFound } from "../../base/errors/problem.ts";
import { countCells, selectLatest } from "./observation/queries/series.ts";
import { showObservation } from "./observation/queries/source.ts";
import type { Direction, Frequency, Indicator, Kind, Observation } from "./schema.ts";
import { text } from "./text.ts";
import { type IndicatorRow, selectByCode, selectIndicators } from "./indicator/queries.ts";

const labels_of_a_city = 2;

/** The code of the city an area lies in: 330000.330800.330802 lies in 330800. */
const cityOf = (area: string): string => area.split(".").slice(0, labels_of_a_city).at(-1) ?? area;

const show = (row: IndicatorRow, latest: Observation | null, count: number): Indicator => ({
  code: row.code,
  name: { "zh-CN": row.name_zh, en: row.name_en },
  definition: { "zh-CN": row.definition_zh, en: row.definition_en },
  unit: row.unit,
  direction: row.direction as Direction,
  kind: row.kind as Kind,
  source_body: row.source_body,
  frequency: row.frequency as Frequency,
  adds: row.adds as Indicator["adds"],
  prices: row.prices as Indicator["prices"],
  also: row.also,
  decimals: row.decimals,
  minimum: row.minimum,
  maximum: row.maximum,
  latest,
  count,
});

async function showAll(ctx: Ctx, rows: readonly IndicatorRow[], division: string): Promise<Indicator[]> {
  const codes = rows.map((row) => row.code);
  const latest = new Map((await selectLatest(ctx, codes, division)).map((row) => [row.indicator, showObservation(ctx, row)]));
  const counts = await countCells(ctx, codes);
  return rows.map((row) => show(row, latest.get(row.code) ?? null, counts.get(row.code) ?? 0));
}

export interface IndicatorsAsked {
  readonly q?: string | undefined;
  readonly division?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export async function findIndicators(ctx: Ctx, { q, division, after, limit = 100 }: IndicatorsAsked): Promise<{ items: Indicator[]; next: string | null }> {
  const rows = await selectIndicators(ctx, { q: q?.replaceAll("\0", ""), after: after?.replaceAll("\0", ""), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const items = await showAll(ctx, shown, division?.replaceAll("\0", "") ?? cityOf(ctx.actor.area));
  return { items, next: rows.length > limit ? (shown.at(-1)?.code ?? null) : null };
}

export async function getIndicator(ctx: Ctx, code: string, division?: string): Promise<Indicator> {
  const [found] = await showAll(ctx, await selectByCode(ctx, [code.replaceAll("\0", "")]), division?.replaceAll("\0", "") ?? cityOf(ctx.actor.area));
  if (found === undefined) throw notFound(text.indicator, code);
  return found;
}
