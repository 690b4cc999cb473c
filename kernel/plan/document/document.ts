import { PlanRefused } from "../formats/refusal.ts";
import type { SourceText, Table } from "../formats/source.ts";
import type { Language } from "../formats/text.ts";
import { type Frame, frameOf } from "./frame.ts";
import { headAt, RANK } from "./heads.ts";
import { joinBrokenLines, type Line, splitLines } from "./lines.ts";
import { missingTables } from "./missing.ts";
import { type Mark, marksOf } from "./notes.ts";
import type { Clause } from "./clause.ts";
import { type DocumentIssue, outlineOf } from "./outline.ts";
import { giveRoles } from "./roles.ts";
import { markTables, tablesOf } from "./tables.ts";
import { message, type text as messages } from "./text.ts";

/** A plan document, read: its text, its lines with their roles, its outline, its frame of years. */
export interface PlanDocument {
  text: string;
  title: string;
  frame: Frame;
  lines: Line[];
  tables: Table[];
  outline: Clause[];
  /** Marks of footnotes in the running text, in its order: signs and digits that are no words of a sentence. */
  marks: Mark[];
  issues: DocumentIssue[];
}

/** Under this share of Chinese letters (of all that is no space) a text is no Chinese plan. */
const LEAST_CHINESE_SHARE = 0.15;
/** Signs and letters that every Chinese official text is full of; noise is not. */
const COMMON = new Set("、，。；：“”的和是在一年全市省国发展建设人中大为实施推进加快新工作");
const LEAST_COMMON_SHARE = 0.05;

/** @throws PlanRefused "not-a-plan" for other languages and for noise */
export function refuseUnlessChinese(text: string): void {
  let letters = 0;
  let printed = 0;
  let common = 0;
  const length = Math.min(text.length, 400000);
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x20 && code !== 0x3000 && code !== 0xa0) printed++;
    if (code >= 0x3400 && code <= 0x9fff) letters++;
    if (code >= 0x2018 && COMMON.has(text.charAt(index))) common++;
  }
  if (printed === 0) throw new PlanRefused("empty");
  const noise = letters >= 200 && common / letters < LEAST_COMMON_SHARE;
  if (letters / printed < LEAST_CHINESE_SHARE || noise) {
    throw new PlanRefused("not-a-plan", { share: Math.round((100 * letters) / printed) });
  }
}

function headingMarks(text: string, lines: readonly Line[], given: readonly { start: number; depth: number }[]): Map<number, number> {
  const marked = new Map<number, number>();
  const startsByLine = new Map(lines.map((line) => [text.lastIndexOf("\n", line.start - 1) + 1, line.start]));
  for (const heading of given) {
    const start = startsByLine.get(heading.start);
    if (start !== undefined) marked.set(start, heading.depth);
  }
  // A .txt that still bears the marks of Markdown: the text stays as it is, but its headings are known.
  for (const line of lines) {
    const depth = /^(#{1,6})\s+\S/.exec(line.words)?.[1]?.length;
    if (depth !== undefined && line.words.length < 90) marked.set(line.start, depth);
  }
  return marked;
}

/** Outline, frame, roles and tables of a text that was read. */
export function documentOf(source: SourceText, language: Language): PlanDocument {
  const { text, headings, notices } = source;
  const lines = joinBrokenLines(text, splitLines(text));
  const marked = headingMarks(text, lines, headings);
  const given = markTables(lines, source.tables);
  const roles = giveRoles(lines, text, marked);
  const tables = tablesOf(lines, given);
  const title = roles.title?.words ?? "";
  const after = lines[roles.title?.last ?? 0]?.end ?? 0;
  const plan = roles.title === null || !roles.letter ? null : headAt(roles.title.first, RANK.annex, title, { last: roles.title.last });
  const { outline, issues, boxes } = outlineOf(lines, marked, language, plan);
  const tell = (at: number, kind: keyof typeof messages, values: Readonly<Record<string, string | number>>): void => {
    issues.push({ at, kind, message: message(kind, language, values) });
  };
  for (const missing of missingTables(lines, boxes)) tell(missing.at, "table-missing", { words: missing.words });
  const [repeat] = roles.repeats;
  if (repeat !== undefined) tell(repeat.at, "repeated-text", { lines: repeat.lines, count: roles.repeats.length });
  if (roles.pages > 0) tell(0, "repeated-lines", { count: roles.pages });
  for (const notice of notices) tell(notice.at, notice.kind, notice.values);
  issues.sort((a, b) => a.at - b.at);
  const before = lines[roles.title?.first ?? 0]?.start ?? 0;
  const frame = frameOf(title, text.slice(after, after + 3000), text.slice(Math.max(0, before - 1500), before), text.slice(Math.max(after, text.length - 600)));
  return { text, title, frame, lines, tables, outline, marks: marksOf(lines), issues };
}

/**
 * Reads a plan document; takes only what is Chinese text.
 * @throws PlanRefused
 */
export function readDocument(source: SourceText, language: Language = "zh-CN"): PlanDocument {
  refuseUnlessChinese(source.text);
  return documentOf(source, language);
}
