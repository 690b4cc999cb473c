import { type Comparator, deliver, growthNoun, head, type Mark, marksBefore, scope as scopeWords } from "./words.ts";

/** What stands before a number, taken apart: the marks next to it, the verb that governs it, the noun phrase. */
export interface Before {
  comparator: Comparator | null;
  reach: boolean;
  /** 实现: a yearly amount comes in. */
  realised: boolean;
  carry: boolean;
  hold: boolean;
  weak: boolean;
  arrival: boolean;
  change: "growth" | "change" | null;
  /** The noun itself named a growth (增速), and lost it. */
  growthNamed: boolean;
  /** 突破: a level is passed. */
  passes: boolean;
  /** 计划, 预计 right before the number. */
  planned: boolean;
  /** 其中: a part of the number before. */
  ofWhich: boolean;
  average: boolean;
  total: boolean;
  each: boolean;
  respectively: boolean;
  stretch: boolean;
  done: boolean;
  verb: string | null;
  scope: string | null;
  /** Noun phrase before the number; "" when the number follows the verb at once. */
  noun: string;
  /** Where the noun phrase begins, counted from the start of the words given. */
  nounAt: number;
  /** 力争, 确保, 推动 open the words right before the number: 争取100个项目纳入规划. */
  promised: boolean;
  /** 扩大, 减少 open the clause: 扩大水稻面积5万亩. */
  changeOpens: boolean;
  /** The words end with the verb: 每县至少建成1所. */
  verbLast: boolean;
  /** Words with which the clause opens before a count: 对, 在, 为. */
  preposition: boolean;
}

const LONGEST_MARK = 7;
const COMPARED = /(?:比|较|在|是|相当于)?(?:(?:“?十?[一二三四五六七八九]五”?(?:末|时期|期间)?|上年|去年|同期|(?:19|20)\d{2}年)(?:底|末|同期|实际|水平|年初预算|年度预算|预算|计划|预计数?|预计完成数|完成数|执行数)*(?:水平|基础上|的基础上|数)?)(?:又|再|还|分别)?$/;

/** 提高到2025年的70%: the year stands between 到 and the number. */
const DUE = /(?:到|至)(?:(?:19|20)\d{2}|[一二][九〇○零][一二三四五六七八九〇○零]{2})年(?:底|末)?$/;

function takeMarks(words: string, found: Before): string {
  let rest = words;
  for (let round = 0; round < 8; round++) {
    let taken: { word: string; mark: Mark } | null = null;
    for (let length = Math.min(LONGEST_MARK, rest.length); length > 0 && taken === null; length--) {
      const word = rest.slice(-length);
      const mark = marksBefore.get(word);
      if (mark !== undefined) taken = { word, mark };
    }
    if (taken === null || !fits(taken, rest, found, round)) {
      const compared = COMPARED.exec(rest.slice(-24));
      const due = DUE.exec(rest.slice(-10));
      if (compared !== null && /^(?:比|较|在|是|相当于)/.test(compared[0])) rest = rest.slice(0, -compared[0].length);
      else if (due !== null) {
        found.arrival = true;
        rest = rest.slice(0, -due[0].length);
      } else return rest;
      continue;
    }
    note(taken.mark, found);
    if (taken.word === "实现") found.realised = true;
    if (/^(?:突破|跨越|跃上|站上|跨过|迈过|迈上)$/.test(taken.word)) found.passes = true;
    if (/^(?:增速|增幅|涨幅)/.test(taken.word)) found.growthNamed = true;
    rest = rest.slice(0, -taken.word.length);
  }
  return rest;
}

