import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from "./docx-xml.ts";

/** What the styles of a Word file say that matters for its text: outline levels, numbering, hidden text. */

export interface Style {
  name: string;
  basedOn: string | undefined;
  /** 0 for the outermost heading, 9 for text. */
  outline: number | undefined;
  numId: number | undefined;
  level: number | undefined;
  hidden: boolean | undefined;
}

/** A chain of styles is never longer in earnest; a circle ends here. */
const LONGEST_CHAIN = 20;

export class Styles {
  readonly #byId = new Map<string, Style>();
  #paragraphs: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const style of childrenOf(root, "w:style")) {
      const id = style.attributes["w:styleId"] ?? "";
      const paragraph = childOf(style, "w:pPr");
      const numbering = childOf(paragraph, "w:numPr");
      this.#byId.set(id, {
        name: (valueOf(style, "w:name") ?? "").toLowerCase(), basedOn: valueOf(style, "w:basedOn"), outline: numberOf(paragraph, "w:outlineLvl"),
        numId: numberOf(numbering, "w:numId"), level: numberOf(numbering, "w:ilvl"), hidden: switchOf(childOf(style, "w:rPr"), "w:vanish"),
      });
      const standard = /^(?:1|true|on)$/.test(style.attributes["w:default"] ?? "");
      if (standard && style.attributes["w:type"] === "paragraph") this.#paragraphs = id;
    }
  }

  /** Style of a paragraph that names none. */
  idOf(paragraph: XmlElement | undefined): string | undefined {
    return valueOf(paragraph, "w:pStyle") ?? this.#paragraphs;
  }

  /** The style and those it is based on, nearest first. */
  chain(id: string | undefined): { id: string; style: Style }[] {
    const chain: { id: string; style: Style }[] = [];
    for (let next = id; next !== undefined && chain.length < LONGEST_CHAIN;) {
      const style = this.#byId.get(next);
      if (style === undefined) break;
      chain.push({ id: next, style });
      next = style.basedOn;
    }
    return chain;
  }

  /** Depth of a heading, 1 for the outermost; null for text. `paragraph` is its w:pPr. */
  headingDepth(paragraph: XmlElement | undefined): number | null {
    const own = numberOf(paragraph, "w:outlineLvl");
    if (own !== undefined) return own < 9 ? own + 1 : null;
    for (const { style } of this.chain(this.idOf(paragraph))) {
      if (style.outline !== undefined) return style.outline < 9 ? style.outline + 1 : null;
      const named = /^(?:heading|标题)\s?([1-9])$/.exec(style.name)?.[1];
      if (named !== undefined) return Number(named);
    }
    return null;
  }

  isTitle(paragraph: XmlElement | undefined): boolean {
    return /^(?:title|标题)$/.test(this.chain(this.idOf(paragraph))[0]?.style.name ?? "");
  }

  isContents(paragraph: XmlElement | undefined): boolean {
    return /^(?:toc|目录) ?\d/.test(this.chain(this.idOf(paragraph))[0]?.style.name ?? "");
  }

  /** Whether the words of a run are hidden. */
  hides(run: XmlElement | undefined, paragraph: XmlElement | undefined): boolean {
    const own = switchOf(run, "w:vanish");
    if (own !== undefined) return own;
    const chain = [...this.chain(valueOf(run, "w:rStyle")), ...this.chain(this.idOf(paragraph))];
    return chain.find(({ style }) => style.hidden !== undefined)?.style.hidden ?? false;
  }
}
