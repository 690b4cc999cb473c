import { Counter, type Numbers } from "./office-numbering.ts";
import { Fields, raised } from "./office-words.ts";
import type { Paragraph } from "./office-sink.ts";
import { listsOf, type Style97, stylesOf } from "./word97-lists.ts";
import { charactersOf, type Fib, type Piece, piecesOf } from "./word97-pieces.ts";
import { byteOf, type Changes, characterRuns, paragraphRuns, type Run, runAt } from "./word97-properties.ts";

/** Paragraphs of a .doc with what Word says of them. */

export interface Paragraph97 extends Paragraph {
  /** Ends with the mark of a cell or a row. */
  cell: boolean;
  inTable: boolean;
  rowEnd: boolean;
  changes: Changes;
  pictures: number;
  comments: number;
  tracked: number;
  /** In a table of contents that Word made. */
  contents: boolean;
}

const DELETED = 1;
const HIDDEN = 2;
const RAISED = 4;
const INSERTED = 8;
const SPECIAL = 16;

/** Changes of characters, the bit each is kept in, and the value that sets it. */
const MARKS: readonly (readonly [change: number, bit: number])[] = [
  [0x0800, DELETED], [0x0801, INSERTED], [0x083c, HIDDEN], [0x0855, SPECIAL], [0x2a48, RAISED],
];
const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const OUTLINE = 0x2640;
const LIST = 0x460b;
const LIST_LEVEL = 0x260a;
const TITLE = 62;
/** A chain of styles is never longer in earnest; a circle ends here. */
const LONGEST_CHAIN = 20;

/** For each character, what its run says. */
function marksOf(fib: Fib, pieces: readonly Piece[], length: number): Uint8Array {
  const marks = new Uint8Array(length);
  const runs = characterRuns(fib);
  for (const { start, end, at, width } of pieces) {
    const last = at + (end - start) * width;
    let low = 0;
    for (let high = runs.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.to ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    for (let index = low; (runs[index]?.from ?? Infinity) < last; index++) {
      const run = runs[index];
      if (run === undefined) continue;
      const changes = run.changes();
      const bits = MARKS.reduce((all, [change, bit]) => all | (((changes.get(change) ?? 0) & 1) === 1 ? bit : 0), 0);
      if (bits === 0) continue;
      const of = (byte: number): number => start + Math.floor((Math.min(Math.max(byte, at), last) - at) / width);
      marks.fill(bits, of(run.from), of(run.to));
    }
  }
  return marks;
}

export class Paragraphs97 {
  readonly #characters: string;
  readonly #marks: Uint8Array;
  readonly #pieces: readonly Piece[];
  readonly #runs: readonly Run[];
  readonly #styles: ReadonlyMap<number, Style97>;
  readonly #lists: ReadonlyMap<number, Numbers>;
  readonly #counter = new Counter();
  readonly #fields = new Fields();

  constructor(fib: Fib) {
    this.#pieces = piecesOf(fib);
    this.#characters = charactersOf(fib.stream, this.#pieces);
    this.#marks = marksOf(fib, this.#pieces, this.#characters.length);
    this.#runs = paragraphRuns(fib);
    this.#styles = stylesOf(fib);
    this.#lists = listsOf(fib);
  }

  /** Paragraphs of a range of characters; one whose end is deleted goes on in the next. */
  *range(from: number, to: number): Generator<Paragraph97> {
    let carried = "";
    const end = Math.min(to, this.#characters.length);
    for (let start = from; start < end;) {
      let stop = start;
      while (stop < end - 1 && !/[\r\u0007\f]/.test(this.#characters.charAt(stop))) stop++;
      const paragraph = this.#paragraph(start, stop + 1, carried);
      const deleted = ((this.#marks[stop] ?? 0) & DELETED) !== 0 && !paragraph.cell;
      carried = deleted ? paragraph.words : "";
      if (!deleted) yield paragraph;
      start = stop + 1;
    }
  }

  #paragraph(start: number, stop: number, carried: string): Paragraph97 {
    const run = runAt(this.#runs, byteOf(this.#pieces, stop - 1));
    const changes: Changes = run?.changes() ?? new Map();
    const chain = this.#chain(run?.style ?? 0);
    const of = (change: number): number | undefined => changes.get(change) ?? chain.find((style) => style.changes.has(change))?.changes.get(change);
    const last = this.#characters.charAt(stop - 1);
    const read = this.#read(start, /[\r\u0007\f]/.test(last) ? stop - 1 : stop, carried);
    const rowEnd = (changes.get(ROW_END) ?? 0) === 1;
    const contents = this.#fields.endParagraph(chain[0] !== undefined && chain[0].builtIn >= 19 && chain[0].builtIn <= 27);
    const outline = of(OUTLINE) ?? chain.map((style) => style.builtIn - 1).find((level) => level >= 0 && level < 9);
    const heading = outline !== undefined && outline < 9 && read.words.trim() !== "";
    return {
      ...read, changes, rowEnd, contents, cell: last === "\u0007", inTable: rowEnd || (changes.get(IN_TABLE) ?? 0) === 1,
      label: contents || rowEnd ? "" : this.#label(of(LIST), of(LIST_LEVEL)), depth: heading ? outline + 1 : null, title: chain[0]?.builtIn === TITLE,
    };
  }

  #label(list: number | undefined, level: number | undefined): string {
    const numbers = list === undefined ? undefined : this.#lists.get(list);
    return list === undefined || numbers === undefined ? "" : this.#counter.next(numbers, list, level ?? 0);
  }

  #chain(number: number): Style97[] {
    const chain: Style97[] = [];
    for (let next = number; chain.length < LONGEST_CHAIN;) {
      const style = this.#styles.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = style.base;
    }
    return chain;
  }

  #read(start: number, stop: number, carried: string): Pick<Paragraph97, "words" | "pictures" | "comments" | "tracked"> {
    const found = { words: carried, last: "", pictures: 0, comments: 0, tracked: 0 };
    for (let from = start; from < stop;) {
      const mark = this.#marks[from] ?? 0;
      let to = from + 1;
      while (to < stop && this.#marks[to] === mark) to++;
      if ((mark & (DELETED | INSERTED)) !== 0) found.tracked++;
      this.#stretch(this.#characters.slice(from, to), mark, found);
      from = to;
    }
    return found;
  }

  /** Characters that are marked alike. */
  #stretch(characters: string, mark: number, found: { words: string; last: string; pictures: number; comments: number }): void {
    let words = "";
    for (const character of characters) {
      const code = character.charCodeAt(0);
      if (code === 0x13) this.#fields.begin();
      else if (code === 0x14) this.#fields.separate();
      else if (code === 0x15) this.#fields.end();
      else if (this.#fields.silent) this.#fields.instruct(character);
      else if ((mark & (DELETED | HIDDEN)) !== 0) continue;
      else if (code === 0x01 && (mark & SPECIAL) !== 0) found.pictures++;
      else if (code === 0x05) found.comments++;
      else words += printed(character, code);
    }
    const read = (mark & RAISED) === 0 ? words : raised(words, found.last);
    found.words += read;
    found.last = read.at(-1) ?? found.last;
  }
}

/** Signs that Word uses for itself. */
function printed(character: string, code: number): string {
  if (code === 0x0b || code === 0x0e) return "\n";
  if (code === 0x1e) return "-";
  return (code < 0x20 && code !== 9) || code === 0x1f || code === 0xad || code === 0xfffc || (code >= 0xe000 && code < 0xf900) ? "" : character;
}
