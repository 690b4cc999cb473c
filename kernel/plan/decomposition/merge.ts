import { createHash } from "node:crypto";
import { Problem } from "../../../base/errors/problem.ts";
import { readGrids } from "./book.ts";
import { type GridRow, placeOf } from "./grid.ts";
import { IDENTITY, IGNORED, REASON, SAID } from "./headers.ts";
import { bodyOf, cellAt, findLayout, isHeaderAgain, type Layout } from "./layout.ts";
import { type Doubt, matchRows, type ReturnedRow } from "./match.ts";
import { metaOf } from "./sent.ts";
import { cellOf, columnsOf, type DecompositionTable, type Field, type Row } from "./table.ts";
import { type NoticeKind, text } from "./text.ts";
import { same, squeeze } from "./words.ts";

/** What an office proposes, out of the file it sent back. Pure, apart from unpacking the file. */

export interface Opinion {
  readonly id: string;
  readonly body: string;
  readonly file: string;
  /** Identity of the row it speaks of; null for a row to be added and for the table as a whole. */
  readonly row: string | null;
  readonly kind: "change" | "add" | "drop" | "remark";
  readonly field: Field | null;
  readonly before: string;
  readonly proposed: string;
  /** What the office says for it. */
  readonly reason: string;
  /** 任务分解表!G12 */
  readonly place: string;
  /** Of a row to be added: its cells, and the row it stands behind (null: at the head). */
  readonly cells: Readonly<Record<Field, string>> | null;
  readonly after: string | null;
}

