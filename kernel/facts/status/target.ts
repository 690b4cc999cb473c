import { add, compare, decimalOf, exact, type Fraction, fraction, isDecimal, multiply, subtract } from "../decimal.ts";
import { findUnit } from "../indicator/unit.ts";
import { type Period, readPeriod } from "../observation/period.ts";
import type { Direction, Frequency, Kind } from "../schema.ts";
import type { Said } from "../../../base/text/text.ts";
import { about, holdComparators, holdWords } from "./methods.ts";

/** What is judged: a target as a compiled plan holds it, or one written by hand. */
export interface JudgedTarget {
  readonly value: number | string | null;
  readonly value_max: number | string | null;
  readonly unit: string;
  /** The words of the plan for what is measured. */
  readonly indicator: string;
  /** 市区, 农村居民: whom or where it is limited to. */
  readonly scope?: string | null;
  readonly measure: string;
  readonly comparator: string | null;
  readonly period: string | null;
  readonly cumulative: boolean;
  readonly base: { readonly period: string | null; readonly value: number | string; readonly unit: string } | null;
  readonly reference: string | null;
  /** As printed, and the words it stands in: they tell a limit from a goal. */
  readonly number: string;
  readonly quote: string;
}

/** The indicator a target is measured by. */
export interface Measured {
  readonly code: string;
  readonly name: Said;
  readonly direction: Direction;
  readonly kind: Kind;
  readonly frequency: Frequency;
}

/** An interval of figures: what a target accepts, or what is known of a value. Null is no end. */
export interface Interval {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

export const decimalFraction = (given: number | string | null): Fraction | undefined => {
  const text = typeof given === "number" ? decimalOf(given) : given;
  return text !== null && isDecimal(text) ? exact(text) : undefined;
};

const point = (low: Fraction | null, high: Fraction | null, openLow = false, openHigh = false): Interval => ({ low, high, openLow, openHigh });

/** What is known of a figure: itself, or all above or below its bound. */
export function known(value: Fraction, bound: string): Interval {
  if (bound === ">" || bound === ">=") return point(value, null, bound === ">");
  if (bound === "<" || bound === "<=") return point(null, value, false, bound === "<");
  return point(value, value);
}

/** Which way is better: what the comparator says, else the indicator, else the way from the base. */
export function directionOf(target: JudgedTarget, measured: Measured | null, base?: Fraction, value?: Fraction): "up" | "down" {
  // Of grades "Ⅱ类以上" means the better ones, and those bear the lower numbers: the indicator knows which.
  if (findUnit(target.unit)?.dimension === "classes" && measured !== null && measured.direction !== "none") return measured.direction;
  if (target.comparator === "<" || target.comparator === "<=") return "down";
  if (target.comparator === ">" || target.comparator === ">=") return "up";
  if (measured !== null && measured.direction !== "none") return measured.direction;
  return base !== undefined && value !== undefined && compare(value, base) < 0 ? "down" : "up";
}

/** The figures with which the target is reached. */
export function accepted(target: JudgedTarget, value: Fraction, direction: "up" | "down"): Interval {
  const most = decimalFraction(target.value_max);
  if (target.comparator === "range" && most !== undefined) return compare(value, most) <= 0 ? point(value, most) : point(most, value);
  if (target.comparator === "~") {
    const reach = multiply(value.n < 0n ? subtract(fraction(0n), value) : value, about);
    return point(subtract(value, reach), add(value, reach));
  }
  return direction === "up" ? point(value, null, target.comparator === ">") : point(null, value, false, target.comparator === "<");
}

/** Whether all, none or some of what is known lies in what is accepted; undefined where the bound leaves it open. */
export function lies(value: Interval, within: Interval): boolean | undefined {
  if (inside(value, within)) return true;
  return apart(value, within) ? false : undefined;
}

function inside(value: Interval, within: Interval): boolean {
  const low = within.low === null || (value.low !== null && (compare(value.low, within.low) > 0 || (compare(value.low, within.low) === 0 && (!within.openLow || value.openLow))));
  const high = within.high === null || (value.high !== null && (compare(value.high, within.high) < 0 || (compare(value.high, within.high) === 0 && (!within.openHigh || value.openHigh))));
  return low && high;
}

const below = (a: Interval, b: Interval): boolean =>
  a.high !== null && b.low !== null && (compare(a.high, b.low) < 0 || (compare(a.high, b.low) === 0 && (a.openHigh || b.openLow)));

const apart = (a: Interval, b: Interval): boolean => below(a, b) || below(b, a);

/** The words just before and after the number, up to the next comma. */
function around({ quote, number }: JudgedTarget): string {
  const at = number === "" ? -1 : quote.indexOf(number);
  if (at < 0) return quote;
  const before = quote.slice(0, at).split(/[，,、；;。]/).at(-1) ?? "";
  const after = quote.slice(at + number.length).split(/[，,、；;。]/)[0] ?? "";
  return before + after;
}

/** Whether the plan's words make it a limit to be kept rather than a goal to be reached. */
export const isLimit = (target: JudgedTarget): boolean =>
  holdComparators.includes(target.comparator ?? "") || (target.measure === "level" && holdWords.some((word) => around(target).includes(word)));

/** The period it is due in; the plan's own where the target names none. A yearly target has the plan's. */
export function duePeriod(target: JudgedTarget, planPeriod: string | null): Period | undefined {
  const own = target.period === null || target.period === "yearly" ? undefined : readPeriod(target.period);
  return own ?? (planPeriod === null ? undefined : readPeriod(planPeriod));
}
