import path from "node:path";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicActor, systemActor } from "../../base/db/actors.ts";
import { transact } from "../../base/db/transact.ts";
import { type TestCity, testCity } from "../../base/db/testing.ts";
import { findBodies, findDivisions, findMember, findMembers, getArea, getMe, grantRole } from "./acts.ts";
import { getCityFolder } from "./folder.ts";
import { loadBodies, loadCity, loadDivisions } from "./load.ts";
import { insertDivisions } from "./queries.ts";
import { actorOf } from "./roles.ts";

const quzhou = path.resolve(import.meta.dirname, "../../cities/quzhou");
const folder = getCityFolder(quzhou);
const cityPath = folder.path;
let city: TestCity;

beforeAll(async () => {
  city = await testCity();
  await city.act((ctx) => loadCity(ctx, folder), systemActor(cityPath), { now: new Date("2021-03-01T00:00:00Z") });
});
afterAll(() => city.end());

const admin = actorOf({ user_id: "admin", role: "administrator", area: cityPath, body: null, classes: ["public", "internal", "personal"] }, "example");

describe("loading a city folder", () => {
  test("a second time nothing is added", async () => {
    const again = await city.act((ctx) => loadCity(ctx, folder));
    expect(again).toEqual({
      city: false,
      divisions: { added: 0, changed: 0, unchanged: folder.divisions.length },
      bodies: { added: 0, changed: 0, unchanged: folder.bodies.length },
    });
  });

  test("a change is appended, and what was known before stays readable", async () => {
    const renamed = folder.divisions.map((division) => (division.code === "qz_nankong" ? { ...division, name: { ...division.name, en: "Nankong" } } : division));
    const loaded = await city.act((ctx) => loadDivisions(ctx, renamed), undefined, { now: new Date("2022-01-01T00:00:00Z") });
    expect(loaded).toEqual({ added: 0, changed: 1, unchanged: folder.divisions.length - 1 });
    const nameAt = async (known_at?: string) =>
      (await city.act((ctx) => findDivisions(ctx, { known_at }))).items.find((division) => division.code === "qz_nankong")?.name.en;
    expect(await nameAt()).toBe("Nankong");
    expect(await nameAt("2021-06-01T00:00:00Z")).toBe("Nankong Old Town");
    expect(await nameAt("2020-06-01T00:00:00Z")).toBeUndefined();
  });

  test("a post no longer named ends, and comes back when named again", async () => {
    const posts = async () => (await city.act((ctx) => findBodies(ctx, { limit: 1000 }))).items.find((body) => body.code === "qz-tjj")?.posts.map((post) => post["zh-CN"]);
    const fewer = folder.bodies.map((body) => (body.code === "qz-tjj" ? { ...body, posts: body.posts.slice(0, 1) } : body));
    await city.act((ctx) => loadBodies(ctx, fewer), undefined, { now: new Date("2022-02-01T00:00:00Z") });
    expect(await posts()).toEqual(["局长"]);
    await city.act((ctx) => loadBodies(ctx, folder.bodies), undefined, { now: new Date("2022-03-01T00:00:00Z") });
    expect(await posts()).toEqual(["局长", "副局长"]);
  });

  test("another city is refused", async () => {
    await expect(city.act((ctx) => loadCity(ctx, { ...folder, city: { ...folder.city, id: "example" } }))).rejects.toMatchObject({ code: "another-city" });
  });
});

describe("reading", () => {
  test("anyone sees the city, the divisions and the bodies", async () => {
    const me = await city.act((ctx) => getMe(ctx), publicActor(cityPath), { now: new Date("2025-12-31T16:30:00Z") });
    expect(me).toMatchObject({ signed_in: false, role: "public", permissions: [], city: { id: "quzhou", name: { "zh-CN": "衢州市" }, division: "330800" }, today: "2026-01-01" });
    const { items } = await city.act((ctx) => findDivisions(ctx), publicActor(cityPath));
    expect(items).toHaveLength(folder.divisions.length);
    expect(items.find((division) => division.code === "330000")?.path).toBe("330000");
  });

  test("lists page by key without loss or repetition", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await city.act((ctx) => findBodies(ctx, { limit: 7, after }), publicActor(cityPath));
      seen.push(...page.items.map((body) => body.code));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(folder.bodies.map((body) => body.code).toSorted());
  });

  test("the area of a row about the province is the city's", async () => {
    expect(await city.act((ctx) => getArea(ctx, "330000"))).toBe(cityPath);
    expect(await city.act((ctx) => getArea(ctx, "330881"))).toBe(`${cityPath}.330881`);
    await expect(city.act((ctx) => getArea(ctx, "110000"))).rejects.toMatchObject({ status: 404 });
  });
});

