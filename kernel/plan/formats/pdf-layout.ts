import { alignedTables } from "./pdf-aligned.ts";
import { type LaidPage, removeFurniture } from "./pdf-furniture.ts";
import { type FoundTable, ruledTables, setAside } from "./pdf-grid.ts";
import { gutterOf, linesOf, type PdfLine } from "./pdf-lines.ts";
import type { PdfText } from "./pdf-open.ts";
import { joinLines } from "./pdf-page.ts";
import { goesOn, isNote, type Setting, settingOf } from "./pdf-paragraphs.ts";
import type { SourceText, Table, TableCell } from "./source.ts";

/** The pages of a PDF → text: furniture out, lines joined to paragraphs, tables as rows. */

type Block = { is: "line"; line: PdfLine } | { is: "table"; table: FoundTable };

/** Lines and tables of a page in reading order. */
function blocksOf(lines: readonly PdfLine[], ruled: readonly FoundTable[]): Block[] {
  const aligned = alignedTables(lines);
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    const own = line.table === null ? undefined : ruled[line.table];
    const table = own ?? aligned.find((one) => index >= one.first && index <= one.last);
    if (table === undefined) blocks.push({ is: "line", line });
    else if (own !== undefined || aligned.some((one) => one.first === index)) blocks.push({ is: "table", table });
  }
  return blocks;
}

const sameEdges = (a: FoundTable, b: FoundTable): boolean =>
  a.edges.length === b.edges.length && a.edges.every((edge, index) => Math.abs(edge - (b.edges[index] ?? 0)) < 6);
const sameRow = (a: FoundTable["rows"][number] | undefined, b: FoundTable["rows"][number] | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((cell, index) => cell.words === b[index]?.words);

/** The lower part of a row that the page cuts in two: nothing in its first cell, and what stands above it ends in the middle of a sentence. */
function isRest(row: FoundTable["rows"][number], above: FoundTable["rows"][number]): boolean {
  if (row.length !== above.length || row[0]?.words !== "" || above[0]?.words === "") return false;
  const filled = row.flatMap((cell, index) => (cell.words === "" ? [] : [{ words: cell.words, above: above[index]?.words ?? "" }]));
  const goesOn = filled.some((cell) => cell.above.length >= 6 && !/[。；！)）”]$/.test(cell.above) && !/^\d/.test(cell.words));
  return goesOn && filled.every((cell) => cell.above !== "");
}

/** Writes paragraphs and tables; a paragraph stays open until something comes that does not go on with it. */
class LayoutWriter {
  readonly tables: Table[] = [];
  private readonly out: string[] = [];
  private readonly setting: Setting;
  private length = 0;
  private words = "";
  private last: PdfLine | null = null;
  private notes: string[] = [];
  private table: FoundTable | null = null;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  line(line: PdfLine, turn: boolean): void {
    this.endTable();
    if (this.last !== null && goesOn(this.last, line, this.setting, turn)) this.words = joinLines(this.words, line.words);
    else {
      this.endParagraph();
      this.words = line.words;
    }
    this.last = line;
  }

  /** A note at the foot of a page waits until the paragraph that runs over the page has ended. */
  note(words: string): void {
    this.notes.push(words);
  }

  /** A table stays open, for it may go on over the page. */
  addTable(found: FoundTable): void {
    this.endParagraph();
    const open = this.table;
    if (open === null || !sameEdges(open, found)) {
      this.endTable();
      this.table = { ...found, rows: [...found.rows] };
      return;
    }
    const rows = sameRow(found.rows[0], open.rows[0]) ? found.rows.slice(1) : found.rows;
    const [first, ...rest] = rows;
    const last = open.rows.at(-1);
    if (first !== undefined && last !== undefined && isRest(first, last)) {
      for (const [index, cell] of last.entries()) last[index] = { ...cell, words: joinLines(cell.words, first[index]?.words ?? "") };
      open.rows.push(...rest);
    } else open.rows.push(...rows);
  }

  position(): number {
    return Math.max(0, this.length - 1);
  }

  done(): string {
    this.endTable();
    this.endParagraph();
    return this.out.join("\n");
  }

