import { v7 as uuid } from "uuid";
import { record } from "../../base/audit/audit.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import { notFound, Problem } from "../../base/errors/problem.ts";
import { announce } from "../../base/http/events.ts";
import type { Said } from "../../base/text/text.ts";
import {
  type CityRow, type DivisionRow, insertMember, lockMembers, type MemberRow, selectBodies, selectBody, selectCity, selectDivision,
  selectDivisions, selectMember, selectMembers, selectPosts,
} from "./queries.ts";
import { areaFor, dayIn, isWithin } from "./registry.ts";
import { type Granted, isRole, roles } from "./roles.ts";
import type { Body, Division, Me, Member, MemberIn } from "./schema.ts";
import { text } from "./text.ts";

interface ListQuery {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  readonly known_at?: string | undefined;
}
interface PageOf<T> {
  items: T[];
  next: string | null;
}

const nameOf = (row: { name_zh: string; name_en: string }): Said => ({ "zh-CN": row.name_zh, en: row.name_en });

/** One more than asked for tells whether there is a next page. */
const paged = <Row, T>(rows: readonly Row[], limit: number, key: (row: Row) => string, show: (row: Row) => T): PageOf<T> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), next: rows.length > limit && last !== undefined ? key(last) : null };
};

const asked = ({ after, limit = 100, known_at }: ListQuery) => ({
  after, limit: limit + 1, knownAt: known_at === undefined ? undefined : new Date(known_at),
});

export async function getCity(ctx: Ctx): Promise<CityRow> {
  const city = await selectCity(ctx);
  if (!city) throw new Problem(503, "no-city", text.noCity);
  return city;
}

export async function getDivision(ctx: Ctx, code: string): Promise<DivisionRow> {
  const row = await selectDivision(ctx, code);
  if (!row) throw notFound(text.division, code);
  return row;
}

/** Path of the city's own division: 330000.330800 */
export const getCityPath = async (ctx: Ctx): Promise<string> => (await getDivision(ctx, (await getCity(ctx)).division)).path;

/** Area that rows about this division carry: its own path, or the city's where it lies above the city. */
export async function getArea(ctx: Ctx, division: string): Promise<string> {
  return areaFor((await getDivision(ctx, division)).path, await getCityPath(ctx));
}

export async function getMe(ctx: Ctx): Promise<Me> {
  const { actor } = ctx;
  const city = await getCity(ctx);
  return {
    signed_in: actor.id !== "public",
    name: actor.name,
    role: actor.role,
    permissions: [...actor.permissions].sort(),
    area: actor.area,
    body: actor.body,
    city: { id: city.city, name: nameOf(city), division: city.division },
    today: dayIn(city.time_zone, ctx.now),
  };
}

const showDivision = (row: DivisionRow): Division => ({
  code: row.code,
  path: row.path,
  name: nameOf(row),
  level: row.level as Division["level"],
  members: row.members,
  valid_from: row.valid_from,
  valid_to: row.valid_to,
  note: row.note as Said | null,
  source: row.source,
});

export async function findDivisions(ctx: Ctx, query: ListQuery = {}): Promise<PageOf<Division>> {
  return paged(await selectDivisions(ctx, asked(query)), query.limit ?? 100, (row) => row.code, showDivision);
}

export async function findBodies(ctx: Ctx, query: ListQuery = {}): Promise<PageOf<Body>> {
  const rows = await selectBodies(ctx, asked(query));
  const posts = await selectPosts(ctx, rows.map((row) => row.code), asked(query).knownAt);
  return paged(rows, query.limit ?? 100, (row) => row.code, (row) => ({
    code: row.code,
    name: nameOf(row),
    kind: row.kind as Body["kind"],
    division: row.division,
    parent: row.parent,
    duties: row.duties as Said[],
    posts: posts.filter((post) => post.of_body === row.code && !post.ends)
      .sort((a, b) => a.position - b.position).map((post) => ({ "zh-CN": post.title_zh, en: post.title_en })),
    note: row.note as Said | null,
    source: row.source,
  }));
}

const showMember = (row: MemberRow): Member => ({
  user_id: row.user_id,
  role: row.role,
  area: row.area,
  body: row.body,
  classes: row.classes,
  recorded_at: row.recorded_at.toISOString(),
  recorded_by: row.recorded_by,
});

export async function findMembers(ctx: Ctx, query: ListQuery = {}): Promise<PageOf<Member>> {
  return paged(await selectMembers(ctx, asked(query)), query.limit ?? 100, (row) => row.user_id, showMember);
}

/** What a user was granted; signing in asks it with the auth role, before there is an actor. */
export const findMember = (ctx: Ctx, userId: string): Promise<Granted | undefined> => selectMember(ctx, userId);

/** Gives a user a role over a division of the actor's own area, or takes it away (role "none"). */
export async function grantRole(ctx: Ctx, wanted: MemberIn): Promise<Member> {
  const { user_id, role, body = null } = wanted;
  const city = await getCity(ctx);
  const area = await getArea(ctx, wanted.division ?? city.division);
  if (!isWithin(area, ctx.actor.area)) {
    throw new Problem(403, "outside-area", text.outside, { values: { division: wanted.division ?? city.division } });
  }
  if (role === "clerk" && body === null) throw new Problem(422, "clerk-needs-body", text.clerkNeedsBody);
  if (body !== null && !(await selectBody(ctx, body))) throw new Problem(422, "no-body", text.noBody, { values: { code: body } });
  await lockMembers(ctx);
  const cityPath = await getCityPath(ctx);
  if (role !== "administrator" || area !== cityPath || body !== null) await keepOneAdministrator(ctx, user_id, cityPath);
  const row = {
    id: uuid(),
    user_id,
    role,
    classes: isRole(role) ? [...roles[role].classes] : ["public"],
    area,
    body,
    class: "internal" as const,
    recorded_at: ctx.now,
    recorded_by: ctx.actor.id,
  };
  await insertMember(ctx, row);
  await record(ctx, "registry.grant", user_id, { role, area, body });
  await announce(ctx, "registry");
  return showMember({ ...row, recorded_at: ctx.now });
}

/** A city without an administrator of the whole of it could not be given one again through its own pages. */
async function keepOneAdministrator(ctx: Ctx, userId: string, cityPath: string): Promise<void> {
  const whole = (await selectMembers(ctx)).filter(({ role, area, body }) => role === "administrator" && area === cityPath && body === null);
  if (whole.length === 1 && whole[0]?.user_id === userId) throw new Problem(409, "last-administrator", text.lastAdministrator);
}
