import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicActor } from "../../../base/db/actors.ts";
import { type TestCity, testArea, testCity } from "../../../base/db/testing.ts";
import { loadDivisions } from "../../registry/load.ts";
import { loadIndicators } from "../indicator/load.ts";
import { findObservations } from "./read.ts";
import { bodyPlaces, recordObservations } from "./record.ts";
import { releaseObservations } from "./release.ts";

const said = (zh: string, en: string) => ({ "zh-CN": zh, en });

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
  await city.act(async (ctx) => {
    await loadDivisions(ctx, [
      { code: "330000", level: "province", parent: null, name: said("浙江省", "Zhejiang"), source: "GB/T 2260", path: "330000" },
      { code: "330800", level: "prefecture", parent: "330000", name: said("衢州市", "Quzhou"), source: "GB/T 2260", path: testArea },
    ]);
    await loadIndicators(ctx, [{ code: "gdp", name: said("地区生产总值", "Gross regional product"), unit: "亿元", direction: "up", kind: "flow" }]);
  });
});
afterAll(() => city.end());

const minute = (n: number): Date => new Date(Date.UTC(2026, 0, 1, 0, n));

interface Kept {
  readonly id: string;
  readonly period: string;
  readonly value: number;
  readonly at: number;
  releasedAt: number | null;
}

/** One act a minute: a figure for a period, corrected where one stands, sometimes released, sometimes not. */
const acts = fc.array(fc.record({ period: fc.constantFrom("2021", "2022", "2023-Q1"), value: fc.integer({ min: 1, max: 1000 }), release: fc.boolean() }), { minLength: 1, maxLength: 8 });

test("what was known at any minute, within and outside, equals a slow model", { timeout: 60_000 }, async () => {
  let run = 0;
  await fc.assert(fc.asyncProperty(acts, fc.array(fc.nat({ max: 20 }), { minLength: 3, maxLength: 3 }), async (given, moments) => {
    run += 1;
    const scope = `run ${run}`;
    const kept: Kept[] = [];
    for (const [at, { period, value, release }] of given.entries()) {
      const standing = kept.findLast((each) => each.period === period);
      if (standing?.value === value) continue;
      const [id = ""] = await city.act((ctx) => recordObservations(ctx, [{
        indicator: "gdp", division: "330800", scope, period, value, status: "final", source: { title: "example" }, ...(standing && { supersedes: standing.id }),
      }], { at: bodyPlaces(true) }), undefined, { now: minute(at * 2) });
      const mine: Kept = { id, period, value, at: at * 2, releasedAt: release ? at * 2 + 1 : null };
      kept.push(mine);
      if (release) await city.act((ctx) => releaseObservations(ctx, [id], null), undefined, { now: minute(at * 2 + 1) });
    }
    const modelled = (known: number, since: (each: Kept) => number | null) => {
      const visible = kept.filter((each) => (since(each) ?? Number.POSITIVE_INFINITY) <= known);
      return [...new Set(visible.map((each) => each.period))].map((period) => visible.findLast((each) => each.period === period)?.id).sort();
    };
    for (const known of [...moments, given.length * 2]) {
      const ask = async (outside: boolean) => {
        const { items } = await city.act((ctx) => findObservations(ctx, { indicator: "gdp", known_at: minute(known).toISOString(), limit: 1000 }), outside ? publicActor(testArea) : undefined);
        return items.filter((each) => each.scope === scope).map((each) => each.id).sort();
      };
      expect(await ask(false)).toEqual(modelled(known, (each) => each.at));
      expect(await ask(true)).toEqual(modelled(known, (each) => each.releasedAt));
    }
  }), { numRuns: 10 });
});
