import { exact, type Fraction, isDecimal, multiply } from "../decimal.ts";
import { convert, findFactor } from "../indicator/unit.ts";
import { comparePeriods, hasEnded, isYearLong, readPeriod } from "../observation/period.ts";
import type { Observation } from "../schema.ts";
import { decimalFraction, type Interval, type JudgedTarget, known, type Measured } from "./target.ts";

/** A published figure in the target's unit. */
export interface Figure {
  readonly observation: Observation;
  readonly value: Fraction;
  readonly interval: Interval;
}

const statuses_used: readonly string[] = ["expected", "preliminary", "final", "revised"];

/** Whether its source was out on that day, as far as is known. */
const isOut = (observation: Observation, asOf: string): boolean => observation.published_on === null || observation.published_on <= asOf;

/** What may be shown on that day: begun and out, and not on a basis that was given up. */
export const shownOn = (observations: readonly Observation[], asOf: string): Observation[] =>
  observations.filter((each) => each.status !== "superseded" && each.period_start <= asOf && isOut(each, asOf)).sort((a, b) => byPeriod(a, b));

/** A figure as it is shown beside a target: in the target's unit where it can be put so, with what was printed kept. */
export function inUnit(observation: Observation, unit: string): Observation {
  const converted = observation.unit === unit || !isDecimal(observation.value) ? undefined : convert(observation.value, observation.unit, unit);
  if (converted === undefined) return observation;
  return { ...observation, value: converted.value, unit, printed: observation.printed ?? `${observation.value} ${observation.unit}` };
}

const byPeriod = (a: Observation, b: Observation): number =>
  comparePeriods({ start: a.period_start, end: a.period_end }, { start: b.period_start, end: b.period_end });

/** Yearly figures compare with yearly targets; of a count that is taken now and then, any does. Months and quarters of a year's figure never do. */
function compares(observation: Observation, measured: Measured | null): boolean {
  if (isYearLong({ start: observation.period_start, end: observation.period_end })) return true;
  return measured?.kind === "level" && measured.frequency === "irregular" && readPeriod(observation.period)?.kind !== "years";
}

/** The figures a target may be judged by on that day, of periods that are over, oldest first, in its unit; undefined where the units do not fit. */
export function usable(target: JudgedTarget, measured: Measured | null, observations: readonly Observation[], asOf: string): Figure[] | undefined {
  const figures: Figure[] = [];
  for (const observation of shownOn(observations, asOf)) {
    if (!hasEnded({ end: observation.period_end }, asOf)) continue;
    if (!statuses_used.includes(observation.status) || !isDecimal(observation.value)) continue;
    if (!compares(observation, measured) && observation.period !== target.period) continue;
    const factor = findFactor(observation.unit, target.unit);
    if (factor === undefined) return undefined;
    const value = multiply(exact(observation.value), factor);
    figures.push({ observation, value, interval: known(value, observation.bound) });
  }
  return figures;
}

/** Where a path begins. */
export interface Base {
  readonly value: Fraction;
  /** Last day of its period. */
  readonly end: string;
  readonly period: string;
  /** Null where the plan itself says it. */
  readonly observation: Observation | null;
}

/** The target's own base, else the latest exact figure at or before the year in front of the plan. */
export function findBase(target: JudgedTarget, figures: readonly Figure[], planPeriod: string | null): Base | undefined {
  const plan = planPeriod === null ? undefined : readPeriod(planPeriod);
  const before = plan === undefined ? undefined : String(Number(plan.start.slice(0, 4)) - 1);
  const own = target.base === null ? undefined : decimalFraction(target.base.value);
  if (target.base !== null && own !== undefined) {
    const factor = findFactor(target.base.unit, target.unit);
    const period = readPeriod(target.base.period ?? before ?? "");
    if (factor !== undefined && period !== undefined) return { value: multiply(own, factor), end: period.end, period: period.code, observation: null };
  }
  if (before === undefined) return undefined;
  const found = figures.findLast(({ observation }) => observation.period_end <= `${before}-12-31` && observation.bound === "=");
  return found && { value: found.value, end: found.observation.period_end, period: found.observation.period, observation: found.observation };
}
