import ExcelJS from "exceljs";
import { Problem, type Place } from "../../../base/errors/problem.ts";
import { type Decided, type Decision, decisionFault, fieldLabel, type Outcome, outcomeNames, outcomes } from "./adoption.ts";
import { printable } from "./archive.ts";
import { readGrids } from "./book.ts";
import { type Grid, noCell } from "./grid.ts";
import type { Opinion } from "./merge.ts";
import type { PrintedTable } from "./paper.ts";
import { bytesOf, heightOf, META_SHEET, newBook, titleOf } from "./sheet.ts";
import { cellOf, type DecompositionTable } from "./table.ts";
import { text } from "./text.ts";

/** Opinions as a workbook to be decided in, and as the table of what became of them (意见采纳情况表). */

const FORMAT = "gangju-opinions/1";
const FIRST = 4;
const CELL_HOLDS = 30_000;

const columns = [
  { label: "序号", width: 6 }, { label: "提出单位", width: 18 }, { label: "原表行号", width: 8 }, { label: "指标/任务", width: 24 }, { label: "栏目", width: 12 }, { label: "原内容", width: 36 },
  { label: "意见建议", width: 36 }, { label: "单位说明", width: 24 }, { label: "采纳情况", width: 10 }, { label: "采纳后内容", width: 30 }, { label: "理由", width: 30 }, { label: "位置", width: 16 },
] as const;
const [OUTCOME, RESULT, REASON, IDENTITY] = [9, 10, 11, 13];

/** An opinion in words: what stood there, what is proposed. */
export function opinionWords(opinion: Opinion): { before: string; proposed: string } {
  if (opinion.kind === "add") return { before: "", proposed: `建议增加：${Object.entries(opinion.cells ?? {}).map(([, words]) => words).join("；")}` };
  if (opinion.kind === "drop") return { before: opinion.before, proposed: "建议删除" };
  if (opinion.kind === "change" && opinion.proposed === "") return { before: opinion.before, proposed: "建议删去此内容" };
  return { before: opinion.before, proposed: opinion.proposed };
}

function wordsOf(table: DecompositionTable, { opinion, decision }: Decided, index: number): string[] {
  const row = opinion.row === null ? undefined : table.rows.find((one) => one.id === opinion.row);
  const { before, proposed } = opinionWords(opinion);
  return [
    String(index + 1), opinion.body, row === undefined ? "" : cellOf(row, "number"), row === undefined ? "" : cellOf(row, "subject"), fieldLabel(table.span, opinion.field), before, proposed, opinion.reason,
    decision === null ? "" : outcomeNames[decision.outcome], decision?.result ?? "", decision?.reason ?? "", opinion.place,
  ];
}

const edge = { style: "thin" as const };
const border = { top: edge, left: edge, bottom: edge, right: edge };

function writeHead(sheet: ExcelJS.Worksheet, title: string, labels: readonly { readonly label: string; readonly width: number }[]): void {
  sheet.mergeCells(1, 1, 1, labels.length);
  Object.assign(sheet.getCell(1, 1), { value: printable(title), font: { name: "黑体", size: 18, bold: true }, alignment: { horizontal: "center", vertical: "middle", wrapText: true } });
  sheet.getRow(1).height = 36;
  labels.forEach(({ label, width }, index) => {
    sheet.getColumn(index + 1).width = width;
    Object.assign(sheet.getCell(FIRST - 1, index + 1), {
      value: label, font: { name: "黑体", size: 11 }, border, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EDF4" } }, alignment: { horizontal: "center", vertical: "middle", wrapText: true },
    });
  });
  sheet.pageSetup = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: `${FIRST - 1}:${FIRST - 1}`, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } };
  sheet.headerFooter.oddFooter = "&C第 &P 页，共 &N 页";
}

function writeRow(sheet: ExcelJS.Worksheet, line: number, words: readonly string[], widths: readonly number[]): void {
  words.forEach((one, at) => {
    const cell = sheet.getCell(line, at + 1);
    const isCount = at === 0 && /^\d+$/.test(one);
    Object.assign(cell, { value: isCount ? Number(one) : printable(one), font: { name: "仿宋", size: 10.5 }, border, alignment: { vertical: "middle", wrapText: true, horizontal: at === 0 ? "center" : "left" } });
  });
  sheet.getRow(line).height = heightOf(words.map((one, at) => ({ words: one, width: widths[at] ?? 10 })));
}

