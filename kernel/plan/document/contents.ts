import { numberedLine, readsAsHeading } from "./headings.ts";
import { bareWords } from "./ids.ts";
import { isTableRow, type Line } from "./lines.ts";

/** The table of contents: with the word 目录 or without, with dotted leaders and page numbers or without. */

const HEAD = /^目\s{0,8}[录次]\s*[:：]?$/;
/** Dots, spaces or a tab, then the page, at the end of an entry. */
const LEADER = /(?:[.．…·⋯_]{2,}[\s.．…·⋯_]*|\t+|\s{2,}|(?<=[\u4e00-\u9fff”）)])\s?)[(（]?\d{1,4}[)）]?$/;
const DOTS = /[.．…·⋯_]{3,}[\s.．…·⋯_]*[(（]?\d{0,4}[)）]?$/;
const LEAST_ENTRIES = 4;
const LONGEST = 80;

const entryWords = (words: string): string => bareWords(words.replace(LEADER, "").replace(DOTS, ""));

const couldBeEntry = (line: Line): boolean =>
  (line.role === "paragraph" || line.role === "title") && line.words.length <= LONGEST && !/[。；！？]$/.test(line.words)
  && (DOTS.test(line.words) || readsAsHeading(line.words)) && !isTableRow(line.words.replace(DOTS, "").replace(LEADER, ""));

/** Where the entries that begin at `from` end: at their own first entry again, or at the first sentence. */
function endOf(lines: readonly Line[], from: number, counts: ReadonlyMap<string, number>): number {
  const opening = entryWords(lines[from]?.words ?? "");
  const number = numberedLine(lines[from]?.words ?? "");
  let outermost = number?.scheme.rank ?? Infinity;
  let to = from;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (line === undefined || !couldBeEntry(line)) break;
    if (to === from) continue;
    if (entryWords(line.words) === opening) break;
    const own = numberedLine(line.words);
    if (own === null) continue;
    outermost = Math.min(outermost, own.scheme.rank);
    if (number !== null && own.scheme === number.scheme && own.value === number.value && outermost >= number.scheme.rank) break;
  }
  // What stands last and comes nowhere again is the beginning of the text, not an entry.
  while (to > from && to < lines.length) {
    const words = lines[to - 1]?.words ?? "";
    if (DOTS.test(words) || LEADER.test(words) || (counts.get(entryWords(words)) ?? 0) > 1) break;
    to--;
  }
  return to;
}

/** Gives the lines of the table of contents their role. */
export function markContents(lines: readonly Line[]): void {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.words.length > LONGEST || line.role === "chrome") continue;
    const words = entryWords(line.words);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const recurs = (line: Line): boolean => (counts.get(entryWords(line.words)) ?? 0) > 1;
  const mark = (from: number, to: number): void => {
    for (const line of lines.slice(from, to)) if (line.role === "paragraph") line.role = "contents";
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.role === "chrome") continue;
    if (HEAD.test(line.words)) {
      const next = lines[index + 1];
      const to = next !== undefined && couldBeEntry(next) ? Math.max(endOf(lines, index + 1, counts), index + 1) : index + 1;
      mark(index, to);
      index = to - 1;
    } else if (couldBeEntry(line) && (DOTS.test(line.words) || (numberedLine(line.words) !== null && recurs(line)))) {
      const to = endOf(lines, index, counts);
      const entries = lines.slice(index, to);
      const sure = entries.filter((entry) => DOTS.test(entry.words) || recurs(entry)).length;
      if (entries.length >= LEAST_ENTRIES && sure * 3 >= entries.length * 2) mark(index, to);
      index = Math.max(index, to - 1);
    }
  }
}
