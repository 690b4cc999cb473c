import { record } from "../../../base/audit/audit.ts";
import type { Ctx } from "../../../base/db/ctx.ts";
import { Problem } from "../../../base/errors/problem.ts";
import { announce } from "../../../base/http/events.ts";
import { dayIn } from "../../registry/registry.ts";
import type { Loaded } from "../indicator/load.ts";
import type { ObservationIn } from "../schema.ts";
import { text } from "../text.ts";
import { cellKey, checkBatch, type Current, type Draft, type PlaceOf, sameFigure } from "./check.ts";
import { insertObservations, insertReleased } from "./queries/insert.ts";
import { selectToRelease } from "./queries/release.ts";
import { selectStanding } from "./queries/standing.ts";
import { city_zone, readKnown, refuse, rowsOf } from "./record.ts";
import { publicCopy } from "./release.ts";

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

/** What a folder publishes it publishes with its notes. */
async function release(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const today = dayIn(city_zone, ctx.now);
  const rows = (await selectToRelease(ctx, ids)).filter((row) => row.released_on === null && row.newest === row.id);
  const copies = rows.map((row) => publicCopy(ctx, row, { on: row.published_on ?? today, note: row.note, knownFrom: knownSince(row, ctx.now) }));
  if (!(await insertReleased(ctx, copies))) throw new Problem(409, "raced", text.raced);
  return copies.length;
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
  if (!(await insertObservations(ctx, fresh))) throw new Problem(409, "raced", text.raced);
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
