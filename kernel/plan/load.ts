import { createHash } from "node:crypto";
import { record } from "../../base/audit/audit.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import type { Place } from "../../base/errors/problem.ts";
import { getCity } from "../registry/acts.ts";
import { selectBodies } from "../registry/queries.ts";
import type { CompiledPlan } from "./compile/schema.ts";
import { draftDuties } from "./drafts.ts";
import { chaptersByClause, dutyFor, measureFor, ordered, unmatchedMeasures } from "./plan.ts";
import { effective } from "./effective.ts";
import type { SourceText } from "./formats/source.ts";
import { type Adoption, appendDocument, findDocument, getDocument } from "./queries/document.ts";
import { appendDuties, appendMeasures, currentDuties, currentMeasures, type NewDuty } from "./queries/duties.ts";
import { lockPlan } from "./queries/lock.ts";
import { compileJoined } from "./review/pasted.ts";
import { appendSource, findSource, listTables } from "./review/queries.ts";
import type { MeasuresFile } from "./schema.ts";
import { text } from "./text.ts";

/** What a measure may name: codes the city knows. */
export interface Known {
  readonly indicators: ReadonlySet<string>;
  readonly divisions: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
}

type PlaceIn = (path: (string | number)[]) => string;

/** Entries of measures.yaml that speak of no target of this plan: nothing is lost by them, but most likely a slip of the pen. */
export function measureWarnings(plan: CompiledPlan, file: MeasuresFile, at: PlaceIn): Place[] {
  return unmatchedMeasures(plan.targets, file.measures).map((entry) => {
    const { indicator, scope = "–", period = "–" } = entry.target;
    return { at: at(["measures", file.measures.indexOf(entry), "target"]), said: text.unmatched, values: { indicator, scope, period } };
  });
}

/** Codes in measures.yaml that the city does not know, each with its place in the file. */
export function measureFaults(file: MeasuresFile, known: Known, at: PlaceIn): Place[] {
  const faults: Place[] = [];
  const bodies = (list: string, index: number, entry: { lead?: string; with?: string[] }): void => {
    for (const code of [entry.lead, ...(entry.with ?? [])]) {
      if (code !== undefined && !known.bodies.has(code)) faults.push({ at: at([list, index]), said: text.unknownBody, values: { code } });
    }
  };
  file.measures.forEach((entry, index) => {
    const by = entry.measured_by;
    if (by !== null && !known.indicators.has(by.indicator)) faults.push({ at: at(["measures", index, "measured_by", "indicator"]), said: text.unknownIndicator, values: { code: by.indicator } });
    if (by !== null && !known.divisions.has(by.division)) faults.push({ at: at(["measures", index, "measured_by", "division"]), said: text.unknownDivision, values: { code: by.division } });
    bodies("measures", index, entry);
  });
  (file.duties ?? []).forEach((entry, index) => bodies("duties", index, entry));
  return faults;
}

export interface LoadedPlan {
  readonly version: number;
  readonly isNew: boolean;
  readonly targets: number;
  readonly tasks: number;
}

/** Appends a version when the words or their reading changed, else nothing. `source` is what the reader of the file gave, before anything was joined to it. */
export async function adoptPlan(ctx: Ctx, plan: CompiledPlan, adoption: Adoption, source: SourceText | undefined): Promise<LoadedPlan> {
  await lockPlan(ctx);
  const compiled = createHash("sha256").update(ordered([plan, { ...adoption, title: adoption.title ?? plan.title }])).digest("hex");
  const current = await findDocument(ctx);
  const counts = { targets: plan.targets.length, tasks: plan.tasks.length };
  const isNew = current?.compiled_sha256 !== compiled;
  const version = isNew ? (current?.version ?? 0) + 1 : current.version;
  if (isNew) {
    const chapters = chaptersByClause(plan.outline);
    await appendDocument(ctx, version, plan, compiled, adoption, (clause) => (clause === null ? null : (chapters.get(clause)?.id ?? null)));
    await record(ctx, "plan.adopt", String(version), { sha256: plan.source.sha256, ...counts }, "public");
  }
  if (source !== undefined && (isNew || (await findSource(ctx, version)) === undefined)) await appendSource(ctx, version, source);
  return { version, isNew, ...counts };
}

/** Puts a compiled plan in force, with the tables that were typed in for it. Measures and duties already there are left alone. */
export async function loadPlan(ctx: Ctx, compiled: CompiledPlan, adoption: Adoption, file: MeasuresFile, source?: SourceText): Promise<LoadedPlan> {
  const pasted = source === undefined ? [] : (await listTables(ctx)).filter((one) => one.act === "join");
  const plan = source === undefined || pasted.length === 0 ? compiled : compileJoined(source, pasted, compiled.source);
  const loaded = await adoptPlan(ctx, plan, adoption, source);
  const { targets, tasks } = await effective(ctx, await getDocument(ctx));
  const read = { text: plan.text, outline: plan.outline, targets: targets.map((one) => one.reading), tasks: tasks.map((one) => one.reading) };
  await loadMeasures(ctx, read, file);
  await loadDuties(ctx, read, file);
  return loaded;
}

type Loading = Pick<CompiledPlan, "text" | "outline" | "targets" | "tasks">;

async function loadMeasures(ctx: Ctx, plan: Loading, file: MeasuresFile): Promise<void> {
  const there = await currentMeasures(ctx);
  const fresh = plan.targets.flatMap((target) => {
    const by = measureFor(target, file.measures)?.measured_by;
    // What a planner assigned by hand stands above the file.
    if (there.has(target.id) || by === undefined || by === null) return [];
    return [{ target: target.id, revision: 1, indicator: by.indicator, division: by.division, scope: by.scope ?? null }];
  });
  if (fresh.length === 0) return;
  await appendMeasures(ctx, fresh);
  await record(ctx, "plan.load-measures", String(fresh.length), {}, "public");
}

async function loadDuties(ctx: Ctx, plan: Loading, file: MeasuresFile): Promise<void> {
  const there = new Set((await currentDuties(ctx)).map((duty) => duty.subject));
  const fresh: NewDuty[] = [];
  const suggest = (subject: string, entry: { lead?: string; with?: readonly string[]; basis?: object } | undefined): void => {
    if (entry === undefined || there.has(subject)) return;
    const common = { subject, revision: 1, basis: entry.basis ?? null, issued_on: null, document_number: null };
    if (entry.lead !== undefined) fresh.push({ ...common, bearer: entry.lead, role: "lead" });
    for (const bearer of new Set(entry.with ?? [])) if (bearer !== entry.lead) fresh.push({ ...common, bearer, role: "with" });
  };
  const duties = file.duties ?? [];
  const drafts = draftDuties(plan, await selectBodies(ctx), (await getCity(ctx)).division);
  for (const target of plan.targets) {
    const own = measureFor(target, file.measures);
    suggest(target.id, own?.lead === undefined ? (dutyFor(target.clause, plan.outline, duties) ?? drafts.get(target.id)) : own);
  }
  for (const task of plan.tasks) suggest(task.id, dutyFor(task.clause, plan.outline, duties) ?? drafts.get(task.id));
  if (fresh.length === 0) return;
  for (let at = 0; at < fresh.length; at += 500) await appendDuties(ctx, fresh.slice(at, at + 500));
  await record(ctx, "plan.suggest-duties", String(fresh.length));
}
