import fc from "fast-check";
import { expect, test } from "vitest";
import type { StandingStatus } from "../facts/schema.ts";
import type { OutlineNode, Target } from "./compile/schema.ts";
import { chaptersByClause, countStanding, dueInYear, dueNext, dutyFor, headingWords, measureFor, monthBefore, type Stood, turnedBetween, unmatchedMeasures } from "./plan.ts";

const node = (id: string, level: OutlineNode["level"], number: string, title: string, children: OutlineNode[] = []): OutlineNode => ({ id, level, number, title, kind: null, start: 0, end: 0, children });

const outline = [
  node("p", "part", "第一篇", "总则", [node("c1", "chapter", "第一章", "创新", [node("s1", "section", "第一节", "人才", [node("i1", "item", "", "引才")])])]),
  node("c2", "chapter", "七、", "乡村振兴", [node("s2", "section", "（一）", "农业现代化")]),
];

test("a heading is told as it is printed", () => {
  expect([["第一章", "创新"], ["第二节", "人才"], ["七、", "乡村振兴"], ["（一）", "农业"], ["第三篇", ""]].map(([number = "", title = ""]) => headingWords({ number, title }))).toEqual(["第一章 创新", "第二节 人才", "七、乡村振兴", "（一）农业", "第三篇"]);
});

const target = (id: string, more: Partial<Target> = {}): Target => ({
  id, clause: "s2", at: 0, number: "1", value: 1, value_max: null, unit: "个", indicator: "示范乡镇", scope: null, measure: "flow", comparator: "=", period: "2025", base: null,
  reference: null, cumulative: false, attribute: null, stretch: false, confidence: 1, reasons: [], responsible: [], quote: "", ...more,
});

const stood = (id: string, status: StandingStatus, more: Partial<Target> = {}, due: string | null = null): Stood => ({ target: target(id, more), chapter: "c2", status, due });

test("a clause counts with its chapter, also inside a part", () => {
  const chapters = chaptersByClause(outline);
  expect(["p", "c1", "s1", "i1", "s2"].map((id) => chapters.get(id)?.id)).toEqual(["p", "c1", "c1", "c1", "c2"]);
});

test("a measure fits by the plan's own words; what it leaves out may be anything", () => {
  const entry = (wanted: object) => ({ target: { indicator: "示范乡镇", ...wanted }, measured_by: null });
  expect(measureFor(target("a"), [entry({})])).toBeDefined();
  expect(measureFor(target("a"), [entry({ period: "2035" })])).toBeUndefined();
  expect(measureFor(target("a"), [entry({ scope: "全市" })])).toBeUndefined();
  expect(measureFor(target("a"), [entry({ scope: null })])).toBeDefined();
  expect(unmatchedMeasures([target("a")], [entry({}), entry({ period: "2035" })])).toHaveLength(1);
});

test("the nearest duty counts: a section's before its chapter's", () => {
  const entries = [{ clause: "七", lead: "chapter" }, { clause: "农业现代化", lead: "section" }];
  expect(dutyFor("s2", outline, entries)?.lead).toBe("section");
  expect(dutyFor("c2", outline, entries)?.lead).toBe("chapter");
  expect(dutyFor("i1", outline, entries)).toBeUndefined();
});

test("binding, expected and not printed are counted apart", () => {
  const counts = countStanding([stood("a", "met", { attribute: "binding" }), stood("b", "met"), stood("c", "met", { attribute: "binding" })]);
  expect(counts.map(({ attribute, count, ids }) => [attribute, count, ids])).toEqual([["binding", 2, ["a", "c"]], [null, 1, ["b"]]]);
});

test("what turned is what stood otherwise before", () => {
  expect(turnedBetween([stood("a", "on_track"), stood("b", "met")], [stood("a", "at_risk"), stood("b", "met"), stood("c", "met")])).toMatchObject([{ target: "a", from: "on_track", to: "at_risk" }]);
});

test("what is due next: from this day on, soonest first", () => {
  const all = [stood("a", "not_due", {}, "2035-12-31"), stood("b", "on_track", {}, "2026-12-31"), stood("c", "not_met", {}, "2025-12-31"), stood("d", "no_data")];
  expect(dueNext(all, "2026-11-23").map((one) => one.target)).toEqual(["b", "a"]);
});

test("a month before: the same day, or the last day of a shorter month", () => {
  expect(["2026-11-23", "2026-01-05", "2026-03-31", "2024-03-31"].map(monthBefore)).toEqual(["2026-10-23", "2025-12-05", "2026-02-28", "2024-02-29"]);
  fc.assert(fc.property(fc.date({ min: new Date("1950-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10);
    const days = (Date.parse(day) - Date.parse(monthBefore(day))) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(28);
    expect(days).toBeLessThanOrEqual(31);
  }));
});

test("a yearly target is due in each year of the plan, a total in its last", () => {
  const yearly = target("a", { period: "yearly" });
  expect(["2020", "2021", "2025", "2026"].map((year) => dueInYear(yearly, year, "2021/2025"))).toEqual([false, true, true, false]);
  expect(["2021", "2025"].map((year) => dueInYear(target("a", { period: "2021/2025" }), year, null))).toEqual([false, true]);
});
