import { expect, test } from "vitest";
import type { Observation } from "../../facts/schema.ts";
import { byCoverage, countyValues } from "./county-values.ts";

const of = (division: string, period: string, value: string, more: Partial<Observation> = {}): Observation => ({
  id: `${division} ${period}`, indicator: "gdp", division, scope: null, period, period_start: "", period_end: "", value, bound: "=", unit: "亿元", status: "final",
  source: { title: "example", address: null }, note: null, class: "public", released_on: null, recorded_at: "2025-01-01", recorded_by: "example", supersedes: null, printed: null, published_on: null, revision: 1, ...more,
});
const counties = new Set(["a", "b"]);

test("the latest period that most counties have", () => {
  const values = countyValues([of("a", "2022", "1"), of("b", "2022", "2"), of("a", "2023", "3"), of("b", "2023", "4"), of("a", "2024", "5"), of("city", "2025", "9")], counties);
  expect(values.period).toBe("2023");
  expect(values.byDivision.get("b")?.value).toBe("4");
});

test("a later record of the same value counts, another scope does not", () => {
  const values = countyValues([of("a", "2023", "3"), of("a", "2023", "3.5", { recorded_at: "2025-06-01" }), of("b", "2023", "8", { scope: "规上" })], counties);
  expect(values.byDivision.get("a")?.value).toBe("3.5");
  expect(values.byDivision.has("b")).toBe(false);
  expect(countyValues([], counties).period).toBeNull();
});

test("what most counties have comes first, then what is newest", () => {
  const items = [of("a", "2010", "1", { indicator: "fruit", period_end: "2010-12-31" }), of("a", "2024", "1", { indicator: "gdp", period_end: "2024-12-31" }), of("b", "2024", "1", { indicator: "gdp", period_end: "2024-12-31" }), of("b", "2024", "1", { indicator: "roads", period_end: "2024-12-31" })];
  expect(byCoverage(items)).toEqual(["gdp", "roads", "fruit"]);
});
