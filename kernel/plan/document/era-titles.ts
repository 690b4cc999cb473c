import { readsAsHeading } from "./headings.ts";

/** Titles that name a year or a stretch of years and what is said of it: 2015年工作回顾, 2026年重点工作. */

const YEAR = "(?:(?:19|20)\\d{2}|[一二][九〇○零][一二三四五六七八九〇○零]{2})年";
const WHEN = `(?:${YEAR}|[“"]?十?[一二三四五六七八九十]五[”"]?(?:时期|期间)?|去年|上年|今年|明年|本届政府|(?:过去|近|今后|未来)的?[一二三四五六七八九十]年)`;
const WHAT = "(?:回顾|总结|成就|成绩|情况|工作|重点|任务|目标|安排|部署|打算|要求|思路|计划|举措)";
const LEAD = "(?:关于|全力|全面|扎实|切实|奋力|认真|做好|完成|抓好)*";
const ERA = new RegExp(`^${LEAD}${WHEN}(?:[^,，。；;:：\\d%]{0,16}${WHEN}){0,2}[^,，。；;:：\\d%]{0,14}${WHAT}$`);
const BARE = /^(?:(?:政府)?工作回顾|主要(?:工作)?成绩|(?:主要)?工作总结|(?:主要)?预期目标|总体要求(?:和主要(?:预期)?目标)?|重点工作|工作(?:安排|部署|打算)|下一步(?:重点)?工作(?:安排|打算)?)$/;

const LONGEST = 34;

/** The title of a line that is such a heading by itself, or null. */
export function eraTitle(words: string): string | null {
  if (words.length > LONGEST + 1) return null;
  const title = words.replace(/[:：]$/, "").trim();
  return readsAsHeading(title) && (BARE.test(title) || ERA.test(title)) ? title : null;
}
