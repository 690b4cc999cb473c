import { type Insertable, type Selectable, sql } from "kysely";
import type pg from "pg";
import { type Ctx, tables } from "../db/ctx.ts";
import type { HttpRows } from "./rows.ts";

type AnswerRow = HttpRows["http_idempotency"];

export const selectAnswer = async (ctx: Ctx, key: string): Promise<Pick<Selectable<AnswerRow>, "request_sha256" | "answer"> | undefined> =>
  await tables<HttpRows>(ctx).selectFrom("http_idempotency").select(["request_sha256", "answer"]).where("actor", "=", ctx.actor.id).where("key", "=", key).executeTakeFirst();

export async function insertAnswer(ctx: Ctx, row: Insertable<AnswerRow>): Promise<void> {
  await tables<HttpRows>(ctx).insertInto("http_idempotency").values(row).execute();
}

const channel = "gangju_change";

/** Sent when the transaction commits, with the schema it happened in. */
export async function notify(ctx: Ctx, topic: string): Promise<void> {
  await sql`SELECT pg_notify(${channel}, current_schema() || ' ' || ${topic}::text)`.execute(ctx.db);
}

export async function listen(client: pg.Client): Promise<void> {
  await client.query(`LISTEN ${channel}`);
}
