import { record } from "../../../base/audit/audit.ts";
import type { Ctx } from "../../../base/db/ctx.ts";
import { type Place, Problem } from "../../../base/errors/problem.ts";
import { announce } from "../../../base/http/events.ts";
import { dayIn } from "../../registry/registry.ts";
import { text } from "../text.ts";
import { insertReleased, type NewReleased } from "./queries/insert.ts";
import { selectToRelease, type ToRelease } from "./queries/release.ts";
import { city_zone } from "./record.ts";

function placesOf(ids: readonly string[], found: ReadonlyMap<string, ToRelease>): Place[] {
  return ids.flatMap((id, index): Place[] => {
    const at = `/observations/${index}`;
    const row = found.get(id);
    if (ids.indexOf(id) !== index) return [{ at, said: text.releaseTwice, values: { id } }];
    if (row === undefined) return [{ at, said: text.releaseUnknown, values: { id } }];
    if (row.released_on !== null) return [{ at, said: text.releaseAlready, values: { id, day: row.released_on } }];
    if (row.newest !== id) return [{ at, said: text.releaseCorrected, values: { id, by: row.newest } }];
    return [];
  });
}

/** The public copy of a figure. Notes of those who recorded it stay inside; `note` here is said by those who release. */
export function publicCopy(ctx: Ctx, row: Omit<ToRelease, "newest" | "released_on" | "note">, released: { on: string; note: string | null; knownFrom: string }): NewReleased {
  return {
    observation: row.id,
    indicator: row.indicator,
    division: row.division,
    scope: row.scope,
    period: row.period,
    revision: row.revision,
    period_start: row.period_start,
    period_end: row.period_end,
    value: row.value,
    bound: row.bound,
    unit: row.unit,
    printed: row.printed,
    status: row.status,
    source_title: row.source_title,
    source_address: row.source_address,
    published_on: row.published_on,
    supersedes: row.supersedes,
    area: row.area,
    note: released.note,
    released_on: released.on,
    known_from: released.knownFrom,
    recorded_at: ctx.now.toISOString(),
    recorded_by: ctx.actor.id,
    // Whoever releases answers for it, whichever body recorded it.
    body: ctx.actor.body ?? row.body,
    class: "public",
  };
}

/** Makes figures public, all of them or none: only what stands, only once. */
export async function releaseObservations(ctx: Ctx, given: readonly string[], note: string | null): Promise<{ released_on: string; count: number }> {
  const ids = given.map((id) => id.toLowerCase());
  const found = new Map((await selectToRelease(ctx, ids)).map((row) => [row.id, row]));
  const places = placesOf(ids, found);
  if (places.length > 0) throw new Problem(422, "release-refused", text.releaseRefused, { values: { count: places.length }, places });
  const on = dayIn(city_zone, ctx.now);
  const rows = [...found.values()].map((row) => publicCopy(ctx, row, { on, note, knownFrom: ctx.now.toISOString() }));
  if (!(await insertReleased(ctx, rows))) throw new Problem(409, "raced", text.raced);
  await record(ctx, "facts.release", ids.length === 1 ? (ids[0] ?? "") : String(ids.length), { observations: ids, note });
  await announce(ctx, "facts");
  return { released_on: on, count: rows.length };
}
