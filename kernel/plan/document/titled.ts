import { numberedLine, readsAsHeading } from "./headings.ts";
import { type Head, headAt, RANK } from "./heads.ts";
import { levelsOf } from "./levels.ts";
import type { Line } from "./lines.ts";
import { dashTitle, runInTitle } from "./titles.ts";

/** Paragraphs that begin with their title, between the headings. */

const DASH = /^(?:[—–―-]{2,3}|－{2}|─{1,3}|[●■◆★▲•·◇□○※])\s*/;
const RUN = /^([一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}(?=[，,、]))[，,、：:]?\s*/;
/** A line of its own over long paragraphs reads as their title up to this length. */
const SHORT = 30;
const LONG = 40;

/** Titled paragraphs under one heading: when most of its paragraphs begin with a title, those that do are items. */
function titledParagraphs(lines: readonly Line[], from: number, to: number): Head[] {
  const paragraphs: { line: number; title: string | null }[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line?.role !== "paragraph" || line.words.length <= 20 || DASH.test(line.words) || RUN.test(line.words)) continue;
    paragraphs.push({ line: index, title: runInTitle(line.words) });
  }
  // One paragraph alone has a title only where it plainly reads as one.
  const [alone] = paragraphs;
  if (paragraphs.length === 1 && /[，,\d]/.test(alone?.title ?? "")) return [];
  const titled = paragraphs.flatMap(({ line, title }) => (title === null ? [] : [{ line, title }]));
  const more = titled.length * 2 > paragraphs.length;
  // Exactly half: titles when the first paragraph has one; one at the end only is a closing sentence.
  const half = titled.length > 0 && titled.length * 2 === paragraphs.length && titled[0]?.line === paragraphs[0]?.line;
  return more || half ? titled.map(({ line, title }) => headAt(line, RANK.titled, title, { titled: true })) : [];
}

/** —— paragraphs: items where at least two of them begin with a title. */
function dashed(lines: readonly Line[], from: number, to: number): Head[] {
  const heads: Head[] = [];
  let own = 0;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    const dash = line?.role === "paragraph" ? DASH.exec(line.words)?.[0] : undefined;
    if (line === undefined || dash === undefined) continue;
    own++;
    const title = dashTitle(line.words.slice(dash.length));
    if (title !== null) heads.push(headAt(index, RANK.dash, title, { number: dash.trim(), titled: true }));
  }
  return own >= 2 && heads.length * 2 > own ? heads : [];
}

/** 一是 … 二是 …, each a paragraph of its own that begins with a title. Inside one paragraph they stay sentences. */
function runs(lines: readonly Line[], from: number, to: number): Head[] {
  const heads: Head[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index];
    const match = line?.role === "paragraph" ? RUN.exec(line.words) : null;
    const title = line === undefined || match === null ? null : runInTitle(line.words.slice(match[0].length));
    if (title !== null) heads.push(headAt(index, RANK.run, title, { number: match?.[1] ?? "", titled: true }));
  }
  return heads.length >= 2 ? heads : [];
}

/** Whether a line is a short title without number, with a long paragraph below. */
function standsOver(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  return line?.role === "paragraph" && line.words.length >= 4 && line.words.length <= SHORT && readsAsHeading(line.words) && numberedLine(line.words) === null
    && !/[：:|、，]|^(?:附|表|图|注|单位|专栏)|\d(?:%|万|亿)|^(?!\d{4}\s?年)\d|(?:人民政府|委员会|办公[厅室])$|日$/.test(line.words)
    && next?.role === "paragraph" && next.words.length >= LONG && /[。；：]/.test(next.words);
}

/** Short titles on lines of their own: items below a heading that has several (or `least`); chapters of a text that numbers nothing. */
function shortTitles(lines: readonly Line[], from: number, to: number, rank: number, least = 2): Head[] {
  const heads: Head[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line !== undefined && standsOver(lines, index)) heads.push(headAt(index, rank, line.words, { titled: rank === RANK.titled }));
  }
  return heads.length >= least ? heads : [];
}

/** Puts the titled paragraphs between the headings. */
export function withTitled(lines: readonly Line[], heads: readonly Head[]): Head[] {
  // A document that marks its titled paragraphs as headings says itself which they are: no others are guessed.
  const levels = levelsOf(heads);
  if (heads.some((head) => head.scheme === "" && head.rank < RANK.numbered && levels.get(head) === "item")) return [...heads];
  const outer = heads.some((head) => head.rank > RANK.annex && head.rank < RANK.box) ? [] : shortTitles(lines, 0, heads[0]?.line ?? lines.length, RANK.numbered);
  for (const head of outer) setHeading(lines, head);
  const all: Head[] = [];
  const known = [...outer, ...heads];
  // Where nothing is numbered, one short title below 2026年重点工作 is one, too.
  const least = heads.length > 0 && heads.every((head) => head.era === true) ? 1 : 2;
  const between = (from: number, to: number): void => {
    const short = outer.length > 0 ? [] : shortTitles(lines, from, to, RANK.titled, least);
    for (const head of short) setHeading(lines, head);
    const found = [...(short.length > 0 ? short : titledParagraphs(lines, from, to)), ...dashed(lines, from, to), ...runs(lines, from, to)];
    for (const head of found.sort((a, b) => a.line - b.line)) all.push(head);
  };
  if (known.length === 0) between(0, lines.length);
  let box: number | null = null;
  for (const [position, head] of known.entries()) {
    all.push(head);
    if (head.rank <= RANK.box) box = head.until;
    const next = known[position + 1]?.line ?? lines.length;
    // A box may end before the next heading: what follows belongs to the heading around it.
    const end = box !== null && box > head.last && box < next ? box : next;
    between(head.last + 1, end);
    if (end < next) between(end, next);
  }
  return all;
}

function setHeading(lines: readonly Line[], head: Head): void {
  const line = lines[head.line];
  if (line !== undefined) line.role = "heading";
}
