import { printNumber } from "./office-numerals.ts";

/** Automatic numbering, counted as Word counts: most office documents have 一、 （一） 第一章 nowhere but here. */

export interface Level {
  start: number;
  /** Name of the format in .docx: chineseCounting, decimal … */
  format: string;
  /** With %1 … %9 for the numbers. */
  words: string;
  /** Counts afresh after this level (1 for the outermost); 0 never; undefined after any above it. */
  restart: number | undefined;
  /** All numbers in digits. */
  legal: boolean;
  /** Whether a tab or a space follows. */
  spaced: boolean;
}

export interface Numbers<L extends Level = Level> {
  /** Lists of one definition go on counting from each other. */
  definition: string;
  levels: ReadonlyMap<number, L>;
  /** Where this list begins, by level, whatever was counted before. */
  starts: ReadonlyMap<number, number>;
}

/** Counts through a document; paragraphs must come in their order. */
export class Counter {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Label of the next paragraph of a list, with the space after it where it needs one. */
  next(numbers: Numbers, list: number, at: number): string {
    const level = numbers.levels.get(at);
    if (level === undefined) return "";
    const counts = this.#counts.get(numbers.definition) ?? [];
    this.#counts.set(numbers.definition, counts);
    const key = `${list}/${at}`;
    const fresh = this.#begun.has(key) ? undefined : numbers.starts.get(at);
    this.#begun.add(key);
    const before = counts[at];
    counts[at] = fresh ?? (before === undefined ? level.start : before + 1);
    for (let deeper = at + 1; deeper < 9; deeper++) {
      const restart = numbers.levels.get(deeper)?.restart;
      if (restart === undefined || (restart !== 0 && at < restart)) counts[deeper] = undefined;
    }
    return labelOf(level, numbers.levels, counts);
  }
}

function labelOf(level: Level, levels: ReadonlyMap<number, Level>, counts: readonly (number | undefined)[]): string {
  if (level.format === "bullet") return "";
  const words = level.words.replace(/%([1-9])/g, (_, digit: string) => {
    const other = Number(digit) - 1;
    const value = counts[other] ?? levels.get(other)?.start ?? 1;
    return printNumber(value, level.legal ? "decimal" : (levels.get(other)?.format ?? "decimal"));
  });
  return spacedLabel(words, level.spaced);
}

/** A label as it stands before words: after 、 ） ： no space is printed in Chinese; 第一章 and 1. need one. */
export function spacedLabel(words: string, spaced = true): string {
  // Private signs are those of symbol fonts.
  const printed = words.replace(/[\ue000-\uf8ff]/g, "").trim();
  return printed === "" || /[、）：。，〕】]$/.test(printed) || (!spaced && !/[\d.]$/.test(printed)) ? printed : `${printed} `;
}
