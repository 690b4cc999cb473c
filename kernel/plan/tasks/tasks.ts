import type { PlanDocument } from "../document/document.ts";
import { isGlossary } from "../document/headings.ts";
import { IdGiver } from "../document/ids.ts";
import type { Line } from "../document/lines.ts";
import { halfWidth } from "../document/numerals.ts";
import type { Clause } from "../document/clause.ts";
import { clausesAt } from "../document/path.ts";
import { openingTitle } from "../document/titles.ts";
import { printSpan } from "../document/frame.ts";
import { moodOfPath } from "../targets/mood.ts";
import { taskRows } from "../targets/table-tasks.ts";
import { findTimes } from "../targets/times.ts";
import { kindOf } from "./kinds.ts";
import { namesIn, placesIn } from "./names.ts";
import { assignmentsIn, bodiesIn, responsibleIn } from "./responsible.ts";
import type { Task } from "./task.ts";
import { dutyHead, platformEnd, projectEnd } from "./words.ts";

function everyOf(words: string): string | null {
  if (/每月|按月|逐月/.test(words)) return "monthly";
  if (/每季度|按季度|逐季|每季/.test(words)) return "quarterly";
  return /每年(?!度末)|逐年|年度实施/.test(words) ? "yearly" : null;
}

/** The last time printed that lies in the plan's own years, else the first after they begin; times in the names of documents are none. */
function deadlineOf(words: string, document: PlanDocument): string | null {
  if (!/[年末]|时期|期间/.test(words)) return null;
  const { span } = document.frame;
  const spans = findTimes(halfWidth(words.replace(/《[^》]{0,60}》/g, "")), document.frame).flatMap((time) =>
    (time.kind === "year" || time.kind === "span") && time.span !== null && time.span.to >= (span?.from ?? 0) ? [time.span] : []);
  const within = spans.filter(({ to }) => to <= (span?.to ?? Infinity));
  const latest = within.reduce<(typeof spans)[number] | undefined>((last, one) => (last === undefined || one.to > last.to ? one : last), undefined);
  const due = latest ?? spans[0];
  return due === undefined ? null : printSpan(due);
}

const LONGEST = 6000;

interface Rule {
  name: string;
  confidence: number;
}

const CLAUSE: Rule = { name: "a clause of its own", confidence: 0.9 };
const ROW: Rule = { name: "row of a table of tasks", confidence: 0.9 };
const ASSIGNED: Rule = { name: "words with a body of their own", confidence: 0.9 };
const SENTENCE: Rule = { name: "a sentence that opens with a duty", confidence: 0.75 };
const LONG_TITLE = 40;

/** What makes a task doubtful. */
function doubtsOf(title: string, kind: Task["kind"]): string[] {
  return [...(kind === "other" ? ["its verb is not known"] : []), ...(title.length > LONG_TITLE ? ["a title this long may be no title"] : []), ...(title.length < 4 ? ["a title this short may be no title"] : [])];
}

function taskOf(title: string, clause: Clause | null, start: number, end: number, document: PlanDocument, ids: IdGiver, rule: Rule): Task {
  const words = document.text.slice(start, Math.min(end, start + LONGEST));
  const responsible = responsibleIn(words);
  const kind = kindOf(title);
  const doubts = doubtsOf(title, kind);
  return {
    id: ids.give(title, clause?.title ?? ""), clause: clause?.id ?? null, start, end, title, kind,
    deadline: deadlineOf(words, document), every: everyOf(words), responsible: responsible.bodies, places: placesIn(words),
    projects: namesIn(words, projectEnd, true), platforms: namesIn(words, platformEnd, false), bodies: bodiesIn(words),
    confidence: Math.round((rule.confidence - 0.15 * doubts.length) * 100) / 100, reasons: [rule.name, ...(responsible.rule === null ? [] : [responsible.rule]), ...doubts],
  };
}

/** A sentence that speaks of the duty itself lays down none. */
const OF_DUTY = /以下|如下|责任重大|任务艰巨|意义重大|使命光荣/;

/** A clause is one task when it is a titled paragraph, or prints who is responsible, or holds its text in its own line. */
function isOneTask(clause: Clause, line: Line, document: PlanDocument): boolean {
  if (clause.children.length > 0) return false;
  if (clause.kind === "task") return !OF_DUTY.test(clause.title);
  if (clause.kind === "goal") return false;
  // （一）加强农业。增加投入…: a number, a duty, and its text in the same line.
  if (clause.number !== "" && line.start === clause.start && line.role === "paragraph" && dutyHead.test(clause.title)) return true;
  return /(?:主办|责任|牵头|实施)(?:单位|部门)\s?[:：]/.test(document.text.slice(clause.start, Math.min(clause.end, clause.start + LONGEST)));
}

