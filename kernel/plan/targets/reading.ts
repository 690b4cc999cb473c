import type { After } from "./after.ts";
import type { Amount } from "./amounts.ts";
import type { Before } from "./before.ts";
import type { Measure } from "./target.ts";
import { abstractNoun, type Comparator, describingNoun, flowInside, flowNoun, growthNoun, levelNoun, namedByCount, sizedNoun } from "./words.ts";

/** Whether a number is a target, and what it measures: the rules, one after the other. */

export interface Context {
  amount: Amount;
  before: Before;
  after: After;
  /** Joined by 、 和 及 to the amount before it. */
  listed: boolean;
  /** The reading accepted before it in the same sentence. */
  previous: Accepted | null;
  /** Nothing but the sign of a clause before it. */
  opens: boolean;
  /** The next amount of the clause governs the words between (对10类群体发放贷款80亿元). */
  describes: boolean;
  /** The noun it stands before is counted by the next amount (超100亿元企业5家): it says how large they are. */
  sizes: boolean;
  /** It stands right behind a count: 12个百亿元项目. */
  behindCount: boolean;
  /** The number before it in the sentence described a work (全长12公里). */
  described: boolean;
  /** Words before a colon say that what follows is produced, built or admitted (新增生产能力主要有:). */
  headed: boolean;
  /** The document writes its figures in Chinese numerals, so a small one counts as well. */
  numerals: boolean;
  /** A glossary says what words mean: only what is to be delivered counts there. */
  glossary: boolean;
}

export interface Accepted {
  rule: string;
  confidence: number;
  /** Took verb and marks over from the amount before. */
  inherits: boolean;
  measure: Measure;
  comparator: Comparator;
  verb: string | null;
  kind: Amount["kind"];
  noun: string;
  /** 达到: what the clauses after it only name and number is to be reached, too. */
  reached: boolean;
  adjacent: boolean;
  /** A change that opened its clause (扩大…), said of the list that goes on from it. */
  spreads: boolean;
}

const strong = (before: Before): boolean =>
  before.comparator !== null || before.reach || before.carry || before.hold || before.arrival || before.change !== null || before.respectively;

const DESCRIPTION = "describes a work";

/** 全长12公里, 总投资80亿元: of a named work, unless the words count works or ask for the amount. */
function describesWork({ amount, before, after, previous, described, listed }: Context): boolean {
  if (strong(before) || before.stretch || after.noun !== "") return false;
  const noun = before.noun === "" ? (before.verb ?? "") : before.noun;
  if (describingNoun.test(noun) && amount.kind !== "ratio") return !(previous !== null && previous.measure === "flow" && (previous.verb !== null || listed) && (amount.kind === "money" || (listed && previous.kind === "count" && /建筑面积$/.test(noun))) && !described);
  return described && before.verb === null && !listed && amount.kind !== "ratio" && amount.comparator === null;
}

