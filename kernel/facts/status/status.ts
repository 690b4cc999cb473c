import type { Said } from "../../../base/text/text.ts";
import { add, compare, type Fraction, fraction, subtract, toDecimal, toNumber, zero } from "../decimal.ts";
import { hasBegun, hasEnded, type Period, readPeriod } from "../observation/period.ts";
import type { Judgement, Observation, StandingStatus } from "../schema.ts";
import { statusNames } from "../text.ts";
import { type Base, type Figure, findBase, inUnit, shownOn, usable } from "./figures.ts";
import { decisive, type MethodName, methods } from "./methods.ts";
import { type Line, pointsOf, ratioOf, requiredOn, statusOn } from "./path.ts";
import { accepted, decimalFraction, directionOf, duePeriod, isLimit, type JudgedTarget, lies, type Measured } from "./target.ts";
import { sayBound, sayCompared, sayFigure, sayGap, sayKind, sayName, sayPercent, sayPeriod, sayScoped, sayTarget, sentenceOf, tell, text, type Values, type Why, why } from "./text.ts";

export interface On {
  /** The day as of which it is judged: only periods that are over by then, of sources that were out by then, are used. */
  readonly asOf: string;
  /** The plan's period: yearly targets run through it, and the year before it is the base. */
  readonly planPeriod?: string | null;
  readonly measured?: Measured | null;
  /** Path or limit follow from the plan's words, and can be chosen. */
  readonly method?: "path" | "hold";
}

/** A question, read: everything the judging needs of target and day. */
interface Case {
  readonly target: JudgedTarget;
  readonly asOf: string;
  readonly planPeriod: string | null;
  readonly measured: Measured | null;
  readonly chosen: "path" | "hold" | undefined;
  readonly due: Period | undefined;
  readonly value: Fraction | undefined;
  /** Usable figures in the target's unit, oldest first; undefined where units do not fit. */
  readonly figures: readonly Figure[] | undefined;
  readonly shown: readonly Observation[];
}

/** A case with a value, figures and a due period. */
interface Numeric extends Case {
  readonly due: Period;
  readonly value: Fraction;
  readonly figures: readonly Figure[];
}

type Outcome = Pick<Judgement, "status" | "reason" | "sentence"> & Partial<Judgement> & { readonly by: MethodName };

/** How a target stands on a day, by the figures given. Pure: the same question has the same answer. */
export function judge(target: JudgedTarget, observations: readonly Observation[], { asOf, planPeriod = null, measured = null, method }: On): Judgement {
  const due = duePeriod(target, planPeriod);
  const shown = shownOn(observations, asOf);
  const asked: Case = {
    target, asOf, planPeriod, measured, chosen: method, due, shown,
    value: decimalFraction(target.value),
    figures: measured === null ? [] : usable(target, measured, observations, asOf),
  };
  const { by, value = null, ...outcome } = decide(asked);
  return {
    as_of: asOf, required: null, required_on: null, gap: null, ratio: null, inputs: [], path: [], years: [],
    value: value && inUnit(value, target.unit), observations: shown.map((each) => inUnit(each, target.unit)),
    due: due?.end ?? null, ...outcome, sentence: sentenceOf(outcome.sentence), method: methods[by], released_on: null,
  };
}

const without: readonly string[] = ["relation", "assigned", "coverage", "event"];

function decide(asked: Case): Outcome {
  const { target, value, figures, due, measured } = asked;
  if (without.includes(target.measure)) return withoutFigure(asked, "evidence", target.measure as Why);
  if (value === undefined) return withoutFigure(asked, "evidence", "no-value");
  if (due === undefined) return withoutFigure(asked, "due", "no-due");
  if (measured === null) return withoutFigure(asked, "due", "no-indicator");
  if (figures === undefined) return withoutFigure(asked, "due", "units");
  const numeric: Numeric = { ...asked, value, due, figures };
  if (target.period === "yearly") return yearly(numeric);
  if (target.measure === "flow" && (target.cumulative || due.kind === "years")) return total(numeric);
  if (target.measure !== "level") return ofOwnPeriod(numeric);
  if (hasEnded(due, asked.asOf)) return whenDue(numeric, dueFigure(numeric));
  return beforeDue(numeric);
}

