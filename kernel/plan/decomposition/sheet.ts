import ExcelJS from "exceljs";
import { repack, printable } from "./archive.ts";
import { type Column, columnsOf, type DecompositionTable, stageNames } from "./table.ts";

/** The table as a workbook, as offices send it round. Pure: the same table gives the same bytes. */

export interface SheetOptions {
  readonly paper?: "A3" | "A4";
  /** Names offered in the columns of bodies and posts. */
  readonly bodies?: readonly string[];
  readonly posts?: readonly string[];
}

export const META_SHEET = "gangju";
export const FORMAT = "gangju-decomposition/1";
const IDENTITY_LABEL = "行标识（请勿修改）";
const firstRow = 5;

const instructions = [
  "填表说明",
  "1. 请在“任务分解表”工作表里直接修改；每改一处就是一条意见，原表由编制单位保存，不必另外标注。",
  "2. 新增任务：在相应位置插入一行填写。建议删除：删去整行，或给整行加删除线。",
  "3. 修改理由请写成批注（右键“插入批注”），也可以在表的右侧增加“修改理由”一栏。",
  "4. 可以筛选、排序、调整列宽；表头可以改名，列可以移动。最右边隐藏的“行标识”一栏请保留：没有它，只能按原文核对各行。",
  "5. “分管领导（岗位）”只填岗位，不填姓名。",
  "6. 年度目标各栏只填原文写明或本单位提出的数，没有的留空。",
  "7. 标有（建议）的单位系按部门职责拟出，请确认或更正。",
  "8. 请在表格第二行“填报单位”后填写单位全称；交回 .xlsx 文件，不要加密，不要另存为 .xls。",
];

const thin = { style: "thin" as const };
const border = { top: thin, left: thin, bottom: thin, right: thin };

/** Width of words in columns of half width; a Chinese letter takes two. */
const widthOf = (words: string): number => [...words].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

/** Height a row needs for its longest cell; what Excel itself would only work out when it is touched. */
export function heightOf(cells: readonly { readonly words: string; readonly width: number }[]): number {
  const lines = cells.map(({ words, width }) => words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0));
  return Math.min(409, Math.max(1, ...lines) * 15 + 4);
}

/** A number as a number, a day as a day, all else as words. */
function valueOf(field: string, words: string): ExcelJS.CellValue {
  if (words === "") return null;
  const isFigure = field === "number" || field === "total" || /^[yq]\d+$/.test(field);
  if (isFigure && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(words) && String(Number(words)) === words) return Number(words);
  if (field === "deadline" && /^\d{4}-\d{2}-\d{2}$/.test(words)) return new Date(`${words}T00:00:00Z`);
  return printable(words);
}

export const titleOf = (table: DecompositionTable): string => `${table.title}任务分解表${table.stage === "issued" ? "" : `（${stageNames[table.stage]}）`}`;

