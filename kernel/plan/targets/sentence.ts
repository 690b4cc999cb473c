import { readAfter } from "./after.ts";
import { type Amount, findAmounts } from "./amounts.ts";
import { readBefore } from "./before.ts";
import { surroundings } from "./clauses.ts";
import { sameFamily } from "./context.ts";
import { doubtsOf } from "./doubts.ts";
import type { Draft, Item } from "./draft.ts";
import { ASIDE, fullNoun, leadOf, nounOfClauseBefore, saidOfClauseBefore, tidyNoun } from "./naming.ts";
import { isOutput } from "./measure.ts";
import { judge } from "./reading.ts";
import type { Reading } from "./target.ts";
import { flowNoun, growthNoun, levelNoun, yearlyNoun } from "./words.ts";

/** Reads the numbers of one sentence. */

const LIST = /^(?:[、,;]?(?:和|及|与|以及|或)|、)/;
/** No clause of a plan is longer; what is further away than this does not govern a number. */
const WINDOW = 120;

/** Where a sentence stands, as far as it changes how it reads. */
export interface Manners {
  /** In a glossary. */
  glossary: boolean;
  /** The document writes its figures in Chinese numerals. */
  numerals: boolean;
}

/** Words with which a list item goes on about the thing before: 5.66万亿元、比上年增加1.6万亿元. */
const GOES_ON = /^(?:比|较|增长|下降|其中|占|达到|年均|增加|减少|同比|提高)/;

/** Where the list item of an amount begins after the amount before it, or null when that one does not end an item. */
function startAfter(words: string, previous: Amount, start: number): number | null {
  const between = words.slice(previous.groupEnd, Math.min(start, previous.groupEnd + WINDOW));
  const joined = LIST.exec(between);
  if (joined !== null) return previous.groupEnd + joined[0].length;
  // 3件大型灌区、5件大中型水库: the noun of the item before stands between.
  const mark = between.lastIndexOf("、");
  if (mark >= 0 && (mark === between.length - 1 || GOES_ON.test(between.slice(mark + 1)))) return previous.groupEnd + mark + 1;
  return /[和及与]$/.test(between) ? previous.groupEnd + between.length : null;
}

/** Signs that number a clause: 2.为适龄妇女…, (3)新建…, 一是培训…. */
const ORDINAL = /^(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\)|\([一二三四五六七八九十]{1,2}\)|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十][是,]|[—●■◆·*]{1,2})/;

function itemOf(words: string, amounts: readonly Amount[], index: number, clauseStart: number): Item | null {
  const amount = amounts[index];
  if (amount === undefined) return null;
  let itemStart = clauseStart;
  let listed = false;
  const last = amounts[index - 1];
  if (last !== undefined && last.groupEnd < clauseStart) listed = words.slice(last.groupEnd, Math.min(amount.start, last.groupEnd + 2)) === ",";
  // A number inside a name (一级公路) does not end an item: look past it.
  for (let back = index - 1; back >= Math.max(0, index - 3) && !listed; back--) {
    const previous = amounts[back];
    if (previous === undefined || previous.groupEnd < clauseStart) break;
    // 新建750千伏和330千伏电网工程16个: a voltage belongs to the name.
    if (/(?:伏|kV)$/.test(previous.unit)) continue;
    const start = startAfter(words, previous, amount.start);
    if (start === null || start > amount.start) continue;
    listed = true;
    itemStart = start;
  }
  if (itemStart === clauseStart) itemStart += ORDINAL.exec(words.slice(clauseStart, Math.min(amount.start, clauseStart + 8)))?.[0].length ?? 0;
  return { amount, index, clauseStart, itemStart: Math.max(itemStart, amount.start - WINDOW), listed };
}

/** Splits the noun phrase that 分别 distributes values over; null when the counts differ. */
function distribute(noun: string, count: number): string[] | null {
  const parts = noun.split(/、|和(?!谐|美)|与|及(?!以上|以下)/).filter((part) => part !== "");
  if (parts.length !== count) return null;
  const last = parts.at(-1) ?? "";
  // 城镇、农村居民收入: what only the last part says is said of all.
  const shared = /(?:居民.{0,12}收入|增加值|的比例|的比重|覆盖率|处理率|产量|面积|学位|人均[\u4e00-\u9fff]{0,8}标准)$/.exec(last)?.[0] ?? "";
  // 第一、第三产业增加值 分别…
  const ordinal = /^第[一二三]$/;
  if (last.endsWith("产业增加值")) return parts.map((part) => (ordinal.test(part) ? `${part}产业增加值` : part.replace(/^(?=[二三]产业)/, "第")));
  return parts.map((part) => (shared !== "" && !part.endsWith(shared) && !levelNoun.test(part) && !flowNoun.test(part) ? part + shared : part));
}

