import type { Ctx } from "../../base/db/ctx.ts";
import type { Issue } from "./compile/schema.ts";
import { chaptersByClause } from "./plan.ts";
import { type Document, listTargets, listTasks, type Reading } from "./queries/document.ts";
import { applyCorrections, type Effective, type EffectiveTarget, type EffectiveTask, type Read } from "./review/corrections.ts";
import { listDecisions } from "./review/queries.ts";
import type { SubjectKind } from "./review/schema.ts";
import { inForce } from "./review/threads.ts";

/** Targets and tasks as they count: what was read, with what planners decided laid over it. */
export interface InForce {
  readonly targets: ReadonlyArray<Reading<EffectiveTarget>>;
  readonly tasks: ReadonlyArray<Reading<EffectiveTask>>;
}

/** Both, or of one kind alone: neither has a say in the other. */
export async function effective(ctx: Ctx, document: Document, knownAt?: Date, only?: SubjectKind): Promise<InForce> {
  const targets = only === "task" ? [] : await listTargets(ctx, document.version);
  const tasks = only === "target" ? [] : await listTasks(ctx, document.version);
  const decisions = (await listDecisions(ctx, knownAt)).filter((one) => only === undefined || one.kind === only);
  if (decisions.length === 0) return { targets: targets.map(plainly), tasks: tasks.map(plainly) };
  const { read, applied } = lay(document, targets, tasks, decisions);
  const chapters = chaptersByClause(read.outline);
  const chapterOf = (clause: string | null): string | null => (clause === null ? null : (chapters.get(clause)?.id ?? null));
  const placed = <R extends { clause: string | null }>(reading: R): Reading<R> => ({ chapter: chapterOf(reading.clause), reading });
  return { targets: applied.targets.map(placed), tasks: applied.tasks.map(placed) };
}

const plainly = <R extends object>({ chapter, reading }: Reading<R>): Reading<R & { corrected: null }> => ({ chapter, reading: { ...reading, corrected: null } });

function lay(
  document: Document,
  targets: ReadonlyArray<Reading<Read["targets"][number]>>,
  tasks: ReadonlyArray<Reading<Read["tasks"][number]>>,
  decisions: Awaited<ReturnType<typeof listDecisions>>,
): { read: Read & { issues: Issue[] }; applied: Effective } {
  const read = {
    text: document.text,
    outline: document.outline,
    targets: targets.map((one) => one.reading),
    tasks: tasks.map((one) => one.reading),
    issues: document.issues as Issue[],
    source: { sha256: document.source_sha256 },
  };
  return { read, applied: applyCorrections(read, inForce(decisions)) };
}

/** The same with every reading and every decision, for those who decide. */
export async function allSubjects(ctx: Ctx, document: Document): Promise<ReturnType<typeof lay>> {
  return lay(document, await listTargets(ctx, document.version), await listTasks(ctx, document.version), await listDecisions(ctx));
}
