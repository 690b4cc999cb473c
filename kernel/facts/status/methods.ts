import { Type } from "typebox";
import { exact, type Fraction } from "../decimal.ts";
import { methodHead, methodUsed, Parameter, readMethod } from "../methods.ts";
import { ObservationStatus } from "../schema.ts";

const strict = { additionalProperties: false } as const;

const read = {
  path: readMethod(import.meta.dirname, "linear-path.yaml", Type.Object({ ...methodHead, parameters: Type.Object({ ahead: Parameter, on_track: Parameter, at_risk: Parameter }, strict) }, strict)),
  hold: readMethod(import.meta.dirname, "hold.yaml", Type.Object({ ...methodHead, words: Type.Array(Type.String()), comparators: Type.Array(Type.String()), parameters: Type.Object({ about: Parameter }, strict) }, strict)),
  due: readMethod(import.meta.dirname, "past-due.yaml", Type.Object({ ...methodHead, decisive: Type.Array(ObservationStatus) }, strict)),
  cumulative: readMethod(import.meta.dirname, "cumulative.yaml", Type.Object(methodHead, strict)),
  own: readMethod(import.meta.dirname, "own-period.yaml", Type.Object(methodHead, strict)),
  evidence: readMethod(import.meta.dirname, "by-evidence.yaml", Type.Object(methodHead, strict)),
};

/** The methods as a standing names them. */
export const methods = {
  path: methodUsed(read.path),
  hold: methodUsed(read.hold),
  due: methodUsed(read.due),
  cumulative: methodUsed(read.cumulative),
  own: methodUsed(read.own),
  evidence: methodUsed(read.evidence),
} as const;
export type MethodName = keyof typeof methods;

/** Least ratio of each status, best first; below the last it is off track. */
export const thresholds: readonly (readonly ["ahead" | "on_track" | "at_risk", Fraction])[] = [
  ["ahead", exact(read.path.parameters.ahead.value)],
  ["on_track", exact(read.path.parameters.on_track.value)],
  ["at_risk", exact(read.path.parameters.at_risk.value)],
];

export const holdWords: readonly string[] = read.hold.words;
export const holdComparators: readonly string[] = read.hold.comparators;
/** How far 左右 (about) reaches, as a share of the target. */
export const about: Fraction = exact(read.hold.parameters.about.value);
export const decisive: readonly string[] = read.due.decisive;
