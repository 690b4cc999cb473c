import { type Frame, planByShortName } from "../document/frame.ts";
import type { Clause } from "../document/clause.ts";
import type { Time } from "./times.ts";

/** Whether words speak of what is to come or of what was reached: a heading's say, then the sentence's own. */

export type Mood = "review" | "forward" | "mixed";

/** Headings that look back whatever stands around them. */
const REVIEW = /回顾|去年|上年工作|主要(?:工作)?成绩|成就|执行情况|完成情况|实施情况|进展情况|运行情况|发展情况|工作情况|发展基础|现实基础|现状|基本情况|工作总结|过去|发展环境|形势|机遇|面临|挑战|存在.{0,4}问题|困难和问题|主要问题|上一年|背景|(?:圆满|顺利|胜利|全面|较好|如期|超额|基本)完成/;
/** Words that look back, unless a heading further out looks ahead (在改革上取得新突破). */
const RATHER_REVIEW = /成效|成绩|取得|总结|基础和|问题和|历史性/;
/** 推动…取得新成效, 在…上取得新突破: hoped for as often as told. */
const STRIVES = /推动|推进|奋力|努力|着力|加快|力争|确保|务求|聚力|实现|[上中]取得/;
const FORWARD = /今年|明年|下一步|下阶段|下步|工作安排|主要任务|重点任务|工作任务|重点工作|主要目标|发展目标|预期目标|总体目标|奋斗目标|总体要求|总体思路|工作建议|草案|展望|远景|愿景|打算|今后/;
const RATHER_FORWARD = /目标|任务|要求|思路|措施|部署|预期|安排|布局|重点|建议/;

