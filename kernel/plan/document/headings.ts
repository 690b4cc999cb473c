import { halfWidth, headingNumber } from "./numerals.ts";

/** The numberings of Chinese official documents, outermost first, and how a numbered line is read. */

export interface Scheme {
  name: string;
  /** Smaller stands outside. */
  rank: number;
  /** Group 1 is the number; the whole match is what is printed before the title. */
  pattern: RegExp;
}

const CN = "[一二三四五六七八九十百零〇○]{1,5}";

/** A new numbering is one more line here. */
export const schemes: readonly Scheme[] = [
  { name: "part", rank: 1, pattern: new RegExp(`^第\\s*(${CN}|\\d{1,3})\\s*(?:篇|编|部分)[\\s、:]*`) },
  { name: "chapter", rank: 2, pattern: new RegExp(`^第\\s*(${CN}|\\d{1,3})\\s*章[\\s、:]*`) },
  { name: "section", rank: 3, pattern: new RegExp(`^第\\s*(${CN}|\\d{1,3})\\s*节[\\s、:]*`) },
  { name: "cn", rank: 4, pattern: new RegExp(`^(${CN})\\s*[、.]\\s*`) },
  { name: "cn-bracket", rank: 5, pattern: new RegExp(`^\\((${CN})\\)[\\s、.]*`) },
  { name: "digit", rank: 6, pattern: /^(\d{1,2})\s*(?:[、]|\.(?!\d))\s*/ },
  { name: "digit-bracket", rank: 7, pattern: /^\((\d{1,2})\)[\s、.]*/ },
];

export interface NumberedLine {
  scheme: Scheme;
  /** As printed, without the space after it. */
  printed: string;
  value: number;
  /** Where the title begins, counted from the start of the line. */
  titleAt: number;
}

/** Reads the number at the head of a line, or null when there is none. */
export function numberedLine(line: string): NumberedLine | null {
  const head = halfWidth(line.slice(0, 24));
  for (const scheme of schemes) {
    const match = scheme.pattern.exec(head);
    const value = match?.[1] === undefined ? null : headingNumber(match[1]);
    if (match === null || value === null) continue;
    return { scheme, printed: line.slice(0, match[0].length).trim(), value, titleAt: match[0].length };
  }
  return null;
}

/** Parts that stand outside the numbering: what follows them counts afresh. */
export const ANNEX = /^(?:名词解释|名词注释|附件|附录|附表|附[:：])[\d一二三四五六七八九十]{0,3}[:：]?\s*$/;

/** A line that is a heading all by itself reads as a title: not long, and no sentence. */
export function readsAsHeading(title: string): boolean {
  return title.length > 0 && title.length <= 60 && !/[。；;，,！？!?:：]$/.test(title) && !title.includes("。");
}

/** Words that a title does not begin with: it would be the beginning of a sentence. */
const SENTENCE_HEAD = /^(?:到\s?[\d二一]|当前|目前|同时|此外|其中|今年|去年|我们|这|因此|但|必须|只要|过去|近年|展望|面对|注|各位|经过|现在|综合|总体|年度目标|主办单位|责任单位|牵头单位)/;
/** Signs of a finite sentence: it states a fact. */
const FINITE = /(?:正|已|仍|是|了|将|面临|处于|必须)/;
/** A title holds no amount. */
const AMOUNT = /\d\s?(?:%|万|亿|元|公里|个百分点)/;

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
  if (SENTENCE_HEAD.test(title) || AMOUNT.test(halfWidth(title))) return null;
  const outsideQuotes = title.replace(/[“"「][^”"」]{0,30}[”"」]/g, "");
  return FINITE.test(outsideQuotes.replace(/正确|公正|修正|正向|正面|将来|已有|是非/g, "")) ? null : title;
}
