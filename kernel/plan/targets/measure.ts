import type { Amount } from "./amounts.ts";
import { type Accepted, bare, type Context, countedNoun, sameFamily, strong, THINGS } from "./context.ts";
import type { Measure } from "./target.ts";
import { flowInside, flowNoun, growthNoun, levelNoun } from "./words.ts";

/** What a number accepted measures: level, flow, growth, change, multiple. */

/** 实现利税3000万元: what a year yields; 达到 would make a level of it. */
const YIELD = /(?:利税|利润|税收|税费|产值|销售|收入|出口|进出口|花费|交易额|成交额|投资|消费|零售额)$/;

/** Amounts of a year, also where they are to be held within a bound. */
const HELD_FLOW = /(?:赤字|支出|投资|贷款|发行|投放|供应量|贷款规模|投资规模|发行规模|用地规模|招生|发行量|投放量|新增\S{1,8})$|^新增/;
/** Yearly totals: without 达到 they are what the year yields. */
const YEARLY = /(?:总产值|产值|营业收入|销售额|总收入)$/;

/** Visits and trips are counted over a year, also where they are to reach a number. */
const isVisits = (amount: Amount, noun: string): boolean => /人次|车次|架次|艘次/.test(amount.unit) || /(?:旅居|游客|旅客|入境|过夜)人数$/.test(noun);

/** Goods by weight or number are a year's output (原煤13亿吨), unless the noun names a stock. */
export const isOutput = (amount: Amount, noun: string): boolean =>
  /^[^/]*(?:吨|公斤|千克|斤|担|千瓦时|千瓦小时|度|箱|锭|辆|台)$/.test(amount.unit) && !levelNoun.test(noun) && !/储备|库存|人均|能力|保有|存栏|拥有|每/.test(noun);

/** What is measured; see TARGETS in the README: level, flow, growth, change, multiple. */
export function measureOf(context: Context, noun: string, verb: string | null, from: Accepted | null): Measure {
  const { amount, before, after, previous } = context;
  if (amount.form === "multiple" || amount.kind === "times") return "multiple";
  const change = before.change;
  if (!before.arrival && change !== null) {
    if (change === "growth" && ["ratio", "points", "none"].includes(amount.kind)) return amount.kind === "points" ? "change" : "growth";
    return "change";
  }
  // 净增1500家,力争突破2万家: the second is where they get to.
  const arrives = (before.passes || before.reach) && NEW.test(from?.verb ?? "");
  if (from !== null && bare(before) && after.noun === "" && !arrives) return from.measure;
  // 扩大水稻面积5万亩,玉米面积2万亩.
  if (from?.spreads === true && before.verb === null && after.noun === "" && from.kind === amount.kind && !strong(before)) return "change";
  if (amount.kind === "points") return "change";
  // 价格上涨6-7%,到2000年控制在5%.
  if (before.noun === "" && before.hold && previous?.measure === "growth" && amount.kind === "ratio") return "growth";
  if (growthNoun.test(noun) || (before.growthNamed && amount.kind === "ratio")) return "growth";
  if (before.hold && verb !== null && (verb === "新增" || (verb.startsWith("新") && countedNoun(amount) && amount.kind !== "ratio"))) return "flow";
  if (/^(?:每[十百千万]|[人户亩地]均)/.test(noun) && amount.kind !== "money") return "level";
  if (before.hold && ["money", "measure", "count"].includes(amount.kind) && HELD_FLOW.test(noun)) return "flow";
  if (before.arrival || before.hold) return /产量|出栏/.test(noun) && before.hold && before.comparator !== "<=" ? "flow" : "level";
  if ((before.realised || noun.includes("实现")) && amount.kind === "money" && YIELD.test(noun)) return "flow";
  const reached = (before.reach || (before.passes && verb === null)) && !isVisits(amount, noun) && !(amount.kind === "money" && /(?:^|总|产业|项目|资产|工业|水利|交通)投资(?:额|总额)?$/.test(noun));
  if (reached && !NEW.test(verb ?? "")) return "level";
  // 主要新增生产能力:…,发电装机1400万千瓦.
  if (context.headed && THINGS.includes(amount.kind) && previous !== null && !before.reach && before.comparator === null && amount.comparator === null) return "flow";
  if (from?.measure === "level" && before.verb === null && (/^每/.test(from.noun) || (from.reached && from.kind === amount.kind))) return "level";
  // 进出口总额达到4000亿美元,其中出口和进口各2000亿美元.
  if (before.ofWhich && /^(?:出口|进口)$/.test(verb ?? "") && previous !== null && previous.reached && previous.measure === "level" && previous.kind === amount.kind) return "level";
  // 审批事项再精简三分之一.
  if (amount.kind === "ratio" && verb !== null && /^(?:精简|取消|下放|清理)/.test(verb)) return "change";
  if (flowVerb(verb, noun)) return amount.kind === "ratio" && !/投资/.test(noun) ? "level" : "flow";
  if (isVisits(amount, noun)) return "flow";
  if (/人均|户均|亩均/.test(noun) && amount.kind === "money" && verb === null) return "level";
  if (amount.kind === "money" && !before.reach && !before.passes && !(before.comparator === ">" && /产值$/.test(noun)) && YEARLY.test(noun)) return "flow";
  if (before.ofWhich && previous !== null && previous.reached && previous.measure === "level" && previous.kind === amount.kind && verb === null) return "level";
  if (flowInside.test(noun) || flowNoun.test(noun)) return amount.kind === "ratio" ? "level" : "flow";
  if (before.ofWhich && previous !== null && previous.measure === "flow" && (sameFamily(previous.kind, amount.kind) || (amount.kind === "count" && !levelNoun.test(noun)))) return "flow";
  if (from !== null && from.measure === "flow" && !levelNoun.test(noun)) return "flow";
  if (THINGS.includes(amount.kind) && context.headed && !before.reach && !levelNoun.test(noun)) return "flow";
  return !before.reach && !(from?.reached === true && from.kind === amount.kind) && isOutput(amount, noun) ? "flow" : "level";
}

/** Verbs whose count is a flow even when it is to reach a number. */
const NEW = /^(?:新|净增|更新|改|扩|建成|引|培|创|招)/;

/** 完成生产总值…, 实现…率: the noun decides; 新建高标准农田面积 stays a flow. */
function flowVerb(verb: string | null, noun: string): boolean {
  if (verb === null) return false;
  if (NEW.test(verb) || verb.startsWith("建")) return !/(?:率|比重|比例|占比|覆盖面)$/.test(noun);
  return !levelNoun.test(noun) || /面积|里程|人数|数量|户数$/.test(noun);
}
