import { readBefore } from "./before.ts";
import type { Draft } from "./draft.ts";

/** What a number is said of, where its own words do not name it in full. */

const OPENING_VERB = /^(?:提升|提高|扩大|增强|加强|优化|完善|强化|推进|推动|发展|壮大|改善|加快|促进|拓展)+/;
const SAID_OF_IT = /(?:倍增|翻番|回落|逐年|稳中|迈上|再上|取得|年均|增速|增长|高于|低于|快于|达到|保持|稳步|持续|不断|逐步|明显|显著|大幅|进一步|提高|提升|突破|下降|降低|减少|上升|扩大|改善|比).*$/;

/** 按可比价格计算, 扣除物价因素: said of how a figure is reckoned. */
export const ASIDE = /^(?:按|扣除|剔除|考虑|以.{1,8}计|不含|不包括|含)/;

/** Noun of the clause before, where a number's own clause names none: 生产总值年均增速高于全市,到2025年突破800亿元. */
export function nounOfClauseBefore(words: string, clauseStart: number): string {
  let end = clauseStart;
  for (let back = 0; back < 3 && end > 0; back++) {
    const before = words.slice(Math.max(0, end - 60), end - 1);
    const clause = before.slice(lastBreak(before) + 1);
    const { noun } = ASIDE.test(clause) ? { noun: "" } : readBefore(clause.replace(OPENING_VERB, "").replace(/^.*、/, "").replace(SAID_OF_IT, ""));
    if (noun !== "") return noun.replace(/^\d{1,6}[个座项条家所处]/, "").replace(/的?基础上$/, "").replace(/(?<=[\u4e00-\u9fff]{2})(?:\d|[一二两三四五六七八九十]{1,3}[百千万亿]).*$/, "");
    end -= clause.length + 1;
  }
  return "";
}

const lastBreak = (words: string): number => Math.max(words.lastIndexOf(","), words.lastIndexOf(";"), words.lastIndexOf(":"));

/** 企业数量倍增,达到3000家: a bare number is said of the clause before it, when no number of that clause has spoken for it. */
export function saidOfClauseBefore(words: string, draft: Draft, last: Draft | undefined): string {
  const { item: { amount, clauseStart, listed }, before, accepted } = draft;
  const isBare = before.noun === "" && before.verb === null && words.slice(amount.groupEnd, amount.groupEnd + 1).replace(/[,;。]/, "") === "";
  if (!isBare || listed || last === undefined || accepted.inherits || before.respectively || clauseStart === 0) return "";
  const from = lastBreak(words.slice(Math.max(0, clauseStart - 60), clauseStart - 1));
  return last.item.amount.start < Math.max(0, clauseStart - 60) + from ? nounOfClauseBefore(words, clauseStart) : "";
}

/** What names a property only; whose it is stands in the clause before: 地表水断面,水质稳定在Ⅱ类以上. */
const PROPERTY = /^(?:水质|总数|数量|人数|占比|比重)$/;

export function fullNoun(noun: string, words: string, clauseStart: number): string {
  if (noun === "") return nounOfClauseBefore(words, clauseStart);
  if (!PROPERTY.test(noun) || words.charAt(clauseStart - 1) !== ",") return noun;
  const holder = /(?:^|[,;:。])([\u4e00-\u9fff]{2,16}),$/.exec(words.slice(Math.max(0, clauseStart - 20), clauseStart))?.[1] ?? "";
  return /^(?:市控|省控|国控|全|地表|主要|各|重点)/.test(holder) ? `${holder}${noun}` : noun;
}

/** The noun without the words around it that say nothing. */
export function tidyNoun(noun: string): string {
  return noun.replace(/(?<=.{3})(?:惠及|带动)$/, "").replace(/(?<=.{2})“[^”]*$/, "").replace(/^(?:的|了|等(?!级|次)|、|和(?![美谐睦平])|及|与|含|包括)+(?=.{2})/, "").replace(/(?:的基础上?|(?<=.{4})以?后)$/, "").replace(/(?:的|等|、|和|及|将|要|五年|期间|持续|不断|稳步|逐步|显著|明显|大幅|首次)+$/, "").replace(/(?<=.{2})(?:净增|新增)$/, "");
}

/** 高于经济增速2个百分点: a lead over another quantity. */
const LEAD = /^(.{0,30}?)(?:继续|持续|要|均)?(?:高于|快于|低于|高出|好于|优于|领先|慢于)(.{2,16})$/;

export interface Lead {
  indicator: string;
  reference: string;
}

/** The quantity that leads and the one it is compared with, or null. */
export function leadOf(noun: string, growthNamed: boolean, previous: string): Lead | null {
  const [, leading = "", other] = LEAD.exec(noun) ?? [];
  if (other === undefined) return null;
  return { indicator: leading === "" ? previous : leading, reference: other + (growthNamed ? "增速" : "") };
}