/** Reasons to leave a number alone, by name; the first that holds counts. */
const refusals: readonly [string, (c: Context) => boolean][] = [
  [DESCRIPTION, describesWork],
  ["looked after", ({ amount, before }) => before.verb === "抓好" && !/^[件项]$/.test(amount.unit)],
  ["a distance", ({ amount, before }) => amount.kind === "measure" && /(?:接壤|相距|相隔|毗邻|距[^,;]{1,14})(?:约|仅|近)?$/.test(before.noun)],
  ["no count", ({ amount }) => amount.unit === "批" && amount.form === "chinese" && amount.value === 1],
  ["voltage", ({ amount, before }) => /(?:伏|kV)$/.test(amount.unit) && !strong(before)],
  ["size of those counted", ({ behindCount, amount }) => behindCount && ["money", "measure", "people", "bare"].includes(amount.kind)],
  ["size up to", ({ amount, before, after }) => amount.comparator === "<=" && after.noun !== "" && !strong(before) && ["money", "measure", "bare"].includes(amount.kind)],
  ["what is there", ({ before, after, amount }) => before.hold && before.noun === "" && before.verb === null && after.noun !== "" && ["measure", "people"].includes(amount.kind) && !/红线|底线|规模|目标|面积|保有量/.test(after.noun)],
  ["one of them", ({ after, before }) => after.noun.includes("之一") && !strong(before)],
  ["kind or rank", (c) => c.amount.kind === "mark" && !isGrade(c)],
  ["age", ({ amount, before, after }) => /^周?岁$/.test(amount.unit) && (after.noun !== "" || /满$/.test(before.noun))],
  ["no number", ({ amount }) => amount.value === 0 && amount.form === "chinese"],
  ["premise", ({ after }) => /^(?:情况|条件|前提|基础)之?[下上]|基础上$/.test(after.noun)],
  ["abstract count", ({ amount, after }) => ["count", "none", "bare"].includes(amount.kind) && abstractNoun.test(after.noun)],
  ["points of a rule", ({ amount, before, after }) => /^[条项]$/.test(amount.unit) && namedByCount.test(before.noun) && after.noun === "" && !strong(before)],
  ["size", ({ amount, after }) => ["time", "measure"].includes(amount.kind) && sizedNoun.test(after.noun)],
  ["duration", ({ amount, before, after }) => amount.kind === "time" && !withinReach(amount, after) && !(LASTING.test(before.noun) && after.noun === "") && (!strong(before) || (after.noun !== "" && before.noun === ""))],
  ["duration with 以", ({ amount, before, after }) => !withinReach(amount, after) && amount.kind === "time" && before.noun === "" && before.change === null && !before.arrival && before.comparator === null],
  ["plain digits", ({ amount, before, after }) => !isPeople(amount, before, after) && amount.kind === "none" && amount.form !== "multiple" && (!(before.reach || before.hold || before.arrival || before.comparator !== null) || after.noun !== "" || before.noun === "")],
  ["latin unit", ({ amount, before }) => amount.kind === "latin" && !(before.reach || before.arrival || before.hold || before.comparator !== null)],
  ["carried over", ({ before }) => /结转|翘尾/.test(before.noun)],
  ["round word", ({ amount, before, after, numerals }) => amount.form === "magnitude" && amount.kind !== "points" && !((numerals || amount.kind === "money") && after.noun === "" && before.noun.length >= 2) && !wholeHundred(amount, before, after) && !(before.reach || before.arrival || before.comparator !== null)],
  ["small Chinese numeral", ({ amount, before, after, numerals }) => smallNumeral(amount) && !(strong(before) && amount.kind !== "count") && !(numerals && before.verb !== null && (before.noun !== "" || after.noun.length > 2))],
  ["lays the ground", ({ amount, after }) => amount.form === "multiple" && /^(?:奠定|打下|打好|创造|提供)/.test(after.noun)],
  ["threshold", (c) => !getThere(c) && isThreshold(c)],
  ["describes", ({ describes, before, after }) => describes || (after.of && after.noun !== "" && before.preposition && (before.verb === null || /^投[资入]$/.test(before.verb)))],
  ["terms of an aid", ({ amount, before, after }) => ["money", "ratio"].includes(amount.kind) && (/(?:^予|给予|奖励)$/.test(before.noun) || /^(?:奖励|补贴|补助)标准?$/.test(after.noun) && before.verb === null && !strong(before))],
  ["size of what was counted", ({ amount, before, previous, opens }) => !opens && amount.kind === "money" && previous !== null && previous.adjacent && before.comparator === ">" && /^\d/.test(before.noun)],
  ["size of what it goes with", ({ amount, before, after }) => amount.kind === "money" && after.of && after.noun !== "" && /(?:投资|总投资|产值|营收|收入|税收|纳税|规模|销售额)$/.test(before.noun === "" ? (before.verb ?? "") : before.noun)],
  ["rule of a tax", ({ after, amount }) => amount.kind === "ratio" && /^(?:加计|征收|计征|扣除|抵扣|收取|计提)/.test(after.noun)],
  ["size of a house", ({ after, amount }) => after.of && amount.kind === "measure" && /(?:医院|院区|水库|电站|学校)$/.test(after.noun)],
  ["size of what is counted", ({ sizes, amount }) => sizes && ["money", "measure", "people", "bare"].includes(amount.kind)],
];

