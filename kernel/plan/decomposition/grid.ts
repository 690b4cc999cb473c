/** A sheet as cells of words, whatever file it came from. */
export interface GridCell {
  readonly words: string;
  /** Of the cell's note or comment. */
  readonly comment: string;
  /** Struck through as a whole. */
  readonly struck: boolean;
  /** Lies under a merged cell that began further left. */
  readonly under: boolean;
  /** An error value such as #REF!, or null. */
  readonly error: string | null;
}

export interface GridRow {
  /** As the sheet counts it. */
  readonly line: number;
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
}

export const noCell: GridCell = { words: "", comment: "", struck: false, under: false, error: null };

/** A1, B7, AA12: the place of a cell; columns count from 0. */
export function placeOf(line: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${line}`;
}
