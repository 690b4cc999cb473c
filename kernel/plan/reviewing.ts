import { record } from "../../base/audit/audit.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import { notFound, Problem } from "../../base/errors/problem.ts";
import { requireMatch, Versioned } from "../../base/http/endpoint.ts";
import { announce } from "../../base/http/events.ts";
import { allSubjects } from "./effective.ts";
import { walk } from "./plan.ts";
import { type Document, getDocument } from "./queries/document.ts";
import { lockPlan } from "./queries/lock.ts";
import { anchorOf, plainNumber, type Spot } from "./review/anchor.ts";
import { changedFields, clauseAt, fieldsOf, keysOf, type Read, type Subject } from "./review/corrections.ts";
import { doubtMethod } from "./review/methods.ts";
import { appendDecision, listDecisions, listTables, type NewDecision } from "./review/queries.ts";
import { effectiveSubject, isDone, reviewList, type Reviewing, reviewOf } from "./review/review.ts";
import type { CorrectionIn, Fields, ReviewItem, ReviewPage } from "./review/schema.ts";
import { text } from "./review/text.ts";
import { inForce, threadName } from "./review/threads.ts";
import { wrongFields } from "./review/wrong.ts";

/** What planners decide of readings. */

async function reviewing(ctx: Ctx, document: Document): Promise<Reviewing> {
  const { read, applied } = await allSubjects(ctx, document);
  return { read, effective: applied, method: doubtMethod, tables: await listTables(ctx) };
}

export interface ReviewQuery {
  readonly state?: "open" | "done";
  readonly kind?: ReviewItem["kind"];
  readonly chapter?: string;
  readonly subject?: string;
  readonly after?: string;
  readonly limit?: number;
}

export async function findReview(ctx: Ctx, { state, kind, chapter, subject, after, limit = 100 }: ReviewQuery): Promise<ReviewPage> {
  const document = await getDocument(ctx);
  const all = await reviewing(ctx, document);
  const list = reviewList(all);
  const asked = subject === undefined ? undefined : list.find((item) => item.subject === subject) ?? reviewOf(all, subject);
  const wanted = subject !== undefined
    ? (asked === undefined ? [] : [asked])
    : list.filter((item) => (state === undefined || isDone(item) === (state === "done")) && (kind === undefined || item.kind === kind) && (chapter === undefined || item.chapter?.id === chapter));
  const from = after === undefined ? 0 : wanted.findIndex((item) => item.key === after) + 1;
  const items = wanted.slice(from, from + limit);
  return {
    items,
    next: from + limit < wanted.length ? (items.at(-1)?.key ?? null) : null,
    looked_at: list.filter(isDone).length,
    of: list.length,
    document: document.version,
  };
}

interface Deciding {
  readonly document: Document;
  readonly read: Read;
  readonly spot: Spot;
  readonly decision: Omit<NewDecision, "anchor" | "document">;
  readonly beside: boolean;
}

/** Refuses fields that cannot be so, each at its place. */
function requireRight(kind: CorrectionIn["kind"], fields: Fields, words: string): void {
  const places = wrongFields(kind, fields, words);
  if (places.length > 0) throw new Problem(422, "correction-wrong", text.wrongCorrection, { values: { count: places.length }, places });
}

const paragraphOf = (read: Read, { at }: Spot): string => {
  const newline = read.text.indexOf("\n", at);
  return read.text.slice(read.text.lastIndexOf("\n", Math.max(0, at - 1)) + 1, newline < 0 ? read.text.length : newline);
};

/** A number given anew stands at its own place in the words. */
function spotFor(read: Read, spot: Spot, fields: Fields): Spot {
  const number = "number" in fields ? fields.number : "";
  if (number === "" || plainNumber(number) === plainNumber(spot.number)) return spot;
  const start = read.text.lastIndexOf("\n", Math.max(0, spot.at - 1)) + 1;
  const at = start + paragraphOf(read, spot).indexOf(number);
  return at < start ? spot : { ...spot, number, at };
}

function decideOn(document: Document, read: Read, subject: Subject, body: CorrectionIn): Deciding {
  const { correction, kind } = subject;
  const reading = subject.now ?? subject.read;
  const compiled = subject.read === null ? null : fieldsOf(kind, subject.read);
  const before = reading === null ? (correction?.fields ?? null) : fieldsOf(kind, reading);
  if (before === null) throw notFound(text.thread, body.subject ?? "");
  const fields = { ...before, ...(body.act === "correct" ? body.fields : {}) } as Fields;
  if (body.act === "correct" && changedFields(kind, before, fields).length === 0) throw new Problem(422, "nothing-changed", text.fieldsMissing);
  const { spot } = subject;
  if (body.act !== "reject") requireRight(kind, fields, paragraphOf(read, spot));
  const revision = (correction?.revision ?? 0) + 1;
  // What was added by hand stays added, also when it is mended.
  const act = body.act === "correct" && correction?.act === "add" ? "add" : body.act;
  return {
    document, read, spot: subject.read === null ? spotFor(read, spot, fields) : spot, beside: correction?.anchor.beside ?? false,
    decision: { thread: correction?.thread ?? "", revision, kind, subject: subject.read?.id ?? correction?.subject ?? "", act, fields: body.act === "reject" ? null : fields, compiled: body.act === "reject" ? (compiled ?? before) : compiled, reason: body.reason?.trim() || null },
  };
}

