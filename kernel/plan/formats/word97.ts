import { CellSink, type Paragraph, type RawCell, TextSink } from "./office-sink.ts";
import { PlanRefused } from "./refusal.ts";
import type { Progress, SourceText } from "./source.ts";
import { type Paragraph97, Paragraphs97 } from "./word97-paragraphs.ts";
import { type Fib, fibOf } from "./word97-pieces.ts";
import { openStorage, type Storage } from "./word97-storage.ts";

/** Files of Word 97 to 2003 (.doc), and those of Kingsoft Writer (.wps), which are the same inside. */

const FORMAT = "DOC";
const WORD_97 = 0x00c1;
const IDENTIFIER = 0xa5ec;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const TABLE_DEFINITION = 0xd608;
/** Edges of cells this near are one: a third of a millimetre, in twentieths of a point. */
const NEAR = 20;

/** Other things that come as a compound file, known by a stream that each has. */
const OTHERS: readonly { stream: string; refusal: () => PlanRefused }[] = [
  { stream: "EncryptedPackage", refusal: () => new PlanRefused("encrypted", { format: "DOCX" }) },
  { stream: "Workbook", refusal: () => new PlanRefused("spreadsheet") },
  { stream: "Book", refusal: () => new PlanRefused("spreadsheet") },
  { stream: "PowerPoint Document", refusal: () => new PlanRefused("presentation") },
];

function fibIn(storage: Storage): Fib {
  const stream = storage.stream("WordDocument");
  if (stream === undefined) {
    throw OTHERS.find((other) => storage.names.includes(other.stream))?.refusal() ?? new PlanRefused("works", { format: storage.names.includes("CONTENTS") ? "Works" : "OLE" });
  }
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const [identifier, version, flags] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint16(0x0a, true)];
  if (identifier !== IDENTIFIER || version < WORD_97) throw new PlanRefused("old-word", { format: identifier === IDENTIFIER || identifier === 0xa5dc ? "Word 6/95" : "Word" });
  if ((flags & ENCRYPTED) !== 0) throw new PlanRefused("encrypted", { format: FORMAT });
  const table = storage.stream((flags & SECOND_TABLE) === 0 ? "0Table" : "1Table");
  if (table === undefined) throw new PlanRefused("damaged", { format: FORMAT });
  return fibOf(stream, table);
}

interface Cell97 {
  paragraphs: Paragraph97[];
}

interface Row97 {
  cells: Cell97[];
  /** Edges of the cells from left to right, and how each is merged; empty where the file does not say. */
  edges: number[];
  merges: { left: boolean; above: boolean }[];
}

/** Row as its last mark defines it. */
function definitionOf(view: DataView, at: number | undefined): Pick<Row97, "edges" | "merges"> {
  if (at === undefined) return { edges: [], merges: [] };
  const count = view.getUint8(at + 2);
  const edges = Array.from({ length: count + 1 }, (_, index) => view.getInt16(at + 3 + 2 * index, true));
  const end = at + 2 + view.getUint16(at, true) - 1;
  const merges = Array.from({ length: count }, (_, index) => {
    const cell = at + 3 + 2 * (count + 1) + 20 * index;
    const flags = cell + 2 > end ? 0 : view.getUint16(cell, true);
    return { left: (flags & 2) !== 0, above: (flags & 0x60) === 0x20 };
  });
  return { edges, merges };
}

/** Sends paragraphs on, and puts those of tables together. */
class Reader97 {
  readonly #sink: TextSink;
  readonly #view: DataView;
  #rows: Row97[] = [];
  #cells: Cell97[] = [];
  #open: Paragraph97[] = [];

  constructor(sink: TextSink, view: DataView) {
    this.#sink = sink;
    this.#view = view;
  }

  paragraph(paragraph: Paragraph97): void {
    for (let count = 0; count < paragraph.tracked; count++) this.#sink.notice("tracked-changes");
    for (let count = 0; count < paragraph.comments; count++) this.#sink.notice("comments");
    if (paragraph.rowEnd) {
      this.#rows.push({ cells: this.#cells, ...definitionOf(this.#view, paragraph.changes.get(TABLE_DEFINITION)) });
      this.#cells = [];
      this.#open = [];
    } else if (paragraph.inTable || paragraph.cell) {
      this.#open.push(paragraph);
      if (!paragraph.cell) return;
      this.#cells.push({ paragraphs: this.#open });
      this.#open = [];
    } else {
      this.endTable();
      this.#send(paragraph);
    }
  }

