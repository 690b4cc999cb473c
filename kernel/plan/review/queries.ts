import { type Ctx, tables } from "../../../base/db/ctx.ts";
import type { SourceText } from "../formats/source.ts";
import type { PlanRows } from "../rows.ts";
import type { Anchor } from "./anchor.ts";
import type { Decision } from "./threads.ts";

/** All decisions, as they were known then. */
export async function listDecisions(ctx: Ctx, knownAt?: Date): Promise<Decision[]> {
  let query = tables<PlanRows>(ctx)
    .selectFrom("plan_correction")
    .select(["thread", "revision", "kind", "subject", "act", "fields", "compiled", "anchor", "reason", "role", "recorded_at"])
    .orderBy("thread")
    .orderBy("revision");
  if (knownAt !== undefined) query = query.where("recorded_at", "<=", knownAt);
  return (await query.execute()) as Decision[];
}

export type NewDecision = Omit<Decision, "recorded_at" | "role"> & { readonly document: number };

const common = (ctx: Ctx, dataClass: "public" | "internal") => ({ area: ctx.actor.area, body: ctx.actor.body, class: dataClass, recorded_at: ctx.now, recorded_by: ctx.actor.id });

export async function appendDecision(ctx: Ctx, decision: NewDecision): Promise<void> {
  const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
  const { fields, compiled, anchor, ...rest } = decision;
  await tables<PlanRows>(ctx)
    .insertInto("plan_correction")
    .values({ ...rest, fields: json(fields), compiled: json(compiled), anchor: JSON.stringify(anchor), role: ctx.actor.role, ...common(ctx, "public") })
    .execute();
}

/** A table that was typed or pasted in; `none`: no table is missing there. */
export interface PastedTable {
  readonly id: string;
  readonly revision: number;
  readonly act: "join" | "none";
  readonly pasted: string;
  readonly anchor: Anchor;
  readonly source: string | null;
  readonly role: string;
  readonly recorded_at: Date;
}

/** What was said of lost tables and not taken back, in the order it came. */
export async function listTables(ctx: Ctx): Promise<PastedTable[]> {
  const rows = await tables<PlanRows>(ctx).selectFrom("plan_table").select(["id", "revision", "act", "pasted", "anchor", "source", "role", "recorded_at"]).distinctOn("id").orderBy("id").orderBy("revision", "desc").execute();
  return rows.filter((row) => row.act !== "withdraw") as PastedTable[];
}

export async function appendTable(ctx: Ctx, table: Omit<PastedTable, "act" | "role" | "recorded_at">, act: PastedTable["act"] | "withdraw"): Promise<void> {
  const { id, revision, pasted, source } = table;
  await tables<PlanRows>(ctx)
    .insertInto("plan_table")
    .values({ id, revision, pasted, source, act, anchor: JSON.stringify(table.anchor), role: ctx.actor.role, ...common(ctx, "internal") })
    .execute();
}

/** What the reader of the file gave for a version. */
export async function findSource(ctx: Ctx, version: number): Promise<SourceText | undefined> {
  const row = await tables<PlanRows>(ctx).selectFrom("plan_source").select(["text", "marks"]).where("version", "=", version).executeTakeFirst();
  return row === undefined ? undefined : { text: row.text, ...(row.marks as Omit<SourceText, "text">) };
}

export async function appendSource(ctx: Ctx, version: number, { text, ...marks }: SourceText): Promise<void> {
  await tables<PlanRows>(ctx).insertInto("plan_source").values({ version, text, marks: JSON.stringify(marks), ...common(ctx, "internal") }).execute();
}