/** 解决一千万贫困人口的温饱问题. */
const isPeople = (amount: Amount, before: Before, after: After): boolean =>
  amount.form === "chinese" && amount.value >= 10000 && before.verb !== null && before.noun === "" && /^[\u4e00-\u9fff]{0,6}(?:人口|居民|农民|群众|职工|学生|妇女|儿童|农户|移民)/.test(after.noun);

const isThreshold = ({ after, before, amount }: Context): boolean =>
  after.qualifies && !shareGets(amount, after) && after.noun !== "" && !(adjacentVerb(before, after) && !sizeOfProject(amount, after)) && !(strong(before) && amount.kind === "count");

const GETS_THERE = /^(?:纳入|进入|列入|入选|获批|获评|通过|达到|完成|建成|投产|开工|竣工|上市|实现|晋升)/;

/** 争取100个以上项目纳入规划; 创建400个村,200个以上通过验收. */
const getThere = ({ amount, before, after, previous }: Context): boolean =>
  bare(before) && ["count", "people"].includes(amount.kind) && GETS_THERE.test(after.rest)
  && (after.noun === "" ? previous !== null && previous.kind === amount.kind && !strong(before) : before.promised || before.stretch);

/** Ⅱ类 of water: a grade that is to be reached or held; the lower number is the better. */
const isGrade = ({ amount, before, after }: Context): boolean =>
  amount.unit === "类" && strong(before) && /水|断面|空气|土壤/.test(before.noun) && /^(?:$|水$|水质$|水体$|水?(?:质|体)?(?:标准|要求))/.test(after.noun);

/** 建成区20%以上的面积达到要求. */
const shareGets = (amount: Amount, after: After): boolean => amount.kind === "ratio" && (amount.comparator !== null || after.of || amount.value === 100) && after.gets && after.noun.length <= 14;

/** 平均受教育年限11.5年: the quantity itself is a time. */
const LASTING = /(?:年限|时长|天数|周期)$/;

/** 步行15分钟内到达: a time within which one gets there. */
const withinReach = (amount: Amount, after: After): boolean =>
  amount.kind === "time" && /分钟|小时|天|工作日|日$/.test(amount.unit) && amount.comparator === "<=" && /^(?:到达|可达|通达|直达|抵达|送达|办结|办完|上高速|到位|响应|赶到|反馈|答复|覆盖)/.test(after.noun + after.rest);

/** 建立联络站百家: a verb, what is set up, a round count, and the clause ends. */
const wholeHundred = (amount: Amount, before: Before, after: After): boolean =>
  amount.kind === "count" && before.verb !== null && before.noun.length >= 3 && after.noun === "";

function smallNumeral(amount: Amount): boolean {
  return amount.form === "chinese" && amount.value < 10 && Number.isInteger(amount.value) && !["ratio", "points", "times"].includes(amount.kind)
    && !/^[万亿]/.test(amount.unit);
}

/** The verb stands right before the number; what is delivered comes after it. */
const adjacentVerb = (before: Before, after?: After): boolean =>
  before.verb !== null && (before.noun === "" || (before.verbLast && after !== undefined && after.noun !== ""));
const sizeOfProject = (amount: Amount, after: After): boolean =>
  amount.kind === "money" || /^(?:项目|企业|的项目|的企业)/.test(after.noun);

/** 开工建设…铁路等5个项目. */
const OTHERS = /[^均同平相]等$/;
/** What a list of names is a list of: …、…、建筑业4个千亿级产业集群. */
const NAMED_KIND = /(?:集群|产业|产业链|基地|园区|产业园|项目|工程|中心|平台|示范区|通道|枢纽|机场|港区)(?:建设)?$/;
const BY_NOW = "how much it is by now";

