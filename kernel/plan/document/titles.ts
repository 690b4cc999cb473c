/** Titles taken from the head of a sentence, never cut inside a bracket, a quotation or a list. */

const OPEN = "（(“《「【";
const CLOSE = "）)”》」】";
const LONGEST = 60;

interface Cuts {
  /** First comma, semicolon or full stop outside brackets. */
  clause: number;
  /** First colon outside brackets. */
  colon: number;
  /** Last mark of a list outside brackets before the limit. */
  list: number;
}

/** Where the words could be cut; looks at twice the longest title, no further. */
function cutsOf(words: string): Cuts {
  const cuts: Cuts = { clause: -1, colon: -1, list: -1 };
  const limit = Math.min(words.length, 2 * LONGEST);
  let depth = 0;
  for (let index = 0; index < limit; index++) {
    const character = words.charAt(index);
    if (OPEN.includes(character)) depth++;
    else if (CLOSE.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (/[，,。；;！!?？\n]/.test(character)) {
      cuts.clause = index;
      return cuts;
    } else if (/[：:]/.test(character) && cuts.colon === -1) cuts.colon = index;
    else if (character === "、" && index < LONGEST) cuts.list = index;
  }
  return cuts;
}

/**
 * Title that a sentence opens with: its first clause. A long one ends before its colon (…桥头堡：数字经济、…),
 * else at a whole part of its list, followed by 等.
 */
export function openingTitle(words: string): string {
  const { clause, colon, list } = cutsOf(words);
  const whole = words.slice(0, clause === -1 ? Math.min(words.length, 2 * LONGEST) : clause);
  if (colon >= 4 && colon < whole.length) return whole.slice(0, colon).trim();
  if (whole.length <= LONGEST) return whole.trim();
  if (list >= 8) return `${whole.slice(0, list).trim()}等`;
  return whole.trim();
}
