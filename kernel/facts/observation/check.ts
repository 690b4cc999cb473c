import type { Actor } from "../../../base/db/ctx.ts";
import type { Place } from "../../../base/errors/problem.ts";
import { fill, type Said } from "../../../base/text/text.ts";
import { areaFor, isWithin } from "../../registry/registry.ts";
import { compareDecimals } from "../decimal.ts";
import { convert, findFactor, findUnit } from "../indicator/unit.ts";
import type { Bound, ObservationIn, ObservationStatus } from "../schema.ts";
import { observationStatusNames, text, valueFaults } from "../text.ts";
import { hasBegun, hasEnded, isDay, type Period, readPeriod } from "./period.ts";
import { readValue } from "./value.ts";

/** What the checks need to know of an indicator. */
export interface KnownIndicator {
  readonly code: string;
  readonly unit: string;
  readonly source_body: string | null;
  readonly minimum: string | null;
  readonly maximum: string | null;
}

/** Everything a batch is checked against, read once. Indicators and divisions are found by code or by name. */
export interface Known {
  readonly indicators: ReadonlyMap<string, KnownIndicator>;
  readonly divisions: ReadonlyMap<string, { readonly code: string; readonly path: string }>;
  readonly actor: Actor;
  readonly cityPath: string;
  readonly today: string;
  /** Files of existing data may hold superseded and derived figures; a person may not record them. */
  readonly byHand: boolean;
}

/** An observation that passed every check but that against what is recorded. */
export interface Draft {
  readonly index: number;
  readonly indicator: string;
  readonly division: string;
  readonly scope: string;
  readonly period: Period;
  readonly value: string;
  readonly bound: Bound;
  readonly unit: string;
  readonly printed: string | null;
  readonly status: ObservationStatus;
  readonly source_title: string;
  readonly source_address: string | null;
  readonly published_on: string | null;
  readonly note: string | null;
  readonly supersedes: string | null;
  readonly area: string;
  readonly body: string | null;
}

/** The figure that stands in a cell. */
export interface Current {
  readonly id: string;
  readonly value: string;
  readonly bound: string;
  readonly unit: string;
  readonly status: string;
  readonly source_title: string;
  readonly source_address: string | null;
  readonly note: string | null;
  readonly revision: number;
  readonly recorded_at: Date;
  readonly recorded_by: string;
}

/** Says where a field of an item stands: /items/3/value, or observations.csv:12 (value). */
export type PlaceOf = (index: number, field: keyof ObservationIn | "") => string;

interface Fault {
  readonly field: keyof ObservationIn | "";
  readonly said: Said;
  readonly values?: Readonly<Record<string, unknown>>;
}

export const cellKey = (cell: { indicator: string; division: string; scope: string }, period: string): string =>
  `${cell.indicator}\u0000${cell.division}\u0000${cell.scope}\u0000${period}`;

const orNull = (given: string | null | undefined): string | null => (given === undefined || given === null || given.trim() === "" ? null : given.trim());

// A NUL ends a text in PostgreSQL; other control characters hide what was written. Line breaks and tabs may stand in notes.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const isHidden = (value: string): boolean => control.test(value) || !value.isWellFormed();

/** The sentence with a status named in each language. */
const withStatus = (said: Said, status: string): Said => {
  const name = observationStatusNames[status as ObservationStatus] ?? { "zh-CN": status, en: status };
  return { "zh-CN": fill(said["zh-CN"], { status: name["zh-CN"] }), en: fill(said.en, { status: name.en }) };
};

function* textFaults(item: ObservationIn): Iterable<Fault> {
  const { indicator, division, scope, period, note, unit } = item;
  const source = `${item.source.title}${item.source.address ?? ""}`;
  if (!isHidden(`${indicator}${division}${scope ?? ""}${period}${note ?? ""}${unit ?? ""}${source}`)) return;
  for (const [field, value] of Object.entries({ indicator, division, scope, period, note, unit, source })) {
    if (typeof value === "string" && isHidden(value)) yield { field: field as keyof ObservationIn, said: text.textWrong };
  }
}

