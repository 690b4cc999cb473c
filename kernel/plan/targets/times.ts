import { type Frame, planByShortName, printSpan, type Span, yearOf } from "../document/frame.ts";
import { chineseNumber } from "../document/numerals.ts";

/** Words of time in a sentence, and the period of a target. */

export interface Time {
  start: number;
  end: number;
  /** "year": by or in one year; "span": over years; "yearly": every year; "base": a year to compare with. */
  kind: "year" | "span" | "yearly" | "base";
  span: Span | null;
  /** Counted from the document's own years (五年, 全年): in a section that looks back they lie before them. */
  counted?: boolean;
  /** 用三年时间: a length only, which begins with the document's year; in a glossary nobody knows when. */
  length?: true;
}

const Y = "(?:19|20)\\d{2}|[一二][九〇○零][一二三四五六七八九〇○零]{2}";
const NAME = "十[一二三四五六]?五|[一二三四五六七八九]五|十五";
const N = "[一二三四五六七八九十]{1,2}|\\d{1,2}";

const FIND = new RegExp(
  `(?<!\\d)(${Y})年?[-—–~～至到]{1,2}(${Y})年` +
    `|(?<!\\d)(${Y})年` +
    `|[“"'‘「](${NAME})[”"'’」](时期|期间|计划期间|规划期间|计划|规划|期末|末|以来|五年|后)?` +
    `|(?<![一二三四五六七八九十第])(${NAME})(时期|期间|计划期间|规划期间|期末|末期|末|以来)` +
    "|(今年|本年度|全年|明年|去年|上年|前年|后年|上一年|过去的?一年|一年来|刚刚过去的一年)" +
    `|(?:过去的?|近|最近)(${N})年(?:来|间)?|(?<![第\\d])(${N})年来` +
    `|(?:今后|未来|接下来)的?(${N})年|(?:(?<![第\\d])(${N})年(?=内|时间内))|(?:用|利用)(${N})年(?:左右)?的?时间|从现在起到(本世纪末|(?:19|20)\\d{2}年)` +
    `|(?<![二三四五六七八九十第\\d])(五年|5年)(?!计划|规划|纲要|前|后|级|制|以|左右|时|行动|任务|多|工作|义务|目标|一|[”"'])(?=[\\u4e00-\\u9fff,])` +
    `|(规划期内|规划期|计划期|期末|规划末期|届时)` +
    "|(每年|(?<![一二三四五六七八九十\\d])年年(?!均)|逐年(?=新增))" +
    `|(?:(?:本|20|二十)世纪(末|中叶)|21世纪中叶)`,
  "g",
);

