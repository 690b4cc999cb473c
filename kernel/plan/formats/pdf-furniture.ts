import type { PdfLine } from "./pdf-lines.ts";

/** Headers, footers and page numbers: what stands again and again at the edges of the pages. */

export interface LaidPage {
  number: number;
  height: number;
  lines: PdfLine[];
}

/** Share of the height, from above and from below, in which furniture stands. */
const EDGE = 0.14;
const PAGE_NUMBER = /^(?:[-—–―·•.\s]*第?\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[一二三四五六七八九十百]{1,5})\s*页?\s*(?:[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·•.\s]*)$/;

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
export function removeFurniture(pages: readonly LaidPage[]): number {
  const seen = new Map<string, Seen>();
  for (const page of pages) {
    for (const line of edgeLines(page)) {
      const one = seen.get(plain(line)) ?? { pages: new Set(), places: new Map() };
      one.pages.add(page.number);
      const place = Math.round(line.y / 4);
      one.places.set(place, (one.places.get(place) ?? 0) + 1);
      seen.set(plain(line), one);
    }
  }
  const enough = Math.max(2, Math.min(6, pages.length * 0.3));
  let taken = 0;
  for (const page of pages) {
    const edge = edgeLines(page);
    const gone = new Set(edge.filter((line) => {
      const one = seen.get(plain(line));
      const often = one !== undefined && one.pages.size >= enough && Math.max(...one.places.values()) * 2 >= one.pages.size;
      // A number by itself at the very edge is a page number on any page but a lone one.
      const number = PAGE_NUMBER.test(line.words) && (line === page.lines[0] || line === page.lines.at(-1) || often);
      return number || (often && line.words.length <= 80);
    }));
    page.lines = page.lines.filter((line) => !gone.has(line));
    taken += gone.size;
  }
  return taken;
}

/** At most the first three and the last three lines of a page. */
function edgeLines(page: LaidPage): PdfLine[] {
  const lines = page.lines.length <= 6 ? page.lines : [...page.lines.slice(0, 3), ...page.lines.slice(-3)];
  return lines.filter((line) => atEdge(line, page));
}