function setUp(sheet: ExcelJS.Worksheet, paper: "A3" | "A4", headerRows: string): void {
  sheet.pageSetup = {
    paperSize: (paper === "A3" ? 8 : 9) as ExcelJS.PaperSize, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, printTitlesRow: headerRows,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = "&C第 &P 页，共 &N 页";
}

function writeTop(sheet: ExcelJS.Worksheet, table: DecompositionTable, columns: readonly Column[]): void {
  const last = columns.length;
  const middle = Math.ceil(last / 2);
  sheet.mergeCells(1, 1, 1, last);
  Object.assign(sheet.getCell(1, 1), { value: printable(titleOf(table)), font: { name: "黑体", size: 18, bold: true }, alignment: { horizontal: "center", vertical: "middle", wrapText: true } });
  sheet.getRow(1).height = 36;
  const left = table.stage === "consultation" ? "填报单位：" : table.documentNumber === null ? "" : `文号：${table.documentNumber}`;
  const right = [table.issuedOn === null ? "" : `印发日期：${table.issuedOn}`, table.remark].filter(Boolean).join("　");
  sheet.mergeCells(2, 1, 2, middle);
  sheet.mergeCells(2, middle + 1, 2, last);
  Object.assign(sheet.getCell(2, 1), { value: printable(left), font: { name: "仿宋", size: 11 }, alignment: { vertical: "middle" } });
  Object.assign(sheet.getCell(2, middle + 1), { value: printable(right), font: { name: "仿宋", size: 11 }, alignment: { horizontal: "right", vertical: "middle", wrapText: true } });
  sheet.getRow(2).height = 22;
}

function writeHeader(sheet: ExcelJS.Worksheet, columns: readonly Column[]): void {
  columns.forEach((column, index) => {
    const at = index + 1;
    const grouped = column.group !== null;
    if (grouped && columns[index - 1]?.group !== column.group) {
      const to = columns.findLastIndex((other) => other.group === column.group) + 1;
      if (to > at) sheet.mergeCells(3, at, 3, to);
      sheet.getCell(3, at).value = column.group;
    }
    if (!grouped) {
      sheet.getCell(3, at).value = column.label;
      sheet.mergeCells(3, at, 4, at);
    } else sheet.getCell(4, at).value = column.label;
    for (const row of [3, 4]) {
      Object.assign(sheet.getCell(row, at), {
        font: { name: "黑体", size: 11 }, border, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EDF4" } }, alignment: { horizontal: "center", vertical: "middle", wrapText: true },
      });
    }
  });
  sheet.getRow(3).height = 20;
  sheet.getRow(4).height = 20;
  sheet.getCell(4, columns.length + 1).value = IDENTITY_LABEL;
}

const centred = new Set(["number", "attribute", "total", "deadline"]);

function validationOf(field: string, options: SheetOptions): ExcelJS.DataValidation | undefined {
  const offered = (formula: string): ExcelJS.DataValidation => ({ type: "list", allowBlank: true, formulae: [formula], showErrorMessage: false });
  if (field === "attribute") return offered('"约束性,预期性"');
  if (field === "lead" && (options.bodies?.length ?? 0) > 0) return offered(`${META_SHEET}!$D$1:$D$${options.bodies?.length}`);
  if (field === "leader" && (options.posts?.length ?? 0) > 0) return offered(`${META_SHEET}!$E$1:$E$${options.posts?.length}`);
  return undefined;
}

function writeRows(sheet: ExcelJS.Worksheet, table: DecompositionTable, columns: readonly Column[], options: SheetOptions): void {
  table.rows.forEach((row, index) => {
    const line = sheet.getRow(firstRow + index);
    columns.forEach(({ field }, at) => {
      const cell = line.getCell(at + 1);
      const value = valueOf(field, row.cells[field] ?? "");
      cell.value = value;
      Object.assign(cell, {
        font: { name: "仿宋", size: 10.5 }, border,
        alignment: { vertical: "middle", wrapText: true, horizontal: centred.has(field) || /^[yq]\d+$/.test(field) ? "center" : "left" },
      });
      if (value instanceof Date) cell.numFmt = 'yyyy"年"m"月"d"日"';
      const validation = validationOf(field, options);
      if (validation !== undefined) cell.dataValidation = validation;
    });
    line.getCell(columns.length + 1).value = row.id;
    line.height = heightOf(columns.map(({ field, width }) => ({ words: row.cells[field] ?? "", width })));
  });
}

/** What the program must know of a table that comes back: in a sheet that Excel does not show. */
function writeMeta(book: ExcelJS.Workbook, table: DecompositionTable, options: SheetOptions): void {
  const sheet = book.addWorksheet(META_SHEET, { state: "veryHidden" });
  const facts: readonly (readonly [string, string | number])[] = [
    ["format", FORMAT], ["title", table.title], ["sha256", table.sha256], ["version", table.version], ["stage", table.stage], ["document_number", table.documentNumber ?? ""],
    ["issued_on", table.issuedOn ?? ""], ["from", table.span?.[0] ?? ""], ["to", table.span?.[1] ?? ""], ["remark", table.remark], ["rows", table.rows.length],
  ];
  facts.forEach(([name, value], index) => {
    sheet.getCell(index + 1, 1).value = name;
    sheet.getCell(index + 1, 2).value = typeof value === "string" ? printable(value) : value;
  });
  options.bodies?.forEach((name, index) => (sheet.getCell(index + 1, 4).value = printable(name)));
  options.posts?.forEach((name, index) => (sheet.getCell(index + 1, 5).value = printable(name)));
}

/** A book without the hour and the hand that made it. */
export function newBook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  const longAgo = new Date("2000-01-01T00:00:00Z");
  Object.assign(book, { creator: "Gangju", lastModifiedBy: "Gangju", created: longAgo, modified: longAgo });
  return book;
}

export const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> => repack(new Uint8Array(await book.xlsx.writeBuffer()));

export async function writeWorkbook(table: DecompositionTable, options: SheetOptions = {}): Promise<Uint8Array> {
  const book = newBook();
  const columns = columnsOf(table.span);
  const sheet = book.addWorksheet("任务分解表", { views: [{ state: "frozen", xSplit: 1, ySplit: firstRow - 1, zoomScale: 90 }] });
  setUp(sheet, options.paper ?? "A3", "3:4");
  columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width));
  const identity = sheet.getColumn(columns.length + 1);
  identity.width = 16;
  identity.hidden = true;
  writeTop(sheet, table, columns);
  writeHeader(sheet, columns);
  writeRows(sheet, table, columns, options);
  // The hidden column lies within the filter, so that sorting by it takes the identities along.
  sheet.autoFilter = { from: { row: firstRow - 1, column: 1 }, to: { row: Math.max(firstRow - 1, firstRow + table.rows.length - 1), column: columns.length + 1 } };
  const help = book.addWorksheet("填表说明");
  help.getColumn(1).width = 100;
  instructions.forEach((line, index) => Object.assign(help.getCell(index + 1, 1), { value: line, font: { name: index === 0 ? "黑体" : "仿宋", size: index === 0 ? 16 : 12 }, alignment: { wrapText: true, vertical: "top" } }));
  writeMeta(book, table, options);
  return await bytesOf(book);
}
