import { v7 as uuid } from "uuid";
import type { Ctx, DataClass } from "../db/ctx.ts";
import { insertEntry } from "./queries.ts";

/**
 * Writes the audit row of an act, in the act's own transaction.
 * @param act what was done, noun.verb: facts.record
 * @param object what it was done to: an id, a code, or a count for a batch
 */
export async function record(ctx: Ctx, act: string, object: string, detail: object = {}, dataClass: DataClass = "internal"): Promise<void> {
  const { actor } = ctx;
  await insertEntry(ctx, {
    id: uuid(),
    at: ctx.now,
    actor: actor.id,
    role: actor.role,
    act,
    object,
    detail: JSON.stringify(detail),
    area: actor.area,
    body: actor.body,
    class: dataClass,
  });
}
