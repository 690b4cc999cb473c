import type { PlanDocument } from "../document/document.ts";
import type { Frame } from "../document/frame.ts";
import type { Progress } from "../formats/source.ts";
import { isGlossary } from "../document/headings.ts";
import { bareWords, IdGiver } from "../document/ids.ts";
import type { Line } from "../document/lines.ts";
import { marksIn } from "../document/notes.ts";
import type { Clause } from "../document/clause.ts";
import { clausesAt } from "../document/path.ts";
import { sentencesOf } from "./clauses.ts";
import { backFirst, type Cues, findCues, judgeMood, type Mood, moodOfPath, moodOfWords, turnsAhead } from "./mood.ts";
import { readSentence } from "./sentence.ts";
import { squeeze, type Squeezed } from "./squeeze.ts";
import { readTableFigures } from "./table.ts";
import type { Reading, Target } from "./target.ts";
import { findTimes, lookingBack, periodUnder, type Time, timeOfHeading } from "./times.ts";
import { readUnnumbered } from "./unnumbered.ts";

/** Targets and figures reached, of a whole document. */

export interface TargetsRead {
  targets: Target[];
  actuals: Target[];
}

interface Section {
  path: Clause[];
  mood: Mood;
  time: Time | null;
  glossary: boolean;
  numerals: boolean;
  /** Of a section that looks back and then ahead: whether it looks ahead by now. */
  turned: boolean;
  /** The heading that gives the mood, or the chapter. */
  teller: Clause | null;
}

/** Where no heading tells, the words of the whole chapter do; a plan of years looks ahead. */
function moodOfChapter(words: string, frame: Frame): Mood {
  return words === "" || frame.kind !== "annual" ? "forward" : moodOfWords(words, frame);
}

/** The words of the chapter around a section; those before the first heading are one, too. */
function wordsOfChapter(document: PlanDocument, path: readonly Clause[]): string {
  const { start, end } = path[0] ?? { start: 0, end: document.outline[0]?.start ?? document.text.length };
  return document.text.slice(start, Math.min(end, start + LONGEST_LOOK));
}

const LONGEST_LOOK = 20000;

function sectionOf(document: PlanDocument, path: Clause[], numerals: boolean, last: Section | null): Section {
  let time: Time | null = null;
  for (let index = path.length - 1; index >= 0 && time === null; index--) {
    const clause = path[index];
    // The title of a titled paragraph is a sentence of its own: its times are read there.
    if (clause?.kind === null) time = timeOfHeading(clause.title, document.frame);
  }
  const { frame } = document;
  const told = moodOfPath(path, frame);
  const words = told === null ? wordsOfChapter(document, path) : "";
  const mood = told ?? moodOfChapter(words, frame);
  const teller = (told === null ? path[0] : path.findLast((clause) => moodOfPath([clause], frame) === mood)) ?? null;
  const before = last !== null && last.teller === teller && last.mood === mood ? last.turned : null;
  return {
    path, time, mood, teller, turned: before ?? (mood !== "mixed" || !backFirst(told === null ? words : (teller?.title ?? ""), told !== null, frame)),
    glossary: path.some((clause) => isGlossary(clause.title)), numerals,
  };
}

/** 到2022年、2025年,城镇化率分别达到62%、65%: each value has its own year. */
function sharedTime(times: readonly Time[], words: string, reading: Reading): Time | null {
  if (reading.share === null || reading.share.of < 2) return null;
  const listed: Time[] = [];
  for (const time of times) {
    if (time.end > reading.start || listed.length === reading.share.of) break;
    if (time.kind === "year") listed.push(time);
  }
  const joined = listed.every((time, index) => index === 0 || /^[、和及]到?$/.test(words.slice(listed[index - 1]?.end ?? 0, time.start)));
  return listed.length === reading.share.of && joined ? (listed[reading.share.index] ?? null) : null;
}

/** How many times that do not govern are passed over; a sentence that has more is a list without end. */
const PASSED = 12;
/** Clauses further apart than this are not one. */
const APART = 200;

