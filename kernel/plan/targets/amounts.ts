import { chineseNumber } from "../document/numerals.ts";
import { multiplierOf, unitAt, type UnitKind } from "./units.ts";
import { type Comparator, marksAfter } from "./words.ts";

/** Numbers with their units, found in squeezed words. One pass, every pattern bounded. */

export interface Amount {
  /** First character of the number. */
  start: number;
  /** After the number (both ends of a range). */
  numberEnd: number;
  /** After the unit. */
  end: number;
  /** After 以上, 左右 and a bracket that belongs to it. */
  groupEnd: number;
  value: number;
  valueMax: number | null;
  unit: string;
  kind: UnitKind;
  form: "digits" | "chinese" | "multiple" | "magnitude" | "roman";
  /** From the words after it. */
  comparator: Comparator | null;
}

const SIGN = "零〇○一二两三四五六七八九十百千万亿";
const FIND = new RegExp(
  "\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,6})?(?![\\d])|\\d{1,15}(?:[.·]\\d{1,8})?" +
    `|(?:十万|[百千万])分之[${SIGN}]{1,12}(?:点[零〇○一二三四五六七八九]{1,6})?|[二三四五六七八九十]分之[一二两三四五六七八九]|翻[一两二三四]?番` +
    `|(?:[零〇○一二两三四五六七八九十百万亿]|千(?![瓦米克伏卡])){1,24}(?:点[零〇○一二三四五六七八九]{1,6})?|[Ⅰ-Ⅵ](?=类)`,
  "g",
);
const DASH = /[-—–~～―]{1,2}|至|到/y;
/** Grades: Ⅱ类 of water. */
const ROMAN = "ⅠⅡⅢⅣⅤⅥ";
const PER_HUNDRED: Readonly<Record<string, string>> = { 百: "%", 千: "‰", 万: "‱", 十万: "/10万" };

interface Read {
  value: number;
  form: Amount["form"];
  /** Unit that the number itself says: 百分之八 is 8 %. */
  own: string | null;
}

function readNumber(printed: string): Read | null {
  const first = printed.charAt(0);
  if (first === "翻") {
    const times = printed.length === 2 ? 1 : (chineseNumber(printed.charAt(1)) ?? 1);
    return { value: 2 ** times, form: "multiple", own: "" };
  }
  if (/\d/.test(first)) {
    const value = Number(printed.replaceAll(",", "").replace("·", "."));
    return Number.isFinite(value) ? { value, form: "digits", own: null } : null;
  }
  if (printed.includes("分之")) {
    const [parts = "", count = ""] = printed.split("分之");
    const value = chineseNumber(count);
    const share = PER_HUNDRED[parts] === undefined ? chineseNumber(parts) : null;
    // 三分之二: a share of one, without a unit.
    if (share !== null && value !== null) return { value: value / share, form: "chinese", own: "share" };
    return value === null ? null : { value, form: "chinese", own: PER_HUNDRED[parts] ?? "%" };
  }
  const grade = ROMAN.indexOf(first);
  if (grade >= 0) return { value: grade + 1, form: "roman", own: null };
  const value = chineseNumber(printed);
  if (value === null || /^[万亿]/.test(printed)) return null;
  return { value, form: /^[百千十][万亿]?$/.test(printed) ? "magnitude" : "chinese", own: null };
}

/** Whether the characters around say that the digits belong to a name: G60, 5G, 16+16, 第3, PM2.5. */
function partOfName(words: string, start: number, end: number): boolean {
  const before = words.charAt(start - 1);
  const after = words.charAt(end);
  return /[A-Za-z\d.+×\-_]/.test(before) || /[+×_]/.test(after) || before === "第" || before === "劣"
    || (after === "/" && /\d/.test(words.charAt(end + 1)) && !words.startsWith("/10万", end))
    || (before === "/" && /\d/.test(words.charAt(start - 2)));
}

function unitOf(words: string, at: number, read: Read): { unit: string; kind: UnitKind; length: number } {
  if (read.own === "") return { unit: "", kind: "times", length: 0 };
  if (read.own === "share") return { unit: "", kind: "ratio", length: 0 };
  if (read.own !== null) return { unit: read.own, kind: "ratio", length: 0 };
  // 10万余人: the unit is 万人.
  const scale = /^([十百千万亿]{1,2})[多余]/.exec(words.slice(at, at + 3));
  if (scale !== null) {
    const found = unitAt(words, at + scale[0].length, false);
    if (found.kind !== "none") return { unit: `${scale[1] ?? ""}${found.unit}`, kind: found.kind, length: scale[0].length + found.length };
  }
  const skip = /[多余]/.test(words.charAt(at)) ? 1 : 0;
  const found = unitAt(words, at + skip, true);
  return { ...found, length: found.length + skip };
}

