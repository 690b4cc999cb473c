import type { Place } from "../../../base/errors/problem.ts";
import type { Fields, SubjectKind, TargetFields, TaskFields } from "./schema.ts";
import { text } from "./text.ts";

/** What is wrong with fields, each with its place; a schema has looked at their shapes before. */

const PERIOD = /^(?:yearly|(?:19|20|21)\d{2}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?(?:\/(?:19|20|21)\d{2}(?:-(?:0[1-9]|1[0-2]))?)?)$/;
const withoutNumber: readonly string[] = ["relation", "assigned", "coverage", "event"];

const at = (field: string, said: Place["said"], values: Place["values"] = {}): Place => ({ at: `/fields/${field}`, said, values });

export function wrongFields(kind: SubjectKind, fields: Fields, words: string): Place[] {
  return kind === "target" ? wrongTarget(fields as TargetFields, words) : wrongTask(fields as TaskFields);
}

function wrongPeriod(field: string, period: string | null): Place[] {
  if (period === null) return [];
  if (!PERIOD.test(period)) return [at(field, text.wrongPeriod, { period })];
  const [from = "", to] = period.split("/");
  return to !== undefined && to < from ? [at(field, text.periodBackwards, { period })] : [];
}

function wrongTarget(fields: TargetFields, words: string): Place[] {
  const { value, value_max: max, comparator, measure, number } = fields;
  const wrong: Place[] = [...wrongPeriod("period", fields.period), ...wrongPeriod("base/period", fields.base?.period ?? null)];
  if (fields.indicator.trim() === "") wrong.push(at("indicator", text.indicatorMissing));
  // Nothing is invented: a number stands in the document's words.
  if (number !== "" && !words.includes(number)) wrong.push(at("number", text.numberNotPrinted, { number }));
  const numbered = !withoutNumber.includes(measure);
  if (numbered && value === null) wrong.push(at("value", text.valueMissing));
  if (!numbered && number === "" && value !== null) wrong.push(at("value", text.valueNotPrinted));
  if (max !== null && value !== null && max <= value) wrong.push(at("value_max", text.rangeBackwards));
  if (comparator === "range" && max === null) wrong.push(at("value_max", text.rangeEnd));
  if (comparator !== "range" && max !== null) wrong.push(at("comparator", text.rangeComparator));
  return wrong;
}

function wrongTask(fields: TaskFields): Place[] {
  const wrong = wrongPeriod("deadline", fields.deadline);
  return fields.title.trim() === "" ? [...wrong, at("title", text.titleMissing)] : wrong;
}
