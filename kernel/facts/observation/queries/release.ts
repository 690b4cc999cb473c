import { sql } from "kysely";
import type { Ctx } from "../../../../base/db/ctx.ts";
import type { ObservationRow } from "./source.ts";

export interface ToRelease extends ObservationRow {
  readonly area: string;
  readonly body: string | null;
  /** The newest figure of the same cell. */
  readonly newest: string;
}

/** These figures, with when they became public and what corrects them. */
export async function selectToRelease(ctx: Ctx, ids: readonly string[]): Promise<ToRelease[]> {
  const { rows } = await sql<ToRelease>`
    SELECT o.*, r.released_on, n.id AS newest FROM facts_observation o
    LEFT JOIN facts_released r ON r.observation = o.id
    CROSS JOIN LATERAL (
      SELECT id FROM facts_observation n
      WHERE n.indicator = o.indicator AND n.division = o.division AND n.scope = o.scope AND n.period = o.period
      ORDER BY n.revision DESC LIMIT 1
    ) n
    WHERE o.id = ANY (${[...ids]}::uuid[])`.execute(ctx.db);
  return rows;
}
