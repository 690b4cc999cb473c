import type { SourceText, Table, TableCell } from "../formats/source.ts";
import type { joinText } from "./text/join.ts";

/**
 * Tables that a document has lost as pictures: typed or pasted, and put back where they stood.
 * The joined text says that it was added; everything after it moves on by as much.
 */

/** Opens the line above every table that was added by hand. */
export const ADDED = "〔补录表格〕";
/** Opens its notes: they are rows of the table, so that no paragraph after it reads as one of them. */
export const ADDED_NOTE = "〔补录表注〕";

export interface Pasted {
  rows: string[][];
  errors: PasteError[];
}

export interface PasteError {
  kind: keyof typeof joinText;
  /** Counted from 1, as the reader sees them; 0 for the whole. */
  row: number;
  column: number;
  values: Readonly<Record<string, string | number>>;
}

export const LIMITS = { rows: 1000, columns: 60, cell: 1000, characters: 400000 } as const;


/** Fields apart by a sign, as spreadsheets write them: quoted where they hold the sign, a quotation mark or a line break. */
function quotedFields(text: string, separator: "\t" | ",", errors: PasteError[]): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const row = rows.at(-1) ?? [];
    const field = fieldAt(text, at, separator);
    if (!field.closed) errors.push({ kind: "open-quote", row: rows.length, column: row.length + 1, values: { row: rows.length, column: row.length + 1 } });
    row.push(field.words);
    if (text.charAt(field.end) === "\n") rows.push([]);
    at = field.end + 1;
  }
  return rows;
}

function fieldAt(text: string, from: number, separator: "\t" | ","): { words: string; end: number; closed: boolean } {
  const plain = separator === "\t" ? /[^\t\n]*/y : /[^,\n]*/y;
  const endOf = (start: number): number => {
    plain.lastIndex = start;
    return start + (plain.exec(text)?.[0].length ?? 0);
  };
  if (text.charAt(from) !== '"') {
    const end = endOf(from);
    return { words: text.slice(from, end), end, closed: true };
  }
  let words = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      // A lone quotation mark is only a sign: the field ends where any other does.
      const end = endOf(from);
      return { words: text.slice(from, end), end, closed: false };
    }
    words += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') return { words: words + text.slice(quote + 1, endOf(quote + 1)), end: endOf(quote + 1), closed: true };
    words += '"';
    at = quote + 2;
  }
}

/** Rows of a Markdown table or of lines with bars. */
function barRows(text: string): string[][] {
  return text.split("\n").filter((line) => !(/^\s*\|?[\s:|-]{3,}$/.test(line) && line.includes("-"))).map((line) => {
    const inner = /^\s*\|.*\|\s*$/.test(line) ? line.trim().slice(1, -1) : line;
    return inner.split("|");
  });
}

function fieldsOf(text: string, errors: PasteError[]): string[][] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const most = (sign: string): boolean => lines.filter((line) => line.includes(sign)).length * 2 > lines.length;
  if (text.includes("\t")) return quotedFields(text, "\t", errors);
  if (most("|")) return barRows(text);
  if (most(",")) return quotedFields(text, ",", errors);
  if (most("，")) return text.split("\n").map((line) => line.split("，"));
  return text.split("\n").map((line) => line.trim().split(/[ \u3000]{2,40}/));
}

/** One line, without the sign that parts cells. */
const tidy = (words: string): string => words.replace(/[\s\u3000]+/g, " ").replaceAll("|", "｜").trim();

/**
 * Reads a table pasted from a spreadsheet or a text: tabs, bars, commas or wide gaps between the cells.
 * Rows that lack cells at their end are filled up and told.
 */
