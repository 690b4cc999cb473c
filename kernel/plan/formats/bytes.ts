import { analyse } from "chardet";
import { PlanRefused, type RefusalPlace } from "./refusal.ts";

/** Bytes → text: UTF-8, UTF-16, GB18030, Big5, with and without a byte-order mark; and the formats that are no text at all. */

/** No plan document is larger; the longest five-year plan of a province is under 1 MB. */
export const LARGEST_BYTES = 16 * 1024 * 1024;

const SIGNATURES: readonly { kind: "image" | "binary" | "unsupported-format"; format: string; bytes: readonly number[] }[] = [
  { kind: "image", format: "PNG", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "image", format: "JPEG", bytes: [0xff, 0xd8, 0xff] },
  { kind: "image", format: "GIF", bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: "image", format: "TIFF", bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: "image", format: "TIFF", bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: "image", format: "WebP", bytes: [0x52, 0x49, 0x46, 0x46] },
  { kind: "unsupported-format", format: "PDF", bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: "unsupported-format", format: "DOC/XLS/PPT", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: "binary", format: "gzip", bytes: [0x1f, 0x8b] },
  { kind: "binary", format: "7z", bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: "binary", format: "RAR", bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: "binary", format: "ELF", bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Refuses what is empty or too large, whatever its format. */
export function refuseUnlessSized(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new PlanRefused("empty");
  if (bytes.length > LARGEST_BYTES) {
    throw new PlanRefused("too-large", { size: Math.ceil(bytes.length / 1048576), limit: LARGEST_BYTES / 1048576 });
  }
}

/** Refuses what is no text: images, archives, anything with NUL bytes. */
export function refuseUnlessText(bytes: Uint8Array): void {
  for (const signature of SIGNATURES) {
    if (startsWith(bytes, signature.bytes)) throw new PlanRefused(signature.kind, { format: signature.format });
  }
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!wide && bytes.includes(0) && wideWithoutMark(bytes) === null) throw new PlanRefused("binary", { format: "NUL" });
}

/** Decodes the whole, or says at which byte it cannot (counting from 0). */
function decode(bytes: Uint8Array, encoding: string): { text: string } | { failsAt: number } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { failsAt: firstBadByte(bytes, encoding) };
  }
}

const CHUNK = 4096;

/** Walks chunk by chunk, then byte by byte: the decoder itself does not tell where it failed. */
function firstBadByte(bytes: Uint8Array, encoding: string): number {
  let decoder = new TextDecoder(encoding, { fatal: true });
  let safe = 0;
  for (let start = 0; start < bytes.length; start += CHUNK) {
    try {
      decoder.decode(bytes.subarray(start, start + CHUNK), { stream: true });
      safe = start;
    } catch {
      break;
    }
  }
  // The chunk before is walked again too, for a character may begin in it. Lead bytes of 4-byte characters: step back to a line end.
  let from = Math.max(0, safe - CHUNK);
  while (from > 0 && bytes[from - 1] !== 0x0a) from--;
  decoder = new TextDecoder(encoding, { fatal: true });
  for (let index = from; index < bytes.length; index++) {
    try {
      decoder.decode(bytes.subarray(index, index + 1), { stream: true });
    } catch {
      return index;
    }
  }
  return bytes.length - 1;
}

function placeOf(bytes: Uint8Array, index: number): RefusalPlace {
  let line = 1;
  let lineStart = 0;
  for (let position = 0; position < index; position++) {
    if (bytes[position] === 0x0a) {
      line++;
      lineStart = position + 1;
    }
  }
  return { byte: index + 1, line, column: index - lineStart + 1 };
}

/** What an encoding is told by: as much as a long chapter. */
const SAMPLE = 65536;
/** Of a hundred; under some twenty letters the detector knows nothing and says ten for all. */
const SURE = 50;
const COMMON = /[，。、；：（）“”的和是在一年全市省国發国建设設人中大为為展]/g;

/** GB18030 accepts nearly any bytes; what it makes of damaged UTF-8 has no Chinese sentence marks and hardly a 的. */
function readsAsChinese(text: string): boolean {
  const sample = text.slice(0, 20000);
  const letters = sample.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  return letters < 20 || (sample.match(COMMON)?.length ?? 0) / letters > 0.05;
}

/** UTF-16 without a mark: in the right order of bytes nearly all is Chinese, digits and signs; in the wrong one, and in any other encoding, it is not. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length % 2 === 1) return null;
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE));
    const chinese = sample.match(/[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/g)?.length ?? 0;
    const plain = sample.match(/[\t\n\r -~\u00b0-\u00d7\u2010-\u2033]/g)?.length ?? 0;
    if (chinese >= 4 && chinese * 3 >= plain && (chinese + plain) / sample.length > 0.95 && readsAsChinese(sample)) return encoding;
  }
  return null;
}

/** Encodings of old, the likelier first: Big5 and GB18030 take each other's bytes, and only the frequency of their letters tells them apart. */
function oldEncodings(bytes: Uint8Array): string[] {
  const told = new Map(analyse(bytes.subarray(0, SAMPLE)).map(({ name, confidence }) => [name, confidence]));
  const big5 = told.get("Big5") ?? 0;
  return big5 >= SURE && big5 > (told.get("GB18030") ?? 0) ? ["big5", "gb18030"] : ["gb18030", "big5"];
}

/**
 * Text of the bytes, without a byte-order mark. What is good UTF-8 is never taken for anything else.
 * @throws PlanRefused "encoding" with the place of the first byte that fits no supported encoding
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return decodeWide(bytes, 2, bytes[0] === 0xff ? "utf-16le" : "utf-16be");
  }
  const body = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
  const utf8 = decode(body, "utf-8");
  if ("text" in utf8 && !utf8.text.includes("\0")) return utf8.text;
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return decodeWide(bytes, 0, wide);
  if ("text" in utf8) return utf8.text;
  let failsAt = utf8.failsAt;
  for (const encoding of oldEncodings(body)) {
    const old = decode(body, encoding);
    // A mark is there in GB18030, too, in four bytes.
    if ("text" in old && readsAsChinese(old.text)) return old.text.replace(/^\ufeff/, "");
    if ("failsAt" in old && encoding === "gb18030") failsAt = Math.max(failsAt, old.failsAt);
  }
  throw new PlanRefused("encoding", {}, placeOf(bytes, failsAt + (bytes.length - body.length)));
}

function decodeWide(bytes: Uint8Array, mark: number, encoding: "utf-16le" | "utf-16be"): string {
  const wide = decode(bytes.subarray(mark), encoding);
  if ("text" in wide) return wide.text;
  throw new PlanRefused("encoding", {}, placeOf(bytes, wide.failsAt + mark));
}
