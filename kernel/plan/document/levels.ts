import { endOfBox } from "./boxes.ts";
import { cleanTitle, readsAsHeading, schemes } from "./headings.ts";
import { type Head, RANK } from "./heads.ts";
import type { Line } from "./lines.ts";
import type { Clause } from "./clause.ts";

/** How far out the headings of a document stand, as seen from all of them. */

const isMarked = (head: Head): boolean => head.rank >= RANK.marked && head.rank < RANK.numbered;
const rankOfScheme = new Map(schemes.map((scheme) => [scheme.name, scheme.rank]));

/**
 * Word styles and tags are given by hand: one numbering gets the depth that most of its headings have, also where a
 * heading was left without; where they contradict the numbering itself, the numbering counts.
 */
export function alignMarked(heads: readonly Head[]): void {
  const depths = new Map<string, Map<number, number>>();
  for (const head of heads) {
    if (!isMarked(head) || head.scheme === "") continue;
    const own = depths.get(head.scheme) ?? new Map<number, number>();
    own.set(head.rank, (own.get(head.rank) ?? 0) + 1);
    depths.set(head.scheme, own);
  }
  if (depths.size === 0) return unnumberedRanks(heads);
  const most = new Map([...depths].map(([scheme, own]) => [scheme, [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? RANK.marked]));
  const outermostMarked = Math.min(...[...most.keys()].map((name) => rankOfScheme.get(name) ?? 9));
  const numbered = heads.filter((head) => head.scheme !== "" && head.rank < RANK.box);
  const inOrder = [...most].every(([name, depth]) => [...most].every(([other, otherDepth]) => (rankOfScheme.get(name) ?? 9) >= (rankOfScheme.get(other) ?? 9) || depth <= otherDepth));
  const left = numbered.some((head) => !most.has(head.scheme) && (rankOfScheme.get(head.scheme) ?? 9) < outermostMarked);
  if (!inOrder || left) {
    for (const head of numbered) head.rank = RANK.numbered + (rankOfScheme.get(head.scheme) ?? 9);
    return unnumberedRanks(heads);
  }
  for (const head of numbered) {
    const depth = most.get(head.scheme);
    if (depth === undefined) continue;
    const beside = [...most].filter(([, other]) => other === depth).map(([name]) => rankOfScheme.get(name) ?? 9);
    head.rank = depth + beside.filter((rank) => rank < (rankOfScheme.get(head.scheme) ?? 9)).length / 10;
  }
  unnumberedRanks(heads);
}

/** 前言, 结束语 stand beside the outermost headings of their part. */
function unnumberedRanks(heads: readonly Head[]): void {
  for (const region of regionsOf(heads)) {
    let outermost: number = Infinity;
    for (const { rank } of region) if (rank > RANK.annex && rank < Math.min(RANK.box, outermost)) outermost = rank;
    if (outermost === Infinity) outermost = RANK.numbered;
    for (const head of region) if (Number.isNaN(head.rank)) head.rank = outermost;
  }
}

/** The text and each of its annexes count their levels for themselves. */
function regionsOf(heads: readonly Head[]): Head[][] {
  const regions: Head[][] = [[]];
  for (const head of heads) {
    if (head.rank === RANK.annex) regions.push([]);
    regions.at(-1)?.push(head);
  }
  return regions;
}

/** For every head the line of the next one that no box reaches over: a chapter, an annex, a heading of the format. */
function limitsOf(heads: readonly Head[], end: number): number[] {
  const limits: number[] = [];
  let limit = end;
  for (let position = heads.length - 1; position >= 0; position--) {
    const head = heads[position];
    limits[position] = limit;
    const rank = rankOfScheme.get(head?.scheme ?? "") ?? 9;
    if (head !== undefined && (head.rank === RANK.annex || rank <= 3 || isMarked(head))) limit = head.line;
  }
  return limits;
}

/** Ends of the boxes; what is numbered inside one stands below it. A box may have its title in its second line. */
export function alignBoxes(heads: readonly Head[], lines: readonly Line[]): void {
  const limits = limitsOf(heads, lines.length);
  const open: Head[] = [];
  let inside = -1;
  for (const [position, head] of heads.entries()) {
    if (head.line < inside) {
      if (head.rank < RANK.box) head.rank = RANK.box + 1 + (rankOfScheme.get(head.scheme) ?? 0) / 10;
      continue;
    }
    if (head.until === null) {
      while ((open.at(-1)?.rank ?? -1) >= head.rank) open.pop();
      open.push(head);
      continue;
    }
    const second = lines[head.line + 1];
    if (head.title === "" && second?.role === "paragraph" && second.words.length <= 40 && readsAsHeading(second.words)) {
      head.title = cleanTitle(second.words);
      head.last = head.line + 1;
    }
    if (head.title === "") head.title = head.number;
    const last = new Map<string, number>();
    for (const outer of open) if (outer.value !== null) last.set(outer.scheme, outer.value);
    head.until = Math.max(head.last + 1, endOfBox(lines, head.last + 1, { last }, limits[position] ?? lines.length));
    inside = head.until;
  }
}

/** The outermost numbering is a chapter, the next a section, all below are items; 篇 and annexes are parts. */
export function levelsOf(heads: readonly Head[]): Map<Head, Clause["level"]> {
  const levels = new Map<Head, Clause["level"]>();
  for (const region of regionsOf(heads)) {
    const byRank = new Map<number, Clause["level"]>();
    const names: Clause["level"][] = ["chapter", "section"];
    const ranks = [...new Set(region.filter((head) => head.rank < RANK.box).map((head) => head.rank))].sort((a, b) => a - b);
    for (const rank of ranks) {
      const part = rank === RANK.annex || region.some((head) => head.rank === rank && head.scheme === "part");
      byRank.set(rank, part ? "part" : (names.shift() ?? "item"));
    }
    for (const head of region) levels.set(head, byRank.get(head.rank) ?? "item");
  }
  return levels;
}
