import { isGlossary, numberedLine } from "./headings.ts";
import type { Line } from "./lines.ts";

/** Notes: under tables, at the foot of pages; and the marks in the text that point to them. */

export interface Mark {
  start: number;
  end: number;
}

const OPENS_NOTE = /^(?:\*{1,3}\s?)?(?:注|备注|说明|出处|资料来源|数据来源)\s?\d{0,2}\s?(?:[:：]|[(（][^()（）]{1,12}[)）][:：])/;
/** ［3］…: a note at the foot, when the text bears the same mark. */
const BRACKET_NOTE = /^[［[〔](\d{1,3})[］\]〕]\s*(?=[\u4e00-\u9fff“《A-Z])/;
const RING_NOTE = /^([\u2460-\u2473])\s*(?=[\u4e00-\u9fff“《A-Z])/;
const STAR_NOTE = /^[*＊※]\s?(?=[\u4e00-\u9fff“《])/;

/** A note runs on over the numbered lines after it, as long as they are items of a list. */
const runsOn = (words: string): boolean => {
  const name = numberedLine(words)?.scheme.name;
  return (name === "digit" || name === "digit-point" || name === "digit-bracket" || name === "ringed") && /[;；。]$/.test(words);
};

/** Gives the role "note": notes to tables; footnotes whose mark stands in the text. What a glossary explains stays text. */
export function markNotes(lines: readonly Line[], text: string): void {
  const bracketed = new Set([...text.matchAll(/(?<=[\u4e00-\u9fff”》）)%])[［[〔](\d{1,3})[］\]〕]/g)].map((match) => match[1]));
  const ringed = new Set([...text.matchAll(/(?<=[\u4e00-\u9fff”》）)])[\u2460-\u2473]/g)].map((match) => match[0]));
  let inNote = false;
  for (const line of lines) {
    if (line.role !== "paragraph") continue;
    if (isGlossary(line.words)) return;
    if (OPENS_NOTE.test(line.words)) inNote = true;
    else if (bracketed.has(BRACKET_NOTE.exec(line.words)?.[1] ?? "")) inNote = true;
    else if (isRingNote(line.words, ringed)) inNote = true;
    else if (STAR_NOTE.test(line.words)) inNote = true;
    else if (inNote) inNote = runsOn(line.words);
    if (inNote) line.role = "note";
  }
}

/** ①企业研发投入：指…, a word and what it means, where the text bears the same mark. */
function isRingNote(words: string, ringed: ReadonlySet<string>): boolean {
  const sign = RING_NOTE.exec(words)?.[1];
  return sign !== undefined && ringed.has(sign) && /^.{2,30}[:：]|^.{2,40}是?指|^.{0,40}(?:见|引自|数据|来源)/.test(words);
}

/** What a mark may stand behind: a word, a closing sign, a number with its unit. */
const BRACKET_MARK = /(?<=[\u4e00-\u9fff”》）)%％。，；、])(?:［\d{1,3}］|\[\d{1,3}\]|〔\d{1,2}〕|\[注\d{0,2}\]|［注\d{0,2}］|（注\d{1,2}）)(?!\s?号)/g;
const RAISED_MARK = /(?<=[\u4e00-\u9fff”》）)])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}/g;
const RING_MARK = /(?<=[\u4e00-\u9fff”》）)])[\u2460-\u2473]/g;
const STAR_MARK = /(?<=[\u4e00-\u9fff”》）)])[*＊※]{1,3}(?=[，。；、,;：:]|$)/g;

/**
 * Marks of footnotes inside the running text, in its order: no part of its words, never a number.
 * In tables brackets and stars say something of the value, so none are looked for there.
 */
export function marksOf(lines: readonly Line[]): Mark[] {
  // ① counts an enumeration, too; it is a mark only where notes explain it. 〔6〕 is a total over five years unless notes explain it.
  const notes = lines.filter((line) => line.role === "note");
  const ringed = new Set(notes.map((line) => RING_NOTE.exec(line.words)?.[1]));
  const cornered = new Set(notes.map((line) => /^〔(\d{1,2})〕/.exec(line.words)?.[1]));
  const marks: Mark[] = [];
  for (const line of lines) {
    if (line.role !== "paragraph" && line.role !== "heading") continue;
    const found = [BRACKET_MARK, RAISED_MARK, RING_MARK, STAR_MARK].flatMap((pattern) => [...line.words.matchAll(pattern)]).filter((match) => {
      const sign = match[0];
      if (sign.startsWith("〔")) return cornered.has(sign.slice(1, -1));
      return !/^[\u2460-\u2473]/.test(sign) || ringed.has(sign);
    });
    for (const match of found.sort((a, b) => a.index - b.index)) marks.push({ start: line.start + match.index, end: line.start + match.index + match[0].length });
  }
  return marks;
}

/** The marks that lie in text[start, end). */
export function marksIn(marks: readonly Mark[], start: number, end: number): readonly Mark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while ((marks[to]?.end ?? Infinity) <= end) to++;
  return to === low ? [] : marks.slice(low, to);
}
