import { diffArrays } from "diff";
import { numberedLine } from "../document/headings.ts";
import { type Line, splitLines } from "../document/lines.ts";
import type { Piece, TextRow } from "./schema.ts";
import { anchorsOf, REWRITTEN } from "./anchors.ts";
import { type Comparable, comparable, likeness, plainWords } from "./similar.ts";

/** The lines of two texts side by side. */

/** A line that moved may have been touched up on the way. */
const MOVED = 0.8;
/** Lines that are compared each with each, at most so many on a side: more would take time that grows with the square. */
const MOST_LOOSE = 400;
/** How far from its place in a rewritten stretch the counterpart of a line is looked for. */
const NEAR = 12;
/** A line with more changed characters than this is shown as wholly replaced. */
const MOST_EDITS = 2000;

interface Part {
  line: Line;
  like: Comparable;
}

/** What a line says, without its number: a clause that is only numbered anew has not changed. */
function keyOf(words: string): string {
  const numbered = numberedLine(words);
  return plainWords(numbered === null ? words : words.slice(numbered.titleAt)) || plainWords(words);
}

const partsOf = (text: string): Part[] => splitLines(text).map((line) => ({ line, like: comparable(keyOf(line.words)) }));
const stretch = ({ line: { start, end } }: Part): { start: number; end: number } => ({ start, end });

const same = (before: Part, after: Part): TextRow => ({ kind: "same", before: stretch(before), after: stretch(after), partner: null, pieces: [] });
const dropped = (before: Part): TextRow => ({ kind: "dropped", before: stretch(before), after: null, partner: null, pieces: [] });
const added = (after: Part): TextRow => ({ kind: "added", before: null, after: stretch(after), partner: null, pieces: [] });

function changed(before: Part, after: Part): TextRow {
  return { kind: "changed", before: stretch(before), after: stretch(after), partner: null, pieces: piecesOf(before.line.words, after.line.words) };
}

/** Numbers and Latin words whole, everything else character by character. */
const TOKEN = /\d+(?:[.,]\d+)*|[A-Za-z]+|[\s\S]/gu;

/** The words of two lines, cut into what both have and what only one has. */
export function piecesOf(before: string, after: string): Piece[] {
  const differences = diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [], { maxEditLength: MOST_EDITS });
  if (differences === undefined) return [{ kind: "dropped", words: before }, { kind: "added", words: after }];
  return differences.map(({ value, added: isNew, removed }) => ({ kind: isNew ? "added" : removed ? "dropped" : "same", words: value.join("") }));
}

/** Rows of a stretch that differs: lines that were rewritten find each other, in order, the rest is dropped or added. */
function rewritten(before: readonly Part[], after: readonly Part[]): TextRow[] {
  const rows: TextRow[] = [];
  let next = 0;
  for (const [index, part] of before.entries()) {
    const expected = Math.round((index * after.length) / before.length);
    let best = -1;
    let most = REWRITTEN;
    for (let at = Math.max(next, expected - NEAR); at < Math.min(after.length, Math.max(next, expected) + NEAR); at++) {
      const candidate = after[at];
      const like = candidate === undefined ? 0 : likeness(part.like, candidate.like);
      if (like > most) [best, most] = [at, like];
    }
    const found = after[best];
    if (found === undefined) rows.push(dropped(part));
    else {
      rows.push(...after.slice(next, best).map(added), changed(part, found));
      next = best + 1;
    }
  }
  return [...rows, ...after.slice(next).map(added)];
}

/** Of what was dropped in one place and added in another, the same line moved. */
function markMoved(rows: TextRow[], before: string, after: string): void {
  const wordsOf = (text: string, place: TextRow["before"]): Comparable => comparable(keyOf(place === null ? "" : text.slice(place.start, place.end)));
  const loose = (kind: "dropped" | "added") => rows.flatMap((row, index) => (row.kind === kind ? [{ row, index }] : []));
  const gone = loose("dropped").map((each) => ({ ...each, like: wordsOf(before, each.row.before) }));
  const come = loose("added").map((each) => ({ ...each, like: wordsOf(after, each.row.after), taken: false }));
  const byWords = Map.groupBy(come, (each) => each.like.plain);
  for (const one of gone) {
    if (one.like.plain.length < 4) continue;
    const exact = byWords.get(one.like.plain)?.find((other) => !other.taken);
    const other = exact ?? (gone.length <= MOST_LOOSE && come.length <= MOST_LOOSE ? come.find((each) => !each.taken && likeness(one.like, each.like) >= MOVED) : undefined);
    if (other === undefined) continue;
    other.taken = true;
    const pieces = exact === undefined ? piecesOf(before.slice(one.row.before?.start, one.row.before?.end), after.slice(other.row.after?.start, other.row.after?.end)) : [];
    Object.assign(one.row, { kind: "moved", partner: other.index, pieces });
    Object.assign(other.row, { kind: "moved", partner: one.index, pieces });
  }
}

/** A stretch that differs in more lines than this has little in common: finding the fewest edits would take too long. */
const MOST_LINES = 2000;

/** Rows of what stands between two anchors: equal lines first, for a line may stand there more than once. */
function between(left: readonly Part[], right: readonly Part[]): TextRow[] {
  const plain = (parts: readonly Part[]): string[] => parts.map((part) => part.like.plain);
  const found = diffArrays(plain(left), plain(right), { maxEditLength: MOST_LINES });
  if (found === undefined) return rewritten(left, right);
  const rows: TextRow[] = [];
  let [from, to, gone, come] = [0, 0, 0, 0];
  const settle = (): void => {
    if (gone + come > 0) rows.push(...rewritten(left.slice(from, from + gone), right.slice(to, to + come)));
    [from, to, gone, come] = [from + gone, to + come, 0, 0];
  };
  for (const { added: isNew, removed, count } of found) {
    if (isNew) come += count;
    else if (removed) gone += count;
    else {
      settle();
      for (let step = 0; step < count; step++) rows.push(...pairOf(left[from++], right[to++]));
    }
  }
  settle();
  return rows;
}

const pairOf = (one: Part | undefined, other: Part | undefined): TextRow[] =>
  one === undefined || other === undefined ? [] : [one.like.plain === other.like.plain ? same(one, other) : changed(one, other)];

/** The two texts, line by line, in the order of both. */
export function alignTexts(before: string, after: string): TextRow[] {
  const [left, right] = [partsOf(before), partsOf(after)];
  const rows: TextRow[] = [];
  let [from, to] = [0, 0];
  for (const anchor of anchorsOf(left.map((part) => part.like), right.map((part) => part.like))) {
    if (anchor.left > from || anchor.right > to) rows.push(...between(left.slice(from, anchor.left), right.slice(to, anchor.right)));
    rows.push(...pairOf(left[anchor.left], right[anchor.right]));
    [from, to] = [anchor.left + 1, anchor.right + 1];
  }
  rows.push(...between(left.slice(from), right.slice(to)));
  markMoved(rows, before, after);
  return rows;
}
