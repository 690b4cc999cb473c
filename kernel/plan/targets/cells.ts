import { chineseNumber, halfWidth } from "../document/numerals.ts";
import { unitAt } from "./units.ts";
import { type Comparator, marksAfter } from "./words.ts";

/** What the cells of an indicator table print. */

export interface CellNumber {
  /** Offset of the number in the cell's words. */
  offset: number;
  printed: string;
  value: number;
  valueMax: number | null;
  comparator: Comparator;
  unit: string;
  /** In 〔〕 or []: a total over the years of the plan. */
  bracket: "square" | "round" | null;
  /** 增长5%, 下降3%: the cell itself says that the number is a growth or a change; 翻一番 a multiple. */
  says: "growth" | "change" | "multiple" | null;
  /** 累计30: the cell itself says that it is a total; 年均5, an average. */
  over: "total" | "average" | null;
  /** 力争80. */
  stretch: boolean;
  /** * or ①: a note below says of which year. */
  mark: string | null;
}

const DIGITS = /(?<![\d.])(-?\d{1,3}(?:[, ]\d{3}){1,4}(?![\d])(?:\.\d{1,8})?|-?\d{1,14}(?:[.·]\d{1,8})?)(?!\d)/;
const CHINESE = /百分之([零〇一二三四五六七八九十百点]{1,10})|([零〇一二两三四五六七八九十百千]{1,12}(?:点[零〇一二三四五六七八九]{1,6})?)(?=$|[%元亩人吨米个件户家所岁年万亿以左])/;
const RANGE = /^\s?(?:[-—–~～－]{1,2}|至|到)\s?[〔[(]?(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,8})?|\d{1,14}(?:\.\d{1,8})?)/;
const LEAD = /^(?:[*★☆▲△※†①-⑳〔[(【<>≥≤=约近超达为共计≮≯±+-]|不[低少高大小]于|不超过|[低高少大小多]于|突破|控制在|力争|争取|确保|完成|实现|累计|合计|达到|保持在?|稳定在|提高到?|提升到?|降低?[到至]?|下降[到至]?|增长|增加|减少|[降增升减]|增幅|至少|年均|每年|左右|五年|5年|新增|净增|到|至|比\d{4}年|较\d{4}年|在|\s)*$/;
const BEFORE: readonly [RegExp, Comparator][] = [
  [/(?:≥|>=|≮|不低于|不少于|不小于|至少)[〔[(\s]*$/, ">="], [/(?:≤|<=|≯|不超过|不高于|不大于|不多于)[〔[(\s]*$/, "<="], [/(?:>|超过?|高于|突破|大于|多于)[〔[(\s]*$/, ">"],
  [/(?:<|低于|小于|少于)[〔[(\s]*$/, "<"], [/(?:约|近|左右)[〔[(\s]*$/, "~"], [/控制在\s*$/, "="],
];
const LONGEST = 40;

/** Ⅱ类 of water: the lower grade is the better. */
const ROMAN = "ⅠⅡⅢⅣⅤ";

/** The first number of a cell, digits or Chinese. */
function findNumber(plain: string): { at: number; length: number; value: number; unit: string | null } | null {
  const digits = DIGITS.exec(plain);
  if (digits?.[1] !== undefined) return { at: digits.index, length: digits[0].length, value: Number(digits[1].replace(/[, ]/g, "").replace("·", ".")), unit: null };
  const grade = /[Ⅰ-Ⅴ](?=类|$|以|\s)/.exec(plain);
  if (grade !== null) return { at: grade.index, length: 1, value: ROMAN.indexOf(grade[0]) + 1, unit: null };
  const chinese = CHINESE.exec(plain);
  const printed = chinese?.[1] ?? chinese?.[2];
  const value = printed === undefined ? null : chineseNumber(printed);
  return chinese === null || value === null ? null : { at: chinese.index, length: chinese[0].length, value, unit: chinese[1] === undefined ? null : "%" };
}

/** 比2020年, 较2020年: a year to compare with is no value. Its characters are blanked, so that places stay. */
const withoutYears = (plain: string): string =>
  plain.replace(/(?:比|较|在|到)?(?:19|20)\d{2}年(?:底|末|的)?(?=.)/g, (words) => " ".repeat(words.length));

/** What stands around the number says how it is meant. */
function saysOf(before: string): CellNumber["says"] {
  if (/增长|增幅|增速/.test(before)) return "growth";
  return /(?:下降|降低|减少|增加|提高|提升|[降增减升])\s*[约>≥<≤〔[(]*\s*$/.test(before) ? "change" : null;
}

/** The number of a cell, or null when it prints none (—, words, a sentence). */
export function numberOfCell(words: string): CellNumber | null {
  const plain = halfWidth(words);
  if (plain.length > LONGEST) return null;
  const doubled = /翻[一两]?番/.exec(plain);
  if (doubled !== null) {
    return {
      offset: doubled.index, printed: words.slice(doubled.index, doubled.index + doubled[0].length), value: doubled[0].includes("两") ? 4 : 2, valueMax: null,
      comparator: "=", unit: "", bracket: null, says: "multiple", over: null, stretch: /力争|争取/.test(plain), mark: null,
    };
  }
  // 1:45:54 is a make-up, no number.
  if (/\d\s?[:∶]\s?\d[\d.]*\s?[:∶]/.test(plain)) return null;
  const found = findNumber(withoutYears(plain));
  if (found === null || !LEAD.test(withoutYears(plain).slice(0, found.at))) return null;
  const before = plain.slice(0, found.at);
  let end = found.at + found.length;
  const near = found.unit === null ? unitAt(plain, spaceAfter(plain, end), true) : { unit: found.unit, length: 0 };
  // 6%-7%: the unit may stand at both ends.
  const range = RANGE.exec(plain.slice(end)) ?? (near.length > 0 ? RANGE.exec(plain.slice(spaceAfter(plain, end) + near.length)) : null);
  const far = range?.[1] === undefined ? null : Number(range[1].replaceAll(",", ""));
  const isRange = range !== null && far !== null && far > found.value;
  if (isRange) end = plain.indexOf(range[0], end) + range[0].length;
  // 1.85:1
  const rest = plain.slice(end).replace(/^\s?[:∶]\s?1(?![\d.])/, (words) => " ".repeat(words.length));
  const unit = found.unit === null ? unitAt(rest.trimStart(), 0, true) : near;
  const after = rest.trimStart().slice(unit.length).replace(/^[〕\])】*①-⑳\s]+/, "");
  // 新建3个园区: a noun follows, the cell is a sentence.
  if (/^[\u4e00-\u9fff]{2}/.test(after) && !marksAfter.some((entry) => after.startsWith(entry.word)) && !/^(?:全省|全国|目标|约束|预期)/.test(after)) return null;
  const ends = marksAfter.find((entry) => after.startsWith(entry.word))?.comparator;
  const sign = BEFORE.find(([pattern]) => pattern.test(before))?.[1];
  return {
    offset: found.at, printed: words.slice(found.at, end), value: found.value, valueMax: isRange ? far : null, unit: unit.unit,
    comparator: isRange ? "range" : (ends ?? sign ?? "="), bracket: bracketOf(before, rest), says: saysOf(before),
    over: /累计|合计|五年|5年/.test(before) || /^[^\d()]{0,4}\((?:[五5]年)?(?:累计|合计)[数值]?\)/.test(rest) ? "total" : /年均|每年/.test(before) ? "average" : null,
    stretch: /力争|争取/.test(before), mark: /[*★☆▲△※#†①-⑳]/.exec(rest)?.[0] ?? /[*★☆▲△※†①-⑳]/.exec(before)?.[0] ?? null,
  };
}

const spaceAfter = (words: string, at: number): number => (words.charAt(at) === " " ? at + 1 : at);
const bracketOf = (before: string, rest: string): CellNumber["bracket"] =>
  /[〔[【]\D{0,4}$/.test(before) || /^\s*[〕\]】]/.test(rest) ? "square" : /^\s*\($/.test(before) && /^[^()]*\)/.test(rest) ? "round" : null;

export interface IndicatorName {
  indicator: string;
  unit: string;
  growth: boolean;
  change: boolean;
  /** 其中: a part of the indicator above. */
  part: boolean;
  mark: string | null;
  average: boolean;
  /** Where the name begins and ends in the words given. */
  from: number;
}

const UNIT_WORDS = /(?:[元亩人吨米个件户家所项%‰岁年天次度床张辆里顷座台套克升斤分箱倍位瓦时名篇株只头处条种万亿点标升日月斗门]|公里|百分点|标准煤|=100|TEU|\/[^/]{1,6})$/i;
const NO_UNIT = /^(?:含|按|以|不|包|其|当年|可比|现价|PM|GDP|GEP|R&D)/i;
/** 1. (1) ① before the name; a plain figure without a point stays: 3岁以下婴幼儿. */
const NUMBERING = /^(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]\s*(?=\D)|[①-⑳]\s*)/;
const PART = /^(?:其\s?中\s?[:：,，]?|[-—–─·•●]{1,4})\s*/;

/** Indicator as printed in a table: its numbering taken off, the unit in the last brackets (or after a comma) apart. */
export function indicatorOf(words: string): IndicatorName {
  let indicator = words.trim().replace(/^[★▲△*☆●◆]\s*/, "");
  indicator = indicator.replace(NUMBERING, "");
  const part = PART.test(indicator);
  indicator = indicator.replace(PART, "").replace(NUMBERING, "");
  const mark = /\s?([*★☆▲△※†①-⑳])\s*$/.exec(halfWidth(indicator))?.[1] ?? null;
  if (mark !== null) indicator = indicator.replace(/\s?[*＊★☆▲△※†①-⑳]\s*$/, "");
  const { name, unit } = unitApart(indicator);
  indicator = name.replace(/\s?[*＊★☆▲△※†①-⑳¹²³]\s*$/, "");
  const tail = /(?:年均)?(?:(增长|增速|增长率|增长速度|增幅|递增|涨幅|上涨|上涨幅度|上涨率)|(提高|降低|下降|减少|上升|降幅|累计降低|累计下降|提升|增加|削减|下降率|降低率|减少率))(?:幅度)?$/.exec(indicator);
  const named = tail?.[1] === "增长率" ? indicator : indicator.slice(0, tail === null ? undefined : tail.index).trim();
  const short = named.replace(/(?<=.{2})(?:年均|累计)$/, "");
  return {
    indicator: short === "" ? indicator : short, unit, growth: tail?.[1] !== undefined, change: tail?.[2] !== undefined, part, mark,
    average: /年均/.test(indicator), from: Math.max(0, words.indexOf(short === "" ? indicator : short)),
  };
}

function unitApart(printed: string): { name: string; unit: string } {
  const bracket = /\s?[(（[［]([^()（）[\]［］]{1,16})[)）\]］]\s*$/.exec(printed) ?? /[,，]\s?((?:单位[:：]\s?)?[^,，\d]{1,8})$/.exec(printed);
  const inner = bracket?.[1]?.replace(/^单位\s?[:：]/, "").trim() ?? "";
  if (bracket !== null && UNIT_WORDS.test(halfWidth(inner)) && !NO_UNIT.test(inner) && bracket.index > 0) return { name: printed.slice(0, bracket.index).trim(), unit: inner };
  const percent = /(?<=[\u4e00-\u9fff)）])\s?([%％‰])$/.exec(printed);
  return percent?.[1] === undefined ? { name: printed.trim(), unit: "" } : { name: printed.slice(0, percent.index), unit: percent[1] };
}

/** A cell that holds nothing but a unit: （亿元）, %. */
export const isOnlyUnit = (words: string): boolean => {
  const inner = /^[(（]\s?(?:单位[:：])?([^()（）]{1,10})[)）]$/.exec(words.trim())?.[1] ?? "";
  return inner !== "" && UNIT_WORDS.test(halfWidth(inner)) && !/[\u4e00-\u9fff]{5}/.test(inner);
};

/** One unit of a cell that prints several (亿元、%): that of levels, or that of growth. */
export function unitFor(printed: string, growth: boolean): string {
  const units = halfWidth(printed).split(/[、,;]|\/(?=%)/).map((unit) => unit.trim()).filter((unit) => unit !== "" && !/^[-—–/]+$/.test(unit));
  if (units.length < 2) return /^[-—–/\s]*$/.test(printed) ? "" : printed.trim();
  const ratio = units.find((unit) => /^[%‰]$/.test(unit));
  return growth && ratio !== undefined ? ratio : (units.find((unit) => !/^[%‰]$/.test(unit)) ?? units[0] ?? "");
}
