import type { Language } from "../formats/text.ts";
import type { Clause } from "./clause.ts";
import { alignEras } from "./eras.ts";
import { alignBoxes, alignMarked, levelsOf } from "./levels.ts";
import { findHeads, type Head, RANK } from "./heads.ts";
import { bareWords, IdGiver } from "./ids.ts";
import type { Line } from "./lines.ts";
import { alignMixed, Counter } from "./numbering.ts";
import { message } from "./text.ts";
import { withTitled } from "./titled.ts";

/** The tree of a document: parts, chapters, sections, boxes, titled paragraphs. */

export interface DocumentIssue {
  at: number;
  kind: string;
  message: string;
}

export interface Outline {
  outline: Clause[];
  issues: DocumentIssue[];
  boxes: Head[];
}

const GOAL_SECTION = /目标|远景|愿景/;
const NO_GOAL_SECTION = /任务|实施|保障|落实/;
/** Ends of titles that say how things will stand, in sections of goals and tasks together. */
const STATE = /(?:台阶|突破|水平|进展|成效|有力|牢固|稳固|优美|殷实|前列|(?:大幅|显著|明显|不断|持续|全面|更加|进一步).{1,4})$/;
/** What stands in such sections says how to think, not what to do. */
const PRINCIPLES = /^(?:基本|工作|主要|规划|发展)?(?:原则|遵循)$|^指导思想/;

interface Placed {
  clause: Clause;
  rank: number;
  parent: Placed | null;
  /** Numbers last seen below it, by numbering. */
  counts: Map<string, number>;
}

const emptyClause = (): Clause => ({ id: "", level: "part", number: "", title: "", kind: null, start: 0, end: 0, children: [] });

/** Goal or task: a paragraph that begins with its title, and a heading without number that the format marks below the sections. */
function kindOf(head: Head, level: Clause["level"], parent: Clause): Clause["kind"] {
  const marked = level === "item" && head.scheme === "" && head.rank < RANK.numbered;
  if (!(head.titled || marked) || PRINCIPLES.test(parent.title)) return null;
  if (/目标/.test(parent.title) && STATE.test(head.title)) return "goal";
  return parent.kind === "goal" || (GOAL_SECTION.test(parent.title) && !NO_GOAL_SECTION.test(parent.title)) ? "goal" : "task";
}

/** The heads of a document with their ranks, and the titled paragraphs between them. Lines that are headings get that role. */
function allHeads(lines: readonly Line[], marked: ReadonlyMap<number, number>, plan: Head | null): { heads: Head[]; mixed: Set<Head> } {
  const found = findHeads(lines, marked);
  if (plan !== null) found.splice(found.findLastIndex((head) => head.line < plan.line) + 1, 0, plan);
  alignMarked(found);
  const mixed = alignMixed(found, lines);
  alignEras(found);
  alignBoxes(found, lines);
  for (const head of found) {
    const line = lines[head.line];
    if (line === undefined || line.role === "table" || line.role === "title") continue;
    const whole = head.last > head.line || line.words.length <= head.number.length + head.title.length + 6;
    line.role = whole ? "heading" : "paragraph";
    for (const rest of lines.slice(head.line + 1, head.last + 1)) rest.role = "heading";
  }
  return { heads: withTitled(lines, found), mixed };
}

/**
 * Builds the tree of the headings; each node ends where the next of its rank or above begins, a box where it says.
 * @param plan the title of a plan behind a letter that has clauses of its own: a part beside them
 */
export function outlineOf(lines: readonly Line[], marked: ReadonlyMap<number, number>, language: Language, plan: Head | null = null): Outline {
  const { heads, mixed } = allHeads(lines, marked, plan);
  const levels = levelsOf(heads);
  const ids = new IdGiver("c");
  const issues: DocumentIssue[] = [];
  const counter = new Counter();
  const root: Placed = { clause: emptyClause(), rank: -1, parent: null, counts: new Map() };
  let open = root;
  let lastEnd = 0;
  let next = 0;
  let boxEnd: number | null = null;
  const close = (rank: number): void => {
    while (open.parent !== null && open.rank >= rank) {
      open.clause.end = Math.max(open.clause.end, lastEnd);
      open = open.parent;
    }
  };
  for (const [index, line] of lines.entries()) {
    if (index === boxEnd) {
      close(RANK.box);
      boxEnd = null;
    }
    const head = heads[next];
    if (head !== undefined && head.line === index) {
      next++;
      close(head.rank);
      const parent = open.clause;
      const level = levels.get(head) ?? "item";
      const clause: Clause = {
        id: ids.give(head.title, bareWords(parent.title)), level, number: head.number, title: head.title,
        kind: kindOf(head, level, parent), start: line.start, end: lines[head.last]?.end ?? line.end, children: [],
      };
      const fault = counter.check(head, open.counts, open.rank === -1, mixed.has(head));
      if (fault !== null) issues.push({ at: line.start, kind: fault.kind, message: message(fault.kind, language, { title: head.title, number: head.number, expected: fault.expected }) });
      parent.children.push(clause);
      open = { clause, rank: head.rank, parent: open, counts: new Map() };
      if (head.until !== null) boxEnd = head.until;
    } else if (line.role === "paragraph") counter.pass(line);
    if (line.role !== "chrome" && line.role !== "contents") lastEnd = line.end;
  }
  close(-1);
  return { outline: root.clause.children, issues, boxes: heads.filter((head) => head.until !== null) };
}
