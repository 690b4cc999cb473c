import type { Table, TableCell } from "../formats/source.ts";
import type { Line } from "./lines.ts";
import { ATTRIBUTE, isEmptySign, isNumberCell } from "./table-align.ts";
import { type Column, columnOf } from "./table-columns.ts";
import { isLabel } from "./table-head.ts";

/** Tables copied from a page so that every cell stands in a line of its own: told by a head of known words, and rows in its rhythm. */

const LONGEST_LINE = 60;
const DEEPEST_HEAD = 12;

const cellOf = ({ start, end, words }: Line): TableCell => ({ start, end, words, columns: 1, rows: 1 });

/** Columns of a head that begins in a line; empty when there is none. */
function headFrom(lines: readonly Line[], first: number): Column[] {
  const columns: Column[] = [];
  for (let index = first; index < Math.min(lines.length, first + DEEPEST_HEAD); index++) {
    const line = lines[index];
    if (line === undefined || line.role !== "paragraph" || line.words.length > 24 || /[。；，：]$/.test(line.words)) break;
    const column = columnOf([line.words], { year: null, outlook: null });
    if (column.is === "other") break;
    columns.push(column);
  }
  const measures = columns.some((column) => column.is === "indicator") && columns.some((column) => column.is === "figure");
  return measures && columns.length >= 3 ? columns : [];
}

interface Rows {
  rows: TableCell[][];
  /** Lines taken. */
  taken: number;
}

/** Rows that end with their attribute; what they lack at the left, they share with the row before. */
function rowsByAttribute(lines: readonly Line[], from: number, width: number): Rows {
  const rows: TableCell[][] = [];
  let open: TableCell[] = [];
  let taken = 0;
  for (let index = from; index < lines.length && open.length <= width + 1; index++) {
    const line = lines[index];
    if (line === undefined || line.role !== "paragraph" || line.words.length > LONGEST_LINE || /。$/.test(line.words)) break;
    open.push(cellOf(line));
    if (!ATTRIBUTE.test(line.words)) continue;
    // The name of a group comes before its first row.
    while (open.length > width) rows.push(open.splice(0, 1));
    rows.push(open);
    open = [];
    taken = index - from + 1;
  }
  return { rows, taken };
}

/** Rows of just as many lines as the head has, numbers under the years. */
function rowsByCount(lines: readonly Line[], from: number, columns: readonly Column[]): Rows {
  const rows: TableCell[][] = [];
  let taken = 0;
  for (;;) {
    const row = lines.slice(from + taken, from + taken + columns.length);
    const fits = row.length === columns.length && row.every((line, index) => {
      if (line.role !== "paragraph" || line.words.length > LONGEST_LINE) return false;
      const column = columns[index];
      if (column?.is === "figure") return isNumberCell(line.words) || isEmptySign(line.words);
      return column === undefined || !isLabel(column) || !(isNumberCell(line.words) || isEmptySign(line.words));
    });
    if (!fits) return { rows, taken };
    rows.push(row.map(cellOf));
    taken += columns.length;
  }
}

/** Takes stacked tables out of a run of lines, and gives their lines the role "table"; `rest` are the runs between them. */
export function stackedTables(lines: readonly Line[]): { tables: Table[]; rest: Line[][] } {
  const tables: Table[] = [];
  const rest: Line[][] = [[]];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const columns = headFrom(lines, index);
    const below = index + columns.length;
    const { rows, taken } = columns.length === 0 ? { rows: [], taken: 0 }
      : columns.at(-1)?.is === "attribute" ? rowsByAttribute(lines, below, columns.length) : rowsByCount(lines, below, columns);
    if (rows.length < 2) {
      rest.at(-1)?.push(line);
      continue;
    }
    const own = lines.slice(index, below + taken);
    for (const row of own) row.role = "table";
    tables.push({ start: line.start, end: own.at(-1)?.end ?? line.end, rows: [lines.slice(index, below).map(cellOf), ...rows] });
    rest.push([]);
    index = below + taken - 1;
  }
  return { tables, rest };
}
