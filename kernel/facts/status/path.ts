import { add, compare, divide, type Fraction, fraction, multiply, subtract, toNumber } from "../decimal.ts";
import { monthOf } from "../observation/period.ts";
import { thresholds } from "./methods.ts";
import type { Interval } from "./target.ts";

/** A straight line between two ends of months. */
export interface Line {
  readonly from: Fraction;
  readonly to: Fraction;
  /** Last day of the base's period, and the due day. */
  readonly start: string;
  readonly end: string;
}

/** What the line asks for at the end of the day's month; after the due day, the target. */
export function requiredOn({ from, to, start, end }: Line, day: string): Fraction {
  const whole = monthOf(end) - monthOf(start);
  const gone = Math.min(Math.max(monthOf(day) - monthOf(start), 0), whole);
  return whole <= 0 ? to : add(from, multiply(subtract(to, from), fraction(BigInt(gone), BigInt(whole))));
}

/** Progress made to progress required; undefined where none is required yet. */
export function ratioOf(line: Line, value: Fraction, day: string): Fraction | undefined {
  const required = subtract(requiredOn(line, day), line.from);
  return required.n === 0n ? undefined : divide(subtract(value, line.from), required);
}

type PathStatus = "ahead" | "on_track" | "at_risk" | "off_track";

export const classify = (ratio: Fraction): PathStatus => thresholds.find(([, least]) => compare(ratio, least) >= 0)?.[0] ?? "off_track";

/** The status that every value of the interval has; undefined where the bound leaves it open. */
export function statusOn(line: Line, value: Interval, day: string): PathStatus | undefined {
  const rising = compare(line.to, line.from) > 0;
  const [worst, best] = rising ? [value.low, value.high] : [value.high, value.low];
  const at = (end: Fraction | null, none: PathStatus): PathStatus | undefined => {
    if (end === null) return none;
    const ratio = ratioOf(line, end, day);
    return ratio && classify(ratio);
  };
  const [least, most] = [at(worst, "off_track"), at(best, "ahead")];
  return least === most ? least : undefined;
}

/** The line at the end of every year, for a chart. */
export function pointsOf(line: Line, startPeriod: string): { period: string; value: number }[] {
  const [first, last] = [Number(line.start.slice(0, 4)), Number(line.end.slice(0, 4))];
  if (last - first > 100 || last < first) return [];
  const years = Array.from({ length: last - first }, (_, i) => String(first + 1 + i));
  return [{ period: startPeriod, value: toNumber(line.from) }, ...years.map((year) => ({ period: year, value: toNumber(requiredOn(line, year === String(last) ? line.end : `${year}-12-31`)) }))];
}
