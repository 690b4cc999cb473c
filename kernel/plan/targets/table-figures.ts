import { type Frame, printSpan, type Span } from "../document/frame.ts";
import type { Notes } from "../document/table-notes.ts";
import { type CellNumber, unitFor } from "./cells.ts";
import type { FigureCell, Row } from "./table-rows.ts";
import type { Measure, Target } from "./target.ts";
import { periodUnder } from "./times.ts";
import { flowNoun } from "./words.ts";

/** What the number of a cell says: unit, measure, period, whether it is a total. */

const STOCK = /^每|人均|率|比重|占比|比例|寿命|年限|强度|指数|系数|保有量|蓄积|储量|浓度|水平|能耗|排放|需氧量|氨氮|二氧化硫|氮氧化物|倍差|之比/;
const GROWS = /(?:增加值|生产总值|总产值|收入|投资|零售总额|进出口)$/;

/** Names that open with what is done: 改造危房, 培训农民. */
const DELIVERED = /^(?:改造|改扩建|改建|扩建|治理|建成(?!区)|建设(?!用地)|创建|培训|培育|引进|修复|整治|淘汰|转移|解决|完成|打造|实施|安置|搬迁|新改|新开|新培|新引|新创|新认|造林|营造)/;
const STATE = /(?:率|比重|比例|占比|水平|指数|系数|总量|规模|能力|强度|保有量|总数|总额|收入)$/;

/** What all readings of one row need. */
export interface Place {
  frame: Frame;
  notes: Notes;
  /** Year that the line above the table names. */
  captionYears: Span | null;
}

const isSquare = (number: CellNumber, { notes }: Place): boolean =>
  number.bracket === "square" ? notes.brackets !== "average" && notes.bracketYear === null : number.bracket === "round" && notes.round;

export function isTotal(figure: FigureCell, place: Place): boolean {
  const { number, column } = figure;
  if (number === null || number.over === "average") return false;
  return isSquare(number, place) || number.over === "total" || (column.figure?.role === "total" && !column.figure.growth);
}

const isRatio = (unit: string): boolean => /^[%％‰]$/.test(unit);

/** 年均 beside levels: a small number without a unit is how fast they grow. */
function readsAsGrowth({ number, column }: FigureCell, row: Row): boolean {
  const { figure } = column;
  if (figure === null || number === null || (figure.role !== "average" && figure.role !== "either")) return false;
  const unit = row.unit === "" ? row.widerUnit : row.unit;
  if (unit === "" || isRatio(unit) || /^(?:岁|年|个?百分点)$/.test(unit)) return false;
  return row.figures.some((other) => other.number !== null && other.column.figure?.role === "level" && other.number.value > 5 * number.value);
}

export function unitOf(figure: FigureCell, row: Row, place: Place): string {
  const { number, column } = figure;
  if (number === null || number.says === "multiple") return "";
  if (number.unit !== "") return number.unit;
  const inferred = row.unit === "" ? row.widerUnit : row.unit;
  const grows = column.figure?.growth === true && !isTotal(figure, place);
  if (grows || (column.figure?.role === "average" && column.unit !== "")) {
    if (column.unit !== "") return column.unit;
    if (/^(?:岁|年)$/.test(row.unit) || /百分点$/.test(row.unit)) return row.unit;
    return unitFor(row.unit, true) === "‰" ? "‰" : "%";
  }
  if (readsAsGrowth(figure, row) && !isTotal(figure, place)) return "%";
  if (column.figure?.role === "either" && column.unit !== "" && number.bracket === null) return column.unit;
  const own = unitFor(row.unit, false);
  return own !== "" ? own : column.unit !== "" ? column.unit : unitFor(inferred, false);
}

