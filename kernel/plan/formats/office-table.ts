import { CellSink, type Paragraph, type RawCell, type Sink } from "./office-sink.ts";

/** Tables whose rows say where the edges of their cells lie, as .doc and RTF do: which columns a cell reaches over follows from the edges of all rows. */

/** Edges of cells this near are one: a third of a millimetre, in twentieths of a point. */
const NEAR = 20;

export interface CellParagraph extends Paragraph {
  pictures: number;
}

export interface GridRow {
  cells: CellParagraph[][];
  /** Edges of the cells from left to right, and how each is merged; empty where the file does not say. */
  edges: readonly number[];
  merges: readonly { left: boolean; above: boolean }[];
}

/** A paragraph, and the picture that is all it holds. */
export function sendParagraph(sink: Sink, paragraph: CellParagraph): void {
  sink.paragraph(paragraph);
  if (paragraph.pictures > 0 && paragraph.words.trim() === "") sink.picture(true);
}

export class GridTable {
  readonly #sink: Sink;
  #rows: GridRow[] = [];
  #cells: CellParagraph[][] = [];
  #open: CellParagraph[] = [];

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  paragraph(paragraph: CellParagraph): void {
    this.#open.push(paragraph);
  }

  endCell(): void {
    this.#cells.push(this.#open);
    this.#open = [];
  }

  endRow({ edges, merges }: Pick<GridRow, "edges" | "merges">): void {
    this.#rows.push({ cells: this.#cells, edges, merges });
    this.#cells = [];
    this.#open = [];
  }

  /** Sends the table on, if there is one. A table of one column is a box around paragraphs: they stay paragraphs. */
  end(): void {
    // A file that is cut ends inside a row.
    if (this.#open.length > 0) this.endCell();
    if (this.#cells.length > 0) this.endRow({ edges: [], merges: [] });
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length === 0) return;
    if (rows.every((row) => row.cells.length <= 1)) {
      for (const paragraph of rows.flatMap((row) => row.cells.flat())) sendParagraph(this.#sink, paragraph);
      return;
    }
    const grid = gridOf(rows);
    const raw = rows.map((row) => this.#row(row, grid)).filter((row) => row.length > 0);
    if (raw.some((row) => row.some((cell) => cell.words !== ""))) this.#sink.table(raw);
  }

  #row(row: GridRow, grid: readonly number[]): RawCell[] {
    const raw: RawCell[] = [];
    for (const [index, paragraphs] of row.cells.entries()) {
      const words = new CellSink(this.#sink);
      for (const paragraph of paragraphs) {
        words.paragraph(paragraph);
        if (paragraph.pictures > 0 && paragraph.words.trim() === "") this.#sink.picture(false);
      }
      const [left, right] = [row.edges[index], row.edges[index + 1]];
      const between = left === undefined || right === undefined ? 0 : reached(grid, right) - reached(grid, left);
      const merge = row.merges[index];
      const last = raw.at(-1);
      if (merge?.left === true && last !== undefined) last.columns += Math.max(between, 1);
      else raw.push({ words: words.words, columns: Math.max(between, 1), above: merge?.above ?? false });
    }
    return raw;
  }
}

/** Edges of all rows of a table, those that lie together taken as one. */
function gridOf(rows: readonly GridRow[]): number[] {
  const edges = [...new Set(rows.flatMap((row) => row.edges))].sort((a, b) => a - b);
  return edges.filter((edge, index) => edge - (edges[index - 1] ?? -Infinity) > NEAR);
}

/** How many edges of the grid lie at or before one. */
function reached(grid: readonly number[], edge: number): number {
  let low = 0;
  for (let high = grid.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((grid[middle] ?? 0) <= edge + NEAR) low = middle + 1;
    else high = middle;
  }
  return low;
}
