import { text } from "./text.ts";
import type { Place } from "../errors/problem.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
}

const tryDecode = (bytes: Uint8Array, encoding: Decoded["encoding"]): string | undefined => {
  try {
    // A byte-order mark is dropped by TextDecoder; `fatal` refuses bytes that are not of the encoding.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Bytes of a text file to text. UTF-16 only with a byte-order mark; else UTF-8 if it is valid UTF-8 (GB18030 text of any
 * length practically never is), else GB18030. Undefined where neither fits.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  for (const encoding of utf16 ? ([utf16] as const) : (["utf-8", "gb18030"] as const)) {
    const decoded = tryDecode(bytes, encoding);
    // NUL never stands in text: such a file is a picture, a workbook or UTF-16 without its mark.
    if (decoded !== undefined && !decoded.includes("\0")) return { text: decoded, encoding };
  }
  return undefined;
}

/** Text as given, or bytes decoded; a fault where the bytes are no text. */
export function asText(name: string, input: string | Uint8Array): { readonly text: string; readonly fault?: Place } {
  if (typeof input === "string") return { text: input.startsWith("\uFEFF") ? input.slice(1) : input };
  const decoded = decodeText(input);
  return decoded ? { text: decoded.text } : { text: "", fault: { at: name, said: text.encoding } };
}
