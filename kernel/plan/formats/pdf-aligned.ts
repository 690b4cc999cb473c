import type { PdfLine, Segment } from "./pdf-lines.ts";
import { joinLines } from "./pdf-page.ts";
import type { FoundTable, GridCell } from "./pdf-grid.ts";

/** Tables without ruled lines: rows of short pieces that stand under each other. */

const LEAST_ROWS = 3;

interface Column {
  x: number;
  right: number;
}

const overlaps = (segment: Segment, column: Column): boolean => segment.x < column.right && segment.right > column.x;

/**
 * Columns of the rows, null when pieces stand across each other. Where most rows have as many pieces, their pieces are the columns, one by one:
 * a head set in the middle need not stand over figures set at the left.
 */
function columnsOf(rows: readonly PdfLine[]): Column[] | null {
  const wide = rows.filter((row) => row.segments.length >= 3);
  const counts = new Map<number, number>();
  for (const row of wide) counts.set(row.segments.length, (counts.get(row.segments.length) ?? 0) + 1);
  const [count, times] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  const columns: Column[] = [];
  if (times * 2 > wide.length) {
    for (const row of wide.filter((one) => one.segments.length === count)) {
      for (const [index, { x, right }] of row.segments.entries()) columns[index] = { x: Math.min(x, columns[index]?.x ?? x), right: Math.max(right, columns[index]?.right ?? right) };
    }
    return columns.every((column, index) => index === 0 || column.x > (columns[index - 1]?.x ?? 0)) ? columns : null;
  }
  for (const segment of wide.flatMap((row) => row.segments).sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last !== undefined && segment.x < last.right) last.right = Math.max(last.right, segment.right);
    else columns.push({ x: segment.x, right: segment.right });
  }
  const clear = wide.every((row) => columns.every((column) => row.segments.filter((segment) => overlaps(segment, column)).length <= 1));
  return clear && columns.length >= 3 ? columns : null;
}

/** Column of a piece: the one it stands in most. */
function columnAt(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let most = -Infinity;
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(segment.right, column.right) - Math.max(segment.x, column.x);
    if (shared > most) [best, most] = [index, shared];
  }
  return best;
}

/** A piece of prose is longer than a cell, and ends a sentence. */
const isProse = (line: PdfLine): boolean => line.segments.length === 1 && (/[。；]$/.test(line.words) || line.right - line.x > (line.end - line.left) * 0.8);
const CAPTION = /^(?:表|附表|续表|专栏|注|单位[:：]|资料来源|数据来源)/;

export interface AlignedTable extends FoundTable {
  first: number;
  last: number;
}

/** Tables among the lines of a page. */
export function alignedTables(lines: readonly PdfLine[]): AlignedTable[] {
  const found: AlignedTable[] = [];
  for (let first = 0; first < lines.length; first++) {
    const head = lines[first];
    if (head === undefined || head.segments.length < 3) continue;
    let last = first;
    for (let index = first + 1; index < lines.length; index++) {
      const line = lines[index];
      const before = lines[index - 1];
      if (line === undefined || before === undefined || line.table !== null || isProse(line) || CAPTION.test(line.words) || line.y - before.y > 4 * line.size || line.y < before.y) break;
      if (line.segments.length >= 3) last = index;
    }
    const rows = lines.slice(first, last + 1);
    const columns = columnsOf(rows);
    if (columns === null || rows.filter((row) => row.segments.length >= 3).length < LEAST_ROWS) continue;
    const table = rowsOf(rows, columns);
    if (!table.some((row) => row.some((cell) => /\d/.test(cell.words)))) continue;
    found.push({
      first, last, rows: table, top: head.y - head.size, bottom: lines[last]?.y ?? head.y, left: columns[0]?.x ?? 0, right: columns.at(-1)?.right ?? 0,
      edges: columns.map((column) => column.x),
    });
    first = last;
  }
  return found;
}

/** A line with few pieces close under a row goes on with that row's cells. */
function rowsOf(lines: readonly PdfLine[], columns: readonly Column[]): GridCell[][] {
  const rows: GridCell[][] = [];
  const gaps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0)).sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  for (const [index, line] of lines.entries()) {
    const before = rows.at(-1);
    const goesOn = before !== undefined && line.segments.length < 3 && line.y - (lines[index - 1]?.y ?? 0) < usual * 0.9;
    const row = goesOn ? before : columns.map(() => ({ words: "", columns: 1, rows: 1 }));
    for (const [place, segment] of line.segments.entries()) {
      const cell = row[line.segments.length === columns.length ? place : columnAt(segment, columns)];
      if (cell !== undefined) cell.words = joinLines(cell.words, segment.words.replaceAll("|", "｜"));
    }
    if (!goesOn) rows.push(row);
  }
  return rows;
}
