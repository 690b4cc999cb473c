import type { Table, TableCell } from "../formats/source.ts";
import type { Frame } from "./frame.ts";
import { halfWidth } from "./numerals.ts";
import type { Line } from "./lines.ts";
import { type Column, columnOf } from "./table-columns.ts";
import { distinctCells, type Grid, type GridRow, gridOf, transposed } from "./table-grid.ts";
import { cellsByColumn, headAt, isLabel, settle } from "./table-head.ts";
import { readNotes, type Surroundings, surroundingsOf, unitOfTable } from "./table-notes.ts";

/** Tables as they are meant: columns with their meaning, rows below them; pieces of one table joined, halves side by side apart. */

export interface Sheet {
  /** The tables it comes from, in order of the text. */
  tables: Table[];
  columns: Column[];
  rows: SheetRow[];
  around: Surroundings;
  /** No head was found: only the words of the cells say what they are. */
  headless: boolean;
}

export interface SheetRow {
  cells: (TableCell | null)[];
  /** The row over a group of rows: 一、经济发展. */
  category: TableCell | null;
  /** Unit that row names for its group. */
  unit: string;
}

export interface TablesOfDocument {
  tables: readonly Table[];
  lines: readonly Line[];
  frame: Frame;
}

/** No cell was marked as merged, but for lone ones over a whole row. */
const isFlat = (table: Table): boolean => table.rows.every((row) => row.every((cell) => cell.rows <= 1 && (cell.columns <= 1 || row.length === 1)));
const isNote = (words: string): boolean => /^(?:〔补录表注〕|(?:注|备注|说明)\s?(?:\d|[:：①(（]))|^[*①※]\s?\S{4,}/.test(words);
const headWords = (columns: readonly Column[]): string => columns.map((column) => column.words).join("|");

/** Every table of a document as sheets. */
export function sheetsOf({ tables, lines, frame }: TablesOfDocument): Sheet[] {
  const around = surroundingsOf(lines, tables);
  const sheets: Sheet[] = [];
  for (const [index, table] of tables.entries()) {
    const place = around[index];
    if (place === undefined) continue;
    const last = place.follows ? sheets.findLast((sheet) => sheet.tables.at(-1) === tables[index - 1]) : undefined;
    readTable(table, place, frame, last, sheets);
  }
  return sheets.flatMap(apart);
}

interface Reader {
  sheet: Sheet | null;
  category: TableCell | null;
  unit: string;
}

function readTable(table: Table, around: Surroundings, frame: Frame, last: Sheet | undefined, sheets: Sheet[]): void {
  const grid = gridOf(table);
  const flat = isFlat(table);
  const found = readGrid(grid, { table, around, flat, frame, last }, sheets);
  if (found) return;
  const turned = transposed(grid);
  const sheet = acrossTable(turned, frame);
  if (sheet !== null) {
    sheets.push({ ...sheet, tables: [table], around });
    return;
  }
  const columns = Array.from({ length: grid.width }, (): Column => ({ is: "other", words: "", unit: "", figure: null, scope: null }));
  sheets.push({ tables: [table], columns, around, headless: true, rows: grid.rows.map((row) => ({ cells: row.cells, category: null, unit: "" })) });
}

interface Whole {
  table: Table;
  around: Surroundings;
  flat: boolean;
  frame: Frame;
  /** The sheet of the table before, when this one may go on with it. */
  last: Sheet | undefined;
}

/** Reads a grid from the top down; false when it has no head and goes on with none. */
function readGrid(grid: Grid, whole: Whole, sheets: Sheet[]): boolean {
  const { table, around, flat, frame, last } = whole;
  const reader: Reader = { sheet: null, category: null, unit: "" };
  const before: GridRow[] = [];
  for (let index = 0; index < grid.rows.length; index++) {
    const row = grid.rows[index];
    if (row === undefined) continue;
    const head = headAt(grid, index, flat, frame);
    if (head !== null) {
      index += head.depth - 1;
      const known = reader.sheet ?? last;
      if (known !== undefined && headWords(known.columns) === headWords(head.columns)) reader.sheet = goOn(known, table);
      else sheets.push(reader.sheet = { tables: [table], columns: head.columns, rows: [], around, headless: false });
      continue;
    }
    if (reader.sheet === null && last !== undefined && !last.headless && last.columns.length === grid.width && before.length === 0) reader.sheet = goOn(last, table);
    if (reader.sheet === null) before.push(row);
    else addRow(row, reader, reader.sheet, flat);
  }
  if (reader.sheet === null) return false;
  // A title inside the table names its unit.
  for (const row of before) {
    const words = distinctCells(row).map((cell) => cell.words).join(" ");
    around.unit ||= unitOfTable(words);
    around.caption += ` ${words.slice(0, 60)}`;
  }
  return true;
}

function goOn(sheet: Sheet, table: Table): Sheet {
  if (sheet.tables.at(-1) !== table) sheet.tables.push(table);
  return sheet;
}

function addRow(row: GridRow, reader: Reader, sheet: Sheet, flat: boolean): void {
  const filled = distinctCells(row).filter((cell) => cell.words !== "");
  const [lone] = filled;
  if (lone === undefined) return;
  if (filled.some((cell) => isNote(cell.words)) && filled.length <= 2) {
    for (const cell of filled) readNotes(cell.words, sheet.around.notes);
    return;
  }
  if (filled.length === 1 && row.own.includes(lone) && sheet.columns.length > 1 && lone.words.length <= 60 && !/^\d/.test(lone.words)) {
    if (/^[(（]?续/.test(lone.words)) return;
    reader.category = lone;
    reader.unit = unitOfTable(lone.words);
    return;
  }
  const cells = cellsByColumn(row, sheet.columns, flat);
  const above = sheet.rows.at(-1);
  sheet.rows.push({ cells: flat && above !== undefined ? filledFrom(above, cells, sheet.columns) : cells, category: reader.category, unit: reader.unit });
}

const NUMBERED = /^[(（]?\d{1,3}[)）.．、]/;

/** Where merged cells were lost (a paste, lines of text), an empty attribute or category is that of the row above. */
function filledFrom(above: SheetRow, cells: SheetRow["cells"], columns: readonly Column[]): SheetRow["cells"] {
  return cells.map((cell, index) => {
    const is = columns[index]?.is;
    const label = cells[index + 1]?.words ?? "";
    // A group with a number of its own ends where the next numbered row begins.
    const inGroup = is === "group" && label !== "" && !(NUMBERED.test(label) && NUMBERED.test(above.cells[index]?.words ?? ""));
    const shared = is === "attribute" || is === "category" || inGroup;
    return shared && (cell?.words ?? "") === "" ? (above.cells[index] ?? cell) : cell;
  });
}

const REGIONS = /^(?:各?县(?:\(市、?区\)|市区|区)?|区县|市县|各?地区|区域|乡镇(?:\(街道\))?|镇街|镇\(街道\)|行政区|单位)$/;

/** A table whose years (or counties) go down and whose indicators stand at the top; given turned. */
function acrossTable(turned: Grid, frame: Frame): Omit<Sheet, "tables" | "around"> | null {
  const first = turned.rows[0];
  if (first === undefined || turned.rows.length < 2 || turned.width < 2) return null;
  const corner = first.cells[0]?.words ?? "";
  const columns = first.cells.map((cell) => columnOf([cell?.words ?? ""], frame));
  const ofRegions = REGIONS.test(halfWidth(corner).replace(/\s/g, ""));
  if (ofRegions) for (const column of columns) if (/^(?:合计|总计|小计)$/.test(column.words)) Object.assign(column, { is: "region", figure: null });
  const known = columns.filter((column, index) => index > 0 && (ofRegions ? column.is === "region" : column.figure !== null)).length;
  const other = columns.filter((column, index) => index > 0 && column.is === "other").length;
  if (known === 0 || other > 0 || !(ofRegions || /^(?:年份|年度|时间|时期|阶段|指标|项目|规划期|年|)$/.test(corner.replace(/\s/g, "")))) return null;
  const head = columns[0];
  if (head === undefined) return null;
  head.is = "indicator";
  head.figure = null;
  settle(columns);
  return { columns, headless: false, rows: turned.rows.slice(1).map((row) => ({ cells: row.cells, category: null, unit: "" })) };
}

/** Two tables printed side by side under one head (指标 | 2025年 | 指标 | 2025年) are two. */
function apart(sheet: Sheet): Sheet[] {
  const { columns } = sheet;
  const starts = columns.flatMap((column, index) => (isLabel(column) && column.is !== "detail" && column.is !== "group" ? [index] : []));
  const [first, second] = starts;
  if (first === undefined || second === undefined || starts.length > 4) return [sheet];
  const between = starts.every((start, order) => columns.slice(start + 1, starts[order + 1]).some((column) => column.is === "figure"));
  if (!between || starts.some((start) => columns[start]?.words !== columns[first]?.words)) return [sheet];
  // 序号 before the second 指标 belongs to it.
  const cuts = starts.map((start, order) => (order === 0 ? 0 : start - (["ordinal", "category"].includes(columns[start - 1]?.is ?? "") ? 1 : 0)));
  return cuts.map((cut, order) => {
    const end = cuts[order + 1] ?? columns.length;
    return { ...sheet, columns: columns.slice(cut, end), rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.slice(cut, end) })) };
  });
}
