import type { Issue, OutlineNode, PlanTask, Target } from "../compile/schema.ts";
import { chaptersByClause } from "../plan.ts";
import { clauseAt, type Correction, type Effective, fieldsOf, type Read, type Subject, changedFields } from "./corrections.ts";
import { type Anchor, fit, nearOf } from "./anchor.ts";
import { placeIn } from "./pasted.ts";
import { type Doubtful, doubtsOf, type Method, tableIssues } from "./doubts.ts";
import type { ReviewItem, ReviewState, TargetFields, TaskFields } from "./schema.ts";

/** The review list: what is doubtful, what was decided, what must be looked at again, and what a decision has lost. */

const certain: Doubtful = { doubt: 0, doubts: [] };
/** Before all that is only doubtful. */
const AGAIN = 10;
const LOST_TABLE = 5;

export interface Reviewing {
  readonly read: Read & { readonly issues: Issue[] };
  readonly effective: Effective;
  readonly method: Method;
  /** What was said of lost tables. */
  readonly tables: readonly Said[];
}

interface Said {
  readonly id: string;
  readonly revision: number;
  readonly act: "join" | "none";
  readonly anchor: Anchor;
  readonly source: string | null;
  readonly role: string;
  readonly recorded_at: Date;
}

interface Listing extends Reviewing {
  readonly chapters: ReadonlyMap<string, OutlineNode>;
}

/** Lines of a text about a place: what a planner reads beside the fields. */
const LONGEST = 1200;

function paragraphAt(text: string, at: number): { start: number; text: string } {
  let start = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const newline = text.indexOf("\n", at);
  let end = newline < 0 ? text.length : newline;
  if (at - start > LONGEST / 2) start = at - LONGEST / 2;
  if (end - start > LONGEST) end = Math.min(end, start + LONGEST);
  return { start, text: text.slice(start, end) };
}

/** The words of a reading: its quote about the place, else the number alone. */
function markOf(text: string, { spot }: Subject): { start: number; end: number } {
  const from = text.lastIndexOf(spot.quote, spot.at);
  if (spot.quote !== "" && from >= 0 && spot.at <= from + spot.quote.length) return { start: from, end: from + spot.quote.length };
  return { start: spot.at, end: spot.at + Math.max(spot.number.length, 1) };
}

const stateOf = ({ correction, again }: Subject): ReviewState => {
  if (again) return "again";
  if (correction === null) return "open";
  return ({ accept: "accepted", correct: "corrected", add: "added", reject: "rejected", withdraw: "open" } as const)[correction.act];
};

const decidedOf = (correction: Correction | null): ReviewItem["decided"] => {
  if (correction === null || correction.act === "withdraw") return null;
  const { act, at, by, reason, kind, compiled, fields, anchor } = correction;
  return { act, at, by, reason, fields: compiled === null || fields === null ? [] : changedFields(kind, compiled, fields), number: anchor.number, quote: anchor.quote };
};

/** What was read and what counts now; of what is rejected, what was read. */
function sides<F>(subject: Subject): { read: F | null; now: F } | null {
  const { kind, read, now, correction } = subject;
  const counts = now === null ? (read === null ? (correction?.fields ?? correction?.compiled) : fieldsOf(kind, read)) : fieldsOf(kind, now);
  return counts === undefined || counts === null ? null : { read: read === null ? null : (fieldsOf(kind, read) as F), now: counts as F };
}

function itemOf({ read, chapters }: Listing, subject: Subject, doubtful: Doubtful): ReviewItem {
  const { kind, correction, again, spot } = subject;
  const reading: Target | PlanTask | null = subject.read ?? subject.now;
  const id = subject.now?.id ?? subject.read?.id ?? correction?.subject ?? "";
  return {
    key: `${kind}-${id}`,
    kind,
    state: stateOf(subject),
    subject: id,
    thread: correction?.thread ?? null,
    version: String(correction?.revision ?? 0),
    doubt: (again ? AGAIN : 0) + doubtful.doubt,
    doubts: [...doubtful.doubts],
    confidence: subject.read?.confidence ?? null,
    reasons: subject.read?.reasons ?? [],
    chapter: chapterOf(chapters, reading?.clause ?? clauseAt(read.outline, spot.at)),
    paragraph: paragraphAt(read.text, spot.at),
    mark: markOf(read.text, subject),
    target: kind === "target" ? sides<TargetFields>(subject) : null,
    task: kind === "task" ? sides<TaskFields>(subject) : null,
    decided: decidedOf(correction),
  };
}

function chapterOf(chapters: Listing["chapters"], clause: string | null): ReviewItem["chapter"] {
  const node = clause === null ? undefined : chapters.get(clause);
  return node === undefined ? null : { id: node.id, number: node.number, title: node.title };
}

const nothing = (): Pick<ReviewItem, "subject" | "doubts" | "confidence" | "reasons" | "target" | "task"> => ({ subject: null, doubts: [], confidence: null, reasons: [], target: null, task: null });

