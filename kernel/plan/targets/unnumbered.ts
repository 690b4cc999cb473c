import type { Measure, Reading } from "./target.ts";
import { type Comparator, head, scope as scopeWords } from "./words.ts";

/** Targets without a printed number: bound to another quantity, set from above, all of something, an event. */

interface Way {
  measure: Measure;
  rule: string;
  confidence: number;
  /** Group "ref" is the quantity it is bound to, when there is one. All repetitions are bounded. */
  pattern: RegExp;
  /** Words of which one must be there: spares the pattern on most sentences. */
  hints: readonly string[];
  comparator: Comparator | ((operative: string) => Comparator);
  /** The thing follows the operative words (建成…铁路) instead of going before them. */
  follows?: boolean;
}

const moreOrLess = (operative: string): Comparator => {
  if (/不低于|不少于|高于或等于|不慢于/.test(operative)) return ">=";
  if (/不高于|不超过/.test(operative)) return "<=";
  return /低于|慢于|少于/.test(operative) ? "<" : ">";
};

const QUANTITY = "(?:平均|增长|增速|增幅|水平|经济|收入|标准|时期|上年|全省|全国|全市|周边|同期|居民|GDP)";

/** A new construction is one more entry. */
const ways: readonly Way[] = [
  {
    measure: "relation", rule: "bound to another quantity", hints: ["于", "领先"], confidence: 0.85, comparator: moreOrLess,
    pattern: new RegExp(`(?:不低于|不高于|高于或等于|高于|快于|低于|优于|好于|慢于|领先于?)(?=[^,;:。、\\d]{0,16}${QUANTITY})(?<ref>[^,;:。、\\d()]{2,24})`, "g"),
  },
  {
    measure: "relation", rule: "in step with another quantity", hints: ["同步"], confidence: 0.85, comparator: "=",
    pattern: /(?:与|同|和)(?=[^,;。、\d]{0,14}(?:增长|增速|经济|收入|提高|发展))(?<ref>[^,;。、“”\d()与同]{2,18}?)(?:基本|保持|大体){0,2}同步(?=$|[,;。、|)]|增长|,|提高|并)/g,
  },
  {
    measure: "relation", rule: "at the level of others", hints: ["水平", "前列", "平均", "标准"], confidence: 0.7, comparator: "=",
    pattern: /(?:达到|保持|接近|赶上|达)(?:或超过)?(?<ref>(?:全省|全国|全市|国家|省级|世界|国内|国际|东部|长三角|发达|中等)[^,;。、“”\d()]{0,12}(?:平均水平|先进水平|领先水平|前列|平均|标准|水平))/g,
  },
  {
    measure: "assigned", rule: "set from above", hints: ["下达", "核定", "分解", "规定", "确定", "要求", "考核", "控制", "约束性", "视情"], confidence: 0.8, comparator: "=",
    pattern: /(?<!根据|按照|对照|围绕|依据)(?:完成|达到|实现|控制在|落实)?(?:国家|省|市|省级|市级|上级|国务院|中央|省政府|省委省政府|省里|自治区)(?:和[省市])?(?:政府)?(?:下达|核定|分解|规定|确定|要求|考核|控制|约束性)的?(?<thing>[^,;。、“”()\d]{0,12}?)(?:目标|任务|指标|要求|计划|范围)(?:任务|要求|目标|以?内|之内|值)?|各年度视情提出|视情提出/g,
  },
  {
    measure: "coverage", rule: "all of it", hints: ["覆盖", "应", "消除", "清零", "零增长", "达标"], confidence: 0.75, comparator: "=",
    pattern: /全覆盖|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]|(?:基本|全面|全部|彻底)消除|动态清零|全部清零|基本清零|零增长|全域覆盖|实现全部达标|全面达标|全部达标/g,
  },
  {
    measure: "event", rule: "it comes about", hints: ["建成", "通车", "投入", "竣工", "投产", "投运", "创建成功", "挂牌"], confidence: 0.55, comparator: "=",
    pattern: /建成(?:通车|投用|投产|运营|并网|投运|开放)|全线通车|(?<=[路线速桥隧])通车(?!里程)|投入(?:使用|运营|运行)|(?<=[库站厂场路线桥目期])(?:竣工|投产|投运)|创建成功|挂牌(?=$|[,;。、])/g,
  },
  {
    measure: "event", rule: "it comes about", hints: ["建成", "开通", "创", "列入", "纳入", "设立"], confidence: 0.5, comparator: "=", follows: true,
    pattern: /(?:(?:建成(?:投用|通车|运营|投运)|开通)(?=[^,;。、]{2,30}(?:$|[,;。、]))|建成(?=[^,;。、]{2,24}(?:铁路|高铁|高速|公路|机场|大桥|水库|隧道|港区|码头|电站|枢纽|新校区|医院|大学|体育中心|艺术中心|国家公园|开发区|高新区|综保区|保税区|示范园)(?=$|[,;。、]))|创建?成(?:为)?(?=[^,;。、]{2,24}(?:示范市|示范县|示范区|城市|卫生县|先行区|试验区|模范市)(?=$|[,;。、]))|(?:列入|纳入)(?=[^,;。、]{0,24}(?:试点|名录|预备名单|示范工程)(?=$|[,;。、]))|设立(?=[^,;。、]{2,20}(?:大学|银行|法院|综保区|保税区|试验区|自贸区|新区)(?=$|[,;。、])))/g,
  },
];

