import { Counter, type Level, type Numbers } from "./office-numbering.ts";
import type { Styles } from "./docx-styles.ts";
import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from "./docx-xml.ts";

/** numbering.xml: which list a paragraph belongs to, itself or by its style. */

interface StyledLevel extends Level {
  /** Paragraph style that bears this level. */
  style: string | undefined;
}

function levelOf(level: XmlElement): StyledLevel {
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

function levelsOf(element: XmlElement): Map<number, StyledLevel> {
  return new Map(childrenOf(element, "w:lvl").map((level) => [Number(level.attributes["w:ilvl"] ?? 0), levelOf(level)]));
}

/** Definitions by number id; where a definition only names a style, that style's definition. */
function definitionsOf(root: XmlElement | undefined): Map<number, Numbers<StyledLevel>> {
  const abstracts = new Map(childrenOf(root, "w:abstractNum").map((element) => [element.attributes["w:abstractNumId"] ?? "", element]));
  const byStyle = new Map([...abstracts].map(([id, element]) => [valueOf(element, "w:styleLink") ?? "", id]));
  const levels = new Map([...abstracts].map(([id, element]) => [id, levelsOf(element)]));
  const definitions = new Map<number, Numbers<StyledLevel>>();
  for (const number of childrenOf(root, "w:num")) {
    const named = valueOf(number, "w:abstractNumId") ?? "";
    const link = valueOf(abstracts.get(named), "w:numStyleLink");
    const definition = (link === undefined ? undefined : byStyle.get(link)) ?? named;
    const own = new Map(levels.get(definition));
    const starts = new Map<number, number>();
    for (const override of childrenOf(number, "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"] ?? 0);
      const level = childOf(override, "w:lvl");
      if (level !== undefined) own.set(at, levelOf(level));
      const start = numberOf(override, "w:startOverride");
      if (start !== undefined) starts.set(at, start);
    }
    definitions.set(Number(number.attributes["w:numId"] ?? -1), { definition, levels: own, starts });
  }
  return definitions;
}

/** Counts through a document; paragraphs must come in their order. */
export class Numbering {
  readonly #definitions: ReadonlyMap<number, Numbers<StyledLevel>>;
  readonly #styles: Styles;
  readonly #counter = new Counter();

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#definitions = definitionsOf(root);
    this.#styles = styles;
  }

  /** Label of the next paragraph; "" where it has none. `paragraph` is its w:pPr. */
  next(paragraph: XmlElement | undefined): string {
    const own = childOf(paragraph, "w:numPr");
    const ownId = numberOf(own, "w:numId");
    const chain = this.#styles.chain(this.#styles.idOf(paragraph));
    const bearer = chain.find(({ style }) => style.numId !== undefined);
    const numId = ownId ?? bearer?.style.numId;
    const numbers = numId === undefined || numId === 0 ? undefined : this.#definitions.get(numId);
    if (numId === undefined || numbers === undefined) return "";
    const ofStyle = [...numbers.levels].find(([, level]) => level.style !== undefined && level.style === bearer?.id)?.[0];
    const at = numberOf(own, "w:ilvl") ?? (ownId === undefined ? (bearer?.style.level ?? ofStyle) : undefined) ?? 0;
    return this.#counter.next(numbers, numId, at);
  }
}