/** Words that are a mark only in their place: 平均 of 全省平均, 发展 of 经济发展, 规模 before 达到. */
function fits(taken: { word: string; mark: Mark }, rest: string, found: Before, round: number): boolean {
  const { word, mark } = taken;
  const before = rest.slice(0, -word.length);
  if (before === "" && (["weak", "carry"].includes(mark.mark) || word === "实现")) return false;
  // 人均, 亩均 name an average; they are part of the noun.
  if (word === "均" && /[人户亩地村县年日月]$/.test(before)) return false;
  if (mark.mark === "change" && word.length === 1 && /[新净倍晋增递陡]$/.test(before)) return false;
  // 抽水蓄能, 产能: 能 ends a name.
  if (/^[高低快慢多少]$/.test(word)) return /[比较][^,;]{1,12}$/.test(before.slice(-14));
  // 拥有, 建有 are verbs.
  if (word === "有") return !/[拥建配设享]$/.test(before) && round === 0;
  if (word === "约") return !/[签节制集公预合契条大]$/.test(before);
  if (word === "能") return /(?:^|[将就才也均都要还])$/.test(before);
  if (mark.mark === "filler") return word.length > 1 ? word !== "规模" || found.change !== null : true;
  if (mark.mark === "change" && !mark.growth) {
    // 提高 counts right before the number or before 到/至; further left it is a noun (能力提升达到…).
    if (word === "发展" || word === "壮大" || word === "改善" || word === "增强" || word === "升级") return found.arrival;
    return round === 0 || found.arrival || found.comparator !== null || !(found.reach || found.hold);
  }
  if (mark.mark === "change" && mark.growth && found.arrival) return true;
  if (mark.mark === "weak") return round === 0 || word !== "的";
  if (mark.mark === "arrive") return !/[直以甚乃不感]$/.test(before);
  return true;
}

function note(mark: Mark, found: Before): void {
  if (mark.mark === "compare") found.comparator ??= mark.comparator;
  else if (mark.mark === "reach") found.reach = true;
  else if (mark.mark === "hold") {
    found.hold = true;
    if (mark.comparator !== undefined) found.comparator ??= mark.comparator;
  } else if (mark.mark === "weak") found.weak = true;
  else if (mark.mark === "carry") {
    found.carry = true;
    found.verb = "完成";
  } else if (mark.mark === "arrive") found.arrival = true;
  else if (mark.mark === "change") found.change ??= mark.growth ? "growth" : "change";
  else if (mark.mark === "average") found.average = true;
  else if (mark.mark === "total") found.total = true;
  else if (mark.mark === "each") found.each = true;
  else if (mark.mark === "respectively") found.respectively = true;
  else if (mark.mark === "stretch") found.stretch = true;
  else if (mark.mark === "done") found.done = true;
}

const TIME_HEAD = /^(?:(?:利?用)?(?:[一二三四五六七八九十]|\d{1,2})年(?:时间内?|内|左右)|(?:到|至|在)?\d{1,2}月(?:底|末|份|上旬|中旬|下旬)?(?:前|底前|之前)?|年底前?|年内|上半年|下半年|[一二三四]季度末?)(?:,|要)?|^(?:到|至|截至|在)?(?:(?:(?:19|20)\d{2}|[一二][九〇○零][一二三四五六七八九〇○零]{2})年?(?:[-—–~～至到]{1,2}(?:(?:19|20)\d{2})年)?(?:底前|末前|底|末|前)?(?:的)?|“?十?[一二三四五六七八九]五”?(?:时期|期间|末|期末)?|今年|明年|去年|上年|年末|五年|未来五年|今后五年|规划期(?:内|末)?|届时)(?:,|内|间|来)?/;

function takeHead(words: string, found: Before): { rest: string; taken: number } {
  let rest = words;
  for (let round = 0; round < 12; round++) {
    const time = TIME_HEAD.exec(rest.slice(0, 30));
    const match = time ?? head.exec(rest.slice(0, 12));
    if (match === null || match[0].length === 0) break;
    if (/力争|争取|努力/.test(match[0])) found.stretch = true;
    if (match[0] === "实现") found.realised = true;
    if (/累计|五年|一共|总共/.test(match[0])) found.total = found.total || /累计|五年/.test(match[0]);
    if (/年均/.test(match[0])) found.average = true;
    if (match[0] === "其中") found.ofWhich = true;
    if (rest.length === match[0].length && /^(?:对|主要|在|规划|安排|组织|投资|完成|实现|统筹)$/.test(match[0])) break;
    rest = rest.slice(match[0].length);
  }
  return { rest, taken: words.length - rest.length };
}

