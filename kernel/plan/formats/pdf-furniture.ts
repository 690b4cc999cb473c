import type { PdfLine } from "./pdf-lines.ts";
import type { Setting } from "./pdf-paragraphs.ts";

/** Headers, footers and page numbers: what stands again and again at the edges of the pages. */

export interface LaidPage {
  number: number;
  height: number;
  lines: PdfLine[];
}

/** Share of the height, from above and from below, in which furniture stands. */
const EDGE = 0.14;
const PAGE_NUMBER = /^(?:[-—–―·•.\s]*第?\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[一二三四五六七八九十百]{1,5})\s*页?\s*(?:[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·•.\s]*)$/;

const LONGEST_NUMBER = 24;
const isNumber = (line: PdfLine): boolean => line.words.length <= LONGEST_NUMBER && PAGE_NUMBER.test(line.words);

const atEdge = (line: PdfLine, page: LaidPage): boolean => line.y < page.height * EDGE || line.y > page.height * (1 - EDGE);
const plain = (line: PdfLine): string => line.words.replace(/\s/g, "").replace(/\d+/g, "#");

interface Seen {
  pages: Set<number>;
  /** Heights at which it stood, rounded. */
  places: Map<number, number>;
}

/**
 * Takes the furniture out of the pages, in place.
 * @returns how many lines it took
 */
export function removeFurniture(pages: readonly LaidPage[], { size, pitch }: Setting): number {
  const seen = new Map<string, Seen>();
  for (const page of pages) {
    for (const line of [...edgeLines(page, 1), ...edgeLines(page, -1)]) {
      const one = seen.get(plain(line)) ?? { pages: new Set(), places: new Map() };
      one.pages.add(page.number);
      const place = Math.round(line.y / 4);
      one.places.set(place, (one.places.get(place) ?? 0) + 1);
      seen.set(plain(line), one);
    }
  }
  const enough = Math.max(2, Math.min(6, pages.length * 0.3));
  const often = (line: PdfLine): boolean => {
    const one = seen.get(plain(line));
    return one !== undefined && line.words.length <= 80 && one.pages.size >= enough && Math.max(...one.places.values()) * 2 >= one.pages.size;
  };
  let taken = 0;
  for (const page of pages) {
    for (const step of [1, -1] as const) {
      const edge = edgeLines(page, step);
      let count = edge.findIndex((line) => !often(line) && !isNumber(line));
      if (count === -1) count = edge.length;
      // What follows the text's own lines at their own distance, in their own size, is text, however often it comes.
      while (count > 0 && isText(edge[count - 1], page.lines.at(step === 1 ? count : -count - 1))) count--;
      page.lines = step === 1 ? page.lines.slice(count) : page.lines.slice(0, page.lines.length - count);
      taken += count;
    }
  }
  return taken;

  function isText(line: PdfLine | undefined, inner: PdfLine | undefined): boolean {
    if (line === undefined || inner === undefined || isNumber(line)) return false;
    return line.size > size * 0.9 && Math.abs(line.y - inner.y) < pitch * 1.2;
  }
}

/** At most three lines from the upper (1) or the lower edge (-1) inward, as far as the edge reaches. */
function edgeLines(page: LaidPage, step: 1 | -1): PdfLine[] {
  const lines = step === 1 ? page.lines.slice(0, 3) : page.lines.slice(-3).reverse();
  const inner = lines.findIndex((line) => line.table !== null || !atEdge(line, page));
  return inner === -1 ? lines : lines.slice(0, inner);
}
