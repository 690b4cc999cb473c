import type { Table, TableCell } from "../formats/source.ts";

/** A table as a rectangle: every place knows the cell that covers it, merged cells come again in each place they reach. */
export interface Grid {
  width: number;
  rows: GridRow[];
}

export interface GridRow {
  /** One entry a column; null where the row prints no cell. */
  cells: (TableCell | null)[];
  /** Cells that begin in this row, in the order of the text. */
  own: readonly TableCell[];
}

/** No table of a plan is wider; keeps the grid linear in what is written, whatever a cell says about its reach. */
const WIDEST = 120;

export function gridOf(table: Table): Grid {
  const reach: { cell: TableCell; left: number }[] = [];
  const rows: GridRow[] = [];
  let width = 0;
  for (const own of table.rows) {
    const cells: (TableCell | null)[] = [];
    const coverFromAbove = (): void => {
      for (let above = reach[cells.length]; above !== undefined && above.left > 0; above = reach[cells.length]) {
        above.left--;
        cells.push(above.cell);
      }
    };
    for (const cell of own) {
      coverFromAbove();
      for (let step = 0; step < Math.max(1, cell.columns) && cells.length < WIDEST; step++) {
        reach[cells.length] = { cell, left: Math.max(1, cell.rows) - 1 };
        cells.push(cell);
      }
    }
    coverFromAbove();
    rows.push({ cells, own });
    width = Math.max(width, cells.length);
  }
  for (const { cells } of rows) while (cells.length < width) cells.push(null);
  return { width, rows };
}

/** Columns as rows: for tables whose indicators stand at the top and whose years go down. */
export function transposed(grid: Grid): Grid {
  const rows = Array.from({ length: Math.min(grid.width, WIDEST) }, (_, column): GridRow => {
    const cells = grid.rows.slice(0, WIDEST).map((row) => row.cells[column] ?? null);
    return { cells, own: cells.filter((cell, index): cell is TableCell => cell !== null && cell !== cells[index - 1]) };
  });
  return { width: Math.min(grid.rows.length, WIDEST), rows };
}

/** Cells of a row, each once. */
export const distinctCells = (row: GridRow): TableCell[] => [...new Set(row.cells.filter((cell) => cell !== null))];

/** Words of all cells that say something, each once. */
export const wordsOf = (row: GridRow): string[] => distinctCells(row).map((cell) => cell.words).filter((words) => words !== "");

/** 4 where row after row prints so many cells. */
export function usualCount(rows: readonly GridRow[]): number {
  const counts = new Map<number, number>();
  for (const { own } of rows.slice(0, 200)) counts.set(own.length, (counts.get(own.length) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] || (one[1] === most[1] && one[0] > most[0]) ? one : most), [0, 0])[0];
}