const LONGEST_CLAUSE = 80;

/** Clause around a place: to the next , ; 。 on both sides, and no further than 80 characters. */
function clauseAround(words: string, at: number, end: number): { from: number; to: number } {
  let from = at;
  while (from > 0 && at - from < LONGEST_CLAUSE && !/[,;。:!?]/.test(words.charAt(from - 1))) from--;
  let to = end;
  while (to < words.length && to - end < LONGEST_CLAUSE && !/[,;。!?]/.test(words.charAt(to))) to++;
  return { from, to };
}

/** Verbs that open the clause of a coverage: 构建全覆盖的…, 推进…的全覆盖. */
const OPENING = /^(?:建成|构建|建立|健全|完善|打造|形成|织密|加快|推进|推动|实现|基本(?!公共|医疗|养老|民生|农田)|再|对|为|使|让)+(?=.|$)/;
/** 由户籍人口向常住人口全覆盖: from whom to whom it goes is no part of the name. */
const FROM_TO = /(?:由|从)[^由从]{2,12}?(?:转为|转向|扩大到|扩展到|扩大至|延伸到|延伸至|拓展到|覆盖到|向|到).{2,14}$/;
/** 医疗保险对低收入群体实现全覆盖: what is covered, and for whom. */
const FOR_WHOM = /^(.{3,30})对([\u4e00-\u9fff]{2,12})$/;
const TRAILING = /(?:趋于?|接近|年均|保持|达到|实现|基本|全面|全部|稳定|控制|要|将|的|等|、|并|完成|力争|争取|均|都)+$/;

interface Thing {
  noun: string;
  scope: string | null;
}

function nounBefore(words: string): Thing {
  let noun = words.replace(/^[^]*、(?=力争|争取|确保|努力)/, "");
  for (let round = 0; round < 8; round++) {
    const match = /^(?:到|至)?(?:\d{4}|[一二][九〇○零][一二三四五六七八九〇○零]{2})年(?:底|末)?/.exec(noun) ?? head.exec(noun.slice(0, 12));
    if (match === null || match[0].length === 0 || match[0].length === noun.length) break;
    noun = noun.slice(match[0].length);
  }
  noun = noun.replace(TRAILING, "");
  const whose = scopeWords.exec(noun)?.[0] ?? null;
  if (whose === null || noun.length - whose.length < 2) return { noun, scope: null };
  return { noun: noun.slice(whose.length), scope: whose.replace(/的$/, "") };
}

/** What a coverage covers; `after` are the words behind 全覆盖. */
function thingCovered(before: string, after: string): Thing {
  const thing = nounBefore(before);
  const noun = thing.noun.replace(OPENING, "").replace(FROM_TO, "").replace(TRAILING, "");
  if (noun.length < 2) return { noun: /^(?:、[^,;。、]{1,8}){0,3}的([^,;。、]{2,24})/.exec(after)?.[1] ?? "", scope: null };
  const [, what, whom] = FOR_WHOM.exec(noun) ?? [];
  return what === undefined || whom === undefined ? { noun, scope: thing.scope } : { noun: what, scope: whom };
}

/** 坚持保基本、全覆盖; 按…全覆盖的原则: a principle is no target. */
const PRINCIPLE_BEFORE = /(?:坚持|遵循|按照?|本着|秉持)(?:[^,;。:!?]{0,30}、)?[^,;。:!?、]{0,3}$/;
const PRINCIPLE_AFTER = /^[^,;。]{0,16}(?:原则|方针|理念)/;

