import type { PlanDocument } from "../document/document.ts";
import { printSpan, yearOf } from "../document/frame.ts";
import { bareWords, type IdGiver } from "../document/ids.ts";
import type { Line } from "../document/lines.ts";
import { halfWidth } from "../document/numerals.ts";
import { cellsOf } from "../document/tables.ts";
import type { TableCell } from "../formats/source.ts";
import { type CellNumber, indicatorOf, numberOfCell } from "./cells.ts";
import type { Measure, Target } from "./target.ts";
import { readUnnumbered } from "./unnumbered.ts";
import { flowNoun } from "./words.ts";

/** Indicator tables: a base year, a target year or an average, an attribute. */

type Column =
  | { is: "indicator" } | { is: "unit" } | { is: "attribute" } | { is: "other" }
  | { is: "year"; year: number } | { is: "average"; words: string };

interface Table {
  columns: Column[];
  rows: { line: Line; cells: TableCell[] }[];
  /** Year of the figures that bear a *. */
  starredYear: number | null;
  unit: string;
}

function columnOf(words: string): Column {
  const plain = halfWidth(words).replace(/\s/g, "");
  if (/属性|指标性质|性质|类型/.test(plain)) return { is: "attribute" };
  if (/^(?:计量)?单位$/.test(plain)) return { is: "unit" };
  if (/年均|累计|年平均|增速|增长/.test(plain) && plain.length < 20) return { is: "average", words: plain };
  const year = yearOf(/(?:19|20)\d{2}/.exec(plain)?.[0] ?? "");
  if (year !== null) return { is: "year", year };
  return /^(?:主要)?(?:指标|指标名称|名称|项目)$/.test(plain) ? { is: "indicator" } : { is: "other" };
}

const isHead = (columns: readonly Column[]): boolean =>
  columns.some((column) => column.is === "indicator") && columns.some((column) => column.is === "year" || column.is === "average");

function tablesOf(document: PlanDocument): Table[] {
  const tables: Table[] = [];
  let table: Table | null = null;
  for (const line of document.lines) {
    if (line.role === "note" && table !== null) {
      const year = /\*\s*(?:号|标)?\s*的?(?:数据)?\s*(?:为|是|指)\s*(\d{4})\s*年/.exec(line.words)?.[1];
      table.starredYear = yearOf(year ?? "") ?? table.starredYear;
    }
    if (line.role !== "table") {
      if (line.role === "heading") table = null;
      continue;
    }
    const cells = cellsOf(line.words, line.start);
    const columns = cells.map((cell) => columnOf(cell.words));
    if (isHead(columns)) {
      table = { columns, rows: [], starredYear: null, unit: "" };
      tables.push(table);
    } else table?.rows.push({ line, cells });
  }
  return tables;
}

interface Row {
  line: Line;
  indicator: ReturnType<typeof indicatorOf>;
  unit: string;
  attribute: Target["attribute"];
  base: { year: number; number: CellNumber } | null;
}

function rowOf(table: Table, row: Table["rows"][number], firstYear: number | null): Row | null {
  // A row may lack the category at its left, which the rows share: count from the right then.
  const shift = row.cells.length - table.columns.length;
  const cellAt = (index: number): TableCell | undefined => row.cells[shift < 0 && index + shift >= 0 ? index + shift : index];
  const found: Row = { line: row.line, indicator: { indicator: "", unit: "", growth: false, change: false }, unit: "", attribute: null, base: null };
  for (const [index, column] of table.columns.entries()) {
    const cell = cellAt(index);
    if (cell === undefined) continue;
    if (column.is === "indicator") found.indicator = indicatorOf(cell.words);
    else if (column.is === "unit") found.unit = cell.words;
    else if (column.is === "attribute") found.attribute = /约束/.test(cell.words) ? "binding" : /预期|预测|指导/.test(cell.words) ? "expected" : null;
    else if (column.is === "year" && firstYear !== null && column.year < firstYear) {
      const number = numberOfCell(cell.words);
      if (number !== null) found.base = { year: column.year, number };
    }
  }
  if (found.unit === "") found.unit = found.indicator.unit;
  return found.indicator.indicator === "" ? null : found;
}

function baseOf(row: Row, table: Table): Target["base"] {
  if (row.base === null) return null;
  const { year, number } = row.base;
  const period = number.total ? `${year - 4}/${year}` : String(number.starred ? (table.starredYear ?? year) : year);
  return { period, value: number.value, unit: number.unit === "" ? row.unit : number.unit };
}