describe("what is not public", () => {
  test("is seen inside its area by those who may see its class, and by nobody else", async () => {
    await city.act(async (ctx) => {
      await insertDivisions(ctx, [{
        id: uuid(), code: "qz_inside", path: `${cityPath}.330802.qz_inside`, level: "zone", name_zh: "例", name_en: "example", members: [], source: "example",
        area: `${cityPath}.330802`, body: null, class: "internal", recorded_at: ctx.now, recorded_by: ctx.actor.id,
      }]);
    });
    const reader = (area: string) => actorOf({ user_id: "r", role: "reader", area, body: null, classes: ["public", "internal"] }, "example");
    const sees = async (actor: Parameters<TestCity["act"]>[1]) => (await city.act((ctx) => findDivisions(ctx), actor)).items.some((division) => division.code === "qz_inside");
    expect(await sees(reader(cityPath))).toBe(true);
    expect(await sees(reader(`${cityPath}.330802`))).toBe(true);
    expect(await sees(reader(`${cityPath}.330881`))).toBe(false);
    expect(await sees(publicActor(cityPath))).toBe(false);
    expect(await sees(actorOf({ user_id: "p", role: "none", area: cityPath, body: null, classes: ["public"] }, "example"))).toBe(false);
  });
});

describe("members", () => {
  test("the newest row of a user counts; signing in reads it with the auth role", async () => {
    await city.act((ctx) => grantRole(ctx, { user_id: "admin", role: "administrator" }));
    await city.act((ctx) => grantRole(ctx, { user_id: "u1", role: "clerk", division: "330802", body: "qz-kcq" }), admin);
    await city.act((ctx) => grantRole(ctx, { user_id: "u1", role: "reader" }), admin);
    const found = await transact(city.database.pool.auth, city.schema, publicActor(cityPath), {}, (ctx) => findMember(ctx, "u1"));
    expect(found).toMatchObject({ role: "reader", area: cityPath, body: null, classes: ["public", "internal"] });
    const { items } = await city.act((ctx) => findMembers(ctx), admin);
    expect(items.map((member) => [member.user_id, member.role])).toEqual([["admin", "administrator"], ["u1", "reader"]]);
  });

  test("the public sees no member", async () => {
    expect((await city.act((ctx) => findMembers(ctx), publicActor(cityPath))).items).toEqual([]);
  });

  test("nobody grants more ground than they stand on, also past the act's own question", async () => {
    const countyAdmin = { ...admin, id: "county", area: `${cityPath}.330802` };
    await expect(city.act((ctx) => grantRole(ctx, { user_id: "u2", role: "reader", division: "330881" }), countyAdmin)).rejects.toMatchObject({ code: "outside-area" });
    await expect(city.act((ctx) => loadDivisions(ctx, folder.divisions.map((division) => ({ ...division, source: "other" }))), publicActor(`${cityPath}.330802`))).rejects.toThrow(/row-level security/);
  });

  test("a clerk has a body, a body exists, and the last administrator stays", async () => {
    const grant = (wanted: Parameters<typeof grantRole>[1]) => city.act((ctx) => grantRole(ctx, wanted), admin);
    await expect(grant({ user_id: "u3", role: "clerk" })).rejects.toMatchObject({ code: "clerk-needs-body" });
    await expect(grant({ user_id: "u3", role: "clerk", body: "qz-xx" })).rejects.toMatchObject({ code: "no-body" });
    await expect(grant({ user_id: "admin", role: "none" })).rejects.toMatchObject({ code: "last-administrator" });
    await expect(grant({ user_id: "admin", role: "administrator", division: "330802" })).rejects.toMatchObject({ code: "last-administrator" });
    await grant({ user_id: "u4", role: "administrator" });
    expect(await grant({ user_id: "admin", role: "none" })).toMatchObject({ role: "none", classes: ["public"] });
  });

  test("rows are never changed or taken away", async () => {
    await expect(city.database.pool.app.query(`UPDATE "${city.schema}".registry_member SET role = 'administrator'`)).rejects.toThrow(/permission denied/);
    await expect(city.database.pool.app.query(`DELETE FROM "${city.schema}".registry_division`)).rejects.toThrow(/permission denied/);
    await expect(city.database.pool.auth.query(`INSERT INTO "${city.schema}".registry_member SELECT * FROM "${city.schema}".registry_member`)).rejects.toThrow(/permission denied/);
  });
});
