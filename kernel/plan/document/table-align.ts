import type { TableCell } from "../formats/source.ts";
import type { Column } from "./table-columns.ts";
import { halfWidth } from "./numerals.ts";

/** Rows that print fewer cells than their table has columns (shared categories left out, empty cells lost): which cell stands in which column. */

export const isEmptySign = (words: string): boolean => /^[-—–－―/\\～~·.…\s]*$/.test(words) || /^(?:无|暂无|空)$/.test(words);
export const ATTRIBUTE = /^(?:约束|预期|预测|指导|引导|控制)性?(?:指标)?$/;
const UNIT_END = /(?:[元亩人吨米个件户家所项%‰岁年天次度床张辆里顷座台套克升斤分箱倍位瓦时名篇株只煤点标升斗种类处条万亿万]|公里|百分点)$/;

/** Whether a cell reads as a number, with signs and a unit. */
export const isNumberCell = (words: string): boolean =>
  words.length <= 24 && /^(?:[〔[(【<>≥≤=约近±+-]|不?[低高少超]于|不超过|突破|累计|达到?)*\d[\d.,]*\s?/.test(words) && !/^\d{1,3}[.、．)]\s*\D/.test(words);

const isUnitCell = (words: string): boolean => words.length <= 9 && !/\d/.test(words.replace(/PM2\.5|\/10万/i, "")) && (UNIT_END.test(words) || words === "—");

function fit(column: Column, cell: TableCell): number {
  const words = halfWidth(cell.words).trim();
  const empty = isEmptySign(words);
  const number = !empty && isNumberCell(words);
  switch (column.is) {
    case "ordinal": return /^[(（]?\d{1,3}[)）.、]?$/.test(words) ? 2 : empty ? 0 : -3;
    case "category": return number || ATTRIBUTE.test(words) ? -3 : /\d/.test(words) ? -1 : 1;
    case "indicator": case "group": case "name": case "task": return number || ATTRIBUTE.test(words) ? -4 : empty ? -1 : 2;
    case "unit": return isUnitCell(words) ? 3 : empty ? 0 : -3;
    case "attribute": return ATTRIBUTE.test(words) ? 4 : empty ? 1 : -4;
    case "figure": {
      if (ATTRIBUTE.test(words)) return -4;
      if (empty) return 2;
      if (!number) return isUnitCell(words) ? -2 : 0;
      const bracketed = /^[〔[【(]/.test(words);
      return column.figure?.role === "level" ? (bracketed ? 2.5 : 3) : bracketed ? 3.5 : 2.5;
    }
    default: return number ? -0.5 : 0;
  }
}

const skipCost = (column: Column): number => (["category", "ordinal", "group"].includes(column.is) ? 0 : -1);

/** Cells in the order printed, each put into the column it fits best; every column left empty holds null. */
export function aligned(cells: readonly TableCell[], columns: readonly Column[]): (TableCell | null)[] {
  const n = cells.length;
  const m = columns.length;
  if (n >= m) return columns.map((_, index) => cells[index] ?? null);
  const best = Array.from({ length: n + 1 }, () => Array.from({ length: m + 1 }, () => -Infinity));
  const at = (i: number, j: number): number => best[i]?.[j] ?? -Infinity;
  const row = (i: number): number[] => best[i] ?? [];
  for (let j = m; j >= 0; j--) row(n)[j] = j === m ? 0 : at(n, j + 1) + skipCost(columns[j] ?? OTHER);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - (n - i); j >= 0; j--) row(i)[j] = Math.max(matched(i, j), skipped(i, j));
  }
  function matched(i: number, j: number): number {
    const cell = cells[i];
    const column = columns[j];
    return cell === undefined || column === undefined ? -Infinity : fit(column, cell) + at(i + 1, j + 1);
  }
  function skipped(i: number, j: number): number {
    return at(i, j + 1) + skipCost(columns[j] ?? OTHER);
  }
  const out: (TableCell | null)[] = [];
  for (let i = 0, j = 0; j < m; j++) {
    // Where both fit, the cell goes to the right: what is left out is the category, which rows share.
    if (i < n && matched(i, j) > skipped(i, j)) out.push(cells[i++] ?? null);
    else out.push(null);
  }
  return out;
}

const OTHER: Column = { is: "other", words: "", unit: "", figure: null, scope: null };
