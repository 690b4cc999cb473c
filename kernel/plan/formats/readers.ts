import { decodeText, refuseUnlessSized, refuseUnlessText } from "./bytes.ts";
import { isArchive, readDocx } from "./docx.ts";
import { looksLikeHtml, readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { looksLikePdf, readPdf } from "./pdf.ts";
import { PlanRefused } from "./refusal.ts";
import { isRtf, readRtf } from "./rtf.ts";
import type { Progress, SourceText } from "./source.ts";
import { readWord97 } from "./word97.ts";
import { isStorage } from "./word97-storage.ts";

/** Which reader takes which file. A new format is one more entry here. */
export interface Reader {
  media_type: string;
  /** Looks at the name and the first bytes only. */
  takes(bytes: Uint8Array, name: string): boolean;
  /** @throws PlanRefused */
  read(bytes: Uint8Array, progress: Progress): SourceText | Promise<SourceText>;
}

const docx: Reader = {
  media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  takes: (bytes) => isArchive(bytes),
  read: (bytes, progress) => readDocx(bytes, progress),
};

const pdf: Reader = {
  media_type: "application/pdf",
  takes: (bytes) => looksLikePdf(bytes),
  read: (bytes, progress) => readPdf(bytes, progress),
};

const word97: Reader = {
  media_type: "application/msword",
  takes: (bytes) => isStorage(bytes),
  read: (bytes, progress) => readWord97(bytes, progress),
};

const rtf: Reader = {
  media_type: "application/rtf",
  takes: (bytes) => isRtf(bytes),
  read: (bytes, progress) => readRtf(bytes, progress),
};

const markdown: Reader = {
  media_type: "text/markdown",
  takes: (_bytes, name) => /\.(md|markdown)$/i.test(name),
  read: (bytes) => readMarkdown(decodeText(bytes)),
};

/** A whole document in one XML file, as Word 2003 and later can write it; as a web page it would lose its paragraphs. */
const wordXml: Reader = {
  media_type: "application/xml",
  takes: (bytes) => /<(?:w:wordDocument|pkg:package)\b/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 4096))),
  read: () => {
    throw new PlanRefused("unsupported-format", { format: "Word XML" });
  },
};

const html: Reader = {
  media_type: "text/html",
  takes: (bytes, name) => /\.(?:s?html?|xhtml|mht|mhtml|jsp|aspx?|php)$/i.test(name) || looksLikeHtml(bytes),
  read: (bytes) => readHtml(bytes),
};

const plain: Reader = {
  media_type: "text/plain",
  takes: () => true,
  read: (bytes) => ({ text: decodeText(bytes), headings: [], tables: [], notices: [] }),
};

/** Formats known by their first bytes; in order, the first that takes the file reads it. */
const binaries: readonly Reader[] = [pdf, docx, word97, rtf];

/** Formats that are text, asked when no other takes the file. */
const texts: readonly Reader[] = [wordXml, html, markdown, plain];

/**
 * Text of a file, with the headings its format marks.
 * @throws PlanRefused when it is no text, or in no encoding that is known
 */
export async function readBytes(bytes: Uint8Array, name: string, progress: Progress = () => {}): Promise<SourceText & { media_type: string }> {
  refuseUnlessSized(bytes);
  let reader = binaries.find((candidate) => candidate.takes(bytes, name));
  if (reader === undefined) {
    refuseUnlessText(bytes);
    reader = texts.find((candidate) => candidate.takes(bytes, name)) ?? plain;
  }
  return { ...(await reader.read(bytes, progress)), media_type: reader.media_type };
}
