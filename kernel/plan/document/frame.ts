import { divisionOf } from "./division.ts";
import { chineseNumber, halfWidth } from "./numerals.ts";

/** What a plan says about itself in its title: whose it is, for which years. */

export interface Span {
  from: number;
  to: number;
}

export interface Frame {
  /** "annual": a work report or yearly plan; "plan": anything with a span of years; "open": no years known. */
  kind: "plan" | "annual" | "open";
  division: string | null;
  /** Years the plan is for; an annual report has one year, from = to. */
  span: Span | null;
  /** The document's own year: 今年. */
  year: number | null;
  /** Far horizon beside the span: 2035. */
  outlook: number | null;
}

/** First and last year of the five-year plan of that number: 14 → 2021 to 2025, 9 → 1996 to 2000. */
export function fiveYears(number: number): Span | null {
  if (number === 1) return { from: 1953, to: 1957 };
  if (number === 2) return { from: 1958, to: 1962 };
  return number >= 3 && number <= 30 ? { from: 1951 + 5 * number, to: 1955 + 5 * number } : null;
}

/** Span of a five-year plan by its short name: 十四五, 九五, 十五 (the tenth), 十五五 (the fifteenth). */
export function planByShortName(name: string): Span | null {
  if (!name.endsWith("五")) return null;
  const number = chineseNumber(name.slice(0, -1));
  return number === null ? null : fiveYears(number);
}

/** Year printed with digits or Chinese signs (2025, 二〇二五, 二○三五), or null. */
export function yearOf(printed: string): number | null {
  const plain = halfWidth(printed).replace(/[Oo○零]/g, "〇");
  const value = /^\d{4}$/.test(plain) ? Number(plain) : plain.length === 4 ? chineseNumber(plain.replace(/0/g, "〇")) : null;
  return value !== null && value >= 1900 && value <= 2100 ? value : null;
}