/** Words before a colon that say what the list after it is: made, built, admitted. */
const HEAD = /(?:新增|新建|建成|产量|产品|生产|招生|新开工|开工|改造|建设)[^,;。:]{0,16}:/;

/** Judges every amount in order, each knowing the one accepted before it. */
function draftsOf(words: string, amounts: readonly Amount[], { glossary, numerals }: Manners): Draft[] {
  const around = surroundings(words, amounts);
  const drafts: Draft[] = [];
  let previous: Draft | null = null;
  let described = false;
  for (const [index, amount] of amounts.entries()) {
    const place = around[index];
    const item = place === undefined ? null : itemOf(words, amounts, index, place.clauseStart);
    if (place === undefined || item === null || place.quoted) continue;
    const before = readBefore(words.slice(item.itemStart, amount.start));
    const after = readAfter(words, amount);
    const next = amounts[index + 1];
    const nextClause = around[index + 1]?.clauseStart;
    const describes = next !== undefined && next.kind !== "none" && nextClause !== undefined && nextClause <= amount.start && after.noun !== "" && !after.qualifies
      && before.preposition && !LIST.test(words.slice(amount.groupEnd, amount.groupEnd + 4)) && governs(words, amount, next);
    const sizes = next !== undefined && after.noun !== "" && next.start < amount.groupEnd + after.noun.length + 1 && governs(words, amount, next);
    const accepted = judge({
      amount, before, after, listed: item.listed, previous: previous?.accepted ?? null, opens: item.itemStart === amount.start,
      describes, sizes, behindCount: amounts[index - 1]?.groupEnd === amount.start && amounts[index - 1]?.kind === "count", glossary, numerals, described, headed: HEAD.test(words.slice(0, Math.min(amount.start, 60))),
    });
    described = accepted === "description";
    if (accepted === null || accepted === "description") continue;
    const shared: string | null = accepted.noun === previous?.accepted.noun ? previous.scope : null;
    const draft: Draft = { item, before, after, accepted, bracketed: place.bracketed, scope: before.scope ?? shared };
    drafts.push(draft);
    previous = draft;
  }
  return drafts;
}

/** Whether the next amount is the one meant: not a threshold (20万以上的县). */
const governs = (words: string, amount: Amount, next: Amount): boolean =>
  !(next.comparator !== null && /^的?[\u4e00-\u9fff]/.test(words.slice(next.groupEnd))) && next.start - amount.end < 60;

/** 接待游客8亿人次,实现旅游花费8000亿元,分别增长10%、12%: the values go to the quantities told before. */
function nounsBefore(drafts: readonly Draft[], index: number, count: number): string[] | null {
  const nouns = drafts.slice(Math.max(0, index - count), index).map((draft) => draft.accepted.noun);
  return nouns.length === count && new Set(nouns).size === count && !nouns.includes("") ? nouns : null;
}

/** In a list after 分别 the sign after the last value (以上) binds all, and each value gets its own noun. */
function settleLists(drafts: readonly Draft[]): { nouns: Map<Draft, string>; shares: Map<Draft, Reading["share"]> } {
  const nouns = new Map<Draft, string>();
  const shares = new Map<Draft, Reading["share"]>();
  for (const [index, draft] of drafts.entries()) {
    if (!draft.before.respectively) continue;
    const run = [draft];
    for (const next of drafts.slice(index + 1)) {
      if (!(next.item.listed && next.accepted.rule === "list after 分别" && next.item.index === (run.at(-1)?.item.index ?? -2) + 1)) break;
      run.push(next);
    }
    const parts = draft.before.noun === "" ? nounsBefore(drafts, index, run.length) : distribute(draft.accepted.noun, run.length);
    const sign = run.at(-1)?.item.amount.comparator ?? null;
    for (const [position, member] of run.entries()) {
      const part = parts?.[position];
      shares.set(member, { index: position, of: run.length });
      if (part !== undefined) nouns.set(member, part);
      if (sign !== null && sign !== "range" && member.accepted.comparator === "=") member.accepted.comparator = sign;
    }
  }
  for (const [index, draft] of drafts.entries()) bindBack(drafts, index, draft);
  return { nouns, shares };
}

/** 新建公路5000公里、站点3万个以上: the sign after the last value of a list binds those before it. */
function bindBack(drafts: readonly Draft[], index: number, last: Draft): void {
  const sign = last.item.amount.comparator;
  if (sign !== ">=" || !last.item.listed || last.item.itemStart === last.item.clauseStart) return;
  for (let back = index - 1; back >= 0; back--) {
    const draft = drafts[back];
    if (draft === undefined || draft.item.clauseStart !== last.item.clauseStart || draft.accepted.comparator !== "=" || draft.accepted.measure !== last.accepted.measure || !sameFamily(draft.accepted.kind, last.accepted.kind)) return;
    draft.accepted.comparator = sign;
    if (!draft.item.listed) return;
  }
}