const nameOf = ({ measured, target }: Case): Said => sayScoped(measured?.name ?? { "zh-CN": target.indicator, en: target.indicator }, target.scope ?? "");

/** Values that most sentences speak of. */
function common(asked: Case): Values {
  const { target, value, due } = asked;
  const said = value === undefined ? "" : sayTarget(target.comparator, value, decimalFraction(target.value_max), target.unit);
  return { name: sayName(nameOf(asked)), target: said, due: sayPeriod(due?.code ?? null), day: due?.end ?? "", quote: target.quote };
}

const spoken = ({ target }: Case, { observation, value }: Figure): Values => ({
  period: sayPeriod(observation.period), value: sayBound(value, observation.bound, target.unit), kind: sayKind(observation), source: observation.source.title,
});

const inputOf = ({ target }: Case, role: "value" | "base" | "part", value: Fraction, period: string, observation: Observation | null) => ({
  role, period, value: toDecimal(value, 12), unit: target.unit, observation: observation?.id ?? null,
});

function inputsOf(asked: Numeric, figures: readonly Figure[], base?: Base): Judgement["inputs"] {
  return [
    { role: "target", period: asked.due.code, value: toDecimal(asked.value, 12), unit: asked.target.unit, observation: null },
    ...(base ? [inputOf(asked, "base", base.value, base.period, base.observation)] : []),
    ...figures.map((figure) => inputOf(asked, figures.length > 1 ? "part" : "value", figure.value, figure.observation.period, figure.observation)),
  ];
}

/** What is missing in figures: of a level, which is followed all through the plan, that is told before its year begins too. */
const missing: readonly Why[] = ["no-figures", "no-base", "only-base", "bound-open", "units"];

/** Nothing to judge by: not yet due before its period begins, due without a figure after it ended, else no data. */
function withoutFigure(asked: Case, by: MethodName, because: Why, figure?: Figure): Outcome {
  const { target, due, asOf, value, shown } = asked;
  const values: Values = { ...common(asked), reference: target.reference ?? "", unit: shown.at(-1)?.unit ?? "", wanted: target.unit, ...(figure && spoken(asked, figure)) };
  const said: Values = { ...values, why: tell(why[because], values) };
  const named = value !== undefined && by !== "evidence";
  const open = { by, reason: because, value: figure?.observation ?? null };
  if (due !== undefined && hasEnded(due, asOf)) {
    const sentence = !named ? text.dueEvidence : because === "no-figures" ? text.dueNothing : text.dueWhy;
    return { ...open, status: "due_unpublished", sentence: tell(sentence, said) };
  }
  if (due !== undefined && !hasBegun(due, asOf) && !(target.measure === "level" && missing.includes(because))) {
    return { ...open, status: "not_due", reason: "not-begun", sentence: tell(named ? text.notDue : text.notDueEvidence, said) };
  }
  return { ...open, status: "no_data", sentence: tell(named ? text.noFigure : text.evidence, said) };
}

/** The figure of the due period itself: the newest that decides, else whatever is known. */
function dueFigure({ figures, due, target }: Numeric): Figure | undefined {
  const own = figures.filter(({ observation }) => observation.period_end === due.end && (observation.period === due.code || target.measure === "level"));
  return own.find(({ observation }) => observation.period === due.code) ?? own.at(-1);
}

/** After the due day: a final figure decides, any other is told. */
function whenDue(asked: Numeric, figure: Figure | undefined): Outcome {
  const { target, value, measured, figures } = asked;
  if (figure === undefined) {
    const latest = figures.at(-1);
    if (latest === undefined) return withoutFigure(asked, "due", "no-figures");
    return { status: "due_unpublished", by: "due", reason: "not-published", value: latest.observation, inputs: inputsOf(asked, [latest]), sentence: tell(text.dueLatest, { ...common(asked), ...spoken(asked, latest) }) };
  }
  const direction = directionOf(target, measured, findBase(target, figures, asked.planPeriod)?.value, value);
  const reached = lies(figure.interval, accepted(target, value, direction));
  const gap = subtract(figure.value, value);
  const exact = figure.observation.bound === "=";
  const base = {
    by: "due" as const, value: figure.observation, required: toNumber(value), required_on: asked.due.end, gap: exact ? toNumber(gap) : null, inputs: inputsOf(asked, [figure]),
  };
  const values = { ...common(asked), ...spoken(asked, figure), compared: sayCompared(reached, gap, exact, target.unit) };
  if (!decisive.includes(figure.observation.status)) return { ...base, status: "due_unpublished", reason: "not-final", sentence: tell(text.dueKnown, values) };
  if (reached === undefined) return { ...base, status: "due_unpublished", reason: "bound-open", sentence: tell(text.dueOpen, values) };
  return { ...base, status: reached ? "met" : "not_met", reason: reached ? "reached" : "missed", sentence: tell(reached ? text.met : text.notMet, values) };
}

