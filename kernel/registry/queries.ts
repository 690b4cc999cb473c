import { type Insertable, type Selectable, sql } from "kysely";
import { type Ctx, tables } from "../../base/db/ctx.ts";
import type { RegistryRows } from "./rows.ts";

// The only SQL of this noun. Rows are appended; the newest row of a key counts (id, a UUID v7, settles rows of one moment).

export type CityRow = Selectable<RegistryRows["registry_city"]>;
export type DivisionRow = Selectable<RegistryRows["registry_division"]>;
export type BodyRow = Selectable<RegistryRows["registry_body"]>;
export type PostRow = Selectable<RegistryRows["registry_post"]>;
export type MemberRow = Selectable<RegistryRows["registry_member"]>;

export interface Page {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  /** As known at this moment. */
  readonly knownAt?: Date | undefined;
}

const everything = 1_000_000;

export async function selectCity(ctx: Ctx, knownAt?: Date): Promise<CityRow | undefined> {
  let query = tables<RegistryRows>(ctx).selectFrom("registry_city").selectAll();
  if (knownAt) query = query.where("recorded_at", "<=", knownAt);
  return await query.orderBy("recorded_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
}

export async function selectDivisions(ctx: Ctx, { after, limit = everything, knownAt }: Page = {}): Promise<DivisionRow[]> {
  let query = tables<RegistryRows>(ctx).selectFrom("registry_division").selectAll().distinctOn("code");
  if (after !== undefined) query = query.where("code", ">", after);
  if (knownAt) query = query.where("recorded_at", "<=", knownAt);
  return await query.orderBy("code").orderBy("recorded_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

export async function selectDivision(ctx: Ctx, code: string): Promise<DivisionRow | undefined> {
  return await tables<RegistryRows>(ctx).selectFrom("registry_division").selectAll()
    .where("code", "=", code).orderBy("recorded_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
}

export async function selectBodies(ctx: Ctx, { after, limit = everything, knownAt }: Page = {}): Promise<BodyRow[]> {
  let query = tables<RegistryRows>(ctx).selectFrom("registry_body").selectAll().distinctOn("code");
  if (after !== undefined) query = query.where("code", ">", after);
  if (knownAt) query = query.where("recorded_at", "<=", knownAt);
  return await query.orderBy("code").orderBy("recorded_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

export async function selectBody(ctx: Ctx, code: string): Promise<BodyRow | undefined> {
  return await tables<RegistryRows>(ctx).selectFrom("registry_body").selectAll()
    .where("code", "=", code).orderBy("recorded_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
}

/** The newest row of every post of these bodies, ended ones included. */
export async function selectPosts(ctx: Ctx, bodies: readonly string[], knownAt?: Date): Promise<PostRow[]> {
  if (bodies.length === 0) return [];
  let query = tables<RegistryRows>(ctx).selectFrom("registry_post").selectAll().distinctOn(["of_body", "title_zh"]).where("of_body", "in", bodies);
  if (knownAt) query = query.where("recorded_at", "<=", knownAt);
  return await query.orderBy("of_body").orderBy("title_zh").orderBy("recorded_at", "desc").orderBy("id", "desc").execute();
}

export async function selectMember(ctx: Ctx, userId: string): Promise<MemberRow | undefined> {
  return await tables<RegistryRows>(ctx).selectFrom("registry_member").selectAll()
    .where("user_id", "=", userId).orderBy("recorded_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
}

export async function selectMembers(ctx: Ctx, { after, limit = everything }: Page = {}): Promise<MemberRow[]> {
  let query = tables<RegistryRows>(ctx).selectFrom("registry_member").selectAll().distinctOn("user_id");
  if (after !== undefined) query = query.where("user_id", ">", after);
  return await query.orderBy("user_id").orderBy("recorded_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** Makes changes of membership of this city follow one another: two that each leave the other as last administrator cannot both pass. */
export async function lockMembers(ctx: Ctx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('registry_member ' || current_schema()))`.execute(tables<RegistryRows>(ctx));
}

export const insertCity = async (ctx: Ctx, row: Insertable<RegistryRows["registry_city"]>): Promise<void> => {
  await tables<RegistryRows>(ctx).insertInto("registry_city").values(row).execute();
};

export const insertMember = async (ctx: Ctx, row: Insertable<RegistryRows["registry_member"]>): Promise<void> => {
  await tables<RegistryRows>(ctx).insertInto("registry_member").values(row).execute();
};

// PostgreSQL takes 65535 parameters in one statement.
const rows_a_statement = 2000;

async function insertMany<Row>(rows: readonly Row[], insert: (batch: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += rows_a_statement) await insert(rows.slice(at, at + rows_a_statement));
}

export async function insertDivisions(ctx: Ctx, rows: readonly Insertable<RegistryRows["registry_division"]>[]): Promise<void> {
  await insertMany(rows, (batch) => tables<RegistryRows>(ctx).insertInto("registry_division").values(batch).execute());
}

export async function insertBodies(ctx: Ctx, rows: readonly Insertable<RegistryRows["registry_body"]>[]): Promise<void> {
  await insertMany(rows, (batch) => tables<RegistryRows>(ctx).insertInto("registry_body").values(batch).execute());
}

export async function insertPosts(ctx: Ctx, rows: readonly Insertable<RegistryRows["registry_post"]>[]): Promise<void> {
  await insertMany(rows, (batch) => tables<RegistryRows>(ctx).insertInto("registry_post").values(batch).execute());
}
