import type { After } from "./after.ts";
import type { Amount } from "./amounts.ts";
import type { Before } from "./before.ts";
import { type Accepted, bare, type Context, countedNoun, sameFamily, strong, THINGS } from "./context.ts";
import { measureOf } from "./measure.ts";
import { abstractNoun, type Comparator, describingNoun, flowNoun, levelNoun, namedByCount, sizedNoun } from "./words.ts";

/** Whether a number is a target: the rules, one after the other. */

const DESCRIPTION = "describes a work";

/** 全长12公里, 总投资80亿元: of a named work, unless the words count works or ask for the amount. */
function describesWork({ amount, before, after, previous, described, listed }: Context): boolean {
  if (strong(before) || before.stretch || after.noun !== "") return false;
  const noun = before.noun === "" ? (before.verb ?? "") : before.noun;
  if (describingNoun.test(noun) && amount.kind !== "ratio") return !(previous !== null && previous.measure === "flow" && (previous.verb !== null || listed) && (amount.kind === "money" || (listed && previous.kind === "count" && /建筑面积$/.test(noun))) && !described);
  return described && before.verb === null && (!listed || /^(?:总|建筑|占地|用地)*面积$|^(?:全|总)长$/.test(noun)) && amount.kind !== "ratio" && amount.comparator === null;
}

/** Reasons to leave a number alone, by name; the first that holds counts. */
const refusals: readonly [string, (c: Context) => boolean][] = [
  [DESCRIPTION, describesWork],
  ["looked after", ({ amount, before }) => before.verb === "抓好" && !/^[件项]$/.test(amount.unit)],
  ["a distance", ({ amount, before }) => amount.kind === "measure" && /(?:接壤|相距|相隔|毗邻|距[^,;]{1,14})(?:约|仅|近)?$/.test(before.noun)],
  ["no count", ({ amount }) => amount.unit === "批" && amount.form === "chinese" && amount.value === 1],
  ["bandwidth", ({ amount }) => amount.form === "magnitude" && amount.unit === "兆"],
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
  ["threshold", (c) => !getThere(c) && !allOfShare(c.amount, c.before, c.after) && isThreshold(c)],
  ["describes", ({ describes, before, after, amount }) => !isPopulated(amount, before, after) && (describes || (after.of && after.noun !== "" && before.preposition && (before.verb === null || /^投[资入]$/.test(before.verb))))],
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

/** 在占人口85%的地区普及…. */
const isPopulated = (amount: Amount, before: Before, after: After): boolean => amount.kind === "ratio" && after.of && /占[^,;]{0,8}人口$/.test(before.noun) && /^地区/.test(after.noun);

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

/** 实现65%以上的社区“老有所餐”. */
const allOfShare = (amount: Amount, before: Before, after: After): boolean => amount.kind === "ratio" && before.realised && /^(?:实现)?$/.test(before.noun) && after.of && /“[^”]{2,12}$/.test(after.noun);

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
  { rule: "share of them", confidence: 0.7, inherits: false, test: ({ amount, before, after, glossary }) => !glossary && (shareGets(amount, after) || isPopulated(amount, before, after) || allOfShare(amount, before, after)) },
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
  && (/^[\u4e00-\u9fff]{2}/.test(before.noun) && (previous !== null || amount.value >= 5 || /^(?:增加|增设|减少)/.test(before.noun))) && !/(?:拥有|共有|现有|设有|有|下辖|辖|分为|分|共|位居|排名|第|超|涉及|包括|[和及与])$/.test(before.noun);

/** What is done for people: 为适龄妇女免费接种. */
const SERVED = /接种|筛查|体检|提供|发放|配备|改造|救助|培训|办理|开展|完成|补贴|补助|减免|服务|诊疗|救治|康复|签约|建立|安装|配置|解决|落实/;

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
