import { PlanRefused } from "./refusal.ts";
import type { MarkedHeading, Notice, SourceText, Table, TableCell } from "./source.ts";

/** Where paragraphs and tables of a Word file go: into the text, or into a cell. */

export interface Paragraph {
  /** Label of the automatic numbering, with the space after it. */
  label: string;
  words: string;
  depth: number | null;
  title: boolean;
}

/** A cell as the file gives it: `above` where it goes on from the row before. */
export interface RawCell {
  words: string;
  columns: number;
  above: boolean;
}

export interface Sink {
  paragraph(paragraph: Paragraph): void;
  table(rows: RawCell[][]): void;
  /** A picture; `sure` when it is large enough to hold a table. */
  picture(sure: boolean): void;
  notice(kind: "tracked-changes" | "comments"): void;
}

/** No plan document has more; what has is made to fill the memory. */
const MOST_CHARACTERS = 16 * 1024 * 1024;
const CAPTION = /^(?:附?[图表]|专栏|图表)\s*[\d一二三四五六七八九十]/;
/** A heading is no paragraph that only bears a heading's style. */
const LONGEST_HEADING = 120;

/** Puts lines together and knows where each begins. */
export class TextSink implements Sink {
  readonly #lines: string[] = [];
  readonly #headings: MarkedHeading[] = [];
  readonly #tables: Table[] = [];
  readonly #notices: Notice[] = [];
  readonly #counts = new Map<Notice["kind"], { at: number; count: number }>();
  #length = 0;
  #titleOpen = false;
  #pictures = 0;
  /** A picture too small to be sure of, until the line after shows whether it is a caption. */
  #doubtful: number | null = null;

  paragraph({ label, words, depth, title }: Paragraph): void {
    const heading = title ? 1 : depth;
    const lines = (heading === null ? words : words.replace(/\s*\n\s*/g, " ")).split("\n").map((line) => line.trim()).filter((line) => line !== "");
    const [first, ...rest] = lines;
    if (first === undefined) return;
    if (title && this.#titleOpen) return this.#lengthenTitle(first);
    const line = label + first;
    this.#caption(line);
    if (heading !== null && line.length <= LONGEST_HEADING && !line.includes("。")) this.#headings.push({ start: this.#length, depth: heading });
    this.#titleOpen = title;
    this.#line(line);
    for (const more of rest) this.#line(more);
  }

  /** A title broken over paragraphs is one title. */
  #lengthenTitle(words: string): void {
    const before = this.#lines.pop() ?? "";
    this.#length -= before.length + 1;
    this.#line(before + words);
  }

  #line(line: string): void {
    this.#lines.push(line);
    this.#length += line.length + 1;
    if (this.#length > MOST_CHARACTERS) throw new PlanRefused("too-large", { size: Math.ceil(this.#length / 1048576), limit: MOST_CHARACTERS / 1048576 });
  }

  table(rows: RawCell[][]): void {
    this.#titleOpen = false;
    const start = this.#length;
    const open = new Map<number, TableCell>();
    const table: Table = { start, end: start, rows: [] };
    for (const row of rows) {
      const from = this.#length;
      let at = from;
      let column = 0;
      const cells: TableCell[] = [];
      for (const { words, columns, above } of row) {
        const over = above ? open.get(column) : undefined;
        if (over !== undefined) over.rows++;
        else {
          const cell: TableCell = { start: at, end: at + words.length, words, columns, rows: 1 };
          cells.push(cell);
          open.set(column, cell);
        }
        at += (over === undefined ? words.length : 0) + " | ".length;
        column += columns;
      }
      table.rows.push(cells);
      this.#line(lineOf(row, open, new Set(cells)));
      table.end = this.#length - 1;
    }
    this.#caption(this.#lines.at(-1) ?? "");
    this.#tables.push(table);
  }

  picture(sure: boolean): void {
    this.#titleOpen = false;
    this.#pictures++;
    if (sure || CAPTION.test(this.#lines.at(-1) ?? "")) this.#notices.push({ at: this.#length, kind: "picture", values: {} });
    else this.#doubtful = this.#length;
  }

  #caption(line: string): void {
    if (this.#doubtful !== null && CAPTION.test(line)) this.#notices.push({ at: this.#doubtful, kind: "picture", values: {} });
    this.#doubtful = null;
  }

  notice(kind: "tracked-changes" | "comments"): void {
    const counted = this.#counts.get(kind);
    if (counted === undefined) this.#counts.set(kind, { at: this.#length, count: 1 });
    else counted.count++;
  }

  /** @throws PlanRefused "only-pictures" */
  source(): SourceText {
    const text = this.#lines.join("\n");
    if (text === "" && this.#pictures > 0) throw new PlanRefused("only-pictures", { count: this.#pictures });
    const counted = [...this.#counts].map(([kind, { at, count }]): Notice => ({ at, kind, values: { count } }));
    const notices = [...counted, ...this.#notices].map((notice) => ({ ...notice, at: Math.min(notice.at, text.length) })).sort((a, b) => a.at - b.at);
    return { text, headings: this.#headings, tables: this.#tables, notices };
  }
}

/** A row as a line; a cell that goes on from above leaves its place empty. */
function lineOf(row: readonly RawCell[], open: ReadonlyMap<number, TableCell>, own: ReadonlySet<TableCell>): string {
  let column = 0;
  return row.map(({ words, columns }) => {
    const cell = open.get(column);
    column += columns;
    return cell !== undefined && own.has(cell) ? words : "";
  }).join(" | ");
}

/** One cell: its paragraphs are put together with spaces; a table in it stands after the table it is in. */
export class CellSink implements Sink {
  readonly tables: RawCell[][][] = [];
  readonly #words: string[] = [];
  readonly #outer: Sink;

  constructor(outer: Sink) {
    this.#outer = outer;
  }

  paragraph({ label, words }: Paragraph): void {
    const line = (label + words.replace(/\s+/g, " ")).trim();
    if (line !== "") this.#words.push(line);
  }

  table(rows: RawCell[][]): void {
    this.tables.push(rows);
  }

  picture(sure: boolean): void {
    this.#outer.picture(sure);
  }

  notice(kind: "tracked-changes" | "comments"): void {
    this.#outer.notice(kind);
  }

  get words(): string {
    return this.#words.join(" ");
  }
}