/** Ways to be a target, by name, surest first. */
const acceptances: readonly { rule: string; confidence: number; inherits: boolean; test: (c: Context) => boolean }[] = [
  { rule: "grade", confidence: 0.6, inherits: false, test: isGrade },
  { rule: "round count", confidence: 0.5, inherits: false, test: ({ amount, before, after }) => amount.form === "magnitude" && wholeHundred(amount, before, after) },
  { rule: "multiple", confidence: 0.9, inherits: false, test: ({ amount, before }) => amount.form === "multiple" || (amount.kind === "times" && (strong(before) || before.weak)) },
  { rule: "list after 分别", confidence: 0.9, inherits: true, test: ({ listed, previous, before, after }) => listed && previous !== null && bare(before) && !strong(before) && !before.stretch && after.noun === "" },
  { rule: "stretch beside it", confidence: 0.85, inherits: true, test: ({ previous, before, after, amount }) => previous !== null && before.stretch && bare(before) && after.noun === "" && previous.kind === amount.kind },
  { rule: "marked", confidence: 0.95, inherits: false, test: ({ amount, before, after, glossary }) => strong(before) && !(glossary && after.noun !== "" && before.verb === null) && (after.noun === "" || countedNoun(amount)) },
  { rule: "delivered", confidence: 0.9, inherits: false, test: ({ before, after }) => before.verb !== null && !(before.weak && before.noun !== "") && (adjacentVerb(before, after) || after.noun === "" || /^(?:资金|贷款|规模|债券)/.test(after.noun)) && !(before.preposition && (before.noun === "" || after.noun !== "")) },
  { rule: "so many of them get there", confidence: 0.75, inherits: true, test: getThere },
  { rule: "done in a place", confidence: 0.8, inherits: false, test: ({ before, after, amount }) => before.preposition && before.verbLast && after.noun !== "" && THINGS.includes(amount.kind) },
  { rule: "and others, so many", confidence: 0.7, inherits: false, test: ({ before, after, amount }) => before.verb !== null && !before.preposition && (OTHERS.test(before.noun) || (before.noun.includes("、") && NAMED_KIND.test(after.noun))) && after.noun !== "" && amount.kind === "count" },
  { rule: "listed", confidence: 0.85, inherits: true, test: ({ listed, previous, before, after, amount }) => listed && previous !== null && before.verb === null && (after.noun === "" ? before.noun !== "" : bare(before) && countedNoun(amount)) },
  { rule: "planned again", confidence: 0.75, inherits: true, test: ({ before, after, amount, previous }) => before.planned && bare(before) && !strong(before) && after.noun === "" && previous !== null && previous.kind === amount.kind },
  { rule: "so many get there", confidence: 0.7, inherits: false, test: ({ amount, before, after, glossary }) => !glossary && before.weak && before.noun.length <= 4 && countedNoun(amount) && amount.kind !== "ratio" && after.noun !== "" && after.gets },
  { rule: "within so long", confidence: 0.65, inherits: false, test: ({ amount, after, glossary }) => !glossary && withinReach(amount, after) },
  { rule: "share of them", confidence: 0.7, inherits: false, test: ({ amount, after, glossary }) => !glossary && shareGets(amount, after) },
  { rule: "so many to each", confidence: 0.8, inherits: false, test: ({ before, after, amount }) => (/^每[^,]{1,10}(?:拥有|配备|配有)$/.test(before.noun) || (before.weak && /^每[^,]{1,10}$/.test(before.noun))) && countedNoun(amount) && after.noun !== "" },
  { rule: "of which so many", confidence: 0.75, inherits: false, test: ({ before, after, amount, previous }) => before.ofWhich && previous !== null && bare(before) && countedNoun(amount) && after.noun !== "" && /^(?:建成|投产|开工|竣工|完工|通车|达产|完成)/.test(after.rest) },
  { rule: "done to them", confidence: 0.75, inherits: false, test: ({ before, after, amount }) => before.preposition && countedNoun(amount) && after.noun !== "" && after.verbAfter },
  { rule: "served", confidence: 0.7, inherits: false, test: ({ before, after, amount }) => /^(?:为|对|向|让|使|给)$/.test(before.noun + (before.preposition && before.noun === "" ? "为" : "")) && countedNoun(amount) && SERVED.test(after.noun + after.rest) },
  { rule: "done for them", confidence: 0.7, inherits: false, test: ({ before, after, amount }) => before.preposition && amount.kind === "people" && before.noun.length >= 4 && after.noun === "" },
  { rule: "all of them", confidence: 0.6, inherits: false, test: ({ opens, after, amount }) => opens && countedNoun(amount) && after.whole },
  { rule: "counts on", confidence: 0.75, inherits: true, test: ({ opens, previous, after, amount, before }) => opens && previous !== null && previous.verb !== null && previous.adjacent && bare(before) && countedNoun(amount) && after.noun !== "" },
  { rule: "counts on after its noun", confidence: 0.75, inherits: true, test: ({ previous, after, before, amount }) => previous !== null && sameFamily(previous.kind, amount.kind) && before.verb === null && before.noun !== "" && !before.preposition && after.noun === "" && countedNoun(amount) && amount.comparator === null },
  { rule: "noun and number", confidence: 0.75, inherits: false, test: ({ before, after, amount, glossary }) => !glossary && before.noun.length >= 2 && !before.preposition && after.noun === "" && (amount.comparator !== null || /^每[百千万十]|(?:总数|数量|总量|保有量|床位数)$/.test(before.noun) || ["ratio", "money", "measure", "people", "time"].includes(amount.kind)) && !/[的和及与“]$/.test(before.noun) },
  { rule: BY_NOW, confidence: 0.7, inherits: false, test: ({ before, after, amount }) => before.done && before.weak && bare(before) && after.noun === "" && ["ratio", "money", "measure", "people"].includes(amount.kind) },
  { rule: "so many of a list", confidence: 0.7, inherits: false, test: ({ headed, previous, before, after, amount }) => headed && previous !== null && before.noun.length >= 1 && before.verb === null && !before.preposition && after.noun === "" && countedNoun(amount) },
  { rule: "yearly amount", confidence: 0.75, inherits: false, test: ({ before, after, amount, glossary }) => !glossary && flowNoun.test(before.noun) && !before.preposition && after.noun === "" && amount.kind === "count" },
  { rule: "count at the end of its clause", confidence: 0.55, inherits: false, test: (c) => countAtEnd(c) },
  { rule: "how much it is", confidence: 0.7, inherits: false, test: ({ before, after, amount, glossary }) => !glossary && before.weak && before.noun.length >= 2 && after.noun === "" && ["ratio", "money", "measure", "people"].includes(amount.kind) },
];