/** First verb of delivery; one at the head of the words counts first, one that ends them (6000户…改造) last. */
function findVerb(words: string): { verb: string; at: number } | null {
  deliver.lastIndex = 0;
  let found: { verb: string; at: number } | null = null;
  for (const match of words.matchAll(deliver)) {
    found ??= { verb: match[0], at: match.index };
    if (match.index > 0) break;
  }
  return found;
}

const VERB_RUN = new RegExp(`^(?:(?:${deliver.source})(?:提升|升级|完善|优化|壮大|扩容)?(?:[和、及并与或](?!美|谐))?){1,4}`);
const VERB_LAST = new RegExp(`(?:${deliver.source})$`);

/** Verbs that are the noun themselves when nothing follows: 完成投资500亿元. */
const NOMINAL = /(?:投资|就业|进口|出口|贷款|服务|改造|培训|搬迁|创业|减税降费|减税|营造林|造林|植树|绿化)$/;

function verbRun(noun: string, first: string): string {
  // 开工率, 投资额: the verb is part of the noun.
  if (/^(?:率|量|额|数(?!字|智|据)|值|能力|规模(?!以上)|面积|总|强度|占)/.test(noun.slice(first.length))) return "";
  // 出口和进口各2000亿美元: the verbs are the quantities.
  if (/^(?:进口|出口|投资|消费)[和、与](?:进口|出口|投资|消费)$/.test(noun)) return "";
  const all = VERB_RUN.exec(noun)?.[0] ?? first;
  // 新增绿化面积: the second verb belongs to the noun.
  const run = /^(?:面积|人数|户数|里程|率|量|额)/.test(noun.slice(all.length)) ? first : all;
  const nominal = run.length === noun.length && run.length > first.length ? NOMINAL.exec(run) : null;
  return nominal === null ? run : run.slice(0, -nominal[0].length);
}

const emptyBefore = (): Before => ({
  comparator: null, realised: false, reach: false, carry: false, hold: false, weak: false, arrival: false, change: null, growthNamed: false, passes: false, planned: false, ofWhich: false, average: false, total: false, each: false,
  respectively: false, stretch: false, done: false, verb: null, scope: null, noun: "", nounAt: 0, verbLast: false, promised: false, changeOpens: false, preposition: false,
});

/** 对, 为 and their like open words that say for whom. */
const opensWithPreposition = (words: string): boolean => /^(?:对|在|为|向(?!上争取)|面向|给|从)/.test(words) && !/^(?:为主|在建)/.test(words);

/** 高新技术企业、科技型中小企业分别新增3000家、1万家: 分别 stands before the verb. */
const RESPECTIVELY = new RegExp(`(?:分别|依次)(?<verb>${deliver.source})$`);
/** …行动、力争旅居人数达到: a word of mood opens the last part of a list. */
const LAST_PART = /^[^]*、(?=力争|争取|确保|努力|保证)/;

/** The words left of the marks, less what a word of mood or 分别 before the verb cuts off. */
function coreOf(words: string, found: Before): string {
  const marked = takeMarks(words, found);
  const core = marked.slice(LAST_PART.exec(marked)?.[0].length ?? 0);
  const each = RESPECTIVELY.exec(core);
  if (each === null) return core;
  found.respectively = true;
  found.verb ??= each.groups?.["verb"] ?? null;
  return core.slice(0, each.index);
}

interface Rest {
  noun: string;
  at: number;
}

