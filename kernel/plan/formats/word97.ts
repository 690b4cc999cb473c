import { type Paragraph, TextSink } from "./office-sink.ts";
import { type GridRow, GridTable, sendParagraph } from "./office-table.ts";
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

/** Row as its last mark defines it. */
function definitionOf(view: DataView, at: number | undefined): Pick<GridRow, "edges" | "merges"> {
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
  readonly #table: GridTable;

  constructor(sink: TextSink, view: DataView) {
    this.#sink = sink;
    this.#view = view;
    this.#table = new GridTable(sink);
  }

  paragraph(paragraph: Paragraph97): void {
    for (let count = 0; count < paragraph.tracked; count++) this.#sink.notice("tracked-changes");
    for (let count = 0; count < paragraph.comments; count++) this.#sink.notice("comments");
    if (paragraph.rowEnd) this.#table.endRow(definitionOf(this.#view, paragraph.changes.get(TABLE_DEFINITION)));
    else if (paragraph.inTable || paragraph.cell) {
      this.#table.paragraph(paragraph);
      if (paragraph.cell) this.#table.endCell();
    } else {
      this.endTable();
      if (!paragraph.contents) sendParagraph(this.#sink, paragraph);
    }
  }

  endTable(): void {
    this.#table.end();
  }
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
