import type { OutlineNode } from "../compile/schema.ts";

/** Cuts the plan's text into what the page shows. Pure: places in, pieces out; every piece is a slice of the text. */

/** A target's words in the text: from the beginning of its quote to its end, kept apart from its neighbours'. */
export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

interface Quoted {
  readonly id: string;
  readonly at: number;
  readonly number: string;
  readonly unit: string;
  readonly quote: string;
}

/** Where a quote lies around its number; the number alone where the quote is not found there. */
function placeOf(text: string, target: Quoted): { start: number; end: number } {
  const alone = { start: target.at, end: target.at + target.number.length + (text.startsWith(target.unit, target.at + target.number.length) ? target.unit.length : 0) };
  if (target.quote === "") return alone;
  let found = text.lastIndexOf(target.quote, target.at);
  while (found >= 0 && found + target.quote.length < alone.end) found = found === 0 ? -1 : text.lastIndexOf(target.quote, found - 1);
  if (found < 0 || target.at - found >= target.quote.length) return alone;
  return cellAround(text, target.at, { start: found, end: found + target.quote.length });
}

const BAR = " | ";

/** A target of a table quotes its whole row; in the text its own cell is marked. */
function cellAround(text: string, at: number, row: { start: number; end: number }): { start: number; end: number } {
  const before = text.lastIndexOf(BAR, at);
  const after = text.indexOf(BAR, at);
  return { start: before < row.start ? row.start : before + BAR.length, end: after < 0 || after > row.end ? row.end : after };
}

const joins = /^[\s、，,；;。和及与]+/u;

/** Longest stretch of words that a mark covers; a whole paragraph underlined says nothing. */
const widest = 60;

/** Marks in the order of the text, none over another: two targets of one sentence share its words between them. */
export function marksOf(text: string, targets: readonly Quoted[]): readonly Mark[] {
  const placed = targets.map((target) => ({ target, ...placeOf(text, target) })).sort((a, b) => a.target.at - b.target.at);
  const marks: Mark[] = [];
  let free = 0;
  for (const [i, { target, start, end }] of placed.entries()) {
    const numberEnd = target.at + target.number.length + (text.startsWith(target.unit, target.at + target.number.length) ? target.unit.length : 0);
    const next = placed[i + 1];
    let to = next !== undefined && next.start < end ? Math.max(numberEnd, Math.min(end, next.start)) : end;
    if (next !== undefined) to = Math.min(to, Math.max(next.target.at, numberEnd));
    let from = Math.max(start, free);
    from += joins.exec(text.slice(from, to))?.[0].length ?? 0;
    if (from > target.at) from = Math.max(free, target.at);
    if (to - from > widest) {
      from = Math.max(from, boundaryBefore(text, target.at, from));
      to = Math.min(to, boundaryAfter(text, Math.max(numberEnd, target.at + 1), to));
    }
    if (to <= from) continue; // its words are taken already, as by a second reading of the same number
    marks.push({ id: target.id, start: from, end: to });
    free = to;
  }
  return marks;
}

const boundary = /[，,；;。\n、:：]/u;

function boundaryBefore(text: string, at: number, least: number): number {
  let i = at;
  while (i > least && !boundary.test(text[i - 1] ?? "")) i--;
  return i;
}

function boundaryAfter(text: string, at: number, most: number): number {
  let i = at;
  while (i < most && !boundary.test(text[i] ?? "")) i++;
  return i;
}

/** Of ranges in order, none over another, those that reach into a stretch of text. */
export function reaching<T extends { readonly start: number; readonly end: number }>(ranges: readonly T[], start: number, end: number): readonly T[] {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < ranges.length && (ranges[last]?.start ?? end) < end) last++;
  return ranges.slice(low, last);
}

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The mark it belongs to. */
  readonly mark: string | null;
  /** Index of the found place it belongs to. */
  readonly found: number | null;
  /** First and last piece of its mark. */
  readonly first: boolean;
  readonly last: boolean;
}

/** One paragraph as pieces, cut where a mark or a found place begins or ends. */
export function cut(start: number, end: number, marks: readonly Mark[], found: readonly { readonly start: number; readonly end: number }[]): readonly Piece[] {
  const edges = new Set([start, end]);
  for (const range of [...marks, ...found]) {
    if (range.end <= start || range.start >= end) continue;
    edges.add(Math.max(range.start, start));
    edges.add(Math.min(range.end, end));
  }
  const ordered = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [i, from] of ordered.entries()) {
    const to = ordered[i + 1];
    if (to === undefined) break;
    const mark = marks.find((each) => each.start <= from && to <= each.end);
    const hit = found.findIndex((each) => each.start <= from && to <= each.end);
    pieces.push({
      start: from,
      end: to,
      mark: mark?.id ?? null,
      found: hit < 0 ? null : hit,
      first: mark !== undefined && Math.max(mark.start, start) === from,
      last: mark !== undefined && Math.min(mark.end, end) === to,
    });
  }
  return pieces;
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/** Non-empty lines of a stretch of text, without the blanks around them. */
export function paragraphs(text: string, start: number, end: number): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let from = start;
  while (from < end) {
    const newline = text.indexOf("\n", from);
    const stop = newline < 0 || newline > end ? end : newline;
    let [a, b] = [from, stop];
    while (a < b && /[\s\u3000\uFEFF]/u.test(text[a] ?? "")) a++;
    while (b > a && /[\s\u3000]/u.test(text[b - 1] ?? "")) b--;
    if (b > a) found.push({ start: a, end: b });
    from = stop + 1;
  }
  return found;
}

