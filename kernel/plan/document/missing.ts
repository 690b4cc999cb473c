import type { Head } from "./heads.ts";
import { numberedLine, readsAsHeading } from "./headings.ts";
import { isTableRow, type Line } from "./lines.ts";
import { halfWidth } from "./numerals.ts";

/** Tables that the text speaks of and that are not there: printed as a picture, or lost when the text was copied. */

export interface MissingTable {
  at: number;
  /** The words that tell of it. */
  words: string;
}

const CAPTION = /^(?:附)?表\s?(\d{1,2}(?:\s?[-—.]\s?\d{1,2})?|[一二三四五六七八九十]{1,2})[\s:：、.]*(\S.{1,44})?$/;
const BARE_CAPTION = /(?:主要指标|指标表|指标体系|一览表|任务分解表|目标表|情况表|汇总表)(?:[(（][^()（）]{1,16}[)）])?$/;
/** A note that explains the figures of a table. */
const OF_TABLE = /^(?:\*{1,3}\s?)?注\s?\d{0,2}\s?[:：]/;
const FIGURES = /〔\s*〕|［\s*］|\[\s*\]|累计[数值]|预计数|预计值|快报数|当年价|可比价|现价|不变价|绝对数|[*＊]\s?(?:号|标|为)|(?:部分|该|此|上述|表中)指标|统计口径|数据(?:为|来源)/;
const REFERENCE = /(?:如|见|详见)(?:下表|下图表|附表)|下表(?:所示|所列)|(?:如|见|详见)(?:表|专栏)\s?(\d{1,2}|[一二三四五六七八九十])(?!\s?[-—.]?\d)/;
const UNIT = /^[(（]?(?:计量)?单位\s?[:：]/;

/** Lines after a caption or a reference in which its table must begin. */
const REACH = 6;
/** Two signs of the same table stand no farther apart. */
const NEAR = 8;
const SHORT = 26;

/** A cell that stands on a line of its own, as where a table was copied cell by cell. */
const isCell = (line: Line): boolean => line.words.length <= SHORT && !/[。；]$/.test(line.words);

/** A row whose cells stand apart by single spaces: 农业总产值 亿元 48 60 预期性. */
function isLooseRow(words: string): boolean {
  if (words.length > 60 || /[。；，]/.test(words)) return false;
  const cells = words.split(/\s+/);
  return cells.length >= 3 && cells.filter((cell) => /^[〔[<>≥≤]?-?[\d.,]+[%％]?[〕\]*]?$|^\d{4}年$|性$/.test(halfWidth(cell))).length >= 2;
}

/** Whether a table, or what is left of one cell by cell, stands in lines[from, to). */
function holdsTable(lines: readonly Line[], from: number, to: number): boolean {
  let cells = 0;
  let figures = 0;
  for (let index = Math.max(0, from); index < to; index++) {
    const line = lines[index];
    if (line === undefined || line.role === "chrome") continue;
    if (line.role === "table" || isTableRow(line.words) || isLooseRow(line.words)) return true;
    if (!isCell(line)) {
      cells = 0;
      figures = 0;
      continue;
    }
    cells++;
    if (/\d/.test(halfWidth(line.words.replace(/^\d{1,2}[.．、]\s?/, "")))) figures++;
    if (cells >= 4 && figures >= 2) return true;
  }
  return false;
}

/** The line before that is no page. */
function lineBefore(lines: readonly Line[], index: number): number {
  let before = index - 1;
  while (before >= 0 && (lines[before]?.role === "chrome" || UNIT.test(lines[before]?.words ?? ""))) before--;
  return before;
}

const shorten = (words: string): string => (words.length <= 32 ? words : `${words.slice(0, 30)}…`);

function missingAt(lines: readonly Line[], index: number, boxes: ReadonlyMap<number, Head>, numbered: ReadonlySet<string>, lastTable: number): string | null {
  const line = lines[index];
  if (line === undefined || line.role === "chrome" || line.role === "contents" || line.role === "table" || line.role === "title") return null;
  const box = boxes.get(index);
  if (box?.until !== undefined && box.until !== null) {
    const from = box.last + 1;
    const empty = lines.slice(from, box.until).every((inner) => inner.role === "note" || inner.role === "chrome" || UNIT.test(inner.words));
    const ofFigures = /指标|一览|情况$|目标$/.test(box.title) && box.until - from <= 2;
    return (empty || ofFigures) && !holdsTable(lines, from, Math.max(box.until, from + 2 * REACH)) ? `${box.number} ${box.title}` : null;
  }
  if (line.words.length <= 60 && (CAPTION.test(line.words) || (BARE_CAPTION.test(line.words) && numberedLine(line.words) === null)) && readsAsHeading(line.words)) {
    if (holdsTable(lines, index + 1, index + 1 + 2 * REACH)) return null;
    const next = lines[index + 1];
    const sure = CAPTION.test(line.words) || next?.role === "note" || UNIT.test(next?.words ?? "");
    // The table may stand above its caption, as under a picture.
    return sure && !holdsTable(lines, index - 2, index) ? line.words : null;
  }
  if (line.role === "note" && OF_TABLE.test(line.words)) {
    const block = lines.slice(index, index + 5).filter((one) => one.role === "note").map((one) => one.words).join("");
    const before = lineBefore(lines, index);
    return FIGURES.test(block) && !holdsTable(lines, before - 3, before + 1) ? shorten(line.words) : null;
  }
  if (line.role !== "paragraph") return null;
  const match = REFERENCE.exec(line.words);
  if (match === null) return null;
  if (match[1] !== undefined) return numbered.has(halfWidth(match[1])) ? null : shorten(match[0]);
  if (match[0].includes("附表")) return lastTable > index ? null : shorten(match[0]);
  return holdsTable(lines, index + 1, index + 1 + 2 * REACH) ? null : shorten(line.words.slice(Math.max(0, match.index - 12), match.index + match[0].length));
}

/** Places where a table should stand and none does, in the order of the text. */
export function missingTables(lines: readonly Line[], boxes: readonly Head[]): MissingTable[] {
  const byLine = new Map(boxes.map((box) => [box.line, box]));
  const numbered = new Set<string>(boxes.map((box) => halfWidth(box.number).replace(/^专\s?栏\s?/, "")));
  for (const line of lines) {
    const caption = line.words.length <= 60 ? CAPTION.exec(line.words)?.[1] : undefined;
    if (caption !== undefined) numbered.add(halfWidth(caption));
  }
  const lastTable = lines.findLastIndex((line) => line.role === "table" || /^附?表\s?\d?/.test(line.words));
  const missing: MissingTable[] = [];
  let last = -Infinity;
  for (const [index, line] of lines.entries()) {
    const words = missingAt(lines, index, byLine, numbered, lastTable);
    if (words === null || index - last <= NEAR) continue;
    last = index;
    missing.push({ at: line.start, words });
  }
  return missing;
}
