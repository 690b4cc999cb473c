import type { Numbering } from "./docx-numbering.ts";
import { alternative, type NoteMark, RunReader } from "./docx-runs.ts";
import { CellSink, type RawCell, type Sink } from "./office-sink.ts";
import type { Styles } from "./docx-styles.ts";
import { childOf, numberOf, switchOf, valueOf, type XmlElement } from "./docx-xml.ts";

/** Paragraphs and tables of a Word file, in their order. */

/** A cell does not reach further, whatever the file says. */
const MOST_COLUMNS = 200;
/** Tables in tables in tables: deeper ones are read as the words of their cell. */
const DEEPEST_TABLE = 8;

export class BlockReader {
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #runs: RunReader;
  /** Words of paragraphs whose end is deleted: they go on in the next. */
  #carried = "";
  #tables = 0;

  constructor(styles: Styles, numbering: Numbering, tell: Sink["notice"]) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#runs = new RunReader(styles, tell);
  }

  get notes(): readonly NoteMark[] {
    return this.#runs.notes;
  }

  block(element: XmlElement, sink: Sink): void {
    if (element.name === "w:p") this.#paragraph(element, sink);
    else if (element.name === "w:tbl") this.#table(element, sink);
    else if (element.name === "mc:AlternateContent") for (const child of alternative(element)) this.block(child, sink);
    else if (/^w:(?:sdt|sdtContent|customXml|ins|moveTo|smartTag)$/.test(element.name)) {
      if (childOf(childOf(element, "w:sdtPr"), "w:showingPlcHdr") !== undefined) return;
      for (const child of element.children) this.block(child, sink);
    }
  }

  #paragraph(element: XmlElement, sink: Sink): void {
    const properties = childOf(element, "w:pPr");
    const mark = childOf(properties, "w:rPr");
    const deleted = childOf(mark, "w:del") !== undefined || childOf(mark, "w:moveFrom") !== undefined;
    if (deleted || childOf(mark, "w:ins") !== undefined) sink.notice("tracked-changes");
    const { words: own, boxes, pictures } = this.#runs.read(element);
    const words = this.#carried + own;
    this.#carried = "";
    if (this.#runs.inContents) return;
    if (deleted) this.#carried = words;
    else if (own !== "" || words !== "" || switchOf(mark, "w:vanish") !== true) {
      const label = this.#numbering.next(properties);
      const depth = words.trim() === "" ? null : this.#styles.headingDepth(properties);
      sink.paragraph({ label, words, depth, title: this.#styles.isTitle(properties) });
    }
    for (const sure of pictures) if (sure || words.trim() === "") sink.picture(sure);
    for (const box of boxes) for (const child of box.children) this.block(child, sink);
  }

  /** A table of one column is a box around paragraphs: they stay paragraphs. */
  #table(element: XmlElement, sink: Sink): void {
    const rows = wrapped(element, "w:tr");
    for (const row of rows) if (rowProperty(row, "w:del") || rowProperty(row, "w:ins")) sink.notice("tracked-changes");
    const kept = rows.filter((row) => !rowProperty(row, "w:del"));
    const cells = kept.map((row) => wrapped(row, "w:tc"));
    if (cells.every((row) => row.length <= 1) || this.#tables >= DEEPEST_TABLE) {
      for (const cell of cells.flat()) for (const child of cell.children) this.block(child, sink);
      return;
    }
    this.#tables++;
    const inner: RawCell[][][] = [];
    const read = kept.map((row, index) => this.#row(row, cells[index] ?? [], sink, inner)).filter((row) => row.length > 0);
    this.#tables--;
    if (read.some((row) => row.some((cell) => cell.words !== ""))) sink.table(read);
    for (const table of inner) sink.table(table);
  }

  #row(row: XmlElement, cells: readonly XmlElement[], sink: Sink, inner: RawCell[][][]): RawCell[] {
    const raw: RawCell[] = [];
    const before = numberOf(childOf(row, "w:trPr"), "w:gridBefore") ?? 0;
    if (before > 0) raw.push({ words: "", columns: Math.min(before, MOST_COLUMNS), above: false });
    for (const cell of cells) {
      const properties = childOf(cell, "w:tcPr");
      const columns = Math.min(Math.max(numberOf(properties, "w:gridSpan") ?? 1, 1), MOST_COLUMNS);
      const own = new CellSink(sink);
      for (const child of cell.children) this.block(child, own);
      this.#carried = "";
      inner.push(...own.tables);
      const last = raw.at(-1);
      // The older way of merging along a row.
      if (last !== undefined && valueOf(properties, "w:hMerge") === "continue") last.columns += columns;
      else raw.push({ words: own.words, columns, above: goesOn(properties) });
    }
    return raw;
  }
}

/** Rows and cells may be wrapped in content controls. */
function wrapped(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? wrapped(child, name) : [];
  });
}

const rowProperty = (row: XmlElement, name: string): boolean => childOf(childOf(row, "w:trPr"), name) !== undefined;

/** <w:vMerge/> without a value goes on, as does "continue". */
function goesOn(properties: XmlElement | undefined): boolean {
  const merge = childOf(properties, "w:vMerge");
  return merge !== undefined && merge.attributes["w:val"] !== "restart";
}
