import { eraTitle } from "./era-titles.ts";
import { isWorded, schemes } from "./headings.ts";
import { type Head, RANK } from "./heads.ts";

/** How far out headings of eras stand, which bear no number: 2015年工作回顾：, 2026年重点工作. */

const INSIDE = RANK.titled - 2;
const worded = new Set(schemes.filter(isWorded).map((scheme) => scheme.name));

interface Around {
  head: Head;
  /** The outermost numbered heading before it, and after it. */
  previous: Head | null;
  next: Head | null;
  /** The very next heading. */
  opened: Head | null;
  /** The outermost numbered headings from it to the next era. */
  below: Head[];
}

function aroundEras(heads: readonly Head[], outermost: number): Around[] {
  const eras: Around[] = [];
  let previous: Head | null = null;
  let open: Around | null = null;
  let waiting: Around[] = [];
  for (const [index, head] of heads.entries()) {
    if (head.era === true) {
      open = { head, previous, next: null, opened: heads[index + 1] ?? null, below: [] };
      eras.push(open);
      waiting.push(open);
    } else if (head.rank === RANK.annex) open = null;
    else if (head.value !== null && head.rank === outermost) {
      previous = head;
      for (const era of waiting) era.next = head;
      waiting = [];
      open?.below.push(head);
    }
  }
  return eras;
}

/** 一、 begins again below it, and what is numbered names no era itself. */
const restarts = ({ below }: Around): boolean => below[0]?.value === 1 && below.every((chapter) => eraTitle(chapter.title) === null);

/**
 * Puts them around the numbered headings when these begin again at 1 below them, inside a chapter when the chapters
 * are counted on over them, else beside the outermost. In place.
 */
export function alignEras(heads: readonly Head[]): void {
  if (!heads.some((head) => head.era === true)) return;
  let outermost: number = Infinity;
  for (const { value, rank } of heads) if (value !== null && rank > RANK.annex && rank < Math.min(RANK.box, outermost)) outermost = rank;
  if (outermost === Infinity) return;
  const eras = aroundEras(heads, outermost);
  const outside = eras.some(restarts);
  for (const { head, previous, next, opened } of eras) {
    const inChapter = previous !== null && worded.has(previous.scheme);
    const runsOn = previous !== null && next !== null && (next.value ?? 0) > 1;
    const opensSections = opened !== null && opened.value === 1 && opened.rank < INSIDE;
    if (inChapter || (runsOn && !opensSections)) head.rank = INSIDE;
    else if (outside && !runsOn) head.rank = outermost - 0.5;
    else head.rank = outermost;
  }
}