function periodFault(item: ObservationIn, period: Period | undefined, today: string): Fault | undefined {
  if (period === undefined) return { field: "period", said: text.periodUnreadable, values: { period: item.period } };
  if (!hasBegun(period, today)) return { field: "period", said: text.periodNotBegun, values: { period: period.code, today } };
  if (hasEnded(period, today) || item.status === "expected") return undefined;
  return { field: "period", said: text.periodNotEnded, values: { period: period.code, end: period.end, today } };
}

interface Figure {
  readonly value: string;
  readonly bound: Bound;
  readonly printed: string | null;
}

/** Reads the figure and brings it into the indicator's unit; the unit is looked at even where the figure cannot be read. */
function readFigure(item: ObservationIn, indicator: KnownIndicator | undefined): Figure | Fault[] {
  const read = readValue(item.value);
  const faults: Fault[] = typeof read === "string" ? [{ field: "value", said: valueFaults[read], values: { value: item.value } }] : [];
  const value = typeof read === "string" ? undefined : read;
  if (item.bound !== undefined && value !== undefined && value.bound !== "=" && item.bound !== value.bound) {
    faults.push({ field: "bound", said: valueFaults["two-bounds"], values: { value: item.value, bound: item.bound } });
  }
  const written = value?.unit ?? null;
  const unit = orNull(item.unit) ?? written ?? indicator?.unit ?? "";
  if (indicator !== undefined && findFactor(unit, indicator.unit) === undefined) {
    faults.push({ field: "unit", said: findUnit(unit) ? text.unitWrong : text.unitUnknown, values: { unit, wanted: indicator.unit || "1" } });
  }
  if (written !== null && findFactor(written, unit) === undefined) faults.push({ field: "value", said: text.unitWrong, values: { unit: written, wanted: unit } });
  const converted = value && indicator && convert(value.value, unit, indicator.unit);
  if (value === undefined || converted === undefined || faults.length > 0) return faults;
  const bound = value.bound === "=" ? (item.bound ?? "=") : value.bound;
  return { value: converted.value, bound, printed: converted.value === value.value ? null : `${bound === "=" ? "" : bound}${value.value} ${unit}` };
}

function rangeFault({ value }: Figure, { unit, minimum, maximum }: KnownIndicator): Fault | undefined {
  const low = minimum !== null && compareDecimals(value, minimum) < 0;
  const high = maximum !== null && compareDecimals(value, maximum) > 0;
  return low || high ? { field: "value", said: text.outOfRange, values: { value, unit, minimum: minimum ?? "−∞", maximum: maximum ?? "∞" } } : undefined;
}

/** A clerk records for its own body only; who may also release records for any. */
function ownerFault(item: ObservationIn, { source_body }: KnownIndicator, { actor }: Known): Fault | undefined {
  if (source_body === null || source_body === actor.body || actor.permissions.has("facts.release")) return undefined;
  return { field: "indicator", said: text.notYourIndicator, values: { indicator: item.indicator, body: source_body } };
}

/** What an item names, and what stands behind the names. */
interface Looked {
  readonly indicator: KnownIndicator | undefined;
  readonly division: { readonly code: string; readonly path: string } | undefined;
  readonly period: Period | undefined;
  readonly area: string;
}

/** Everything wrong with an item but its figure. */
function* faultsOf(item: ObservationIn, { indicator, division, period, area }: Looked, known: Known): Iterable<Fault | undefined> {
  yield indicator ? ownerFault(item, indicator, known) : { field: "indicator", said: text.indicatorUnknown, values: { indicator: item.indicator } };
  if (!division) yield { field: "division", said: text.divisionUnknown, values: { division: item.division } };
  else if (!isWithin(area, known.actor.area)) yield { field: "division", said: text.divisionOutside, values: { division: item.division } };
  yield periodFault(item, period, known.today);
  yield* textFaults(item);
  if (known.byHand && (item.status === "superseded" || item.status === "derived")) yield { field: "status", said: withStatus(text.statusByHand, item.status) };
  const published = orNull(item.published_on);
  if (published !== null && (!isDay(published) || published > known.today)) yield { field: "published_on", said: text.publishedLater, values: { day: published } };
  if (orNull(item.source.title) === null) yield { field: "source", said: text.sourceMissing };
}

