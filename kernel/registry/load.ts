import { v7 as uuid } from "uuid";
import { record } from "../../base/audit/audit.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import { Problem } from "../../base/errors/problem.ts";
import type { CityFolder } from "./folder.ts";
import { insertBodies, insertCity, insertDivisions, insertPosts, selectBodies, selectCity, selectDivisions, selectPosts } from "./queries.ts";
import { areaFor } from "./registry.ts";
import type { BodyEntry, PlacedDivision } from "./schema.ts";
import { text } from "./text.ts";

/** What a load did: rows already there as they are were left alone. */
export interface Loaded {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

const kept = (ctx: Ctx, area: string) => ({
  id: uuid(), area, body: null, class: "public" as const, recorded_at: ctx.now, recorded_by: ctx.actor.id,
});

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

/** The content of a row, comparable: what is not content is taken out, keys of objects put in order. */
function contentOf(row: object): string {
  const { id: _id, area: _area, body: _body, class: _class, recorded_at: _at, recorded_by: _by, ...content } = row as Record<string, unknown>;
  const ordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(ordered);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
  };
  return JSON.stringify(ordered(content));
}

/** jsonb comes back parsed, and goes in as text: compare both as parsed. */
const parsed = <T extends object>(row: T, columns: readonly (keyof T)[]): object => ({
  ...row,
  ...Object.fromEntries(columns.map((column) => [column, typeof row[column] === "string" ? (JSON.parse(row[column]) as unknown) : row[column]])),
});

/** Splits what the folder says into rows to append and counts. */
function compare<T extends object>(rows: readonly T[], there: readonly object[], key: (row: object) => string, columns: readonly (keyof T)[]): Loaded & { readonly append: T[] } {
  const known = new Map(there.map((row) => [key(row), contentOf(row)]));
  const append = rows.filter((row) => known.get(key(row)) !== contentOf(parsed(row, columns)));
  const changed = append.filter((row) => known.has(key(row))).length;
  return { append, added: append.length - changed, changed, unchanged: rows.length - append.length };
}

const byCode = (row: object): string => (row as { code: string }).code;

/** Path of the city's own division, before or after its divisions are loaded; the actor's own area where no city is there yet. */
async function cityPath(ctx: Ctx, placed: readonly { readonly code: string; readonly path: string }[]): Promise<string> {
  const city = await selectCity(ctx);
  return placed.find((division) => division.code === city?.division)?.path ?? ctx.actor.area;
}

/** Appends the divisions that are new or changed. */
export async function loadDivisions(ctx: Ctx, divisions: readonly PlacedDivision[]): Promise<Loaded> {
  const own = await cityPath(ctx, divisions);
  const rows = divisions.map((division) => ({
    code: division.code,
    path: division.path,
    level: division.level,
    name_zh: division.name["zh-CN"],
    name_en: division.name.en,
    members: division.members ?? [],
    valid_from: division.valid_from ?? null,
    valid_to: division.valid_to ?? null,
    note: json(division.note),
    source: division.source,
    ...kept(ctx, areaFor(division.path, own)),
  }));
  const { append, ...counts } = compare(rows, await selectDivisions(ctx), byCode, ["note"]);
  if (append.length > 0) await insertDivisions(ctx, append);
  await record(ctx, "registry.load-divisions", String(append.length), counts, "public");
  return counts;
}

/** Appends the bodies and posts that are new or changed; posts no longer named are ended. Divisions are loaded before. */
export async function loadBodies(ctx: Ctx, bodies: readonly BodyEntry[]): Promise<Loaded> {
  const divisions = await selectDivisions(ctx);
  const own = await cityPath(ctx, divisions);
  const paths = new Map(divisions.map((division) => [division.code, division.path]));
  const areaOf = (body: BodyEntry): string => {
    const path = paths.get(body.division);
    if (path === undefined) throw new Problem(422, "no-division", text.noDivision, { values: { code: body.division } });
    return areaFor(path, own);
  };
  const rows = bodies.map((body) => ({
    code: body.code,
    name_zh: body.name["zh-CN"],
    name_en: body.name.en,
    kind: body.kind,
    division: body.division,
    parent: body.parent,
    duties: JSON.stringify(body.duties),
    source: body.source,
    note: json(body.note),
    ...kept(ctx, areaOf(body)),
  }));
  const { append, ...counts } = compare(rows, await selectBodies(ctx), byCode, ["note", "duties"]);
  if (append.length > 0) await insertBodies(ctx, append);
  await loadPosts(ctx, bodies, areaOf);
  await record(ctx, "registry.load-bodies", String(append.length), counts, "public");
  return counts;
}

async function loadPosts(ctx: Ctx, bodies: readonly BodyEntry[], areaOf: (body: BodyEntry) => string): Promise<void> {
  const key = (row: object): string => {
    const { of_body, title_zh } = row as { of_body: string; title_zh: string };
    return `${of_body} ${title_zh}`;
  };
  const rows = bodies.flatMap((body) => body.posts.map((title, position) => ({
    of_body: body.code, title_zh: title["zh-CN"], title_en: title.en, position, ends: false, ...kept(ctx, areaOf(body)),
  })));
  const there = await selectPosts(ctx, bodies.map((body) => body.code));
  const named = new Set(rows.map(key));
  const ended = there.filter((row) => !row.ends && !named.has(key(row))).map((row) => ({ ...row, ...kept(ctx, row.area), ends: true }));
  const append = [...compare(rows, there, key, []).append, ...ended];
  if (append.length > 0) await insertPosts(ctx, append);
}

/** Loads what a city folder says of the city itself, its divisions and its bodies; a second time nothing happens. */
export async function loadCity(ctx: Ctx, folder: CityFolder): Promise<{ city: boolean; divisions: Loaded; bodies: Loaded }> {
  const { city } = folder;
  const row = {
    city: city.id,
    name_zh: city.name["zh-CN"],
    name_en: city.name.en,
    division: city.division,
    language: city.language ?? "zh-CN",
    time_zone: city.time_zone ?? "Asia/Shanghai",
    plan: JSON.stringify(city.plan),
    map_approval_number: city.map.approval_number,
    note: json(city.note),
    ...kept(ctx, folder.path),
  };
  const there = await selectCity(ctx);
  if (there && there.city !== city.id) {
    throw new Problem(409, "another-city", text.cityTwice, { values: { there: there.city, here: city.id } });
  }
  const isNew = !there || contentOf(there) !== contentOf(parsed(row, ["plan", "note"]));
  if (isNew) {
    await insertCity(ctx, row);
    await record(ctx, "registry.load-city", city.id, {}, "public");
  }
  return { city: isNew, divisions: await loadDivisions(ctx, folder.divisions), bodies: await loadBodies(ctx, folder.bodies) };
}