/** The table sent and its opinions, whole, in a sheet that Excel does not show: what is decided needs no other file. */
function writeState(book: ExcelJS.Workbook, table: DecompositionTable, decided: readonly Decided[]): void {
  const sheet = book.addWorksheet(META_SHEET, { state: "veryHidden" });
  const { rows, ...head } = table;
  const lines = [["format", FORMAT], ["head", JSON.stringify(head)], ...rows.map((row) => ["row", JSON.stringify(row)]), ...decided.map(({ opinion }) => ["opinion", JSON.stringify(opinion)])];
  lines.forEach(([name = "", state = ""], index) => {
    sheet.getCell(index + 1, 1).value = name;
    // A cell of Excel holds 32767 letters; what is longer goes on in the next cell.
    for (let at = 0, column = 2; at < state.length; at += CELL_HOLDS, column++) sheet.getCell(index + 1, column).value = `=${state.slice(at, at + CELL_HOLDS)}`;
  });
}

/** Opinions as a workbook with columns to decide in. */
export async function writeOpinions(table: DecompositionTable, decided: readonly Decided[]): Promise<Uint8Array> {
  const book = newBook();
  const sheet = book.addWorksheet("意见汇总", { views: [{ state: "frozen", xSplit: 2, ySplit: FIRST - 1, zoomScale: 90 }] });
  writeHead(sheet, `${titleOf(table)}意见汇总表`, columns);
  sheet.getCell(2, 1).value = "请在“采纳情况”栏选择 采纳、部分采纳 或 不采纳；部分采纳或不采纳须写明理由，部分采纳修改意见的须写明采纳后内容。";
  decided.forEach((one, index) => {
    writeRow(sheet, FIRST + index, wordsOf(table, one, index), columns.map(({ width }) => width));
    sheet.getCell(FIRST + index, OUTCOME).dataValidation = { type: "list", allowBlank: true, formulae: ['"采纳,部分采纳,不采纳"'], showErrorMessage: true };
    sheet.getCell(FIRST + index, IDENTITY).value = one.opinion.id;
  });
  sheet.getCell(FIRST - 1, IDENTITY).value = "意见标识（请勿修改）";
  sheet.getColumn(IDENTITY).hidden = true;
  sheet.autoFilter = { from: { row: FIRST - 1, column: 1 }, to: { row: FIRST - 1 + decided.length, column: IDENTITY } };
  writeState(book, table, decided);
  return await bytesOf(book);
}

const words = (grid: Grid, row: number, column: number): string => grid.rows[row]?.cells[column]?.words ?? "";

function readState(grids: readonly Grid[], name: string): { table: DecompositionTable; opinions: Opinion[] } {
  const refused = (cause?: unknown): Problem => new Problem(422, "no-opinions", text.noOpinions, { values: { name }, cause });
  const grid = grids.find((one) => one.name === META_SHEET);
  if (grid === undefined || words(grid, 0, 0) !== "format" || !words(grid, 0, 1).endsWith(FORMAT)) throw refused();
  const states = (kind: string): unknown[] => grid.rows.flatMap((row) => ((row.cells[0] ?? noCell).words === kind ? [JSON.parse(row.cells.slice(1).map((cell) => cell.words.slice(1)).join("")) as unknown] : []));
  try {
    const [head] = states("head") as Omit<DecompositionTable, "rows">[];
    if (head === undefined) throw refused();
    return { table: { ...head, rows: states("row") as DecompositionTable["rows"] }, opinions: states("opinion") as Opinion[] };
  } catch (cause) {
    throw cause instanceof Problem ? cause : refused(cause);
  }
}

const outcomeOf = (said: string): Outcome | undefined => {
  const plain = said.replace(/\s/g, "");
  return outcomes.find((outcome) => outcomeNames[outcome] === plain) ?? (plain === "未采纳" ? "rejected" : plain === "同意" ? "adopted" : undefined);
};

/** The columns that are decided in, by their labels, wherever they were moved to. */
function decisionColumns(grid: Grid): { from: number; outcome: number; result: number; reason: number } {
  const from = grid.rows.findIndex((row) => row.cells.some((cell) => cell.words === "采纳情况"));
  const at = (label: string, usual: number): number => {
    const found = grid.rows[from]?.cells.findIndex((cell) => cell.words === label) ?? -1;
    return found < 0 ? usual - 1 : found;
  };
  return { from, outcome: at("采纳情况", OUTCOME), result: at("采纳后内容", RESULT), reason: at("理由", REASON) };
}

