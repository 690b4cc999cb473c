/** Word 97 files made by hand for the tests: the compound file, and in it only what a reader needs. */

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

class Bytes {
  readonly bytes: number[] = [];

  at(place: number): this {
    while (this.bytes.length < place) this.bytes.push(0);
    return this;
  }

  u8(...values: number[]): this {
    for (const value of values) this.bytes.push(value & 255);
    return this;
  }

  u16(...values: number[]): this {
    for (const value of values) this.u8(value, value >> 8);
    return this;
  }

  u32(...values: number[]): this {
    for (const value of values) this.u16(value & 0xffff, value >>> 16);
    return this;
  }

  words(words: string): this {
    for (let index = 0; index < words.length; index++) this.u16(words.charCodeAt(index));
    return this;
  }

  put(bytes: Iterable<number>): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }

  get length(): number {
    return this.bytes.length;
  }
}

/** A compound file; every stream is filled up to 4,096 bytes, so that all lie in whole sectors. */
export function storageOf(streams: Readonly<Record<string, Uint8Array | readonly number[]>>): Uint8Array {
  const names = Object.keys(streams);
  const sizes = names.map((name) => Math.max(streams[name]?.length ?? 0, 4096));
  const sectors = sizes.map((size) => Math.ceil(size / SECTOR));
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const used = directorySectors + sectors.reduce((sum, count) => sum + count, 0);
  const tableSectors = Math.ceil((used + 4) / 127);
  const table: number[] = Array.from({ length: tableSectors }, () => 0xfffffffd);
  const chain = (count: number): number => {
    const first = table.length;
    for (let index = 1; index < count; index++) table.push(first + index);
    table.push(END);
    return first;
  };
  const directory = chain(directorySectors);
  const firsts = sectors.map((count) => chain(count));
  while (table.length < tableSectors * 128) table.push(FREE);
  const file = new Bytes().u8(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1).at(0x18).u16(0x3e, 3, 0xfffe, 9, 6).at(0x2c).u32(tableSectors, directory, 0, 4096, END, 0, END, 0);
  for (let index = 0; index < 109; index++) file.u32(index < tableSectors ? index : FREE);
  for (const sector of table) file.u32(sector);
  const entry = (name: string, type: number, right: number, child: number, first: number, size: number): void => {
    const from = file.length;
    file.words(name).at(from + 64).u16(2 * name.length + 2).u8(type, 1).u32(FREE, right, child).at(from + 116).u32(first, size, 0);
  };
  entry("Root Entry", 5, FREE, 1, END, 0);
  for (const [index, name] of names.entries()) entry(name, 2, index + 1 < names.length ? index + 2 : FREE, FREE, firsts[index] ?? END, sizes[index] ?? 0);
  file.at(SECTOR * (1 + tableSectors + directorySectors));
  for (const [index, name] of names.entries()) {
    const end = file.length + (sectors[index] ?? 0) * SECTOR;
    file.put(streams[name] ?? []).at(end);
  }
  return Uint8Array.from(file.bytes);
}

export interface Stretch {
  words: string;
  /** Changes of its characters: number of the change and its value, under 256. */
  marks?: readonly (readonly [number, number])[];
}

export interface Paragraph97 {
  /** Words or marked stretches; the end mark is added. */
  words: string | readonly Stretch[];
  end?: "\r" | "\u0007" | "\f";
  style?: number;
  /** Its changes, as bytes. */
  changes?: readonly number[];
}

export interface Doc97 {
  main: readonly Paragraph97[];
  footnotes?: readonly Paragraph97[];
  boxes?: readonly Paragraph97[];
  /** Built-in number and changes of each style. */
  styles?: readonly { builtIn: number; base?: number; changes?: readonly number[] }[];
  /** For each list, for each level: the code of its format and its words, with \0 … \8 for the numbers. */
  lists?: readonly (readonly (readonly [format: number, words: string])[])[];
  version?: number;
  flags?: number;
}

/** Changes of a paragraph inside a table, of the end of a row, and of a list. */
export const inTable = [0x16, 0x24, 1];
export const inList = (list: number, level: number): number[] => [0x0b, 0x46, list, 0, 0x0a, 0x26, level];
export const outline = (level: number): number[] => [0x40, 0x26, level];

/** End of a row: edges of its cells, and the merge bits of each. */
export const rowEnd = (edges: readonly number[], merges: readonly number[]): number[] => {
  const definition = new Bytes().u8(merges.length).u16(...edges);
  for (const merge of merges) definition.u16(merge).at(definition.length + 18);
  return [...inTable, 0x17, 0x24, 1, ...new Bytes().u16(0xd608, definition.length + 1).bytes, ...definition.bytes];
};

const stretchesOf = ({ words, end = "\r" }: Paragraph97): Stretch[] => [...(typeof words === "string" ? [{ words }] : words), { words: end }];

function styleTable(styles: NonNullable<Doc97["styles"]>): Bytes {
  const table = new Bytes().u16(18, styles.length, 10).at(20);
  for (const [index, { builtIn, base = 0xfff, changes = [] }] of styles.entries()) {
    const style = new Bytes().u16(builtIn, 1 | (base << 4), 1, 0, 0).u16(1).words("s").u16(0).u16(2 + changes.length, index).u8(...changes);
    if (style.length % 2 === 1) style.u8(0);
    table.u16(style.length).u8(...style.bytes);
  }
  return table;
}