const BASE_BEFORE = /(?:比|较|按|以|自|从|由|于|相比|相对于|对比|达到)[“"]?$/;
const BASE_AFTER = /^(?:不变价|可比价|价格|的?基础|为基|的?水平|以来|起|的\d|的百分|年初预算|全国|相比|持平|同期)/;

const WHICH = /^(?:新?签约|新?开工|新?引进|建成|启动|实施|认定|确定|下达|结转|在建|入库|招引)(?:[^,。]{0,3})的/;

const relativeYears: Readonly<Record<string, number>> = { 今年: 0, 本年度: 0, 全年: 0, 明年: 1, 后年: 2, 去年: -1, 上年: -1, 上一年: -1, 前年: -2, 过去一年: -1, 过去的一年: -1, 一年来: -1, 刚刚过去的一年: -1 };

function planTime(start: number, end: number, name: string, tail: string, after: string): Time | null {
  const span = planByShortName(name);
  if (span === null) return null;
  if (tail === "计划" || tail === "规划" || /^(?:规划|纲要|发展|经济|确定|提出|开局|开好局|良好开局|实现良好|起好步|收官|目标|主要|的|良好|普法|[、》」”])/.test(after)) {
    if (tail === "" || tail === "计划" || tail === "规划") return null;
  }
  const last = /末/.test(tail);
  return { start, end, kind: last ? "year" : "span", span: last ? { from: span.to, to: span.to } : span };
}

function countedYears(frame: Frame, count: number): Span | null {
  const own = frame.span;
  if (own === null) return null;
  if (own.to - own.from + 1 === count) return own;
  return { from: own.from, to: own.from + count - 1 };
}

/** Reads one match; the groups are those of FIND, in order. */
function timeOf(match: RegExpExecArray, words: string, frame: Frame): Time | null {
  const start = match.index;
  const end = start + match[0].length;
  const before = words.slice(Math.max(0, start - 4), start);
  const after = words.slice(end, end + 8);
  const [, from, to, year, quoted, quotedTail, bare, bareTail, relative, gone, since, coming, within, using, fromNow, five, ofPlan, yearly, century] = match;
  const one = (value: number): Time => ({ start, end, kind: "year", span: { from: value, to: value } });
  if (from !== undefined && to !== undefined) {
    const span = { from: yearOf(from) ?? 0, to: yearOf(to) ?? 0 };
    return span.to > span.from ? { start, end, kind: "span", span } : null;
  }
  if (year !== undefined) {
    const value = yearOf(year);
    // 锚定二〇三五年远景目标 names a document's horizon, not the time of what the sentence says.
    if (value === null || /^(?:远景|愿景)/.test(after)) return null;
    if (frame.span !== null && value < frame.span.from && WHICH.test(after)) return null;
    // 在1995年每亩282公斤的基础上: what it is compared with.
    if (/^[^,;。]{0,20}基础上/.test(words.slice(end, end + 24))) return { ...one(value), kind: "base" };
    const due = /(?:到|至|截至)$/.test(before);
    const base = !due && (BASE_BEFORE.test(before) || BASE_AFTER.test(after));
    return base ? { ...one(value), kind: "base" } : one(value);
  }
  if (quoted !== undefined) {
    const time = planTime(start, end, quoted, quotedTail ?? "", after);
    return time !== null && /(?:比|较|高于|低于)$/.test(before) ? { ...time, kind: "base" } : time;
  }
  if (bare !== undefined) return planTime(start, end, bare, bareTail ?? "", after);
  if (relative !== undefined) {
    const shift = relativeYears[relative];
    const own = frame.year;
    // 去年签约的50个项目: tells which ones, not when.
    if (shift !== undefined && shift < 0 && WHICH.test(after)) return null;
    if (shift === undefined || own === null || (frame.kind !== "annual" && relative === "全年")) return null;
    const like = /[与同和跟]$/.test(before) && /^(?:大体|基本|大致|总体)?(?:持平|相当|相近|一样|相同)/.test(after);
    return { ...one(own + shift), counted: relative === "全年", kind: like || /(?:比|较|按)$/.test(before) || (shift < 0 && /^(?:增长|增加|提高|下降|同期|年初)/.test(after)) ? "base" : "year" };
  }
  const passed = gone ?? since;
  if (passed !== undefined) {
    const count = chineseNumber(passed) ?? Number(passed);
    return frame.span === null || count > 30 ? null : { start, end, kind: "span", span: { from: frame.span.from - count, to: frame.span.from - 1 } };
  }
  const years = coming ?? within;
  if (years !== undefined) {
    const count = chineseNumber(years) ?? Number(years);
    return { start, end, kind: "span", span: countedYears(frame, count), counted: coming === undefined };
  }
  if (using !== undefined) {
    const count = chineseNumber(using) ?? Number(using);
    return frame.kind !== "annual" || frame.year === null || count > 30 ? null : { start, end, kind: "span", span: { from: frame.year, to: frame.year + count - 1 }, length: true };
  }
  if (fromNow !== undefined) {
    const to = fromNow === "本世纪末" ? 2000 : Number(fromNow.slice(0, 4));
    return frame.year === null || to <= frame.year ? null : { start, end, kind: "span", span: { from: frame.year, to } };
  }
  if (five !== undefined) return { start, end, kind: "span", span: countedYears(frame, 5), counted: true };
  if (ofPlan !== undefined) {
    const own = frame.span;
    if (own === null) return null;
    return /末|届时/.test(ofPlan) ? one(own.to) : { start, end, kind: "span", span: own };
  }
  // 平均每年 is an average, 每人每年 a unit: neither sets the time.
  if (yearly !== undefined) return /(?:平均|每[人户亩生村])$/.test(before) || (/[到至为达]$/.test(before) && /^[\d一二三四五六七八九]/.test(after)) || after.startsWith("平均") ? null : { start, end, kind: "yearly", span: null };
  if (century !== undefined) return one(century === "末" ? 2000 : 2050);
  return match[0].startsWith("21世纪") ? one(2050) : null;
}

/** All words of time, in order. Linear: every part of the pattern is bounded. */
export function findTimes(words: string, frame: Frame): Time[] {
  const times: Time[] = [];
  for (const match of words.matchAll(FIND)) {
    const time = timeOf(match, words, frame);
    if (time !== null) times.push(time);
  }
  return times;
}

/** What 五年 and 全年 mean in a section that looks back: the years before the document's own. */
export function lookingBack(time: Time, frame: Frame): Time {
  if (time.counted !== true || time.span === null || frame.span === null || time.span.from < frame.span.from) return time;
  const length = time.span.to - time.span.from + 1;
  return { ...time, span: { from: frame.span.from - length, to: frame.span.from - 1 } };
}

/** How a target uses its period. */
export interface Manner {
  measure: string;
  average: boolean;
  total: boolean;
}

const overSpan = (manner: Manner): boolean =>
  manner.average || (manner.total && manner.measure !== "level") || ["flow", "growth", "change"].includes(manner.measure);

/** Period of a target that a time governs: levels are due at the end of a span, flows and growth over it. */
export function periodUnder(time: Time | null, manner: Manner, frame: Frame): string | null {
  if (time === null) {
    if (frame.span === null) return null;
    return overSpan(manner) ? printSpan(frame.span) : String(frame.span.to);
  }
  if (time.kind === "yearly") return "yearly";
  if (time.span === null) return null;
  const { from, to } = time.span;
  if (from !== to) return overSpan(manner) ? printSpan(time.span) : String(to);
  const own = frame.span;
  // 到2025年…年均增长6%: the average is over the plan's years up to then.
  if (manner.average && own !== null && own.from < to && manner.measure !== "level") return printSpan({ from: own.from, to });
  return String(to);
}

/** The one period a heading names (到2035年远景目标, “十四五”主要目标), or null when it names none or several. */
export function timeOfHeading(title: string, frame: Frame): Time | null {
  const plain = title.replace(/年(?=远景|愿景)/g, "年的").replace(/(“?[一二三四五六七八九十]{2,3}五”?)(?=经济|发展|主要|的)/g, "$1时期");
  const times = findTimes(plain, frame).filter((time) => time.kind !== "base");
  const distinct = new Set(times.map((time) => (time.span === null ? time.kind : printSpan(time.span))));
  return distinct.size === 1 ? (times[0] ?? null) : null;
}