/** Reads what was decided. @throws Problem with the place of every decision that cannot stand */
export async function readDecisions(bytes: Uint8Array, name: string): Promise<{ table: DecompositionTable; decided: Decided[] }> {
  const grids = await readGrids(bytes, name);
  const { table, opinions } = readState(grids, name);
  const ids = new Set(opinions.map((opinion) => opinion.id));
  const places: Place[] = [];
  const decisions = new Map<string, Decision>();
  for (const grid of grids.filter((one) => one.name !== META_SHEET)) {
    const at = decisionColumns(grid);
    for (const row of grid.rows.slice(at.from + 1)) {
      const id = row.cells.find((cell) => ids.has(cell.words))?.words;
      const said = row.cells[at.outcome]?.words ?? "";
      const opinion = opinions.find((one) => one.id === id);
      if (opinion === undefined || said === "") continue;
      const outcome = outcomeOf(said);
      const place = `${grid.name}!${row.line}`;
      if (outcome === undefined) {
        places.push({ at: place, said: text.outcomeUnknown, values: { value: said } });
        continue;
      }
      const decision = { outcome, result: row.cells[at.result]?.words || null, reason: row.cells[at.reason]?.words ?? "" };
      const fault = decisionFault(opinion, decision);
      if (fault === undefined) decisions.set(opinion.id, decision);
      else places.push({ at: place, said: fault });
    }
  }
  if (places.length > 0) throw new Problem(422, "wrong-decisions", text.wrongDecisions, { values: { name, count: places.length }, places });
  return { table, decided: opinions.map((opinion) => ({ opinion, decision: decisions.get(opinion.id) ?? null })) };
}

/** 意见采纳情况表, as it is printed. */
export function adoptionTable(table: DecompositionTable, decided: readonly Decided[]): PrintedTable {
  const rows = decided.map((one, index) => {
    const [number = "", body = "", at = "", subject = "", field = "", before = "", proposed = ""] = wordsOf(table, one, index);
    const where = at === "" ? "" : `第${at}行 ${subject}${field === "" || before === subject ? "" : `（${field}）`}`;
    const { decision } = one;
    const result = decision?.result ? `\n采纳后：${decision.result}` : "";
    const reason = [decision?.reason ?? "", one.opinion.reason === "" ? "" : `（单位说明：${one.opinion.reason}）`].filter(Boolean).join("\n");
    return [number, body, before === subject ? where : [where, before].filter(Boolean).join("\n"), proposed, decision === null ? "" : `${outcomeNames[decision.outcome]}${result}`, reason];
  });
  const count = (outcome: Outcome): number => decided.filter((one) => one.decision?.outcome === outcome).length;
  const summary = `共 ${decided.length} 条意见：采纳 ${count("adopted")} 条，部分采纳 ${count("partly")} 条，不采纳 ${count("rejected")} 条`;
  return {
    title: `${titleOf(table)}意见采纳情况表`, below: [summary],
    columns: [
      { label: "序号", group: null, width: 6, centred: true }, { label: "提出单位", group: null, width: 16 }, { label: "原内容", group: null, width: 40 }, { label: "意见建议", group: null, width: 36 },
      { label: "采纳情况", group: null, width: 18, centred: true }, { label: "理由", group: null, width: 30 },
    ],
    rows,
  };
}

/** A printed table as a plain workbook. */
export async function writePrintedSheet(printed: PrintedTable): Promise<Uint8Array> {
  const book = newBook();
  const sheet = book.addWorksheet("意见采纳情况表", { views: [{ state: "frozen", ySplit: FIRST - 1 }] });
  writeHead(sheet, printed.title, printed.columns);
  sheet.getCell(2, 1).value = printable(printed.below.join("　"));
  const widths = printed.columns.map((column) => column.width);
  printed.rows.forEach((row, index) => writeRow(sheet, FIRST + index, typeof row === "string" ? [row] : row, widths));
  sheet.autoFilter = { from: { row: FIRST - 1, column: 1 }, to: { row: FIRST - 1 + printed.rows.length, column: printed.columns.length } };
  return await bytesOf(book);
}
