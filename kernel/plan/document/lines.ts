import { ANNEX, numberedLine } from "./headings.ts";

/** Lines of a document, and what each is: title, heading, paragraph, note, table, or the page around the text. */

export type LineRole = "title" | "heading" | "paragraph" | "note" | "table" | "chrome";

export interface Line {
  /** First character that is not a space; positions count in the text. */
  start: number;
  /** After the last character that is not a space. */
  end: number;
  words: string;
  role: LineRole;
}

const SPACE = /[\s\u3000\u200b\ufeff]/;

/** Every line that is not empty, trimmed; all are paragraphs at first. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to === -1) to = text.length;
    let start = from;
    let end = to;
    while (start < end && SPACE.test(text.charAt(start))) start++;
    while (end > start && SPACE.test(text.charAt(end - 1))) end--;
    if (end > start) lines.push({ start, end, words: text.slice(start, end), role: "paragraph" });
    from = to + 1;
  }
  return lines;
}

/** A line this full, in a text that is broken at a fixed width, goes on in the next. */
const SLACK = 3;

/**
 * Joins the lines of a text that was broken at a fixed width (old newspapers, mails, PDF copies); other texts stay as they are.
 * A line joins the one before when that one is full and it is neither indented nor numbered.
 */
export function joinBrokenLines(text: string, lines: readonly Line[]): Line[] {
  const startOf = (line: Line): number => text.lastIndexOf("\n", line.start - 1) + 1;
  const widths = lines.map((line) => line.end - startOf(line));
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const width = widths.reduce((most, one) => (one <= 90 && one >= 20 && (counts.get(one) ?? 0) > (counts.get(most) ?? 0) ? one : most), 0);
  const full = (index: number): boolean => Math.abs((widths[index] ?? 0) - width) <= SLACK;
  const fullCount = widths.filter((_, index) => full(index)).length;
  const longer = widths.filter((one) => one > width + SLACK).length;
  if (width === 0 || lines.length < 12 || fullCount * 2 < lines.length || longer * 20 > lines.length) return [...lines];
  const joined: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const before = joined.at(-1);
    const goesOn = before !== undefined && full(index - 1) && startOf(line) === line.start && numberedLine(line.words) === null
      && !text.slice(before.end, line.start).includes("\n\n");
    if (before === undefined || !goesOn) joined.push({ ...line });
    else {
      before.end = line.end;
      before.words = text.slice(before.start, before.end);
    }
  }
  return joined;
}

const TITLE_END = /(?:纲要|规划|计划|报告|方案|决定|意见|建议|草案|目标|指标|清单|要点|安排|实事)(?:[(（][^()（）]{1,20}[)）])?$/;
const TITLE_TAIL = /^[《“]?.{2,70}$/;

/** Lines in which a site speaks of itself at the foot of a page. */
const FOOT = /转载请注明|相关文章|相关阅读|网友点评|网友评论|发表评论|责任编辑|责编[:：]|上一篇|下一篇|分享到|打印本页|关闭窗口|版权所有|扫一扫|主办单位[:：].{0,30}(?:承办|备案)|ICP备/;
/** Lines at its head: where it comes from, who wrote it, when. */
const HEAD = /^(?:来源|作者|发布时间|发布日期|信息来源|时间|日期|字号|浏览|编辑|记者|索\s*引\s*号|发文机关|成文日期|发文字号|主题分类|主\s*题\s*词|标\s*题)\s*[+:：]|^字号|我要评论|^【?字体|点击数|阅读量|^首页|当前位置/;
/** Lines between the title and the text that belong to the occasion: date, body, speaker. */
const OCCASION = /^(?:—{1,2}|-{1,2}|–{1,2})\s?\d{4}\s?年|^[(（]\s?\d{4}\s?年.{4,60}[)）]$|^(?:省长|市长|州长|县长|区长|主席|国务院总理)\s?[\u4e00-\u9fff\s]{2,8}$|^[\u4e00-\u9fff]{2,16}(?:委员会|人民政府|主任)\s?[\u4e00-\u9fff]{0,4}$/;