/** 由2020年的43%提高到47%: the amount before is the base. */
function baseOf(words: string, draft: Draft, amounts: readonly Amount[]): Reading["base"] {
  const previous = amounts[draft.item.index - 1];
  if (previous === undefined || !draft.before.arrival || previous.groupEnd < draft.item.clauseStart || draft.item.itemStart >= previous.groupEnd) return null;
  const lead = words.slice(Math.max(draft.item.clauseStart, previous.start - 24), previous.start);
  const onBasis = /在[^,;]{0,20}$/.test(lead) && words.slice(previous.end, draft.item.amount.start).includes("基础上");
  if (!/(?:从|由)/.test(lead) && !onBasis) return null;
  return { value: previous.value, unit: previous.unit === "" ? draft.item.amount.unit : previous.unit, at: previous.start };
}

function clauseEnd(words: string, from: number): number {
  const stop = words.slice(from, from + 80).search(/[,;。!?]/);
  return stop === -1 ? Math.min(words.length, from + 80) : from + stop;
}

/**
 * Every number of a sentence that is a target or a figure reached.
 * @param words the squeezed words of one sentence
 */
export function readSentence(words: string, manners: Manners): Reading[] {
  const amounts = findAmounts(words);
  if (amounts.length === 0) return [];
  const drafts = draftsOf(words, amounts, manners);
  const { nouns, shares } = settleLists(drafts);
  const bases = new Map(drafts.map((draft) => [draft, baseOf(words, draft, amounts)]));
  const starts = new Set([...bases.values()].flatMap((base) => (base === null ? [] : [base.at])));
  const readings: Reading[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (starts.has(draft.item.amount.start)) continue;
    const own = saidOfClauseBefore(words, draft, drafts[index - 1]);
    const noun = nouns.get(draft) ?? (own === "" ? draft.accepted.noun : own);
    const share = shares.get(draft) ?? null;
    // 年均分别增长5%和6%: what opens the list is said of all of it.
    const average = draft.before.average || (share !== null && drafts[index - share.index]?.before.average === true);
    readings.push(readingOf(words, draft, { noun, base: bases.get(draft) ?? null, share, average, last: readings.at(-1)?.indicator ?? "" }));
  }
  return readings;
}

/** 年外送绿电, 年接待游客: of one year. */
const EACH_YEAR = /^年(?![均内底末初度中产])[\u4e00-\u9fff]/;

interface Settled {
  noun: string;
  base: Reading["base"];
  share: Reading["share"];
  average: boolean;
  /** Indicator of the reading before. */
  last: string;
}

function readingOf(words: string, draft: Draft, { noun, base, share, average, last }: Settled): Reading {
  const { item: { amount, clauseStart, itemStart, listed }, before, accepted } = draft;
  const aside = last === "" ? nounOfClauseBefore(words, clauseStart) : last;
  const held = ASIDE.test(noun) ? aside : noun;
  const named = base === null ? held : (/^[^]{2,40}?(?=由|从|在(?:19|20)\d{2}年)/.exec(noun)?.[0] ?? noun);
  const lead = accepted.measure === "change" ? leadOf(named, before.growthNamed, last) : null;
  const indicator = lead?.indicator ?? tidyNoun(named === "" && last !== "" ? last : fullNoun(named, words, clauseStart));
  const from = Math.max(clauseStart, Math.min(itemStart, amount.start) - (listed ? 40 : 0), amount.start - WINDOW);
  const doubts = doubtsOf(words, draft, indicator);
  return {
    start: amount.start, numberEnd: amount.numberEnd, from, to: Math.max(amount.groupEnd, clauseEnd(words, amount.groupEnd)),
    value: amount.value, valueMax: amount.valueMax, unit: amount.unit, scope: draft.scope, indicator,
    measure: accepted.measure === "level" && amount.kind === "ratio" && growthNoun.test(indicator) ? "growth" : accepted.measure,
    comparator: accepted.comparator, reference: lead?.reference ?? null, base,
    average, total: before.total, yearly: EACH_YEAR.test(words.slice(itemStart, itemStart + 4)) || accepted.verb === null && (yearlyNoun.test(indicator) || isOutput(amount, indicator)), share, stretch: before.stretch, inherited: accepted.inherits, done: before.done,
    confidence: Math.min(accepted.confidence, ...doubts.map((doubt) => doubt.confidence)),
    reasons: [accepted.rule, ...doubts.map((doubt) => doubt.reason)],
  };
}
