import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { Problem } from "../../../base/errors/problem.ts";
import { decodeText } from "../../../base/files/decode.ts";
import { type Grid, type GridCell, type GridRow, noCell } from "./grid.ts";
import { lightened } from "./lighten.ts";
import { text } from "./text.ts";

/** Reads what offices send: .xlsx as Excel, WPS and LibreOffice write it, and .csv. */

const LARGEST_FILE = 12 * 2 ** 20;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

const refused = (status: number, code: string, said: (typeof text)[keyof typeof text], name: string, values: object = {}): Problem => new Problem(status, code, said, { values: { name, ...values } });

const beginsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, index) => bytes[index] === byte);

/** An Excel file with a password is an old-style container with a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  const wide = [...("EncryptedPackage")].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wide));
}

/** @throws Problem when the file is no workbook that can be read */
export async function readGrids(bytes: Uint8Array, name: string): Promise<Grid[]> {
  if (bytes.length > LARGEST_FILE) throw refused(413, "file-too-large", text.fileTooLarge, name, { limit: LARGEST_FILE / 2 ** 20 });
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw isEncrypted(bytes) ? refused(422, "encrypted", text.encrypted, name) : refused(422, "old-format", text.oldFormat, name);
  if (beginsWith(bytes, 0x50, 0x4b)) return await readXlsx(bytes, name);
  if (/\.csv$/i.test(name)) return readCsv(bytes, name);
  if (/\.(?:xls|et)$/i.test(name)) throw refused(422, "old-format", text.oldFormat, name);
  throw refused(422, /\.xlsx$/i.test(name) ? "damaged-workbook" : "other-format", /\.xlsx$/i.test(name) ? text.damaged : text.otherFormat, name);
}

async function readXlsx(bytes: Uint8Array, name: string): Promise<Grid[]> {
  const light = lightened(bytes, name);
  const book = new ExcelJS.Workbook();
  try {
    // exceljs types its own Buffer; a view of the same bytes serves.
    await book.xlsx.load(Buffer.from(light) as unknown as ExcelJS.Buffer);
  } catch (cause) {
    throw new Problem(422, "damaged-workbook", text.damaged, { values: { name }, cause });
  }
  return book.worksheets.map((sheet) => gridOf(sheet, name));
}

function gridOf(sheet: ExcelJS.Worksheet, name: string): Grid {
  const rows: GridRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: GridCell[] = Array.from({ length: Math.min(row.cellCount, MOST_COLUMNS) }, () => noCell);
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column <= MOST_COLUMNS) cells[column - 1] = cellOf(cell);
    });
    while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
    if (cells.length > 0) rows.push({ line, cells });
    if (rows.length > MOST_ROWS) throw refused(413, "too-many-rows", text.tooManyRows, name, { limit: MOST_ROWS });
  });
  return { name: sheet.name, hidden: sheet.state !== "visible", rows };
}

const isBlank = (cell: GridCell | undefined): boolean => cell === undefined || (cell.words === "" && cell.comment === "" && cell.error === null);

function cellOf(cell: ExcelJS.Cell): GridCell {
  // Under a merged cell exceljs gives the master's value; one that began further left belongs to another column.
  const under = cell.isMerged && Number(cell.master.col) < Number(cell.col);
  const { words, error } = wordsOf(cell.value, cell.numFmt);
  const note = cell.isMerged && cell.master !== cell ? undefined : cell.note;
  const comment = note === undefined ? "" : typeof note === "string" ? note : (note.texts ?? []).map((one) => one.text).join("");
  return { words, comment: commentWords(comment), struck: words !== "" && cell.font?.strike === true, under, error };
}

/** Excel puts the writer's name on a line of its own before a comment. */
const commentWords = (comment: string): string => comment.replace(/^[^\n:：]{1,30}[:：]\s*\n/, "").trim();

const figure = (value: number): string => String(Number(value.toPrecision(12)));

/** A day; where the cell shows no day (2025年6月, which Excel keeps as the first of the month), the month. */
function dayWords(value: Date, format: string | undefined): string {
  if (Number.isNaN(value.getTime())) return "";
  // A serial number is not exact to the millisecond.
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const shown = (format ?? "d").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return /d/i.test(shown) ? iso.slice(0, 10) : `${iso.slice(0, 4)}年${Number(iso.slice(5, 7))}月`;
}

function wordsOf(value: ExcelJS.CellValue, format: string | undefined): { words: string; error: string | null } {
  const plain = (words: string): { words: string; error: null } => ({ words: words.replace(/\r\n?/g, "\n").trim(), error: null });
  if (value === null || value === undefined) return plain("");
  if (value instanceof Date) return plain(dayWords(value, format));
  if (typeof value === "number") return plain(/%/.test(format ?? "") ? `${figure(value * 100)}%` : figure(value));
  if (typeof value !== "object") return plain(String(value));
  if ("error" in value) return { words: "", error: String(value.error) };
  // Words struck through are words taken out.
  if ("richText" in value) return plain(value.richText.filter((run) => run.font?.strike !== true).map((run) => run.text).join(""));
  if ("text" in value) return wordsOf(value.text as ExcelJS.CellValue, format);
  if ("formula" in value || "sharedFormula" in value) return wordsOf((value.result ?? null) as ExcelJS.CellValue, format);
  return plain("");
}

function readCsv(bytes: Uint8Array, name: string): Grid[] {
  const decoded = decodeText(bytes);
  if (decoded === undefined) throw refused(422, "not-text", text.notText, name);
  const [head = ""] = decoded.text.split("\n", 1);
  const delimiter = [",", "\t", ";"].find((sign) => head.includes(sign)) ?? ",";
  let records: string[][];
  try {
    records = parse(decoded.text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: MOST_ROWS + 1 }) as string[][];
  } catch (cause) {
    throw new Problem(422, "damaged-workbook", text.damaged, { values: { name }, cause });
  }
  if (records.length > MOST_ROWS) throw refused(413, "too-many-rows", text.tooManyRows, name, { limit: MOST_ROWS });
  const rows = records.flatMap((record, index) => {
    const cells = record.slice(0, MOST_COLUMNS).map((words) => ({ ...noCell, words: words.trim() }));
    while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
    return cells.length === 0 ? [] : [{ line: index + 1, cells }];
  });
  return [{ name: "", hidden: false, rows }];
}
