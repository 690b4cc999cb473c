import { v7 as uuid } from "uuid";
import { type Ctx, type DataClass, tables } from "../db/ctx.ts";
import type { AuditRows } from "./rows.ts";

/**
 * Writes the audit row of an act, in the act's own transaction.
 * @param act what was done, noun.verb: facts.record
 * @param object what it was done to: an id, a code, or a count for a batch
 */
export async function record(ctx: Ctx, act: string, object: string, detail: object = {}, dataClass: DataClass = "internal"): Promise<void> {
  const db = tables<AuditRows>(ctx);
  const id = uuid();
  await db
    .insertInto("audit_entry")
    .values({
      id,
      at: ctx.now,
      actor: ctx.actor.id,
      role: ctx.actor.role,
      act,
      object,
      detail: JSON.stringify(detail),
      area: ctx.actor.area,
      body: ctx.actor.body,
      class: dataClass,
    })
    .execute();
  await db.insertInto("audit_unsealed").values({ entry: id }).execute();
}