/** Title and how many lines it takes; the first line that reads as the name of a plan. */
export function findTitle(lines: readonly Line[], firstHeading: number | null): { first: number; last: number } | null {
  const limit = Math.min(lines.length, 40);
  if (firstHeading !== null && firstHeading < 5) return { first: firstHeading, last: firstHeading };
  for (let index = 0; index < limit; index++) {
    const line = lines[index];
    if (line === undefined || line.words.length > 90 || HEAD.test(line.words) || /[。；！]$/.test(line.words)) continue;
    if (!TITLE_END.test(line.words.replace(/\s/g, ""))) continue;
    let first = index;
    // A title broken over lines: the line before is short, no sentence, and names a place, a year or the occasion.
    while (first > 0 && index - first < 3) {
      const before = lines[first - 1];
      const opensTitle = before !== undefined && TITLE_TAIL.test(before.words) && !/[。；！:：》]$/.test(before.words)
        && /国民经济|社会发展|\d{4}\s?年|中华人民共和国|(?:省|市|县|区|州)$/.test(before.words) && !HEAD.test(before.words);
      if (!opensTitle) break;
      first--;
    }
    return { first, last: index };
  }
  return null;
}

function markFoot(lines: Line[]): void {
  const length = lines.at(-1)?.end ?? 0;
  for (let index = Math.floor(lines.length / 2); index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.words.length > 80 || !FOOT.test(line.words)) continue;
    if (length - line.start > length * 0.2 + 300) continue;
    for (const rest of lines.slice(index)) rest.role = "chrome";
    return;
  }
}

/** 目录: the lines from there up to where its first entry comes again are no outline. */
function markContents(lines: Line[]): void {
  const head = lines.findIndex((line) => /^目\s{0,4}[录次]$/.test(line.words));
  if (head === -1) return;
  const bare = (line: Line | undefined): string => (line?.words ?? "").replace(/[.…·\s]{2,}\d{0,4}$/, "").replace(/\s/g, "");
  const first = bare(lines[head + 1]);
  const number = numberedLine(first)?.printed;
  const same = (line: Line): boolean => (number === undefined ? bare(line) === first : numberedLine(line.words)?.printed === number);
  const again = lines.findIndex((line, index) => index > head + 1 && same(line));
  const end = again === -1 ? head + 1 : again;
  for (const line of lines.slice(head, end)) line.role = "chrome";
}

/** A note under a table runs on over the numbered lines after it. */
function markNotes(lines: Line[]): void {
  let inNote = false;
  for (const line of lines) {
    if (line.role !== "paragraph") continue;
    if (/^(?:注|备注|说明|出处|资料来源)\s?(?:[:：]|[(（][^()（）]{1,12}[)）][:：])/.test(line.words)) inNote = true;
    else if (inNote) inNote = numberedLine(line.words)?.scheme.name === "digit" && /[;；。]$/.test(line.words);
    if (inNote) line.role = "note";
  }
}

/** A row of a table: cells apart by bars or tabs; or by wide gaps, when it is no sentence and a cell is a number. */
export function isTableRow(words: string): boolean {
  if ((words.match(/\s?\|\s?|\t/g)?.length ?? 0) >= 2) return true;
  if (words.length > 160 || /[。；;]$/.test(words)) return false;
  const cells = words.split(/[ \u3000]{2,40}/);
  return cells.length >= 3 && cells.some((cell) => /^[〔[<>≥≤]?\s?\d[\d.,]*\s?[%％]?[〕\]*]?$|年$|^属性$/.test(cell));
}

/**
 * Gives every line its role, in place. Headings are set later, by the outline.
 * @returns the title lines, or null when the document names itself nowhere
 */
export function giveRoles(lines: Line[], firstHeading: number | null): { first: number; last: number } | null {
  const title = findTitle(lines, firstHeading);
  markFoot(lines);
  markContents(lines);
  if (title !== null) {
    for (let index = 0; index < title.first; index++) {
      const line = lines[index];
      if (line !== undefined && line.words.length <= 80) line.role = "chrome";
    }
    for (let index = title.first; index <= title.last; index++) {
      const line = lines[index];
      if (line !== undefined) line.role = "title";
    }
  }
  const opening = title === null ? 0 : title.last + 1;
  for (const line of lines.slice(opening, opening + 12)) {
    if (line.words.length <= 120 && (HEAD.test(line.words) || OCCASION.test(line.words))) line.role = "chrome";
  }
  for (const line of lines) if (line.role === "paragraph" && isTableRow(line.words)) line.role = "table";
  markNotes(lines);
  return title;
}

/** Whether the line opens an annex (名词解释, 附件), where numbering starts again. */
export const opensAnnex = (line: Line): boolean => line.role === "paragraph" && ANNEX.test(line.words);
