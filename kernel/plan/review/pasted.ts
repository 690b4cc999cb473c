import { compileSource } from "../compile/compile.ts";
import type { CompiledPlan } from "../compile/schema.ts";
import { joinTable, parsePasted } from "../document/join.ts";
import type { SourceText } from "../formats/source.ts";
import { fill } from "../../../base/text/text.ts";
import { text } from "./text.ts";
import { type Anchor, anchorOf, bareText, fit, nearOf } from "./anchor.ts";

/** Tables that a document has lost (an image), typed or pasted in, and joined to its words. */

interface Pasted {
  readonly pasted: string;
  /** Where it was taken from. */
  readonly source: string | null;
  readonly anchor: Anchor;
}

const lineEnd = (text: string, at: number): number => {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline;
};

/** The end of the line a table stands under: the notes of a lost table are left below it. */
function under(text: string, at: number): number {
  const end = lineEnd(text, at);
  const start = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  if (start === 0 || !/^\s*(?:注|附注|说明)\s*\d?[:：]/.test(text.slice(start, end))) return end;
  return text.slice(0, start).trimEnd().length;
}

/** Puts a table under the line that holds `at`; a picture of that line is told in words now. */
function join(source: SourceText, at: number, one: Pasted): SourceText {
  const from = source.text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const picture = source.notices.find((notice) => notice.kind === "picture" && notice.at >= from && notice.at <= at);
  return joinTable(source, picture?.at ?? at, parsePasted(one.pasted).rows, one.source === null ? {} : { caption: one.source });
}

/** Where a table belongs in a document: at its old place, or after the same words in another one. */
export function placeIn(text: string, sha256: string, anchor: Anchor): number | null {
  if (anchor.source === sha256 && anchor.at <= text.length) return anchor.at;
  const bare = bareText(text);
  const needle = anchor.before.slice(-12);
  let best: { at: number; fits: number } | null = null;
  if (needle.length < 4) return null;
  for (let index = bare.words.indexOf(needle), tries = 0; index >= 0 && tries < 100; index = bare.words.indexOf(needle, index + 1), tries++) {
    const at = (bare.places[index + needle.length - 1] ?? 0) + 1;
    const spot = { at, number: "", quote: anchor.quote, title: anchor.title };
    const fits = fit(anchor, spot, nearOf(text, spot));
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
    const at = placeIn(source.text, sha256, one.anchor);
    return at === null ? [] : [{ at: under(source.text, at), one }];
  });
  let joined = source;
  const inserts: { at: number; length: number }[] = [];
  // From the end, so that places before stay as they are.
  for (const { at, one } of [...placed].sort((a, b) => b.at - a.at)) {
    const next = join(joined, at, one);
    inserts.push({ at, length: next.text.length - joined.text.length });
    joined = next;
  }
  return { source: joined, inserts, lost: pasted.length - placed.length };
}

/** Compiles a document with the tables that were typed in for it. */
export function compileJoined(source: SourceText, pasted: readonly Pasted[], from: CompiledPlan["source"]): CompiledPlan {
  const { name, media_type, sha256 } = from;
  const joined = joinAll(source, pasted, sha256);
  const plan = compileSource(joined.source, { name, media_type, sha256 });
  if (joined.lost > 0) plan.issues.push({ at: 0, kind: "table-place", message: fill(text.tableLost["zh-CN"], { count: joined.lost }) });
  return plan;
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
