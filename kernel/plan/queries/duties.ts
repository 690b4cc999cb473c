import type { Selectable } from "kysely";
import { type Ctx, tables } from "../../../base/db/ctx.ts";
import type { PlanDuty, PlanMeasure, PlanRows } from "../rows.ts";

export type MeasureRow = Selectable<PlanMeasure>;
export type DutyRow = Selectable<PlanDuty>;

/** The newest measure of each target, by target id. */
export async function currentMeasures(ctx: Ctx, knownAt?: Date): Promise<Map<string, MeasureRow>> {
  let query = tables<PlanRows>(ctx).selectFrom("plan_measure").selectAll().distinctOn("target").orderBy("target").orderBy("revision", "desc");
  if (knownAt !== undefined) query = query.where("recorded_at", "<=", knownAt);
  return new Map((await query.execute()).map((row) => [row.target, row]));
}

export async function appendMeasures(ctx: Ctx, measures: ReadonlyArray<Pick<MeasureRow, "target" | "revision" | "indicator" | "division" | "scope">>): Promise<void> {
  if (measures.length === 0) return;
  const common = { area: ctx.actor.area, body: ctx.actor.body, class: "public", recorded_at: ctx.now, recorded_by: ctx.actor.id };
  await tables<PlanRows>(ctx).insertInto("plan_measure").values(measures.map((measure) => ({ ...measure, ...common }))).execute();
}

/** The newest duty of each subject and body that this reader may see: an issued one for everyone, a draft inside only. */
export async function currentDuties(ctx: Ctx, knownAt?: Date): Promise<DutyRow[]> {
  let query = tables<PlanRows>(ctx).selectFrom("plan_duty").selectAll().distinctOn(["subject", "bearer"]).orderBy("subject").orderBy("bearer").orderBy("revision", "desc");
  if (knownAt !== undefined) query = query.where("recorded_at", "<=", knownAt);
  return await query.execute();
}

export interface NewDuty {
  readonly subject: string;
  readonly bearer: string;
  readonly revision: number;
  readonly role: "lead" | "with";
  readonly basis: object | null;
  readonly issued_on: string | null;
  readonly document_number: string | null;
}

export async function appendDuties(ctx: Ctx, duties: readonly NewDuty[]): Promise<void> {
  if (duties.length === 0) return;
  const rows = duties.map((duty) => ({
    ...duty,
    basis: duty.basis === null ? null : JSON.stringify(duty.basis),
    area: ctx.actor.area,
    body: ctx.actor.body,
    class: duty.issued_on === null ? "internal" : "public",
    recorded_at: ctx.now,
    recorded_by: ctx.actor.id,
  }));
  await tables<PlanRows>(ctx).insertInto("plan_duty").values(rows).execute();
}
