import type { PlanDocument } from "../document/document.ts";
import { bareWords, type IdGiver } from "../document/ids.ts";
import { clausesAt } from "../document/path.ts";
import type { Clause } from "../document/clause.ts";
import type { Span } from "../document/frame.ts";
import { halfWidth } from "../document/numerals.ts";
import { type Column, yearsOfHead } from "../document/table-columns.ts";
import { type Sheet, type SheetRow, sheetsOf } from "../document/table-sheets.ts";
import type { TableCell } from "../formats/source.ts";
import { moodOfPath } from "./mood.ts";
import { baseOf, basePeriod, isTotal, measureOf, periodOf, type Place, unitOf } from "./table-figures.ts";
import { type FigureCell, firstYearOf, responsibleOf, type Row, rowsOf, shareBetween } from "./table-rows.ts";
import { deadlineOf } from "./table-tasks.ts";
import { readCellSentences, readWords } from "./table-words.ts";
import type { Target } from "./target.ts";

/** Targets of the tables: rows of indicators with their years, averages, totals and attributes; commitments in the cells of other tables. */

export interface TableFigures {
  targets: Target[];
  /** Figures of years before the plan, or told as reached. */
  actuals: Target[];
}

interface Reader {
  document: PlanDocument;
  ids: IdGiver;
  pastIds: IdGiver;
  /** Targets by the cell that prints them: a cell over several rows is one number for all of them. */
  byCell: Map<TableCell, Target>;
  out: TableFigures;
}

const ROW = "row of an indicator table";

/** The line of the text a position stands in, trimmed. */
function lineAround(text: string, start: number, end: number): string {
  const close = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, close === -1 ? text.length : close).trim();
}

/** The line of a figure; where every cell has a line of its own, from the name of the indicator on. */
function quoteOf({ cell }: FigureCell, { label }: Row, text: string): string {
  const line = lineAround(text, cell.start, cell.end);
  const stacked = line === cell.words && label !== null && label.end < cell.start && cell.start - label.end < 200;
  return stacked ? text.slice(label.start, cell.end) : line;
}

type Given = Pick<Target, "at" | "number" | "indicator" | "measure" | "period" | "confidence" | "reasons"> & Partial<Target>;

function targetFrom(given: Given, end: number, reader: Reader, past: boolean): Target {
  const clause = clausesAt(reader.document.outline, given.at).at(-1)?.id ?? null;
  const ids = past ? reader.pastIds : reader.ids;
  const id = ids?.give([clause ?? "", bareWords(given.indicator + (given.scope ?? "")), given.measure, given.period ?? ""].join("/")) ?? "";
  return {
    value: null, value_max: null, unit: "", scope: null, comparator: "=", base: null, reference: null, cumulative: false, attribute: null,
    stretch: false, responsible: [], quote: lineAround(reader.document.text, given.at, end), ...given, id, clause,
  };
}

/** One cell under a year, an average or a total. */
function readFigure(figure: FigureCell, row: Row, place: Place, reader: Reader): void {
  const { cell, number, column } = figure;
  const known = reader.byCell.get(cell);
  if (known !== undefined) {
    if (!known.indicator.split("、").includes(row.name.indicator)) known.indicator += `、${row.name.indicator}`;
    return;
  }
  const past = figure.is !== "goal";
  if (number === null) {
    if (!past) readPhrase(figure, row, place, reader);
    return;
  }
  const unit = unitOf(figure, row, place);
  const measure = measureOf(figure, row, unit, place);
  const at = cell.start + number.offset;
  const target = targetFrom({
    at, number: number.printed, value: number.value, value_max: number.valueMax, stretch: number.stretch, unit, indicator: row.name.indicator, measure, comparator: number.comparator,
    period: figure.is === "base" ? basePeriod(figure, row, place) : periodOf(figure, measure, row, place), base: past ? null : baseOf(row, place), scope: column.scope, cumulative: isTotal(figure, place), attribute: past ? null : row.attribute, responsible: row.responsible,
    confidence: column.figure?.far === true ? 0.85 : 0.95, reasons: /^[Ⅰ-Ⅴ]/.test(number.printed) ? [ROW, "lower is better; the sign is as printed"] : [ROW], quote: quoteOf(figure, row, reader.document.text),
  }, cell.end, reader, past);
  reader.byCell.set(cell, target);
  (past ? reader.out.actuals : reader.out.targets).push(target);
}