function addAt(document: Document, read: Read, subjects: readonly Subject[], body: CorrectionIn): Deciding {
  const { kind, start, end } = body;
  if (body.document !== document.version) throw new Problem(409, "document-changed", text.documentChanged, { values: { version: document.version } });
  if (start === undefined || end === undefined || end <= start) throw new Problem(422, "words-missing", text.wordsMissing);
  if (end > read.text.length) throw new Problem(422, "words-outside", text.wordsOutside);
  const quote = read.text.slice(start, end);
  const blank = kind === "target"
    ? { number: "", value: null, value_max: null, unit: "", indicator: "", scope: null, measure: "level", comparator: "=", period: null, base: null, reference: null, cumulative: false, attribute: null, stretch: false }
    : { title: quote, kind: "other", deadline: null, every: null, responsible: [], places: [], projects: [], platforms: [] };
  const given = Object.entries(body.fields ?? {}).filter(([key]) => keysOf(kind).includes(key));
  const fields = { ...blank, ...Object.fromEntries(given) } as Fields;
  requireRight(kind, fields, quote);
  const number = "number" in fields ? fields.number : "";
  const at = start + (number === "" ? quote.length - quote.trimStart().length : quote.indexOf(number));
  const spot = { at, number, quote, title: "" };
  return {
    document, read, spot, beside: subjects.some((one) => one.kind === kind && one.read !== null && one.spot.at === at),
    decision: { thread: "", revision: 1, kind, subject: "", act: "add", fields, compiled: null, reason: body.reason?.trim() || null },
  };
}

/** Title of the innermost clause at a place. */
function titleAt(read: Read, at: number): string {
  const id = clauseAt(read.outline, at);
  return [...walk(read.outline)].find((node) => node.id === id)?.title ?? "";
}

async function keepDecision(ctx: Ctx, { document, read, spot, decision, beside }: Deciding): Promise<string> {
  const anchor = anchorOf(read.text, { ...spot, title: titleAt(read, spot.at) }, document.source_sha256, beside);
  const salt = decision.act === "add" ? `add ${JSON.stringify(decision.fields)}` : decision.subject;
  const thread = decision.thread === "" ? threadName(decision.kind, anchor, salt) : decision.thread;
  // A thread of these words that was withdrawn, or speaks of other words now, goes on.
  const earlier = decision.thread === "" ? inForce((await listDecisions(ctx)).filter((one) => one.thread === thread))[0] : undefined;
  if (decision.act === "add" && earlier?.act === "add") throw new Problem(409, "already-there", text.alreadyThere);
  const revision = earlier === undefined ? decision.revision : earlier.revision + 1;
  const subject = decision.subject === "" ? thread : decision.subject;
  await appendDecision(ctx, { ...decision, thread, revision, subject, anchor, document: document.version });
  await record(ctx, `plan.review-${decision.act}`, subject, { thread, fields: decision.compiled === null || decision.fields === null ? [] : changedFields(decision.kind, decision.compiled, decision.fields) });
  await announce(ctx, "plan");
  return thread;
}

async function itemNow(ctx: Ctx, document: Document, thread: string): Promise<Versioned<ReviewItem>> {
  const now = await reviewing(ctx, document);
  const item = reviewList(now).find((one) => one.thread === thread) ?? reviewOf(now, thread);
  if (item === undefined) throw notFound(text.thread, thread);
  return new Versioned(item, item.version);
}

/** Accepts, corrects, adds or rejects a reading; what was decided before stays on record. */
export async function decide(ctx: Ctx, body: CorrectionIn, input: { ifMatch: string | null }): Promise<Versioned<ReviewItem>> {
  await lockPlan(ctx);
  const document = await getDocument(ctx);
  const { read, applied } = await allSubjects(ctx, document);
  if (body.act === "add") return await itemNow(ctx, document, await keepDecision(ctx, addAt(document, read, applied.subjects, body)));
  const subject = body.subject === undefined ? undefined : effectiveSubject(applied, body.subject);
  if (subject === undefined || subject.kind !== body.kind) throw notFound(text.thread, body.subject ?? "");
  requireMatch(input, String(subject.correction?.revision ?? 0));
  return await itemNow(ctx, document, await keepDecision(ctx, decideOn(document, read, subject, body)));
}

/** Takes back the newest decision of a thread that is not taken back yet. */
export async function withdraw(ctx: Ctx, thread: string, input: { ifMatch: string | null }): Promise<Versioned<{ item: ReviewItem | null }>> {
  await lockPlan(ctx);
  const document = await getDocument(ctx);
  const decisions = (await listDecisions(ctx)).filter((one) => one.thread === thread);
  const newest = decisions.at(-1);
  if (newest === undefined) throw notFound(text.thread, thread);
  requireMatch(input, String(newest.revision));
  const depth = decisions.reduce((sum, one) => sum + (one.act === "withdraw" ? -1 : 1), 0);
  if (depth <= 0) throw new Problem(409, "nothing-to-withdraw", text.nothingToWithdraw);
  const { kind, subject, compiled, anchor } = newest;
  const revision = newest.revision + 1;
  await appendDecision(ctx, { thread, revision, kind, subject, act: "withdraw", fields: null, compiled, anchor, reason: null, document: document.version });
  await record(ctx, "plan.review-withdraw", subject, { thread });
  await announce(ctx, "plan");
  const now = await reviewing(ctx, document);
  const item = reviewList(now).find((one) => one.thread === thread) ?? reviewOf(now, subject);
  return new Versioned({ item: item ?? null }, String(revision));
}
