import type { Head } from "./heads.ts";
import { RANK } from "./heads.ts";
import { numberedLine } from "./headings.ts";
import type { Line } from "./lines.ts";

/** What is wrong with the numbering of a document: told, never fatal. */

export interface NumberingFault {
  kind: "numbering-gap" | "numbering-repeat" | "numbering-mixed";
  expected: number;
}

const isNumbering = (head: Head): boolean => head.value !== null && head.rank > RANK.numbered + 3 && head.rank < RANK.box;

/**
 * 一、 2、 三、: a heading in a deeper numbering that goes on with the count of the one around it stands beside it.
 * Its rank is mended in place. @returns the heads mended
 */
export function alignMixed(heads: readonly Head[], lines: readonly Line[]): Set<Head> {
  const mixed = new Set<Head>();
  const path: Head[] = [];
  const headLines = new Set(heads.map((head) => head.line));
  const loose = new Map<string, number>();
  const through = new Map<string, number>();
  let from = 0;
  for (const head of heads) {
    for (let index = from; index < head.line; index++) {
      const line = lines[index];
      const numbered = line?.role !== "paragraph" || headLines.has(index) ? null : numberedLine(line.words);
      if (numbered !== null) loose.set(numbered.scheme.name, numbered.value);
    }
    from = head.line;
    while ((path.at(-1)?.rank ?? -1) > head.rank) path.pop();
    const around = path.at(-1);
    const before = path.find((one) => one.scheme === head.scheme);
    // Counted on through the chapters (一、 1. 2. 二、 3.) it stands where it stood before.
    const counted = through.get(head.scheme) === (head.value ?? 0) - 1;
    if (head.value !== null) through.set(head.scheme, head.value);
    const goesOn = !counted && around !== undefined && around.scheme !== head.scheme && head.rank > around.rank && isNumbering(around) && isNumbering(head)
      && (head.value ?? 0) >= 2 && head.value === (around.value ?? 0) + 1 && before === undefined && loose.get(head.scheme) !== (head.value ?? 0) - 1;
    if (goesOn && around !== undefined) {
      head.rank = around.rank;
      mixed.add(head);
    }
    if (path.at(-1)?.rank === head.rank) path.pop();
    path.push(head);
    loose.delete(head.scheme);
  }
  return mixed;
}

/** Numbers seen so far: below one parent, and through the whole document. */
export class Counter {
  readonly #through = new Map<string, number>();
  readonly #loose = new Map<string, number>();

  /** A numbered paragraph that heads nothing counts on all the same. */
  pass(line: Line): void {
    const numbered = numberedLine(line.words);
    if (numbered !== null) this.#loose.set(numbered.scheme.name, numbered.value);
  }

  /**
   * What is wrong with the number of a head below its parent, if anything.
   * @param counts numbers last seen below that parent, by numbering; brought up to date here
   */
  check(head: Head, counts: Map<string, number>, outermost: boolean, mixed: boolean): NumberingFault | null {
    if (head.value === null) return null;
    const { scheme, value } = head;
    // The number before it at its own rank, whatever numbering it bore.
    const key = `rank ${head.rank}`;
    const before = counts.get(mixed ? key : scheme);
    const beside = counts.get("last");
    // Chapters may be counted through the whole document, over the bounds of its parts.
    const through = (this.#through.get(scheme) ?? 0) + 1;
    const passed = (this.#loose.get(scheme) ?? NaN) + 1;
    for (const name of [scheme, key, "last"]) counts.set(name, value);
    this.#through.set(scheme, value);
    this.#loose.delete(scheme);
    const expected = (before ?? counts.get(key) ?? 0) + (before === undefined ? 0 : 1);
    if (mixed) return { kind: "numbering-mixed", expected: value };
    const next = (before ?? 0) + 1;
    if (value === next || value === through || value === passed || (before === undefined && outermost)) return null;
    // （一） 2、 （三）: the one between bore another numbering and was told of.
    if (value > 1 && beside === value - 1) return before === undefined ? { kind: "numbering-mixed", expected } : null;
    return { kind: value > next ? "numbering-gap" : "numbering-repeat", expected: next };
  }
}
