import { type Ctx, tables } from "../../../base/db/ctx.ts";
import type { Standing } from "../../facts/schema.ts";
import type { PlanRows } from "../rows.ts";
import type { ReleaseView } from "../schema.ts";

const columns = ["id", "as_of", "released_on", "note", "targets"] as const;

export async function findRelease(ctx: Ctx, knownAt?: Date): Promise<ReleaseView | undefined> {
  let query = tables<PlanRows>(ctx).selectFrom("plan_release").select(columns).orderBy("recorded_at", "desc").orderBy("id", "desc").limit(1);
  if (knownAt !== undefined) query = query.where("recorded_at", "<=", knownAt);
  return await query.executeTakeFirst();
}

export async function listReleases(ctx: Ctx, after: string | undefined, limit: number): Promise<ReleaseView[]> {
  let query = tables<PlanRows>(ctx).selectFrom("plan_release").select(columns).orderBy("id", "desc").limit(limit);
  if (after !== undefined) query = query.where("id", "<", after);
  return await query.execute();
}

export async function releasedStandings(ctx: Ctx, release: string): Promise<Map<string, Standing>> {
  const rows = await tables<PlanRows>(ctx).selectFrom("plan_released_standing").select(["target", "standing"]).where("release", "=", release).execute();
  return new Map(rows.map((row) => [row.target, row.standing as Standing]));
}

export async function appendRelease(ctx: Ctx, release: ReleaseView, standings: ReadonlyMap<string, Standing>): Promise<void> {
  const db = tables<PlanRows>(ctx);
  const common = { area: ctx.actor.area, body: ctx.actor.body, class: "public", recorded_at: ctx.now, recorded_by: ctx.actor.id };
  await db.insertInto("plan_release").values({ ...release, ...common }).execute();
  const rows = [...standings].map(([target, standing]) => ({ release: release.id, target, standing: JSON.stringify(standing), ...common }));
  for (let at = 0; at < rows.length; at += 500) await db.insertInto("plan_released_standing").values(rows.slice(at, at + 500)).execute();
}
