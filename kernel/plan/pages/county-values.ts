import { byPeriod } from "../../../base/ui/chart-drawing.ts";
import { toNumber } from "../../../base/ui/figures.ts";
import type { Observation } from "../../facts/schema.ts";

/** The latest period in which most counties have a value, and each county's value in it: pure. */
export interface CountyValues {
  readonly period: string | null;
  readonly unit: string;
  readonly byDivision: ReadonlyMap<string, Observation>;
}

export function countyValues(observations: readonly Observation[], counties: ReadonlySet<string>): CountyValues {
  const periods = new Map<string, Map<string, Observation>>();
  for (const each of observations) {
    if (!counties.has(each.division) || each.scope !== null || toNumber(each.value) === null || each.status === "superseded") continue;
    const here = periods.get(each.period) ?? new Map<string, Observation>();
    const before = here.get(each.division);
    if (before === undefined || before.recorded_at < each.recorded_at) here.set(each.division, each);
    periods.set(each.period, here);
  }
  let best: readonly [string, Map<string, Observation>] | null = null;
  for (const entry of periods) {
    if (best === null || entry[1].size > best[1].size || (entry[1].size === best[1].size && byPeriod(entry[0], best[0]) > 0)) best = entry;
  }
  const first = best?.[1].values().next().value;
  return { period: best?.[0] ?? null, unit: first?.unit ?? "", byDivision: best?.[1] ?? new Map() };
}

/** Indicators by how many counties have them, then by how new their figures are: what is most worth showing first. */
export function byCoverage(observations: readonly Observation[]): readonly string[] {
  const seen = new Map<string, { readonly counties: Set<string>; latest: string }>();
  for (const each of observations) {
    const entry = seen.get(each.indicator) ?? { counties: new Set<string>(), latest: "" };
    if (each.scope === null) entry.counties.add(each.division);
    if (each.period_end > entry.latest) entry.latest = each.period_end;
    seen.set(each.indicator, entry);
  }
  return [...seen]
    .filter(([, entry]) => entry.counties.size > 0)
    .sort(([, a], [, b]) => b.counties.size - a.counties.size || (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0))
    .map(([code]) => code);
}
