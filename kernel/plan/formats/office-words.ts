/** Words in the files of Word, old and new: what fields print, and what is raised above the line. */

/** Fields whose printed words are page furniture. */
const PAGE_FIELD = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/i;
const CONTENTS_FIELD = /^\s*TOC\b/i;
const REFERENCE = /^\s*(?:PAGEREF|HYPERLINK\s+\\l)\b/i;
const LONGEST_INSTRUCTION = 400;
/** Fields in fields in fields; a file that opens more without closing them is damaged, and its outermost are forgotten. */
const MOST_OPEN = 40;

export const isPageField = (instruction: string): boolean => PAGE_FIELD.test(instruction);

/** Fields that are open at a place: each is an instruction, then what it prints; they may stand in each other and reach over paragraphs. */
export class Fields {
  readonly #open: { instruction: string; prints: boolean }[] = [];
  #contents = false;
  #refers = false;

  /** Whether words at this place are not printed: they are an instruction, or a page number. */
  get silent(): boolean {
    return this.#open.some((field) => !field.prints || PAGE_FIELD.test(field.instruction));
  }

  begin(): void {
    if (this.#open.length >= MOST_OPEN) this.#open.shift();
    this.#open.push({ instruction: "", prints: false });
  }

  instruct(words: string): void {
    const field = this.#open.at(-1);
    if (field?.prints === false && field.instruction.length < LONGEST_INSTRUCTION) field.instruction += words;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field === undefined) return;
    field.prints = true;
    this.#contents ||= CONTENTS_FIELD.test(field.instruction);
    this.#refers ||= REFERENCE.test(field.instruction);
  }

  end(): void {
    this.#open.pop();
  }

  /** The next link leads to a heading, as the lines of a table of contents do. */
  refer(): void {
    this.#refers = true;
  }

  /**
   * Ends a paragraph. An instruction does not go on in the next: one that is never closed must not swallow the document.
   * @param styled whether the paragraph has the style of a table of contents
   * @returns whether it stands in a table of contents that Word made
   */
  endParagraph(styled: boolean): boolean {
    const contents = this.#contents && (styled || this.#refers);
    while (this.#open.at(-1)?.prints === false) this.#open.pop();
    this.#contents = this.#open.some((field) => CONTENTS_FIELD.test(field.instruction));
    this.#refers = false;
    return contents;
  }
}

const MARK = /^(?:[[［〔(（]\d{1,3}[\]］〕)）]|[①-⑳㉑-㉟]|[*＊※]{1,3})+$/;

/** Raised words as they are read behind a letter: marks of notes typed by hand are left out, the 2 of km2 is ². */
export function raised(words: string, before: string): string {
  const bare = words.trim();
  if (MARK.test(bare)) return "";
  if (/^\d{1,3}$/.test(bare) && /[\u3400-\u9fff，。；：、”’）》]/.test(before) && before !== "米") return "";
  return bare === "2" ? "²" : bare === "3" ? "³" : words;
}