/** 亮化背街小巷80条: no verb that the tables know, but a count ends the clause. */
const countAtEnd = ({ amount, before, after, glossary, previous, numerals }: Context): boolean =>
  !glossary && amount.kind === "count" && (amount.form === "digits" || amount.value >= (numerals ? 10 : 1000)) && after.noun === "" && before.noun.length >= 4 && !before.preposition && !before.weak
  && (/^[\u4e00-\u9fff]{2}/.test(before.noun) && (previous !== null || amount.value >= 5)) && !/(?:拥有|共有|现有|设有|有|下辖|辖|分为|分|共|位居|排名|第|超|涉及|包括|[和及与])$/.test(before.noun);

/** What is done for people: 为适龄妇女免费接种. */
const SERVED = /接种|筛查|体检|提供|发放|配备|改造|救助|培训|办理|开展|完成|补贴|补助|减免|服务|诊疗|救治|康复|签约|建立|安装|配置|解决|落实/;

const bare = (before: Before): boolean => before.noun === "" && before.verb === null && !before.preposition;
const countedNoun = (amount: Amount): boolean => ["count", "people", "measure", "latin", "money", "bare", "points", "ratio"].includes(amount.kind);
/** Kinds of units that count or weigh things. */
const THINGS: readonly string[] = ["count", "people", "measure"];
/** Units of one kind, or both of things. */
export const sameFamily = (a: Amount["kind"], b: Amount["kind"]): boolean => a === b || (THINGS.includes(a) && THINGS.includes(b));

