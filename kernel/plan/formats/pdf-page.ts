/** A page of a PDF as it is laid out: pieces of text with their places, ruled lines. The origin is the upper left corner, in points. */

export interface PdfItem {
  words: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Of the type. */
  size: number;
  /** Stands for the table of that place in the page's list. */
  table?: number;
}

/** A straight line of a table or a box. */
export interface Rule {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  items: PdfItem[];
  rules: Rule[];
}

/** Radicals that fonts print for the characters they look like, and that Unicode itself does not fold. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."⺎兀⺒巳⺓幺⺝月⺠民⺫目⺬示⺮竹⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺟母⻌辶⻏阝⼾户⾭青"]
    .flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1] ?? sign]] : [])),
);

/** Characters as they are written in text: radicals and compatibility forms folded, control characters gone. */
export const plainCharacters = (words: string): string =>
  words
    .replace(/[\u2e3a\u2e80-\u2eff\u2f3e\u2fad]/g, (sign) => RADICALS[sign] ?? sign)
    .replaceAll("\u2e3a", "——")
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g, (sign) => sign.normalize("NFKC"))
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\ufeff]/g, "");

/** Characters that say nothing: of fonts that do not tell which characters they print. */
export const unreadable = (words: string): number => words.match(/[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;

const WIDE = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…·①-⑳〔〕]/;

/** Between two pieces of a line: nothing between Chinese characters, a space between words, a wide gap as one space. */
export function gapBetween(before: string, after: string, gap_em: number): string {
  if (before === "" || after === "" || /\s$/.test(before) || /^\s/.test(after)) return "";
  const wide = WIDE.test(before.slice(-1)) || WIDE.test(after.charAt(0));
  return gap_em > (wide ? 0.8 : 0.2) ? " " : "";
}

/** Where a line goes on in the next: no space beside a Chinese character. */
export const joinLines = (before: string, after: string): string =>
  before === "" || after === "" || WIDE.test(before.slice(-1)) || WIDE.test(after.charAt(0)) || /[-/]$/.test(before) ? before + after : `${before} ${after}`;

/** A single space beside a Chinese character stands for the way the line is spread, not for a space. */
export const closeUp = (words: string): string =>
  words.replace(/(?<=[\u2e80-\u9fff\u3001-\u303f\uff00-\uffef“”]) (?=\S)|(?<=\S) (?=[\u2e80-\u9fff\u3001-\u303f\uff00-\uffef“”])/g, "");

const emOf = (words: string): number => [...words].reduce((sum, sign) => sum + (WIDE.test(sign) ? 1 : 0.52), 0);

/**
 * A piece that runs over several cells falls apart at its spaces; where each part stands is told by the width of its signs.
 * @param least_em gaps narrower than this are spaces between words
 */
export function apart(item: PdfItem, least_em: number): PdfItem[] {
  const words = item.words.split(/ +/).filter((word) => word !== "");
  if (words.length < 2 || item.size <= 0) return [item];
  const gap_em = (item.width / item.size - words.reduce((sum, word) => sum + emOf(word), 0)) / (words.length - 1);
  if (gap_em < least_em) return [item];
  let x = item.x;
  return words.map((word) => {
    const part = { ...item, words: word, x, width: emOf(word) * item.size };
    x += part.width + Math.max(0, gap_em) * item.size;
    return part;
  });
}