function listTables(lists: NonNullable<Doc97["lists"]>): { lists: Bytes; length: number; overrides: Bytes } {
  const table = new Bytes().u16(lists.length);
  for (const [index, levels] of lists.entries()) {
    const from = table.length;
    table.u32(100 + index).at(from + 26).u8(levels.length === 1 ? 1 : 0, 0);
  }
  const { length } = table;
  for (const levels of lists) {
    for (let depth = 0; depth < (levels.length === 1 ? 1 : 9); depth++) {
      const [format, words] = levels[depth] ?? [0, ""];
      const from = table.length;
      const places = [...words].flatMap((character, index) => (character < "\u0009" ? [index + 1] : []));
      table.u32(1).u8(format, 0, ...places).at(from + 15).u8(0).at(from + 28).u16(words.length).words(words);
    }
  }
  const overrides = new Bytes().u32(lists.length);
  for (const index of lists.keys()) overrides.u32(100 + index).at(overrides.length + 12);
  for (const _ of lists) overrides.u32(0xffffffff);
  return { lists: table, length, overrides };
}

interface Page {
  from: number;
  to: number;
  changes: readonly number[];
}

/** Pages of properties: one run a page is wasteful and simple. */
function pagesOf(runs: readonly Page[], paragraphs: boolean, first: number): { pages: Bytes; table: Bytes } {
  const pages = new Bytes();
  for (const { from, to, changes } of runs) {
    const start = pages.length;
    const room = 2 * Math.ceil((480 - changes.length - 2) / 2);
    const at = changes.length === 0 ? 0 : room;
    pages.u32(from, to).u8(at / 2).at(start + room);
    if (paragraphs && at > 0) pages.u8(0, Math.ceil(changes.length / 2), ...changes);
    else if (at > 0) pages.u8(changes.length, ...changes);
    pages.at(start + 511).u8(1);
  }
  const table = new Bytes();
  for (const run of runs) table.u32(run.from);
  table.u32(runs.at(-1)?.to ?? 0);
  for (const index of runs.keys()) table.u32(first + index);
  return { pages, table };
}

/** The bytes of a .doc. */
export function docOf({ main, footnotes = [], boxes = [], styles = [{ builtIn: 0 }], lists = [], version = 0xc1, flags = 0 }: Doc97): Uint8Array {
  const all = [...main, ...footnotes, ...boxes];
  const wordsOf = (paragraph: Paragraph97): string => stretchesOf(paragraph).map(({ words }) => words).join("");
  const lengthOf = (paragraphs: readonly Paragraph97[]): number => paragraphs.map(wordsOf).join("").length;
  const text = all.map(wordsOf).join("");
  const start = 1024;
  const firstPage = Math.ceil((start + 2 * text.length) / SECTOR);
  let at = start;
  const paragraphs: Page[] = [];
  const characters: Page[] = [];
  for (const paragraph of all) {
    const from = at;
    for (const { words, marks = [] } of stretchesOf(paragraph)) {
      characters.push({ from: at, to: at + 2 * words.length, changes: marks.flatMap(([change, value]) => [change & 255, change >> 8, value, ...(change >> 13 === 4 ? [0] : [])]) });
      at += 2 * words.length;
    }
    const changes = new Bytes().u16(paragraph.style ?? 0).u8(...(paragraph.changes ?? []));
    if (changes.length % 2 === 1) changes.u8(0);
    paragraphs.push({ from, to: at, changes: changes.bytes });
  }
  const ofParagraphs = pagesOf(paragraphs, true, firstPage);
  const ofCharacters = pagesOf(characters, false, firstPage + paragraphs.length);
  const ofLists = listTables(lists);
  const pieces = new Bytes().u8(2).u32(16).u32(0, text.length).u16(0).u32(start).u16(0);
  const table = new Bytes();
  const pairs = new Map<number, [number, number]>();
  const put = (pair: number, bytes: Bytes, length = bytes.length): void => {
    pairs.set(pair, [table.length, length]);
    table.put(bytes.bytes);
  };
  put(1, styleTable(styles));
  put(12, ofCharacters.table);
  put(13, ofParagraphs.table);
  put(33, pieces);
  put(73, ofLists.lists, lists.length === 0 ? 0 : ofLists.length);
  put(74, ofLists.overrides, lists.length === 0 ? 0 : ofLists.overrides.length);
  const stream = new Bytes().u16(0xa5ec, version).at(0x0a).u16(0x0200 | flags).at(0x20).u16(14).at(0x3e).u16(22).at(0x4c).u32(lengthOf(main), lengthOf(footnotes), 0, 0, 0, 0, lengthOf(boxes)).at(0x98).u16(93);
  for (let pair = 0; pair < 93; pair++) stream.u32(...(pairs.get(pair) ?? [0, 0]));
  stream.at(start).words(text).at(firstPage * SECTOR).put(ofParagraphs.pages.bytes).put(ofCharacters.pages.bytes);
  return storageOf({ WordDocument: stream.bytes, "1Table": table.bytes });
}
