import { expect, test } from "vitest";
import type { Observation } from "../schema.ts";
import { current, drawingOf, inOrder, isPeriod, plainDecimal, revisions } from "./series.ts";

const of = (id: string, period: string, value: string, more: Partial<Observation> = {}): Observation => ({
  id, indicator: "gdp", division: "330800", scope: null, period, period_start: "", period_end: "", value, bound: "=", unit: "亿元", status: "final",
  source: { title: "example", address: null }, note: null, class: "public", released_on: null, recorded_at: `2025-01-0${id.length}`, recorded_by: "example", supersedes: null, printed: null, published_on: null, revision: 1, ...more,
});

test("a corrected value is history, its correction counts", () => {
  const all = [of("a", "2023", "1"), of("bb", "2023", "2", { supersedes: "a" }), of("c", "2022", "1", { status: "superseded" })];
  expect(current(all).map((each) => each.id)).toEqual(["bb"]);
  expect(revisions(all).map((each) => [each.before?.value, each.now.value])).toEqual([["1", "2"]]);
});

test("newest first; years are drawn, months beside them are not", () => {
  const all = [of("a", "2021", "1"), of("b", "2023", "3"), of("c", "2022", "2"), of("d", "2023-11", "9")];
  expect(inOrder(all).map((each) => each.period)).toEqual(["2023", "2023-11", "2022", "2021"]);
  expect(drawingOf(all, (division) => division, "亿元")?.periods).toEqual(["2021", "2022", "2023"]);
  expect(drawingOf([of("a", "2021", "1")], (division) => division, "亿元")).toBeNull();
});

test("periods and figures as they are typed", () => {
  for (const good of ["2025", "2025-H1", "2025-Q4", "2025-11", "2025-01/2025-11", "2021/2025"]) expect(isPeriod(good), good).toBe(true);
  for (const bad of ["25", "2025-13", "2025-Q5", "2025年", "2025-11/2025-01", ""]) expect(isPeriod(bad), bad).toBe(false);
  expect(plainDecimal("２５００．５")).toBe("2500.5");
  expect(plainDecimal("-3")).toBe("-3");
  for (const bad of ["2,500", "10%", "", "1e3", "2500亿元"]) expect(plainDecimal(bad), bad).toBeNull();
});
