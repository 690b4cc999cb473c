import type { Selectable } from "kysely";
import { type Ctx, tables } from "../../../base/db/ctx.ts";
import { Problem } from "../../../base/errors/problem.ts";
import type { CompiledPlan, OutlineNode, PlanTask, Target } from "../compile/schema.ts";
import type { PlanDocument, PlanRows } from "../rows.ts";
import type { VersionView } from "../schema.ts";
import { text } from "../text.ts";

export type Document = Omit<Selectable<PlanDocument>, "outline"> & { outline: OutlineNode[] };

/** The version in force (as it was known then); a city before its plan is loaded has none. */
export async function findDocument(ctx: Ctx, knownAt?: Date): Promise<Document | undefined> {
  let query = tables<PlanRows>(ctx).selectFrom("plan_document").selectAll().orderBy("version", "desc").limit(1);
  if (knownAt !== undefined) query = query.where("recorded_at", "<=", knownAt);
  return (await query.executeTakeFirst()) as Document | undefined;
}

export async function getVersion(ctx: Ctx, version: number): Promise<Document> {
  const found = await tables<PlanRows>(ctx).selectFrom("plan_document").selectAll().where("version", "=", version).executeTakeFirst();
  if (found === undefined) throw new Problem(404, "no-version", text.noVersion, { values: { version } });
  return found as Document;
}

/** Every version, newest first, without its text. */
export async function listVersions(ctx: Ctx): Promise<VersionView[]> {
  const rows = await tables<PlanRows>(ctx)
    .selectFrom("plan_document")
    .select(["version", "title", "source_name", "adopted_on", "recorded_at"])
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({ ...row, recorded_at: row.recorded_at.toISOString() }));
}

export async function getDocument(ctx: Ctx, knownAt?: Date): Promise<Document> {
  const found = await findDocument(ctx, knownAt);
  if (found === undefined) throw new Problem(404, "no-plan", text.noPlan);
  return found;
}

/** A target or task of a version, in the order of the text. */
export interface Reading<R> {
  readonly chapter: string | null;
  readonly reading: R;
}

async function readings<R>(ctx: Ctx, table: "plan_target" | "plan_task", version: number): Promise<Reading<R>[]> {
  const rows = await tables<PlanRows>(ctx).selectFrom(table).select(["chapter", "reading"]).where("version", "=", version).orderBy("position").execute();
  return rows.map((row) => ({ chapter: row.chapter, reading: row.reading as R }));
}

export const listTargets = (ctx: Ctx, version: number): Promise<Reading<Target>[]> => readings(ctx, "plan_target", version);
export const listTasks = (ctx: Ctx, version: number): Promise<Reading<PlanTask>[]> => readings(ctx, "plan_task", version);

/** What a city folder says of the document beside its text. */
export interface Adoption {
  readonly title?: string;
  readonly adopted_on: string | null;
  readonly adopted_by: object | null;
  readonly origin: object | null;
  readonly note: object | null;
}

const chunk = 500;

/** Appends a version with all that was read from it. */
export async function appendDocument(
  ctx: Ctx,
  version: number,
  plan: CompiledPlan,
  compiled_sha256: string,
  adoption: Adoption,
  chapterOf: (clause: string | null) => string | null,
): Promise<void> {
  const db = tables<PlanRows>(ctx);
  const common = { area: ctx.actor.area, body: ctx.actor.body, class: "public", recorded_at: ctx.now, recorded_by: ctx.actor.id };
  const json = (value: unknown): string => JSON.stringify(value);
  const jsonOrNull = (value: object | null): string | null => (value === null ? null : json(value));
  await db
    .insertInto("plan_document")
    .values({
      version,
      title: adoption.title ?? plan.title,
      division: plan.division,
      period: plan.period,
      outlook: plan.outlook,
      source_name: plan.source.name,
      media_type: plan.source.media_type,
      source_sha256: plan.source.sha256,
      compiled_sha256,
      text: plan.text,
      outline: json(plan.outline),
      actuals: json(plan.actuals),
      issues: json(plan.issues),
      adopted_on: adoption.adopted_on,
      adopted_by: jsonOrNull(adoption.adopted_by),
      origin: jsonOrNull(adoption.origin),
      note: jsonOrNull(adoption.note),
      ...common,
    })
    .execute();
  for (const [table, all] of [["plan_target", plan.targets], ["plan_task", plan.tasks]] as const) {
    const rows = all.map((reading, position) => ({ version, id: reading.id, position, chapter: chapterOf(reading.clause), reading: json(reading), ...common }));
    for (let at = 0; at < rows.length; at += chunk) await db.insertInto(table).values(rows.slice(at, at + chunk)).execute();
  }
}