  #send(paragraph: Paragraph97): void {
    if (paragraph.contents) return;
    this.#sink.paragraph(paragraph);
    if (paragraph.pictures > 0 && paragraph.words.trim() === "") this.#sink.picture(true);
  }

  /** A table of one column is a box around paragraphs: they stay paragraphs. */
  endTable(): void {
    // A file that is cut ends inside a row.
    if (this.#open.length > 0) this.#cells.push({ paragraphs: this.#open });
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, edges: [], merges: [] });
    const rows = this.#rows;
    this.#rows = [];
    this.#cells = [];
    this.#open = [];
    if (rows.length === 0) return;
    if (rows.every((row) => row.cells.length <= 1)) {
      for (const paragraph of rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))) this.#send(paragraph);
      return;
    }
    const grid = gridOf(rows);
    const raw = rows.map((row) => this.#row(row, grid)).filter((row) => row.length > 0);
    if (raw.some((row) => row.some((cell) => cell.words !== ""))) this.#sink.table(raw);
  }

  #row(row: Row97, grid: readonly number[]): RawCell[] {
    const raw: RawCell[] = [];
    for (const [index, cell] of row.cells.entries()) {
      const words = new CellSink(this.#sink);
      for (const paragraph of cell.paragraphs) {
        words.paragraph(paragraph);
        if (paragraph.pictures > 0 && paragraph.words.trim() === "") this.#sink.picture(false);
      }
      const [left, right] = [row.edges[index], row.edges[index + 1]];
      const between = left === undefined || right === undefined ? 0 : reached(grid, right) - reached(grid, left);
      const merge = row.merges[index];
      const last = raw.at(-1);
      if (merge?.left === true && last !== undefined) last.columns += Math.max(between, 1);
      else raw.push({ words: words.words, columns: Math.max(between, 1), above: merge?.above ?? false });
    }
    return raw;
  }
}

/** Edges of all rows of a table, those that lie together taken as one. */
function gridOf(rows: readonly Row97[]): number[] {
  const edges = [...new Set(rows.flatMap((row) => row.edges))].sort((a, b) => a - b);
  return edges.filter((edge, index) => edge - (edges[index - 1] ?? -Infinity) > NEAR);
}

/** How many edges of the grid lie at or before one. */
function reached(grid: readonly number[], edge: number): number {
  let low = 0;
  for (let high = grid.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((grid[middle] ?? 0) <= edge + NEAR) low = middle + 1;
    else high = middle;
  }
  return low;
}

const noteLine = (number: number, words: string): Paragraph => ({ label: `注（${number}）：`, words, depth: null, title: false });

function readStorage(bytes: Uint8Array): SourceText {
  const fib = fibIn(openStorage(bytes));
  const { main, footnotes, headers, macros, comments, endnotes, boxes } = fib.lengths;
  const paragraphs = new Paragraphs97(fib);
  const sink = new TextSink();
  const reader = new Reader97(sink, fib.view);
  for (const paragraph of paragraphs.range(0, main)) reader.paragraph(paragraph);
  reader.endTable();
  const afterHeaders = main + footnotes + headers + macros + comments;
  for (const paragraph of paragraphs.range(afterHeaders + endnotes, afterHeaders + endnotes + boxes)) reader.paragraph(paragraph);
  reader.endTable();
  let number = 0;
  for (const [from, length] of [[main, footnotes], [afterHeaders, endnotes]] as const) {
    for (const { words } of paragraphs.range(from, from + length)) if (words.trim() !== "") sink.paragraph(noteLine(++number, words.trim()));
  }
  return sink.source();
}

/**
 * Reads a .doc or .wps file. What is deleted, hidden or stands in headers and footers is left out.
 * @throws PlanRefused
 */
export function readWord97(bytes: Uint8Array, progress: Progress): SourceText {
  try {
    const source = readStorage(bytes);
    progress("read", 1, 1);
    return source;
  } catch (error) {
    // A place outside the file is what damage looks like here.
    throw error instanceof RangeError ? new PlanRefused("damaged", { format: FORMAT }) : error;
  }
}
