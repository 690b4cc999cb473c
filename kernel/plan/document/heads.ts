import { boxAt } from "./boxes.ts";
import { eraTitle } from "./era-titles.ts";
import { cleanTitle, isGlossary, isWorded, type NumberedLine, numberedLine, readsAsHeading } from "./headings.ts";
import type { Line } from "./lines.ts";
import { openingTitle, runInTitle, spacedTitle } from "./titles.ts";

/** Which lines head a clause, and how far out each stands. */

export interface Head {
  /** Index of its line. */
  line: number;
  /** Index of the last line of its title, which may run over two. */
  last: number;
  rank: number;
  number: string;
  value: number | null;
  title: string;
  /** Name of the numbering, to compare neighbours; "" for headings that bear no number. */
  scheme: string;
  /** A paragraph that begins with its title: a goal or a task. */
  titled: boolean;
  /** A box: index of the line after its last. */
  until: number | null;
  /** Bears no number, but names a year or years and what is said of them. */
  era?: true;
}

/** Ranks: annexes stand outside everything; then the format's own headings, then numberings; then boxes; then titled paragraphs. */
export const RANK = { annex: 0.5, marked: 10, numbered: 100, box: 190, titled: 200, dash: 205, run: 208 } as const;

export const headAt = (line: number, rank: number, title: string, more: Partial<Head> = {}): Head =>
  ({ line, last: line, rank, number: "", value: null, title: cleanTitle(title), scheme: "", titled: false, until: null, ...more });

const ANNEX = /^(附件|附录|附表|附图|附)\s?([\d一二三四五六七八九十]{0,3})\s?[:：]?\s*(.{0,60})$/;
const GLOSSARY = /^(?:《[^》]{2,40}》)?(?:有关|相关|部分)?(?:名词|术语)[^，。]{0,6}(?:解释|注释|说明)\s?[:：]?$/;
/** Headings that bear no number in any plan. */
const UNNUMBERED = /^(?:前\s*言|序\s*言|引\s*言|导\s*言|绪\s*论|结\s*语|结\s*束\s*语)$/;
const SIGNED = /(?:人民政府|委员会|办公[厅室]|国务院)$|^\S{4}年\S{1,2}月\S{1,3}日$|^\d{4}\s?年/;

/** Whether a line that begins with 附件 opens the annex, rather than naming it at the foot of a letter. */
function opensAnnex(lines: readonly Line[], index: number, title: string, lastOf: ReadonlyMap<string, number>, key: string): boolean {
  if (lastOf.get(key) !== index) return false;
  let next = index + 1;
  while (lines[next] !== undefined && lines[next]?.role !== "paragraph" && lines[next]?.role !== "table") next++;
  const words = lines[next]?.words;
  if (words === undefined) return false;
  return title === "" || !(ANNEX.test(words) || SIGNED.test(words) || /^\d\s?[.．、]/.test(words) || /^\d\s?[.．、]/.test(title));
}

/** 附件：1. … 2. … at the foot of a letter only names what is attached. */
function markNamed(lines: readonly Line[], index: number, title: string): void {
  const line = lines[index];
  if (line === undefined || !/^附件\s?\d{0,2}\s?[:：]/.test(line.words)) return;
  line.role = "chrome";
  let expected = (numberedLine(title)?.value ?? 0) + 1;
  for (let next = index + 1; expected > 1 && next < lines.length; next++, expected++) {
    const named = lines[next];
    if (named === undefined || named.words.length > 60 || numberedLine(named.words)?.value !== expected || /。$/.test(named.words)) return;
    named.role = "chrome";
  }
}

const annexKey = (match: RegExpExecArray): string => `${match[1] ?? ""}${match[2] ?? ""}`;

/** A short line that can be the (second part of a) title: no number, no sentence, no caption. */
const isShort = (line: Line, most: number): boolean =>
  line.role === "paragraph" && line.words.length <= most && readsAsHeading(line.words) && numberedLine(line.words) === null
  && !/^(?:专\s?栏|表\s?\d|图\s?\d|附|单位[:：]|[—●■◆★▲•*])|[，、：:]/.test(line.words) && boxAt(line.words) === null;

