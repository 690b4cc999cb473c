import { halfWidth } from "../document/numerals.ts";
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
  total: boolean;
  /** 增长5%, 下降3%: the cell itself says that the number is a growth or a change. */
  says: "growth" | "change" | null;
  /** Bears a *: of another year than the column says. */
  starred: boolean;
}

const NUMBER = /(?<![\d.])(-?\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,8})?)(?:\s?[-—–~～至]{1,2}\s?(\d{1,12}(?:\.\d{1,8})?))?/;
const BEFORE: readonly [RegExp, Comparator][] = [
  [/(?:≥|>=|不低于|不少于)\s*$/, ">="], [/(?:≤|<=|不超过|不高于)\s*$/, "<="], [/(?:>|超过|高于|突破|大于)\s*$/, ">"],
  [/(?:<|低于|小于|少于)\s*$/, "<"], [/(?:约|左右)\s*$/, "~"],
];

/** The number of a cell, or null when it prints none (—, words). */
export function numberOfCell(words: string): CellNumber | null {
  const plain = halfWidth(words);
  if (plain.length > 40 || !/^[〔[(【<>≤≥=约不超低高突大小少过于破到降提升控制在至增长幅下减:\s\d.,%*+-]/.test(plain)) return null;
  const match = NUMBER.exec(plain);
  if (match?.[1] === undefined) return null;
  const before = plain.slice(0, match.index);
  const rest = plain.slice(match.index + match[0].length);
  const unit = unitAt(rest.trimStart(), 0, true);
  const after = rest.trimStart().slice(unit.length).replace(/^[〕\])】*\s]+/, "");
  const mark = marksAfter.find((entry) => after.startsWith(entry.word))?.comparator;
  const sign = BEFORE.find(([pattern]) => pattern.test(before))?.[1];
  const valueMax = match[2] === undefined ? null : Number(match[2]);
  return {
    offset: match.index, printed: words.slice(match.index, match.index + match[0].length), value: Number(match[1].replaceAll(",", "")), valueMax,
    comparator: valueMax !== null ? "range" : (mark ?? sign ?? "="), unit: unit.unit, total: /[〔[【]/.test(before), starred: /\*/.test(rest),
    says: /增长|增幅/.test(before) ? "growth" : /(?:下降|降低|减少|提高|提升)(?!到|至)\s*[约>≥<≤]?\s*$/.test(before) ? "change" : null,
  };
}

/** Indicator as printed in a table: its number taken off, the unit in the last brackets apart. */
export function indicatorOf(words: string): { indicator: string; unit: string; growth: boolean; change: boolean } {
  let indicator = words.replace(/^[(（]?\d{1,3}[)）]?\s*[.．、]?\s*(?=\D)/, (number) => (/[.．、)）]/.test(number) ? "" : number)).replace(/^[★▲*]\s*/, "");
  let unit = "";
  const bracket = /[(（]([^()（）]{1,16})[)）]\s*[①-⑳*]*$/.exec(indicator);
  if (bracket?.[1] !== undefined && !/PM|GDP|GEP/i.test(bracket[1])) {
    unit = bracket[1].trim();
    indicator = indicator.slice(0, bracket.index).trim();
  }
  const tail = /(?:年均)?(?:(增长|增速|增长率)|(提高|降低|下降|减少|上升|降幅|累计降低|累计下降|提升|增加))(?:幅度)?$/.exec(indicator);
  const named = tail?.[1] === "增长率" ? indicator : indicator.slice(0, tail === null ? undefined : tail.index).trim();
  return { indicator: named === "" ? indicator : named, unit, growth: tail?.[1] !== undefined, change: tail?.[2] !== undefined };
}
