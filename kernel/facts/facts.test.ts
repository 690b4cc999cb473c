import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestCity, testArea, testCity } from "../../base/db/testing.ts";
import { systemActor } from "../../base/db/actors.ts";
import { Problem } from "../../base/errors/problem.ts";
import { fill } from "../../base/text/text.ts";
import { getCityFolder } from "../registry/folder.ts";
import { loadCity } from "../registry/load.ts";
import { add, compare, divide, exact, fraction, multiply, toDecimal, zero } from "./decimal.ts";
import { loadIndicators } from "./indicator/load.ts";
import { loadFacts, readFacts } from "./load.ts";
import { importFigures } from "./observation/import.ts";
import { readPeriod } from "./observation/period.ts";
import { findObservations } from "./observation/read.ts";
import type { Observation } from "./schema.ts";
import { judgeAll } from "./status/acts.ts";

const folder = path.resolve(import.meta.dirname, "../../cities/quzhou");

describe.skipIf(!existsSync(folder))("the figures of Quzhou", () => {
  let city: TestCity;
  let figures: Observation[];

  const read = readFacts(folder);
  const loaded: { indicators: number; observations: number }[] = [];

  beforeAll(async () => {
    city = await testCity();
    const { value } = read;
    if (value === undefined) return;
    const now = new Date("2026-11-23T01:00:00Z");
    await city.act(async (ctx) => {
      await loadCity(ctx, getCityFolder(folder));
      for (const _twice of [1, 2]) loaded.push(await loadFacts(ctx, value));
    }, systemActor(testArea), { now });
    figures = (await city.act((ctx) => findObservations(ctx, { limit: 1000 }))).items;
  });
  afterAll(() => city.end());

  const of = (indicator: string, division: string, period: string) =>
    exact(figures.find((each) => each.indicator === indicator && each.division === division && each.period === readPeriod(period)?.code)?.value ?? "-1");

  test("the folder has no fault, is loaded whole, and a second time adds nothing", () => {
    expect(read.faults).toEqual([]);
    const [indicators, observations] = [read.value?.indicators.length, read.value?.observations.length];
    expect(loaded).toEqual([{ indicators, observations }, { indicators: 0, observations: 0 }]);
    expect(figures).toHaveLength(observations ?? -1);
  });

  test.each([["330800", "2024"], ["330800", "2023H1"], ["330800", "2022Q1"], ["330800", "2022Q1-Q3"], ["330822", "2020"], ["330822", "2022"]])("%s in %s: the sectors add up to the product", (division, period) => {
    const sectors = ["primary", "secondary", "tertiary"].map((sector) => of(`${sector}_value_added`, division, period)).reduce(add, zero);
    expect(toDecimal(sectors, 6)).toBe(toDecimal(of("gdp", division, period), 6));
  });

  test("good days of 2018: 324 of 365 is 88.8 per cent", () => {
    expect(toDecimal(multiply(divide(of("good_air_days", "330800", "2018"), fraction(365n)), fraction(100n)), 1)).toBe(toDecimal(of("good_air_share", "330800", "2018"), 1));
  });

  test("figures before the census are marked and never judged by", () => {
    const before = figures.filter((each) => each.indicator === "resident_population" && each.division === "330800" && each.period_end < "2020-01-01");
    expect(before.map((each) => each.status)).toEqual(before.map(() => "superseded"));
    expect(before.length).toBeGreaterThan(0);
  });

  test("every figure says where it is from, and is exact in its indicator's unit", () => {
    for (const each of figures) expect([each.source.title === "", /^-?\d+(\.\d+)?$/.test(each.value), each.class]).toEqual([false, true, "public"]);
    expect(figures.find((each) => each.printed === "1542042 万元")?.value).toBe("154.2042");
    expect(figures.filter((each) => each.bound !== "=").map((each) => each.bound).sort()).toEqual(["<=", ">"]);
  });

  test("how the product stands, as of three days", async () => {
    const target = { value: 2500, value_max: null, unit: "亿元", indicator: "生产总值", scope: "全市", measure: "level", comparator: "=", period: "2025", cumulative: false, base: null, reference: null, number: "2500", quote: "全市生产总值达到2500亿元" };
    const stands = (as_of: string, known_at?: Date) => city.act(async (ctx) => {
      const found = await judgeAll(ctx, [{ id: "gdp", target, measured_by: { indicator: "gdp", division: "330800", scope: null } }, { id: "none", target, measured_by: null }], { as_of, known_at, plan_period: "2021/2025" });
      return [found.get("gdp")?.status, found.get("gdp")?.ratio, found.get("none")?.reason];
    });
    expect(await stands("2024-12-31")).toEqual(["at_risk", 0.941154, "not-begun"]);
    expect(await stands("2025-06-30")).toEqual(["at_risk", 0.905677, "no-indicator"]);
    expect(await stands("2026-11-23")).toEqual(["due_unpublished", null, "no-indicator"]);
    // Of 2023 and 2024 the folder does not know when they were published: then, only the plan's own figure of 2020 was known here.
    expect(await stands("2024-12-31", new Date("2024-12-31T15:59:59Z"))).toEqual(["no_data", null, "not-begun"]);
    expect(compare(of("gdp", "330800", "2023"), exact("2125.2"))).toBe(0);
  });
});

const shared = path.resolve(import.meta.dirname, "../../../shared/facts/quzhou-observations.csv");

describe.skipIf(!existsSync(shared) || !existsSync(folder))("a file as offices keep it (../shared/facts, skipped where it is not there)", () => {
  test("every notation is read, targets are left out and said, and a row that cannot be read is named by its line", async () => {
    const city = await testCity();
    const { value } = readFacts(folder);
    const bytes = readFileSync(shared);
    const moment = { now: new Date("2026-11-23T01:00:00Z") };
    await city.act(async (ctx) => {
      await loadCity(ctx, getCityFolder(folder));
      await loadIndicators(ctx, value?.indicators ?? []);
    }, systemActor(testArea), moment);
    const load = (file: Uint8Array | string) => city.act((ctx) => importFigures(ctx, file, "figures.csv"), systemActor(testArea), moment);
    const broken = await load(`${bytes.toString("utf8")}地区生产总值,衢州市,2023H3,约2000,亿元,guess,,\n`).catch((error: Problem) => error);
    expect(broken instanceof Problem && broken.places.map((place) => place.at)).toEqual(["figures.csv:163 (status)"]);
    const { recorded, skipped } = await load(bytes);
    expect([recorded, skipped.length, skipped[0]?.at, fill(skipped[0]?.said["zh-CN"] ?? "", skipped[0]?.values)])
      .toEqual([145, 16, "figures.csv:6 (status)", "“target”是目标，不是数据：目标出自规划，不在这里填报"]);
    const again = await load(bytes).catch((error: Problem) => error);
    expect(again instanceof Problem && [again.status, again.places.length]).toEqual([409, 145]);
    const { items } = await city.act((ctx) => findObservations(ctx, { limit: 1000 }));
    await city.end();
    expect(items.filter((each) => each.division === "qz_urban").map((each) => [each.indicator, each.value])).toEqual([["registered_population", "85.3"]]);
    expect([...new Set(items.map((each) => each.period))].sort()).toEqual([
      "2000", "2010", "2014", "2015", "2017", "2018", "2019", "2020", "2020-01/2020-09", "2021", "2022", "2022-01/2022-09", "2022-11", "2022-Q1", "2023", "2023-01/2023-11", "2023-H1", "2024", "2025",
    ]);
  });
});
