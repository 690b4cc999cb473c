import { Type } from "typebox";
import { methodHead, methodUsed, Parameter, readMethod } from "../methods.ts";

/** Progress as a ratio of yearly growth rates, for series outside any city. */

const names = ["substantial_with_target", "moderate_with_target", "substantial_without", "moderate_without", "in_place_of_zero"] as const;
const parameters = Object.fromEntries(names.map((name) => [name, Parameter])) as Record<(typeof names)[number], typeof Parameter>;
const file = readMethod(import.meta.dirname, "growth-ratio.yaml", Type.Object({ ...methodHead, parameters: Type.Object(parameters, { additionalProperties: false }) }, { additionalProperties: false }));
// A root is no fraction: growth rates are doubles, and so are the thresholds they are held against.
const parameter = (name: (typeof names)[number]): number => Number(file.parameters[name].value);
const withTarget = { substantial: parameter("substantial_with_target"), moderate: parameter("moderate_with_target") };
const without = { substantial: parameter("substantial_without"), moderate: parameter("moderate_without") };

export const growthRatio = methodUsed(file);

export interface Series {
  /** 1: the more the better; -1: the less the better. */
  readonly direction: 1 | -1;
  readonly base: { readonly year: number; readonly value: number } | null;
  readonly current: { readonly year: number; readonly value: number } | null;
  /** value null: a direction, but no figure to reach. */
  readonly target: { readonly year: number | null; readonly value: number | null };
  /** No figure can lie beyond it (100 %). */
  readonly limit: number | null;
}

export type ProgressStatus = "target_achieved" | "substantial_progress" | "moderate_progress" | "limited_progress" | "deterioration" | "not_available";
export type ProgressReason = "reached" | "compared-with-required" | "growth-alone" | "reaches-limit" | "no-figures" | "no-time-between" | "no-growth-from-base" | "nothing-required";

export interface Progress {
  readonly value: number | null;
  readonly status: ProgressStatus;
  readonly reason: ProgressReason;
  /** Yearly growth, as a share. */
  readonly actual: number | null;
  readonly required: number | null;
}

const finite = (number: number): number | null => (Number.isFinite(number) ? number : null);
/** Compound yearly growth; null where there is none (base 0, change of sign, no time). */
const growth = (from: number, to: number, years: number): number | null => finite((to / from) ** (1 / years) - 1);

function label(progress: number, { substantial, moderate }: { readonly substantial: number; readonly moderate: number }): ProgressStatus {
  if (progress >= substantial) return "substantial_progress";
  if (progress >= moderate) return "moderate_progress";
  return progress >= 0 ? "limited_progress" : "deterioration";
}

const none = (reason: ProgressReason, more: Partial<Progress> = {}): Progress => ({ value: null, status: "not_available", reason, actual: null, required: null, ...more });

/**
 * Progress of one series.
 * Formula: Statistics Canada, Progress Measurement for Canada's Sustainable Development Goals (methods/growth-ratio.yaml).
 */
export function progressOf({ direction, base, current, target, limit }: Series): Progress {
  if (current === null || base === null) return none("no-figures");
  const reached = target.value !== null && (current.value - target.value) * direction >= 0;
  const years = current.year - base.year;
  const actual = years > 0 ? growth(base.value, current.value, years) : null;
  if (actual === null) {
    const because = years > 0 ? "no-growth-from-base" : "no-time-between";
    return reached ? none("reached", { status: "target_achieved" }) : none(because);
  }
  if (target.value === null) {
    const value = actual * direction;
    const plain = label(value, without);
    // A series near its ceiling can hardly grow: going on as it did, it would be there in time.
    const arrives = limit !== null && target.year !== null && direction === 1 && actual > 0 && current.value * (1 + actual) ** (target.year - current.year) >= limit;
    return arrives ? { value, status: "substantial_progress", reason: "reaches-limit", actual, required: null } : { value, status: plain, reason: "growth-alone", actual, required: null };
  }
  const goal = target.value === 0 ? parameter("in_place_of_zero") : target.value;
  const required = target.year !== null && target.year > base.year ? growth(base.value, goal, target.year - base.year) : null;
  const ratio = required === null ? null : finite(actual / required);
  if (reached) return { value: ratio, status: "target_achieved", reason: "reached", actual, required };
  if (ratio === null) return none("nothing-required", { actual, required });
  return { value: ratio, status: label(ratio, withTarget), reason: "compared-with-required", actual, required };
}