export interface MergeNotice {
  readonly kind: NoticeKind;
  readonly place: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Return {
  readonly file: string;
  readonly body: string;
  readonly sha256: string;
  readonly opinions: readonly Opinion[];
  readonly notices: readonly MergeNotice[];
}

/** A returned row with where it stands in its file. */
interface PlacedRow extends ReturnedRow {
  readonly grid: GridRow;
}

interface Reading {
  readonly name: string;
  readonly sent: DecompositionTable;
  readonly layout: Layout;
  readonly columns: ReadonlyMap<Field, number>;
  readonly labels: ReadonlyMap<Field, string>;
  readonly notices: MergeNotice[];
  readonly say: (opinion: Omit<Opinion, "id" | "body" | "file">) => void;
}

/** More missing than this: only a part was sent back. */
const MOST_MISSING = 0.4;

const tell = (reading: Pick<Reading, "notices">, kind: NoticeKind, place: string, values: MergeNotice["values"] = {}): void => {
  reading.notices.push({ kind, place, values });
};

const place = (layout: Layout, line: number, column?: number): string => `${layout.grid.name === "" ? "" : `${layout.grid.name}!`}${column === undefined ? line : placeOf(line, column)}`;

/** A row with words in one cell, or one cell merged across: a title between the rows, or words below the table. */
function isAside(row: GridRow, layout: Layout): boolean {
  const filled = row.cells.flatMap((cell, column) => (cell.words !== "" && layout.fields[column] !== IDENTITY && layout.fields[column] !== IGNORED ? [{ cell, column }] : []));
  const own = filled.filter(({ cell }) => !cell.under);
  if (own.length > 1) return false;
  const field = layout.fields[own[0]?.column ?? -1];
  return filled.length > 1 || (field !== "quote" && field !== "subject");
}

function rowsOf(reading: Reading): PlacedRow[] {
  const { layout, sent, columns } = reading;
  const known = new Set(sent.rows.map((row) => row.id));
  const identity = columns.get(IDENTITY);
  const chapters = new Set(sent.rows.flatMap((row) => cellOf(row, "chapter").split(" / ").map(squeeze)));
  return layout.rows.flatMap((grid): PlacedRow[] => {
    const id = identity === undefined ? "" : cellAt(grid, identity).words;
    if (!known.has(id)) {
      if (isHeaderAgain(grid, layout, sent.span) || grid.cells.every((cell) => cell.words === "")) return [];
      if (isAside(grid, layout)) {
        const words = grid.cells.find((cell) => cell.words !== "")?.words ?? "";
        if (!chapters.has(squeeze(words))) tell(reading, "footnote", place(layout, grid.line), { words: words.slice(0, 200) });
        return [];
      }
    }
    const cells = Object.fromEntries([...columns].filter(([field]) => field !== IDENTITY).map(([field, column]) => [field, cellAt(grid, column).words]));
    // A row emptied of its words but for the identity is a row taken out.
    const isEmptied = columnsOf(sent.span).every(({ field }) => field === "number" || (cells[field] ?? "") === "");
    return isEmptied ? [] : [{ line: grid.line, id: known.has(id) ? id : "", cells, grid }];
  });
}

const isTableField = (field: Field): boolean => ![IDENTITY, IGNORED, SAID, REASON, "number"].includes(field);

/** What stands beside the row's own columns: reasons, opinions in columns of their own, columns that offices added. */
function besides(row: GridRow, layout: Layout): { reason: string; remarks: { words: string; column: number }[] } {
  const reasons: string[] = [];
  const remarks: { words: string; column: number }[] = [];
  row.cells.forEach((cell, column) => {
    const field = layout.fields[column];
    if (cell.words === "" || cell.under) return;
    if (field === REASON) reasons.push(cell.words);
    else if (field === SAID) remarks.push({ words: cell.words, column });
    else if (field === undefined) remarks.push({ words: [layout.labels[column], cell.words].filter(Boolean).join("："), column });
  });
  return { reason: reasons.join("；"), remarks };
}

const joined = (...words: readonly string[]): string => [...new Set(words.filter((one) => one !== ""))].join("；");

const isStruck = (row: PlacedRow, layout: Layout): boolean => {
  const own = row.grid.cells.filter((cell, column) => cell.words !== "" && layout.fields[column] !== undefined && isTableField(layout.fields[column] ?? ""));
  return own.length > 0 && own.every((cell) => cell.struck);
};

/** Compares one row, cell by cell. */
function compareRow(reading: Reading, row: PlacedRow, sent: Row): void {
  const { layout, columns } = reading;
  const { reason, remarks } = besides(row.grid, layout);
  const comments = row.grid.cells.flatMap((cell, column) => (cell.comment === "" || layout.fields[column] === IDENTITY || layout.fields[column] === IGNORED ? [] : [{ column, words: cell.comment }]));
  const base = { row: sent.id, cells: null, after: null };
  const about = cellOf(sent, "subject") || cellOf(sent, "quote");
  if (isStruck(row, layout)) {
    reading.say({ ...base, kind: "drop", field: null, before: about, proposed: "", reason: joined(reason, ...comments.map((one) => one.words)), place: place(layout, row.line) });
    return;
  }
  let said = 0;
  const used = new Set<number>();
  for (const [field, column] of columns) {
    if (!isTableField(field)) continue;
    const cell = cellAt(row.grid, column);
    const at = place(layout, row.line, column);
    if (cell.error !== null) tell(reading, "cell-error", at, { value: cell.error });
    if (cell.under) tell(reading, "merged-across", at);
    const before = cellOf(sent, field);
    const proposed = cell.struck ? "" : cell.words;
    if (cell.error !== null || cell.under || same(field, before, proposed)) continue;
    used.add(column);
    said += 1;
    reading.say({ ...base, kind: field === "note" ? "remark" : "change", field, before, proposed, reason: joined(reason, cell.comment), place: at });
  }
  for (const { words, column } of remarks) {
    said += 1;
    reading.say({ ...base, kind: "remark", field: null, before: about, proposed: words, reason, place: place(layout, row.line, column) });
  }
  for (const { words, column } of comments.filter((one) => !used.has(one.column))) {
    said += 1;
    const field = layout.fields[column];
    const own = field !== undefined && isTableField(field) ? field : null;
    reading.say({ ...base, kind: "remark", field: own, before: own === null ? about : cellOf(sent, own), proposed: words, reason, place: place(layout, row.line, column) });
  }
  // A reason without a change is a remark, so that it is not lost.
  if (said === 0 && reason !== "") reading.say({ ...base, kind: "remark", field: null, before: about, proposed: reason, reason: "", place: place(layout, row.line) });
}

function proposeAdded(reading: Reading, row: PlacedRow, after: string | null): void {
  const { reason, remarks } = besides(row.grid, reading.layout);
  const comments = row.grid.cells.map((cell) => cell.comment);
  const cells = Object.fromEntries(Object.entries(row.cells).filter(([field, words]) => isTableField(field) && words !== ""));
  const proposed = cells["subject"] ?? cells["quote"] ?? Object.values(cells).join(" ");
  reading.say({ row: null, kind: "add", field: null, before: "", proposed, reason: joined(reason, ...remarks.map((one) => one.words), ...comments), place: place(reading.layout, row.line), cells, after });
}

function tellDoubts(reading: Reading, doubts: readonly Doubt[]): void {
  for (const doubt of doubts) {
    const numbers = doubt.rows.map((row) => cellOf(row, "number")).join("、");
    const at = place(reading.layout, doubt.line);
    if (doubt.kind === "ambiguous") tell(reading, "ambiguous", at, { numbers });
    else if (doubt.kind === "twice") tell(reading, "twice", at, { number: numbers, count: doubt.count });
    else tell(reading, "identity-moved", at, { number: numbers });
  }
}

function compareRows(reading: Reading): void {
  const { sent, layout, columns } = reading;
  const rows = rowsOf(reading);
  const matching = matchRows(sent.rows, rows, [...columns.keys()].filter(isTableField));
  if (matching === undefined) throw new Problem(422, "too-different", text.tooDifferent, { values: { name: reading.name } });
  const added = new Set(matching.added);
  let before: string | null = null;
  for (const row of rows) {
    const own = matching.pairs.get(row);
    if (own !== undefined) {
      before = own.id;
      compareRow(reading, row, own);
    } else if (added.has(row)) proposeAdded(reading, row, before);
  }
  tellDoubts(reading, matching.doubts);
  if (matching.missing.length > Math.max(3, MOST_MISSING * sent.rows.length)) {
    tell(reading, "partial", layout.grid.name, { found: matching.pairs.size, all: sent.rows.length });
    return;
  }
  for (const row of matching.missing) {
    reading.say({ row: row.id, kind: "drop", field: null, before: cellOf(row, "subject") || cellOf(row, "quote"), proposed: "", reason: "", place: layout.grid.name, cells: null, after: null });
  }
}

function tellColumns(reading: Reading): void {
  const { layout, columns, labels } = reading;
  const at = layout.grid.name;
  if (!columns.has(IDENTITY)) tell(reading, "no-identity", at);
  for (const [field, label] of labels) if (field !== "number" && !columns.has(field)) tell(reading, "column-missing", at, { label });
  for (const label of layout.doubled) tell(reading, "column-twice", at, { label });
  layout.fields.forEach((field, column) => {
    const label = layout.labels[column] ?? "";
    if (field === undefined && label !== "" && !layout.doubled.includes(label) && layout.rows.some((row) => cellAt(row, column).words !== "")) tell(reading, "column-extra", at, { label });
  });
}

const digest = (...parts: readonly string[]): string => createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 20);

