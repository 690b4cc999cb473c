import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicActor, systemActor } from "./actors.ts";
import type { Actor } from "./ctx.ts";
import { testArea, type TestCity, testCity } from "./testing.ts";
import { transact } from "./transact.ts";

let city: TestCity;
const owner = (statement: string) => city.database.pool.migrator.query(`SET search_path = "${city.schema}"; ${statement}; RESET search_path`);
const policy = "area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree";

beforeAll(async () => {
  city = await testCity();
  await owner(`CREATE TABLE test_row (id int PRIMARY KEY, area public.ltree NOT NULL, class text NOT NULL);
    ALTER TABLE test_row ENABLE ROW LEVEL SECURITY;
    CREATE POLICY test_row_read ON test_row FOR SELECT TO gangju_app USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ',')) AND ${policy});
    CREATE POLICY test_row_write ON test_row FOR INSERT TO gangju_app WITH CHECK (${policy});
    GRANT SELECT, INSERT ON test_row TO gangju_app`);
  await owner(`INSERT INTO test_row VALUES (1, '${testArea}', 'public'), (2, '${testArea}.330802', 'internal'), (3, '330000.330700', 'public'), (4, '${testArea}', 'personal')`);
});
afterAll(async () => await city.end());

const seen = async (actor?: Actor): Promise<number[]> =>
  await city.act(async (ctx) => (await sql<{ id: number }>`SELECT id FROM test_row ORDER BY id`.execute(ctx.db)).rows.map((row) => row.id), actor);
const insert = (id: number, area = testArea, actor?: Actor) => city.act((ctx) => sql`INSERT INTO test_row VALUES (${id}, ${area}::public.ltree, 'public')`.execute(ctx.db), actor);

test("each actor sees the rows of its area and classes, and writes only into its area", async () => {
  expect(await seen()).toEqual([1, 2, 4]);
  expect(await seen(publicActor(testArea))).toEqual([1]);
  expect(await seen({ ...systemActor(`${testArea}.330802`), classes: ["public", "internal"] })).toEqual([2]);
  await expect(insert(9, "330000.330700")).rejects.toMatchObject({ code: "42501" });
});

test("who acted leaves nothing on the connection: the next one without an actor sees no row", async () => {
  await seen();
  for (let n = 0; n < 20; n += 1) {
    const { rows } = await city.database.pool.app.query<{ n: string }>(`SELECT count(*) AS n FROM "${city.schema}".test_row`);
    expect(rows[0]?.n).toBe("0");
  }
});

test("values of an actor cannot leave their quotes", async () => {
  const odd = "x'; DROP TABLE test_row; --";
  expect(await seen({ ...systemActor(testArea), id: odd, body: odd, classes: ["public"] })).toEqual([1]);
  const kept = await city.act(async (ctx) => (await sql<{ actor: string }>`SELECT current_setting('app.actor') AS actor`.execute(ctx.db)).rows[0]?.actor, { ...systemActor(testArea), id: odd });
  expect(kept).toBe(odd);
});

test("an act that throws keeps nothing, and its connection is fit for the next", async () => {
  await expect(city.act(async (ctx) => {
    await sql`INSERT INTO test_row VALUES (5, ${testArea}::public.ltree, 'public')`.execute(ctx.db);
    throw new Error("undone");
  })).rejects.toThrow("undone");
  await expect(city.act(async (ctx) => {
    await sql`INSERT INTO test_row VALUES (5, ${testArea}::public.ltree, 'public')`.execute(ctx.db);
    await sql`SELECT 1 / 0`.execute(ctx.db);
  })).rejects.toMatchObject({ code: "22012" });
  expect(await seen()).not.toContain(5);
});

test("an act that swallowed a failure of the database is not taken for done", async () => {
  await expect(city.act(async (ctx) => {
    await sql`INSERT INTO test_row VALUES (6, ${testArea}::public.ltree, 'public')`.execute(ctx.db);
    await sql`SELECT 1 / 0`.execute(ctx.db).catch(() => {});
    return "done";
  })).rejects.toMatchObject({ code: "not-committed" });
  expect(await seen()).not.toContain(6);
});

test("a reading act cannot write", async () => {
  await expect(transact(city.database.pool.app, city.schema, systemActor(testArea), { readOnly: true }, (ctx) => sql`INSERT INTO test_row VALUES (7, ${testArea}::public.ltree, 'public')`.execute(ctx.db))).rejects.toMatchObject({ code: "25006" });
});

test("a connection that is lost in the middle of an act is thrown away, and the pool goes on", async () => {
  await expect(city.act(async (ctx) => {
    await sql`INSERT INTO test_row VALUES (8, ${testArea}::public.ltree, 'public')`.execute(ctx.db);
    await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(ctx.db);
  })).rejects.toThrow(/terminat/);
  for (let n = 0; n < 20; n += 1) expect(await seen()).not.toContain(8);
});

test("dates and exact numbers arrive as they are", async () => {
  const row = await city.act(async (ctx) => (await sql<Record<string, unknown>>`SELECT date '2025-12-31' AS day, 0.1::numeric + 0.2 AS sum, 9007199254740993::int8 AS big`.execute(ctx.db)).rows[0]);
  expect(row).toEqual({ day: "2025-12-31", sum: "0.3", big: "9007199254740993" });
});
