import { createHash } from "node:crypto";
import type { Ctx } from "../db/ctx.ts";
import { Problem } from "../errors/problem.ts";
import { insertAnswer, selectAnswer } from "./queries.ts";
import { text } from "./text.ts";

/** An answer as it was first given. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly etag: string | null;
}

export function requestHash(method: string, url: string, body: unknown): string {
  return createHash("sha256").update(`${method} ${url}\n${JSON.stringify(body ?? null)}`).digest("hex");
}

/** The answer given before under this key, or undefined; a key used for another request is refused. */
export async function findAnswer(ctx: Ctx, key: string, hash: string): Promise<Answer | undefined> {
  const row = await selectAnswer(ctx, key);
  if (row === undefined) return undefined;
  if (row.request_sha256 !== hash) throw new Problem(422, "idempotency-key-reused", text.keyReused);
  return row.answer as Answer;
}

/** Kept in the act's own transaction: the act and its answer stand or fall together. */
export async function keepAnswer(ctx: Ctx, key: string, hash: string, answer: Answer): Promise<void> {
  await insertAnswer(ctx, { actor: ctx.actor.id, key, request_sha256: hash, status: answer.status, answer: JSON.stringify(answer), at: ctx.now });
}
