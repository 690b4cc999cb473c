import type pg from "pg";
import { identifier } from "../db/transact.ts";

// The only SQL of sign-in beside that of the sign-in library. The schema is named in each statement: these run outside an act.

const table = (schema: string, name: string): string => `${identifier(schema)}.${name}`;

/** A token as it is kept: its hash, and what it lets its holder act as. */
export interface TokenRow {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly role: string;
  readonly area: string;
  readonly body: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

export async function insertToken(auth: pg.Pool, schema: string, row: TokenRow): Promise<void> {
  await auth.query(
    `INSERT INTO ${table(schema, "auth_token")} (id, sha256, name, role, area, body, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.sha256, row.name, row.role, row.area, row.body, row.created_at, row.expires_at],
  );
}

export async function selectBearer(auth: pg.Pool, schema: string, sha256: string, now: Date): Promise<Pick<TokenRow, "id" | "name" | "role" | "area" | "body"> | undefined> {
  const { rows } = await auth.query<TokenRow>(`SELECT id, name, role, area, body FROM ${table(schema, "auth_token")} WHERE sha256 = $1 AND expires_at > $2`, [sha256, now]);
  return rows[0];
}

export interface SecondFactor {
  readonly id: string;
  readonly secret: string;
  readonly backupCodes: string;
}

/** On the search path of the caller's transaction, as the tables' owner. */
export async function selectSecondFactors(client: pg.ClientBase): Promise<SecondFactor[]> {
  return (await client.query<SecondFactor>('SELECT id, secret, "backupCodes" FROM auth_two_factor')).rows;
}

export async function updateSecondFactor(client: pg.ClientBase, factor: SecondFactor): Promise<void> {
  await client.query('UPDATE auth_two_factor SET secret = $2, "backupCodes" = $3 WHERE id = $1', [factor.id, factor.secret, factor.backupCodes]);
}
