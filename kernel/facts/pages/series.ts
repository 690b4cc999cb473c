import { byPeriod, onPeriods, type Drawing } from "../../../base/ui/chart-drawing.ts";
import { toNumber } from "../../../base/ui/figures.ts";
import type { Observation } from "../schema.ts";

/** What the page of an indicator makes of its observations. Pure. */

/** The records that count now: one that was superseded, or that a later one names, is history. */
export function current(observations: readonly Observation[]): readonly Observation[] {
  const replaced = new Set(observations.map((each) => each.supersedes).filter((each) => each !== null));
  return observations.filter((each) => !replaced.has(each.id) && each.status !== "superseded");
}

/** Newest period first; within one, the areas in the order of their codes. */
export const inOrder = (observations: readonly Observation[]): readonly Observation[] =>
  [...observations].sort((a, b) => byPeriod(b.period, a.period) || (a.division < b.division ? -1 : a.division > b.division ? 1 : 0));

export interface Revision {
  readonly now: Observation;
  readonly before: Observation | undefined;
}

/** Every record that took the place of another, newest first. */
export function revisions(observations: readonly Observation[]): readonly Revision[] {
  const byId = new Map(observations.map((each) => [each.id, each]));
  return observations
    .filter((each) => each.supersedes !== null)
    .map((now) => ({ now, before: byId.get(now.supersedes ?? "") }))
    .sort((a, b) => (a.now.recorded_at < b.now.recorded_at ? 1 : -1));
}

/** A period's kind: years are not drawn on one line with months. */
export const kindOf = (period: string): string => period.replace(/\d+/g, (digits) => (digits.length === 4 ? "Y" : "n"));

/** The kind of period that most values have: the one that is drawn. */
export function mainKind(observations: readonly Pick<Observation, "period">[]): string | null {
  const counts = new Map<string, number>();
  for (const each of observations) counts.set(kindOf(each.period), (counts.get(kindOf(each.period)) ?? 0) + 1);
  let best: string | null = null;
  for (const [kind, count] of counts) if (best === null || count > (counts.get(best) ?? 0) || (count === counts.get(best) && kind === "Y")) best = kind;
  return best;
}

/** One line for each area (and scope); at most `most`, or the picture says nothing. */
export function drawingOf(observations: readonly Observation[], nameOf: (division: string, scope: string | null) => string, unit: string, most = 8): Drawing | null {
  const kind = mainKind(observations);
  const lines = new Map<string, { period: string; value: number | null }[]>();
  for (const each of observations) {
    if (kindOf(each.period) !== kind) continue;
    const key = nameOf(each.division, each.scope);
    const points = lines.get(key) ?? [];
    points.push({ period: each.period, value: toNumber(each.value) });
    lines.set(key, points);
  }
  const chosen = [...lines].slice(0, most);
  const { periods, values } = onPeriods(chosen.map(([, points]) => points));
  if (periods.length < 2) return null;
  return { periods, unit, lines: chosen.map(([name], i) => ({ name, values: values[i] ?? [], look: i === 0 ? "measured" : "other" })) };
}

const periodForms = [/^\d{4}$/, /^\d{4}-H[12]$/, /^\d{4}-Q[1-4]$/, /^\d{4}-(0[1-9]|1[0-2])$/, /^\d{4}-(0[1-9]|1[0-2])\/\d{4}-(0[1-9]|1[0-2])$/, /^\d{4}\/\d{4}$/];

export const isPeriod = (text: string): boolean => periodForms.some((form) => form.test(text)) && spanIsForward(text);

function spanIsForward(text: string): boolean {
  const [from, to] = text.split("/");
  return to === undefined || (from ?? "") <= to;
}

/** Plain decimals; full-width digits are what an input method leaves behind. */
export function plainDecimal(text: string): string | null {
  const half = text.trim().replace(/[\uFF0B-\uFF19]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
  return /^[+-]?\d+(\.\d+)?$/.test(half) ? half.replace(/^\+/, "") : null;
}
