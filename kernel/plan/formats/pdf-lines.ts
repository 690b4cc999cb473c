import { closeUp, gapBetween, type PdfItem, type PdfPage } from "./pdf-page.ts";

/** Pieces of text → lines, in the order in which they are read: one column after the other. */

export interface Segment {
  words: string;
  x: number;
  right: number;
}

export interface PdfLine {
  words: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** Parts of the line that wide gaps keep apart. */
  segments: Segment[];
  /** Edges of the column it stands in. */
  left: number;
  end: number;
  /** The line stands for that table of the page. */
  table: number | null;
}

/** Pieces whose baselines are nearer than this (of the larger type) stand in one line; raised marks do. */
const SAME_LINE_EM = 0.45;
const SEGMENT_GAP_EM = 1.6;

const sizeOf = (items: readonly PdfItem[]): number => {
  const bySize = new Map<number, number>();
  for (const item of items) bySize.set(item.size, (bySize.get(item.size) ?? 0) + item.words.length);
  return [...bySize].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
};

/** Raised and small: a footnote mark is kept as ［7］; a power stays a figure. */
function raisedWords(item: PdfItem, size: number, y: number, before: string): string {
  const raised = item.size < size * 0.8 && item.y < y - size * 0.15;
  const number = /^[[［〔(（]?(\d{1,3})[\]］〕)）]?$/.exec(item.words.trim())?.[1];
  if (!raised || number === undefined) return item.words;
  if (/[A-Za-z\d]$/.test(before)) return item.words;
  return `［${number}］`;
}

function lineOf(items: PdfItem[], left: number, end: number): PdfLine {
  items.sort((a, b) => a.x - b.x);
  const size = sizeOf(items);
  const y = items.find((item) => item.size === size)?.y ?? 0;
  const segments: Segment[] = [];
  let whole = "";
  for (const item of items) {
    const last = segments.at(-1);
    const gap_em = last === undefined ? 0 : (item.x - last.right) / Math.max(size, 1);
    const words = raisedWords(item, size, y, whole);
    const space = last === undefined ? "" : gapBetween(whole, words, gap_em);
    whole += space + words;
    if (last === undefined || gap_em > SEGMENT_GAP_EM) segments.push({ words, x: item.x, right: item.x + item.width });
    else {
      last.words += space + words;
      last.right = Math.max(last.right, item.x + item.width);
    }
  }
  for (const segment of segments) segment.words = closeUp(segment.words).trim();
  const words = segments.map((segment) => segment.words).join(" ").trim();
  return { words, x: segments[0]?.x ?? 0, right: segments.at(-1)?.right ?? 0, y, size, segments, left, end, table: items.find((item) => item.table !== undefined)?.table ?? null };
}

/** Groups of pieces that share a baseline, from above to below. */
function baselines(items: readonly PdfItem[]): PdfItem[][] {
  const groups: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    let found: (typeof groups)[number] | undefined;
    for (let index = groups.length - 1; item.table === undefined && index >= Math.max(0, groups.length - 6); index--) {
      const group = groups[index];
      if (group?.items[0]?.table === undefined && group !== undefined && Math.abs(group.y - item.y) < SAME_LINE_EM * Math.max(group.size, item.size)) {
        found = group;
        break;
      }
    }
    if (found === undefined) groups.push({ y: item.y, size: item.size, items: [item] });
    else {
      found.items.push(item);
      if (item.size > found.size) ({ y: found.y, size: found.size } = item);
    }
  }
  return groups.sort((a, b) => a.y - b.y).map((group) => group.items);
}

/** Runs of text in two columns are at least so many lines long; on a page of a document that has them elsewhere, fewer will do. */
const LEAST_RUN = 8;

/** Lines that leave the gutter free, one after the other. */
interface Run {
  from: number;
  to: number;
}

/** Runs of lines on both sides of a gutter that read as text: most are nearly full on one side or the other, as the rows of a table are not. */
function runsAt(groups: readonly PdfItem[][], x: number, page: PdfPage, least: number): Run[] {
  const runs: Run[] = [];
  const slack = sizeOf(page.items) * 0.4;
  let from = 0;
  let both = 0;
  let full = 0;
  const close = (to: number): void => {
    if (both >= least && full > both) runs.push({ from, to });
    [from, both, full] = [to + 1, 0, 0];
  };
  for (const [index, items] of groups.entries()) {
    if (items.some((item) => item.x < x + slack && item.x + item.width > x - slack)) {
      close(index);
      continue;
    }
    const reach = (side: readonly PdfItem[]): number => side.reduce((sum, item) => sum + item.width, 0);
    const [left, right] = [reach(items.filter((item) => item.x < x)), reach(items.filter((item) => item.x >= x))];
    if (left > 0 && right > 0) both++;
    full += (left > page.width * 0.25 ? 1 : 0) + (right > page.width * 0.2 ? 1 : 0);
  }
  close(groups.length);
  return runs;
}

/** x of the gutter between two columns of running text, null for a page of one. */
export function gutterOf(page: PdfPage): number | null {
  const groups = baselines(page.items);
  let best: { x: number; lines: number } | null = null;
  for (let x = page.width * 0.35; x <= page.width * 0.65; x += 4) {
    const lines = runsAt(groups, x, page, LEAST_RUN).reduce((sum, run) => sum + run.to - run.from, 0);
    if (lines > (best?.lines ?? 0)) best = { x, lines };
  }
  return best?.x ?? null;
}

/** Lines of a page in reading order; `gutter` of this page or of the document, null when all is one column. */
export function linesOf(page: PdfPage, gutter: number | null = null): PdfLine[] {
  const groups = baselines(page.items);
  const whole = edgesOf(groups);
  if (gutter === null) return groups.map((items) => lineOf(items, whole.left, whole.end));
  const lines: PdfLine[] = [];
  const runs = runsAt(groups, gutter, page, 2);
  for (let index = 0; index < groups.length; index++) {
    const run = runs.find(({ from, to }) => index >= from && index < to);
    if (run === undefined) lines.push(lineOf(groups[index] ?? [], whole.left, whole.end));
    else {
      for (const side of [0, 1]) {
        const own = groups.slice(run.from, run.to).map((items) => items.filter((item) => (item.x >= gutter ? 1 : 0) === side)).filter((items) => items.length > 0);
        const { left, end } = edgesOf(own);
        lines.push(...own.map((items) => lineOf(items, left, end)));
      }
      index = run.to - 1;
    }
  }
  return lines;
}

/** Left and right edge of the text: where lines commonly begin and end. */
function edgesOf(groups: readonly PdfItem[][]): { left: number; end: number } {
  const starts = groups.map((group) => group.reduce((least, item) => Math.min(least, item.x), Infinity)).sort((a, b) => a - b);
  const ends = groups.map((group) => group.reduce((most, item) => Math.max(most, item.x + item.width), 0)).sort((a, b) => a - b);
  return { left: starts[Math.floor(starts.length * 0.08)] ?? 0, end: ends[Math.ceil(ends.length * 0.92) - 1] ?? 0 };
}
