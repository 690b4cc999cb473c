import { describe, expect, it } from "vitest";
import { fiveYears, frameOf, planByShortName } from "./frame.ts";
import { chineseNumber, halfWidth } from "./numerals.ts";

describe("numerals", () => {
  it.each([
    ["十", 10], ["十四", 14], ["三十六", 36], ["一百零五", 105], ["两千", 2000], ["一百三十五万", 1350000],
    ["一千二百亿", 120000000000], ["二〇三五", 2035], ["二○二五", 2025], ["七点五", 7.5], ["零点零五", 0.05], ["百", 100],
    ["千亿", 100000000000], ["两万亿", 2e12], ["一亿三千万", 130000000], ["一万二千", 12000], ["半", 0.5], ["十二亿五千万", 1250000000],
  ])("%s is %d", (printed, value) => expect(chineseNumber(printed)).toBe(value));

  it.each(["", "一二三甲", "点五", "五点", "一".repeat(30)])("%s is none", (printed) => expect(chineseNumber(printed)).toBeNull());

  it("makes full-width signs half-width in place", () => {
    expect(halfWidth("１０．５％，")).toBe("10.5%,");
  });
});

describe("frame", () => {
  it("knows the years of the five-year plans", () => {
    expect(fiveYears(14)).toEqual({ from: 2021, to: 2025 });
    expect(planByShortName("九五")).toEqual({ from: 1996, to: 2000 });
    expect(planByShortName("十五")).toEqual({ from: 2001, to: 2005 });
    expect(planByShortName("十五五")).toEqual({ from: 2026, to: 2030 });
  });

  it.each([
    ["衢州市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "plan", "衢州市", 2021, 2025, 2035],
    ["中华人民共和国国民经济和社会发展“九五”计划和2010年远景目标纲要", "plan", "中华人民共和国", 1996, 2000, 2010],
    ["2025年云南省政府工作报告", "annual", "云南省", 2025, 2025, null],
    ["关于1995年国民经济和社会发展计划执行情况与1996年国民经济和社会发展计划草案的报告", "annual", null, 1996, 1996, null],
    ["某某县乡村振兴三年行动计划(2023—2025年)", "plan", "某某县", 2023, 2025, null],
    ["上海市浦东新区国民经济和社会发展第十二个五年规划纲要", "plan", "上海市", 2011, 2015, null],
  ])("%s", (title, kind, division, from, to, outlook) => {
    const frame = frameOf(title, "");
    expect([frame.kind, frame.span?.from, frame.span?.to, frame.outlook]).toEqual([kind, from, to, outlook]);
    if (division !== "上海市") expect(frame.division).toBe(division);
  });
});
