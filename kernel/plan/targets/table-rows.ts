import type { Column } from "../document/table-columns.ts";
import { ATTRIBUTE, isEmptySign } from "../document/table-align.ts";
import type { Sheet, SheetRow } from "../document/table-sheets.ts";
import type { Span } from "../document/frame.ts";
import { halfWidth } from "../document/numerals.ts";
import type { TableCell } from "../formats/source.ts";
import { type CellNumber, indicatorOf, type IndicatorName, isOnlyUnit, numberOfCell } from "./cells.ts";
import { bodiesOf } from "./table-tasks.ts";
import type { Target } from "./target.ts";

/** Rows of an indicator table: what is measured, in what unit, of what attribute, and the cells of every year. */

export interface FigureCell {
  column: Column;
  cell: TableCell;
  number: CellNumber | null;
  /** To come, reached before the plan, reached within it, or neither. */
  is: "goal" | "base" | "reached" | "none";
}

export interface Row {
  /** The cell that names it. */
  label: TableCell | null;
  name: IndicatorName;
  /** Unit of the row's own, and that of its group or table. */
  unit: string;
  widerUnit: string;
  attribute: Target["attribute"];
  /** Bodies printed beside it, lead first. */
  responsible: string[];
  figures: FigureCell[];
  base: FigureCell | null;
}

/** The first year the plan is for; without a plan's span, the years of the columns tell. */
export function firstYearOf(sheet: Sheet, span: Span | null): number | null {
  if (span !== null) return span.from;
  const years = [...new Set(sheet.columns.flatMap(({ figure }) => (figure === null || figure.years === null || figure.says === "past" ? [] : [figure.years.to])))].sort((a, b) => a - b);
  const [first, second] = years;
  if (first === undefined || second === undefined) return first ?? null;
  const onByOne = years.length > 2 && years.every((year, index) => index === 0 || year - (years[index - 1] ?? 0) === 1);
  return onByOne ? second : (years.at(-1) ?? null);
}

/** 2020年规划目标: what had been planned for the past is no figure reached. */
const PLANNED = /目标|计划[值数]|指标值|规划[值数]|预期/;

function isOf(column: Column, first: number | null): FigureCell["is"] {
  const { figure } = column;
  if (figure === null) return "none";
  const { years, says } = figure;
  if (years === null) return says === "past" ? "base" : "goal";
  if (first !== null && years.to < first) return PLANNED.test(column.words) && says !== "past" ? "none" : "base";
  return says === "past" ? "reached" : "goal";
}

/** Names of categories, which stand where a wider indicator may stand as well. */
const CATEGORY = /(?:发展|驱动|福祉|低碳|生态|保障|安全|民生|环境|文明|结构|开放|协调|共享|创新|资源|质量|效益|富裕|治理|建设|指标|生活|动力|活力|社会|经济|服务|人口|文化|城乡|产业|融合|转型|水平)$/;
const isCategory = (words: string): boolean => CATEGORY.test(words.replace(/[(（].*$/, "").replace(/\s/g, "")) && !/[(（][^)）]*[%元人亩][)）]/.test(words);
/** What says only how the wider indicator is counted. */
const GENERIC = /^(?:总量|绝对值|绝对数|数量|规模|总值|总额|数值)$/;
const GENERIC_GROWTH = /^(?:年均)?(?:增速|增长|增长率|增幅|增长速度)$/;

const labelOf = (columns: readonly Column[]): number => {
  for (const is of ["indicator", "name", "task", "detail", "group"] as const) {
    const index = columns.findLastIndex((column) => column.is === is);
    if (index >= 0) return index;
  }
  return -1;
};

function attributeOf(words: string): Target["attribute"] {
  return /约束/.test(words) ? "binding" : /预期|预测|指导|引导/.test(words) ? "expected" : null;
}

/** A name put together with the wider one it is part of. */
function within(wider: string, name: IndicatorName): IndicatorName {
  const printed = name.indicator;
  if (wider === "" || wider === printed) return name;
  if (printed.includes(wider)) return name;
  if (GENERIC.test(printed)) return { ...name, indicator: wider };
  if (GENERIC_GROWTH.test(printed)) return { ...name, indicator: wider, growth: true };
  return { ...name, indicator: `${wider}——${printed}` };
}

interface Above {
  name: IndicatorName | null;
  unit: string;
  inParts: boolean;
}

