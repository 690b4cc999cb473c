import { aligned, isEmptySign, isNumberCell } from "./table-align.ts";
import { type Column, columnOf, type Years } from "./table-columns.ts";
import { distinctCells, type Grid, type GridRow, usualCount } from "./table-grid.ts";

/** The head of a table: its one to four lines, and what each column below them holds. */

export interface Head {
  columns: Column[];
  /** Rows it takes. */
  depth: number;
}

const LONGEST_HEAD = 40;
const DEEPEST = 4;
const LABELS: readonly string[] = ["indicator", "name", "task", "detail", "group"];

export const isLabel = (column: Column): boolean => LABELS.includes(column.is);

const isUnitWords = (words: string): boolean => /^[(（]?(?:单位[:：])?[^\d()（）]{1,8}[)）]?$/.test(words) && /[元%％‰人吨亩个米家户件时瓦岁年][)）]?$/.test(words);

/** A figure, and no year: such a row is no head. Spares the closer look at most rows. */
const AMOUNT = /^[〔[(（<>≥≤＜＞*]{0,3}\s?-?\d[\d.,]{0,14}\s?[%％]?[〕\])）*]{0,3}$/;
const YEAR_ONLY = /^(?:19|20)\d{2}$/;
const HINT = /指标|项目|名称|工程|内容|目标|品种|任务|工作|事项|规模|措施|举措|要求|建设|年/;

/** Whether the cells of a row read as the first line of a head. */
function opensHead(row: GridRow, years: Years): boolean {
  const cells = distinctCells(row).filter((cell) => cell.words !== "");
  if (cells.length < 2 || cells.some((cell) => cell.words.length > LONGEST_HEAD)) return false;
  if (cells.some(({ words }) => AMOUNT.test(words) && !YEAR_ONLY.test(words)) || !cells.some(({ words }) => HINT.test(words))) return false;
  const columns = cells.map((cell) => columnOf([cell.words], years));
  const known = columns.filter((column) => column.is !== "other");
  if (columns.some((column, index) => column.is === "other" && isNumberCell(cells[index]?.words ?? ""))) return false;
  if (known.some(isLabel)) return known.length >= 2 && known.length * 3 >= cells.length;
  // 2015 | 2020 may be amounts: years say so.
  const dated = columns.filter((column) => (column.figure?.years ?? null) !== null && /年|五/.test(column.words)).length;
  // An empty corner, or a first column with a name of its own, and years beside it.
  const cornerEmpty = row.cells[0]?.words === "";
  const figures = columns.filter((column) => column.figure !== null).length;
  return dated >= 2 && figures + 1 >= cells.length && (cornerEmpty || columns[0]?.figure === null);
}

/** Whether the cells a row adds go on with a head: 目标值 | 年均增长, (亿元) | (%). */
function goesOn(row: GridRow, years: Years): boolean {
  const own = row.own.filter((cell) => cell.words !== "");
  return own.length > 0 && own.every((cell) => {
    if (cell.words.length > LONGEST_HEAD || isEmptySign(cell.words)) return false;
    const { is, figure } = columnOf([cell.words], years);
    return is === "figure" || is === "unit" || is === "attribute" || isUnitWords(cell.words) || (figure === null && ["lead", "support"].includes(is));
  });
}

const reachesInto = (above: GridRow, row: GridRow): boolean =>
  row.cells.some((cell, index) => cell !== null && cell === above.cells[index] && cell.words !== "");

/**
 * Lines of a flattened head, brought to one width: a second line that prints only what stands under some cells
 * (2025年 | 年均增长 under “十四五”目标) pushes these apart; empty cells of the first line go on to the right.
 */
function spread(lines: readonly GridRow[], width: number): string[][] {
  const first = (lines[0]?.own ?? []).map((cell) => cell.words);
  const below = lines.slice(1).map((row) => row.own.map((cell) => cell.words));
  let tops: string[] = first;
  const short = below[0];
  if (short !== undefined && short.length < width && first.length < width) {
    const groups = groupsOf(first, short.length, width);
    if (groups !== null) {
      const each = short.length / groups.length;
      const spreadOver = (words: string, index: number): string[] => (groups.includes(index) ? Array.from({ length: each }, () => words) : [words]);
      tops = first.flatMap(spreadOver);
      let next = 0;
      below[0] = first.flatMap((_, index) => (groups.includes(index) ? short.slice(next, next += each) : [""]));
    }
  }
  for (let index = 1; index < tops.length; index++) {
    if (tops[index] === "" && below.some((row) => (row[index] ?? "") !== "")) tops[index] = tops[index - 1] ?? "";
  }
  return Array.from({ length: width }, (_, column) => [tops, ...below].map((row) => row[column] ?? ""));
}

