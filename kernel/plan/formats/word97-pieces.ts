/** Text of a .doc ([MS-DOC]): it lies in pieces, each in one or two bytes a character. */

/** No plan document has more; what has is made to fill the memory. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

export interface Piece {
  /** First character. */
  start: number;
  end: number;
  /** Place of its first byte in the stream. */
  at: number;
  /** Bytes a character. */
  width: 1 | 2;
}

/** Streams of a .doc and the lengths of its texts, which stand one after the other. */
export interface Fib {
  stream: Uint8Array;
  view: DataView;
  table: DataView;
  lengths: { main: number; footnotes: number; headers: number; macros: number; comments: number; endnotes: number; boxes: number };
}

/** A place and a length in the table stream, by the number of the pair in the file information block. */
export function pairOf({ view }: Pick<Fib, "view">, index: number): { at: number; length: number } {
  return { at: view.getUint32(0x9a + 8 * index, true), length: view.getUint32(0x9e + 8 * index, true) };
}

export function fibOf(stream: Uint8Array, table: Uint8Array): Fib {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const long = (at: number): number => view.getUint32(at, true);
  return {
    stream, view, table: new DataView(table.buffer, table.byteOffset, table.byteLength),
    lengths: { main: long(0x4c), footnotes: long(0x50), headers: long(0x54), macros: long(0x58), comments: long(0x5c), endnotes: long(0x60), boxes: long(0x64) },
  };
}

const CLX = 33;
const COMPRESSED = 0x40000000;

/** @throws RangeError where the table is damaged */
export function piecesOf(fib: Fib): Piece[] {
  const { table } = fib;
  const clx = pairOf(fib, CLX);
  let at = clx.at;
  while (at < clx.at + clx.length && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  if (table.getUint8(at) !== 2) throw new RangeError("no pieces");
  const count = (table.getUint32(at + 1, true) - 4) / 12;
  if (!Number.isInteger(count) || count < 0) throw new RangeError("pieces");
  const positions = at + 5;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const start = table.getUint32(positions + 4 * index, true);
    const end = table.getUint32(positions + 4 * index + 4, true);
    const place = table.getUint32(positions + 4 * (count + 1) + 8 * index + 2, true);
    const narrow = (place & COMPRESSED) !== 0;
    const piece: Piece = { start, end, at: narrow ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff, width: narrow ? 1 : 2 };
    const reaches = piece.at + (end - start) * piece.width;
    if (end < start || start !== (pieces.at(-1)?.end ?? 0) || end > MOST_CHARACTERS || reaches > fib.stream.length) throw new RangeError("piece");
    pieces.push(piece);
  }
  return pieces;
}

/** All characters of the pieces; position in it is the character's number. */
export function charactersOf(stream: Uint8Array, pieces: readonly Piece[]): string {
  const narrow = new TextDecoder("windows-1252");
  const wide = new TextDecoder("utf-16le", { ignoreBOM: true });
  return pieces.map(({ start, end, at, width }) => {
    const bytes = stream.subarray(at, at + (end - start) * width);
    if (width === 1) return narrow.decode(bytes);
    const words = wide.decode(bytes);
    return words.length === end - start ? words : words.padEnd(end - start, "\ufffd").slice(0, end - start);
  }).join("");
}
