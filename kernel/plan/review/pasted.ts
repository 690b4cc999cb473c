import { compileSource } from "../compile/compile.ts";
import type { CompiledPlan } from "../compile/schema.ts";
import type { SourceText, Table, TableCell } from "../formats/source.ts";
import { type Anchor, anchorOf, bareText, fit } from "./anchor.ts";

/** Tables that a document has lost (an image), typed or pasted in, and joined to its words. */

interface Pasted {
  readonly pasted: string;
  readonly anchor: Anchor;
}

/** Rows and cells of what was pasted from a sheet, a web page or typed; undefined where it is no table. */
export function rowsOf(pasted: string): string[][] | undefined {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== "");
  const by = [/\t/, /[|｜]/, / {2,}|\u3000+/].find((one) => lines.filter((line) => one.test(line.trim())).length >= 2);
  if (by === undefined) return undefined;
  const rows = lines
    .map((line) => (by.source === "\\t" ? line : line.trim().replace(/^[|｜]|[|｜]$/g, "")).split(by).map((cell) => cell.replace(/\s+/g, " ").trim()))
    // The line under the head of a Markdown table.
    .filter((cells) => !cells.every((cell) => /^:?-{2,}:?$/.test(cell)));
  return rows.length >= 2 && rows.filter((cells) => cells.length >= 2).length >= 2 ? rows : undefined;
}

const lineEnd = (text: string, at: number): number => {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline;
};

/** Puts a table under the line that holds `at`. */
function join(source: SourceText, at: number, rows: readonly (readonly string[])[]): SourceText {
  const place = lineEnd(source.text, at);
  const from = source.text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  let words = "\n";
  const cells: TableCell[][] = rows.map((row, index) => {
    if (index > 0) words += "\n";
    return row.map((cell, column) => {
      if (column > 0) words += " | ";
      const start = place + words.length;
      words += cell;
      return { start, end: start + cell.length, words: cell, columns: 1, rows: 1 };
    });
  });
  const table: Table = { start: place + 1, end: place + words.length, rows: cells };
  const by = words.length;
  const moved = (one: number): number => (one > place ? one + by : one);
  const shifted = (old: Table): Table => ({ start: moved(old.start), end: moved(old.end), rows: old.rows.map((row) => row.map((cell) => ({ ...cell, start: moved(cell.start), end: moved(cell.end) }))) });
  return {
    text: source.text.slice(0, place) + words + source.text.slice(place),
    headings: source.headings.map((one) => ({ ...one, start: moved(one.start) })),
    tables: [...source.tables.map(shifted), table].sort((a, b) => a.start - b.start),
    // The picture is told in words now.
    notices: source.notices.filter((one) => !(one.kind === "picture" && one.at >= from && one.at <= place)).map((one) => ({ ...one, at: moved(one.at) })),
  };
}

/** Where a table belongs in a document: at its old place, or after the same words in another one. */
function placeIn(text: string, sha256: string, anchor: Anchor): number | null {
  if (anchor.source === sha256 && anchor.at <= text.length) return anchor.at;
  const bare = bareText(text);
  const needle = anchor.before.slice(-12);
  let best: { at: number; fits: number } | null = null;
  if (needle.length < 4) return null;
  for (let index = bare.words.indexOf(needle), tries = 0; index >= 0 && tries < 100; index = bare.words.indexOf(needle, index + 1), tries++) {
    const at = (bare.places[index + needle.length - 1] ?? 0) + 1;
    const fits = fit(anchor, text, { at, number: "", quote: anchor.quote, title: anchor.title });
    if (fits !== null && (best === null || fits > best.fits)) best = { at, fits };
  }
  return best?.at ?? null;
}

interface Joined {
  readonly source: SourceText;
  /** Where each was put, in the text before anything was joined to it. */
  readonly inserts: ReadonlyArray<{ readonly at: number; readonly length: number }>;
  readonly lost: number;
}

function joinAll(source: SourceText, pasted: readonly Pasted[], sha256: string): Joined {
  const placed = pasted.flatMap((one) => {
    const [at, rows] = [placeIn(source.text, sha256, one.anchor), rowsOf(one.pasted)];
    return at === null || rows === undefined ? [] : [{ at: lineEnd(source.text, at), rows }];
  });
  let joined = source;
  const inserts: { at: number; length: number }[] = [];
  // From the end, so that places before stay as they are.
  for (const { at, rows } of [...placed].sort((a, b) => b.at - a.at)) {
    const next = join(joined, at, rows);
    inserts.push({ at, length: next.text.length - joined.text.length });
    joined = next;
  }
  return { source: joined, inserts, lost: pasted.length - placed.length };
}

/** Compiles a document with the tables that were typed in for it. */
export function compileJoined(source: SourceText, pasted: readonly Pasted[], from: CompiledPlan["source"]): CompiledPlan {
  const { name, media_type, sha256 } = from;
  return compileSource(joinAll(source, pasted, sha256).source, { name, media_type, sha256 });
}

/** Words about a place of the document as it is shown, told of the document as it was read. */
export function anchorOfTable(source: SourceText, pasted: readonly Pasted[], sha256: string, shownAt: number): Anchor {
  let at = shownAt;
  for (const insert of [...joinAll(source, pasted, sha256).inserts].sort((a, b) => a.at - b.at)) {
    if (insert.at < at) at = Math.max(insert.at, at - insert.length);
  }
  const start = source.text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const end = lineEnd(source.text, at);
  return anchorOf(source.text, { at: end, number: "", quote: source.text.slice(start, end), title: "" }, sha256);
}
