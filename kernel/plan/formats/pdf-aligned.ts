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

/** Columns as far as the pieces of all rows reach; null when pieces stand across each other. */
function columnsOf(rows: readonly PdfLine[]): Column[] | null {
  const columns: Column[] = [];
  const wide = rows.filter((row) => row.segments.length >= 3);
  for (const segment of wide.flatMap((row) => row.segments).sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last !== undefined && segment.x < last.right) last.right = Math.max(last.right, segment.right);
    else columns.push({ x: segment.x, right: segment.right });
  }
  const apart = wide.every((row) => columns.every((column) => row.segments.filter((segment) => overlaps(segment, column)).length <= 1));
  return apart && columns.length >= 3 ? columns : null;
}

/** A piece of prose is longer than a cell, and ends a sentence. */
const isProse = (line: PdfLine): boolean => line.segments.length === 1 && (/[。；]$/.test(line.words) || line.right - line.x > (line.end - line.left) * 0.8);

export interface AlignedTable extends FoundTable {
  first: number;
  last: number;
}

/** Tables among the lines of a page, those that `taken` says belong to a ruled table left out. */
export function alignedTables(lines: readonly PdfLine[], taken: (line: PdfLine) => boolean): AlignedTable[] {
  const found: AlignedTable[] = [];
  for (let first = 0; first < lines.length; first++) {
    const head = lines[first];
    if (head === undefined || head.segments.length < 3 || taken(head)) continue;
    let last = first;
    for (let index = first + 1; index < lines.length; index++) {
      const line = lines[index];
      const before = lines[index - 1];
      if (line === undefined || before === undefined || taken(line) || isProse(line) || line.y - before.y > 4 * line.size || line.y < before.y) break;
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
    for (const segment of line.segments) {
      const at = columns.findIndex((column) => overlaps(segment, column));
      const cell = row[at === -1 ? 0 : at];
      if (cell !== undefined) cell.words = joinLines(cell.words, segment.words.replaceAll("|", "｜"));
    }
    if (!goesOn) rows.push(row);
  }
  return rows;
}
