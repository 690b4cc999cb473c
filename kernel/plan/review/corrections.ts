import type { CompiledPlan, PlanTask, Target } from "../compile/schema.ts";
import { ordered, walk } from "../plan.ts";
import { type Anchor, bareText, type Bare, fit, locate, type Near, nearOf, plainNumber, type Spot, withoutNumber } from "./anchor.ts";
import type { Act, Corrected, Fields, SubjectKind, TargetFields, TaskFields } from "./schema.ts";

/** A thread of decisions as it counts now: the newest that was not withdrawn; `withdraw` when none is left. */
export interface Correction {
  readonly thread: string;
  /** Of the newest row, withdrawn or not: the version that a change has to name. */
  readonly revision: number;
  readonly kind: SubjectKind;
  /** Id that the words had when it was decided. */
  readonly subject: string;
  readonly act: Act;
  /** All fields, as they are to be. */
  readonly fields: Fields | null;
  /** All fields, as they were read. */
  readonly compiled: Fields | null;
  readonly anchor: Anchor;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

/** What of a compiled plan decisions are laid over. */
export type Read = Pick<CompiledPlan, "text" | "outline" | "targets" | "tasks"> & { readonly source: { readonly sha256: string } };

export type EffectiveTarget = Target & { corrected: Corrected };
export type EffectiveTask = PlanTask & { corrected: Corrected };

/** A target or task with what was read and what was decided. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly read: Target | PlanTask | null;
  /** Null: rejected, or nothing reads it and its decision is not applied. */
  readonly now: EffectiveTarget | EffectiveTask | null;
  readonly correction: Correction | null;
  /** Its words are another number or another reading now: not applied, to be looked at again. */
  readonly again: boolean;
  /** Where it stands. */
  readonly spot: Spot;
}

export interface Effective {
  readonly targets: EffectiveTarget[];
  readonly tasks: EffectiveTask[];
  readonly subjects: Subject[];
  /** Decisions whose words are no longer in the document. */
  readonly orphans: Correction[];
}

const targetKeys = ["number", "value", "value_max", "unit", "indicator", "scope", "measure", "comparator", "period", "base", "reference", "cumulative", "attribute", "stretch"] as const satisfies readonly (keyof TargetFields)[];
const taskKeys = ["title", "kind", "deadline", "every", "responsible", "places", "projects", "platforms"] as const satisfies readonly (keyof TaskFields)[];
export const keysOf = (kind: SubjectKind): readonly string[] => (kind === "target" ? targetKeys : taskKeys);

const pick = (from: object, keys: readonly string[]): Record<string, unknown> => Object.fromEntries(keys.map((key) => [key, (from as Record<string, unknown>)[key] ?? null]));
export const fieldsOf = <R extends Target | PlanTask>(kind: SubjectKind, reading: R): Fields => pick(reading, keysOf(kind)) as Fields;

export const changedFields = (kind: SubjectKind, before: object, after: object): string[] =>
  keysOf(kind).filter((key) => ordered((before as Record<string, unknown>)[key] ?? null) !== ordered((after as Record<string, unknown>)[key] ?? null));

export const isTask = (reading: Target | PlanTask): reading is PlanTask => "title" in reading;

/** The words of a target or task, as a decision names them. */
export function spotOf(text: string, reading: Target | PlanTask, title: string): Spot {
  if (!isTask(reading)) return { at: reading.at, number: reading.number, quote: reading.quote, title };
  const at = text.indexOf(reading.title, reading.start);
  return { at: at >= 0 && at < reading.end ? at : reading.start, number: "", quote: reading.title, title };
}

/** The innermost clause that holds a place. */
export function clauseAt(outline: Read["outline"], at: number): string | null {
  const node = outline.find((one) => one.start <= at && at < one.end);
  return node === undefined ? null : (clauseAt(node.children, at) ?? node.id);
}

class Words {
  readonly #read: Read;
  readonly #titles: ReadonlyMap<string, string>;
  #bare: Bare | undefined;

  constructor(read: Read) {
    this.#read = read;
    this.#titles = new Map([...walk(read.outline)].map((node) => [node.id, node.title]));
  }

