import fc from "fast-check";
import { expect, test } from "vitest";
import { statuses } from "../../facts/pages/statuses.ts";
import { parseSearch, stringifySearch } from "../../../base/ui/words.ts";
import { filtersOf, fits, isFiltered, noFilters, searchOf, step, tally, yearOf } from "./filters.ts";
import type { TargetView } from "../schema.ts";

const target = (more: Partial<TargetView>): TargetView => ({
  id: "t1", clause: "c1", at: 0, number: "1", value: 1, value_max: null, unit: "", indicator: "x", scope: null, measure: "level", comparator: "=", period: "2025",
  base: null, reference: null, cumulative: false, attribute: null, stretch: false, corrected: null, confidence: 1, reasons: [], quote: "", chapter: { id: "c1", number: "一、", title: "x" }, indicator_code: null, measured_by: null,
  responsible: [], responsible_bodies: [], standing: null, ...more,
});

test("filters stand in the address and come back from it", () => {
  const filters = fc.record({
    status: fc.uniqueArray(fc.constantFrom(...statuses)),
    attribute: fc.constantFrom("binding" as const, "expected" as const, "none" as const, null),
    body: fc.constantFrom("统计局", "a,b", "x y", null),
    chapter: fc.constantFrom("c1", null),
    year: fc.constantFrom("2025", "yearly", null),
    ids: fc.uniqueArray(fc.constantFrom("t1", "t2", "t3")),
  });
  fc.assert(
    fc.property(filters, (given) => {
      expect(filtersOf(parseSearch(stringifySearch(searchOf(given))))).toEqual(given);
    }),
  );
});

test("an address by another hand does no harm", () => {
  expect(filtersOf({ status: "met,nonsense", attribute: "x", year: "" })).toEqual({ ...noFilters, status: ["met"] });
  expect(isFiltered(filtersOf({ q: "水" }))).toBe(false);
});

test("a target without a standing has no data; one without a printed attribute is its own group", () => {
  expect(fits(target({}), filtersOf({ status: "no_data", attribute: "none", year: "2025" }))).toBe(true);
  expect(fits(target({ attribute: "binding" }), filtersOf({ attribute: "none" }))).toBe(false);
  expect(fits(target({ period: "yearly" }), filtersOf({ year: "yearly" }))).toBe(true);
  expect(tally([target({}), target({})])).toEqual([{ status: "no_data", count: 2 }]);
});

test("years are read from every way to write a period", () => {
  expect([yearOf("2025"), yearOf("2021/2025"), yearOf("2025-12"), yearOf("yearly"), yearOf(null)]).toEqual(["2025", "2025", "2025", null, null]);
});

test("stepping goes round", () => {
  const items = [{ id: "a" }, { id: "b" }];
  expect(step(items, null, 1)?.id).toBe("a");
  expect(step(items, null, -1)?.id).toBe("b");
  expect(step(items, "b", 1)?.id).toBe("a");
  expect(step([], "b", 1)).toBeUndefined();
});
