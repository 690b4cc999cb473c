import type { Selectable } from "kysely";
import { v7 as uuid } from "uuid";
import { type Ctx, tables } from "../../../base/db/ctx.ts";
import type { PlanDecomposition, PlanOpinion, PlanReturn, PlanRows } from "../rows.ts";
import type { Decided, Decision, Outcome } from "./adoption.ts";
import type { Opinion, Return } from "./merge.ts";
import type { DecompositionTable, Row, Stage } from "./table.ts";

export type TableRow = Selectable<PlanDecomposition>;
export type ReturnRow = Selectable<PlanReturn>;

const rows_a_statement = 500;

const common = (ctx: Ctx, dataClass: "public" | "internal" = "internal") => ({ area: ctx.actor.area, body: ctx.actor.body, class: dataClass, recorded_at: ctx.now, recorded_by: ctx.actor.id });

/** Every stage there was, newest first. */
export const selectTables = async (ctx: Ctx): Promise<TableRow[]> => await tables<PlanRows>(ctx).selectFrom("plan_decomposition").selectAll().orderBy("version", "desc").execute();

/** A stage by its version, the newest where none is named. */
export async function findTable(ctx: Ctx, version?: number): Promise<{ row: TableRow; table: DecompositionTable } | undefined> {
  let query = tables<PlanRows>(ctx).selectFrom("plan_decomposition").selectAll().orderBy("version", "desc").limit(1);
  if (version !== undefined) query = query.where("version", "=", version);
  const row = await query.executeTakeFirst();
  if (row === undefined) return undefined;
  const rows = await tables<PlanRows>(ctx).selectFrom("plan_decomposition_row").select(["id", "kind", "cells"]).where("version", "=", row.version).orderBy("position").execute();
  const table: DecompositionTable = {
    title: row.title, span: row.year_from === null || row.year_to === null ? null : [row.year_from, row.year_to], stage: row.stage as Stage, documentNumber: row.document_number, issuedOn: row.issued_on,
    sha256: row.source_sha256, version: row.version, remark: row.remark, rows: rows.map((one) => ({ id: one.id, kind: one.kind as Row["kind"], cells: one.cells as Row["cells"] })),
  };
  return { row, table };
}

export async function appendTable(ctx: Ctx, table: DecompositionTable, document: number, note: string | null): Promise<void> {
  const db = tables<PlanRows>(ctx);
  const own = common(ctx, table.stage === "issued" ? "public" : "internal");
  await db.insertInto("plan_decomposition").values({
    version: table.version, document, stage: table.stage, title: table.title, year_from: table.span?.[0] ?? null, year_to: table.span?.[1] ?? null, source_sha256: table.sha256, remark: table.remark,
    document_number: table.stage === "issued" ? table.documentNumber : null, issued_on: table.stage === "issued" ? table.issuedOn : null, note, ...own,
  }).execute();
  const rows = table.rows.map((row, position) => ({ version: table.version, id: row.id, position, kind: row.kind, cells: JSON.stringify(row.cells), ...own }));
  for (let at = 0; at < rows.length; at += rows_a_statement) await db.insertInto("plan_decomposition_row").values(rows.slice(at, at + rows_a_statement)).execute();
}

export const selectReturns = async (ctx: Ctx, version: number): Promise<ReturnRow[]> =>
  await tables<PlanRows>(ctx).selectFrom("plan_return").selectAll().where("version", "=", version).orderBy("id").execute();

/** Keeps a returned file as it was read, with all its opinions. */
export async function appendReturn(ctx: Ctx, version: number, one: Return): Promise<string> {
  const db = tables<PlanRows>(ctx);
  const id = uuid();
  await db.insertInto("plan_return").values({ id, version, office: one.body, file_name: one.file, file_sha256: one.sha256, notices: JSON.stringify(one.notices), ...common(ctx) }).execute();
  const rows = one.opinions.map((opinion, position) => ({
    id: uuid(), return: id, version, position, kind: opinion.kind, row_id: opinion.row, field: opinion.field, before: opinion.before, proposed: opinion.proposed, reason: opinion.reason, place: opinion.place,
    cells: opinion.cells === null ? null : JSON.stringify(opinion.cells), after_row: opinion.after, ...common(ctx),
  }));
  for (let at = 0; at < rows.length; at += rows_a_statement) await db.insertInto("plan_opinion").values(rows.slice(at, at + rows_a_statement)).execute();
  return id;
}

/** An opinion with the newest decision on it, and that decision's revision. */
export interface KeptOpinion extends Decided {
  readonly revision: number;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
}

const opinionOf = (row: Selectable<PlanOpinion>, from: ReturnRow | undefined): Opinion => ({
  id: row.id, body: from?.office ?? "", file: from?.file_name ?? "", row: row.row_id, kind: row.kind as Opinion["kind"], field: row.field, before: row.before, proposed: row.proposed,
  reason: row.reason, place: row.place, cells: row.cells as Opinion["cells"], after: row.after_row,
});

/** The opinions on a stage, in the order in which they came. */
export async function selectOpinions(ctx: Ctx, version: number): Promise<KeptOpinion[]> {
  const db = tables<PlanRows>(ctx);
  const from = new Map((await selectReturns(ctx, version)).map((one) => [one.id, one]));
  const rows = await db.selectFrom("plan_opinion").selectAll().where("version", "=", version).orderBy("return").orderBy("position").execute();
  const decisions = await db.selectFrom("plan_opinion_decision as d").innerJoin("plan_opinion as o", "o.id", "d.opinion").where("o.version", "=", version)
    .select(["d.opinion", "d.revision", "d.outcome", "d.result", "d.reason", "d.recorded_at", "d.recorded_by"]).distinctOn("d.opinion").orderBy("d.opinion").orderBy("d.revision", "desc").execute();
  const newest = new Map(decisions.map((one) => [one.opinion, one]));
  return rows.map((row) => {
    const found = newest.get(row.id);
    const decision: Decision | null = found === undefined ? null : { outcome: found.outcome as Outcome, result: found.result, reason: found.reason };
    return { opinion: opinionOf(row, from.get(row.return)), decision, revision: found?.revision ?? 0, decided_at: found?.recorded_at ?? null, decided_by: found?.recorded_by ?? null };
  });
}

export async function appendDecision(ctx: Ctx, opinion: string, revision: number, decision: Decision): Promise<void> {
  await tables<PlanRows>(ctx).insertInto("plan_opinion_decision").values({ opinion, revision, outcome: decision.outcome, result: decision.result, reason: decision.reason, ...common(ctx) }).execute();
}

/** The stage an opinion speaks of. */
export async function versionOfOpinion(ctx: Ctx, id: string): Promise<number | undefined> {
  return (await tables<PlanRows>(ctx).selectFrom("plan_opinion").select("version").where("id", "=", id).executeTakeFirst())?.version;
}
