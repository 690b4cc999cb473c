import { record } from "../../../base/audit/audit.ts";
import type { Ctx } from "../../../base/db/ctx.ts";
import { notFound, Problem } from "../../../base/errors/problem.ts";
import { requireMatch } from "../../../base/http/endpoint.ts";
import { announce } from "../../../base/http/events.ts";
import { fill } from "../../../base/text/text.ts";
import { selectBodies } from "../../registry/queries.ts";
import { appendDuties, currentDuties, type NewDuty } from "../queries/duties.ts";
import { lockPlan } from "../queries/lock.ts";
import { type Decision, decisionFault, fieldLabel, nextTable, undecidedPlaces } from "./adoption.ts";
import { decompose } from "./decomposition.ts";
import { bodiesOf } from "./leads.ts";
import { type MergeNotice, readReturn } from "./merge.ts";
import { adoptionTable, opinionWords, writeOpinions, writePrintedSheet } from "./opinions.ts";
import { printedTable, writePaper } from "./paper.ts";
import { appendDecision, appendReturn, appendTable, findTable, type KeptOpinion, selectOpinions, selectReturns, selectTables, type TableRow, versionOfOpinion } from "./queries.ts";
import type { AdvancedView, AdvanceIn, DecisionIn, DecompositionView, FileView, OpinionView, ReceivedView, ReturnsView, StageView } from "./schema.ts";
import { writeWorkbook } from "./sheet.ts";
import { cityPlan, offered } from "./source.ts";
import { cellOf, columnsOf, type DecompositionTable, stageNames } from "./table.ts";
import { notices, text } from "./text.ts";
import { squeeze } from "./words.ts";

const stageView = (row: TableRow): StageView => ({
  version: row.version, stage: row.stage as StageView["stage"], title: row.title, document: row.document, document_number: row.document_number, issued_on: row.issued_on, note: row.note,
  recorded_at: row.recorded_at.toISOString(),
});

export const listStages = async (ctx: Ctx): Promise<{ items: StageView[] }> => ({ items: (await selectTables(ctx)).map(stageView) });

async function getStage(ctx: Ctx, version?: number): Promise<{ row: TableRow; table: DecompositionTable }> {
  const found = await findTable(ctx, version);
  if (found !== undefined) return found;
  throw version === undefined ? new Problem(404, "no-decomposition", text.noDecomposition) : notFound(text.table, String(version));
}

export async function getDecomposition(ctx: Ctx, version?: number): Promise<DecompositionView> {
  const { row, table } = await getStage(ctx, version);
  const opinions = await selectOpinions(ctx, table.version);
  const [newest] = await selectTables(ctx);
  return {
    ...stageView(row), remark: table.remark, current: newest?.version === table.version, columns: columnsOf(table.span),
    rows: table.rows.map(({ id, kind, cells }) => ({ id, kind, cells: { ...cells } })), opinions: opinions.length, undecided: opinions.filter((one) => one.decision === null).length,
  };
}

function refuseUndecided(table: DecompositionTable, opinions: readonly KeptOpinion[]): void {
  const places = undecidedPlaces(table, opinions);
  if (places.length > 0) throw new Problem(409, "undecided", text.undecided, { values: { count: places.length }, places: places.slice(0, 100) });
}

/** Makes the table anew from the plan in force. */
export async function draw(ctx: Ctx, note: string | null): Promise<StageView> {
  await lockPlan(ctx);
  const before = await findTable(ctx);
  if (before !== undefined) refuseUndecided(before.table, await selectOpinions(ctx, before.table.version));
  const { document, plan, bearers } = await cityPlan(ctx);
  const table = { ...decompose(plan, bearers), version: (before?.table.version ?? 0) + 1 };
  await appendTable(ctx, table, document.version, note);
  await record(ctx, "plan.draw-decomposition", String(table.version), { document: document.version, rows: table.rows.length });
  await announce(ctx, "plan");
  return stageView((await getStage(ctx, table.version)).row);
}

const media = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" } as const;

export interface FileAsked {
  readonly version?: number;
  readonly of?: "table" | "opinions" | "adoption";
  readonly format?: "xlsx" | "docx";
  readonly paper?: "A3" | "A4";
}

