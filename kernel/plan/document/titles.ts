import { halfWidth } from "./numerals.ts";

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

/** Words that a title does not begin with: it would be the beginning of a sentence. */
const SENTENCE_HEAD = /^(?:到\s?[\d二一]|当前|目前|同时|此外|其中|今年|去年|我们|这|因此|但|必须|只要|过去|近年|展望|面对|注|各位|经过|现在|综合|总体|年度目标|主办单位|责任单位|牵头单位|[一二三四五六七八九]是|第[一二三四五六七八九][，,]|首先|其次)/;
/** Signs of a finite sentence: it states a fact. */
const FINITE = /(?:正|已|仍|是|了|将|面临|处于|必须)/;
/** A title holds no amount. */
const AMOUNT = /\d\s?(?:%|万|亿|元|公里|个百分点|张|条|所|座|户|家|平方|年底)/;

const IN_NUMERALS = /[一二三四五六七八九十百千]{1,8}[万亿]|[百千]分之[一二三四五六七八九十]/;

const holdsAmount = (words: string): boolean => AMOUNT.test(halfWidth(words)) || IN_NUMERALS.test(words);

/**
 * Title that a paragraph begins with (打造高能级科创平台。提升…), or null.
 * Length in characters of the line, without the full stop.
 */
export function runInTitle(line: string): string | null {
  const stop = line.indexOf("。");
  if (stop < 4 || stop > 36 || line.length - stop < 12) return null;
  const title = line.slice(0, stop);
  const commas = title.match(/[,，;；:：]/g)?.length ?? 0;
  if (commas > 1 || (commas === 1 && title.length > 34)) return null;
  if (/[!！?？;；:：]/.test(title)) return null;
  if (SENTENCE_HEAD.test(title) || holdsAmount(title)) return null;
  const outsideQuotes = title.replace(/[“"「][^”"」]{0,30}[”"」]/g, "");
  return FINITE.test(outsideQuotes.replace(/正确|公正|修正|正向|正面|将来|已有|是非/g, "")) ? null : title;
}

/** Title set off from its paragraph by a wide space (总体思路, a wide space, 以…), or null. */
export function spacedTitle(words: string): string | null {
  const title = /^([^\s。；;，,：:]{2,30})(?:[ \u3000]{2,6}|\u3000)(?=\S{20})/.exec(words)?.[1];
  return title === undefined || holdsAmount(title) ? null : title;
}

/** Title of a paragraph that a dash opens (——经济更强，…): its first clause, when that is short and prints no amount; else null. */
export function dashTitle(words: string): string | null {
  const own = runInTitle(words);
  if (own !== null) return own;
  const title = /^([^。；;，,：:!！?？]{3,30})[。；;，,：:]./.exec(words)?.[1] ?? (words.length <= 30 ? /^[^。；;，,：:]{4,30}(?=[。；]?$)/.exec(words)?.[0] : undefined);
  return title === undefined || SENTENCE_HEAD.test(title) || /\d/.test(halfWidth(title.replace(/[“"][^”"]{0,20}[”"]/g, ""))) ? null : title;
}
