import { record } from "../../../base/audit/audit.ts";
import type { Ctx } from "../../../base/db/ctx.ts";
import { type Place, Problem } from "../../../base/errors/problem.ts";
import { compare, decimalOf, exact, isDecimal } from "../decimal.ts";
import type { IndicatorIn } from "../schema.ts";
import { text } from "../text.ts";
import { type IndicatorRow, insertIndicators, selectAllIndicators } from "./queries.ts";

/** What loading did. Loading the same again changes nothing. */
export interface Loaded {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export type IndicatorPlaceOf = (index: number, field: keyof IndicatorIn) => string;

const limitOf = (given: string | number | null | undefined): string | null =>
  given === undefined || given === null ? null : typeof given === "number" ? decimalOf(given) : given.trim();

/** Everything wrong with a list of indicators, beyond the shape of each: codes and names stand for one indicator each. */
export function checkIndicators(indicators: readonly IndicatorIn[], at: IndicatorPlaceOf): Place[] {
  const taken = new Map<string, number>();
  return indicators.flatMap((each, index): Place[] => {
    const places: Place[] = [];
    const names: [keyof IndicatorIn, string][] = [["code", each.code], ["name", each.name["zh-CN"]], ["name", each.name.en], ...(each.also ?? []).map((name): [keyof IndicatorIn, string] => ["also", name])];
    for (const [field, name] of names) {
      if ((taken.get(name) ?? index) !== index) places.push({ at: at(index, field), said: text.indicatorTwice, values: { name } });
      taken.set(name, taken.get(name) ?? index);
    }
    const [low, high] = [limitOf(each.minimum), limitOf(each.maximum)];
    const wrong = (["minimum", "maximum"] as const).filter((field) => !isDecimal(limitOf(each[field]) ?? "0"));
    for (const field of wrong) places.push({ at: at(index, field), said: text.limitUnreadable, values: { value: each[field] } });
    if (wrong.length === 0 && low !== null && high !== null && compare(exact(low), exact(high)) > 0) {
      places.push({ at: at(index, "minimum"), said: text.limitsCrossed, values: { minimum: low, maximum: high } });
    }
    return places;
  });
}

export const contentOf = (each: IndicatorIn) => ({
  code: each.code,
  name_zh: each.name["zh-CN"],
  name_en: each.name.en,
  definition_zh: each.definition?.["zh-CN"] ?? "",
  definition_en: each.definition?.en ?? "",
  unit: each.unit,
  direction: each.direction,
  kind: each.kind,
  source_body: each.source_body ?? null,
  frequency: each.frequency ?? "year",
  adds: each.adds ?? "none",
  prices: each.prices ?? "none",
  also: each.also ?? [],
  decimals: each.decimals ?? null,
  minimum: limitOf(each.minimum),
  maximum: limitOf(each.maximum),
});

type Content = ReturnType<typeof contentOf>;

const sameContent = (content: Content, row: IndicatorRow): boolean =>
  (Object.keys(content) as (keyof Content)[]).every((field) => JSON.stringify(content[field]) === JSON.stringify(row[field]));

/** Appends the indicators that are new, and a revision of those whose definition changed. */
export async function loadIndicators(ctx: Ctx, indicators: readonly IndicatorIn[], at: IndicatorPlaceOf = (index, field) => `/${index}/${field}`): Promise<Loaded> {
  const places = checkIndicators(indicators, at);
  if (places.length > 0) throw new Problem(422, "indicators-refused", text.indicatorsRefused, { values: { count: places.length }, places });
  const there = new Map((await selectAllIndicators(ctx)).map((row) => [row.code, row]));
  const rows = indicators.map(contentOf).flatMap((content) => {
    const row = there.get(content.code);
    if (row !== undefined && sameContent(content, row)) return [];
    const revision = (row?.revision ?? 0) + 1;
    return [{ ...content, revision, area: ctx.actor.area, body: null, class: "public", recorded_at: ctx.now, recorded_by: ctx.actor.id }];
  });
  await insertIndicators(ctx, rows);
  const changed = rows.filter((row) => row.revision > 1).length;
  const counts = { added: rows.length - changed, changed, unchanged: indicators.length - rows.length };
  if (rows.length > 0) await record(ctx, "facts.load-indicators", String(rows.length), counts, "public");
  return counts;
}
