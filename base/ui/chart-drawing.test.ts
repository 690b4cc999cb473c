import { expect, test } from "vitest";
import { byPeriod, onPeriods, timeOf } from "./chart-drawing.ts";

test("periods stand in the order of their ends", () => {
  const given = ["2023", "2022", "2023-Q1", "2023-H1", "2023-01/2023-11", "2023-11", "2022-Q4"];
  expect([...given].sort(byPeriod)).toEqual(["2022-Q4", "2022", "2023-Q1", "2023-H1", "2023-11", "2023-01/2023-11", "2023"]);
});

test("time runs in proportion", () => {
  expect(timeOf("2020")).toBe(2020);
  expect(timeOf("2023-H1")).toBe(2022.5);
  expect(timeOf("2023-Q1")).toBe(2022.25);
  expect(timeOf("2021/2025")).toBe(2025);
  expect(timeOf("2022-01/2022-09")).toBe(2021.75);
});

test("series are laid onto common periods with gaps", () => {
  const laid = onPeriods([
    [{ period: "2021", value: 1 }, { period: "2023", value: 3 }],
    [{ period: "2022", value: 5 }],
  ]);
  expect(laid.periods).toEqual(["2021", "2022", "2023"]);
  expect(laid.values).toEqual([[1, null, 3], [null, 5, null]]);
});
