import { splitBodies } from "../document/bodies.ts";
import type { PlanDocument } from "../document/document.ts";
import { type Frame, printSpan, yearOf } from "../document/frame.ts";
import { halfWidth } from "../document/numerals.ts";
import { isEmptySign } from "../document/table-align.ts";
import type { Column } from "../document/table-columns.ts";
import { type Sheet, type SheetRow, sheetsOf } from "../document/table-sheets.ts";
import type { TableCell } from "../formats/source.ts";
import { findTimes } from "./times.ts";

/** Rows of task tables (任务分解表, 重点项目表): what is to be done, by whom, by when. */

export interface TaskRow {
  /** The lines of the row, from its first own cell to its last. */
  start: number;
  end: number;
  /** As printed, and where. */
  title: string;
  titleAt: number;
  /** What it is to consist of: 建设内容, 工作举措. */
  detail: { start: number; end: number } | null;
  /** The task or group it is part of. */
  under: string | null;
  /** Bodies, lead first. */
  responsible: string[];
  /** 2025, 2021/2023; null where the words give no year. */
  deadline: string | null;
  deadlineWords: string;
  every: "yearly" | "quarterly" | "monthly" | null;
}

const BODY_LABEL = /^(?:牵头|责任|配合|主办|协办|承办|实施|参与)(?:单位|部门)?\s?[:：]\s?/;

const BODY_TAIL = /(?:按职责分工负责|分别负责|牵头负责|负责|牵头|配合|等)$/;

/** Bodies of a cell, in their order, each once. */
export function bodiesOf(words: string): string[] {
  const names = splitBodies(words).map((name) => name.replace(BODY_LABEL, "").replace(BODY_TAIL, "").trim());
  return [...new Set(names.filter((name) => name.length >= 2 && !isEmptySign(name)))];
}

const YEAR = "(?<!\\d)(?:20|19)\\d{2}(?!\\d)";
const SPAN = new RegExp(`(${YEAR})\\s?年?(?:[.\\-/]\\d{1,2}月?)?\\s?(?:[-—–~～]{1,2}|至|到)\\s?(${YEAR})`);

/** Years of a deadline cell: 2021—2023, 2025年底前, 2024.6, 12月底 of the document's own year. */
export function deadlineOf(words: string, frame: Frame): string | null {
  const plain = halfWidth(words);
  const span = SPAN.exec(plain);
  const from = yearOf(span?.[1] ?? "");
  const to = yearOf(span?.[2] ?? "");
  if (from !== null && to !== null && to >= from) return printSpan({ from, to });
  const years = [...plain.matchAll(new RegExp(YEAR, "g"))].map((match) => Number(match[0]));
  if (years.length > 0) return String(Math.max(...years));
  const times = findTimes(plain.replace(/\s/g, ""), frame).flatMap((time) => (time.span === null || time.kind === "base" ? [] : [time.span]));
  const last = times.at(-1);
  if (last !== undefined) return printSpan(last);
  return frame.kind === "annual" && frame.year !== null && /\d{1,2}月|年底|年内|季度|上半年|下半年/.test(plain) ? String(frame.year) : null;
}

function everyOf(words: string): TaskRow["every"] {
  if (/每月|按月|逐月/.test(words)) return "monthly";
  if (/每季|按季|逐季/.test(words)) return "quarterly";
  return /每年|逐年|年度(?:推进|实施)/.test(words) ? "yearly" : null;
}

const TITLES: readonly Column["is"][] = ["name", "task", "detail"];

/** A table of tasks: rows say what is to be done, and who does it, by when, or for how much. */
export function isTaskTable(sheet: Sheet): boolean {
  const has = (...kinds: Column["is"][]): boolean => sheet.columns.some((column) => kinds.includes(column.is));
  if (sheet.headless || !has("name", "task", "detail")) return false;
  return has("lead", "support", "deadline", "money") || (has("task", "detail") && has("ordinal") && !has("indicator"));
}

interface Named {
  title: TableCell;
  detail: TableCell | null;
  under: string | null;
}

/** Which cell names the task: its name; a task over several rows gives way to what each row says of it. */
function nameOf(sheet: Sheet, row: SheetRow, before: SheetRow | undefined): Named | null {
  const filled = (is: Column["is"]): TableCell[] => sheet.columns.flatMap((column, index) => {
    const cell = row.cells[index] ?? null;
    return column.is === is && cell !== null && cell.words !== "" && !isEmptySign(cell.words) ? [cell] : [];
  });
  const rightOf = (cell: TableCell | undefined, other: TableCell): boolean => cell !== undefined && row.cells.indexOf(cell) > row.cells.indexOf(other);
  const shared = (cell: TableCell): boolean => before?.cells.includes(cell) === true || cell.rows > 1;
  const [name, task, ownDetail] = TITLES.map((is) => filled(is).at(-1));
  // 项目 | 年度目标: what is to be reached, right of the name, tells of it.
  const detail = ownDetail ?? (name !== undefined && rightOf(task, name) ? task : undefined);
  const title = name ?? (task !== undefined && !(shared(task) && detail !== undefined) ? task : (detail ?? task));
  if (title === undefined) return null;
  const widest = [...filled("task"), ...filled("category")].find((cell) => cell !== title && rightOf(title, cell));
  const wider = widest?.words ?? row.category?.words ?? null;
  return { title, detail: detail !== undefined && detail !== title ? detail : null, under: wider };
}

function taskOf(sheet: Sheet, row: SheetRow, before: SheetRow | undefined, frame: Frame): TaskRow | null {
  const named = nameOf(sheet, row, before);
  if (named === null || /^(?:合计|小计|总计|合\s+计)$/.test(named.title.words)) return null;
  const { title, detail, under } = named;
  const wordsOf = (is: Column["is"]): string[] => sheet.columns.flatMap((column, index) => (column.is === is ? [row.cells[index]?.words ?? ""] : []));
  const own = row.cells.filter((cell): cell is TableCell => cell !== null && cell.words !== "" && before?.cells.includes(cell) !== true);
  const deadlineWords = wordsOf("deadline").filter((words) => !isEmptySign(words)).join(" ");
  const responsible = [...new Set([...wordsOf("lead"), ...wordsOf("support")].flatMap(bodiesOf))];
  return {
    start: Math.min(title.start, ...own.map((cell) => cell.start)), end: Math.max(title.end, ...own.map((cell) => cell.end)),
    title: title.words, titleAt: title.start, detail: detail === null ? null : { start: detail.start, end: detail.end }, under, responsible,
    deadline: deadlineWords === "" ? null : deadlineOf(deadlineWords, frame), deadlineWords, every: everyOf(deadlineWords),
  };
}

/** Tasks of all task tables of a document, in the order of the text. */
export function taskRows(document: PlanDocument): TaskRow[] {
  const rows: TaskRow[] = [];
  for (const sheet of sheetsOf(document)) {
    if (!isTaskTable(sheet)) continue;
    for (const [index, row] of sheet.rows.entries()) {
      const task = taskOf(sheet, row, sheet.rows[index - 1], document.frame);
      if (task !== null) rows.push(task);
    }
  }
  return rows.sort((a, b) => a.start - b.start);
}