/** By what means or after which rule (以…为重点, 按照…原则): what is to be done stands after it. */
const MEANS = /^(?:以|按照?|围绕|依托|根据|针对|通过|为了?|对|在|结合)/;

/** The title of words that lay down a duty: their first clause, or the first that is no means. */
function titleOf(words: string): string {
  let rest = words.slice(0, assignmentsIn(words)[0]?.start);
  for (let round = 0; round < 3 && MEANS.test(rest); round++) {
    const comma = rest.slice(0, 80).search(/[，,]/);
    if (comma < 0 || !dutyHead.test(rest.slice(comma + 1, comma + 40))) break;
    rest = rest.slice(comma + 1);
  }
  return openingTitle(rest);
}

/** Sentences of a paragraph that lay down a duty, each a task. */
function dutiesOf(line: Line, clause: Clause | null, document: PlanDocument, ids: IdGiver): Task[] {
  const tasks: Task[] = [];
  let from = line.start;
  for (const match of document.text.slice(line.start, line.end).matchAll(/[。！；](?=.)|$/g)) {
    const end = line.start + match.index + match[0].length;
    const sentence = document.text.slice(from, end);
    // 一是…；二是…: the count opens no duty, what follows it does.
    const count = /^\s*(?:[一二三四五六七八九十]{1,2}(?:是|要)|首先|其次|最后|同时|此外|——|--|[①-⑳⑴-⒇]|[（(]\d{1,2}[）)])[，,]?/.exec(sentence)?.[0].length ?? 0;
    const lead = Math.max(count, sentence.length - sentence.trimStart().length);
    const words = sentence.slice(lead);
    if (words.length >= 8 && dutyHead.test(words.slice(0, 40)) && !OF_DUTY.test(words.slice(0, 60))) {
      tasks.push(taskOf(titleOf(words), clause, from + lead, end, document, ids, SENTENCE));
    }
    from = end;
  }
  return tasks;
}

/** A clause in which several brackets each assign what stands before them is as many tasks. */
function assignedParts(clause: Clause, document: PlanDocument, ids: IdGiver): Task[] {
  const words = document.text.slice(clause.start, clause.end);
  const ends = assignmentsIn(words);
  if (ends.length < 2) return [];
  const tasks: Task[] = [];
  let from = 0;
  for (const [index, { end }] of ends.entries()) {
    // The full stop behind the bracket belongs to it.
    const to = /[。；]/.test(words.charAt(end)) ? end + 1 : end;
    const title = index === 0 ? clause.title : titleOf(words.slice(from, to).trimStart());
    const lead = words.slice(from, to).length - words.slice(from, to).trimStart().length;
    tasks.push(taskOf(title, clause, clause.start + from + lead, clause.start + to, document, ids, ASSIGNED));
    from = to;
  }
  return tasks;
}

/** Sections that say in what spirit and in what situation: their sentences open like duties and lay down none. */
const OF_THE_WHOLE = /^(?:总体要求|指导思想|(?:基本|工作|主要|发展)?原则|编制(?:依据|背景|说明)|(?:发展|基本|面临的?|当前|内外部)*(?:形势|环境|背景|机遇|挑战)(?:分析|与.*|和.*)?)$/;

/** Tasks of a document in the order of its text: titled paragraphs; in sections without them, their sentences' duties. */
export function readTasks(document: PlanDocument): Task[] {
  const ids = new IdGiver("k");
  const tasks: Task[] = [];
  const done = new Set<Clause>();
  for (const line of document.lines) {
    if (line.role !== "paragraph" && line.role !== "heading") continue;
    const path = clausesAt(document.outline, line.start);
    const clause = path.at(-1) ?? null;
    if (clause !== null && done.has(clause)) continue;
    const skip = moodOfPath(path, document.frame) === "review" || path.some((above) => isGlossary(above.title) || (clause?.kind !== "task" && OF_THE_WHOLE.test(above.title)));
    if (skip || clause?.kind === "goal") continue;
    if (clause !== null && isOneTask(clause, line, document)) {
      done.add(clause);
      const parts = assignedParts(clause, document, ids);
      tasks.push(...(parts.length > 0 ? parts : [taskOf(clause.title, clause, clause.start, clause.end, document, ids, CLAUSE)]));
    } else if (line.role === "paragraph" && (clause === null || clause.children.length === 0)) {
      tasks.push(...dutiesOf(line, clause, document, ids));
    }
  }
  const rows = taskRows(document).map((row) => {
    const clause = clausesAt(document.outline, row.start).at(-1) ?? null;
    const task = taskOf(row.title, clause, row.start, row.end, document, ids, ROW);
    return { ...task, responsible: row.responsible, deadline: row.deadline ?? task.deadline, every: row.every ?? task.every };
  });
  return rows.length === 0 ? tasks : [...tasks, ...rows].sort((a, b) => a.start - b.start);
}
