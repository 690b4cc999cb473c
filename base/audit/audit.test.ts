import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "kysely";
import { testCity, type TestCity } from "../db/testing.ts";
import { record } from "./audit.ts";
import { sealBatch, verifyChain } from "./queries.ts";

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
});
afterAll(async () => await city.end());

const seal = () => sealBatch(city.database.pool.worker, city.schema);
const verify = () => verifyChain(city.database.pool.worker, city.schema);
const tamper = (statement: string) => city.database.pool.migrator.query(`SET search_path = "${city.schema}"; ${statement}; RESET search_path`);

test("acts are chained in batches, the tail not yet sealed is counted", async () => {
  for (let n = 0; n < 3; n += 1) await city.act((ctx) => record(ctx, "test.act", `object ${n}`, { n }));
  expect(await verify()).toMatchObject({ seals: 0, sealed: 0, unsealed: 3, broken: null });
  expect(await seal()).toBe(3);
  await city.act((ctx) => record(ctx, "test.act", "object 3"));
  expect(await seal()).toBe(1);
  expect(await seal()).toBe(0);
  expect(await verify()).toMatchObject({ seals: 2, sealed: 4, unsealed: 0, broken: null });
});

test("an act that fails leaves no audit row", async () => {
  const before = await verify();
  await expect(city.act(async (ctx) => {
    await record(ctx, "test.act", "undone");
    throw new Error("undone");
  })).rejects.toThrow("undone");
  expect(await verify()).toEqual(before);
});

test("no role of the program may change or remove a record", async () => {
  for (const statement of ["UPDATE audit_entry SET act = 'x'", "DELETE FROM audit_entry", "DELETE FROM audit_seal"]) {
    await expect(city.act((ctx) => sql.raw(statement).execute(ctx.db))).rejects.toThrow("permission denied");
  }
});

test("verify names the seal where a record was changed, removed or slipped in", async () => {
  await tamper("UPDATE audit_entry SET object = 'other' WHERE object = 'object 1'");
  expect((await verify()).broken).toEqual({ seal: 1, reason: "hash" });
  await tamper("UPDATE audit_entry SET object = 'object 1' WHERE object = 'other'");
  expect((await verify()).broken).toBeNull();
  await tamper("INSERT INTO audit_entry SELECT gen_random_uuid(), at, actor, role, act, object, detail, area, body, class FROM audit_entry LIMIT 1");
  expect((await verify()).broken).toEqual({ seal: 2, reason: "unchained" });
  await tamper("DELETE FROM audit_entry WHERE object = 'object 3'");
  expect((await verify()).broken).toEqual({ seal: 2, reason: "missing" });
});
