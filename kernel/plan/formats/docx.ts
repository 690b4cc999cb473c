import { type Archive, openArchive } from "./archive.ts";
import { BlockReader } from "./docx-blocks.ts";
import { Numbering } from "./docx-numbering.ts";
import type { NoteMark } from "./docx-runs.ts";
import { CellSink, TextSink } from "./office-sink.ts";
import { Styles } from "./docx-styles.ts";
import { childrenOf, elementsOf, rootOf, type XmlElement } from "./docx-xml.ts";
import { PlanRefused } from "./refusal.ts";
import type { Progress, SourceText } from "./source.ts";

/** Word files (.docx, .docm, .dotx): text as it prints, with its automatic numbers, headings and tables. */

const FORMAT = "DOCX";
/** Blocks between two reports of progress. */
const STEP = 200;

/** Other things that come as a zip archive, known by a part that each has. */
const OTHERS: readonly { part: RegExp; refusal: () => PlanRefused }[] = [
  { part: /^xl\//, refusal: () => new PlanRefused("spreadsheet") },
  { part: /^ppt\//, refusal: () => new PlanRefused("presentation") },
  { part: /^OFD\.xml$/i, refusal: () => new PlanRefused("unsupported-format", { format: "OFD" }) },
  { part: /^content\.xml$/, refusal: () => new PlanRefused("unsupported-format", { format: "ODT" }) },
];

export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

const partRoot = (archive: Archive, part: string | undefined): XmlElement | undefined =>
  part !== undefined && archive.names.has(part) ? rootOf(archive.chunks(part), FORMAT) : undefined;

/** Parts by the last word of what they are for its part: styles, numbering, footnotes. */
function relatedTo(archive: Archive, part: string): Map<string, string> {
  const slash = part.lastIndexOf("/") + 1;
  const root = partRoot(archive, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const related = new Map<string, string>();
  for (const { attributes } of childrenOf(root, "Relationship")) {
    const kind = (attributes["Type"] ?? "").split("/").at(-1) ?? "";
    if (attributes["TargetMode"] === "External" || related.has(kind)) continue;
    related.set(kind, partAt(part.slice(0, slash), attributes["Target"] ?? ""));
  }
  return related;
}

/** A target is counted from the folder of its part, or from the root of the archive. */
function partAt(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

function mainPart(archive: Archive): string {
  const other = OTHERS.find(({ part }) => [...archive.names].some((name) => part.test(name)));
  const named = relatedTo(archive, "").get("officeDocument") ?? "word/document.xml";
  if (archive.names.has(named) && (other === undefined || named.startsWith("word/"))) return named;
  throw other?.refusal() ?? new PlanRefused("no-document", { part: "word/document.xml" });
}

/** Tells how much of a part is unpacked. */
function* counted(chunks: Iterable<Uint8Array>, seen: { bytes: number }): Generator<Uint8Array> {
  for (const chunk of chunks) {
    seen.bytes += chunk.length;
    yield chunk;
  }
}

/** Notes stand at the end, each a line of its own; in the text their marks would read as digits. */
function readNotes(reader: BlockReader, roots: Readonly<Record<NoteMark["part"], XmlElement | undefined>>, sink: TextSink): void {
  const byId = (part: NoteMark["part"]): Map<string, XmlElement> => new Map(roots[part]?.children.map((note) => [note.attributes["w:id"] ?? "", note]));
  const notes = { footnotes: byId("footnotes"), endnotes: byId("endnotes") };
  let number = 0;
  // A note may hold the mark of a note, even its own: only those of the text are read.
  for (const { part, id } of reader.notes.slice()) {
    const note = notes[part].get(id);
    if (note === undefined) continue;
    notes[part].delete(id);
    const words = new CellSink(sink);
    for (const block of note.children) reader.block(block, words);
    number++;
    if (words.words !== "") sink.paragraph({ label: `注（${number}）：`, words: words.words, depth: null, title: false });
  }
}

/**
 * Reads a Word file. What is deleted, hidden or stands in headers and footers is left out.
 * @throws PlanRefused
 */
export function readDocx(bytes: Uint8Array, progress: Progress): SourceText {
  const archive = openArchive(bytes, FORMAT);
  const main = mainPart(archive);
  const related = relatedTo(archive, main);
  const rootBy = (kind: string): XmlElement | undefined => partRoot(archive, related.get(kind));
  const styles = new Styles(rootBy("styles"));
  const sink = new TextSink();
  const reader = new BlockReader(styles, new Numbering(rootBy("numbering"), styles), (kind) => sink.notice(kind));
  const seen = { bytes: 0 };
  let blocks = 0;
  for (const block of elementsOf(counted(archive.chunks(main), seen), 2, FORMAT)) {
    reader.block(block, sink);
    if (++blocks % STEP === 0) progress("read", seen.bytes, archive.sizeOf(main));
  }
  readNotes(reader, { footnotes: rootBy("footnotes"), endnotes: rootBy("endnotes") }, sink);
  progress("read", 1, 1);
  return sink.source();
}
