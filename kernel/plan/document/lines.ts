import { numberedLine } from "./headings.ts";

/** Lines of a document, and what each is: title, heading, paragraph, note, table, table of contents, or the page around the text. */

export type LineRole = "title" | "heading" | "paragraph" | "note" | "table" | "contents" | "chrome";

export interface Line {
  /** First character that is not a space; positions count in the text. */
  start: number;
  /** After the last character that is not a space. */
  end: number;
  words: string;
  role: LineRole;
}

const SPACE = /[\s\u3000\u200b\ufeff]/;

/** Every line that is not empty, trimmed; all are paragraphs at first. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to === -1) to = text.length;
    let start = from;
    let end = to;
    while (start < end && SPACE.test(text.charAt(start))) start++;
    while (end > start && SPACE.test(text.charAt(end - 1))) end--;
    if (end > start) lines.push({ start, end, words: text.slice(start, end), role: "paragraph" });
    from = to + 1;
  }
  return lines;
}

/** A line this full, in a text that is broken at a fixed width, goes on in the next. */
const SLACK = 3;

/** Whether a line begins something of its own: a number, a dash, a box, an annex, a note, a row. */
const opensAnew = (words: string): boolean =>
  numberedLine(words) !== null || /^(?:[—–-]{2}|[●■◆★▲•]|[【[]?专\s?栏\s?[\d一二三四五六七八九]|附[件表录]|注\s?[:：]|表\s?\d)/.test(words) || isTableRow(words);

/**
 * Joins the lines of a text that was broken at a fixed width (old newspapers, mails, PDF copies); other texts stay as they are.
 * A line joins the one before when that one is full and it is neither indented nor numbered.
 */
export function joinBrokenLines(text: string, lines: readonly Line[]): Line[] {
  const startOf = (line: Line): number => text.lastIndexOf("\n", line.start - 1) + 1;
  const widths = lines.map((line) => line.end - startOf(line));
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const width = widths.reduce((most, one) => (one <= 90 && one >= 20 && (counts.get(one) ?? 0) > (counts.get(most) ?? 0) ? one : most), 0);
  const full = (index: number): boolean => Math.abs((widths[index] ?? 0) - width) <= SLACK;
  const fullCount = widths.filter((_, index) => full(index)).length;
  const longer = widths.filter((one) => one > width + SLACK).length;
  if (width === 0 || lines.length < 12 || fullCount * 2 < lines.length || longer * 20 > lines.length) return [...lines];
  const joined: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const before = joined.at(-1);
    const goesOn = before !== undefined && full(index - 1) && startOf(line) === line.start && !opensAnew(line.words)
      && !text.slice(before.end, line.start).includes("\n\n");
    if (before === undefined || !goesOn) joined.push({ ...line });
    else {
      before.end = line.end;
      before.words = text.slice(before.start, before.end);
    }
  }
  return joined;
}

/** A row of a table: cells apart by bars or tabs; or by wide gaps, when it is no sentence and a cell is a number. */
export function isTableRow(words: string): boolean {
  if ((words.match(/\s?\|\s?|\t/g)?.length ?? 0) >= 2) return true;
  if (words.length > 160 || /[。；;]$/.test(words)) return false;
  const cells = words.split(/[ \u3000]{2,40}/);
  return cells.length >= 3 && cells.some((cell) => /^[〔[<>≥≤]?\s?\d[\d.,]*\s?[%％]?[〕\]*]?$|年$|^属性$/.test(cell));
}
