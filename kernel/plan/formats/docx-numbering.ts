import { printNumber } from "./docx-numerals.ts";
import type { Styles } from "./docx-styles.ts";
import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from "./docx-xml.ts";

/** Automatic numbering: most office documents have 一、 （一） 第一章 nowhere but here. */

interface Level {
  start: number;
  format: string;
  /** With %1 … %9 for the numbers. */
  words: string;
  /** Paragraph style that bears this level. */
  style: string | undefined;
  /** Counts afresh after this level (1 for the outermost); 0 never. */
  restart: number | undefined;
  /** All numbers in digits. */
  legal: boolean;
  spaced: boolean;
}

interface Numbers {
  abstract: string;
  levels: ReadonlyMap<number, Level>;
  starts: ReadonlyMap<number, number>;
}

function levelOf(level: XmlElement): Level {
  // A format of newer Words stands beside one that older Words know.
  const older = childOf(childOf(level, "mc:AlternateContent"), "mc:Fallback");
  return {
    start: numberOf(level, "w:start") ?? 0,
    format: valueOf(level, "w:numFmt") ?? valueOf(older, "w:numFmt") ?? "decimal",
    words: valueOf(level, "w:lvlText") ?? "",
    style: valueOf(level, "w:pStyle"),
    restart: numberOf(level, "w:lvlRestart"),
    legal: switchOf(level, "w:isLgl") ?? false,
    spaced: valueOf(level, "w:suff") !== "nothing",
  };
}

function levelsOf(element: XmlElement): Map<number, Level> {
  return new Map(childrenOf(element, "w:lvl").map((level) => [Number(level.attributes["w:ilvl"] ?? 0), levelOf(level)]));
}

/** Definitions by number id; where a definition only names a style, that style's definition. */
function definitionsOf(root: XmlElement | undefined): Map<number, Numbers> {
  const abstracts = new Map(childrenOf(root, "w:abstractNum").map((element) => [element.attributes["w:abstractNumId"] ?? "", element]));
  const byStyle = new Map([...abstracts].map(([id, element]) => [valueOf(element, "w:styleLink") ?? "", id]));
  const levels = new Map([...abstracts].map(([id, element]) => [id, levelsOf(element)]));
  const definitions = new Map<number, Numbers>();
  for (const number of childrenOf(root, "w:num")) {
    const named = valueOf(number, "w:abstractNumId") ?? "";
    const link = valueOf(abstracts.get(named), "w:numStyleLink");
    const abstract = (link === undefined ? undefined : byStyle.get(link)) ?? named;
    const own = new Map(levels.get(abstract));
    const starts = new Map<number, number>();
    for (const override of childrenOf(number, "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"] ?? 0);
      const level = childOf(override, "w:lvl");
      if (level !== undefined) own.set(at, levelOf(level));
      const start = numberOf(override, "w:startOverride");
      if (start !== undefined) starts.set(at, start);
    }
    definitions.set(Number(number.attributes["w:numId"] ?? -1), { abstract, levels: own, starts });
  }
  return definitions;
}

/** Counts through a document; paragraphs must come in their order. */
export class Numbering {
  readonly #definitions: ReadonlyMap<number, Numbers>;
  readonly #styles: Styles;
  /** By definition, the number each level stands at; lists of one definition go on counting from each other. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#definitions = definitionsOf(root);
    this.#styles = styles;
  }

  /** Label of the next paragraph, with the space after it where it needs one; "" where it has none. `paragraph` is its w:pPr. */
  next(paragraph: XmlElement | undefined): string {
    const place = this.#placeOf(paragraph);
    if (place === null) return "";
    const { numbers, numId, at } = place;
    const level = numbers.levels.get(at);
    if (level === undefined) return "";
    const counts = this.#counts.get(numbers.abstract) ?? [];
    this.#counts.set(numbers.abstract, counts);
    const key = `${numId}/${at}`;
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

  #placeOf(paragraph: XmlElement | undefined): { numbers: Numbers; numId: number; at: number } | null {
    const own = childOf(paragraph, "w:numPr");
    const chain = this.#styles.chain(this.#styles.idOf(paragraph));
    const bearer = chain.find(({ style }) => style.numId !== undefined);
    const numId = numberOf(own, "w:numId") ?? bearer?.style.numId;
    const numbers = numId === undefined || numId === 0 ? undefined : this.#definitions.get(numId);
    if (numId === undefined || numbers === undefined) return null;
    const ofStyle = [...numbers.levels].find(([, level]) => level.style !== undefined && level.style === bearer?.id)?.[0];
    const at = numberOf(own, "w:ilvl") ?? (numberOf(own, "w:numId") === undefined ? (bearer?.style.level ?? ofStyle) : undefined) ?? 0;
    return { numbers, numId, at };
  }
}

function labelOf(level: Level, levels: ReadonlyMap<number, Level>, counts: readonly (number | undefined)[]): string {
  if (level.format === "bullet") return "";
  const words = level.words.replace(/%([1-9])/g, (_, digit: string) => {
    const other = Number(digit) - 1;
    const value = counts[other] ?? levels.get(other)?.start ?? 1;
    return printNumber(value, level.legal ? "decimal" : (levels.get(other)?.format ?? "decimal"));
  });
  // Private signs are those of symbol fonts.
  const printed = words.replace(/[\ue000-\uf8ff]/g, "").trim();
  // After 、 ） ： no space is printed in Chinese; 第一章 and 1. need one.
  return printed === "" || /[、）：。，〕】]$/.test(printed) || (!level.spaced && !/[\d.]$/.test(printed)) ? printed : `${printed} `;
}
