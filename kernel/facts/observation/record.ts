import { randomFillSync } from "node:crypto";
import { v7 as uuid } from "uuid";
import { record } from "../../../base/audit/audit.ts";
import type { Ctx } from "../../../base/db/ctx.ts";
import { type Place, Problem } from "../../../base/errors/problem.ts";
import { announce } from "../../../base/http/events.ts";
import { selectDivisions } from "../../registry/queries.ts";
import { dayIn, isWithin } from "../../registry/registry.ts";
import { selectAllIndicators, selectByCode } from "../indicator/queries.ts";
import type { ObservationIn } from "../schema.ts";
import { text } from "../text.ts";
import { againstStanding, cellKey, checkBatch, type Current, type Draft, type Known, type KnownIndicator, type PlaceOf } from "./check.ts";
import { insertObservations, type NewObservation } from "./queries/insert.ts";
import { selectStanding } from "./queries/standing.ts";

/** China has one time zone. */
export const city_zone = "Asia/Shanghai";

/** Indicators by every name they go by; a code is stronger than a name. */
export const namesOf = <T extends { code: string; name_zh: string; name_en: string; also: readonly string[] }>(rows: readonly T[]): Map<string, T> =>
  new Map([...rows.flatMap((row) => [...row.also, row.name_en, row.name_zh].map((name) => [name, row] as const)), ...rows.map((row) => [row.code, row] as const)]);

async function readIndicators(ctx: Ctx, items: readonly ObservationIn[]): Promise<Map<string, KnownIndicator>> {
  const named = [...new Set(items.map((item) => item.indicator.trim()))];
  const found = new Map<string, KnownIndicator>((await selectByCode(ctx, named)).map((row) => [row.code, row]));
  // Files of offices name indicators, people send codes: names are only looked up where a code does not fit.
  return named.every((name) => found.has(name)) ? found : namesOf(await selectAllIndicators(ctx));
}

interface NamedDivision {
  readonly code: string;
  readonly path: string;
  readonly name_zh: string;
}

/** Divisions by code, by name, and by name after that of the division above, with or without its last character: 衢州市柯城区, 衢州市区. */
export function divisionsByName<T extends NamedDivision>(divisions: readonly T[]): Map<string, T> {
  const byPath = new Map(divisions.map((each) => [each.path, each]));
  const named = divisions.flatMap((each): [string, T][] => {
    const above = byPath.get(each.path.slice(0, Math.max(each.path.lastIndexOf("."), 0)))?.name_zh;
    return above === undefined ? [] : [[above + each.name_zh, each], [above.slice(0, -1) + each.name_zh, each]];
  });
  return new Map([...named, ...divisions.map((each): [string, T] => [each.name_zh, each]), ...divisions.map((each): [string, T] => [each.code, each])]);
}

/** Reads once what a batch is checked against. */
export async function readKnown(ctx: Ctx, items: readonly ObservationIn[], byHand: boolean): Promise<Known> {
  const [indicators, divisions] = await Promise.all([readIndicators(ctx, items), selectDivisions(ctx)]);
  const city = divisions.find((division) => division.level === "prefecture" && isWithin(ctx.actor.area, division.path));
  return {
    indicators,
    divisions: divisionsByName(divisions),
    actor: ctx.actor,
    cityPath: city?.path ?? ctx.actor.area,
    today: dayIn(city_zone, ctx.now),
    byHand,
  };
}

const random_bytes = 16;

/** Time-ordered ids for a batch: random bytes are drawn once for all of them, which takes a tenth of the time. */
function newIds(count: number): string[] {
  const random = randomFillSync(new Uint8Array(count * random_bytes));
  const msecs = Date.now();
  return Array.from({ length: count }, (_, seq) => uuid({ msecs, seq, random: random.subarray(seq * random_bytes, (seq + 1) * random_bytes) }));
}

/** Drafts as rows to append, each the next revision of its cell. */
export function rowsOf(ctx: Ctx, drafts: readonly Draft[], standing: ReadonlyMap<string, Current>, knownFrom: (draft: Pick<Draft, "published_on">) => string): NewObservation[] {
  const recorded_at = ctx.now.toISOString();
  const ids = newIds(drafts.length);
  // Written out field by field: spreading a thousand drafts takes several times as long.
  return drafts.map((draft, i) => ({
    id: ids[i] ?? uuid(),
    indicator: draft.indicator,
    division: draft.division,
    scope: draft.scope,
    period: draft.period.code,
    revision: standing.size === 0 ? 1 : (standing.get(cellKey(draft, draft.period.code))?.revision ?? 0) + 1,
    period_start: draft.period.start,
    period_end: draft.period.end,
    value: draft.value,
    bound: draft.bound,
    unit: draft.unit,
    printed: draft.printed,
    status: draft.status,
    source_title: draft.source_title,
    source_address: draft.source_address,
    published_on: draft.published_on,
    note: draft.note,
    supersedes: draft.supersedes,
    known_from: knownFrom(draft),
    recorded_at,
    recorded_by: ctx.actor.id,
    area: draft.area,
    body: draft.body,
    class: "internal",
  }));
}

export function refuse(places: readonly Place[], status: 409 | 422): never {
  throw new Problem(status, status === 409 ? "duplicate" : "observations-refused", text.refused, { values: { count: places.length }, places });
}

/** Some cells were filled already, long ago or at this moment: names what stands in them. */
async function refuseTaken(ctx: Ctx, drafts: readonly Draft[], at: PlaceOf): Promise<never> {
  const places = againstStanding(drafts, await selectStanding(ctx, drafts), at);
  if (places.length > 0) refuse(places, 409);
  throw new Problem(409, "raced", text.raced);
}

export interface Recording {
  readonly at: PlaceOf;
  /** False for files of existing data. */
  readonly byHand?: boolean;
}

/**
 * Records a batch, all of it or nothing: one reading of indicators, one of divisions, one insert, one audit row.
 * What stands is only read where a correction names it or where something is wrong, so that all faults come at once.
 * @returns the ids, in the order of the items
 */
export async function recordObservations(ctx: Ctx, items: readonly ObservationIn[], { at, byHand = true }: Recording): Promise<string[]> {
  const { drafts, places } = checkBatch(items, await readKnown(ctx, items, byHand), at);
  const corrects = drafts.some((draft) => draft.supersedes !== null);
  const standing = corrects || places.length > 0 ? await selectStanding(ctx, drafts) : new Map<string, Current>();
  const clashes = corrects || places.length > 0 ? againstStanding(drafts, standing, at) : [];
  if (places.length > 0) refuse([...places, ...clashes], 422);
  if (clashes.length > 0) refuse(clashes, 409);
  const now = ctx.now.toISOString();
  const rows = rowsOf(ctx, drafts, standing, () => now);
  const ids = rows.map((row) => row.id);
  if (!(await insertObservations(ctx, rows))) await refuseTaken(ctx, drafts, at);
  const object = ids.length === 1 ? (ids[0] ?? "") : String(ids.length);
  await Promise.all([record(ctx, "facts.record", object, { first: ids[0], last: ids.at(-1), count: ids.length }), announce(ctx, "facts")]);
  return ids;
}

/** Places of a request body: an item of a list, or the one figure itself. */
export const bodyPlaces = (single: boolean): PlaceOf => (index, field) => {
  const path = single ? "" : `/items/${index}`;
  return field === "" ? path || "/" : `${path}/${field}`;
};
