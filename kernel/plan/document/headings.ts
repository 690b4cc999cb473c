import { halfWidth, headingNumber } from "./numerals.ts";

/** The numberings of Chinese official documents, outermost first, and how a numbered line is read. */

export interface Scheme {
  name: string;
  /** Smaller stands outside. */
  rank: number;
  /** Group 1 is the number; the whole match is what is printed before the title. Read on half-width signs. */
  pattern: RegExp;
  /** Counts only where the numbers run on, 1 and 2 at least: else a number at the head of a line is no heading. */
  loose?: true;
}

const CN = "[一二三四五六七八九十百零〇○廿卅](?:\\s?[一二三四五六七八九十百零〇○]){0,4}";
const WORDED = `第\\s*(${CN}|\\d(?:\\s?\\d){0,2})\\s*`;
/** A unit or a sign after the digits: 1.5万亿元, 3.2% and 1.2—1.5 are amounts. */
const NO_AMOUNT = "(?![\\d.%‰万亿千百个元吨亩公平立米度倍分人户家项~—～至-])";

/** A new numbering is one more line here. */
export const schemes: readonly Scheme[] = [
  { name: "part", rank: 1, pattern: new RegExp(`^${WORDED}(?:篇|编|部\\s*分|板\\s*块)[\\s、:.—]*`) },
  { name: "chapter", rank: 2, pattern: new RegExp(`^${WORDED}章[\\s、:.—]*`) },
  { name: "section", rank: 3, pattern: new RegExp(`^${WORDED}节[\\s、:.—]*`) },
  { name: "article", rank: 3.5, pattern: new RegExp(`^${WORDED}条(?=[\\s、:])[\\s、:]*`) },
  { name: "cn", rank: 4, pattern: new RegExp(`^(${CN})\\s*[、.]\\s*`) },
  { name: "cn-space", rank: 4.2, pattern: new RegExp(`^(${CN})[ \\u3000\\t]+(?=[\\u4e00-\\u9fff“《]|\\d{4}\\s?年)`), loose: true },
  { name: "cn-bracket", rank: 5, pattern: new RegExp(`^(?:\\(\\s*(${CN})\\s*\\)|〔(${CN})〕)[\\s、.]*`) },
  { name: "cn-ringed", rank: 5, pattern: /^([\u3220-\u3229])[\s、.]*/ },
  { name: "cn-half", rank: 5.2, pattern: new RegExp(`^(${CN})\\s*\\)[\\s、.]*`) },
  { name: "digit", rank: 6, pattern: /^(\d{1,2})\s*(?:、|\.(?!\d)|\.(?=\d{4}\s?年))\s*/ },
  { name: "digit-point", rank: 6, pattern: /^([\u2488-\u249b])\s*/ },
  { name: "digit-space", rank: 6.1, pattern: /^(\d{1,2})[ \u3000\t]+(?=[\u4e00-\u9fff“《])(?![年月日个项亿万])/, loose: true },
  { name: "decimal", rank: 6.3, pattern: new RegExp(`^(\\d{1,2}\\.\\d{1,2})${NO_AMOUNT}[\\s、]*(?=[\\u4e00-\\u9fffA-Z“《])${NO_AMOUNT}`), loose: true },
  { name: "decimal-3", rank: 6.6, pattern: new RegExp(`^(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2})${NO_AMOUNT}[\\s、]*`) },
  { name: "decimal-4", rank: 6.8, pattern: new RegExp(`^(\\d{1,2}(?:\\.\\d{1,2}){3})${NO_AMOUNT}[\\s、]*`) },
  { name: "digit-bracket", rank: 7, pattern: /^\(\s*(\d{1,2})\s*\)[\s、.]*/ },
  { name: "digit-bracketed", rank: 7, pattern: /^([\u2474-\u2487])[\s、.]*/ },
  { name: "digit-half", rank: 7.5, pattern: /^(\d{1,2})\s*\)[\s、.]*/ },
  { name: "ringed", rank: 8, pattern: /^([\u2460-\u2473\u2776-\u277f])[\s、.]*/ },
  { name: "letter", rank: 9, pattern: /^([A-Ha-h])\s*[.、)]\s*(?=[\u4e00-\u9fff“《])/, loose: true },
];

export interface NumberedLine {
  scheme: Scheme;
  /** As printed, without the space after it. */
  printed: string;
  value: number;
  /** Where the title begins, counted from the start of the line. */
  titleAt: number;
}

const MAY_BE_NUMBERED = /^[第一二三四五六七八九十百廿卅(〔\dA-Ha-h\u2460-\u249b\u2776-\u277f\u3220-\u3229]/;

/** Reads the number at the head of a line, or null when there is none. */
export function numberedLine(line: string): NumberedLine | null {
  const head = halfWidth(line.slice(0, 28));
  if (!MAY_BE_NUMBERED.test(head)) return null;
  for (const scheme of schemes) {
    const match = scheme.pattern.exec(head);
    const number = match?.[1] ?? match?.[2];
    const value = number === undefined ? null : headingNumber(number);
    if (match === null || value === null) continue;
    return { scheme, printed: line.slice(0, match[0].length).replace(/[\s:：—]+$/, ""), value, titleAt: match[0].length };
  }
  return null;
}

/** 第X篇, 章, 节: numberings that stand at the head of a heading line and nowhere else. */
export const isWorded = (scheme: Scheme): boolean => scheme.rank <= 3;

/** A line that is a heading all by itself reads as a title: not long, and no sentence. */
export function readsAsHeading(title: string): boolean {
  return title.length > 0 && title.length <= 60 && !/[。；;，,！？!?:：]$/.test(title) && !title.includes("。");
}

/** Whether a clause explains the words of others: its numbers are no commitments of their own place. */
export const isGlossary = (title: string): boolean =>
  /^名词(?:解释|注释)|^(?:《[^》]{2,40}》)?(?:有关|相关|主要|部分)?(?:专业)?(?:名词|术语)[^，。]{0,6}(?:解释|注释|说明|释义)$/.test(title.replace(/\s/g, ""));

const LETTERED_OUT = /^\S(?:[ \u3000\t]+\S)+$/;
/** Marks of a footnote at the end of a title. */
const MARK_END = /\s*(?:[［[]\d{1,3}[］\]]|[\u2460-\u2473]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}|[*＊※])$/;

/** A title without the spaces that letter it out (总 则), without the mark of a footnote, its line breaks as spaces. */
export function cleanTitle(title: string): string {
  const plain = title.trim().replace(MARK_END, "");
  return LETTERED_OUT.test(plain) ? plain.replace(/\s+/g, "") : plain.replace(/\s*\n\s*/g, " ");
}