/** A cell of words under a year: a relation, a duty from above, or a sentence with numbers of its own. */
function readPhrase(figure: FigureCell, row: Row, place: Place, reader: Reader): void {
  const { cell, column } = figure;
  if (/\d/.test(cell.words.normalize("NFKC")) && readProse(cell, column.figure?.years ?? null, row.name.indicator, row, reader)) return;
  const words = readWords(cell.words);
  if (words === null) return;
  const { measure, comparator, reference, confidence, reason } = words;
  const target = targetFrom({
    at: cell.start, number: "", indicator: row.name.indicator, measure, comparator, reference, confidence, reasons: [ROW, reason],
    period: periodOf(figure, measure, row, place), base: baseOf(row, place), attribute: row.attribute, responsible: row.responsible, scope: column.scope,
    quote: quoteOf(figure, row, reader.document.text),
  }, cell.end, reader, false);
  reader.byCell.set(cell, target);
  reader.out.targets.push(target);
}

/** Commitments in the sentences of a cell; false when it holds none. */
function readProse(cell: TableCell, years: Span | null, named: string, row: Pick<Row, "attribute" | "responsible"> | null, reader: Reader): boolean {
  const { document, out } = reader;
  if (reader.byCell.has(cell)) return true;
  const path = clausesAt(document.outline, cell.start);
  const readings = readCellSentences(document.text, cell, years, row !== null && named === "", moodOfPath(path, document.frame) ?? "forward", document.frame);
  for (const { reading, at, numberEnd, period, past } of readings) {
    if (past && reading.value === null) continue;
    const { measure, comparator, value, valueMax, unit, scope, stretch, total } = reading;
    const target = targetFrom({
      at, number: document.text.slice(at, numberEnd), value, value_max: valueMax, unit, indicator: reading.indicator === "" ? named : reading.indicator, measure, comparator,
      period, scope, stretch, cumulative: total, reference: reading.reference, attribute: row?.attribute ?? null, responsible: [...(row?.responsible ?? [])], confidence: Math.min(0.85, reading.confidence),
      reasons: ["cell of a table", ...reading.reasons],
    }, numberEnd, reader, past);
    (past ? out.actuals : out.targets).push(target);
    reader.byCell.set(cell, target);
  }
  return readings.length > 0;
}

const PROSE: readonly Column["is"][] = ["task", "detail", "other", "figure", "indicator", "name", "group"];
/** Shorter cells hold no sentence. */
const SHORTEST = 6;

/** Tables that measure nothing: tasks, projects, boxes. */
function readWordsOf(sheet: Sheet, reader: Reader): void {
  for (const row of sheet.rows) {
    for (const [index, column] of sheet.columns.entries()) {
      const cell = row.cells[index] ?? null;
      if (cell === null || !PROSE.includes(column.is) || cell.words.length < SHORTEST) continue;
      readProse(cell, column.figure?.years ?? deadlineIn(sheet, row, reader), "", sheet.headless ? null : { attribute: null, responsible: responsibleOf(sheet, row) }, reader);
    }
  }
}

/** Years of the row's own deadline cell. */
function deadlineIn(sheet: Sheet, row: SheetRow, { document: { frame } }: Reader): Span | null {
  const words = row.cells[sheet.columns.findIndex((column) => column.is === "deadline")]?.words ?? "";
  const [from, to] = (words === "" ? null : deadlineOf(words, frame))?.split("/").map(Number) ?? [];
  return from === undefined ? null : { from, to: to ?? from };
}

