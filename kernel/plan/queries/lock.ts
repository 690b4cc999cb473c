import { sql } from "kysely";
import type { Ctx } from "../../../base/db/ctx.ts";

/** Makes writing acts on a city's plan follow one another: whoever waits here decides on what the one before has kept. */
export async function lockPlan(ctx: Ctx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('plan ' || current_schema()))`.execute(ctx.db);
}