const YEAR = /(?<!\d)((?:19|20)\d{2})年/g;
const PLAN = /[“"'‘「]?(十?[一二三四五六七八九]五|十五)(?:[”"'’」]|(?=时期|期间))/g;

interface Say {
  mood: Mood;
  sure: boolean;
}

/** What a heading's own words say; null when they say nothing either way. */
function sayOf(title: string, frame: Frame): Say | null {
  const start = frame.span?.from ?? null;
  const ends = [
    ...[...title.matchAll(YEAR)].map((match) => Number(match[1])),
    ...[...title.matchAll(PLAN)].flatMap((match) => planByShortName(match[1] ?? "")?.to ?? []),
  ];
  const past = start !== null && ends.length > 0 && ends.every((year) => year < start);
  const ahead = (start !== null && ends.some((year) => year >= start)) || FORWARD.test(title);
  const back = past || REVIEW.test(title);
  if (back && ahead) return { mood: /(?:执行|完成|实施|工作|发展)情况$|回顾$|成就$|存在.{0,4}问题/.test(title) && !/草案/.test(title) ? "review" : "mixed", sure: true };
  if (back) return { mood: RATHER_FORWARD.test(title) && !past && /形势|机遇|挑战|基础|环境/.test(title) ? "mixed" : "review", sure: true };
  if (ahead) return { mood: "forward", sure: true };
  if (RATHER_REVIEW.test(title) && STRIVES.test(title)) return null;
  if (RATHER_REVIEW.test(title)) return { mood: "review", sure: false };
  return RATHER_FORWARD.test(title) ? { mood: "forward", sure: false } : null;
}

/** Mood of a section: the innermost heading that is sure, else the innermost that says something; null when none does. */
export function moodOfPath(path: readonly Clause[], frame: Frame): Mood | null {
  let rather: Mood | null = null;
  for (let index = path.length - 1; index >= 0; index--) {
    const clause = path[index];
    if (clause === undefined || clause.kind !== null) continue;
    const say = sayOf(clause.title, frame);
    if (say?.sure === true) return say.mood;
    rather ??= say?.mood ?? null;
  }
  return rather;
}

const TOLD = /[达实完突建增下提超取降形办新改推][到现成破立长降高过得低理造进]了|(?<!尚|还|仍|或)已经?[\u4e00-\u9fff]|比上年(?:增长|提高|增加|下降|减少)|居全[国省市]|位居|荣获|全面完成|圆满|去年|过去[一二三四五六七八九十的]/g;
const ASKED = /今年(?!以来)|年内|力争|争取|确保|必须|(?:^|[,，;；。、我们都就还也])(?:要|将)(?!求|素|点|闻|件)|计划(?!生育)|拟(?!定|订)/g;

const YEAR_ONCE = new RegExp(YEAR.source);
const TOLD_ONCE = new RegExp(TOLD.source);
const ASKED_ONCE = new RegExp(ASKED.source);
/** Words with which a section that looked back begins to look ahead. */
const TURN = /目标(?:是|为|:)|预期目标|总体要求|工作安排|工作思路|指导思想/;

const placeOf = (pattern: RegExp, words: string): number => {
  const at = words.search(pattern);
  return at === -1 ? Infinity : at;
};

/** Whether a section that looks back and ahead looks back first, as its heading or, where none tells, its words say. */
export function backFirst(words: string, ofHeading: boolean, frame: Frame): boolean {
  const start = frame.span?.from ?? null;
  const years = [...words.matchAll(YEAR)].map((match) => ({ at: match.index, gone: start !== null && Number(match[1]) < start }));
  const gone = years.find((year) => year.gone)?.at ?? Infinity;
  const ahead = years.find((year) => !year.gone)?.at ?? Infinity;
  const [back, forward] = ofHeading ? [REVIEW, FORWARD] : [TOLD_ONCE, ASKED_ONCE];
  return Math.min(gone, placeOf(back, words)) < Math.min(ahead, placeOf(forward, words));
}

/** Whether a sentence looks ahead, and so those after it in a section that looked back. */
export const turnsAhead = (words: string, cues: Cues, times: readonly Time[], frame: Frame): boolean =>
  cues.commits.length > 0 || TURN.test(words)
  || times.some((time) => time.kind !== "base" && time.counted !== true && time.span !== null && frame.span !== null && time.span.to >= frame.span.from && time.span.from >= frame.span.from);

/** A year so near to the head of a chapter dates it. */
const OPENS = 80;

/** Mood of a chapter by its own words, where no heading tells: years gone by and what is told, against what is asked for. */
export function moodOfWords(words: string, frame: Frame): Mood {
  const start = frame.span?.from ?? null;
  const years = start === null ? [] : [...words.matchAll(YEAR)].map((match) => Number(match[1]));
  const gone = years.filter((year) => start !== null && year < start).length;
  const told = gone + (words.match(TOLD) ?? []).length;
  const asked = years.length - gone + (words.match(ASKED) ?? []).length;
  const first = YEAR_ONCE.exec(words);
  if (asked === 0 && first !== null && first.index < OPENS && start !== null && Number(first[1]) < start) return "review";
  if (told >= 2 && gone >= 1 && told >= 3 * asked) return "review";
  if (told >= 4 && told > 2 * asked) return "review";
  return told >= 3 && 2 * told > asked ? "mixed" : "forward";
}

/** Words that state a fact, in any section. */
const FACT = /(?<!尚|还|仍|或)(?:已经?(?:达|建|有|成|累计|完成|突破|超|实现|形成|占|连续|于|开工|提前|引进|培育|认定)|(?<![项由从比])目前|(?:^|[,;])当前(?=我[国省市区县]|全[国省市区县])|截至|截止(?=(?:19|20)\d\d年)|近年来|年来(?=[,,]|累计|全|我|共|新)|过去[一二三四五六七八九十]年|过去的一年|去年以来|现有|共有|只有|仅为|仅有|仅占|仍有|尚有|共设|共辖|下辖|辖区面积|[区境域][内域]现?有|坐拥|现已|以来,|比重已|[达实完突建增下提超取降形][到现成破立长降高过得低]了|基本完成情况|原定|刚刚过去的|斩获|荣获|超额完成|提前[一二三四五六七八九十两\d]{0,2}年?(?:实现|完成|达到)了|目标提前实现|占全[国省市]的?比重(?:由|从))/g;
/** Words that commit, also after a fact or in a section that looks back. */
const COMMIT = /(?:将(?!军|士)|力争|争取|确保|计划(?!生育|单列|执行)|拟(?!定|订)|(?<![主重需必纲概])要(?!求|素|点|闻|件|么|塞|领)|[一二三四五六七八九十\d]年内|年内|今后|未来|下一步|再(?=新|引|建|培|创|增|提|改))/g;

/** Places of facts and promises in a sentence, in order. */
export interface Cues {
  facts: readonly { start: number; end: number }[];
  commits: readonly { start: number; end: number }[];
}

const placesOf = (pattern: RegExp, words: string): { start: number; end: number }[] =>
  [...words.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** Once for a sentence, however many numbers it has. */
export const findCues = (words: string): Cues => ({ facts: placesOf(FACT, words), commits: placesOf(COMMIT, words) });

/** How far words are looked at on the left of a number. */
const NEAR = 120;
const OPENING = 24;

/** The last place that ends by `to`, no further than NEAR left of `start`; the opening of a sentence counts however far. -1 for none. */
function lastBy(places: Cues["facts"], start: number, to: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? Infinity) <= to) low = middle + 1;
    else high = middle;
  }
  const near = places[low - 1];
  if (near !== undefined && near.start >= start - NEAR) return near.start;
  const first = places[0];
  return first !== undefined && low > 0 && first.end <= OPENING ? first.start : -1;
}