function findAnnexes(lines: readonly Line[]): Map<number, Head> {
  const heads = new Map<number, Head>();
  const lastOf = new Map<string, number>();
  const all = lines.flatMap((line, index) => {
    if (line.role !== "paragraph" || line.words.length > 80) return [];
    const match = GLOSSARY.test(line.words) ? null : ANNEX.exec(line.words);
    if (match === null && !GLOSSARY.test(line.words)) return [];
    const title = match?.[3] ?? line.words;
    if (match !== null && (/[。；，]$/.test(title) || (match[1] === "附" && !/^附\s?[:：]/.test(line.words)) || (match[1] !== "附" && title !== "" && /^[\u4e00-\u9fff]/.test(title) && !/^\S{2}\s?[\d一二三四五六七八九十]{0,3}\s?[:：\s]/.test(line.words)))) return [];
    const key = match === null ? "glossary" : annexKey(match);
    lastOf.set(key, index);
    return [{ index, line, match, key, title: title.replace(/[:：]$/, "") }];
  });
  for (const { index, line, match, key, title } of all) {
    if (!opensAnnex(lines, index, match === null ? "" : title, lastOf, key)) {
      if (match !== null && title !== "" && !match[1]?.startsWith("附表")) markNamed(lines, index, title);
      continue;
    }
    const next = lines[index + 1];
    if (match === null) heads.set(index, headAt(index, RANK.annex, title));
    else if (title !== "" && match[1] !== "附") heads.set(index, headAt(index, RANK.annex, title, { number: line.words.slice(0, line.words.length - (match[3] ?? "").length).trim() }));
    else if (title !== "") heads.set(index, headAt(index, RANK.annex, title, { number: "附" }));
    else if (next?.role === "paragraph" && (isShort(next, 50) || GLOSSARY.test(next.words)) && lines[index + 2] !== undefined) {
      heads.set(index, headAt(index, RANK.annex, next.words.replace(/[:：]$/, ""), { number: line.words, last: index + 1 }));
    } else heads.set(index, headAt(index, RANK.annex, line.words));
  }
  return heads;
}

/** Numberings that count only where they run on: those of which 1 and then 2 head lines that read as titles. */
function runningSchemes(numbers: readonly (NumberedLine | null)[], lines: readonly Line[]): Set<string> {
  const running = new Set<string>();
  const last = new Map<string, { value: number; before: string }>();
  for (const [index, numbered] of numbers.entries()) {
    const line = lines[index];
    if (numbered?.scheme.loose !== true || line?.role !== "paragraph" || !readsAsHeading(line.words.slice(numbered.titleAt))) continue;
    const { name } = numbered.scheme;
    const before = numbered.printed.replace(/\d+$/, "");
    const previous = last.get(name);
    if (numbered.value === 2 && previous?.value === 1 && (name !== "decimal" || previous.before === before)) running.add(name);
    last.set(name, { value: numbered.value, before });
  }
  return running;
}

/**
 * Paragraphs numbered 1. 2. 3. … under one heading are clauses, also where none begins with a title of its own:
 * measures of a policy. A list inside a sentence (ends in ；) and what a glossary explains are none.
 */
function numberedMeasures(numbers: readonly (NumberedLine | null)[], lines: readonly Line[]): Set<number> {
  const measures = new Set<number>();
  let run: number[] = [];
  let first = 1;
  let glossary = false;
  const close = (): void => {
    if (run.length >= 2 || first > 1) for (const index of run) measures.add(index);
    // Measures may be counted on through the chapters: 一、 1. 2. 二、 3. 4.
    first = run.length === 0 || (run.length === 1 && first === 1) ? 1 : first + run.length;
    run = [];
  };
  for (const [index, numbered] of numbers.entries()) {
    const line = lines[index];
    if (line === undefined || (line.role !== "paragraph" && line.role !== "heading")) continue;
    if (GLOSSARY.test(line.words)) glossary = true;
    else if (ANNEX.test(line.words) && line.words.length < 60) glossary = false;
    if (numbered === null || glossary) continue;
    const { name, rank } = numbered.scheme;
    if (rank < 6) close();
    if (name !== "digit" && name !== "digit-point") continue;
    const whole = /[。）)]$/.test(line.words) && line.words.length > 12;
    if (whole && numbered.value === first + run.length) run.push(index);
    else {
      close();
      if (numbered.value === 1) first = 1;
      if (whole && numbered.value === first) run = [index];
    }
  }
  close();
  return measures;
}

function headOfNumbered(line: Line, index: number, numbered: NumberedLine, measure: boolean): Head | null {
  const rest = line.words.slice(numbered.titleAt);
  const whole = /[。]$/.test(rest) ? rest.slice(0, -1) : rest;
  const title = readsAsHeading(rest) || (whole.length <= 36 && readsAsHeading(whole) && !/[，,；：:]/.test(whole)) ? whole : (runInTitle(rest) ?? spacedTitle(rest));
  const deep = numbered.scheme.rank >= 6;
  // 一、 and （一） head a clause even where its first sentence is long; 1. and (1) only with a title, for lists and notes use them too.
  const words = title ?? (deep && !measure ? null : openingTitle(rest));
  if (words === null || (words === "" && !isWorded(numbered.scheme))) return null;
  return headAt(index, RANK.numbered + numbered.scheme.rank, words, { number: numbered.printed, value: numbered.value, scheme: numbered.scheme.name });
}

