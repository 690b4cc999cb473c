import { Type } from "typebox";
import { findUnit } from "../../facts/indicator/unit.ts";
import { methodHead, Parameter, readMethod } from "../../facts/methods.ts";
import type { Method } from "./doubts.ts";

const read = readMethod(import.meta.dirname, "doubt.yaml", Type.Object({ ...methodHead, parameters: Type.Object({ target: Parameter, task: Parameter }, { additionalProperties: false }) }, { additionalProperties: false }));

/** When a reading is doubtful, as methods/doubt.yaml says it. */
export const doubtMethod: Method = {
  target: Number(read.parameters.target.value),
  task: Number(read.parameters.task.value),
  knowsUnit: (unit) => findUnit(unit) !== undefined,
};
