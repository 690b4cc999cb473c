import { unzipSync, type Unzipped, zipSync } from "fflate";
import { Problem } from "../../../base/errors/problem.ts";
import { text } from "./text.ts";

/** Workbooks and Word files are zip archives: opened within bounds, and packed so that the same content is the same bytes. */

export const LARGEST_FILE = 12 * 2 ** 20;
const LARGEST_CONTENT = 120 * 2 ** 20;
const MOST_PARTS = 2000;

/** Unpacks an archive; one that would grow beyond all bounds is refused before anything is unpacked. */
export function unpack(bytes: Uint8Array, name: string): Unzipped {
  const refused = (cause?: unknown): Problem => new Problem(422, "damaged-workbook", text.damaged, { values: { name }, cause });
  let size = 0;
  let parts = 0;
  try {
    unzipSync(bytes, { filter: (part) => ((size += part.originalSize), (parts += 1), false) });
  } catch (cause) {
    throw refused(cause);
  }
  if (size > LARGEST_CONTENT || parts > MOST_PARTS) throw new Problem(413, "workbook-too-large", text.tooLarge, { values: { name, limit: LARGEST_CONTENT / 2 ** 20 } });
  try {
    return unzipSync(bytes);
  } catch (cause) {
    throw refused(cause);
  }
}

// Of the zip format's own clock; written in local time, so it is made of local parts.
const longAgo = (): Date => new Date(2000, 0, 1, 0, 0, 0);

/** Packs the parts of an office file anew: in one order, without the hour at which it was made. */
export function repack(bytes: Uint8Array, change: (name: string, part: string) => string = (_, part) => part): Uint8Array {
  const parts = unzipSync(bytes);
  const read = new TextDecoder();
  const write = new TextEncoder();
  const ordered = Object.keys(parts).sort((a, b) => (a === "[Content_Types].xml" ? -1 : b === "[Content_Types].xml" ? 1 : a < b ? -1 : 1));
  const packed = Object.fromEntries(ordered.map((name) => {
    const part = parts[name] ?? new Uint8Array();
    return [name, /\.(?:xml|rels)$/.test(name) ? write.encode(change(name, read.decode(part))) : part];
  }));
  return zipSync(packed, { mtime: longAgo(), level: 6 });
}

/** What the XML of an office file can hold. */
// oxlint-disable-next-line no-control-regex
export const printable = (words: string): string => words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
