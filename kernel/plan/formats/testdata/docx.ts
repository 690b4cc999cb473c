import { strToU8, zipSync } from "fflate";
import { PlanRefused } from "../refusal.ts";
import type { SourceText } from "../source.ts";
import { readBytes } from "../readers.ts";

/** Word files made by hand for the tests: only the parts that matter. */

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NAMESPACES = `xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;

export interface Parts {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  /** Other files of the archive. */
  more?: Readonly<Record<string, string>>;
}

const part = (name: string, words: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${NAMESPACES}>${words}</w:${name}>`;

const related = (kinds: readonly [string, string][]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
    kinds.map(([kind, target], index) => `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`).join("")
  }</Relationships>`;

/** The bytes of a .docx. */
export function docxOf({ body, numbering, styles, footnotes, more = {} }: Parts): Uint8Array {
  const files: Record<string, string> = {
    "_rels/.rels": related([["officeDocument", "word/document.xml"]]),
    "word/_rels/document.xml.rels": related([["numbering", "numbering.xml"], ["styles", "styles.xml"], ["footnotes", "footnotes.xml"]]),
    "word/document.xml": part("document", `<w:body>${body}<w:sectPr/></w:body>`),
    ...(numbering === undefined ? {} : { "word/numbering.xml": part("numbering", numbering) }),
    ...(styles === undefined ? {} : { "word/styles.xml": part("styles", styles) }),
    ...(footnotes === undefined ? {} : { "word/footnotes.xml": part("footnotes", footnotes) }),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])));
}

export const r = (words: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A paragraph; `inside` is words, or runs when it begins with a tag. */
export const p = (inside: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside.startsWith("<") || inside === "" ? inside : r(inside)}</w:p>`;

/** A paragraph of an automatic list. */
export const n = (numId: number, level: number, words: string): string =>
  p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

export const cell = (words: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${words.startsWith("<") ? words : p(words)}</w:tc>`;
export const row = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;

/** A definition of a list: for each level its format and its words (%1 …). */
export const list = (id: number, levels: readonly (readonly [format: string, words: string, more?: string])[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${
    levels.map(([format, words, more = ""], at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${words}"/></w:lvl>`).join("")
  }</w:abstractNum>`;

export const use = (numId: number, abstract: number, more = ""): string => `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

export const read = (parts: Parts): Promise<SourceText> => readBytes(docxOf(parts), "规划.docx");

/** The lines of what is read. */
export const linesOf = async (parts: Parts): Promise<string[]> => (await read(parts)).text.split("\n");

/** What a file is refused for. */
export async function refusalOf(bytes: Uint8Array, name = "规划.docx"): Promise<PlanRefused> {
  try {
    await readBytes(bytes, name);
  } catch (error) {
    if (error instanceof PlanRefused) return error;
    throw error;
  }
  throw new Error("was not refused");
}
