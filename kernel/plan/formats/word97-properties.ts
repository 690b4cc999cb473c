import { type Fib, pairOf, type Piece } from "./word97-pieces.ts";

/** Properties of paragraphs and characters in a .doc: runs of bytes, each with a list of changes (sprm). */

/** Changes by their number; the value is what stands behind it, at most four bytes, or where more stand. */
export type Changes = ReadonlyMap<number, number>;

export interface Run {
  /** Bytes of the stream. */
  from: number;
  to: number;
  /** Number of its style; characters have none. */
  style: number;
  /** Read when asked for: a file may hold far more than its text needs. */
  changes(): Changes;
}

const PAGE = 512;
/** A page holds at most 127; a long plan has some ten thousand. */
const MOST_RUNS = 1_000_000;
const CHARACTER_PAGES = 12;
const PARAGRAPH_PAGES = 13;

const SIZES: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;
const TABS = 0xc615;

/** Reads a list of changes; one that does not end is read as far as it goes. */
export function changesOf(view: DataView, from: number, to: number): Changes {
  const changes = new Map<number, number>();
  for (let at = from; at + 2 < to;) {
    const change = view.getUint16(at, true);
    at += 2;
    let size = SIZES[change >> 13] ?? 0;
    if (change === TABLE_DEFINITION) size = at + 2 > to ? 0 : view.getUint16(at, true) + 1;
    else if (change === TABS && view.getUint8(at) === 255) break;
    else if (size === 0) size = view.getUint8(at) + 1;
    if (at + size > to) break;
    changes.set(change, size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, true) : size === 4 ? view.getUint32(at, true) : at);
    at += size;
  }
  return changes;
}

function runsOf(fib: Fib, pair: number, read: (page: number, index: number, count: number) => Pick<Run, "style" | "changes">): Run[] {
  const { view, table } = fib;
  const { at, length } = pairOf(fib, pair);
  if (length < 4) return [];
  const pages = Math.floor((length - 4) / 8);
  if (pages * PAGE > fib.stream.length) throw new RangeError("pages");
  const runs: Run[] = [];
  for (let index = 0; index < pages; index++) {
    const page = (table.getUint32(at + 4 * (pages + 1) + 4 * index, true) & 0x3fffff) * PAGE;
    const count = view.getUint8(page + PAGE - 1);
    if (runs.length + count > MOST_RUNS) throw new RangeError("runs");
    for (let run = 0; run < count; run++) {
      const [from, to] = [view.getUint32(page + 4 * run, true), view.getUint32(page + 4 * run + 4, true)];
      if (to > from) runs.push({ from, to, ...read(page, run, count) });
    }
  }
  runs.sort((a, b) => a.from - b.from);
  // Runs do not overlap in earnest; in a damaged file each begins where the one before ends.
  let reached = 0;
  return runs.filter((run) => {
    run.from = Math.max(run.from, reached);
    reached = Math.max(reached, run.to);
    return run.to > run.from;
  });
}

const none = (): Changes => new Map();

export function paragraphRuns(fib: Fib): Run[] {
  return runsOf(fib, PARAGRAPH_PAGES, (page, index, count) => {
    const at = page + 2 * fib.view.getUint8(page + 4 * (count + 1) + 13 * index);
    if (at === page) return { style: 0, changes: none };
    const words = fib.view.getUint8(at);
    const from = words === 0 ? at + 2 : at + 1;
    const size = words === 0 ? 2 * fib.view.getUint8(at + 1) : 2 * words - 1;
    if (size < 2) return { style: 0, changes: none };
    return { style: fib.view.getUint16(from, true), changes: () => changesOf(fib.view, from + 2, Math.min(from + size, page + PAGE)) };
  });
}

export function characterRuns(fib: Fib): Run[] {
  return runsOf(fib, CHARACTER_PAGES, (page, index, count) => {
    const at = page + 2 * fib.view.getUint8(page + 4 * (count + 1) + index);
    if (at === page) return { style: 0, changes: none };
    return { style: 0, changes: () => changesOf(fib.view, at + 1, Math.min(at + 1 + fib.view.getUint8(at), page + PAGE)) };
  });
}

/** Run in which a byte of the stream lies. */
export function runAt(runs: readonly Run[], byte: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) return undefined;
    if (byte < run.from) high = middle - 1;
    else if (byte >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}

/** Place in the stream of a character. */
export function byteOf(pieces: readonly Piece[], character: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) break;
    if (character < piece.start) high = middle - 1;
    else if (character >= piece.end) low = middle + 1;
    else return piece.at + (character - piece.start) * piece.width;
  }
  return -1;
}
