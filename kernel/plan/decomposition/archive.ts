import { unzipSync, zipSync } from "fflate";

/** Office files as we write them: packed so that the same content is the same bytes. */

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
// oxlint-disable-next-line no-control-regex -- these signs are what it takes out
export const printable = (words: string): string => words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
