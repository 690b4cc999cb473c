import type { Mark } from "../document/notes.ts";
import { halfWidth } from "../document/numerals.ts";

/** A stretch of the document as the grammar reads it: half-width, without spaces; every place knows where it stood. */
export interface Squeezed {
  words: string;
  /** Position in the document of a place in `words` (also of its end). */
  at(place: number): number;
}

const SPACES = /[\s\u3000\u00a0\u200b]/;

/** Takes text[start, end) for reading, without the marks of footnotes that lie in it. */
export function squeeze(text: string, start: number, end: number, marks: readonly Mark[] = []): Squeezed {
  const plain = halfWidth(text.slice(start, end));
  if (marks.length === 0 && !SPACES.test(plain)) return { words: plain, at: (place) => start + place };
  const places: number[] = [];
  let words = "";
  let next = 0;
  for (let index = 0; index < plain.length; index++) {
    while ((marks[next]?.end ?? Infinity) <= start + index) next++;
    if ((marks[next]?.start ?? Infinity) <= start + index) continue;
    const character = plain.charAt(index);
    if (SPACES.test(character)) continue;
    words += character;
    places.push(start + index);
  }
  return {
    words,
    at: (place) => places[place] ?? (places.at(-1) ?? start - 1) + 1,
  };
}
