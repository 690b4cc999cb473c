import { describe, expect, test } from "vitest";
import { blank, blankTask, changesOf, draftOf, typedNumber, wordsOf } from "./draft.ts";

describe("fields in a form", () => {
  const target = { ...blank, indicator: "城镇化率", number: "70", value: 70, unit: "%", base: { period: "2020", value: 57.6, unit: "%" } };
  test("what is not touched is not sent", () => expect(changesOf("target", draftOf("target", target), draftOf("target", target))).toEqual({ changes: {}, notNumbers: [] }));
  test("what is touched is sent as it is meant", () => {
    const before = draftOf("target", target);
    expect(changesOf("target", before, { ...before, value: "７２．５", scope: "市区", cumulative: "true", comparator: "", "base.period": "" }).changes).toEqual({ value: 72.5, scope: "市区", cumulative: true, comparator: null, base: { value: 57.6, unit: "%", period: null } });
    expect(changesOf("target", before, { ...before, "base.value": "" }).changes).toEqual({ base: null });
    expect(changesOf("target", before, { ...before, value: "很多" }).notNumbers).toEqual(["value"]);
  });
  test("lists are parted by the signs that people use", () => {
    const before = draftOf("task", blankTask);
    expect(changesOf("task", before, { ...before, responsible: "市发改委、市统计局，市财政局" }).changes).toEqual({ responsible: ["市发改委", "市统计局", "市财政局"] });
    expect(wordsOf({ ...blankTask, places: ["甲", "乙"] }, "places")).toBe("甲、乙");
  });
  test.each([["1,200", 1200], ["", null], ["-3.5", -3.5], ["1.2.3", undefined], ["1e3", undefined]])("%s", (words, number) => expect(typedNumber(words)).toBe(number));
});
