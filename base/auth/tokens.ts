import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { v7 as uuid } from "uuid";
import { insertToken, selectBearer } from "./queries.ts";

/** What a token lets its holder act as. */
export interface TokenGrant {
  readonly name: string;
  readonly role: string;
  readonly area: string;
  readonly body: string | null;
}

export interface Bearer extends TokenGrant {
  readonly id: string;
}

const prefix = "gj_";
const hashed = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Makes a token; it is shown once and cannot be read again. */
export async function issueToken(auth: pg.Pool, schema: string, grant: TokenGrant, days: number, now: Date): Promise<string> {
  const token = prefix + randomBytes(24).toString("base64url");
  await insertToken(auth, schema, { id: uuid(), sha256: hashed(token), ...grant, created_at: now, expires_at: new Date(now.getTime() + days * 86_400_000) });
  return token;
}

/** The holder of a token that is known and has not run out, or undefined. */
export const findBearer = async (auth: pg.Pool, schema: string, token: string, now: Date): Promise<Bearer | undefined> =>
  token.startsWith(prefix) ? await selectBearer(auth, schema, hashed(token), now) : undefined;
