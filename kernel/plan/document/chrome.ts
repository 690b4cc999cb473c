import { bareWords } from "./ids.ts";
import { numberedLine } from "./headings.ts";
import { isTableRow, type Line } from "./lines.ts";
import { halfWidth } from "./numerals.ts";

/** The page around a text: what a site, a letter or a printed page adds to it. */

/** Lines in which a site speaks of itself at the foot of a page: from there on all is page. */
const FOOT =
  /转载请注明|相关(?:文章|阅读|链接|稿件|新闻|附件|政策|解读|文件|信息)\s*[:：]?$|网友点评|网友评论|发表评论|责任编辑|责编[:：]|上一[篇条页][:：]?|下一[篇条页][:：]?|分享到|打印本页|关闭(?:窗口|本页)|【(?:关闭|打印|返回)|版权所有|扫一扫|二维码|主办单位[:：].{0,30}(?:承办|备案)|主办[:：].{2,30}(?:承办|网站)|ICP备|公网安备|网站(?:地图|标识码|声明)|友情链接|返回顶部|附件下载|Copyright|免责声明|延伸阅读|推荐阅读|热门推荐/i;
/** Lines at its head: where it comes from, who wrote it, when. */
const HEAD =
  /^(?:来源|作者|发布时间|发布日期|发布机构|发布单位|发文单位|发文机构|信息来源|信息分类|稿源|供稿|时间|日期|字号|字体|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|量|率)?|访问量|编辑|记者|审核|索\s*引\s*号|发文机关|成文日期|发文日期|公开日期|生成日期|公开方式|公开形式|公开时限|公开范围|组配分类|有\s*效\s*性|有效期|发文字号|文\s*号|主题分类|体裁分类|分\s*类|主\s*题\s*词|关\s*键\s*词|名\s*称|标\s*题|内容概述|信息名称|统一编号|登记号|废止日期|施行日期|发表时间|更新时间|录入|责任编辑|摘要)\s*[+:：|丨]|^(?:字号|字体大小)|我要评论|^【?字体|点击数|阅读量|^首\s?页(?:\s|$|>|›|»)|当前位置|您(?:现在)?(?:的|所在)的?位置|^(?:打印|分享|收藏|保存|关闭|返回|纠错|字体[:：]?)(?:\s*[|丨]?\s*(?:打印|分享|收藏|保存|关闭|返回|纠错|大|中|小|到|A[+-]?))*$|^视力保护|^无障碍|^(?:大|中|小)(?:\s+(?:大|中|小)){1,2}$|^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s.{0,40})?$/;
const OFFICE = "(?:委员会|人民政府|人民政府办公[厅室]|政府办公[厅室]|国务院(?:办公厅)?|主任|计委|发展改革委|发展和改革局)";
/** Lines between the title and the text that belong to the occasion: date, body, speaker. */
const OCCASION = new RegExp(
  `^(?:—{1,2}|-{1,2}|–{1,2})\\s?(?:\\d{4}|[一二][九〇○零]\\S{2})\\s?年|^[(（]\\s?(?:\\d{4}|[一二][九〇○零]\\S{2})\\s?年.{4,80}[)）]$|^[(（](?:此件|草案|提请|公开发布).{0,20}[)）]$|^(?:(?:[\\u4e00-\\u9fff]{2,12}人民政府)?(?:代)?(?:省长|市长|州长|县长|区长|盟长|旗长|镇长|乡长|主席)|国务院(?:副)?总理|.{2,16}(?:委员会|计委|发展改革委|局)(?:副)?(?:主任|局长))\\s{0,8}[\\u4e00-\\u9fff\\s·]{2,10}$|^[\\u4e00-\\u9fff]{2,24}${OFFICE}(?:\\s{1,8}[\\u4e00-\\u9fff·\\s]{2,8})?$`,
);
/** Signature, date and distribution of a letter. */
const IMPRINT = new RegExp(
  `^[\\u4e00-\\u9fff]{0,20}${OFFICE}$|^(?:\\d{4}|[一二][九〇○零]\\S{2})\\s?年\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?月\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?日$|^[(（](?:此件|本文有删减|联系人|公开|主动公开).{0,30}[)）]$|^抄\\s*送\\s*[:：]|办公[厅室]\\s*(?:秘书.?)?\\s*\\d{4}\\s?年.{2,8}日\\s*印发$|^[\\u4e00-\\u9fff]{1,8}[〔[［(（]\\d{4}[〕\\]］)）]\\s?第?\\d{1,4}号$`,
);

export const isBoilerplate = (words: string): boolean => words.length <= 160 && HEAD.test(words);
export const isOccasion = (words: string): boolean => words.length <= 120 && OCCASION.test(halfWidth(words));
export const isImprint = (words: string): boolean => words.length <= 80 && IMPRINT.test(halfWidth(words));

/** Share of the text, and characters beside it, in which the foot of a page can begin. */
const FOOT_SHARE = 0.2;
const FOOT_LEAST = 300;
/** Sentences of more than so many characters after it: it was no foot, only a line of the site inside the text. */
const FOOT_MOST = 1200;

