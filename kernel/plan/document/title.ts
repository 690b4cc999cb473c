import { isBoilerplate, isImprint, isOccasion } from "./chrome.ts";
import { eraTitle } from "./era-titles.ts";
import { cleanTitle, numberedLine } from "./headings.ts";
import { bareWords } from "./ids.ts";
import type { Line } from "./lines.ts";

/** The title of a document: which lines bear it, and its words. */

export interface TitleLines {
  first: number;
  last: number;
  words: string;
  /** The line of the letter that issues the plan (关于印发…的通知), when there is one before the title. */
  letter: number | null;
}

const TAIL = "(?:[(（][^()（）]{1,24}[)）])?";
const TITLE_END = new RegExp(`(?:纲要|规划|计划|报告|方案|决定|意见|建议|草案|目标|指标|清单|要点|安排|实事|措施|办法|设想|大纲|蓝图|战略|公报|决议|政策|任务书?|行动)${TAIL}$`);
/** What names a plan rather than anything else that ends the same. */
const OF_PLAN = /五年|[“"'‘]?十?[一二三四五六七八九]五[”"'’]?|\d{4}\s?年|[一二][九〇○零O0][\d一二三四五六七八九〇○零O]{2}年?|纲要|工作报告|国民经济/;
const LETTER = /(?:印发|转发|批转|发布|公布|下达).{4,90}的?通知$/;
const LONGEST = 90;
const LAST_LINE = 80;

const bare = (words: string): string => words.replace(/^#{1,6}\s+/, "").replace(/\s/g, "");
const isContentsHead = (words: string): boolean => /^目\s{0,8}[录次]$/.test(words);

/** A heading of the document's own parts is never its title, however it ends (第二章主要目标). */
const OWN_PART = /^第(?:[一二三四五六七八九十百零〇]{1,5}|\d{1,3})(?:[篇章节编条]|部分)/;

/** A title broken within a word (…五年规 / 划纲要), as one line. */
function brokenTitle(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.role !== "paragraph" || /[。；！，、：:]$/.test(line.words) || couldBeTitle(next)) return false;
  const whole = bare(line.words) + bare(next.words);
  return bare(next.words).length <= 12 && OF_PLAN.test(whole) && couldBeTitle({ ...line, words: whole });
}

function couldBeTitle(line: Line): boolean {
  const words = bare(line.words);
  if (OWN_PART.test(words)) return false;
  if (line.role === "chrome" || line.role === "table" || words.length > LONGEST || words.length < 4 || /[。；！，、：:]$/.test(words) || isBoilerplate(line.words) || isOccasion(line.words)) return false;
  return TITLE_END.test(words) && !/^(?:附[件表录]|表\d|专栏|图解|相关|索引)|解读|[…·.]{3}/.test(words) && (!/^\S{0,3}[、.]/.test(words) || numberedLine(line.words) === null);
}

/** First line of the text itself: a sentence, a numbered heading, the address to those present. */
function bodyStart(lines: readonly Line[]): number {
  const limit = Math.min(lines.length, LAST_LINE);
  for (let index = 0; index < limit; index++) {
    const words = lines[index]?.words ?? "";
    if (/^(?:各位代表|同志们|各位委员)/.test(words) || isContentsHead(words)) return index;
    if (words.length > 60 && /[。；]/.test(words) && !isBoilerplate(words)) return index;
    if (numberedLine(words) !== null && !couldBeTitle({ start: 0, end: 0, words, role: "paragraph" })) return index;
  }
  return limit;
}

/** A line that goes on with the title above it: 和二〇三五年远景目标纲要, （草案）, (2023—2025年). */
const goesOn = (words: string): boolean =>
  /^(?:和|及|暨|与|的)[^。；：]{2,50}$/.test(words) && TITLE_END.test(words)
  || /^[(（](?:[^()（）]{0,12}(?:草案|稿|修订|修编|送审|审议)[^()（）]{0,8}|\d{4}\s?年?\s?[—–~～至到-]{1,2}\s?\d{4}\s?年?)[)）]$/.test(words)
  || /^(?:第[一二三四五六七八九十]{1,3}个五年|[“"]?十?[一二三四五六七八九]五[”"]?).{0,30}$/.test(words) && TITLE_END.test(words) && (eraTitle(words) === null || /规划|纲要|计划/.test(words));

/** A line that a title below it goes on from: it names a place, a year or the occasion and is no sentence. */
const opensTitle = (words: string): boolean =>
  words.length >= 2 && words.length <= 70 && !/[。；！:：》]$/.test(words) && !isBoilerplate(words) && !isImprint(words)
  && /国民经济|社会发展|\d{4}\s?年|[一二][九〇○零]\S{2}年|中华人民共和国|第[一二三四五六七八九十]{1,3}个五年|(?:省|市|县|区|州|盟|旗)$/.test(words);

function withNeighbours(lines: readonly Line[], index: number, first: number, last: number): { first: number; last: number } {
  let from = index;
  let to = index;
  while (from > first && index - from < 3) {
    const before = lines[from - 1];
    if (before === undefined || before.role === "chrome" || couldBeTitle(before) || !opensTitle(before.words)) break;
    from--;
  }
  while (to + 1 < last && to - index < 3 && goesOn(bare(lines[to + 1]?.words ?? ""))) to++;
  return { first: from, last: to };
}

const wordsOf = (lines: readonly Line[], first: number, last: number): string =>
  lines.slice(first, last + 1).map((line) => cleanTitle(line.words.replace(/^#{1,6}\s+/, ""))).join("");

/** 关于印发《…》的通知 as one line or two. */
function letterAt(lines: readonly Line[], limit: number): { index: number; words: string } | null {
  for (let index = 0; index < limit; index++) {
    const own = bare(lines[index]?.words ?? "");
    if (own.length > 120 || !own.endsWith("通知")) continue;
    for (const words of [own, bare(lines[index - 1]?.words ?? "") + own, bare(lines[index - 2]?.words ?? "") + bare(lines[index - 1]?.words ?? "") + own]) {
      if (words.length <= 160 && LETTER.test(words)) return { index, words };
    }
  }
  return null;
}

/** Name of what a letter issues: the words in its 《》, or those between 印发 and 的通知. */
const issuedName = (letter: string): string =>
  /(?:印发|转发|批转|发布|公布|下达)[^《》]{0,30}《([^》]{4,80})》/.exec(letter)?.[1] ?? /(?:印发|转发|批转|发布|公布|下达)(.{4,80}?)的?通知$/.exec(letter)?.[1] ?? letter;

/** The line that bears the name a letter issues, after it. */
function titleAfter(lines: readonly Line[], letter: { index: number; words: string }): { first: number; last: number } | null {
  const name = bareWords(issuedName(letter.words));
  const limit = Math.min(lines.length, letter.index + 200);
  for (let index = letter.index + 1; index < limit; index++) {
    const line = lines[index];
    if (line === undefined || line.role === "chrome" || /^附件.{4}/.test(line.words)) continue;
    const words = bareWords(line.words);
    if (words.length < 4 || words.length > LONGEST || /[。；：:]$/.test(line.words)) continue;
    const { first, last } = withNeighbours(lines, index, letter.index + 1, lines.length);
    const whole = bareWords(wordsOf(lines, first, last));
    if (whole === name || (couldBeTitle(line) && (name.includes(whole) || whole.includes(name)))) return { first, last };
  }
  return null;
}

/**
 * Finds the title: among the lines before the text, the one that names a plan best; behind a letter that issues a plan, the plan's own.
 * @param marked starts of the lines that the format marks as headings, with their depth
 */
export function findTitle(lines: readonly Line[], marked: ReadonlyMap<number, number>): TitleLines | null {
  const letter = letterAt(lines, Math.min(lines.length, 30));
  if (letter !== null) {
    const own = titleAfter(lines, letter);
    if (own !== null) return { ...own, words: wordsOf(lines, own.first, own.last), letter: letter.index };
    return { first: letter.index, last: letter.index, words: issuedName(letter.words), letter: null };
  }
  const body = bodyStart(lines);
  let best: { index: number; score: number; last: number } | null = null;
  const limit = Math.min(lines.length, LAST_LINE / 2);
  for (let index = 0; index < limit; index++) {
    const line = lines[index];
    if (line === undefined || isContentsHead(line.words)) break;
    const broken = !couldBeTitle(line) && index + 1 < body && brokenTitle(line, lines[index + 1]);
    if (!broken && !couldBeTitle(line)) continue;
    // Behind the first sentence only when nothing before it could be the title.
    if (index > body && best !== null) break;
    // “十五五”时期主要目标任务 is a heading, unless nothing else names the plan.
    const score = (OF_PLAN.test(line.words) && eraTitle(line.words) === null ? 3 : 0) + (marked.get(line.start) === 1 ? 2 : 0) + (bare(line.words).length >= 8 ? 1 : 0);
    if (best === null || score >= best.score) best = { index, score, last: broken ? index + 1 : index };
    if (index > body) break;
  }
  const heading = lines.slice(0, 5).findIndex((line) => (marked.get(line.start) ?? 9) <= 2 && line.role !== "chrome" && numberedLine(line.words) === null);
  if (best === null || (heading !== -1 && best.index > heading && best.index > body)) {
    return heading === -1 ? null : { first: heading, last: heading, words: wordsOf(lines, heading, heading), letter: null };
  }
  const { first } = withNeighbours(lines, best.index, 0, body);
  const { last } = withNeighbours(lines, best.last, best.last, body);
  return { first, last, words: wordsOf(lines, first, last), letter: null };
}
