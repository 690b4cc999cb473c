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
  return { words, x: segments[0]?.x ?? 0, right: segments.at(-1)?.right ?? 0, y, size, segments, left, end };
}

/** Groups of pieces that share a baseline, from above to below. */
function baselines(items: readonly PdfItem[]): PdfItem[][] {
  const groups: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    let found: (typeof groups)[number] | undefined;
    for (let index = groups.length - 1; index >= Math.max(0, groups.length - 6); index--) {
      const group = groups[index];
      if (group !== undefined && Math.abs(group.y - item.y) < SAME_LINE_EM * Math.max(group.size, item.size)) {
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

/** x of the gutter between two columns of running text, null for a page of one. */
function gutterOf(groups: readonly PdfItem[][], page: PdfPage): number | null {
  if (groups.length < 10) return null;
  const size = sizeOf(page.items);
  let best: { x: number; crossing: number } | null = null;
  for (let x = page.width * 0.35; x <= page.width * 0.65; x += 4) {
    const crossing = groups.filter((items) => items.some((item) => item.x < x + size * 0.4 && item.x + item.width > x - size * 0.4)).length;
    if (best === null || crossing < best.crossing) best = { x, crossing };
  }
  if (best === null || best.crossing * 2.5 > groups.length) return null;
  const { x } = best;
  let both = 0;
  let full = 0;
  for (const items of groups) {
    const left = items.filter((item) => item.x + item.width <= x);
    const right = items.filter((item) => item.x >= x);
    if (left.length === 0 || right.length === 0 || left.length + right.length < items.length) continue;
    both++;
    const reach = (side: PdfItem[]): number => side.reduce((sum, item) => sum + item.width, 0);
    if (reach(left) > page.width * 0.25 && reach(right) > page.width * 0.2) full++;
  }
  // A table has short cells; columns of text are mostly full lines.
  return both >= 8 && full * 2 > both ? x : null;
}

/** Lines of a page in reading order. */
export function linesOf(page: PdfPage): PdfLine[] {
  const groups = baselines(page.items);
  const gutter = gutterOf(groups, page);
  const whole = edgesOf(page.items);
  if (gutter === null) return groups.map((items) => lineOf(items, whole.left, whole.end));
  const sides = [edgesOf(page.items.filter((item) => item.x + item.width <= gutter)), edgesOf(page.items.filter((item) => item.x >= gutter))];
  const lines: PdfLine[] = [];
  let columns: [PdfLine[], PdfLine[]] = [[], []];
  const flush = (): void => {
    lines.push(...columns[0], ...columns[1]);
    columns = [[], []];
  };
  for (const items of groups) {
    if (items.some((item) => item.x < gutter && item.x + item.width > gutter)) {
      flush();
      lines.push(lineOf(items, whole.left, whole.end));
      continue;
    }
    for (const [side, edges] of sides.entries()) {
      const own = items.filter((item) => (item.x >= gutter ? 1 : 0) === side);
      if (own.length > 0) columns[side === 0 ? 0 : 1].push(lineOf(own, edges.left, edges.end));
    }
  }
  flush();
  return lines;
}

/** Left and right edge of the text: where lines commonly begin and end. */
function edgesOf(items: readonly PdfItem[]): { left: number; end: number } {
  const groups = baselines(items);
  const starts = groups.map((group) => Math.min(...group.map((item) => item.x))).sort((a, b) => a - b);
  const ends = groups.map((group) => Math.max(...group.map((item) => item.x + item.width))).sort((a, b) => a - b);
  return { left: starts[Math.floor(starts.length * 0.08)] ?? 0, end: ends[Math.ceil(ends.length * 0.92) - 1] ?? 0 };
}
