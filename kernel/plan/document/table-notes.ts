import type { Line } from "./lines.ts";
import { halfWidth } from "./numerals.ts";
import type { Table } from "../formats/source.ts";

/** What stands around a table: the lines that name it, its unit, the notes below it. */

export interface Surroundings {
  /** Lines right above it that name it. */
  caption: string;
  /** 单位：亿元 above it. */
  unit: string;
  notes: Notes;
  /** Follows the table before it at once, or after its own caption only. */
  follows: boolean;
}

/** What the signs beside numbers say: * is of 2019, 〔〕 a total of five years. */
export interface Notes {
  years: Map<string, number>;
  brackets: "total" | "average" | null;
  bracketYear: number | null;
  /** Round brackets hold totals as well. */
  round: boolean;
}

export const noNotes = (): Notes => ({ years: new Map(), brackets: null, bracketYear: null, round: false });

export const MARKS = /[*★☆▲△※#†①-⑳]/g;
const NOTE = /^(?:注|备注|说明|附注|\*|[①-⑳]|※|★|▲)/;
const OF_YEAR = /(?:为|是|指|系|按|取|用|以)[^,;。]{0,8}?((?:19|20)\d{2})年|^[^\d]{0,6}?((?:19|20)\d{2})年(?:底|末)?(?:的)?(?:数|值|统计|实际|水平)/;

/** Reads notes; each is looked at between the signs that number them. */
export function readNotes(printed: string, notes: Notes): void {
  for (const part of halfWidth(printed).slice(0, 4000).split(/[;。\n]|(?=[①-⑳])|(?<=\D)(?=[1-9]\d?[.、](?!\d))/)) {
    const words = part.replace(/\s/g, "").replace(/^〔补录表注〕/, "").replace(/^注:?|^\d{1,2}[.、]/, "");
    const match = OF_YEAR.exec(words);
    const year = match === null ? null : Number(match[1] ?? match[2]);
    if (year !== null) for (const mark of words.slice(0, 40).matchAll(MARKS)) notes.years.set(mark[0], year);
    const brackets = /[〔[【]\D{0,4}[〕\]】]|(\()\s*(\))|括号/.exec(words);
    if (brackets === null) continue;
    if (/累计|合计|总/.test(words)) {
      notes.brackets = "total";
      if (brackets[1] !== undefined || /(?<![方六中])括号/.test(words)) notes.round = true;
    } else if (/年均/.test(words)) notes.brackets = "average";
    else if (year !== null) notes.bracketYear = year;
  }
}

const CAPTION = /表|指标|目标|单位|专栏|项目|任务|续/;
const SHORT = 60;
/** A page number between two pieces of a table. */
const PAGE = /^[-—–\s]*\d{1,4}[-—–\s]*$|^第\s?\d{1,4}\s?页/;

/** Unit named once for a whole table: (单位：亿元). */
export const unitOfTable = (words: string): string => /(?:计量)?单位\s?[:：]\s?([^\s)）；;]{1,14})/.exec(words)?.[1] ?? "";

/** Surroundings of every table, in their order. */
export function surroundingsOf(lines: readonly Line[], tables: readonly Table[]): Surroundings[] {
  const result: Surroundings[] = [];
  let index = 0;
  let lastEnd = -1;
  for (const [number, table] of tables.entries()) {
    while ((lines[index]?.end ?? Infinity) <= table.start) index++;
    const above: string[] = [];
    let back = index - 1;
    for (; back >= 0 && above.length < 3; back--) {
      const line = lines[back];
      if (line !== undefined && (line.role === "chrome" || PAGE.test(line.words))) continue;
      if (line === undefined || line.role === "table" || line.role === "title" || line.words.length > SHORT || !CAPTION.test(line.words)) break;
      above.unshift(line.words);
    }
    const follows = lastEnd >= 0 && (lines[back]?.end ?? 0) <= lastEnd;
    while ((lines[index]?.start ?? Infinity) < table.end) index++;
    const notes = noNotes();
    let inNote = false;
    for (let ahead = index; ahead < Math.min(lines.length, index + 10); ahead++) {
      const line = lines[ahead];
      if (line === undefined || line.role === "table" || line.role === "chrome" || line.start >= (tables[number + 1]?.start ?? Infinity)) break;
      if (line.role !== "note" && !NOTE.test(line.words) && !(inNote && /^\(?\d{1,2}[.、)．]/.test(halfWidth(line.words)))) break;
      inNote = true;
      readNotes(line.words, notes);
    }
    result.push({ caption: above.join(" "), unit: unitOfTable(above.join(" ")), notes, follows });
    lastEnd = lines[index - 1]?.end ?? -1;
  }
  shareNotes(result);
  return result;
}

/** Notes stand below the last piece of a table that was cut. */
function shareNotes(all: readonly Surroundings[]): void {
  for (let index = all.length - 1; index > 0; index--) {
    const own = all[index];
    const before = all[index - 1]?.notes;
    if (own === undefined || before === undefined || !own.follows) continue;
    for (const [mark, year] of own.notes.years) if (!before.years.has(mark)) before.years.set(mark, year);
    before.brackets ??= own.notes.brackets;
    before.bracketYear ??= own.notes.bracketYear;
    before.round ||= own.notes.round;
  }
}
