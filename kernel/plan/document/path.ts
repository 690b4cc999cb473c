import type { Clause } from "./clause.ts";

/** Outline nodes down to a position, outermost first. */
export function clausesAt(outline: readonly Clause[], position: number): Clause[] {
  const path: Clause[] = [];
  let level = outline;
  for (;;) {
    let low = 0;
    let high = level.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((level[middle]?.start ?? Infinity) <= position) low = middle + 1;
      else high = middle;
    }
    const clause = level[low - 1];
    if (clause === undefined || position >= clause.end) return path;
    path.push(clause);
    level = clause.children;
  }
}