  private endTable(): void {
    if (this.table === null) return;
    const written: Table = { start: this.length, end: this.length, rows: [] };
    for (const row of this.table.rows) {
      let at = this.length;
      const cells: TableCell[] = row.map((cell) => {
        const placed = { start: at, end: at + cell.words.length, words: cell.words, columns: cell.columns, rows: cell.rows };
        at = placed.end + 3;
        return placed;
      });
      written.rows.push(cells);
      this.push(row.map((cell) => cell.words).join(" | "));
      written.end = this.length - 1;
    }
    this.table = null;
    this.tables.push(written);
  }

  private endParagraph(): void {
    if (this.words !== "") this.push(this.words);
    this.words = "";
    this.last = null;
    for (const note of this.notes.splice(0)) this.push(note);
  }

  private push(line: string): void {
    this.out.push(line);
    this.length += line.length + 1;
  }
}

/** Notes at the foot: the small lines from the first marked one to the end of the page. */
function splitNotes(lines: readonly PdfLine[], setting: Setting): { text: PdfLine[]; notes: PdfLine[] } {
  const from = lines.findIndex((line, index) => isNote(line, setting) && lines.slice(index).every((rest) => rest.size < setting.size * 0.9));
  return from === -1 ? { text: [...lines], notes: [] } : { text: lines.slice(0, from), notes: lines.slice(from) };
}

const NOTE_MARK = /^(?:[[［〔(（]?(\d{1,3})[\]］〕)）]?|([①-⑳])|([*※]))[\s.、．]?/;

/** A note as the other formats give it: 注（1）：… */
function noteOf(words: string): string {
  const mark = NOTE_MARK.exec(words);
  if (mark === null) return words;
  const number = mark[2] === undefined ? (mark[1] ?? mark[3] ?? "") : String(mark[2].charCodeAt(0) - 0x245f);
  return `注（${number}）：${words.slice(mark[0].length)}`;
}

function writeNotes(writer: LayoutWriter, notes: readonly PdfLine[], setting: Setting): void {
  let words = "";
  for (const line of notes) {
    if (words !== "" && isNote(line, setting)) {
      writer.note(noteOf(words));
      words = "";
    }
    words = joinLines(words, line.words);
  }
  if (words !== "") writer.note(noteOf(words));
}

/** Text of the pages, with what was left out and what could not be read as notices. */
export function layOut({ pages, empty }: PdfText): SourceText {
  const ruled = pages.map((page) => {
    const tables = ruledTables(page);
    setAside(page, tables);
    return tables;
  });
  const gutters = pages.map(gutterOf);
  const usual = gutters.find((gutter) => gutter !== null) ?? null;
  const laid: (LaidPage & { ruled: FoundTable[] })[] = pages.map((page, index) => ({
    number: page.number, height: page.height, lines: linesOf(page, gutters[index] ?? usual).filter((line) => line.words !== ""), ruled: ruled[index] ?? [],
  }));
  const setting = settingOf(laid.map((page) => page.lines));
  const taken = removeFurniture(laid, setting);
  const writer = new LayoutWriter(setting);
  const source: SourceText = { text: "", headings: [], tables: writer.tables, notices: [] };
  for (const page of laid) {
    if (empty[0] === page.number) source.notices.push({ at: writer.position(), kind: "pages-without-text", values: { count: empty.length, pages: pagesPrinted(empty) } });
    const { text, notes } = splitNotes(page.lines, setting);
    let above: PdfLine | null = null;
    for (const block of blocksOf(text, page.ruled)) {
      // On a new page, or at the head of the next column, the line before stands elsewhere.
      if (block.is === "line") writer.line(block.line, above === null || (block.line.y < above.y && block.line.left > above.left));
      else writer.addTable(block.table);
      above = block.is === "line" ? block.line : above;
    }
    writeNotes(writer, notes, setting);
  }
  source.text = writer.done();
  if (taken > 0) source.notices.push({ at: 0, kind: "repeated-lines", values: { count: taken } });
  return source;
}

/** 1、3—5 */
function pagesPrinted(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.slice(0, 40).map(([from, to]) => (from === to ? String(from) : `${from}—${to}`)).join("、");
}
