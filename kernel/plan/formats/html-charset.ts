import { decodeText } from "./bytes.ts";

/** Encoding of a page: a byte-order mark, then what is good UTF-8, then what the page says of itself, then as for plain text. */

/** Of so many characters one may be broken by the site without the page being refused. */
const ONE_BROKEN_IN = 500;

/** gb2312 and gbk are read as gb18030, which holds them whole. */
function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    const plain = label.toLowerCase().replace(/_/g, "-");
    return new TextDecoder(/^(?:gb-?2312(?:-80)?|gbk|x-gbk|cp936|gb18030)$/.test(plain) ? "gb18030" : plain);
  } catch {
    return null;
  }
}

/** What `<meta charset>`, `http-equiv` or the XML declaration names, "" when nothing does. */
export function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 8192)).replace(/<!--[^]*?-->/g, "");
  return /<meta\b[^<>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1]
    ?? /^\s*<\?xml[^<>]{0,100}?encoding\s*=\s*["']([\w-]{2,20})["']/i.exec(head)?.[1] ?? "";
}

/**
 * Text of a page.
 * @throws PlanRefused "encoding"
 */
export function decodeHtml(bytes: Uint8Array, told = ""): string {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xef && bytes[1] === 0xbb);
  if (marked) return decodeText(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, or UTF-8 with a broken character.
  }
  const decoder = decoderFor(told === "" ? declaredCharset(bytes) : told);
  if (decoder !== null && !decoder.encoding.startsWith("utf-16")) {
    const text = decoder.decode(bytes);
    const broken = text.split("\ufffd").length - 1;
    if (broken * ONE_BROKEN_IN < text.length) return text;
  }
  return decodeText(bytes);
}