  get bare(): Bare {
    return (this.#bare ??= bareText(this.#read.text));
  }

  title = (clause: string | null): string => (clause === null ? "" : (this.#titles.get(clause) ?? ""));
  clauseAt = (at: number): string | null => clauseAt(this.#read.outline, at);
  titleAt = (at: number): string => this.title(this.clauseAt(at));
  spot = (reading: Target | PlanTask): Spot => spotOf(this.#read.text, reading, this.title(reading.clause));
}

interface Pair {
  readonly correction: Correction;
  readonly reading: Target | PlanTask;
  readonly spot: Spot;
  readonly fits: number;
  readonly sameNumber: boolean;
}

/** A reading with the letters about it, once they were needed. */
interface Candidate {
  readonly reading: Target | PlanTask;
  readonly spot: Spot;
  near: Near | undefined;
}

/** Readings that may be what a decision was made on: by number, by words, by id. */
function candidates(read: Read, words: Words, corrections: readonly Correction[]): Pair[] {
  const pairs: Pair[] = [];
  const by = new Map<string, Candidate[]>();
  const put = (key: string, one: Candidate): void => {
    const list = by.get(key);
    if (list === undefined) by.set(key, [one]);
    else list.push(one);
  };
  const keys = (kind: SubjectKind, id: string, { number, quote }: Pick<Spot, "number" | "quote">): string[] => [
    `${kind} id ${id}`,
    `${kind} words ${withoutNumber(quote, number)}`,
    ...(number === "" ? [] : [`${kind} number ${plainNumber(number)}`]),
  ];
  for (const [kind, readings] of [["target", read.targets], ["task", read.tasks]] as const) {
    for (const reading of readings) {
      const spot = words.spot(reading);
      const candidate: Candidate = { reading, spot, near: undefined };
      for (const key of keys(kind, reading.id, spot)) put(key, candidate);
    }
  }
  for (const correction of corrections) {
    const { anchor, kind, subject } = correction;
    const sameDocument = anchor.source === read.source.sha256;
    for (const candidate of new Set(keys(kind, subject, anchor).flatMap((key) => by.get(key) ?? []))) {
      const { reading, spot } = candidate;
      // What was added beside another reading is none of those that are read.
      if (anchor.beside) continue;
      const sameNumber = plainNumber(spot.number) === plainNumber(anchor.number);
      const fits = fit(anchor, spot, (candidate.near ??= nearOf(read.text, spot)));
      if (fits === null) continue;
      pairs.push({ correction, reading, spot, sameNumber, fits: fits + (reading.id === subject ? 4 : 0) + (sameDocument && spot.at === anchor.at ? 1000 : 0) });
    }
  }
  // Of decisions on the same words the later one counts.
  return pairs.sort((a, b) => Number(b.sameNumber) - Number(a.sameNumber) || b.fits - a.fits || (a.correction.at < b.correction.at ? 1 : a.correction.at > b.correction.at ? -1 : 0));
}

const said = (correction: Correction, fields: string[]): Corrected =>
  correction.act === "accept" || correction.act === "correct" || correction.act === "add"
    ? { act: correction.act, at: correction.at, by: correction.by, reason: correction.reason, fields }
    : null;

/** A decision laid over what is read at its words; null: not applied, to be looked at again. */
function over(kind: SubjectKind, reading: Target | PlanTask, correction: Correction, sameDocument: boolean): EffectiveTarget | EffectiveTask | null {
  const { fields, compiled, act } = correction;
  if (fields === null) return null;
  const now = fieldsOf(kind, reading);
  let wanted: object = fields;
  if (!sameDocument && compiled !== null) {
    const readAnew = changedFields(kind, compiled, now);
    if (act === "accept" && readAnew.length > 0) return null;
    // In a revised document what was not changed is read anew.
    wanted = { ...now, ...pick(fields, changedFields(kind, compiled, fields)) };
  }
  return { ...reading, ...wanted, id: act === "add" ? correction.thread : reading.id, corrected: said(correction, changedFields(kind, now, wanted)) };
}

/** What was added, or what the compiler reads no longer, at the words that are still there. */
function atWords(read: Read, words: Words, correction: Correction, spot: Spot): EffectiveTarget | EffectiveTask | null {
  const { fields, kind, thread, act } = correction;
  if (fields === null) return null;
  const common = { id: act === "add" ? thread : correction.subject, clause: words.clauseAt(spot.at), confidence: 1, reasons: [], corrected: said(correction, [...keysOf(kind)]) };
  if (kind === "target") return { ...(fields as TargetFields), ...common, at: spot.at, responsible: [], quote: spot.quote };
  return { ...(fields as TaskFields), ...common, start: spot.at, end: spot.at + spot.quote.length, bodies: [] };
}

function placed(read: Read, words: Words, correction: Correction): Subject | null {
  const found = locate(correction.anchor, read.text, words.bare, words.titleAt);
  if (found === null) return null;
  const now = found.sameNumber ? atWords(read, words, correction, found.spot) : null;
  return { kind: correction.kind, read: null, now, correction, again: !found.sameNumber, spot: found.spot };
}

const inOrder = (a: Subject, b: Subject): number => a.spot.at - b.spot.at;

/** Lays decisions over a compiled plan. Pure: the same plan and decisions give the same; the plan is left as it is. */
export function applyCorrections(read: Read, corrections: readonly Correction[]): Effective {
  const words = new Words(read);
  const taken = new Map<Target | PlanTask, Pair>();
  const settled = new Set<Correction>();
  if (corrections.length > 0) {
    for (const pair of candidates(read, words, corrections)) {
      if (settled.has(pair.correction)) continue;
      const owner = taken.get(pair.reading);
      // An earlier decision on words that a later one speaks of has had its time.
      if (owner !== undefined && !(owner.sameNumber && pair.sameNumber && sameWords(owner.correction.anchor, pair.correction.anchor))) continue;
      settled.add(pair.correction);
      if (owner === undefined) taken.set(pair.reading, pair);
    }
  }
  const subjects: Subject[] = [];
  for (const [kind, readings] of [["target", read.targets], ["task", read.tasks]] as const) {
    for (const reading of readings) subjects.push(subjectOf(kind, reading, taken.get(reading), words, read.source.sha256));
  }
  const orphans: Correction[] = [];
  for (const correction of corrections) {
    if (settled.has(correction) || correction.act === "withdraw") continue;
    const subject = placed(read, words, correction);
    if (subject === null) {
      orphans.push(correction);
      continue;
    }
    // Another number is read at its place: that reading is what must be looked at again.
    const there = subjects.findIndex((one) => subject.again && one.kind === subject.kind && one.correction === null && one.spot.at === subject.spot.at);
    const reading = subjects[there];
    if (reading !== undefined) subjects[there] = { ...reading, correction, again: true };
    else if (!(correction.act === "reject" && subject.again)) subjects.push(subject);
  }
  subjects.sort(inOrder);
  const now = subjects.flatMap((subject) => (subject.now === null ? [] : [subject.now]));
  return { subjects, orphans, targets: now.filter((one): one is EffectiveTarget => !isTask(one)), tasks: now.filter((one): one is EffectiveTask => isTask(one)) };
}

const sameWords = (a: Anchor, b: Anchor): boolean => plainNumber(a.number) === plainNumber(b.number) && (a.before === b.before || a.after === b.after);

function subjectOf(kind: SubjectKind, reading: Target | PlanTask, pair: Pair | undefined, words: Words, source: string): Subject {
  const plainly: Subject = { kind, read: reading, now: { ...reading, corrected: null }, correction: null, again: false, spot: pair?.spot ?? words.spot(reading) };
  if (pair === undefined) return plainly;
  const { correction } = pair;
  if (correction.act === "withdraw") return { ...plainly, correction };
  if (!pair.sameNumber) return { ...plainly, correction, again: true };
  if (correction.act === "reject") return { ...plainly, now: null, correction };
  const now = over(kind, reading, correction, correction.anchor.source === source);
  return now === null ? { ...plainly, correction, again: true } : { ...plainly, now, correction };
}
