import { PlanRefused } from "./refusal.ts";

/** Pages saved with their pictures in one file (.mht, .mhtml): the first page in it. */

const MOST_PARTS = 2000;

interface Part {
  head: string;
  body: string;
}

/** Header lines that are folded are joined; the body begins after the first empty line. */
function partOf(words: string): Part {
  const end = /\r?\n\r?\n/.exec(words);
  if (end === null) return { head: words, body: "" };
  return { head: words.slice(0, end.index).replace(/\r?\n[ \t]+/g, " "), body: words.slice(end.index + end[0].length) };
}

function bytesOf(part: Part): Uint8Array {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(part.head)?.[1]?.toLowerCase();
  if (encoding === "base64") return new Uint8Array(Buffer.from(part.body, "base64"));
  if (encoding !== "quoted-printable") return new Uint8Array(Buffer.from(part.body, "latin1"));
  const joined = part.body.replace(/=[ \t]*\r?\n/g, "").replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new Uint8Array(Buffer.from(joined, "latin1"));
}

export const isArchive = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /^(?:[\w-]+:.*(?:\r?\n[ \t].*)*\r?\n){0,40}?mime-version:/i.test(head) && /^content-type:\s*(?:multipart\/related|text\/html)/im.test(head);
};

/**
 * Bytes and named encoding of the first page, null when the file is no archive of pages.
 * @throws PlanRefused "damaged" for an archive in which there is no page
 */
export function pageOfArchive(bytes: Uint8Array): { bytes: Uint8Array; charset: string } | null {
  if (!isArchive(bytes)) return null;
  const whole = partOf(new TextDecoder("latin1").decode(bytes));
  const boundary = /^content-type:[^\r\n]*boundary="?([^"\r\n;]{1,100})"?/im.exec(whole.head)?.[1];
  const parts = boundary === undefined ? [whole] : whole.body.split(`--${boundary}`, MOST_PARTS).slice(1).map((words) => partOf(words.replace(/^\r?\n/, "")));
  const page = parts.find((part) => /^content-type:\s*text\/html/im.test(part.head));
  if (page === undefined) throw new PlanRefused("damaged", { format: "MHTML" });
  return { bytes: bytesOf(page), charset: /^content-type:[^\r\n]*charset="?([\w-]{2,20})/im.exec(page.head)?.[1] ?? "" };
}