export interface Verdict {
  past: boolean;
  /** Why a careful reader may doubt it. */
  doubt: string | null;
}

export interface Said {
  words: string;
  /** Found once for a sentence of many numbers. */
  cues?: Cues;
  start: number;
  to: number;
  /** Time that governs the number in its own sentence. */
  own: Time | null;
  /** The last time before that, when it is another. */
  earlier?: Time | null;
  /** Time carried over from the head of an earlier sentence of the paragraph. */
  carried: Time | null;
}

const sure = (past: boolean): Verdict => ({ past, doubt: null });

/** Whether a number in a sentence is a figure already reached. */
export function judgeMood(said: Said, section: Mood, frame: Frame): Verdict {
  const start = frame.span?.from ?? null;
  const { facts, commits } = said.cues ?? findCues(said.words);
  const fact = lastBy(facts, said.start, said.to);
  const commit = lastBy(commits, said.start, said.start);
  const year = said.own?.span?.to ?? null;
  const carriedYear = said.carried?.span?.to ?? null;
  if (start !== null && year !== null) {
    if (year < start) return sure(true);
    // 1997年…达到…,五年年均增长…: counted years after a past one lie before it.
    const before = said.earlier?.span?.to ?? null;
    if (said.own?.counted === true && before !== null && before < start && commit < 0) return sure(true);
    const ahead = year > start || commit >= 0 || said.own?.kind === "year";
    if (section === "review" && said.own?.counted !== true) return ahead && fact < 0 ? { past: year <= start && commit < 0, doubt: "looks ahead in a section that looks back" } : sure(true);
    if (section === "review") return sure(commit < 0);
    if (fact > (said.own?.start ?? -1)) return sure(commit < fact);
    return sure(false);
  }
  if (section === "review") return commit > fact && commit >= 0 && start !== null && carriedYear !== null && carriedYear >= start
    ? { past: false, doubt: "looks ahead in a section that looks back" } : sure(true);
  if (fact >= 0 && fact > commit) return sure(true);
  if (carriedYear !== null && start !== null && carriedYear < start && commit < 0) return sure(true);
  return { past: false, doubt: section === "mixed" && commit < 0 && said.own === null && said.carried === null ? "the section looks back and ahead" : null };
}
