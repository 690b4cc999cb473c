import { bareWords } from "../document/ids.ts";
import type { CompiledPlan, PlanTask, Target } from "../compile/schema.ts";
import type { Doubt, SubjectKind } from "./schema.ts";

/** What is doubtful in a reading, and how much. */

/** Values of the method file. */
export interface Method {
  readonly target: number;
  readonly task: number;
  /** Whether figures can be compared in this unit. */
  knowsUnit(unit: string): boolean;
}

export interface Doubtful {
  readonly doubt: number;
  readonly doubts: readonly Doubt[];
}

/** Weights order the list only; what is in it does not hang on them. */
const weight = { contradiction: 0.6, period: 0.3, unit: 0.25, issue: 0.2 } as const;

const withoutNumber = new Set<Target["measure"]>(["relation", "assigned", "coverage", "event"]);

/** The same thing at the same time: two values of it contradict. */
const sameThing = (target: Target): string =>
  [bareWords(target.indicator), bareWords(target.scope ?? ""), target.measure, target.period ?? "", target.stretch, target.cumulative, target.unit].join(" ");

const printed = (target: Target): string => `${target.comparator ?? ""} ${target.value ?? ""} ${target.value_max ?? ""} ${target.reference ?? ""}`;
const shown = (target: Target): string => `${target.number}${target.unit}`;

/** Other readings of the same thing with another value. */
function contradictions(targets: readonly Target[]): ReadonlyMap<Target, Target> {
  const byThing = new Map<string, Target[]>();
  for (const target of targets) {
    if (target.value === null || target.measure === "flow") continue;
    const key = sameThing(target);
    byThing.set(key, [...(byThing.get(key) ?? []), target]);
  }
  const against = new Map<Target, Target>();
  for (const same of byThing.values()) {
    for (const target of same) {
      const other = same.find((one) => printed(one) !== printed(target));
      if (other !== undefined) against.set(target, other);
    }
  }
  return against;
}

/** Told by hand where something can be joined, not by a reading. */
export const tableIssues: ReadonlySet<string> = new Set(["picture", "table-missing", "pages-without-text"]);

/** All doubts of a plan's targets and tasks, by the reading. Those without a doubt are left out. */
export function doubtsOf(plan: Pick<CompiledPlan, "targets" | "tasks" | "issues" | "outline">, method: Method, clauseAt: (at: number) => string | null): ReadonlyMap<Target | PlanTask, Doubtful> {
  const found = new Map<Target | PlanTask, Doubtful>();
  const against = contradictions(plan.targets);
  const issues = new Map(plan.issues.filter((issue) => issue.at > 0 && !tableIssues.has(issue.kind)).map((issue) => [clauseAt(issue.at), issue]));
  const add = (kind: SubjectKind, reading: Target | PlanTask, more: readonly { doubt: number; said: Doubt }[]): void => {
    const unsure: { doubt: number; said: Doubt }[] = [];
    if (reading.confidence < method[kind]) unsure.push({ doubt: 1 - reading.confidence, said: { code: "confidence", values: { confidence: reading.confidence, least: method[kind] } } });
    const issue = reading.clause === null ? undefined : issues.get(reading.clause);
    if (issue !== undefined) unsure.push({ doubt: weight.issue, said: { code: "issue", values: { message: issue.message } } });
    const all = [...more, ...unsure];
    if (all.length > 0) found.set(reading, { doubt: all.reduce((sum, one) => sum + one.doubt, 0), doubts: all.map((one) => one.said) });
  };
  for (const target of plan.targets) {
    const more: { doubt: number; said: Doubt }[] = [];
    const other = against.get(target);
    if (other !== undefined) more.push({ doubt: weight.contradiction, said: { code: "contradiction", values: { other: shown(other), quote: other.quote.slice(0, 60) } } });
    if (target.period === null) more.push({ doubt: weight.period, said: { code: "period", values: {} } });
    const unit = target.unit;
    if (!withoutNumber.has(target.measure) && unit !== "" && !method.knowsUnit(unit)) more.push({ doubt: weight.unit, said: { code: "unit", values: { unit } } });
    add("target", target, more);
  }
  for (const task of plan.tasks) add("task", task, []);
  return found;
}