/** Before the due day: a limit by the latest figure, a goal by its path. */
function beforeDue(asked: Numeric): Outcome {
  const { target, value, figures, measured, planPeriod, due } = asked;
  const latest = figures.at(-1);
  if (latest === undefined) return withoutFigure(asked, asked.chosen === "hold" || isLimit(target) ? "hold" : "path", "no-figures");
  const base = findBase(target, figures, planPeriod);
  const direction = directionOf(target, measured, base?.value, value);
  const held = base !== undefined && lies({ low: base.value, high: base.value, openLow: false, openHigh: false }, accepted(target, value, direction)) === true;
  const isHold = asked.chosen === undefined ? isLimit(target) || held || (base !== undefined && compare(base.value, value) === 0) : asked.chosen === "hold";
  if (isHold) return limit(asked, latest, direction);
  if (base === undefined || base.end >= due.end) return withoutFigure(asked, "path", "no-base", latest);
  if (latest.observation.period_end <= base.end) return withoutFigure(asked, "path", "only-base", latest);
  return onPath(asked, latest, base, direction);
}

/** A standing limit: within it or beyond it, today. */
function limit(asked: Numeric, latest: Figure, direction: "up" | "down"): Outcome {
  const { target, value } = asked;
  const within = lies(latest.interval, accepted(target, value, direction));
  if (within === undefined) return withoutFigure(asked, "hold", "bound-open", latest);
  const status = within ? "on_track" : "off_track";
  return {
    status, by: "hold", reason: within ? "within-limit" : "beyond-limit", value: latest.observation,
    required: toNumber(value), required_on: latest.observation.period_end,
    gap: latest.observation.bound === "=" ? toNumber(subtract(latest.value, value)) : null,
    inputs: inputsOf(asked, [latest]),
    sentence: tell(within ? text.within : text.beyond, { ...common(asked), ...spoken(asked, latest), status: statusNames[status] }),
  };
}

const reasons: Readonly<Record<string, string>> = { ahead: "above-path", on_track: "on-path", at_risk: "behind-path", off_track: "far-behind-path" };

function onPath(asked: Numeric, latest: Figure, base: Base, direction: "up" | "down"): Outcome {
  const { target, value, due } = asked;
  const line: Line = { from: base.value, to: value, start: base.end, end: due.end };
  const day = latest.observation.period_end;
  const required = requiredOn(line, day);
  const status = statusOn(line, latest.interval, day);
  const path = pointsOf(line, base.period);
  if (status === undefined) return { ...withoutFigure(asked, "path", "bound-open", latest), path, required: toNumber(required), required_on: day };
  const exact = latest.observation.bound === "=";
  const ratio = ratioOf(line, latest.value, day) ?? fraction(1n);
  const gap = subtract(latest.value, required);
  const values: Values = {
    ...common(asked), ...spoken(asked, latest), base: sayFigure(base.value, target.unit), base_period: sayPeriod(base.period), required: sayFigure(required, target.unit),
    gap: sayGap(gap, direction, target.unit), ratio: sayPercent(ratio), status: statusNames[status],
  };
  return {
    status, by: "path", reason: reasons[status] ?? status, value: latest.observation, required: toNumber(required), required_on: day,
    gap: exact ? toNumber(gap) : null, ratio: exact ? toNumber(ratio) : null, inputs: inputsOf(asked, [latest], base), path,
    sentence: tell(exact ? text.path : text.pathBound, values),
  };
}

/** The yearly flows from the first year on, without a gap. */
function partsOf({ figures, due }: Numeric): Figure[] {
  const parts: Figure[] = [];
  for (let year = Number(due.start.slice(0, 4)); year <= Number(due.end.slice(0, 4)); year += 1) {
    const part = figures.find((each) => each.observation.period === String(year) && each.observation.bound === "=");
    if (part === undefined) break;
    parts.push(part);
  }
  return parts;
}

