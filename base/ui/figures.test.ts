import { expect, test } from "vitest";
import { showBound, showDay, showFigure, showPeriod, toNumber, withUnit } from "./figures.ts";

test("figures are shown with the digits they were given", () => {
  expect(showFigure("2125.20", "zh-CN")).toBe("2125.20");
  expect(showFigure("271282", "zh-CN")).toBe("271,282");
  expect(showFigure(0.941154, "en", 3)).toBe("0.941");
  expect(showFigure(null, "en")).toBe("—");
  expect(toNumber("")).toBeNull();
  expect(toNumber("not a figure")).toBeNull();
});

test("signs and units", () => {
  expect(showBound(">=")).toBe("≥ ");
  expect(showBound("=")).toBe("");
  expect(withUnit("94", "%")).toBe("94%");
  expect(withUnit("10", "")).toBe("10");
});

test("days and periods in both languages", () => {
  expect(showDay("2026-11-03T01:00:00Z", "zh-CN")).toBe("2026年11月3日");
  expect(showDay("2026-11-03", "en")).toBe("3 Nov 2026");
  expect(showDay(null, "en")).toBe("—");
  const said = ["2025", "2023-H2", "2022-Q1", "2022-01/2022-09", "2022-11", "2021/2025", "yearly", "soon"].map((period) => showPeriod(period, "zh-CN"));
  expect(said).toEqual(["2025年", "2023年下半年", "2022年第1季度", "2022年1—9月", "2022年11月", "2021—2025年", "每年", "soon"]);
});
