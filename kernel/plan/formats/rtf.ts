import { TextSink } from "./office-sink.ts";
import { PlanRefused } from "./refusal.ts";
import { RtfReader } from "./rtf-reader.ts";
import type { Progress, SourceText } from "./source.ts";

/** RTF, which offices send under the names .rtf and .doc. The labels of automatic numbers stand in the file itself. */

const FORMAT = "RTF";
const DEEPEST = 2000;
/** Bytes between two reports of progress. */
const STEP = 262144;

export const isRtf = (bytes: Uint8Array): boolean => bytes[0] === 0x7b && bytes[1] === 0x5c && bytes[2] === 0x72 && bytes[3] === 0x74 && bytes[4] === 0x66;

const isLetter = (byte: number | undefined): boolean => byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Reads what follows a backslash; returns the place behind it. */
function readControl(bytes: Uint8Array, at: number, reader: RtfReader): number {
  const first = bytes[at];
  if (!isLetter(first)) {
    if (first === 0x27) {
      const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
      if (!Number.isNaN(value)) reader.byte(value);
      return at + 3;
    }
    reader.symbol(first ?? 0);
    return at + 1;
  }
  let end = at;
  while (isLetter(bytes[end]) && end - at < 32) end++;
  const word = String.fromCharCode(...bytes.subarray(at, end));
  const from = end;
  if (bytes[end] === 0x2d && isDigit(bytes[end + 1])) end++;
  while (isDigit(bytes[end]) && end - from < 11) end++;
  const parameter = end === from ? undefined : Number(String.fromCharCode(...bytes.subarray(from, end)));
  if (bytes[end] === 0x20) end++;
  reader.word(word, parameter);
  // Raw bytes of a picture.
  return word === "bin" && parameter !== undefined && parameter > 0 ? end + parameter : end;
}

/**
 * Reads an RTF file. What is deleted, hidden or stands in headers and footers is left out.
 * @throws PlanRefused
 */
export function readRtf(bytes: Uint8Array, progress: Progress): SourceText {
  const sink = new TextSink();
  const reader = new RtfReader(sink);
  let depth = 0;
  let told = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    at++;
    if (byte === 0x7b) {
      if (++depth > DEEPEST) throw new PlanRefused("damaged", { format: FORMAT });
      reader.open();
    } else if (byte === 0x7d) {
      reader.close();
      if (--depth <= 0) break;
    } else if (byte === 0x5c) at = readControl(bytes, at, reader);
    else if (byte !== 0x0a && byte !== 0x0d) reader.byte(byte);
    if (at - told > STEP) {
      told = at;
      progress("read", at, bytes.length);
    }
  }
  if (depth > 0) throw new PlanRefused("damaged", { format: FORMAT });
  reader.end();
  progress("read", 1, 1);
  return sink.source();
}