async function fileBytes(ctx: Ctx, table: DecompositionTable, { of = "table", format = "xlsx", paper }: FileAsked): Promise<Uint8Array> {
  if (of === "table") return format === "docx" ? await writePaper(printedTable(table), paper ?? "A3") : await writeWorkbook(table, { ...(await offered(ctx)), paper: paper ?? "A3" });
  const decided = await selectOpinions(ctx, table.version);
  if (of === "opinions") return await writeOpinions(table, decided);
  refuseUndecided(table, decided);
  const printed = adoptionTable(table, decided);
  return format === "docx" ? await writePaper(printed, paper ?? "A4") : await writePrintedSheet(printed);
}

const fileNames = { table: "任务分解表", opinions: "意见汇总表", adoption: "意见采纳情况表" } as const;

export async function makeFile(ctx: Ctx, asked: FileAsked): Promise<FileView> {
  const { table } = await getStage(ctx, asked.version);
  const format = asked.of === "opinions" ? "xlsx" : (asked.format ?? "xlsx");
  const content = Buffer.from(await fileBytes(ctx, table, asked)).toString("base64");
  return { name: `${fileNames[asked.of ?? "table"]}（${stageNames[table.stage]}）.${format}`, media_type: media[format], content };
}

const noticeView = ({ kind, place, values }: MergeNotice): ReceivedView["items"][number]["notices"][number] => ({
  kind, place, said: { "zh-CN": fill(notices[kind]["zh-CN"], values), en: fill(notices[kind].en, values) },
});

function decodeFile(name: string, content: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content)) throw new Problem(400, "not-base64", text.notBase64, { values: { name } });
  return Buffer.from(content, "base64");
}

/** Takes returned files in, each whole or not at all; one that is refused leaves the others alone. */
export async function receive(ctx: Ctx, files: readonly { name: string; content: string }[]): Promise<ReceivedView> {
  await lockPlan(ctx);
  const { table } = await getStage(ctx);
  if (table.stage === "issued") throw new Problem(409, "issued", text.issuedAlready);
  const there = new Set((await selectReturns(ctx, table.version)).map((one) => one.file_sha256));
  const items: ReceivedView["items"] = [];
  for (const { name, content } of files) {
    try {
      const found = await readReturn(table, decodeFile(name, content), name);
      if (there.has(found.sha256)) throw new Problem(409, "same-return", text.sameReturn, { values: { name } });
      there.add(found.sha256);
      await appendReturn(ctx, table.version, found);
      items.push({ name, received: true, office: found.body, opinions: found.opinions.length, notices: found.notices.map(noticeView), refusal: null });
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      items.push({ name, received: false, office: "", opinions: 0, notices: [], refusal: { "zh-CN": cause.in("zh-CN"), en: cause.in("en") } });
    }
  }
  const received = items.filter((one) => one.received);
  await record(ctx, "plan.receive-returns", String(table.version), { files: files.length, received: received.length, opinions: received.reduce((sum, one) => sum + one.opinions, 0) });
  if (received.length > 0) await announce(ctx, "plan");
  return { items };
}

export async function listReturns(ctx: Ctx, version?: number): Promise<ReturnsView> {
  const { table } = await getStage(ctx, version);
  return {
    items: (await selectReturns(ctx, table.version)).map((one) => ({
      id: one.id, office: one.office, file_name: one.file_name, received_at: one.recorded_at.toISOString(), notices: (one.notices as MergeNotice[]).map(noticeView),
    })),
  };
}

function opinionView(table: DecompositionTable, kept: KeptOpinion): OpinionView {
  const { opinion, decision } = kept;
  const row = table.rows.find((one) => one.id === opinion.row);
  const words = opinionWords(opinion);
  return {
    id: opinion.id, office: opinion.body, row: opinion.row, number: row === undefined ? "" : cellOf(row, "number"), subject: row === undefined ? "" : cellOf(row, "subject") || cellOf(row, "quote"),
    kind: opinion.kind, field: opinion.field, label: fieldLabel(table.span, opinion.field), before: words.before, proposed: words.proposed, reason: opinion.reason, place: opinion.place,
    decision: decision === null ? null : { ...decision, at: kept.decided_at?.toISOString() ?? "", by: kept.decided_by ?? "" }, version: String(kept.revision),
  };
}

