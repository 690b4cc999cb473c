import { type NumberedLine, numberedLine, readsAsHeading, runInTitle } from "./headings.ts";
import { bareWords, IdGiver } from "./ids.ts";
import { type Line, opensAnnex } from "./lines.ts";
import type { Language } from "../formats/text.ts";
import { message } from "./text.ts";
import { openingTitle } from "./titles.ts";

/** The tree of a document: parts, chapters, sections, titled paragraphs. */

export interface Clause {
  id: string;
  level: "part" | "chapter" | "section" | "item";
  number: string;
  title: string;
  kind: "goal" | "task" | null;
  start: number;
  end: number;
  children: Clause[];
}

export interface DocumentIssue {
  at: number;
  kind: string;
  message: string;
}

interface Head {
  line: number;
  rank: number;
  number: string;
  value: number | null;
  title: string;
  /** Rank of the numbering, to compare neighbours; null for headings that bear no number. */
  scheme: string;
}

/** Ranks: the format's own headings first, then annexes, then numberings, then titled paragraphs. */
const MARKED = 10;
const ANNEX_RANK = 0.5;
const NUMBERED = 100;
const TITLED = 200;

function headOfNumbered(line: Line, index: number, numbered: NumberedLine): Head | null {
  const rest = line.words.slice(numbered.titleAt);
  const title = readsAsHeading(rest) ? rest : runInTitle(rest);
  const deep = numbered.scheme.rank >= 6;
  // 一、 and （一） head a clause even where its first sentence is long; 1. and (1) only with a title, for lists and notes use them too.
  const words = title ?? (deep ? null : (openingTitle(rest) || null));
  if (words === null || words === "") return null;
  return {
    line: index, rank: NUMBERED + numbered.scheme.rank, number: numbered.printed, value: numbered.value,
    title: words.trim(), scheme: numbered.scheme.name,
  };
}

function findHeads(lines: readonly Line[], marked: ReadonlyMap<number, number>): Head[] {
  const heads: Head[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.role !== "paragraph") continue;
    const numbered = numberedLine(line.words);
    const depth = marked.get(line.start);
    if (depth !== undefined) {
      const mark = /^#{1,6}\s+/.exec(line.words)?.[0].length ?? 0;
      const rest = numbered === null ? line.words.slice(mark) : line.words.slice(numbered.titleAt);
      heads.push({
        line: index, rank: MARKED + depth, number: numbered?.printed ?? "", value: numbered?.value ?? null,
        title: rest.trim(), scheme: numbered?.scheme.name ?? "",
      });
    } else if (opensAnnex(line)) {
      heads.push({ line: index, rank: ANNEX_RANK, number: "", value: null, title: line.words, scheme: "" });
    } else if (numbered !== null) {
      const head = headOfNumbered(line, index, numbered);
      if (head !== null) heads.push(head);
    }
  }
  return heads;
}

/** Outermost numbering is a chapter, the next a section, all below are items; 篇 and annexes are parts. */
function levelsByRank(heads: readonly Head[]): Map<number, Clause["level"]> {
  const levels = new Map<number, Clause["level"]>();
  const names: Clause["level"][] = ["chapter", "section"];
  for (const rank of [...new Set(heads.map((head) => head.rank))].sort((a, b) => a - b)) {
    if (rank === ANNEX_RANK || rank === NUMBERED + 1) levels.set(rank, "part");
    else levels.set(rank, names.shift() ?? "item");
  }
  return levels;
}

const GOAL_SECTION = /目标|远景|愿景/;
const NO_GOAL_SECTION = /任务|实施|保障|落实/;

/** Titled paragraphs under one heading: when most of its paragraphs begin with a title, those that do are items. */
function titledParagraphs(lines: readonly Line[], from: number, to: number): { line: number; title: string }[] {
  const paragraphs: { line: number; title: string | null }[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line?.role === "paragraph" && line.words.length > 20) paragraphs.push({ line: index, title: runInTitle(line.words) });
  }
  const titled = paragraphs.flatMap(({ line, title }) => (title === null ? [] : [{ line, title }]));
  const more = titled.length * 2 > paragraphs.length;
  // Exactly half: titles when the first paragraph has one; one at the end only is a closing sentence.
  const half = titled.length > 0 && titled.length * 2 === paragraphs.length && titled[0]?.line === paragraphs[0]?.line;
  return more || half ? titled : [];
}

