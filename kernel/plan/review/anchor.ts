import { bareWords } from "../document/ids.ts";

/** The words a decision was made on, so that it finds them again in another reading or another version of the document. */
export interface Anchor {
  /** As printed; "" where no number is printed. */
  readonly number: string;
  /** Bare letters before and after the number. */
  readonly before: string;
  readonly after: string;
  readonly quote: string;
  /** Where in the quote the number, or what stands for it, begins. */
  readonly offset: number;
  /** Of the clause it stood in. */
  readonly title: string;
  readonly at: number;
  /** Digest of the file it stood in. */
  readonly source: string;
  /** What was added stood beside another reading of the same number. */
  readonly beside: boolean;
}

/** A place in a text that a decision may belong to. */
export interface Spot {
  readonly at: number;
  readonly number: string;
  readonly quote: string;
  readonly title: string;
}

const NEAR = 40;
/** Marks and spaces are left out, so more is cut than is kept. */
const CUT = 4 * NEAR;

const lettersBefore = (text: string, at: number): string => bareWords(text.slice(Math.max(0, at - CUT), at)).slice(-NEAR);
const lettersAfter = (text: string, at: number): string => bareWords(text.slice(at, at + CUT)).slice(0, NEAR);

export function anchorOf(text: string, spot: Spot, source: string, beside = false): Anchor {
  const { at, number, quote, title } = spot;
  const from = text.lastIndexOf(quote, at);
  const offset = from >= 0 && at <= from + quote.length - number.length ? at - from : Math.max(0, quote.indexOf(number));
  return { number, ...nearOf(text, spot), quote, offset, title, at, source, beside };
}

/** A number without what may differ between two printings of it. */
export const plainNumber = (number: string): string => number.normalize("NFKC").replace(/[\s,，]/g, "");

/** The words of a quote without its number. */
export const withoutNumber = (quote: string, number: string): string => bareWords(number === "" ? quote : quote.replace(number, ""));

function commonEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}

function commonStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

/** So many letters about a number make sure that it is the same place. */
const SURE = 8;
const LEAST_QUOTE = 4;

/** Letters about a place. */
export interface Near {
  readonly before: string;
  readonly after: string;
}

export const nearOf = (text: string, { at, number }: Pick<Spot, "at" | "number">): Near => ({ before: lettersBefore(text, at), after: lettersAfter(text, at + number.length) });

/** How well a place fits the words of a decision; null: it does not. The number is compared elsewhere. */
export function fit(anchor: Anchor, spot: Spot, { before, after }: Near): number | null {
  const near = commonEnd(anchor.before, before) + commonStart(anchor.after, after);
  const quote = withoutNumber(anchor.quote, anchor.number);
  const sameQuote = quote.length >= LEAST_QUOTE && quote === withoutNumber(spot.quote, spot.number);
  if (near < SURE && !sameQuote) return null;
  return near + (sameQuote ? 30 : 0) + (anchor.title === spot.title ? 15 : 0);
}

/** A text without spaces and signs, and where each letter of it stands. */
export interface Bare {
  readonly words: string;
  readonly places: readonly number[];
}

export function bareText(text: string): Bare {
  const kept: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    // Most of a plan is these letters: they stay as they are, and long documents are done in no time.
    const bare = code >= 0x4e00 && code <= 0x9fff ? letter : bareWords(letter);
    for (let index = 0; index < bare.length; index++) {
      kept.push(bare.charAt(index));
      places.push(at);
    }
    at += letter.length;
  }
  return { words: kept.join(""), places };
}

/** Most places looked at where the same words stand over and over. */
const MOST = 200;

/** Where the words stand in a text that no reading covers: the same words, or the same but for the number. */
export function locate(anchor: Anchor, text: string, bare: Bare, titleAt: (at: number) => string): { spot: Spot; sameNumber: boolean } | null {
  const number = bareWords(anchor.number);
  const found: { spot: Spot; sameNumber: boolean; fits: number }[] = [];
  const [head, tail] = partsOf(anchor);
  const look = (needle: string, numberFrom: number): void => {
    if (needle.length < LEAST_QUOTE) return;
    for (let index = bare.words.indexOf(needle), tries = 0; index >= 0 && tries < MOST; index = bare.words.indexOf(needle, index + 1), tries++) {
      const spot = spotAt(anchor, text, bare, index + numberFrom, [index, index + needle.length], tail, titleAt);
      const fits = spot === null ? null : fit(anchor, spot, nearOf(text, spot));
      if (spot !== null && fits !== null) found.push({ spot, sameNumber: plainNumber(spot.number) === plainNumber(anchor.number), fits });
    }
  };
  look(head + number + tail, head.length);
  if (found.length === 0 && number !== "" && head.length >= LEAST_QUOTE) look(head, head.length);
  found.sort((a, b) => Number(b.sameNumber) - Number(a.sameNumber) || b.fits - a.fits || Math.abs(a.spot.at - anchor.at) - Math.abs(b.spot.at - anchor.at));
  const best = found[0];
  return best === undefined ? null : { spot: best.spot, sameNumber: best.sameNumber };
}

/** Bare letters of the quote before and after its number. */
const partsOf = ({ quote, offset, number }: Anchor): readonly [string, string] => [bareWords(quote.slice(0, offset)), bareWords(quote.slice(offset + number.length))];

const PRINTED = /^[\d０-９.．,，]+(?:[-－—~～至][\d０-９.．]+)?/;

function spotAt(anchor: Anchor, text: string, bare: Bare, index: number, [from, to]: readonly [number, number], tail: string, titleAt: (at: number) => string): Spot | null {
  const at = bare.places[index];
  const start = bare.places[from];
  const last = bare.places[Math.max(to, index + 1) - 1];
  if (at === undefined || start === undefined || last === undefined) return null;
  const same = text.startsWith(anchor.number, at);
  const number = same ? anchor.number : (PRINTED.exec(text.slice(at, at + 40))?.[0].replace(/[.．,，]$/, "") ?? "");
  if (number === "" && anchor.number !== "") return null;
  const end = same && anchor.number !== "" && !text.slice(start, last + 1).includes(anchor.number) ? at + number.length : last + 1;
  if (!same && !bareWords(text.slice(at + number.length, at + number.length + CUT)).startsWith(tail)) return null;
  return { at, number, quote: text.slice(start, Math.max(end, at + number.length)), title: titleAt(at) };
}