/** How many lines the title of a chapter takes at most. */
const TITLE_LINES = 3;

/** A title that goes on in the next line: the line is the number alone, or it ends open, or the next opens with 和, or only it stands between two headings. */
function withSecondLine(head: Head, lines: readonly Line[], marked: ReadonlyMap<number, number>): Head {
  let whole = head;
  while (whole.last - head.line + 1 < TITLE_LINES) {
    const next = lines[whole.last + 1];
    if (next === undefined || !isShort(next, 40) || marked.has(next.start)) return whole;
    const after = lines[whole.last + 2];
    const numbered = after?.role === "paragraph" ? numberedLine(after.words) : null;
    const between = whole.last === head.line && next.words.length <= 30 && numbered !== null && isWorded(numbered.scheme) && RANK.numbered + numbered.scheme.rank > head.rank;
    const open = (whole.title.match(/[“《（(]/g)?.length ?? 0) > (whole.title.match(/[”》）)]/g)?.length ?? 0);
    if (whole.title !== "" && !open && !between && !/[、，和与及的]$/.test(whole.title) && !/^(?:和|与|及|暨|、)/.test(next.words)) return whole;
    const apart = whole.title === "" || /[、，和与及的]$/.test(whole.title) || /^(?:和|与|及|暨|、)/.test(next.words) ? "" : " ";
    whole = { ...whole, title: cleanTitle(`${whole.title}${apart}${next.words}`), last: whole.last + 1 };
  }
  return whole;
}

/** The number at the head of a line, behind the mark of Markdown that a .txt may still bear. */
function numberedWords(words: string): NumberedLine | null {
  const mark = /^#{1,6}\s+/.exec(words)?.[0].length ?? 0;
  const numbered = numberedLine(mark === 0 ? words : words.slice(mark));
  return numbered === null || mark === 0 ? numbered : { ...numbered, titleAt: numbered.titleAt + mark };
}

/** Heads that the format or a number marks, and annexes and boxes, in the order of the text. */
export function findHeads(lines: readonly Line[], marked: ReadonlyMap<number, number>): Head[] {
  const numbers = lines.map((line) => (line.role === "paragraph" ? numberedWords(line.words) : null));
  const running = runningSchemes(numbers, lines);
  const measures = numberedMeasures(numbers, lines);
  const annexes = findAnnexes(lines);
  const heads: Head[] = [];
  let glossary = false;
  for (const [index, line] of lines.entries()) {
    if (index <= (heads.at(-1)?.last ?? -1)) continue;
    const box = line.role === "paragraph" || line.role === "table" ? boxAt(line.words) : null;
    if (box !== null) {
      heads.push(headAt(index, RANK.box, box.title, { number: box.number, until: index + 1 }));
      continue;
    }
    if (line.role !== "paragraph") continue;
    const found = numbers[index] ?? null;
    const numbered = found !== null && found.scheme.loose === true && !running.has(found.scheme.name) ? null : found;
    const depth = marked.get(line.start);
    const annex = annexes.get(index);
    if (annex !== undefined) {
      heads.push(annex);
      glossary = isGlossary(annex.title);
    } else if (depth !== undefined) {
      const mark = /^#{1,6}\s+/.exec(line.words)?.[0].length ?? 0;
      const rest = line.words.slice(numbered?.titleAt ?? mark);
      heads.push(withSecondLine(headAt(index, RANK.marked + depth, rest === "" ? line.words : rest, { number: rest === "" ? "" : (numbered?.printed ?? ""), value: numbered?.value ?? null, scheme: numbered?.scheme.name ?? "" }), lines, marked));
    } else if (numbered !== null && !(glossary && numbered.scheme.rank >= 6)) {
      const head = headOfNumbered(line, index, numbered, measures.has(index));
      if (head === null) continue;
      const whole = isWorded(numbered.scheme) ? withSecondLine(head, lines, marked) : head;
      heads.push(whole.title === "" ? { ...whole, title: whole.number } : whole);
    } else if (UNNUMBERED.test(line.words)) heads.push(headAt(index, NaN, line.words));
    else if (lines[index + 1] !== undefined) {
      const era = eraTitle(line.words);
      if (era !== null) heads.push(headAt(index, NaN, era, { era: true }));
    }
  }
  return heads;
}