/** Rows of a table in the text: lines with bars between the cells. */
export interface TableRows {
  readonly start: number;
  readonly rows: readonly (readonly Paragraph[])[];
}

function cellsOf(text: string, { start, end }: Paragraph): readonly Paragraph[] {
  const cells: Paragraph[] = [];
  let from = start;
  for (const words of text.slice(start, end).split(BAR)) {
    cells.push({ start: from, end: from + words.length });
    from += words.length + BAR.length;
  }
  return cells;
}

/** Paragraphs in their order; two or more lines of cells, one after the other, are a table. */
export function tablesIn(text: string, all: readonly Paragraph[]): readonly (Paragraph | TableRows)[] {
  const out: (Paragraph | TableRows)[] = [];
  const isRow = (paragraph: Paragraph | undefined): boolean => paragraph !== undefined && text.slice(paragraph.start, paragraph.end).includes(BAR);
  for (let index = 0; index < all.length; index++) {
    const first = all[index];
    if (first === undefined) continue;
    let to = index;
    while (isRow(all[to])) to++;
    if (to - index < 2) out.push(first);
    else {
      out.push({ start: first.start, rows: all.slice(index, to).map((row) => cellsOf(text, row)) });
      index = to - 1;
    }
  }
  return out;
}


/** One clause as it is shown: its heading, then its own paragraphs, without those of its children. */
export interface Block {
  readonly node: OutlineNode;
  readonly depth: number;
  readonly parent: string | null;
  readonly chapter: string;
  /** A title run into its paragraph: its words are the beginning of the first paragraph. */
  readonly runIn: Paragraph | null;
  readonly body: readonly Paragraph[];
}

function blockOf(text: string, node: OutlineNode, depth: number, parent: string | null, chapter: string): Block {
  const end = node.children[0]?.start ?? node.end;
  const [head, ...rest] = paragraphs(text, node.start, end);
  if (head === undefined) return { node, depth, parent, chapter, runIn: null, body: [] };
  const at = node.title === "" ? -1 : text.indexOf(node.title, head.start);
  const titleEnd = at >= 0 && at < head.end ? Math.min(head.end, at + node.title.length) : head.end;
  const left = text.slice(titleEnd, head.end).replace(/^[\s。．.:：!！?？#*]+/u, "");
  if (left === "") return { node, depth, parent, chapter, runIn: null, body: rest };
  const past = /^[。．.:：!！?？]/u.exec(text.slice(titleEnd, head.end))?.[0].length ?? 0;
  return { node, depth, parent, chapter, runIn: { start: head.start, end: titleEnd + past }, body: [{ start: titleEnd + past, end: head.end }, ...rest] };
}

/** All clauses in the order of the text. */
export function blocksOf(text: string, outline: readonly OutlineNode[]): readonly Block[] {
  const blocks: Block[] = [];
  const walk = (nodes: readonly OutlineNode[], depth: number, parent: string | null, chapter: string | null): void => {
    for (const node of nodes) {
      const own = chapter ?? node.id;
      blocks.push(blockOf(text, node, depth, parent, own));
      // Below a part, the chapters are what one speaks of.
      walk(node.children, depth + 1, node.id, node.level === "part" ? null : own);
    }
  };
  walk(outline, 0, null, null);
  return blocks;
}

interface Gaps {
  readonly before: Paragraph | null;
  /** By the id of the clause that follows. */
  readonly above: ReadonlyMap<string, Paragraph>;
  readonly after: Paragraph | null;
}

/** The text that no clause covers: before the first, between two, after the last. */
export function gapsOf(text: string, outline: readonly OutlineNode[]): Gaps {
  const gap = (start: number, end: number): Paragraph | null => (paragraphs(text, start, end).length === 0 ? null : { start, end });
  const above = new Map<string, Paragraph>();
  for (const [i, node] of outline.entries()) {
    const between = i === 0 ? null : gap(outline[i - 1]?.end ?? node.start, node.start);
    if (between) above.set(node.id, between);
  }
  return { before: gap(0, outline[0]?.start ?? text.length), above, after: outline.length === 0 ? null : gap(outline.at(-1)?.end ?? text.length, text.length) };
}

/** Every place where the words stand, without regard to case or to half and full width; at most `most`. */
export function findIn(text: string, words: string, most = 2000): readonly { readonly start: number; readonly end: number }[] {
  const wanted = fold(words.trim());
  if (wanted === "") return [];
  const folded = fold(text);
  const found: { start: number; end: number }[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && found.length < most; at = folded.indexOf(wanted, at + wanted.length)) {
    found.push({ start: at, end: at + wanted.length });
  }
  return found;
}

/** One code unit for one, so that places stay places. */
function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replace(/[A-Z]/g, (each) => each.toLowerCase());
}