const isPrinciple = (words: string, at: number, end: number): boolean =>
  PRINCIPLE_BEFORE.test(words.slice(Math.max(0, at - 40), at)) || PRINCIPLE_AFTER.test(words.slice(end, end + 20));

/** 在人均可支配收入上,农村居民的年均增幅高于…: the quantity stands in the clause before. */
const OF_WHAT = /(?:^|[,;:。])在([\u4e00-\u9fff]{3,16}?)(?:上|方面),$/;

interface Found {
  way: Way;
  match: RegExpExecArray;
  from: number;
  to: number;
}

/** The thing of a match; null when there is none. */
function thingOf(words: string, { way, match, from, to }: Found, before: Reading | null, beforeEnd: number): Thing | null {
  const at = match.index;
  const end = at + match[0].length;
  // 高于全省、领先周边: the second is said of the same quantity.
  if (way.measure === "relation" && before?.measure === "relation" && /^(?:、|且|并|和)$/.test(words.slice(beforeEnd, at))) return { noun: before.indicator, scope: before.scope };
  if (way.follows === true) {
    // 建成充电桩1万个 is a number of its own.
    if (/\d+(?:\.\d+)?[万亿]?[个座条所家处公台套]/.test(words.slice(end, to))) return null;
    const noun = (words.slice(end, to).split("、")[0] ?? "").replace(/^(?:和|并|及)(?:运营|投用|使用|用好|管好)/, "");
    return noun.length < 2 ? null : { noun, scope: null };
  }
  if (way.measure === "coverage" && isPrinciple(words, at, end)) return null;
  // 高于全市2个百分点: the number says it.
  if (way.measure === "relation" && /^\d/.test(words.slice(end, end + 1))) return null;
  // …全覆盖、…全覆盖: each covers what stands between.
  const start = beforeEnd > from && /^[、和及并]/.test(words.slice(beforeEnd)) ? beforeEnd + 1 : from;
  const thing = way.measure === "coverage" ? thingCovered(words.slice(start, at), words.slice(end, end + 60)) : nounBefore(words.slice(start, at));
  if (/^(?:年均)?(?:增幅|增速|增长)$/.test(thing.noun)) thing.noun = (OF_WHAT.exec(words.slice(Math.max(0, from - 24), from))?.[1] ?? "") + thing.noun;
  if (thing.noun.length < 2) thing.noun = match.groups?.["thing"]?.replace(/^的|各项|约束性|年度|全部/g, "") ?? "";
  if (way.measure === "event" && (thing.noun.length < 3 || /(?:计划|年|分别|月底?|全年|力争)$/.test(thing.noun))) return null;
  return thing.noun.length < 2 || /^(?:根据|按照|对照|围绕|依据)/.test(thing.noun) ? null : thing;
}

/** Every target without a number in one sentence. Linear: patterns are bounded, clauses too. */
export function readUnnumbered(words: string): Reading[] {
  const readings: Reading[] = [];
  const quoted = (at: number): boolean => {
    const open = words.lastIndexOf("“", at);
    return open >= 0 && at - open < 24 && words.indexOf("”", open) > at;
  };
  for (const way of ways) {
    if (!way.hints.some((hint) => words.includes(hint))) continue;
    let before: Reading | null = null;
    let beforeEnd = -1;
    for (const match of words.matchAll(way.pattern)) {
      const at = match.index;
      const end = at + match[0].length;
      if (quoted(at) || readings.some((known) => known.start < end && at < known.numberEnd + 1 && known.measure !== "event")) continue;
      const { from, to } = clauseAround(words, at, end);
      const thing = thingOf(words, { way, match, from, to }, before, beforeEnd);
      if (thing === null) continue;
      before = {
        start: at, numberEnd: at, from, to, value: null, valueMax: null, unit: "", indicator: thing.noun, scope: thing.scope,
        measure: way.measure, comparator: typeof way.comparator === "string" ? way.comparator : way.comparator(match[0]),
        reference: match.groups?.["ref"]?.replace(/(?:的?目标|并.*)$/, "") ?? null, base: null, average: /年均/.test(words.slice(from, at)),
        total: false, yearly: false, share: null, stretch: /力争|争取/.test(words.slice(Math.max(from - 6, 0), at)), inherited: false, done: false,
        confidence: way.confidence, reasons: [way.rule],
      };
      beforeEnd = end;
      readings.push(before);
    }
  }
  return readings;
}