const YEAR = "(?<!\\d)(?:19|20)\\d{2}|[一二][九〇○零Oo0][一二三四五六七八九〇○零Oo0]{2}";
const SHORT_NAME = /[“"'‘「](十?[一二三四五六七八九]五|十五)[”"'’」]|(十[一二三四五六]五|[六七八九]五)(?=时期|期间|规划|计划)/;

function spanOfTitle(title: string): Span | null {
  const ordinal = /第([一二三四五六七八九十]{1,3}|\d{1,2})个?五年/.exec(title);
  const number = ordinal?.[1] === undefined ? null : /\d/.test(ordinal[1]) ? Number(ordinal[1]) : chineseNumber(ordinal[1]);
  if (number !== null) return fiveYears(number);
  const named = SHORT_NAME.exec(title);
  const byName = planByShortName(named?.[1] ?? named?.[2] ?? "");
  if (byName !== null) return byName;
  const years = new RegExp(`(${YEAR})年?[-—–~～至到]{1,2}(${YEAR})年?`).exec(title);
  const from = yearOf(years?.[1] ?? "");
  const to = yearOf(years?.[2] ?? "");
  return from !== null && to !== null && to > from ? { from, to } : null;
}

const yearsIn = (words: string): number[] =>
  [...words.matchAll(new RegExp(`(${YEAR})(?=年|—|-|$)`, "g"))].map((match) => yearOf(match[1] ?? "")).filter((year) => year !== null);

/** Far horizon: 2035年远景目标 in the title, a plan of ten years around one of five, 展望2035年 where the period is told. */
function outlookOf(title: string, opening: string): number | null {
  const far = new RegExp(`(${YEAR})年远景`).exec(title)?.[1];
  if (far !== undefined) return yearOf(far);
  if (/十年(?:规划|计划|设想)/.test(title)) {
    const span = spanOfTitle(title);
    return span === null ? null : span.from + 9;
  }
  if (/报告|年度/.test(title)) return null;
  const period = new RegExp(`规划期[^。]{0,40}展望(?:到|至)?(${YEAR})年|(?:远景|远期)(?:展望)?(?:到|至)(${YEAR})年`).exec(opening);
  return yearOf(period?.[1] ?? period?.[2] ?? "");
}

/** Years a plan tells of in its opening, where its title has none: 规划期为2021—2025年, 为期三年（2023—2025年）. */
function spanOfOpening(opening: string): Span | null {
  const match = new RegExp(`(?:规划期|计划期|实施期|期限|时间|三年|五年|(?:规划|计划|行动|方案)[(])[^。]{0,16}?(${YEAR})年?[-—–~～至到]{1,2}(${YEAR})年`).exec(opening.slice(0, 2500));
  const from = yearOf(match?.[1] ?? "");
  const to = yearOf(match?.[2] ?? "");
  return from !== null && to !== null && to > from && to - from <= 15 ? { from, to } : null;
}

/** Year of the last whole date (2021年3月5日, 二〇二一年三月五日): that of a letter, a session, a signature. */
function dayIn(words: string): number | null {
  const days = [...words.matchAll(new RegExp(`(${YEAR})\\s?年\\s?[\\d一二三四五六七八九十]{1,3}\\s?月\\s?[\\d一二三四五六七八九十]{1,3}\\s?日`, "g"))];
  return yearOf(days.at(-1)?.[1] ?? "");
}

/** A list of what is done in one year: 2026年工作要点. */
const OF_ONE_YEAR = new RegExp(`(?:${YEAR})年(?!远景|至|[-—–~～]).{0,24}(?:要点|重点工作|工作安排|任务清单|行动计划|工作计划|实施方案|实施计划|总体要求|预期目标|目标任务|主要目标|工作思路|工作打算)`);

/**
 * Frame of a document.
 * @param title the title in one line
 * @param opening the first thousand or so characters after it: the date line of a report stands there
 * @param cover the words before it: the letter that issues it, the head of the page
 * @param closing its last words: a signature bears a date
 */
export function frameOf(title: string, opening: string, cover = "", closing = ""): Frame {
  const plain = halfWidth(title).replace(/\s/g, "");
  const start = halfWidth(opening);
  const division = divisionOf(plain, start, halfWidth(cover));
  const outlook = outlookOf(plain, start);
  const annual = /工作报告|执行情况|年度?计划|年(?:国民)?经济(?:和|与)?社会发展计划|年度目标|实事/.test(plain) || (OF_ONE_YEAR.test(plain) && spanOfTitle(plain) === null);
  const span = spanOfTitle(plain) ?? (annual || yearsIn(plain).length > 0 ? null : spanOfOpening(start));
  const dated = dayIn(start.slice(0, 200)) ?? dayIn(halfWidth(cover)) ?? dayIn(halfWidth(closing));
  const day = dated ?? yearsIn(start.slice(0, 400))[0] ?? null;
  const ofPlan = /(?:计划|规划|纲要)[^,。]{0,20}(?:纲要|说明|草案)?的?报告/.test(plain) && !/执行情况/.test(plain);
  if (span !== null && (ofPlan || !/工作报告/.test(plain))) {
    // A whole date is that of the document; a year alone may be one the plan looks back or forward to.
    const near = dated !== null && dated >= span.from - 1 && dated <= span.to;
    return { kind: "plan", division, span, year: near ? dated : span.from, outlook };
  }
  const years = yearsIn(plain).filter((year) => year !== outlook);
  const own = years.length > 0 ? Math.max(...years) : day;
  if (annual && own !== null) return { kind: "annual", division, span: { from: own, to: own }, year: own, outlook };
  // “十三五”规划收官之年, “十四五”开局之年: what the year is, no span of its own.
  const named = years.length > 0 ? null : SHORT_NAME.exec(start.slice(0, 2000).replace(/[“"'‘「]?十?[一二三四五六七八九十]五[”"'’」]?(?:规划|计划|时期)?的?(?:开局|收官|起步|关键|第[一二三四五]年|最后)/g, ""));
  const byOpening = planByShortName(named?.[1] ?? named?.[2] ?? "");
  if (byOpening !== null) return { kind: "plan", division, span: byOpening, year: byOpening.from, outlook };
  return { kind: "open", division, span: own === null ? null : { from: own, to: own }, year: own, outlook };
}

/** "2021/2025", or "2025" for one year. */
export function printSpan(span: Span): string {
  return span.from === span.to ? String(span.from) : `${span.from}/${span.to}`;
}
