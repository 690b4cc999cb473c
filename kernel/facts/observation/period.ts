/**
 * Periods: 2020 · 2023-H1 · 2022-Q1 · 2022-11 · 2022-01/2022-09 · 2021/2025.
 * One stretch of time has one code, so that one cell cannot be written twice under two names: January to December is the year.
 */

export type PeriodKind = "year" | "half" | "quarter" | "month" | "months" | "years";

export interface Period {
  readonly code: string;
  readonly kind: PeriodKind;
  /** First day, 2022-01-01. */
  readonly start: string;
  /** Last day, 2022-09-30. */
  readonly end: string;
}

const first_year = 1900;
const last_year = 2199;

const two = (n: number): string => String(n).padStart(2, "0");

export const lastDayOfMonth = (year: number, month: number): string =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

const goodYear = (year: number): boolean => year >= first_year && year <= last_year;

/** The period from the first to the last month, under its one code. */
function ofMonths(year: number, from: number, to: number): Period | undefined {
  if (!goodYear(year) || from < 1 || to > 12 || from > to) return undefined;
  const span = { start: `${year}-${two(from)}-01`, end: lastDayOfMonth(year, to) };
  const months = to - from + 1;
  if (months === 12) return { code: String(year), kind: "year", ...span };
  if (months === 6 && from % 6 === 1) return { code: `${year}-H${(from + 5) / 6}`, kind: "half", ...span };
  if (months === 3 && from % 3 === 1) return { code: `${year}-Q${(from + 2) / 3}`, kind: "quarter", ...span };
  if (months === 1) return { code: `${year}-${two(from)}`, kind: "month", ...span };
  return { code: `${year}-${two(from)}/${year}-${two(to)}`, kind: "months", ...span };
}

function ofYears(from: number, to: number): Period | undefined {
  if (!goodYear(from) || !goodYear(to) || from > to) return undefined;
  if (from === to) return ofMonths(from, 1, 12);
  return { code: `${from}/${to}`, kind: "years", start: `${from}-01-01`, end: `${to}-12-31` };
}

const fullWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\s+/g, "");

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
const ordinal = (text: string): number => numerals[text] ?? Number(text);

type Reader = readonly [RegExp, (parts: readonly string[]) => Period | undefined];

const quarters = (year: string, from: number, to: number): Period | undefined => ofMonths(Number(year), from * 3 - 2, to * 3);
const dash = "[-–—~至到]";

/** The forms, ISO-like first, then those of offices; each matches a whole text. */
const readers: readonly Reader[] = [
  [/^(\d{4})年?$/, ([y = ""]) => ofYears(Number(y), Number(y))],
  [/^(\d{4})年?-?[Hh]([12])$/, ([y = "", h = ""]) => ofMonths(Number(y), Number(h) * 6 - 5, Number(h) * 6)],
  [/^(\d{4})年?-?[Qq]([1-4])$/, ([y = "", q = ""]) => quarters(y, Number(q), Number(q))],
  [new RegExp(`^(\\d{4})年?-?[Qq]([1-4])(?:${dash}|/)(?:\\1-?)?[Qq]([1-4])$`), ([y = "", a = "", b = ""]) => quarters(y, Number(a), Number(b))],
  [/^(\d{4})-(\d{2})$/, ([y = "", m = ""]) => ofMonths(Number(y), Number(m), Number(m))],
  [/^(\d{4})-(\d{2})\/(\d{4})-(\d{2})$/, ([y = "", a = "", z = "", b = ""]) => (y === z ? ofMonths(Number(y), Number(a), Number(b)) : wholeYears(y, a, z, b))],
  [/^(\d{4})\/(\d{4})$/, ([y = "", z = ""]) => ofYears(Number(y), Number(z))],
  [/^(\d{4})年(\d{1,2})月份?$/, ([y = "", m = ""]) => ofMonths(Number(y), Number(m), Number(m))],
  [new RegExp(`^(\\d{4})年(\\d{1,2})月?${dash}(\\d{1,2})月份?$`), ([y = "", a = "", b = ""]) => ofMonths(Number(y), Number(a), Number(b))],
  [/^(\d{4})年(上|下)半年$/, ([y = "", h = ""]) => ofMonths(Number(y), h === "上" ? 1 : 7, h === "上" ? 6 : 12)],
  [/^(\d{4})年第?([一二三四1-4])季度?$/, ([y = "", q = ""]) => quarters(y, ordinal(q), ordinal(q))],
  [/^(\d{4})年前([二三2-3])(?:个)?季度?$/, ([y = "", q = ""]) => quarters(y, 1, ordinal(q))],
  [new RegExp(`^(\\d{4})年([一1])${dash}([二三四2-4])季度$`), ([y = "", a = "", b = ""]) => quarters(y, ordinal(a), ordinal(b))],
  [/^(\d{4})年前(\d{1,2})个?月$/, ([y = "", m = ""]) => ofMonths(Number(y), 1, Number(m))],
  [/^(\d{4})年全年$/, ([y = ""]) => ofYears(Number(y), Number(y))],
  [new RegExp(`^(\\d{4})年?${dash}(\\d{4})年$`), ([y = "", z = ""]) => ofYears(Number(y), Number(z))],
  [/^(\d{4})[–—~至到](\d{4})年?$/, ([y = "", z = ""]) => ofYears(Number(y), Number(z))],
  [/^(\d{4})-((?:19|20|21)\d{2})$/, ([y = "", z = ""]) => ofYears(Number(y), Number(z))],
];

/** 2021-01/2025-12 is 2021/2025; a span of months over the turn of a year has no use in statistics and is refused. */
const wholeYears = (y: string, a: string, z: string, b: string): Period | undefined =>
  a === "01" && b === "12" ? ofYears(Number(y), Number(z)) : undefined;

/** Reads ISO-style and office notations (2023H1, 2022Q1-Q3, 2022年1-9月); undefined where none fits. */
export function readPeriod(text: string): Period | undefined {
  const plain = fullWidth(text);
  for (const [form, period] of readers) {
    const match = form.exec(plain);
    if (match) return period(match.slice(1));
  }
  return undefined;
}

/** A period of code that this program itself wrote. */
export function getPeriod(code: string): Period {
  const period = readPeriod(code);
  if (period === undefined) throw new RangeError(`not a period: ${code}`);
  return period;
}

/** By end, then the longer first: 2022-Q4 stands after 2022. */
export const comparePeriods = (a: Pick<Period, "start" | "end">, b: Pick<Period, "start" | "end">): number =>
  a.end < b.end ? -1 : a.end > b.end ? 1 : a.start < b.start ? -1 : a.start > b.start ? 1 : 0;

/** Whether the first day of the period has come. */
export const hasBegun = (period: Pick<Period, "start">, today: string): boolean => period.start <= today;

/** Whether its last day is over: on 31 December the year is not. */
export const hasEnded = (period: Pick<Period, "end">, today: string): boolean => period.end < today;

export const isYearLong = (period: Pick<Period, "start" | "end">): boolean =>
  period.start.endsWith("-01-01") && period.end.endsWith("-12-31") && period.start.slice(0, 4) === period.end.slice(0, 4);

/** The year's months counted to the end of the day's month: every period ends with a month. */
export const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Whether the text is a day of the calendar, 2024-02-29. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