/**
 * Reads a returned file against the table that was sent.
 * @param name its file name, by which the office is known where the file does not say
 * @throws Problem when the file cannot be read, holds no table or is of another table
 */
export async function readReturn(sent: DecompositionTable, bytes: Uint8Array, name: string): Promise<Return> {
  const grids = await readGrids(bytes, name);
  const meta = metaOf(grids);
  if (meta !== undefined && (meta.get("sha256") !== sent.sha256 || Number(meta.get("version")) !== sent.version)) throw new Problem(422, "other-table", text.otherTable, { values: { name } });
  const { layout, others } = findLayout(grids, sent, name, text.noTable);
  const body = bodyOf(layout, name);
  const opinions: Opinion[] = [];
  // The same said twice is two opinions, each with an id of its own.
  const times = new Map<string, number>();
  const columns = new Map<Field, number>();
  layout.fields.forEach((field, column) => {
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  const reading: Reading = {
    name, sent, layout, columns, labels: new Map(columnsOf(sent.span).map(({ field, label }) => [field, label])), notices: [],
    say: (said) => {
      const key = JSON.stringify([said.row, said.field, said.proposed, said.kind]);
      const again = times.get(key) ?? 0;
      times.set(key, again + 1);
      opinions.push({ id: `o${digest(body, said.kind, said.row ?? "", said.field ?? "", said.proposed, JSON.stringify(said.cells), String(again))}`, body, file: name, ...said });
    },
  };
  tellColumns(reading);
  for (const sheet of others) tell(reading, "other-sheet", sheet, { sheet });
  compareRows(reading);
  if (opinions.length === 0) tell(reading, "no-opinions", layout.grid.name);
  return { file: name, body, sha256: createHash("sha256").update(bytes).digest("hex"), opinions, notices: reading.notices };
}