const measures = (sheet: Sheet): boolean => sheet.columns.some((column) => column.is === "figure");

const isGlossary = (sheet: Sheet, path: readonly Clause[]): boolean =>
  (!measures(sheet) && path.some((clause) => /^名词(?:解释|注释)/.test(clause.title))) || sheet.columns.some((column) => /名词|术语|含义|释义/.test(column.words));

/** The one year of the plan that the line above a table names: 2023年目标任务. */
function captionYears(sheet: Sheet, { span }: PlanDocument["frame"]): Span | null {
  const years = yearsOfHead(halfWidth(sheet.around.caption).replace(/\s/g, ""));
  return years !== null && years.from === years.to && (span === null || years.from >= span.from) ? years : null;
}

/** Every figure of every table. */
function readSheets(reader: Reader): void {
  const { document } = reader;
  const { frame } = document;
  const read = sheetsOf(document).map((sheet) => {
    const start = sheet.tables[0]?.start ?? 0;
    const path = clausesAt(document.outline, start);
    if (isGlossary(sheet, path)) return { sheet, rows: [], review: false };
    // A table in a look back reports what was reached, unless its years say otherwise.
    const ahead = sheet.columns.some(({ figure }) => figure !== null && figure.years !== null && figure.years.to >= (frame.span?.from ?? 0));
    const review = !ahead && moodOfPath(path, frame) === "review";
    return { sheet, rows: measures(sheet) ? rowsOf(sheet, firstYearOf(sheet, frame.span)) : [], review };
  });
  shareHalves(read);
  for (const { sheet, rows, review } of read) {
    const place: Place = { frame, notes: sheet.around.notes, captionYears: captionYears(sheet, frame) };
    for (const row of rows) {
      for (const figure of row.figures) {
        if (review && (figure.column.figure?.years ?? null) === null) continue;
        if (figure.is !== "none") readFigure(figure, row, place, reader);
      }
    }
    if (rows.length === 0 && !isGlossary(sheet, clausesAt(document.outline, sheet.tables[0]?.start ?? 0))) readWordsOf(sheet, reader);
    else readSideWords(sheet, reader);
  }
}

/** Task cells beside figures hold sentences as well. */
function readSideWords(sheet: Sheet, reader: Reader): void {
  for (const [index, column] of sheet.columns.entries()) {
    if (column.is !== "task" && column.is !== "detail") continue;
    for (const row of sheet.rows) {
      const cell = row.cells[index] ?? null;
      if (cell !== null && cell.words.length >= SHORTEST) readProse(cell, deadlineIn(sheet, row, reader), "", null, reader);
    }
  }
}

const MOST_PIECES = 5;

/** Neighbours that name the same indicators are halves of one table. */
function shareHalves(read: readonly { sheet: Sheet; rows: Row[] }[]): void {
  let run: Row[][] = [];
  for (const [index, { sheet, rows }] of read.entries()) {
    const before = read[index - 1];
    const names = new Set(before?.rows.map((row) => row.name.indicator));
    const same = rows.filter((row) => names.has(row.name.indicator)).length;
    const halves = before !== undefined && rows.length > 0 && same * 2 >= rows.length && (sheet.around.follows || sheet.tables[0] === before.sheet.tables[0]);
    if (!halves) run = [];
    run = [...run.slice(-MOST_PIECES), rows];
    if (run.length > 1) shareBetween(run);
  }
}

/**
 * Targets of every table, and the figures reached.
 * @param ids gives ids to targets
 * @param pastIds gives ids to figures reached
 */
export function readTableFigures(document: PlanDocument, ids: IdGiver, pastIds: IdGiver): TableFigures {
  const reader: Reader = { document, ids, pastIds, byCell: new Map(), out: { targets: [], actuals: [] } };
  readSheets(reader);
  return reader.out;
}
