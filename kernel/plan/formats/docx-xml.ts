import { SaxesParser } from "saxes";
import { PlanRefused } from "./refusal.ts";

/** XML of Word, read as a stream: only one block (a paragraph, a table) is in memory at a time. */

export interface XmlElement {
  /** With the usual prefix (w:p), whatever prefix the file gives the namespace. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** The words directly inside, put together. */
  words: string;
}

const DEEPEST = 250;
/** Elements of one block that are kept; a table of 4,000 rows of ten cells has a quarter of a million. */
const MOST_ELEMENTS = 1_500_000;

/** How words look is most of what a file holds, and nothing that is read. */
const LOOKS = new Set([
  "adjustRightInd", "autoSpaceDE", "autoSpaceDN", "b", "bCs", "bdr", "bookmarkEnd", "bookmarkStart", "color", "i", "iCs", "ind", "jc", "keepLines", "keepNext", "kern", "kinsoku", "lang",
  "overflowPunct", "pBdr", "pPrChange", "position", "proofErr", "rFonts", "rPrChange", "shd", "snapToGrid", "spacing", "sz", "szCs", "tblBorders", "tblCellMar", "tblGrid", "tblLook", "tblPr",
  "tcBorders", "tcMar", "tcW", "topLinePunct", "trHeight", "u", "vAlign", "w", "widowControl", "wordWrap",
].map((name) => `w:${name}`));

/** Namespaces, also of the strict form of the standard, and the prefix each usually has. */
const PREFIXES: readonly [RegExp, string][] = [
  [/wordprocessingml\/(?:2006\/)?main$/, "w"],
  [/markup-compatibility\/2006$/, "mc"],
  [/officeDocument\/(?:2006\/)?relationships$/, "r"],
  [/officeDocument\/(?:2006\/)?math$/, "m"],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, "wp"],
  [/drawingml\/(?:2006\/)?main$/, "a"],
  [/wordprocessingShape$/, "wps"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
];

function namespacesOf(attributes: Readonly<Record<string, string>>): Map<string, string> {
  const usual = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    const known = PREFIXES.find(([pattern]) => pattern.test(value));
    if (known !== undefined) usual.set(name === "xmlns" ? "" : name.slice(6), known[1]);
  }
  return usual;
}

function renamed(name: string, usual: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const prefix = usual.get(colon === -1 ? "" : name.slice(0, colon));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}

function* decoded(chunks: Iterable<Uint8Array>, damaged: () => PlanRefused): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for (const chunk of chunks) {
      const wide = chunk[0] === 0xff && chunk[1] === 0xfe ? "utf-16le" : chunk[0] === 0xfe && chunk[1] === 0xff ? "utf-16be" : "utf-8";
      decoder ??= new TextDecoder(wide, { fatal: true });
      const words = decoder.decode(chunk, { stream: true });
      if (words !== "") yield words;
    }
    const rest = decoder?.decode() ?? "";
    if (rest !== "") yield rest;
  } catch (error) {
    throw error instanceof PlanRefused ? error : damaged();
  }
}

/** Builds elements at one depth and hands each over when it is complete. */
class Builder {
  readonly ready: XmlElement[] = [];
  readonly #depth: number;
  readonly #damaged: () => PlanRefused;
  readonly #open: XmlElement[] = [];
  #usual: ReadonlyMap<string, string> = new Map();
  #level = 0;
  #count = 0;
  /** How deep it is in what is not read. */
  #skipped = 0;

  constructor(depth: number, damaged: () => PlanRefused) {
    this.#depth = depth;
    this.#damaged = damaged;
  }

  start(name: string, attributes: Record<string, string>): void {
    if (this.#level === 0) this.#usual = namespacesOf(attributes);
    if (this.#level > DEEPEST || this.#count > MOST_ELEMENTS) throw this.#damaged();
    const own = renamed(name, this.#usual);
    if (this.#skipped > 0 || LOOKS.has(own)) this.#skipped++;
    else if (this.#level >= this.#depth) {
      const element: XmlElement = { name: own, attributes: this.#attributesOf(attributes), children: [], words: "" };
      this.#open.at(-1)?.children.push(element);
      this.#open.push(element);
      this.#count++;
    }
    this.#level++;
  }

  words(words: string): void {
    const element = this.#skipped > 0 ? undefined : this.#open.at(-1);
    if (element !== undefined) element.words += words;
  }

  end(): void {
    this.#level--;
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const element = this.#open.pop();
    if (element === undefined || this.#open.length > 0) return;
    this.ready.push(element);
    this.#count = 0;
  }

  #attributesOf(attributes: Record<string, string>): Record<string, string> {
    const own: Record<string, string> = {};
    for (const name of Object.keys(attributes)) own[name.includes(":") ? renamed(name, this.#usual) : name] = attributes[name] ?? "";
    return own;
  }
}

/**
 * Elements at a depth (0 is the root), each whole, one after the other.
 * @throws PlanRefused "damaged" for what is no well-formed XML, "entities" for a DOCTYPE
 */
export function* elementsOf(chunks: Iterable<Uint8Array>, depth: number, format: string): Generator<XmlElement> {
  const damaged = (): PlanRefused => new PlanRefused("damaged", { format });
  const builder = new Builder(depth, damaged);
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on("doctype", () => {
    throw new PlanRefused("entities");
  });
  parser.on("error", () => {
    throw damaged();
  });
  parser.on("opentag", (tag) => builder.start(tag.name, tag.attributes));
  parser.on("closetag", () => builder.end());
  parser.on("text", (words) => builder.words(words));
  parser.on("cdata", (words) => builder.words(words));
  for (const words of decoded(chunks, damaged)) {
    parser.write(words);
    yield* builder.ready.splice(0);
  }
  parser.close();
  yield* builder.ready.splice(0);
}

/** The root of a small part, or undefined when the part is empty or missing. */
export function rootOf(chunks: Iterable<Uint8Array>, format: string): XmlElement | undefined {
  let root: XmlElement | undefined;
  for (const element of elementsOf(chunks, 0, format)) root = element;
  return root;
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** w:val of a child: <w:numFmt w:val="decimal"/>. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => childOf(element, name)?.attributes["w:val"];

/** w:val of a child as a whole number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(valueOf(element, name) ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}

/** A switch (<w:vanish/>, <w:b w:val="0"/>): undefined where it is not set. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : !/^(?:0|false|off|none)$/.test(child.attributes["w:val"] ?? "");
}
