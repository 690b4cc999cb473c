import type { Table, TableCell } from "../formats/source.ts";
import type { Line } from "./lines.ts";
import { columnOf } from "./table-columns.ts";
import { stackedTables } from "./table-stacked.ts";

/** Tables of a document: those its format marks, and those flattened into lines with bars, tabs, wide gaps or commas. */

const SEPARATOR = /\||\t|[ \u3000]{2,40}/g;

/** Cells of a row; positions count in the text in which the line begins at `start`. */
export function cellsOf(line: string, start: number, separator: RegExp = SEPARATOR): TableCell[] {
  const cells: TableCell[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = line.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    cells.push({ start: start + from + lead, end: start + from + lead + words.length, words, columns: 1, rows: 1 });
  };
  for (const match of line.matchAll(separator)) {
    if (match[0].startsWith(" ") && /^\s*\|/.test(line.slice(match.index, match.index + 44))) continue;
    if (match[0].startsWith(" ") && line.charAt(match.index - 1) === "|") continue;
    push(match.index);
    from = match.index + match[0].length;
  }
  push(line.length);
  return cells;
}

/** A box around paragraphs, or a page laid out in a table: its lines are text, no rows. */
const LONGEST_CELL = 3000;
const isTable = (table: Table): boolean =>
  table.rows.some((row) => row.length > 1) && table.rows.every((row) => row.every((cell) => cell.words.length <= LONGEST_CELL));

const bars = (words: string): number => words.match(/\||\t/g)?.length ?? 0;
const LONGEST_ROW = 400;

/** 劳动生产率  高于全国  高于全国: a row of words only, apart by as many gaps as the row above. */
function sameGaps(above: Line, line: Line): boolean {
  const count = cellsOf(line.words, 0).length;
  return count >= 3 && bars(above.words) === 0 && cellsOf(above.words, 0).length === count && !/。$/.test(line.words);
}

/** Rows of two cells, and rows of one between others (一、经济发展), are told by their neighbours. */
function giveRowsTheirRole(lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    if (line.role !== "paragraph" || line.words.length > LONGEST_ROW) continue;
    const before = lines[index - 1];
    const after = lines[index + 1];
    if (before?.role === "table" && bars(line.words) === 0 && sameGaps(before, line)) line.role = "table";
    else if (bars(line.words) === 1 && !/。$/.test(line.words)) {
      if (before?.role === "table" || (after !== undefined && bars(after.words) >= 1)) line.role = "table";
    } else if (before?.role === "table" && after?.role === "table" && line.words.length <= 24 && /[\u4e00-\u9fff]/.test(line.words) && !/[。；;：:，,]$/.test(line.words)) {
      const words = (row: Line): string[] => cellsOf(row.words, 0).map((cell) => cell.words);
      if (!isHead(words(after)) && /^(?:续表|续上表)?$|^[（(]?[一二三四五六七八九十]{0,3}[)）]?[、.]?\s?[\u4e00-\u9fff]/.test(line.words)) line.role = "table";
    }
  }
}

/** Whether cells read as the head of a table: what is measured or done, and one more column that is known. */
export function isHead(words: readonly string[]): boolean {
  const known = words.map((cell) => columnOf([cell], { year: null, outlook: null }).is);
  const named = known.some((is) => is === "indicator" || is === "name" || is === "task" || is === "detail");
  return named && known.filter((is) => is !== "other").length >= 2;
}

const COMMA = /,/g;

/** Where a list of lines apart by commas begins as a table: a head, then as many cells in each line. */
function commaRows(lines: readonly Line[], first: number): number {
  const cellCount = (line: Line | undefined): number =>
    line === undefined || line.role !== "paragraph" || line.words.length > LONGEST_ROW || /[。；，]/.test(line.words) ? 0 : (line.words.match(COMMA)?.length ?? 0) + 1;
  const width = cellCount(lines[first]);
  if (width < 3 || !isHead((lines[first]?.words ?? "").split(","))) return 0;
  let count = 1;
  while (cellCount(lines[first + count]) === width) count++;
  return count >= 3 ? count : 0;
}

/** The rule under the head of a Markdown table. */
const isRule = (words: string): boolean => /^\|?[\s:|-]{3,}$/.test(words) && words.includes("-");

/** Bars around the rows, as Markdown prints them, make no empty cells. */
function withoutFrame(table: Table): Table {
  const framed = table.rows.every((row) => row.length > 2 && row[0]?.words === "" && row.at(-1)?.words === "");
  return framed ? { ...table, rows: table.rows.map((row) => row.slice(1, -1)) } : table;
}

/** Tables that only their lines show. */
function flattened(lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  let open: Table | null = null;
  let commas = 0;
  for (const [index, line] of lines.entries()) {
    if (commas === 0) {
      commas = commaRows(lines, index);
      if (commas > 0) open = null;
    }
    if (commas > 0) line.role = "table";
    // The rule under a Markdown head parts nothing.
    if (open !== null && isRule(line.words) && line.words.includes("|")) line.role = "table";
    if (line.role !== "table") {
      open = null;
      continue;
    }
    if (open === null) tables.push(open = { start: line.start, end: line.end, rows: [] });
    if (!isRule(line.words)) open.rows.push(cellsOf(line.words, line.start, commas > 0 ? COMMA : SEPARATOR));
    open.end = line.end;
    if (commas > 0 && --commas === 0) open = null;
  }
  return tables.map(withoutFrame);
}

/** Tables that the format marks: their lines are rows before anything else is made of them (a title, a note). */
export function markTables(lines: readonly Line[], given: readonly Table[]): Table[] {
  const marked: Table[] = [];
  for (const table of [...given].sort((a, b) => a.start - b.start)) if (isTable(table) && table.start >= (marked.at(-1)?.end ?? 0)) marked.push(table);
  eachByTable(lines, marked, (line, table) => {
    if (table !== undefined) line.role = "table";
  });
  return marked;
}

function eachByTable(lines: readonly Line[], marked: readonly Table[], act: (line: Line, table: Table | undefined) => void): void {
  let next = 0;
  for (const line of lines) {
    while ((marked[next]?.end ?? Infinity) <= line.start) next++;
    const own = marked[next];
    act(line, own === undefined || line.end <= own.start ? undefined : own);
  }
}

/** Every table, in the order of the text; their lines get the role "table". */
export function tablesOf(lines: readonly Line[], marked: readonly Table[]): Table[] {
  const free: Line[][] = [[]];
  eachByTable(lines, marked, (line, table) => {
    if (table === undefined) free.at(-1)?.push(line);
    else if (free.at(-1)?.length !== 0) free.push([]);
  });
  const tables = free.flatMap((lines) => {
    const { tables: stacked, rest } = stackedTables(lines);
    for (const run of rest) giveRowsTheirRole(run);
    return [...stacked, ...rest.flatMap(flattened)];
  });
  return [...tables, ...marked].sort((a, b) => a.start - b.start);
}