/** The foot of the page: from the first line in which the site speaks of itself, near the end. */
export function markFoot(lines: readonly Line[]): void {
  const length = lines.at(-1)?.end ?? 0;
  const least = length - length * FOOT_SHARE - FOOT_LEAST;
  let prose = 0;
  let foot = -1;
  for (let index = lines.length - 1; index >= Math.floor(lines.length / 3); index--) {
    const line = lines[index];
    if (line === undefined || line.start < least || prose > FOOT_MOST) break;
    if (line.words.length > 100 && (line.words.match(/。/g)?.length ?? 0) >= 2) prose += line.words.length;
    if (line.words.length <= 80 && FOOT.test(line.words) && numberedLine(line.words) === null) foot = index;
  }
  if (foot !== -1) for (const line of lines.slice(foot)) line.role = "chrome";
}

/** A number of the page on a line of its own, or 第3页 共12页; null when the line is none. */
function pageNumber(words: string): { page: number; sure: boolean } | null {
  const sure = /^(?:[—–―\-·•]{1,3}\s?(\d{1,4})\s?[—–―\-·•]{1,3}|第\s?(\d{1,4})\s?页\s*[,，/]?\s*(?:[(（]?共\s?\d{1,4}\s?页[)）]?)?|(\d{1,4})\s?\/\s?\d{1,4})$/.exec(words);
  if (sure !== null) return { page: Number(sure[1] ?? sure[2] ?? sure[3]), sure: true };
  return /^\d{1,3}$/.test(words) ? { page: Number(words), sure: false } : null;
}

/** Fewer page numbers than this are no page numbers. */
const LEAST_PAGES = 3;

/** Page numbers and running headers between the lines of the text. @returns how many lines */
export function markPages(lines: readonly Line[]): number {
  const numbered = lines.flatMap((line, index) => {
    const found = pageNumber(line.words);
    return found === null ? [] : [{ index, ...found }];
  });
  const sure = numbered.filter((one) => one.sure);
  // Bare numbers only where they count on by one, lines apart: a column of a table does not.
  const bare = numbered.filter((one, position) => {
    const [before, after] = [numbered[position - 1], numbered[position + 1]];
    const runs = (a: typeof one | undefined, b: typeof one | undefined): boolean => a !== undefined && b !== undefined && b.page === a.page + 1 && b.index - a.index >= 5;
    return !one.sure && (runs(before, one) || runs(one, after));
  });
  const pages = [...(sure.length >= LEAST_PAGES ? sure : []), ...(bare.length >= LEAST_PAGES ? bare : [])];
  const onPages = new Set(pages.map((one) => one.index));
  const beside = new Map<string, number[]>();
  for (const index of onPages) {
    for (const near of [index - 1, index + 1]) {
      const line = lines[near];
      if (line === undefined || onPages.has(near) || line.words.length > 50 || /[。；，：]$/.test(line.words)) continue;
      const places = beside.get(line.words) ?? [];
      places.push(near);
      beside.set(line.words, places);
    }
  }
  // A header stands at many of the pages in the same words.
  for (const places of beside.values()) if (places.length >= Math.max(LEAST_PAGES, onPages.size / 3)) for (const index of places) onPages.add(index);
  for (const index of onPages) {
    const line = lines[index];
    if (line !== undefined) line.role = "chrome";
  }
  return onPages.size;
}

const LONG = 40;
const LEAST_REPEATED_LINES = 3;
const LEAST_REPEATED_CHARACTERS = 200;
/** A slip of copying puts a stretch there once or twice more; what comes again and again was put there on purpose, and stays. */
const MOST_REPEATS = 3;

interface Repeat {
  /** Line with which the stretch stood there first. */
  origin: number;
  from: number;
  to: number;
}

/** Stretches of the text that stand there again, word for word (a page shown twice, a text pasted twice). @returns each stretch marked */
export function markRepeats(lines: readonly Line[]): { at: number; lines: number }[] {
  const found = repeatsOf(lines);
  const times = new Map<number, number>();
  for (const { origin } of found) times.set(origin, (times.get(origin) ?? 0) + 1);
  const repeats = found.filter(({ origin }) => (times.get(origin) ?? 0) <= MOST_REPEATS);
  for (const { from, to } of repeats) for (const line of lines.slice(from, to)) line.role = "chrome";
  return repeats.map(({ from, to }) => ({ at: lines[from]?.start ?? 0, lines: to - from }));
}

function repeatsOf(lines: readonly Line[]): Repeat[] {
  const bare = lines.map((line) => bareWords(line.words));
  const first = new Map<string, number>();
  const repeats: Repeat[] = [];
  for (let index = 0; index < lines.length; index++) {
    const words = bare[index] ?? "";
    if (words.length < LONG || isTableRow(lines[index]?.words ?? "")) continue;
    const before = first.get(words);
    if (before === undefined) {
      first.set(words, index);
      continue;
    }
    let from = index;
    let origin = before;
    while (origin > 0 && from - 1 > before && bare[from - 1] === bare[origin - 1] && from > (repeats.at(-1)?.to ?? 0)) {
      from--;
      origin--;
    }
    let to = index + 1;
    // No further than where the repeat itself begins: many copies one after the other are as many repeats.
    while (to < lines.length && before + to - index < from && bare[to] === bare[before + to - index]) to++;
    const characters = (lines[to - 1]?.end ?? 0) - (lines[from]?.start ?? 0);
    if (to - from >= LEAST_REPEATED_LINES && characters >= LEAST_REPEATED_CHARACTERS) repeats.push({ origin, from, to });
    index = to - 1;
  }
  return repeats;
}
