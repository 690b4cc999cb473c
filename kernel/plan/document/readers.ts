import { decodeText, refuseUnlessText } from "./bytes.ts";
import { type ReadText, readMarkdown } from "./markdown.ts";
import { PlanRefused } from "./refusal.ts";

/** Which reader takes which file. A new format (docx, html, pdf) is one more entry here. */
export interface Reader {
  media_type: string;
  /** Looks at the name and the first bytes only. */
  takes(bytes: Uint8Array, name: string): boolean;
  /** @throws PlanRefused */
  read(bytes: Uint8Array): ReadText;
}

const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^\s*<(?:!doctype html|html|head|body|\?xml)/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));

const markdown: Reader = {
  media_type: "text/markdown",
  takes: (_bytes, name) => /\.(md|markdown)$/i.test(name),
  read: (bytes) => readMarkdown(decodeText(bytes)),
};

const html: Reader = {
  media_type: "text/html",
  takes: (bytes) => looksLikeHtml(bytes),
  read: () => {
    throw new PlanRefused("unsupported-format", { format: "HTML" });
  },
};

const plain: Reader = {
  media_type: "text/plain",
  takes: () => true,
  read: (bytes) => ({ text: decodeText(bytes), headings: [] }),
};

/** In order: the first that takes the file reads it. */
export const readers: readonly Reader[] = [html, markdown, plain];

/**
 * Text of a file, with the headings its format marks.
 * @throws PlanRefused when it is no text, or in no encoding that is known
 */
export function readBytes(bytes: Uint8Array, name: string): ReadText & { media_type: string } {
  refuseUnlessText(bytes);
  const reader = readers.find((candidate) => candidate.takes(bytes, name)) ?? plain;
  return { ...reader.read(bytes), media_type: reader.media_type };
}