export function parsePasted(text: string): Pasted {
  const errors: PasteError[] = [];
  const whole = (kind: PasteError["kind"], values: PasteError["values"] = {}): Pasted => ({ rows: [], errors: [...errors, { kind, row: 0, column: 0, values }] });
  const limits = { rows: LIMITS.rows, columns: LIMITS.columns };
  if (text.length > LIMITS.characters) return whole("too-large", limits);
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replace(/^\n+|\s*$/g, "");
  const numbered = fieldsOf(plain, errors).map((row, index) => ({ cells: row.map(tidy), row: index + 1 }));
  const filled = numbered.filter(({ cells }) => cells.some((words) => words !== ""));
  for (const { cells, row } of numbered) if (cells.every((words) => words === "") && filled.length > 0) errors.push({ kind: "empty-row", row, column: 0, values: { row } });
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((words) => words !== "") + 1), 0);
  if (filled.length < 2 || width < 2) return whole("empty");
  if (filled.length > LIMITS.rows || width > LIMITS.columns) return whole("too-large", limits);
  for (const { cells, row } of filled) {
    const found = cells.length;
    // A row of one cell names a group; trailing empty cells beyond the others say nothing.
    if (found < width && found > 1) errors.push({ kind: "ragged", row, column: found, values: { row, found, expected: width } });
    for (const [index, words] of cells.entries()) {
      if (words.length > LIMITS.cell) errors.push({ kind: "long-cell", row, column: index + 1, values: { row, column: index + 1, limit: LIMITS.cell } });
    }
  }
  return { rows: filled.map(({ cells }) => Array.from({ length: width }, (_, index) => (cells[index] ?? "").slice(0, LIMITS.cell))), errors };
}

export interface JoinOptions {
  /** Stands in the line that says the table was added. */
  caption?: string;
  /** Lines below it: 注：〔〕内为五年累计数。 */
  notes?: readonly string[];
}

/** Where a table goes in: after the line of a position, or after the table that this line belongs to. */
function placeAfter(source: SourceText, at: number): number {
  const lineEnd = (from: number): number => {
    const end = source.text.indexOf("\n", from);
    return end === -1 ? source.text.length : end;
  };
  const end = lineEnd(Math.max(0, Math.min(at, source.text.length)));
  const around = source.tables.find((table) => table.start <= at && at < table.end);
  return around === undefined ? end : Math.max(end, lineEnd(around.end));
}

/** The lines of the table, with the place of every cell when the first begins at `start`. */
function layOut(rows: readonly (readonly string[])[], width: number, start: number, options: JoinOptions): { text: string; table: Table } {
  const lone = (words: string): string[] => [words];
  const printed = [lone(tidy(`${ADDED}${options.caption ?? ""}`)), ...rows, ...(options.notes ?? []).map((note) => lone(tidy(`${ADDED_NOTE}${note}`)))];
  let text = "";
  const cells = printed.map((row, index) => {
    if (index > 0) text += "\n";
    const across = row.length === 1 ? width : 1;
    return row.map((words, column): TableCell => {
      if (column > 0) text += " | ";
      const from = start + text.length;
      text += tidy(words);
      return { start: from, end: start + text.length, words: text.slice(from - start), columns: across, rows: 1 };
    });
  });
  return { text, table: { start, end: start + text.length, rows: cells } };
}

/**
 * Joins a table to a document after the line at `at`. What the format marked keeps its words: all later places move on.
 * The notice of a picture at this very place is answered and goes.
 * @param rows cells row by row; the head first
 */
export function joinTable(source: SourceText, at: number, rows: readonly (readonly string[])[], options: JoinOptions = {}): SourceText {
  if (rows.length === 0) return source;
  const place = placeAfter(source, at);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  // Empty lines around it keep it apart from lines broken at a fixed width.
  const lead = "\n\n";
  const { text, table } = layOut(rows, width, place + lead.length, options);
  const added = lead.length + text.length + 1;
  const moved = (position: number): number => (position > place ? position + added : position);
  const shifted = (one: Table): Table => ({
    start: moved(one.start), end: moved(one.end),
    rows: one.rows.map((row) => row.map((cell) => ({ ...cell, start: moved(cell.start), end: moved(cell.end) }))),
  });
  return {
    text: `${source.text.slice(0, place)}${lead}${text}\n${source.text.slice(place)}`,
    headings: source.headings.map((heading) => ({ ...heading, start: moved(heading.start) })),
    tables: [...source.tables.map(shifted), table].sort((a, b) => a.start - b.start),
    notices: source.notices.filter((notice) => notice.kind !== "picture" || notice.at !== at).map((notice) => ({ ...notice, at: moved(notice.at) })),
  };
}
