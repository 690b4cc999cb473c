import { strFromU8, strToU8, zipSync } from "fflate";
import { Problem } from "../../../base/errors/problem.ts";
import { openArchive } from "../formats/archive.ts";
import { PlanRefused } from "../formats/refusal.ts";
import { text } from "./text.ts";

/** Takes out of a workbook what is not read, and refuses what would fill the memory, before anything builds it: offices send what they like. */

const MOST_CELLS = 400_000;
const MOST_MERGES = 10_000;
/** Openings and ends of elements, in all parts together: four to a cell, as many to its words. */
const MOST_TAGS = 6_000_000;

/** Pictures, drawings, macros. */
const dropped = /^xl\/(?:media|drawings\/(?!vml)|charts|printerSettings|externalLinks|pivot|vbaProject|embeddings|ctrlProps|theme)|^customXml\//;
/** Rules, widths and names that may span whole columns. */
const heavy = ["dataValidations", "conditionalFormatting", "extLst", "legacyDrawingHF", "picture", "oleObjects", "controls", "drawing", "cols", "definedNames"] as const;
const drawingLink = /relationships\/(?:drawing|image|chart|oleObject|printerSettings|externalLink|pivotTable|pivotCacheDefinition|customXml|vbaProject|theme)"/;

const tooManyCells = (name: string): Problem => new Problem(413, "too-many-cells", text.tooManyCells, { values: { name, limit: MOST_CELLS } });

/** Takes out every element of a name. Searched, not matched: an element without an end must not be looked for again and again. */
function without(xml: string, name: string): string {
  let kept = "";
  let from = 0;
  for (let at = xml.indexOf(`<${name}`); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    if (!/[\s/>]/.test(xml[at + name.length + 1] ?? "")) continue;
    const opened = xml.indexOf(">", at);
    const closed = xml[opened - 1] === "/" ? opened + 1 : xml.indexOf(`</${name}>`, opened) + name.length + 3;
    if (opened < 0 || closed < opened) break;
    kept += xml.slice(from, at);
    from = closed;
    at = closed - 1;
  }
  return kept + xml.slice(from);
}

function count(xml: string, sign: string): number {
  let found = 0;
  for (let at = xml.indexOf(sign); at >= 0; at = xml.indexOf(sign, at + 1)) found++;
  return found;
}

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Cells under merged ones: each is made when the book is built. */
function mergedCells(xml: string): { merges: number; cells: number } {
  let [merges, cells] = [0, 0];
  for (const [, left = "", top, right = "", bottom] of xml.matchAll(/<mergeCell ref="([A-Z]{1,9})(\d{1,9}):([A-Z]{1,9})(\d{1,9})"/g)) {
    merges++;
    cells += (columnOf(right) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
  }
  return { merges, cells };
}

function lightSheet(whole: string, name: string): string {
  // What only looks: cells and rows without words, of which Excel may keep a million.
  const placed = (all: string, attributes: string): string => (/\br="/.test(attributes) ? "" : all);
  const xml = heavy.reduce(without, whole).replace(/<c\b([^<>]*)(?:\/>|>\s*<\/c>)/g, placed).replace(/<row\b([^<>]*)(?:\/>|>\s*<\/row>)/g, placed);
  if (/ r="[A-Z]*\d{8}/.test(xml)) throw new Problem(422, "damaged-workbook", text.damaged, { values: { name } });
  const { merges, cells } = mergedCells(xml);
  if (count(xml, "<c ") + cells > MOST_CELLS || merges > MOST_MERGES) throw tooManyCells(name);
  return xml;
}

function light(part: string, xml: string, name: string): string {
  if (/^xl\/worksheets\/[^/]+\.xml$/.test(part)) return lightSheet(xml, name);
  if (part === "xl/workbook.xml") return without(xml, "definedNames");
  if (part.endsWith(".rels")) return xml.replace(/<Relationship\b[^<>]*\/>/g, (link) => (drawingLink.test(link) ? "" : link));
  return xml;
}

/** Unpacks what is read of an archive, part by part and within its bounds. */
function unpack(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  try {
    const archive = openArchive(bytes, "XLSX");
    return new Map([...archive.names].filter((part) => !part.endsWith("/") && !dropped.test(part)).map((part) => [part, Buffer.concat([...archive.chunks(part)])]));
  } catch (cause) {
    if (!(cause instanceof PlanRefused)) throw cause;
    if (cause.kind === "inflates") throw new Problem(413, "workbook-too-large", text.tooLarge, { values: { name, ...cause.values }, cause });
    throw new Problem(422, cause.kind === "encrypted" ? "encrypted" : "damaged-workbook", cause.kind === "encrypted" ? text.encrypted : text.damaged, { values: { name }, cause });
  }
}

/** A workbook with no more in it than is read. @throws Problem */
export function lightened(bytes: Uint8Array, name: string): Uint8Array {
  const parts = unpack(bytes, name);
  if (!parts.has("xl/workbook.xml")) throw new Problem(422, "other-format", text.otherFormat, { values: { name } });
  let tags = 0;
  const kept: Record<string, Uint8Array> = {};
  for (const [part, content] of parts) {
    if (!/\.(?:xml|rels|vml)$/.test(part)) continue;
    const xml = light(part, strFromU8(content), name);
    tags += count(xml, "<");
    if (tags > MOST_TAGS) throw tooManyCells(name);
    kept[part] = strToU8(xml);
  }
  return zipSync(kept, { level: 0 });
}