/** Index of the last time that ends before a place. */
function lastBefore(times: readonly Time[], place: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.start ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const isDeadline = (words: string, time: Time): boolean => /^[底末]?(?:之?前|以前)/.test(words.slice(time.end, time.end + 4));

function governs(time: Time, words: string, reading: Reading): boolean {
  if (time.kind === "base") return false;
  const between = (signs: RegExp): boolean => reading.start - time.end > APART || signs.test(words.slice(time.end, reading.start));
  // 每年 governs its clause, the list that goes on from it, and the next clause when that makes or builds, too.
  if (time.kind === "yearly") return reading.inherited || !between(reading.measure === "flow" ? /;|,[^]*,/ : /[,;]/);
  // A year in the middle of a sentence governs up to the next ; and so does a deadline (2017年底前).
  return time.kind !== "year" || (time.start <= 6 && !isDeadline(words, time)) || reading.inherited || !between(/;/);
}

/** The last time before a place, its own clause first; a year that heads the sentence governs to its end. */
function governing(times: readonly Time[], words: string, reading: Reading): Time | null {
  const last = lastBefore(times, reading.start);
  for (let index = last; index >= 0 && last - index < PASSED; index--) {
    const time = times[index];
    if (time !== undefined && governs(time, words, reading)) return time;
  }
  const head = times[0];
  return head !== undefined && head.start < reading.start && governs(head, words, reading) ? head : null;
}

/** When a figure reached was reached, where nothing says so: before the plan's own years. Null where the section's heading tells. */
function reviewed(section: Section, document: PlanDocument): Time | null {
  const own = document.frame.span;
  if (own === null || (section.time?.span?.from ?? own.from) < own.from) return null;
  const last = own.from - 1;
  const first = section.mood === "review" ? own.from - (own.to - own.from + 1) : last;
  return { start: -1, end: -1, kind: "span", span: { from: first, to: last } };
}

/** Spares the search for times in the many sentences that have nothing to date. */
const MAY_OPEN_WITH_TIME = /^.{0,3}[\d一二三五六七八九十“今未规]/;

interface Place {
  document: PlanDocument;
  section: Section;
  squeezed: Squeezed;
  ids: IdGiver;
}

/** A year dates a base that stands right behind it: 由2015年的62%. */
const BESIDE = 4;
/** Rates that are held every year, not reached at the end. */
const HELD = /失业率$/;

function targetOf(reading: Reading, place: Place, times: readonly Time[], offset: number, time: Time | null): Target {
  const { document: { text, frame }, section: { path }, squeezed, ids } = place;
  const clause = path.at(-1) ?? null;
  const at = squeezed.at(offset + reading.start);
  const numberEnd = reading.numberEnd === reading.start ? at : squeezed.at(offset + reading.numberEnd - 1) + 1;
  const from = squeezed.at(offset + reading.from);
  const to = squeezed.at(offset + Math.max(reading.to, reading.start + 1) - 1) + 1;
  // What a glossary explains is due when the text that uses the word says so.
  const manner = { ...reading, average: reading.average || HELD.test(reading.indicator) };
  // 粮食产量保持在700亿斤 over several years: the yearly output, not their sum.
  const yearly = reading.yearly && reading.measure === "flow" && !reading.total && !reading.average;
  const period = time === null && place.section.glossary ? null : periodUnder(time, yearly ? { ...manner, measure: "level" } : manner, frame);
  const ofBase = reading.base === null ? undefined : times[lastBefore(times, reading.base.at)];
  const baseTime = ofBase !== undefined && (reading.base?.at ?? 0) - ofBase.end <= BESIDE ? ofBase : undefined;
  const basePeriod = baseTime?.span === undefined || baseTime.span === null ? null : String(baseTime.span.to);
  const name = [clause?.id ?? "", bareWords(reading.indicator), reading.measure, period ?? ""].join("/");
  return {
    id: ids.give(name), clause: clause?.id ?? null, at, number: text.slice(at, numberEnd), value: reading.value, value_max: reading.valueMax,
    unit: reading.unit, indicator: reading.indicator, scope: reading.scope, measure: reading.measure, comparator: reading.comparator, period,
    base: reading.base === null ? null : { period: basePeriod, value: reading.base.value, unit: reading.base.unit },
    reference: reading.reference, cumulative: reading.total, attribute: attributeOf(squeezed.words.slice(offset + reading.numberEnd, offset + reading.numberEnd + 24)),
    stretch: reading.stretch, confidence: reading.confidence, reasons: reading.reasons, responsible: [], quote: text.slice(from, to),
  };
}

/** 约束性 or 预期性 printed beside the number. */
function attributeOf(after: string): Target["attribute"] {
  const word = /^[^,;。]{0,12}[(](约束性|预期性)/.exec(after)?.[1];
  return word === undefined ? null : word === "约束性" ? "binding" : "expected";
}

/** The one time that heads a sentence, for those after it; null when the sentence names several. */
function carriedFrom(times: readonly Time[], carried: Time | null, words: string): Time | null {
  const dated = times.filter((time) => time.kind === "year" || time.kind === "span");
  const head = dated[0];
  if (head === undefined || head.start > 3 || isDeadline(words, head)) return carried;
  const spans = new Set(dated.map((time) => (time.span === null ? "" : `${time.span.from}/${time.span.to}`)));
  return spans.size === 1 ? head : null;
}

const NO_CUES: Cues = { facts: [], commits: [] };

function readLine(line: Line, document: PlanDocument, section: Section, out: TargetsRead, ids: IdGiver, pastIds: IdGiver): void {
  const squeezed = squeeze(document.text, line.start, line.end, marksIn(document.marks, line.start, line.end));
  const { frame } = document;
  let carried: Time | null = null;
  for (const sentence of sentencesOf(squeezed.words)) {
    const words = squeezed.words.slice(sentence.start, sentence.end);
    const readings = [...readSentence(words, section), ...readUnnumbered(words)].sort((a, b) => a.start - b.start);
    const found = readings.length > 0 || MAY_OPEN_WITH_TIME.test(words) ? findTimes(words, frame).filter((time) => !(section.glossary && time.length)) : [];
    const cues = readings.length > 0 || !section.turned ? findCues(words) : NO_CUES;
    section.turned ||= turnsAhead(words, cues, section.turned ? [] : findTimes(words, frame), frame);
    const mood = section.turned ? section.mood : "review";
    const times = mood === "review" ? found.map((time) => lookingBack(time, frame)) : found;
    for (const reading of readings) {
      const own = sharedTime(times, words, reading) ?? governing(times, words, reading);
      const verdict = judgeMood({ words, cues, start: reading.start, to: reading.to, own, earlier: earlierThan(times, own), carried }, mood, frame);
      const past = reading.done || verdict.past;
      const told = own ?? carriedTo(carried, past, frame);
      const time = told ?? (past ? (reviewed(section, document) ?? section.time) : section.time);
      if (past && reading.value === null) continue;
      const list = past ? out.actuals : out.targets;
      list.push(targetOf(doubted(reading, verdict.doubt), { document, section, squeezed, ids: past ? pastIds : ids }, times, sentence.start, time));
    }
    // 到2025年 at the head of a sentence speaks for the sentences after it in the paragraph, too.
    carried = carriedFrom(times, carried, words);
  }
}

/** A past year told before does not date a promise, nor a coming one a fact. */
function carriedTo(carried: Time | null, past: boolean, frame: Frame): Time | null {
  const year = carried?.span?.to ?? null;
  const start = frame.span?.from ?? null;
  return year === null || start === null || year < start === past ? carried : null;
}

/** The time told before another one in the same sentence. */
function earlierThan(times: readonly Time[], own: Time | null): Time | null {
  if (own === null) return null;
  const last = lastBefore(times, own.start);
  return times.slice(Math.max(0, last - PASSED), last + 1).findLast((time) => time.kind !== "base" && time.kind !== "yearly") ?? null;
}

const doubted = (reading: Reading, doubt: string | null): Reading =>
  doubt === null ? reading : { ...reading, confidence: Math.min(reading.confidence, 0.6), reasons: [...reading.reasons, doubt] };

/** Whether the document writes figures in Chinese numerals: some are bound to (三个方面), a percentage or an amount is not. */
const writesNumerals = (text: string): boolean => (text.slice(0, 60000).match(/[百千]分之[一二三四五六七八九十]|[一二三四五六七八九十百千]{2,8}[万亿]?(?:元|吨|亩|公斤|公里|平方米|人|户)/g) ?? []).length >= 8;

/** Reads every paragraph and table of the body. Time grows with the length of the text. */
export function readTargets(document: PlanDocument, progress: Progress = () => {}): TargetsRead {
  const out: TargetsRead = { targets: [], actuals: [] };
  const ids = new IdGiver("t");
  const pastIds = new IdGiver("a");
  const numerals = writesNumerals(document.text);
  let section: Section | null = null;
  let last: Clause | null = null;
  for (const [index, line] of document.lines.entries()) {
    if (index % 200 === 0) progress("targets", index, document.lines.length);
    if (line.role !== "paragraph") continue;
    const path = clausesAt(document.outline, line.start);
    const innermost = path.at(-1) ?? null;
    if (section === null || innermost !== last) section = sectionOf(document, path, numerals, section);
    last = innermost;
    readLine(line, document, section, out, ids, pastIds);
  }
  const tables = readTableFigures(document, ids, pastIds);
  for (const [list, more] of [[out.targets, tables.targets], [out.actuals, tables.actuals]] as const) {
    list.push(...more);
    list.sort((a, b) => a.at - b.at);
  }
  return out;
}
