import { decodeHtml } from "./html-charset.ts";
import { flow, tidySpace } from "./html-flow.ts";
import { findMainText, titleOutside } from "./html-main.ts";
import { cellAt, tableReader, type TableShape } from "./html-table.ts";
import { type HtmlNode, type HtmlPage, parseHtml, wordsWithin } from "./html-tree.ts";
import { isArchive, pageOfArchive } from "./html-archive.ts";
import { PlanRefused } from "./refusal.ts";
import type { SourceText, TableCell } from "./source.ts";

/** Web pages → text: the document without the site around it. Nothing of a page is run. */

const LONGEST_HEADING = 90;
/** A page of less that shows another inside has its text in that one. */
const LEAST_MARKS = 3;
const TITLE_END = /(?:纲要|规划|计划|报告|方案|决定|意见|目标|指标|清单|要点|安排|通知)(?:[(（][^()（）]{1,20}[)）])?$/;

/** Collects lines; knows at any time where in the text it stands. */
class TextWriter {
  readonly source: SourceText = { text: "", headings: [], tables: [], notices: [] };
  private readonly lines: string[] = [];
  private length = 0;
  private line = "";
  private depth: number | null = null;
  private pictures: string[] = [];

  words(words: string): void {
    this.line += words;
  }

  heading(depth: number): void {
    this.depth = depth;
  }

  picture(alt: string): void {
    this.pictures.push(alt);
  }

  /** Ends the line. */
  break(): void {
    const line = tidySpace(this.line).trim();
    this.line = "";
    if (line === "") {
      for (const alt of this.pictures.splice(0)) this.source.notices.push({ at: Math.max(0, this.length - 1), kind: "picture", values: { alt } });
      return;
    }
    this.pictures = [];
    if (this.depth !== null && line.length <= LONGEST_HEADING && !/[。；]$/.test(line)) this.source.headings.push({ start: this.length, depth: this.depth });
    this.depth = null;
    this.push(line);
  }

  table(nodes: readonly HtmlNode[], { rows, caption }: TableShape, kept: Uint8Array): void {
    this.break();
    if (caption !== null) this.words(cellAt(nodes, caption, kept).words);
    this.break();
    const start = this.length;
    const written: TableCell[][] = [];
    for (const row of rows) {
      const cells = row.map((at) => cellAt(nodes, at, kept));
      if (cells.every((cell) => cell.words === "")) continue;
      let at = this.length;
      written.push(cells.map((cell) => {
        const placed = { start: at, end: at + cell.words.length, ...cell };
        at = placed.end + 3;
        return placed;
      }));
      this.push(cells.map((cell) => cell.words).join(" | "));
    }
    if (written.length > 0) this.source.tables.push({ start, end: this.length - 1, rows: written });
  }

  done(): SourceText {
    this.break();
    this.source.text = this.lines.join("\n");
    return this.source;
  }

  /** Whether the title stands among the first lines already, perhaps broken over some of them; or another line there reads as one. */
  opensWith(title: string, anyWillDo: boolean): boolean {
    const plain = (words: string): string => words.replace(/[\s\u3000]/g, "");
    const opening = this.lines.slice(0, 8);
    return plain(opening.join("")).includes(plain(title)) || (anyWillDo && opening.some((line) => line.length <= 60 && TITLE_END.test(plain(line))));
  }

  private push(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
  }
}

function write(page: HtmlPage, title: { words: string; depth: number } | null): { writer: TextWriter; outside: string | null } {
  const { nodes } = page;
  const writer = new TextWriter();
  const main = findMainText(nodes);
  const at = titleOutside(nodes, main);
  const outside = at === null ? null : wordsWithin(nodes, at, nodes[at]?.after ?? at);
  if (title !== null) {
    writer.heading(title.depth);
    writer.words(title.words);
    writer.break();
  }
  const tableAt = tableReader(nodes);
  for (const piece of flow(nodes, 0, nodes.length, main.kept, (at) => tableAt(at).data)) {
    if (piece.is === "words") writer.words(piece.words);
    else if (piece.is === "break") writer.break();
    else if (piece.is === "heading") writer.heading(piece.depth);
    else if (piece.is === "picture") writer.picture(piece.alt);
    else writer.table(nodes, tableAt(piece.at), main.kept);
  }
  return { writer, outside };
}

/** Text of a page that is decoded already. */
export function readPage(source: string): SourceText {
  const page = parseHtml(source);
  if (page.framed === "whole") throw new PlanRefused("frames");
  const { writer, outside } = write(page, null);
  const read = writer.done();
  if (page.framed === "inside" && (read.text.match(/[，。；]/g)?.length ?? 0) < LEAST_MARKS) throw new PlanRefused("frames");
  const title = outside ?? (/[\u3400-\u9fff]{4}/.test(page.title) ? page.title : null);
  if (title === null || read.text === "" || writer.opensWith(title, outside === null)) return read;
  return write(page, { words: title, depth: 1 }).writer.done();
}

/** By its first tag, or as an archive of a page, whatever its name. */
export const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^[^\x21-\x7e]{0,40}<(?:!doctype\s+html|!--|html|head|body|meta|title|div|table|p|h[1-6]|\?xml)\b/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 200))) || isArchive(bytes);

/**
 * Reads a web page, also one saved with its pictures in one file (.mht).
 * @throws PlanRefused
 */
export function readHtml(bytes: Uint8Array): SourceText {
  const archived = pageOfArchive(bytes);
  return readPage(archived === null ? decodeHtml(bytes) : decodeHtml(archived.bytes, archived.charset));
}