function orphanItem(correction: Correction): ReviewItem {
  const { kind, thread, revision, compiled, fields } = correction;
  const now = fields ?? compiled;
  const side = now === null ? null : { read: null, now };
  return {
    ...nothing(), key: `orphan-${thread}`, kind, state: "orphan", thread, version: String(revision), doubt: AGAIN, chapter: null, paragraph: null, mark: null,
    target: kind === "target" ? (side as ReviewItem["target"]) : null, task: kind === "task" ? (side as ReviewItem["task"]) : null, decided: decidedOf(correction),
  };
}

function issueItem({ read, chapters }: Listing, issue: Issue, index: number): ReviewItem {
  return {
    ...nothing(), key: `issue-${index}`, kind: "issue", state: "open", thread: null, version: "0", doubt: LOST_TABLE, chapter: chapterOf(chapters, clauseAt(read.outline, issue.at)),
    doubts: [{ code: "table", values: { message: issue.message, kind: issue.kind } }], paragraph: paragraphAt(read.text, issue.at), mark: { start: issue.at, end: issue.at }, decided: null,
  };
}

const decidedTable = ({ act, role, recorded_at, source, anchor }: Said): ReviewItem["decided"] =>
  ({ act: act === "join" ? "add" : "reject", at: recorded_at.toISOString(), by: role, reason: source, fields: [], number: "", quote: anchor.quote });

/** A table that was joined, or a place where none is missing, as what was decided. */
function tableItem(listing: Listing, said: Said, issue: ReviewItem | undefined): ReviewItem {
  const { read, chapters } = listing;
  const at = placeIn(read.text, "", said.anchor);
  const common = { thread: said.id, version: String(said.revision), doubt: LOST_TABLE, decided: decidedTable(said), state: said.act === "join" ? "added" as const : "rejected" as const };
  if (issue !== undefined) return { ...issue, ...common };
  const clause = at === null ? null : clauseAt(read.outline, at);
  return {
    ...nothing(), ...common, key: `table-${said.id}`, kind: "issue", chapter: chapterOf(chapters, clause), doubts: [],
    paragraph: at === null ? null : paragraphAt(read.text, Math.max(0, at - 1)), mark: at === null ? null : { start: at, end: at },
  };
}

/** Lost tables, and what was said of them. */
function tableItems(listing: Listing): ReviewItem[] {
  const { read, tables } = listing;
  const missing = read.issues.flatMap((issue, index) => (tableIssues.has(issue.kind) ? [issueItem(listing, issue, index)] : []));
  const none = tables.filter((one) => one.act === "none");
  const isSaid = (item: ReviewItem, said: Said): boolean => {
    const newline = read.text.indexOf("\n", item.mark?.start ?? 0);
    const spot = { at: newline < 0 ? read.text.length : newline, number: "", quote: item.paragraph?.text ?? "", title: "" };
    return fit(said.anchor, spot, nearOf(read.text, spot)) !== null;
  };
  const told = missing.map((item) => {
    const said = none.find((one) => isSaid(item, one));
    return said === undefined ? item : tableItem(listing, said, item);
  });
  return [...told, ...tables.filter((one) => one.act === "join").map((one) => tableItem(listing, one, undefined))];
}

/** All items, the most doubtful first, those equally doubtful in the order of the text. */
export function reviewList(reviewing: Reviewing): ReviewItem[] {
  const listing = { ...reviewing, chapters: chaptersByClause(reviewing.read.outline) };
  const { read, effective, method } = reviewing;
  const doubts = doubtsOf(read, method, (at) => clauseAt(read.outline, at));
  const subjects = effective.subjects.flatMap((subject) => {
    const doubtful = subject.read === null ? undefined : doubts.get(subject.read);
    const decided = subject.correction !== null && subject.correction.act !== "withdraw";
    return doubtful === undefined && !decided ? [] : [itemOf(listing, subject, doubtful ?? certain)];
  });
  const place = (item: ReviewItem): number => item.mark?.start ?? -1;
  return [...subjects, ...effective.orphans.map(orphanItem), ...tableItems(listing)].sort((a, b) => b.doubt - a.doubt || place(a) - place(b));
}

/** One reading, doubtful or not. */
export function reviewOf(reviewing: Reviewing, id: string): ReviewItem | undefined {
  const subject = effectiveSubject(reviewing.effective, id);
  if (subject === undefined) return undefined;
  const doubts = doubtsOf(reviewing.read, reviewing.method, (at) => clauseAt(reviewing.read.outline, at));
  return itemOf({ ...reviewing, chapters: chaptersByClause(reviewing.read.outline) }, subject, (subject.read === null ? undefined : doubts.get(subject.read)) ?? certain);
}

export const effectiveSubject = (effective: Effective, id: string): Subject | undefined =>
  effective.subjects.find((one) => one.now?.id === id) ?? effective.subjects.find((one) => one.read?.id === id) ?? effective.subjects.find((one) => one.correction?.subject === id || one.correction?.thread === id);

const doneStates: ReadonlySet<ReviewState> = new Set(["accepted", "corrected", "added", "rejected"]);
export const isDone = (item: Pick<ReviewItem, "state">): boolean => doneStates.has(item.state);