/** A total over several years: its own figure where one is published, else the years added up. */
function total(asked: Numeric): Outcome {
  const { due, asOf, measured, target, value } = asked;
  const own = asked.figures.find(({ observation }) => observation.period === due.code);
  const parts = measured?.kind === "flow" ? partsOf(asked) : [];
  const last = parts.at(-1);
  if (hasEnded(due, asOf)) {
    const complete = last?.observation.period_end === due.end;
    return own === undefined && complete && last !== undefined ? whenDue(asked, summed(parts, last, due)) : whenDue({ ...asked, figures: own ? [own] : parts }, own);
  }
  if (last === undefined) return withoutFigure(asked, "cumulative", "no-figures");
  const start = `${Number(due.start.slice(0, 4)) - 1}-12-31`;
  const line: Line = { from: zero, to: value, start, end: due.end };
  const sum = summed(parts, last, due);
  const day = last.observation.period_end;
  const status = statusOn(line, sum.interval, day) ?? "off_track";
  const required = requiredOn(line, day);
  const gap = subtract(sum.value, required);
  const ratio = ratioOf(line, sum.value, day) ?? fraction(1n);
  const values: Values = {
    ...common(asked), period: sayPeriod(last.observation.period), first: sayPeriod(parts[0]?.observation.period ?? null), value: sayFigure(sum.value, target.unit),
    required: sayFigure(required, target.unit), gap: sayGap(gap, directionOf(target, measured), target.unit), ratio: sayPercent(ratio), status: statusNames[status],
  };
  return {
    status, by: "cumulative", reason: reasons[status] ?? status, value: last.observation, required: toNumber(required), required_on: day, gap: toNumber(gap), ratio: toNumber(ratio),
    inputs: inputsOf(asked, parts), path: pointsOf(line, start.slice(0, 4)), sentence: tell(text.cumulative, values),
  };
}

/** The years as one figure: as final as the least final of them. */
function summed(parts: readonly Figure[], last: Figure, due: Period): Figure {
  const value = parts.reduce((sum, part) => add(sum, part.value), zero);
  const open = parts.find(({ observation }) => !decisive.includes(observation.status));
  const observation = { ...last.observation, period: due.code, status: (open ?? last).observation.status };
  return { observation, value, interval: { low: value, high: value, openLow: false, openHigh: false } };
}

/** Growth, change, multiples and a period's flow: only the period's own figure says anything. */
function ofOwnPeriod(asked: Numeric): Outcome {
  const { due, asOf } = asked;
  const own = asked.figures.find(({ observation }) => observation.period === due.code);
  if (hasEnded(due, asOf)) return { ...whenDue({ ...asked, figures: own ? [own] : [] }, own), by: "own" };
  return withoutFigure(asked, "own", "own-period");
}

/** Every year of the plan that is over, each by its own figure; the last of them is how it stands. */
function yearly(asked: Numeric): Outcome {
  const { due, asOf } = asked;
  const [first, last] = [Number(due.start.slice(0, 4)), Number(due.end.slice(0, 4))];
  const years: { period: string; status: StandingStatus; outcome: Outcome }[] = [];
  for (let year = first; year <= last && years.length < 100; year += 1) {
    const period = readPeriod(String(year));
    if (period === undefined || !hasEnded(period, asOf)) break;
    const own = asked.figures.filter(({ observation }) => observation.period === period.code);
    const outcome = whenDue({ ...asked, due: period, figures: own }, own[0]);
    years.push({ period: period.code, status: outcome.status, outcome });
  }
  const latest = years.at(-1);
  if (latest === undefined) return { status: "not_due", by: "own", reason: "not-begun", sentence: tell(text.notDueYearly, common(asked)), due: `${first}-12-31` };
  const count = (status: StandingStatus): number => years.filter((year) => year.status === status).length;
  const values: Values = { sentence: latest.outcome.sentence, count: years.length, met: count("met"), not_met: count("not_met"), open: count("due_unpublished") };
  return {
    ...latest.outcome, by: "own", due: `${latest.period}-12-31`, years: years.map(({ period, status }) => ({ period, status })), sentence: tell(text.yearly, values),
  };
}
