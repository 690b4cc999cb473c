import type { Table, TableCell } from "../formats/source.ts";
import type { Line } from "./lines.ts";

/** Tables of a document: those its format marks, and those flattened into lines with bars, tabs or wide gaps. */

/** Cells of a row; positions count in the text in which the line begins at `start`. */
export function cellsOf(line: string, start: number): TableCell[] {
  const cells: TableCell[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = line.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    cells.push({ start: start + from + lead, end: start + from + lead + words.length, words, columns: 1, rows: 1 });
  };
  for (const match of line.matchAll(/\||\t|[ \u3000]{2,40}/g)) {
    if (match[0].startsWith(" ") && /^\s*\|/.test(line.slice(match.index, match.index + 44))) continue;
    if (match[0] !== "|" && line.charAt(match.index - 1) === "|") continue;
    push(match.index);
    from = match.index + match[0].length;
  }
  push(line.length);
  return cells;
}

/** Every table, in the order of the text; lines inside a marked table get the role "table". */
export function tablesOf(lines: readonly Line[], marked: readonly Table[]): Table[] {
  const tables: Table[] = [];
  let next = 0;
  let open: Table | null = null;
  for (const line of lines) {
    while ((marked[next]?.end ?? Infinity) <= line.start) next++;
    const own = marked[next];
    if (own !== undefined && line.start >= own.start) {
      if (line.role !== "chrome") line.role = "table";
      open = null;
    } else if (line.role === "table") {
      open ??= tables[tables.push({ start: line.start, end: line.end, rows: [] }) - 1] ?? null;
      open?.rows.push(cellsOf(line.words, line.start));
      if (open !== null) open.end = line.end;
    } else open = null;
  }
  return [...tables, ...marked].sort((a, b) => a.start - b.start);
}
