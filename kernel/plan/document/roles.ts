import { isBoilerplate, isImprint, isOccasion, markFoot, markPages, markRepeats } from "./chrome.ts";
import { markContents } from "./contents.ts";
import { numberedLine } from "./headings.ts";
import { bareWords } from "./ids.ts";
import { isTableRow, type Line } from "./lines.ts";
import { markNotes } from "./notes.ts";
import { findTitle, type TitleLines } from "./title.ts";

/** What each line of a document is. */

export interface Roles {
  title: TitleLines | null;
  /** Whether the letter before the title asks for things of its own: then both are text, and the plan is a part. */
  letter: boolean;
  /** Page numbers and running headers left out. */
  pages: number;
  /** Stretches that stand in the text twice; the second is left out. */
  repeats: { at: number; lines: number }[];
}

/** Lines after the title among which those of the occasion and of the site may stand. */
const OPENING = 14;

/** A letter that issues the plan is page, unless it numbers what it asks for. */
function markBefore(lines: readonly Line[], title: TitleLines): boolean {
  const before = lines.slice(0, title.first);
  const numbered = before.filter((line) => numberedLine(line.words)?.scheme.name === "cn").length;
  const letter = title.letter !== null && numbered >= 2;
  for (const [index, line] of before.entries()) {
    const ofLetter = letter && index > (title.letter ?? 0);
    if (!ofLetter || isImprint(line.words)) line.role = "chrome";
  }
  return letter;
}

/**
 * Gives every line its role, in place. Headings are set later, by the outline.
 * @param marked starts of the lines that the format marks as headings, with their depth
 */
export function giveRoles(lines: readonly Line[], text: string, marked: ReadonlyMap<number, number>): Roles {
  const repeats = markRepeats(lines);
  const pages = markPages(lines);
  const title = findTitle(lines, marked);
  markFoot(lines);
  let letter = false;
  if (title !== null) {
    letter = markBefore(lines, title);
    const bare = bareWords(title.words);
    for (const [index, line] of lines.entries()) {
      if (index >= title.first && index <= title.last) line.role = "title";
      // The title once more, as over the text itself behind a table of contents.
      else if (line.words.length <= 120 && bare.length >= 6 && bareWords(line.words) === bare) line.role = "chrome";
    }
  }
  markContents(lines);
  const opening = title === null ? 0 : title.last + 1;
  for (const [index, line] of lines.entries()) {
    if (line.role !== "paragraph") continue;
    const early = index >= opening && index < opening + OPENING;
    const again = early && index < opening + 6 && title !== null && line.words.length >= 4 && bareWords(title.words).includes(bareWords(line.words)) && !/[。；：]$/.test(line.words);
    if (again || (early && (isBoilerplate(line.words) || isOccasion(line.words) || isImprint(line.words)))) line.role = "chrome";
    else if (/^抄\s*送\s*[:：]|办公[厅室]\s{0,4}\d{4}\s?年.{2,8}日\s{0,4}印发$/.test(line.words)) line.role = "chrome";
    else if (isTableRow(line.words)) line.role = "table";
  }
  markNotes(lines, text);
  return { title, letter, pages, repeats };
}