export async function listOpinions(ctx: Ctx, query: { version?: number; after?: string; limit?: number }): Promise<{ items: OpinionView[]; next: string | null }> {
  const { table } = await getStage(ctx, query.version);
  const all = await selectOpinions(ctx, table.version);
  const from = query.after === undefined ? 0 : all.findIndex((one) => one.opinion.id === query.after) + 1;
  const limit = query.limit ?? 100;
  const items = all.slice(from, from + limit).map((one) => opinionView(table, one));
  return { items, next: from + limit < all.length ? (items.at(-1)?.id ?? null) : null };
}

/** Decides an opinion, or decides it anew while its stage is open; earlier decisions stay on record. */
export async function decide(ctx: Ctx, id: string, body: DecisionIn, input: { ifMatch: string | null }): Promise<OpinionView> {
  await lockPlan(ctx);
  const version = await versionOfOpinion(ctx, id);
  if (version === undefined) throw notFound(text.opinion, id);
  const [newest] = await selectTables(ctx);
  if (newest?.version !== version) throw new Problem(409, "stage-closed", text.decisionPassed);
  const { table } = await getStage(ctx, version);
  const kept = (await selectOpinions(ctx, version)).find((one) => one.opinion.id === id);
  if (kept === undefined) throw notFound(text.opinion, id);
  requireMatch(input, String(kept.revision));
  const decision: Decision = { outcome: body.outcome, result: body.result?.trim() || null, reason: body.reason?.trim() ?? "" };
  const fault = decisionFault(kept.opinion, decision);
  if (fault !== undefined) throw new Problem(422, "decision-incomplete", fault);
  await appendDecision(ctx, id, kept.revision + 1, decision);
  await record(ctx, "plan.decide-opinion", id, { outcome: decision.outcome });
  await announce(ctx, "plan");
  return opinionView(table, { ...kept, decision, revision: kept.revision + 1, decided_at: ctx.now, decided_by: ctx.actor.id });
}

/** The duties that an issued table lays down, to those of the city's bodies that it names. */
async function issueDuties(ctx: Ctx, table: DecompositionTable): Promise<{ duties: number; unknown: string[] }> {
  const codes = new Map((await selectBodies(ctx)).map((body) => [squeeze(body.name_zh), body.code]));
  const current = new Map((await currentDuties(ctx)).map((duty) => [`${duty.subject} ${duty.bearer}`, duty]));
  const unknown = new Set<string>();
  const duties = new Map<string, NewDuty>();
  for (const row of table.rows) {
    if (row.kind === "added") continue;
    for (const role of ["lead", "with"] as const) {
      for (const name of bodiesOf(cellOf(row, role))) {
        const bearer = codes.get(squeeze(name));
        if (bearer === undefined) unknown.add(name);
        const key = `${row.id} ${bearer ?? ""}`;
        if (bearer === undefined || duties.has(key)) continue;
        const before = current.get(key);
        duties.set(key, { subject: row.id, bearer, revision: (before?.revision ?? 0) + 1, role, basis: before?.basis ?? null, issued_on: table.issuedOn, document_number: table.documentNumber });
      }
    }
  }
  const all = [...duties.values()];
  for (let at = 0; at < all.length; at += 500) await appendDuties(ctx, all.slice(at, at + 500));
  return { duties: all.length, unknown: [...unknown] };
}

/** Moves the table on: what is adopted is in the next stage; issuing it issues its duties. All of it in one transaction. */
export async function advance(ctx: Ctx, body: AdvanceIn): Promise<AdvancedView> {
  await lockPlan(ctx);
  const { row, table } = await getStage(ctx);
  const isIssued = body.stage === "issued";
  const next = nextTable(table, await selectOpinions(ctx, table.version), {
    stage: body.stage, documentNumber: isIssued ? (body.document_number?.trim() ?? null) : null, issuedOn: isIssued ? (body.issued_on ?? null) : null,
  });
  await appendTable(ctx, next, row.document, body.note ?? null);
  const issued = isIssued ? await issueDuties(ctx, next) : { duties: 0, unknown: [] };
  await record(ctx, isIssued ? "plan.issue-decomposition" : "plan.advance-decomposition", String(next.version), { stage: next.stage, document_number: next.documentNumber, duties: issued.duties });
  await announce(ctx, "plan");
  return { ...stageView((await getStage(ctx, next.version)).row), duties: issued.duties, unknown_bodies: issued.unknown };
}
