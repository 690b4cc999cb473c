import { v7 as uuid } from "uuid";
import { record } from "../../base/audit/audit.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import { notFound, Problem } from "../../base/errors/problem.ts";
import { requireMatch } from "../../base/http/endpoint.ts";
import { announce } from "../../base/http/events.ts";
import { say } from "../../base/text/text.ts";
import type { CompiledPlan } from "./compile/schema.ts";
import { parsePasted } from "./document/join.ts";
import { joinText } from "./document/text/join.ts";
import type { SourceText } from "./formats/source.ts";
import { adoptPlan } from "./load.ts";
import { type Adoption, type Document, getDocument, listTargets } from "./queries/document.ts";
import { lockPlan } from "./queries/lock.ts";
import { anchorOfTable, compileJoined } from "./review/pasted.ts";
import { appendTable, findSource, listTables, type PastedTable } from "./review/queries.ts";
import type { TableIn, TableRead } from "./review/schema.ts";
import { text } from "./review/text.ts";

/** Tables that the document has lost, typed in by planners and joined to it. */

interface Base {
  readonly document: Document;
  readonly source: SourceText;
  readonly there: readonly PastedTable[];
}

async function base(ctx: Ctx): Promise<Base> {
  const document = await getDocument(ctx);
  const source = await findSource(ctx, document.version);
  if (source === undefined) throw new Problem(409, "no-source", text.noSource);
  return { document, source, there: await listTables(ctx) };
}

const compiled = ({ document, source }: Base, tables: Parameters<typeof compileJoined>[1]): CompiledPlan =>
  compileJoined(source, tables, { name: document.source_name, media_type: document.media_type, sha256: document.source_sha256, characters: source.text.length });

/** The document as it now is becomes a version of its own, adopted as the one before it was. */
async function adopt(ctx: Ctx, { document, source }: Base, plan: CompiledPlan): Promise<number> {
  const { title, adopted_on, adopted_by, origin, note } = document;
  return (await adoptPlan(ctx, plan, { title, adopted_on, adopted_by, origin, note } as Adoption, source)).version;
}

const joins = (tables: readonly PastedTable[]): PastedTable[] => tables.filter((one) => one.act === "join");

function anchorFor({ document, source, there }: Base, body: TableIn): PastedTable["anchor"] {
  if (body.document !== document.version) throw new Problem(409, "document-changed", text.documentChanged, { values: { version: document.version } });
  if (body.at > document.text.length) throw new Problem(422, "table-place", text.tablePlace);
  return anchorOfTable(source, joins(there), document.source_sha256, body.at);
}

interface Typed {
  readonly from: Base;
  readonly rows: string[][];
  readonly notes: string[];
  readonly plan: CompiledPlan;
  readonly table: Parameters<typeof appendTable>[1];
}

async function typed(ctx: Ctx, body: TableIn): Promise<Typed> {
  const from = await base(ctx);
  const anchor = anchorFor(from, body);
  const { rows, errors } = parsePasted(body.pasted ?? "");
  const faults = errors.map(({ kind, values }) => ({ at: "/pasted", said: joinText[kind], values }));
  if (rows.length === 0) throw new Problem(422, "no-table", faults[0]?.said ?? joinText.empty, { values: faults[0]?.values ?? {}, places: faults });
  const table = { id: uuid(), revision: 1, pasted: body.pasted ?? "", anchor, source: body.source?.trim() || null };
  const notes = faults.map(({ said, values }) => say(said, ctx.lang, values));
  return { from, rows, notes, table, plan: compiled(from, [...joins(from.there), table]) };
}

/** What a table says that the document did not say before. */
async function readOf(ctx: Ctx, { rows, notes, plan, from, table }: Typed, version: number | null): Promise<TableRead> {
  const before = new Set((await listTargets(ctx, from.document.version)).map((one) => one.reading.id));
  return { rows, notes, targets: plan.targets.filter((target) => !before.has(target.id)), table: version === null ? null : table.id, version };
}

export const previewTable = async (ctx: Ctx, body: TableIn): Promise<TableRead> => await readOf(ctx, await typed(ctx, body), null);

/** Joins a table to the document: a new version of it. With nothing pasted: no table is missing at this place. */
export async function joinTable(ctx: Ctx, body: TableIn): Promise<TableRead> {
  await lockPlan(ctx);
  if (body.pasted === null) return await noTable(ctx, body);
  const read = await typed(ctx, body);
  await appendTable(ctx, read.table, "join");
  const version = await adopt(ctx, read.from, read.plan);
  await record(ctx, "plan.join-table", read.table.id, { rows: read.rows.length, version });
  await announce(ctx, "plan");
  return await readOf(ctx, read, version);
}

async function noTable(ctx: Ctx, body: TableIn): Promise<TableRead> {
  const from = await base(ctx);
  const id = uuid();
  await appendTable(ctx, { id, revision: 1, pasted: "", anchor: anchorFor(from, body), source: body.source?.trim() || null }, "none");
  await record(ctx, "plan.no-table", id);
  await announce(ctx, "plan");
  return { rows: [], notes: [], targets: [], table: id, version: from.document.version };
}

/** Takes a table out of the document again, or what was said of a place. */
export async function withdrawTable(ctx: Ctx, id: string, input: { ifMatch: string | null }): Promise<{ version: number }> {
  await lockPlan(ctx);
  const from = await base(ctx);
  const table = from.there.find((one) => one.id === id);
  if (table === undefined) throw notFound(text.table, id);
  requireMatch(input, String(table.revision));
  await appendTable(ctx, { ...table, revision: table.revision + 1 }, "withdraw");
  const rest = joins(from.there).filter((one) => one.id !== id);
  const version = table.act === "join" ? await adopt(ctx, from, compiled(from, rest)) : from.document.version;
  await record(ctx, "plan.withdraw-table", id, { version });
  await announce(ctx, "plan");
  return { version };
}