/** Whether a total is what lies between the base and the level to be reached. */
function isDifference(figure: FigureCell, row: Row): boolean {
  const base = row.base?.number?.value;
  const total = figure.number?.value;
  if (base === undefined || total === undefined) return false;
  return row.figures.some((other) => other !== figure && other.is === "goal" && other.column.figure?.role === "level"
    && Math.abs(Math.abs((other.number?.value ?? NaN) - base) - total) <= total * 0.02);
}

export function measureOf(figure: FigureCell, row: Row, unit: string, place: Place): Measure {
  const { number, column } = figure;
  const { name } = row;
  if (number !== null && number.says !== null) return number.says;
  if (name.growth) return "growth";
  if (name.change) return "change";
  const rowUnit = row.unit === "" ? row.widerUnit : row.unit;
  if (isTotal(figure, place)) return STOCK.test(name.indicator) || isRatio(unit) || isDifference(figure, row) ? "change" : "flow";
  if (/百分点$/.test(unit)) return "change";
  if (column.figure?.growth === true) return isRatio(unit) && (!isRatio(rowUnit) || GROWS.test(name.indicator)) ? "growth" : "change";
  if (column.figure?.role !== "level" && isRatio(unit) && rowUnit !== "" && !isRatio(unitFor(rowUnit, false))) return "growth";
  if (isRatio(unit) && (flowNoun.test(name.indicator) || GROWS.test(name.indicator)) && !/占/.test(name.indicator)) return "growth";
  return !isRatio(unit) && (/新增|新建|新就业|脱贫/.test(name.indicator) || (DELIVERED.test(name.indicator) && !STATE.test(name.indicator))) ? "flow" : "level";
}

/** When it is due, or of when it is. */
export function periodOf(figure: FigureCell, measure: Measure, row: Row, place: Place): string | null {
  const { column, number } = figure;
  const { frame } = place;
  const years = column.figure?.years ?? (column.figure?.role === "level" && column.figure.far === false ? place.captionYears : null);
  const total = isTotal(figure, place);
  const role = column.figure?.role ?? "level";
  const over = role !== "level" || total || number?.over === "average" || number?.bracket === "square";
  if (years === null && over) return frame.span === null ? null : printSpan(frame.span);
  if (years !== null && years.from !== years.to) {
    return periodUnder({ start: 0, end: 0, kind: "span", span: years }, { measure, average: over, total: over && measure !== "level" }, frame);
  }
  const average = over || (row.name.average && measure === "growth");
  if (years !== null && average && figure.is === "base") return total ? `${years.to - 4}/${years.to}` : String(years.to);
  if (years !== null && average && frame.span !== null && frame.span.from < years.to && years.to - frame.span.from < 10) return printSpan({ from: frame.span.from, to: years.to });
  return years === null ? periodUnder(null, { measure, average, total }, frame) : String(years.to);
}

/** The figure to compare with; * or a note says of which year it is. */
export function baseOf(row: Row, place: Place): Target["base"] {
  const { base } = row;
  if (base === null || base.number === null) return null;
  return { period: basePeriod(base, row, place), value: base.number.value, unit: unitOf(base, row, place) };
}

export function basePeriod(base: FigureCell, row: Row, place: Place): string | null {
  const { notes, frame } = place;
  const years = base.column.figure?.years ?? (frame.span === null ? null : { from: frame.span.from - 1, to: frame.span.from - 1 });
  if (years === null || base.number === null) return null;
  if (base.number.bracket === "square" && notes.bracketYear !== null) return String(notes.bracketYear);
  const marked = notes.years.get(base.number.mark ?? "") ?? (base.number.mark === null ? notes.years.get(row.name.mark ?? "") : undefined);
  if (marked !== undefined) return String(marked);
  if (isTotal(base, place) && years.from === years.to) return `${years.to - 4}/${years.to}`;
  // “十四五”实际 of a level is its state at the end.
  const grows = row.name.growth || row.name.change || base.column.figure?.growth === true || base.column.figure?.role !== "level";
  return grows ? printSpan(years) : String(years.to);
}