/** The far end of a range (4.5%-5%, 8%至9%, 百分之五至六), or null. */
function farEnd(words: string, at: number, near: Read, unit: string): { end: number; numberEnd: number; value: number; unit: ReturnType<typeof unitOf> } | null {
  DASH.lastIndex = at;
  const dash = DASH.exec(words);
  if (dash === null) return null;
  const from = at + dash[0].length;
  FIND.lastIndex = from;
  const match = /[\d百千零〇○一二两三四五六七八九十]/.test(words.charAt(from)) ? FIND.exec(words) : null;
  if (match === null || match.index !== from) return null;
  const far = readNumber(match[0]);
  if (far === null || far.form === "multiple" || (near.form === "digits") !== (far.form === "digits")) return null;
  const numberEnd = from + match[0].length;
  const farUnit = unitOf(words, numberEnd, near.own !== null && far.own === null ? { ...far, own: near.own } : far);
  if (unit !== "" && farUnit.unit !== "" && farUnit.kind === "none") return null;
  if (farUnit.kind === "time" && words.charAt(numberEnd) !== "个" && near.value > 1900) return null;
  // 9000万-1亿: the far end is told in the unit of the near one.
  const scale = unit === "" ? 1 : multiplierOf(farUnit.unit) / multiplierOf(unit);
  const value = far.value * (unit === "" || scale === 1 ? 1 : scale);
  return value > near.value ? { end: numberEnd + farUnit.length, numberEnd, value, unit: farUnit } : null;
}

function groupOf(words: string, end: number): { comparator: Comparator | null; groupEnd: number } {
  let groupEnd = end;
  if (words.charAt(end) === "(") {
    const close = words.slice(end, end + 80).indexOf(")");
    const past = end + close + 1;
    if (close > 0 && marksAfter.some((mark) => words.startsWith(mark.word, past))) groupEnd = past;
  }
  const mark = marksAfter.find((entry) => words.startsWith(entry.word, groupEnd));
  // 15分钟内: a time; 10个省内 would be a place.
  if (mark === undefined && /(?:分钟|小时|天|工作日|日)$/.test(words.slice(Math.max(0, end - 3), end)) && words.charAt(end) === "内") return { comparator: "<=", groupEnd: end + 1 };
  return { comparator: mark?.comparator ?? null, groupEnd: mark === undefined ? end : groupEnd + mark.word.length };
}

/** All numbers of the words, years and dates left out. Linear in their length. */
export function findAmounts(words: string): Amount[] {
  const amounts: Amount[] = [];
  FIND.lastIndex = 0;
  let from = 0;
  for (;;) {
    FIND.lastIndex = from;
    const match = FIND.exec(words);
    if (match === null) return amounts;
    const start = match.index;
    let numberEnd = start + match[0].length;
    from = numberEnd;
    const near = readNumber(match[0]);
    if (near === null || partOfName(words, start, numberEnd)) {
      // The rest of a longer run of digits is the same name.
      while (/[\d.]/.test(words.charAt(from)) && from < words.length) from++;
      continue;
    }
    if (near.form !== "multiple" && isDate(words, start, numberEnd, near.value)) continue;
    let unit = unitOf(words, numberEnd, near);
    const far = near.form === "multiple" ? null : farEnd(words, numberEnd + unit.length, near, unit.unit);
    let end = numberEnd + unit.length;
    if (far !== null) {
      numberEnd = far.numberEnd;
      end = far.end;
      unit = far.unit;
    }
    from = Math.max(end, from);
    // 4A级: a digit before a letter that is no unit belongs to a name.
    if (/[A-Za-z]/.test(words.charAt(numberEnd)) && unit.kind === "none") continue;
    const group = groupOf(words, end);
    amounts.push({
      start, numberEnd, end, groupEnd: group.groupEnd, value: near.value, valueMax: far?.value ?? null,
      unit: unit.unit, kind: unit.kind, form: near.form, comparator: far !== null ? "range" : (group.comparator ?? (/^[十百千万亿]{0,2}[多余]/.test(words.slice(numberEnd, numberEnd + 3)) ? ">" : null)),
    });
  }
}

function isDate(words: string, start: number, end: number, value: number): boolean {
  const after = words.charAt(end);
  if (after === "年" && Number.isInteger(value) && value >= 1900 && value <= 2100 && end - start === 4) return true;
  if (/[-—–~～至到]/.test(after) && value >= 1900 && value <= 2100 && end - start === 4) return /^[-—–~～至到]{1,2}\d{4}/.test(words.slice(end, end + 6));
  if (after === "月" || after === "日" || after === "号") return true;
  return false;
}
