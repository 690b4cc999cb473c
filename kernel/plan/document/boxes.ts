import { numberedLine } from "./headings.ts";
import type { Line } from "./lines.ts";
import { halfWidth } from "./numerals.ts";
import { runInTitle } from "./titles.ts";

/** Boxes (专栏1 …): where one begins and where it ends. */

const BOX = /^[【[〖<《]?\s*(专\s?栏\s?(?:\d{1,2}(?:\s?[-—–~.]\s?\d{1,2})?|[一二三四五六七八九十]{1,3})?)\s?[】\]〗>》]?\s*[:、.—]?\s*(.*)$/;

/** The number and the title of a box that a line opens, or null. In a table the row of the caption opens it. */
export function boxAt(words: string): { number: string; title: string } | null {
  if (words.length > 100 || !/^[【[［〖<《]?\s*专/.test(words)) return null;
  const row = words.replace(/[\s|]+$/, "").replace(/^[\s|]+/, "");
  const match = BOX.exec(halfWidth(row));
  if (match?.[1] === undefined) return null;
  const numbered = /[\d一二三四五六七八九十]$/.test(match[1].trim());
  const title = row.slice(row.length - (match[2] ?? "").length).trim();
  if (!numbered && !/^[【[［]|^专\s?栏\s?[:：]/.test(row)) return null;
  if (/[。；，,;]$/.test(title) || /^(?:所|中|明确|提出|和|与|至|内|的)/.test(title) || title.includes("|")) return null;
  return { number: row.slice(row.indexOf("专"), row.length - (match[2] ?? "").length).replace(/[\s】\]］〗>》:：、.—]+$/, ""), title };
}

type Kind = "table" | "numbered" | "dash" | "titled" | "short" | "plain";

function kindOf(line: Line): Kind {
  if (line.role === "table" || line.role === "note") return "table";
  if (numberedLine(line.words) !== null) return "numbered";
  if (/^(?:[—–-]{2}|[●■◆★▲•·◇□○])/.test(line.words)) return "dash";
  if (runInTitle(line.words) !== null || /^[^。；，：:]{2,24}[：:]./.test(line.words)) return "titled";
  return line.words.length <= 40 && !/[。；]$/.test(line.words) ? "short" : "plain";
}

const GOES_WITH: Readonly<Record<Kind, readonly Kind[]>> = {
  table: ["table"], numbered: ["table", "numbered"], dash: ["table", "dash"], titled: ["table", "titled"],
  short: ["table", "short", "titled", "numbered", "dash", "plain"], plain: ["table"],
};

/** What stands outside the box, as far as it can be told from the number at the head of a line. */
export interface Outside {
  /** Values last seen of the numberings that are open around the box. */
  last: ReadonlyMap<string, number>;
}

/** Whether a numbered line goes on with the text around the box. */
function leaves(line: Line, outside: Outside, inner: { scheme: string; value: number } | null): boolean {
  const numbered = numberedLine(line.words);
  if (numbered === null) return false;
  const { name, rank } = numbered.scheme;
  if (rank <= 3.5) return true;
  if (inner?.scheme === name && numbered.value === inner.value + 1) return false;
  const before = outside.last.get(name);
  if (before !== undefined) return numbered.value === before + 1;
  return rank <= 5.2 && inner !== null && inner.scheme !== name;
}

/**
 * Index of the line after the last of a box.
 * A box holds lines of one kind (rows, numbered or dashed or titled paragraphs), with one paragraph before them at most.
 */
export function endOfBox(lines: readonly Line[], from: number, outside: Outside, limit: number): number {
  let kind: Kind | null = null;
  let inner: { scheme: string; value: number } | null = null;
  let index = from;
  let plain = false;
  for (; index < limit; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.role === "chrome") continue;
    if (boxAt(line.words) !== null || leaves(line, outside, inner)) break;
    const own = kindOf(line);
    const numbered = own === "numbered" ? numberedLine(line.words) : null;
    if (numbered !== null && (inner === null || inner.scheme === numbered.scheme.name)) inner = { scheme: numbered.scheme.name, value: numbered.value };
    if (kind === null || (plain && own !== "plain" && own !== "table")) {
      // A paragraph of its own, with nothing like a list behind it, is all there is.
      plain = kind === null && own === "plain";
      kind = own;
    } else if (!GOES_WITH[kind].includes(own)) break;
  }
  return index;
}