/** Judges one number: a reading, "description" for what describes a work, or null when it is left alone. */
export function judge(context: Context): Accepted | "description" | null {
  const refusal = refusals.find(([, test]) => test(context));
  if (refusal !== undefined) return refusal[0] === DESCRIPTION ? "description" : null;
  const way = acceptances.find(({ test }) => test(context));
  if (way === undefined) return null;
  const { amount, before, after, previous } = context;
  const from = way.inherits ? previous : null;
  const named = way.rule === BY_NOW ? "" : nounOf(before, after, previous);
  // 生产总值达到…,人均突破…; 增加值增长…,占…的比重: said of the quantity before.
  const noun = /^(?:人均$|占)/.test(named) && previous !== null && previous.noun !== "" ? (named === "人均" ? `人均${previous.noun}` : `${previous.noun}${named}`) : named;
  // 新增城镇就业45万人、农村劳动力转移就业30万人: the verb that opens the list governs.
  const governs = context.listed && previous?.verb?.startsWith("新") === true && before.verb !== null && before.noun.includes(before.verb);
  const verb = (governs ? previous.verb : before.verb) ?? from?.verb ?? null;
  const measure = /^(?:done|served|of which|so many of them)/.test(way.rule) || (way.rule.startsWith("count at") && previous?.reached !== true && !levelNoun.test(noun)) ? "flow" : measureOf(context, noun, verb, from);
  return {
    rule: way.rule, confidence: way.confidence, inherits: way.inherits, measure, verb, kind: amount.kind, noun,
    comparator: comparatorOf(amount, before, before.stretch || way.test === getThere ? null : from), adjacent: before.noun === "", spreads: before.changeOpens || (way.inherits && previous?.spreads === true), reached: before.reach || before.arrival || (previous?.reached === true && way.inherits),
  };
}

/** Verbs that name the amount themselves when no noun does: 造林2900万公顷. */
const NAMING = /^(?:造林|营造林|植树|绿化|减税|降费|投资|进口|出口|出栏|脱贫|改厕|轮训|培训|送戏|送电影|送书|送医)$/;

function nounOf(before: Before, after: After, previous: Accepted | null): string {
  if ((before.verbLast || OTHERS.test(before.noun) || /^每/.test(before.noun) || (before.noun.includes("、") && NAMED_KIND.test(after.noun))) && after.noun !== "") return after.noun;
  if (before.noun !== "" && before.hold && before.verb === "新增") return `新增${before.noun}`;
  if (before.noun !== "") return before.preposition ? before.noun.replace(/^(?:为|对|向|给)(?!期)/, "") : before.noun;
  // 全域达到1000M能力: whose capacity it is stands before.
  if (after.noun !== "" && !/^(?:能力|水平|规模)$/.test(after.noun)) return after.noun;
  if (before.verb !== null && NAMING.test(before.verb)) return before.verb;
  const last = previous?.noun ?? "";
  return /^[^]{2,40}?(?=(?:由|从).{0,8}\d)/.exec(last)?.[0] ?? last;
}

function comparatorOf(amount: Amount, before: Before, from: Accepted | null): Comparator {
  if (amount.valueMax !== null) return "range";
  return amount.comparator ?? before.comparator ?? (from !== null && bare(before) ? from.comparator : null) ?? "=";
}

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
function measureOf(context: Context, noun: string, verb: string | null, from: Accepted | null): Measure {
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
  if (flowVerb(verb, noun)) return amount.kind === "ratio" && !/投资/.test(noun) ? "level" : "flow";
  if (isVisits(amount, noun)) return "flow";
  if (/人均|户均|亩均/.test(noun) && amount.kind === "money" && verb === null) return "level";
  if (amount.kind === "money" && !before.reach && !before.passes && !(before.comparator === ">" && /产值$/.test(noun)) && YEARLY.test(noun)) return "flow";
  if (before.ofWhich && previous !== null && previous.reached && previous.measure === "level" && previous.kind === amount.kind && verb === null) return "level";
  if (flowInside.test(noun) || flowNoun.test(noun)) return amount.kind === "ratio" ? "level" : "flow";
  if (before.ofWhich && previous !== null && previous.measure === "flow" && sameFamily(previous.kind, amount.kind)) return "flow";
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
