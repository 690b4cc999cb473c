import { expect, test } from "vitest";
import { nameOf, showGoal } from "./goal.ts";

const goal = { number: "2500", value: 2500, value_max: null, unit: "亿元", comparator: "=" as const, reference: null, quote: "" };

test("a goal is said as a reader would", () => {
  expect(showGoal(goal, "zh-CN")).toBe("2500\u202F亿元");
  expect(showGoal({ ...goal, comparator: ">=" }, "zh-CN")).toBe("2500\u202F亿元以上");
  expect(showGoal({ ...goal, number: "4.5%-5", value: 4.5, value_max: 5, unit: "%", comparator: "range" }, "en")).toBe("4.5—5%");
  expect(showGoal({ ...goal, number: "Ⅱ", value: 2, unit: "类", comparator: ">=" }, "en")).toBe("at least Ⅱ\u202F类");
  expect(showGoal({ ...goal, number: "", value: null, unit: "", reference: "全省平均" }, "en")).toBe("in step with 全省平均");
  expect(showGoal({ ...goal, number: "", value: null, unit: "", reference: "全省平均", comparator: ">" }, "zh-CN")).toBe("高于全省平均");
  expect(showGoal({ ...goal, number: "", value: null, unit: "" }, "en")).toBe("the plan prints no number");
});

test("a name says what limits it, once", () => {
  expect(nameOf({ indicator: "生产总值", scope: null })).toBe("生产总值");
  expect(nameOf({ indicator: "市区人口", scope: "市区" })).toBe("市区人口");
  expect(nameOf({ indicator: "收入", scope: "农村居民" })).toBe("收入（农村居民）");
});