/** Takes the scope (全市的, 农村居民) off the front; words that are nothing but a scope leave no noun. */
function takeScope(rest: Rest, found: Before): Rest {
  const whose = scopeWords.exec(rest.noun)?.[0] ?? null;
  if (whose === null) return rest;
  // 城镇居民收入和农民收入: 城镇居民 is said of the first only, so it stays in the name.
  const ofFirst = whose.includes("居民") && /[和、]/.test(rest.noun);
  const left = rest.noun.length - whose.length;
  if (ofFirst || left === 1 || (left === 0 && whose.includes("居民"))) return rest;
  found.scope = whose.replace(/的$/, "");
  return { noun: rest.noun.slice(whose.length), at: rest.at + whose.length };
}

/** Takes the verb that opens the noun phrase off it, and notes it. */
function takeVerb(rest: Rest, core: string, found: Before): Rest {
  const { noun, at } = rest;
  const own = findVerb(noun);
  const verb = own ?? findVerb(core);
  found.verbLast = verb !== null && VERB_LAST.test(core);
  if (verb === null) return rest;
  found.verb ??= verb.verb;
  // 新建和改造高标准农田: two verbs side by side are taken off together.
  const opens = own?.at === 0;
  const run = opens ? verbRun(noun, verb.verb).length : 0;
  if (opens) {
    const left = noun.slice(run);
    return { noun: /^(?:规划内|其余|剩余|余下的?)$/.test(left) ? "" : left, at: at + run };
  }
  if (!found.preposition || noun.length <= verb.at + verb.verb.length) return rest;
  // 为困难群众提供法律咨询服务: for whom comes first, what is delivered after the verb.
  const past = verb.at + verb.verb.length;
  return { noun: noun.slice(past), at: at + past };
}

/** 提高…, 纺织行业压缩…: at the head, or with who does it before. */
const CHANGE_HEAD = /^(?:[\u4e00-\u9fff]{2,8}(?=压缩|压减|削减))?(?:提高|提升|扩大|压降|降低|减少|压减|压缩|缩短|下调|上调|削减)(?=.{2})/;
const isMarked = (found: Before): boolean => found.comparator !== null || found.reach || found.hold || found.arrival;

/** Takes apart the words between the start of the item and its number (at most 120 of them are looked at). */
export function readBefore(words: string): Before {
  const found = emptyBefore();
  found.planned = /(?:计划|预计|预期|拟)(?:为|达到)?$/.test(words);
  found.promised = /(?:力争|争取|确保|保证|推动|促进|使|再有)(?:再有|至少有)?$/.test(words);
  const core = coreOf(words, found);
  found.preposition = opensWithPreposition(core);
  const lone = found.preposition && core.length === 1;
  const head = takeHead(lone ? "" : core, found);
  let rest: Rest = { noun: head.rest, at: head.taken };
  const whole = takeScope(rest, found);
  if (whole !== rest) {
    const again = takeHead(whole.noun, found);
    rest = { noun: again.rest, at: whole.at + again.taken };
  }
  rest = takeScope(takeVerb(rest, core, found), found);
  let { noun } = rest;
  // 提高最低标准20元: the change opens the clause.
  const change = CHANGE_HEAD.exec(noun);
  if (change !== null && found.change === null && !isMarked(found)) {
    found.change = "change";
    found.changeOpens = true;
    noun = noun.slice(change[0].length);
  }
  const growth = growthNoun.exec(noun);
  if (growth !== null && found.change === null && noun.length > growth[0].length) {
    found.change = "growth";
    found.growthNamed = true;
    if (!/增长率/.test(growth[0])) noun = noun.slice(0, -growth[0].length);
  }
  if (/年均$/.test(noun)) {
    found.average = true;
    noun = noun.slice(0, -2);
  }
  if (/年均(?!浓度|气温|水平|降)|年平均增|平均每年|每年平均/.test(words)) found.average = true;
  if (/累计/.test(words)) found.total = true;
  // 每县至少建成1所: the sign stands before the verb.
  if (found.comparator === null && found.verb !== null && /(?:至少|最少)[^,;、]{1,4}$/.test(words)) found.comparator = ">=";
  found.noun = noun;
  found.nounAt = rest.at;
  return found;
}
