import type { Insertable, Selectable } from "kysely";
import { type Ctx, tables } from "../../base/db/ctx.ts";
import type { MapRows } from "./rows.ts";

// The only SQL of this noun. Shapes are appended; the newest of a division counts.

export type ShapeRow = Selectable<MapRows["map_shape"]>;

export async function selectShapes(ctx: Ctx, knownAt?: Date): Promise<ShapeRow[]> {
  let query = tables<MapRows>(ctx).selectFrom("map_shape").selectAll().distinctOn("division");
  if (knownAt) query = query.where("recorded_at", "<=", knownAt);
  return await query.orderBy("division").orderBy("recorded_at", "desc").orderBy("id", "desc").execute();
}

export async function insertShapes(ctx: Ctx, rows: readonly Insertable<MapRows["map_shape"]>[]): Promise<void> {
  await tables<MapRows>(ctx).insertInto("map_shape").values(rows).execute();
}