function nameOf(sheet: Sheet, row: SheetRow, label: number, above: Above): IndicatorName | null {
  const groups = sheet.columns.flatMap((column, index) => (column.is === "group" && index !== label ? [row.cells[index]?.words ?? ""] : []))
    .filter((words) => words !== "" && !isEmptySign(words) && !isCategory(words) && !/^[(（]?\d{1,3}[)）.．、]?$/.test(words));
  const words = row.cells[label]?.words ?? "";
  const wider = groups.at(-1) ?? "";
  if (words === "" || isEmptySign(words)) return wider === "" ? null : indicatorOf(wider);
  if (isOnlyUnit(words) && above.name !== null) return { ...above.name, unit: indicatorOf(`x${words}`).unit };
  const name = indicatorOf(words);
  if (name.indicator === "" || ATTRIBUTE.test(name.indicator)) return null;
  if (wider !== "" && wider !== words) {
    const whole = indicatorOf(wider);
    return { ...within(whole.indicator, name), unit: name.unit === "" ? whole.unit : name.unit, growth: name.growth || whole.growth, change: name.change || whole.change };
  }
  if (!name.part) return name;
  // 其中：市区 is said of the indicator above it.
  const over = above.name ?? (row.category === null ? null : indicatorOf(row.category.words));
  if (over === null) return name;
  const own = name.indicator.length >= 6 && !GENERIC.test(name.indicator);
  const inherits = name.unit === "" && !name.growth && !name.change;
  const joined = own ? name : within(over.indicator, name);
  return { ...joined, unit: name.unit === "" ? over.unit : name.unit, growth: name.growth || (inherits && over.growth), change: name.change || (inherits && over.change) };
}

function figuresOf(sheet: Sheet, row: SheetRow, first: number | null): FigureCell[] {
  const figures: FigureCell[] = [];
  for (const [index, column] of sheet.columns.entries()) {
    const cell = row.cells[index] ?? null;
    if (column.is !== "figure" || cell === null || isEmptySign(cell.words) || figures.some((known) => known.cell === cell)) continue;
    figures.push({ column, cell, number: numberOfCell(cell.words), is: isOf(column, first) });
  }
  return figures;
}

/** The figure to compare with: the latest level reached, else the latest of any kind. */
function baseOf(figures: readonly FigureCell[]): FigureCell | null {
  const past = figures.filter((figure) => figure.is === "base" && figure.number !== null);
  const levels = past.filter(({ column }) => column.figure?.role === "level" && !column.figure.growth);
  const year = (figure: FigureCell): number => figure.column.figure?.years?.to ?? 9999;
  return (levels.length > 0 ? levels : past).reduce<FigureCell | null>((latest, one) => (latest === null || year(one) >= year(latest) ? one : latest), null);
}

/** Bodies printed in a row, lead first. */
export const responsibleOf = (sheet: Sheet, row: SheetRow): string[] =>
  [...new Set(["lead", "support"].flatMap((is) => sheet.columns.flatMap((column, index) => (column.is === is ? bodiesOf(row.cells[index]?.words ?? "") : []))))];

/** Every row that names an indicator. */
export function rowsOf(sheet: Sheet, first: number | null): Row[] {
  const label = labelOf(sheet.columns);
  const unitAt = sheet.columns.findIndex((column) => column.is === "unit");
  const rows: Row[] = [];
  const above: Above = { name: null, unit: "", inParts: false };
  if (label === -1) return rows;
  for (const row of sheet.rows) {
    const name = nameOf(sheet, row, label, above);
    if (name === null) continue;
    const inCell = row.cells[unitAt]?.words.replace(/^[(（]|[)）]$/g, "") ?? "";
    const unit = halfWidth(inCell !== "" && !isEmptySign(inCell) ? inCell : name.unit);
    // The rows after 其中 that print no unit go on in that of the whole.
    const widerUnit = row.unit !== "" ? row.unit : sheet.around.unit;
    const goesOn = unit === "" && widerUnit === "" && unitAt === -1 && above.inParts;
    above.inParts = name.part || goesOn;
    const attributes = sheet.columns.map((column, index) => (column.is === "attribute" || ATTRIBUTE.test(row.cells[index]?.words ?? "") ? attributeOf(row.cells[index]?.words ?? "") : null));
    const figures = figuresOf(sheet, row, first);
    const attribute = attributes.find((one) => one !== null) ?? attributeOf(row.category?.words ?? "");
    rows.push({ label: row.cells[label] ?? null, name, unit: goesOn ? above.unit : unit, widerUnit, attribute, responsible: responsibleOf(sheet, row), figures, base: baseOf(figures) });
    if (!name.part && !goesOn) above.name = name;
    if (unit !== "") above.unit = unit;
  }
  return rows;
}

/** Halves of a wide table, one below the other, name the same indicators: each tells the other its base, unit and attribute. */
export function shareBetween(tables: readonly Row[][]): void {
  const known = new Map<string, Row>();
  for (const row of tables.flat()) {
    const same = known.get(row.name.indicator);
    if (same === undefined) {
      known.set(row.name.indicator, row);
      continue;
    }
    for (const [from, to] of [[same, row], [row, same]] as const) {
      if (to.unit === "") to.unit = from.unit;
      to.attribute ??= from.attribute;
      to.base ??= from.base;
    }
  }
}
