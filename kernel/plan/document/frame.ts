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
  const plain = halfWidth(printed);
  const value = /^\d{4}$/.test(plain) ? Number(plain) : plain.length === 4 ? chineseNumber(plain) : null;
  return value !== null && value >= 1900 && value <= 2100 ? value : null;
}

const YEAR = "(?<!\\d)(?:19|20)\\d{2}|[一二][九〇○零][一二三四五六七八九〇○零]{2}";
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

const PLACE = /^(?:关于)?(?:(?:\d{4}|[一二][〇○零九][一二三四五六七八九〇○零]{2})年度?)?([\u4e00-\u9fff]{2,9}?(?:特别行政区|自治区|自治州|自治县|自治旗|新区|地区|省|市|县|区|州|盟|旗|镇|乡))(?!域|场|级|政建)/;

/** 浙江省衢州市, 北京市朝阳区: a division inside the one before. */
const INNER = /^((?!重点|国民|经济|城|农|山|老|新|开发|高|自然|全|市|社|园|景|核心|中心|工业|都|街|人民|政府)[\u4e00-\u9fff]{2,6}?(?:自治州|自治县|自治旗|新区|市|县|区|州|盟|旗|镇|乡))(?!域|场|级|政建|块)/;

function innermost(title: string): string | null {
  const outer = PLACE.exec(title);
  let place = outer?.[1] ?? null;
  let rest = title.slice(outer?.[0].length ?? 0);
  for (let depth = 0; depth < 2 && place !== null; depth++) {
    const inner = INNER.exec(rest)?.[1];
    if (inner === undefined) break;
    place = inner;
    rest = rest.slice(inner.length);
  }
  return place;
}

function divisionOf(title: string, opening: string): string | null {
  const bare = title.replace(/\s/g, "");
  if (bare.startsWith("中华人民共和国")) return "中华人民共和国";
  const place = innermost(bare);
  if (place !== null) return place;
  return /在([\u4e00-\u9fff]{2,9}?(?:自治区|自治州|自治县|省|市|县|区|州))第?[\u4e00-\u9fff]{1,6}届/.exec(opening)?.[1] ?? null;
}

/**
 * Frame of a document.
 * @param title the title in one line
 * @param opening the first thousand or so characters after it: the date line of a report stands there
 */
export function frameOf(title: string, opening: string, _cover = ""): Frame {
  const plain = halfWidth(title).replace(/\s/g, "");
  const start = halfWidth(opening);
  const division = divisionOf(plain, start);
  const far = new RegExp(`(${YEAR})年远景`).exec(plain)?.[1];
  const outlook = far === undefined ? null : yearOf(far);
  const annual = /工作报告|执行情况|年度?计划|年度目标|实事/.test(plain);
  const span = spanOfTitle(plain);
  const day = yearsIn(start.slice(0, 400))[0] ?? null;
  const ofPlan = /(?:计划|规划|纲要)[^,。]{0,20}(?:纲要|说明|草案)?的?报告/.test(plain) && !/执行情况/.test(plain);
  if (span !== null && (ofPlan || !/工作报告/.test(plain))) {
    const near = day !== null && day >= span.from - 1 && day <= span.to;
    return { kind: "plan", division, span, year: near ? day : span.from, outlook };
  }
  const years = yearsIn(plain).filter((year) => year !== outlook);
  const dated = years.length > 0 ? Math.max(...years) : day;
  if (annual && dated !== null) return { kind: "annual", division, span: { from: dated, to: dated }, year: dated, outlook };
  const named = SHORT_NAME.exec(start.slice(0, 2000));
  const byOpening = planByShortName(named?.[1] ?? named?.[2] ?? "");
  if (byOpening !== null) return { kind: "plan", division, span: byOpening, year: byOpening.from, outlook };
  return { kind: "open", division, span: dated === null ? null : { from: dated, to: dated }, year: dated, outlook };
}

/** "2021/2025", or "2025" for one year. */
export function printSpan(span: Span): string {
  return span.from === span.to ? String(span.from) : `${span.from}/${span.to}`;
}