/** Which cells of the first line the cells of the second stand under; null when the counts do not say. */
function groupsOf(first: readonly string[], count: number, width: number): number[] | null {
  const parents = first.length + count - width;
  if (parents < 1 || count % parents !== 0) return null;
  const figures = first.flatMap((words, index) => (columnOf([words], { year: null, outlook: null }).is === "figure" ? [index] : []));
  if (figures.length === parents) return figures;
  const wide = figures.filter((index) => !/(?:19|20)\d{2}/.test(first[index] ?? ""));
  return wide.length === parents ? wide : figures.length > parents ? figures.slice(-parents) : null;
}

/** The head that begins in a row, or null. */
export function headAt(grid: Grid, from: number, flat: boolean, years: Years): Head | null {
  const first = grid.rows[from];
  if (first === undefined || !opensHead(first, years)) return null;
  const lines = [first];
  for (let next = grid.rows[from + 1]; next !== undefined && lines.length < DEEPEST; next = grid.rows[from + lines.length]) {
    const above = lines.at(-1);
    if (above === undefined || !(reachesInto(above, next) || goesOn(next, years))) break;
    lines.push(next);
  }
  const body = grid.rows.slice(from + lines.length, from + lines.length + 60);
  const width = flat && lines.length > 1 ? Math.max(usualCount(body), first.own.length) : grid.width;
  const heads = flat && lines.length > 1
    ? spread(lines, Math.min(width, grid.width))
    : Array.from({ length: grid.width }, (_, column) => lines.map((row) => row.cells[column]?.words ?? ""));
  const columns = heads.map((column) => columnOf(column, years));
  settle(columns);
  return { columns: flat ? withGroup(columns, first.own.length) : columns, depth: lines.length };
}

/** Some rows print one cell more than the head: the wider indicator, before the one that is part of it. */
function withGroup(columns: Column[], headed: number): Column[] {
  const label = columns.findIndex((column) => column.is === "indicator");
  const extra = columns.length === headed + 1 && columns.at(-1)?.words === "";
  if (!extra || label === -1 || columns.some((column) => column.is === "group")) return columns;
  return [...columns.slice(0, label), { is: "group", words: "", unit: "", figure: null, scope: null }, ...columns.slice(label, -1)];
}

/** What one column is because of the others. */
export function settle(columns: readonly Column[]): void {
  const has = (is: Column["is"]): boolean => columns.some((column) => column.is === is);
  const figureAt = columns.findIndex((column) => column.is === "figure");
  if (figureAt > 0 && !columns.some(isLabel)) {
    const last = columns.slice(0, figureAt).findLast((column) => column.is === "other" || column.is === "category");
    if (last !== undefined) last.is = "indicator";
  }
  // A column for each county: what each is to reach.
  const regions = columns.filter((column) => column.is === "region");
  for (const column of regions) {
    const measured = figureAt === -1 && regions.length > 1 && has("indicator");
    column.is = measured ? "figure" : "other";
    if (measured) column.figure = { years: null, role: "level", growth: false, says: "goal", far: false };
  }
  for (const [index, column] of columns.entries()) {
    // 指标 over two columns, or 二级指标 beside 三级指标: the left one groups the right one.
    if (column.is === "indicator" && columns[index + 1]?.is === "indicator") column.is = "group";
  }
  // 单位 beside tasks, where nothing is measured, is who does them.
  if (figureAt === -1 && !has("lead") && !has("indicator")) for (const column of columns) if (column.is === "unit") column.is = "lead";
}

/** Cells of a row by column: as the grid has them, or put where they fit when some are missing. */
export function cellsByColumn(row: GridRow, columns: readonly Column[], flat: boolean): GridRow["cells"] {
  return flat && row.own.length < columns.length ? aligned(row.own, columns) : row.cells;
}