interface Placed {
  clause: Clause;
  rank: number;
  parent: Placed | null;
  /** Numbers last seen below it, by numbering. */
  counts: Map<string, number>;
}

/** Builds the tree of the headings; each node ends where the next of its rank or above begins. */
export function outlineOf(
  lines: readonly Line[], marked: ReadonlyMap<number, number>, language: Language,
): { outline: Clause[]; issues: DocumentIssue[] } {
  const heads = findHeads(lines, marked);
  for (const head of heads) {
    const line = lines[head.line];
    if (line !== undefined) line.role = line.words.length > head.number.length + head.title.length + 6 ? "paragraph" : "heading";
  }
  const levels = levelsByRank(heads);
  // A document that marks its titled paragraphs as headings says itself which they are: no others are guessed.
  const marksItems = heads.some((head) => head.scheme === "" && levels.get(head.rank) === "item");
  const all = marksItems ? heads : withTitled(lines, heads);
  const ids = new IdGiver("c");
  const issues: DocumentIssue[] = [];
  const root: Placed = { clause: emptyClause(), rank: -1, parent: null, counts: new Map() };
  let open = root;
  const last = new Map<string, number>();
  let lastEnd = 0;
  let next = 0;
  const close = (rank: number): void => {
    while (open.parent !== null && open.rank >= rank) {
      open.clause.end = Math.max(open.clause.end, lastEnd);
      open = open.parent;
    }
  };
  for (const [index, line] of lines.entries()) {
    const head = all[next];
    if (head !== undefined && head.line === index) {
      next++;
      close(head.rank);
      const level = head.rank >= TITLED ? "item" : (levels.get(head.rank) ?? "item");
      const titled = level === "item" && head.scheme === "";
      const goal = titled && GOAL_SECTION.test(open.clause.title) && !NO_GOAL_SECTION.test(open.clause.title);
      const clause: Clause = {
        id: ids.give(head.title, bareWords(open.clause.title)), level, number: head.number, title: head.title,
        kind: titled ? (goal ? "goal" : "task") : null, start: line.start, end: line.end, children: [],
      };
      checkNumber(head, open, last, line.start, language, issues);
      open.clause.children.push(clause);
      open = { clause, rank: head.rank, parent: open, counts: new Map() };
    }
    if (line.role !== "chrome") lastEnd = line.end;
  }
  close(-1);
  return { outline: root.clause.children, issues };
}

const emptyClause = (): Clause => ({ id: "", level: "part", number: "", title: "", kind: null, start: 0, end: 0, children: [] });

/** Puts the titled paragraphs between the numbered headings. */
function withTitled(lines: readonly Line[], heads: readonly Head[]): Head[] {
  const all: Head[] = [];
  for (const [position, head] of heads.entries()) {
    all.push(head);
    const next = heads[position + 1]?.line ?? lines.length;
    for (const { line, title } of titledParagraphs(lines, head.line + 1, next)) {
      all.push({ line, rank: TITLED, number: "", value: null, title, scheme: "" });
    }
  }
  return all;
}

function checkNumber(head: Head, parent: Placed, last: Map<string, number>, at: number, language: Language, issues: DocumentIssue[]): void {
  if (head.value === null) return;
  const before = parent.counts.get(head.scheme);
  // Chapters may be counted through the whole document, over the bounds of its parts.
  const through = (last.get(head.scheme) ?? 0) + 1;
  parent.counts.set(head.scheme, head.value);
  last.set(head.scheme, head.value);
  const expected = (before ?? 0) + 1;
  if (head.value === expected || head.value === through || (before === undefined && parent.rank === -1)) return;
  const kind = head.value > expected ? "numbering-gap" : "numbering-repeat";
  issues.push({ at, kind, message: message(kind, language, { title: head.title, number: head.number, expected }) });
}
