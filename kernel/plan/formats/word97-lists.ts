import type { Level, Numbers } from "./office-numbering.ts";
import { type Fib, pairOf } from "./word97-pieces.ts";
import { type Changes, changesOf } from "./word97-properties.ts";

/** Styles and lists of a .doc. */

export interface Style97 {
  /** Which built-in style it is: 1–9 headings, 62 the title, 19–27 a table of contents. */
  builtIn: number;
  base: number;
  changes: Changes;
}

const STYLES = 1;
const LISTS = 73;
const OVERRIDES = 74;
const PARAGRAPH_STYLE = 1;

/** Formats of numbers by their code in .doc; the names are those of .docx. */
const FORMATS: Readonly<Record<number, string>> = {
  0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
  16: "japaneseLegal", 17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop",
  27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
  32: "ideographZodiacTraditional", 33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
  37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash", 255: "none",
};

/** Styles by their number. */
export function stylesOf(fib: Fib): Map<number, Style97> {
  const { table } = fib;
  const { at, length } = pairOf(fib, STYLES);
  const styles = new Map<number, Style97>();
  if (length < 8) return styles;
  const end = at + length;
  const count = table.getUint16(at + 2, true);
  const fixed = table.getUint16(at + 4, true);
  let next = at + 2 + table.getUint16(at, true);
  for (let index = 0; index < count && next + 2 <= end; index++) {
    const size = table.getUint16(next, true);
    const from = next + 2;
    next = from + size;
    if (size < fixed + 2) continue;
    const kind = table.getUint16(from + 2, true);
    let changes: Changes = new Map();
    if ((kind & 15) === PARAGRAPH_STYLE) {
      // The name, in two bytes a character with a zero at its end, then the changes, behind their length and style.
      const name = 2 * table.getUint16(from + fixed, true) + 4;
      const changesAt = from + fixed + name;
      if (changesAt + 4 <= next) changes = changesOf(table, changesAt + 4, Math.min(changesAt + 2 + table.getUint16(changesAt, true), next));
    }
    styles.set(index, { builtIn: table.getUint16(from, true) & 0xfff, base: kind >> 4, changes });
  }
  return styles;
}

interface ReadLevel {
  level: Level;
  next: number;
}

function levelAt(table: DataView, at: number): ReadLevel {
  const flags = table.getUint8(at + 5);
  const places = Array.from({ length: 9 }, (_, index) => table.getUint8(at + 6 + index));
  const words = at + 28 + table.getUint8(at + 25) + table.getUint8(at + 24);
  const count = table.getUint16(words, true);
  let printed = "";
  for (let index = 0; index < count; index++) {
    const code = table.getUint16(words + 2 + 2 * index, true);
    printed += places.includes(index + 1) && code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  const level: Level = {
    start: table.getInt32(at, true), format: FORMATS[table.getUint8(at + 4)] ?? "decimal", words: printed,
    restart: (flags & 8) === 0 ? undefined : table.getUint8(at + 26), legal: (flags & 4) !== 0, spaced: table.getUint8(at + 15) !== 2,
  };
  return { level, next: words + 2 + 2 * count };
}

/** Levels of every list, by its id. */
function definitionsOf(fib: Fib): Map<number, Map<number, Level>> {
  const { table } = fib;
  const { at, length } = pairOf(fib, LISTS);
  const definitions = new Map<number, Map<number, Level>>();
  if (length < 2) return definitions;
  const count = table.getUint16(at, true);
  // The levels stand behind the list of lists, outside its length.
  let next = at + 2 + 28 * count;
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + 28 * index;
    const levels = new Map<number, Level>();
    const simple = (table.getUint8(entry + 26) & 1) !== 0;
    for (let depth = 0; depth < (simple ? 1 : 9); depth++) {
      const read = levelAt(table, next);
      levels.set(depth, read.level);
      next = read.next;
    }
    definitions.set(table.getInt32(entry, true), levels);
  }
  return definitions;
}

/** Lists by the number that paragraphs name, counted from 1. */
export function listsOf(fib: Fib): Map<number, Numbers> {
  const { table } = fib;
  const definitions = definitionsOf(fib);
  const lists = new Map<number, Numbers>();
  const { at, length } = pairOf(fib, OVERRIDES);
  if (length < 4) return lists;
  const count = table.getUint32(at, true);
  let next = at + 4 + 16 * count;
  for (let index = 0; index < count; index++) {
    const entry = at + 4 + 16 * index;
    const id = table.getInt32(entry, true);
    const levels = new Map(definitions.get(id));
    const starts = new Map<number, number>();
    if (next + 4 <= table.byteLength) next += 4;
    for (let override = 0; override < table.getUint8(entry + 12); override++) {
      const start = table.getInt32(next, true);
      const flags = table.getUint32(next + 4, true);
      next += 8;
      if ((flags & 32) !== 0) {
        const read = levelAt(table, next);
        levels.set(flags & 15, read.level);
        next = read.next;
      } else if ((flags & 16) !== 0) starts.set(flags & 15, start);
    }
    lists.set(index + 1, { definition: String(id), levels, starts });
  }
  return lists;
}