const STOCK = /^每|人均|率|比重|占比|寿命|年限|强度|指数|系数|保有量|蓄积|储量|浓度|水平|能耗|排放|需氧量|氨氮|二氧化硫|氮氧化物/;

function measureOf(row: Row, column: Column, number: CellNumber, unit: string): Measure {
  if (number.says !== null) return number.says;
  if (row.indicator.growth) return "growth";
  if (row.indicator.change) return "change";
  if (column.is === "average" && /增长|增速/.test(column.words) && unit === "%" && row.unit !== "%") return "growth";
  if (column.is === "average" && unit === "%" && row.unit !== "" && row.unit !== "%") return "growth";
  // A five-year total of what is a stock or a rate is the amount by which it moves.
  if (number.total) return STOCK.test(row.indicator.indicator) ? "change" : "flow";
  const { indicator } = row.indicator;
  if (unit === "%" && (flowNoun.test(indicator) || /(?:增加值|生产总值|总产值)$/.test(indicator))) return "growth";
  return /新增|新建|新就业|脱贫/.test(indicator) && unit !== "%" ? "flow" : "level";
}

const firstYearOf = (document: PlanDocument, table: Table): number | null => {
  const span = document.frame.span;
  if (span !== null) return span.from;
  const years = table.columns.flatMap((column) => (column.is === "year" ? [column.year] : []));
  return years.length > 1 ? Math.max(...years) : null;
};

function targetOfCell(row: Row, cell: TableCell, column: Column, table: Table, document: PlanDocument, ids: IdGiver, clause: string | null): Target | null {
  const number = numberOfCell(cell.words);
  const span = document.frame.span;
  const period = column.is === "year" ? String(column.year) : span === null ? null : printSpan(span);
  const common = {
    clause, indicator: row.indicator.indicator, scope: null, period, attribute: row.attribute, stretch: false, responsible: [], quote: row.line.words,
    base: baseOf(row, table),
  };
  const idOf = (measure: string): string => ids.give([clause ?? "", bareWords(row.indicator.indicator), measure, period ?? ""].join("/"));
  if (number !== null) {
    const columnUnit = /[(（]([^()（）]{1,6})[)）]/.exec(column.is === "average" ? column.words : "")?.[1] ?? "";
    const unit = number.unit !== "" ? number.unit : columnUnit !== "" ? columnUnit : row.unit;
    const measure = measureOf(row, column, number, unit);
    return {
      ...common, id: idOf(measure), at: cell.start + number.offset, number: number.printed, value: number.value, value_max: number.valueMax, unit,
      measure, comparator: number.comparator, reference: null, cumulative: number.total, confidence: 0.95, reasons: ["row of an indicator table"],
    };
  }
  const words = halfWidth(cell.words).replace(/\s/g, "");
  const reading = readUnnumbered(`本项指标${words}`)[0];
  const open = /合理区间|视情/.test(words);
  if (reading === undefined && !open) return null;
  const measure = open ? "assigned" : (reading?.measure ?? "relation");
  return {
    ...common, id: idOf(measure), at: cell.start, number: "", value: null, value_max: null, unit: "", measure, comparator: open ? null : (reading?.comparator ?? null),
    reference: open ? null : (reading?.reference ?? null), cumulative: false, confidence: 0.8, reasons: ["row of an indicator table", ...(reading?.reasons ?? [])],
  };
}

/** Targets of every indicator table. `clauseAt` gives the outline node a position stands in. */
export function readTables(document: PlanDocument, ids: IdGiver, clauseAt: (position: number) => string | null): Target[] {
  const targets: Target[] = [];
  for (const table of tablesOf(document)) {
    const firstYear = firstYearOf(document, table);
    for (const raw of table.rows) {
      const row = rowOf(table, raw, firstYear);
      if (row === null) continue;
      const shift = raw.cells.length - table.columns.length;
      for (const [index, column] of table.columns.entries()) {
        const wanted = column.is === "average" || (column.is === "year" && (firstYear === null || column.year >= firstYear));
        const cell = raw.cells[shift < 0 && index + shift >= 0 ? index + shift : index];
        if (!wanted || cell === undefined || cell.words === "") continue;
        const target = targetOfCell(row, cell, column, table, document, ids, clauseAt(cell.start));
        if (target !== null) targets.push(target);
      }
    }
  }
  return targets;
}
