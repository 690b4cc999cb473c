import { record } from "../../base/audit/audit.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import { type Place, Problem } from "../../base/errors/problem.ts";
import { announce } from "../../base/http/events.ts";
import { dayIn } from "../registry/registry.ts";
import { compare, exact } from "./decimal.ts";
import { type IndicatorRow, insertIndicators, selectAllIndicators } from "./indicator/queries.ts";
import { cellKey, checkBatch, type Current, type Draft, type PlaceOf, sameFigure } from "./observation/check.ts";
import { insertObservations, insertReleased } from "./observation/queries/insert.ts";
import { selectToRelease } from "./observation/queries/release.ts";
import { selectStanding } from "./observation/queries/standing.ts";
import { city_zone, readKnown, refuse, rowsOf } from "./observation/record.ts";
import { publicCopy } from "./observation/release.ts";
import { readValue } from "./observation/value.ts";
import type { IndicatorIn, ObservationIn } from "./schema.ts";
import { text } from "./text.ts";

/** What loading a city folder did. Loading it again changes nothing. */
export interface Loaded {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

const limitOf = (given: string | number | null | undefined): string | null => {
  if (given === undefined || given === null) return null;
  const read = readValue(given);
  return typeof read === "string" ? String(given) : read.value;
};

function indicatorPlaces(indicators: readonly IndicatorIn[], at: (index: number, field: keyof IndicatorIn) => string): Place[] {
  const codes = indicators.map((each) => each.code);
  const names = indicators.map((each) => each.name["zh-CN"]);
  return indicators.flatMap((each, index): Place[] => {
    const limits = (["minimum", "maximum"] as const).filter((field) => limitOf(each[field]) !== null && typeof readValue(each[field] ?? "") === "string");
    const [low, high] = [limitOf(each.minimum), limitOf(each.maximum)];
    return [
      ...(codes.indexOf(each.code) !== index ? [{ at: at(index, "code"), said: text.indicatorTwice, values: { name: each.code } }] : []),
      ...(names.indexOf(each.name["zh-CN"]) !== index ? [{ at: at(index, "name"), said: text.indicatorTwice, values: { name: each.name["zh-CN"] } }] : []),
      ...limits.map((field) => ({ at: at(index, field), said: text.limitUnreadable, values: { value: each[field] } })),
      ...(limits.length === 0 && low !== null && high !== null && compare(exact(low), exact(high)) > 0
        ? [{ at: at(index, "minimum"), said: text.limitsCrossed, values: { minimum: low, maximum: high } }] : []),
    ];
  });
}

const contentOf = (each: IndicatorIn) => ({
  code: each.code,
  name_zh: each.name["zh-CN"],
  name_en: each.name.en,
  definition_zh: each.definition?.["zh-CN"] ?? "",
  definition_en: each.definition?.en ?? "",
  unit: each.unit,
  direction: each.direction,
  kind: each.kind,
  source_body: each.source_body ?? null,
  frequency: each.frequency ?? "year",
  minimum: limitOf(each.minimum),
  maximum: limitOf(each.maximum),
});

type Content = ReturnType<typeof contentOf>;

const sameContent = (content: Content, row: IndicatorRow): boolean =>
  (Object.keys(content) as (keyof Content)[]).every((field) => content[field] === row[field]);

/** Appends the indicators that are new, and a revision of those whose definition changed. */
export async function loadIndicators(ctx: Ctx, indicators: readonly IndicatorIn[], at = (index: number, field: string): string => `/${index}/${field}`): Promise<Loaded> {
  const places = indicatorPlaces(indicators, at);
  if (places.length > 0) throw new Problem(422, "indicators-refused", text.indicatorsRefused, { values: { count: places.length }, places });
  const there = new Map((await selectAllIndicators(ctx)).map((row) => [row.code, row]));
  const rows = indicators.map(contentOf).flatMap((content) => {
    const row = there.get(content.code);
    if (row !== undefined && sameContent(content, row)) return [];
    const revision = (row?.revision ?? 0) + 1;
    return [{ ...content, revision, area: ctx.actor.area, body: null, class: "public", recorded_at: ctx.now, recorded_by: ctx.actor.id }];
  });
  await insertIndicators(ctx, rows);
  const changed = rows.filter((row) => row.revision > 1).length;
  const counts = { added: rows.length - changed, changed, unchanged: indicators.length - rows.length };
  await record(ctx, "facts.load-indicators", String(rows.length), counts, "public");
  return counts;
}

/** An observation as a city folder holds it: published ones are released as they are loaded. */
export interface LoadRow extends ObservationIn {
  readonly class?: "public" | "internal" | undefined;
}

export interface LoadedObservations extends Loaded {
  /** Figures that people corrected since they were loaded: the folder does not write over them. */
  readonly kept: number;
  readonly released: number;
}

/** Known since its publication, where that day is told; the evening of it, for the hour is not. */
const knownSince = (draft: Pick<Draft, "published_on">, now: Date): string =>
  draft.published_on === null ? now.toISOString() : new Date(`${draft.published_on}T23:59:59+08:00`).toISOString();

/** Splits the rows by what stands in their cells; a changed one corrects what was loaded before. */
function sort(ctx: Ctx, drafts: readonly Draft[], standing: ReadonlyMap<string, Current>) {
  const added: Draft[] = [];
  const changed: Draft[] = [];
  const unchanged: Current[] = [];
  let kept = 0;
  const there = new Map<number, Current>();
  for (const draft of drafts) {
    const current = standing.get(cellKey(draft, draft.period.code));
    if (current === undefined) added.push(draft);
    else if (sameFigure(draft, current)) {
      unchanged.push(current);
      there.set(draft.index, current);
    } else if (current.recorded_by === ctx.actor.id) changed.push({ ...draft, supersedes: current.id });
    else kept += 1;
  }
  return { added, changed, unchanged, kept, there };
}

async function release(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const today = dayIn(city_zone, ctx.now);
  const rows = (await selectToRelease(ctx, ids)).filter((row) => row.released_on === null && row.newest === row.id);
  return await insertReleased(ctx, rows.map((row) => publicCopy(ctx, row, { on: row.published_on ?? today, note: null, knownFrom: knownSince(row, ctx.now) })));
}

/**
 * Loads the figures a city is founded with. All or nothing; again with the same rows it does nothing, with a changed row
 * it appends a correction, and what people corrected since stays as they left it.
 */
export async function loadObservations(ctx: Ctx, rows: readonly LoadRow[], at: PlaceOf = (index, field) => `/${index}/${field}`): Promise<LoadedObservations> {
  const { drafts, places } = checkBatch(rows, await readKnown(ctx, rows, false), at);
  if (places.length > 0) refuse(places, 422);
  const standing = await selectStanding(ctx, drafts);
  const { added, changed, unchanged, kept, there } = sort(ctx, drafts, standing);
  const append = [...added, ...changed];
  const fresh = rowsOf(ctx, append, standing, (draft) => knownSince(draft, ctx.now));
  if ((await insertObservations(ctx, fresh)) < fresh.length) throw new Problem(409, "raced", text.raced);
  const isPublic = (index: number): boolean => rows[index]?.class === "public";
  const open = [
    ...append.flatMap((draft, i) => (isPublic(draft.index) ? [fresh[i]?.id ?? ""] : [])),
    ...[...there].flatMap(([index, current]) => (isPublic(index) ? [current.id] : [])),
  ];
  const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length, kept, released: await release(ctx, open) };
  await record(ctx, "facts.load-observations", String(fresh.length), counts);
  if (fresh.length > 0 || counts.released > 0) await announce(ctx, "facts");
  return counts;
}