/** One item against indicators, divisions, units, the calendar and the indicator's range: a draft, or everything wrong with it. */
function checkItem(item: ObservationIn, index: number, known: Known, period: Period | undefined): Draft | Fault[] {
  const indicator = known.indicators.get(item.indicator.trim());
  const division = known.divisions.get(item.division.trim());
  const area = division === undefined ? "" : areaFor(division.path, known.cityPath);
  const faults: Fault[] = [];
  for (const fault of faultsOf(item, { indicator, division, period, area }, known)) if (fault) faults.push(fault);
  const figure = readFigure(item, indicator);
  if (Array.isArray(figure)) faults.push(...figure);
  const beyond = Array.isArray(figure) || indicator === undefined ? undefined : rangeFault(figure, indicator);
  if (beyond) faults.push(beyond);
  if (faults.length > 0 || !indicator || !division || !period || Array.isArray(figure)) return faults;
  return {
    index,
    indicator: indicator.code,
    division: division.code,
    scope: orNull(item.scope) ?? "",
    period,
    value: figure.value,
    bound: figure.bound,
    printed: figure.printed,
    unit: indicator.unit,
    status: item.status,
    source_title: item.source.title.trim(),
    source_address: orNull(item.source.address),
    published_on: orNull(item.published_on),
    note: orNull(item.note),
    supersedes: orNull(item.supersedes),
    area,
    body: known.actor.body ?? indicator.source_body,
  };
}

/** A batch says the same few periods again and again. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const seen = new Map<string, T>();
  return (text) => {
    const before = seen.get(text);
    if (before !== undefined) return before;
    const found = read(text);
    seen.set(text, found);
    return found;
  };
}

export interface Checked {
  readonly drafts: readonly Draft[];
  readonly places: readonly Place[];
}

/** Checks a batch: every item by itself, then the items against each other. */
export function checkBatch(items: readonly ObservationIn[], known: Known, at: PlaceOf): Checked {
  const drafts: Draft[] = [];
  const places: Place[] = [];
  const period = remembered(readPeriod);
  items.forEach((item, index) => {
    const checked = checkItem(item, index, known, period(item.period));
    if (!Array.isArray(checked)) drafts.push(checked as Draft);
    else for (const { field, said, values } of checked) places.push({ at: at(index, field), said, ...(values && { values }) });
  });
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = cellKey(draft, draft.period.code);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, draft);
      continue;
    }
    const same = draft.bound === other.bound && compareDecimals(draft.value, other.value) === 0;
    const values = { other: at(other.index, ""), value: shown(draft), other_value: shown(other) };
    places.push({ at: at(draft.index, "value"), said: same ? text.twice : text.twiceDiffering, values });
  }
  return { drafts, places };
}

export const shown = ({ value, bound }: { readonly value: string; readonly bound: string }): string => `${bound === "=" ? "" : bound}${value}`;

/** Whether two figures say the same, source and note included. */
export const sameFigure = (draft: Draft, there: Current): boolean =>
  draft.bound === there.bound && draft.status === there.status && draft.unit === there.unit && draft.source_title === there.source_title &&
  draft.source_address === there.source_address && draft.note === there.note && compareDecimals(draft.value, there.value) === 0;

/** Drafts against what stands in their cells: a second figure for a cell must name the one it corrects. */
export function againstStanding(drafts: readonly Draft[], standing: ReadonlyMap<string, Current>, at: PlaceOf): Place[] {
  return drafts.flatMap((draft): Place[] => {
    const there = standing.get(cellKey(draft, draft.period.code));
    const { supersedes } = draft;
    if (there === undefined) return supersedes === null ? [] : [{ at: at(draft.index, "supersedes"), said: text.nothingToCorrect, values: { given: supersedes } }];
    const values = {
      indicator: draft.indicator, division: draft.division, period: draft.period.code, value: shown(there), unit: there.unit,
      recorded_on: there.recorded_at.toISOString().slice(0, 10), id: there.id, given: supersedes,
    };
    if (supersedes === null) return [{ at: at(draft.index, ""), said: withStatus(text.duplicate, there.status), values }];
    if (supersedes !== there.id) return [{ at: at(draft.index, "supersedes"), said: withStatus(text.notStanding, there.status), values }];
    return sameFigure(draft, there) ? [{ at: at(draft.index, ""), said: text.nothingChanged, values }] : [];
  });
}
