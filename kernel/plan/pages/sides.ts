import type { Piece, TextRow } from "../compare/schema.ts";

/** What the page of two versions shows of the rows: pure. */

/** Rows shown one by one, or so many that are the same, folded away. */
export type Fold = { readonly rows: readonly number[] } | { readonly from: number; readonly to: number };

/** Lines of context kept around a change. */
const CONTEXT = 1;

/** Folds runs of equal rows away, but for a line before and after each change. */
export function foldRows(rows: readonly TextRow[]): readonly Fold[] {
  const near = new Set<number>();
  for (const [index, row] of rows.entries()) {
    if (row.kind === "same") continue;
    for (let at = index - CONTEXT; at <= index + CONTEXT; at++) near.add(at);
  }
  const folds: Fold[] = [];
  let from = 0;
  while (from < rows.length) {
    const shown = near.has(from);
    let to = from + 1;
    while (to < rows.length && near.has(to) === shown) to++;
    // To fold a single line away saves nothing.
    if (shown || to - from === 1) folds.push({ rows: Array.from({ length: to - from }, (_, at) => from + at) });
    else folds.push({ from, to });
    from = to;
  }
  return folds;
}

/** The words of one side, cut where they differ. */
export function wordsOf(row: TextRow, side: "before" | "after", text: string): readonly Piece[] {
  const place = row[side];
  if (place === null) return [];
  const own = side === "before" ? "dropped" : "added";
  if (row.pieces.length > 0) return row.pieces.filter((piece) => piece.kind === "same" || piece.kind === own);
  return [{ kind: row.kind === "added" || row.kind === "dropped" ? own : "same", words: text.slice(place.start, place.end) }];
}
