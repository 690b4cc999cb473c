import { type HtmlNode, isBlock, wordsWithin } from "./html-tree.ts";

/** The pieces of a page in the order in which they are read: words, line breaks, headings, tables, pictures. */

export type Piece =
  | { is: "words"; words: string }
  | { is: "break" }
  | { is: "heading"; depth: number }
  | { is: "table"; at: number }
  | { is: "picture"; alt: string };

const SUPERSCRIPT: Readonly<Record<string, string>> = { "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "-": "⁻" };
const SMALLEST_PICTURE = 60;

/** A raised sign: a footnote mark (kept as ［7］), a power (m², 10⁴), or what it is (*, ①). */
function raised(words: string, before: string): string {
  const plain = words.replace(/\s/g, "");
  const bracketed = /^[[［【〔(（](\d{1,3})[\]］】〕)）]$/.exec(plain)?.[1];
  if (bracketed !== undefined) return `［${bracketed}］`;
  if (!/^-?\d{1,3}$/.test(plain)) return plain;
  return /[\dA-Za-z米μ]$/.test(before) ? plain.replace(/./g, (sign) => SUPERSCRIPT[sign] ?? sign) : `［${plain}］`;
}

const pixels = (value: string | undefined): number => (value === undefined || value.includes("%") ? Infinity : (Number.parseFloat(value) || Infinity));

/** A picture that may hold words: no icon, no spacer, no part of the page's furniture. */
function mayHoldWords(node: HtmlNode): boolean {
  const { width, height, src = "", style = "" } = node.attributes;
  const styled = (name: string): string | undefined => new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d{1,5}(?:\\.\\d+)?)(?:px|pt)`).exec(style)?.[1];
  if (Math.min(pixels(width ?? styled("width")), pixels(height ?? styled("height"))) < SMALLEST_PICTURE) return false;
  return !/(?:icon|logo|spacer|blank|arrow|qrcode|ewm|\/s?share|fileTypeImages|\.ico\b)/i.test(src);
}

/** Newlines between Chinese signs are no space; all other space is one. */
export const tidySpace = (words: string): string =>
  words.replace(/(?<=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n][\s]*(?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])/g, "").replace(/[\s\u200b\u00ad\ufeff]+/g, " ");

/** Pieces of nodes[from, to) that `kept` marks. Tables of data come as one piece; `isData` tells them. */
export function* flow(nodes: readonly HtmlNode[], from: number, to: number, kept: Uint8Array, isData: (at: number) => boolean): Generator<Piece> {
  const closing: number[] = [];
  const counts = new Map<number, number>();
  let before = "";
  let preformatted = -1;
  for (let index = from; index < to; ) {
    for (let end = closing.at(-1); end !== undefined && end <= index; end = closing.at(-1)) {
      closing.pop();
      yield { is: "break" };
    }
    const node = nodes[index];
    if (node === undefined) break;
    if (kept[index] === 0) {
      index++;
      continue;
    }
    if (node.tag === "") {
      if (index < preformatted) yield* linesOf(node.words);
      else yield { is: "words", words: node.words };
      before = node.words === "" ? before : node.words;
      index++;
    } else if (node.tag === "sup") {
      yield { is: "words", words: raised(wordsWithin(nodes, index, node.after), before.trimEnd()) };
      index = node.after;
    } else if (node.tag === "table" && isData(index)) {
      yield { is: "table", at: index };
      index = node.after;
    } else {
      if (node.tag === "pre" || node.tag === "listing") preformatted = Math.max(preformatted, node.after);
      yield* opening(nodes, node, index, counts);
      if (isBlock(node)) closing.push(node.after);
      index++;
    }
  }
  yield { is: "break" };
}

function* linesOf(words: string): Generator<Piece> {
  for (const [index, line] of words.split(/\r\n|\n|\r/).entries()) {
    if (index > 0) yield { is: "break" };
    yield { is: "words", words: line };
  }
}

/** What an opening tag itself says: a break, a heading, the number of a list, a picture. */
function* opening(nodes: readonly HtmlNode[], node: HtmlNode, index: number, counts: Map<number, number>): Generator<Piece> {
  if (node.tag === "br" || isBlock(node)) yield { is: "break" };
  const depth = /^h([1-6])$/.exec(node.tag)?.[1];
  if (depth !== undefined) yield { is: "heading", depth: Number(depth) };
  if (node.tag === "img" && mayHoldWords(node)) yield { is: "picture", alt: (node.attributes["alt"] ?? "").trim().slice(0, 200) };
  const list = nodes[node.parent];
  if (node.tag === "li" && list?.tag === "ol" && !/list-style(?:-type)?\s*:\s*none/i.test(list.attributes["style"] ?? "")) {
    const count = counts.get(node.parent) ?? (Number.parseInt(list.attributes["start"] ?? "1", 10) || 1);
    counts.set(node.parent, count + 1);
    const head = wordsWithin(nodes, index, Math.min(node.after, index + 6)).slice(0, 12);
    const numbered = /^[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．]|^第.{1,4}[章节条]/.test(head);
    if (!numbered && head !== "" && (list.attributes["type"] ?? "1") === "1") yield { is: "words", words: `${count}. ` };
  }
}
