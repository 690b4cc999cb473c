import { type Comparable, likeness } from "./similar.ts";

/** Lines of two texts that belong together and stand in the same order: what the alignment holds on to. */

/** Lines from here on are one line that was rewritten; under it, one dropped and one added. */
export const REWRITTEN = 0.5;
/** Of each line only so many of its rarest pairs of characters are looked up; a pair in more lines than that says nothing. */
const RAREST = 8;
const MOST_LINES_OF_A_PAIR = 50;

interface Anchor {
  left: number;
  right: number;
  /** Characters that speak for it. */
  weight: number;
}

const uniqueIndex = (parts: readonly Comparable[]): ReadonlyMap<string, number> => {
  const by = new Map<string, number>();
  for (const [index, { plain }] of parts.entries()) by.set(plain, by.has(plain) ? -1 : index);
  return by;
};

/** Each line that stands once in both. */
function equal(left: readonly Comparable[], right: readonly Comparable[]): Anchor[] {
  const [ofLeft, ofRight] = [uniqueIndex(left), uniqueIndex(right)];
  return [...ofLeft].flatMap(([plain, index]) => {
    const other = ofRight.get(plain) ?? -1;
    return index < 0 || other < 0 ? [] : [{ left: index, right: other, weight: plain.length + 1 }];
  });
}

/** Lines that were rewritten, each with the one most like it; found by the pairs of characters that few lines have. */
function alike(left: readonly Comparable[], right: readonly Comparable[]): Anchor[] {
  const [ofLeft, ofRight] = [uniqueIndex(left), uniqueIndex(right)];
  const index = new Map<string, number[]>();
  for (const [at, { plain, pairs }] of right.entries()) {
    if (ofLeft.has(plain)) continue;
    for (const pair of pairs.keys()) {
      const lines = index.get(pair);
      if (lines === undefined) index.set(pair, [at]);
      else if (lines.length <= MOST_LINES_OF_A_PAIR) lines.push(at);
    }
  }
  const found: (Anchor & { like: number })[] = [];
  for (const [at, one] of left.entries()) {
    if (ofRight.has(one.plain)) continue;
    const postings = [...one.pairs.keys()].map((pair) => index.get(pair) ?? []);
    const rare = postings.filter((lines) => lines.length > 0 && lines.length <= MOST_LINES_OF_A_PAIR).sort((a, b) => a.length - b.length).slice(0, RAREST);
    for (const candidate of new Set(rare.flat())) {
      const other = right[candidate];
      const like = other === undefined ? 0 : likeness(one, other);
      if (other !== undefined && like > REWRITTEN) found.push({ left: at, right: candidate, weight: like * Math.min(one.plain.length, other.plain.length), like });
    }
  }
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  return found.sort((a, b) => b.like - a.like || a.left - b.left || a.right - b.right).filter(({ left: one, right: other }) => {
    if (usedLeft.has(one) || usedRight.has(other)) return false;
    usedLeft.add(one);
    usedRight.add(other);
    return true;
  });
}

/** The heaviest chain in which both sides go forward: a Fenwick tree of the best chain ending at or before each right line. */
function heaviestChain(anchors: readonly Anchor[], lines: number): Anchor[] {
  const best: ({ total: number; anchor: Anchor; before: number } | null)[] = [];
  const tree = new Int32Array(lines + 1).fill(-1);
  const totalOf = (index: number): number => best[index]?.total ?? 0;
  const sorted = [...anchors].sort((a, b) => a.left - b.left);
  for (const anchor of sorted) {
    let before = -1;
    for (let at = anchor.right; at > 0; at -= at & -at) if (totalOf(tree[at] ?? -1) > totalOf(before)) before = tree[at] ?? -1;
    const own = best.push({ total: totalOf(before) + anchor.weight, anchor, before }) - 1;
    for (let at = anchor.right + 1; at <= lines; at += at & -at) if (totalOf(tree[at] ?? -1) < totalOf(own)) tree[at] = own;
  }
  let last = best.reduce((most, _, index) => (totalOf(index) > totalOf(most) ? index : most), -1);
  const chain: Anchor[] = [];
  for (let entry = best[last]; entry !== undefined && entry !== null; entry = best[last]) {
    chain.push(entry.anchor);
    last = entry.before;
  }
  return chain.reverse();
}

/** Pairs of lines that belong together, both in order; grows with n log n. */
export function anchorsOf(left: readonly Comparable[], right: readonly Comparable[]): readonly { left: number; right: number }[] {
  return heaviestChain([...equal(left, right), ...alike(left, right)], right.length);
}
