/** How much two stretches of words have in common. */

/** Words as they are compared: half-width, without spaces, quotation marks and the signs that only divide. 4.5 keeps its point, 1,000 loses its comma. */
export const plainWords = (words: string): string => words.normalize("NFKC").replace(/[\s,。;:、"'“”‘’()《》〈〉…]+/g, "");

/** Neighbouring pairs of characters, as many as they are; a single character is a pair of its own. */
export function pairsOf(words: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index < Math.max(words.length - 1, Math.min(words.length, 1)); index++) {
    const pair = words.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Words made ready to be compared with many others. */
export interface Comparable {
  readonly plain: string;
  readonly pairs: ReadonlyMap<string, number>;
}

export function comparable(words: string): Comparable {
  const plain = plainWords(words);
  return { plain, pairs: pairsOf(plain) };
}

/** Share of neighbouring pairs of characters that two stretches have in common (Sørensen–Dice), 0 to 1. */
export function likeness(a: Comparable, b: Comparable): number {
  if (a.plain === b.plain) return 1;
  const size = a.plain.length + b.plain.length - 2;
  if (size <= 0) return 0;
  // However alike, the longer one has pairs that the shorter has not.
  if ((2 * Math.min(a.plain.length, b.plain.length)) / size < 0.3) return 0;
  return (2 * commonPairs(a.pairs, b.pairs)) / size;
}

export function commonPairs(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const [pair, count] of few) common += Math.min(count, many.get(pair) ?? 0);
  return common;
}
