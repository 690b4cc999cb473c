import { describe, expect, it } from "vitest";
import { documentOf } from "../document/document.ts";
import { plainSource } from "../formats/source.ts";
import type { Target } from "./target.ts";
import { readTargets } from "./targets.ts";
import { worked2026 } from "./worked-2026.ts";
import { workedDistrict } from "./worked-district.ts";
import { workedMore } from "./worked-more.ts";
import { workedMoods } from "./worked-moods.ts";
import { workedNineties } from "./worked-nineties.ts";
import { workedPlans } from "./worked-plans.ts";
import { workedReports } from "./worked-reports.ts";
import { workedWorks } from "./worked-works.ts";
import { frames, type Worked, workedWords } from "./worked.ts";

const printed = (target: Target, like: string): string => {
  const number = [target.number.replace(/％$/, ""), target.unit].filter((part) => part !== "").join(" ");
  const claim = `${target.measure} ${target.comparator ?? "-"} ${target.period ?? "-"}`;
  const indicator = like.split(" | ").at(-2) ?? "";
  const named = indicator.startsWith("|") || / \| \| /.test(like) ? "" : target.indicator;
  return target.number === "" ? `${named} | ${claim}` : `${number} | ${named === "" ? "" : `${named} `}| ${claim}`;
};

function check({ frame, words, targets, actuals }: Worked): void {
  const text = `${frames[frame]}\n${words}`;
  const read = readTargets(documentOf(plainSource(text), "zh-CN"));
  expect(read.targets.map((target, index) => printed(target, targets[index] ?? "x | x | x"))).toEqual(targets);
  expect(read.actuals.map((target, index) => printed(target, actuals?.[index] ?? "x | x | x"))).toEqual(actuals ?? []);
  for (const target of [...read.targets, ...read.actuals]) {
    expect(text.slice(target.at, target.at + target.number.length)).toBe(target.number);
    expect(text).toContain(target.quote);
  }
}

describe("worked sentences", () => {
  it.each([...workedWords, ...workedPlans, ...workedReports, ...worked2026, ...workedDistrict, ...workedNineties, ...workedMoods, ...workedMore, ...workedWorks])("$words", check);
});
