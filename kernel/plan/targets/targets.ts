import type { PlanDocument } from "../document/document.ts";
import type { Progress } from "../formats/source.ts";
import { bareWords, IdGiver } from "../document/ids.ts";
import type { Line } from "../document/lines.ts";
import type { Clause } from "../document/outline.ts";
import { sentencesOf } from "./clauses.ts";
import { isPast, moodOfPath } from "./mood.ts";
import { readSentence } from "./sentence.ts";
import { squeeze, type Squeezed } from "./squeeze.ts";
import { readTables } from "./table.ts";
import type { Reading, Target } from "./target.ts";
import { findTimes, periodUnder, type Time, timeOfHeading } from "./times.ts";
import { readUnnumbered } from "./unnumbered.ts";

/** Targets and figures reached, of a whole document. */

export interface TargetsRead {
  targets: Target[];
  actuals: Target[];
}

/** Path of outline nodes down to a position, outermost first. */
export function pathAt(outline: readonly Clause[], position: number): Clause[] {
  const path: Clause[] = [];
  let level = outline;
  for (;;) {
    let low = 0;
    let high = level.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((level[middle]?.start ?? Infinity) <= position) low = middle + 1;
      else high = middle;
    }
    const clause = level[low - 1];
    if (clause === undefined || position >= clause.end) return path;
    path.push(clause);
    level = clause.children;
  }
}

interface Section {
  path: Clause[];
  mood: "review" | "forward";
  time: Time | null;
  glossary: boolean;
}

function sectionOf(document: PlanDocument, path: Clause[]): Section {
  let time: Time | null = null;
  for (let index = path.length - 1; index >= 0 && time === null; index--) time = timeOfHeading(path[index]?.title ?? "", document.frame);
  return {
    path, time, mood: moodOfPath(path, document.frame),
    glossary: path.some((clause) => /^名词(?:解释|注释)/.test(clause.title)),
  };
}

/** 到2022年、2025年,城镇化率分别达到62%、65%: each value has its own year. */
function sharedTime(times: readonly Time[], words: string, reading: Reading): Time | null {
  if (reading.share === null || reading.share.of < 2) return null;
  const listed = times.filter((time) => time.end <= reading.start && time.kind === "year").slice(0, reading.share.of);
  const joined = listed.every((time, index) => index === 0 || /^[、和及]到?$/.test(words.slice(listed[index - 1]?.end ?? 0, time.start)));
  return listed.length === reading.share.of && joined ? (listed[reading.share.index] ?? null) : null;
}

/** The last time before a place, its own clause first; a year that heads the sentence governs to its end. */
function governing(times: readonly Time[], words: string, reading: Reading): Time | null {
  let found: Time | null = null;
  for (const time of times) {
    if (time.start >= reading.start) break;
    if (time.kind === "base") continue;
    // 每年 governs its clause and the list that goes on from it, not the clauses after.
    if (time.kind === "yearly" && !reading.inherited && /[,;]/.test(words.slice(time.end, reading.start))) continue;
    found = time;
  }
  return found;
}

/** When a figure reached was reached, where nothing says so: before the plan's own years. Null where the section's heading tells. */
function reviewed(section: Section, document: PlanDocument): Time | null {
  const own = document.frame.span;
  if (own === null || (section.time?.span?.from ?? own.from) < own.from) return null;
  const last = own.from - 1;
  const first = section.mood === "review" ? own.from - (own.to - own.from + 1) : last;
  return { start: -1, end: -1, kind: "span", span: { from: first, to: last } };
}

const NEAR = 80;
/** Spares the search for times in the many sentences that have nothing to date. */
const MAY_OPEN_WITH_TIME = /^.{0,3}[\d一二三五六七八九十“今未规]/;

/** Opening of the sentence and the words around a number: what tells of a fact or a promise. Bounded, for lists may be endless. */
const near = (words: string, reading: Reading): string =>
  `${words.slice(0, 20)} ${words.slice(Math.max(20, reading.start - NEAR), reading.to)}`;

interface Place {
  document: PlanDocument;
  section: Section;
  squeezed: Squeezed;
  ids: IdGiver;
}

function targetOf(reading: Reading, place: Place, times: readonly Time[], offset: number, time: Time | null): Target {
  const { document: { text, frame }, section: { path }, squeezed, ids } = place;
  const clause = path.at(-1) ?? null;
  const at = squeezed.at(offset + reading.start);
  const numberEnd = reading.numberEnd === reading.start ? at : squeezed.at(offset + reading.numberEnd - 1) + 1;
  const from = squeezed.at(offset + reading.from);
  const to = squeezed.at(offset + Math.max(reading.to, reading.start + 1) - 1) + 1;
  // What a glossary explains is due when the text that uses the word says so.
  const period = time === null && place.section.glossary ? null : periodUnder(time, reading, frame);
  const baseTime = reading.base === null ? null : times.filter((known) => known.end <= (reading.base?.at ?? 0)).at(-1);
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

function readLine(line: Line, document: PlanDocument, section: Section, out: TargetsRead, ids: IdGiver, pastIds: IdGiver): void {
  const squeezed = squeeze(document.text, line.start, line.end);
  let carried: Time | null = null;
  for (const sentence of sentencesOf(squeezed.words)) {
    const words = squeezed.words.slice(sentence.start, sentence.end);
    const readings = [...readSentence(words, section.glossary), ...readUnnumbered(words)].sort((a, b) => a.start - b.start);
    const times = readings.length > 0 || MAY_OPEN_WITH_TIME.test(words) ? findTimes(words, document.frame) : [];
    for (const reading of readings) {
      const own = sharedTime(times, words, reading) ?? governing(times, words, reading);
      const told = own ?? carried;
      const past = reading.done || isPast(near(words, reading), section.mood, told, document.frame);
      const time = told ?? (past ? (reviewed(section, document) ?? section.time) : section.time);
      if (past && reading.value === null) continue;
      const list = past ? out.actuals : out.targets;
      list.push(targetOf(reading, { document, section, squeezed, ids: past ? pastIds : ids }, times, sentence.start, time));
    }
    // 到2025年 at the head of a sentence speaks for the sentences after it in the paragraph, too.
    const head = times.find((time) => time.kind === "year" || time.kind === "span");
    if (head !== undefined && head.start <= 3 && (head.span?.to ?? 0) >= (document.frame.span?.from ?? 0)) carried = head;
  }
}

/** Reads every paragraph and table of the body. Time grows with the length of the text. */
export function readTargets(document: PlanDocument, progress: Progress = () => {}): TargetsRead {
  const out: TargetsRead = { targets: [], actuals: [] };
  const ids = new IdGiver("t");
  const pastIds = new IdGiver("a");
  let section: Section | null = null;
  let last: Clause | null = null;
  for (const [index, line] of document.lines.entries()) {
    if (index % 200 === 0) progress("targets", index, document.lines.length);
    if (line.role !== "paragraph") continue;
    const path = pathAt(document.outline, line.start);
    const innermost = path.at(-1) ?? null;
    if (section === null || innermost !== last) section = sectionOf(document, path);
    last = innermost;
    readLine(line, document, section, out, ids, pastIds);
  }
  out.targets.push(...readTables(document, ids, (position) => pathAt(document.outline, position).at(-1)?.id ?? null));
  out.targets.sort((a, b) => a.at - b.at);
  return out;
}
