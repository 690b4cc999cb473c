import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { v7 as uuid } from "uuid";

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
const table = (schema: string): string => `"${schema.replaceAll('"', '""')}".auth_token`;

/** Makes a token; it is shown once and cannot be read again. */
export async function issueToken(auth: pg.Pool, schema: string, grant: TokenGrant, days: number, now: Date): Promise<string> {
  const token = prefix + randomBytes(24).toString("base64url");
  const until = new Date(now.getTime() + days * 86_400_000);
  await auth.query(
    `INSERT INTO ${table(schema)} (id, sha256, name, role, area, body, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [uuid(), hashed(token), grant.name, grant.role, grant.area, grant.body, now, until],
  );
  return token;
}

/** The holder of a token that is known and has not run out, or undefined. */
export async function findBearer(auth: pg.Pool, schema: string, token: string, now: Date): Promise<Bearer | undefined> {
  if (!token.startsWith(prefix)) return undefined;
  const { rows } = await auth.query<Bearer>(`SELECT id, name, role, area, body FROM ${table(schema)} WHERE sha256 = $1 AND expires_at > $2`, [hashed(token), now]);
  return rows[0];
}
