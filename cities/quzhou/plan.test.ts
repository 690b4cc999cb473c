import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { OutlineNode } from "../../kernel/plan/compile/schema.ts";
import { walk } from "../../kernel/plan/plan.ts";
import { readPlan } from "../../kernel/plan/read.ts";

const here = import.meta.dirname;
const bytes = readFileSync(path.join(here, "plan.md"));
const plan = await readPlan(bytes, "plan.md");
const mine = plan.text.normalize("NFKC");

const source = path.resolve(here, "../../../shared/plans/quzhou-2021.txt");
const isThere = existsSync(source);
if (!isThere) console.warn(`skipped: the original plan is not at ${source}`);

const level = (wanted: string): OutlineNode[] => [...walk(plan.outline)].filter((node) => node.level === wanted);

test("the restatement has all 14 chapters, 53 sections and 126 titled paragraphs", () => {
  expect([level("chapter").length, level("section").length, level("item").length]).toEqual([14, 53, 126]);
  expect(plan.period).toBe("2021/2025");
  expect(plan.outlook).toBe("2035");
});

test("every printed target of the plan is read from the restatement", () => {
  const printed = plan.targets.filter((target) => target.number !== "").map((target) => [target.number, target.unit, target.comparator, target.period].join(" "));
  for (const wanted of [
    "150 万人 >= 2035", "2500 亿元 = 2025", "10 万元 > 2025", "26 微克/立方米 < 2025", "100 万人 ~ 2025", "70 % = 2025", "80.5 岁 >= 2025",
    "5000 亿元 = 2021/2025", "6.3 万亩 = 2021/2025", "112 万吨 >= 2025", "100 万头 ~ 2025", "80 个 >= 2021/2025",
    "1 个 = yearly", "6 个 = yearly", "6 条 = yearly", "20 个 = yearly", "3 万户 = yearly",
  ]) expect(printed).toContain(wanted);
});

test("every section leads to at least one task or target, or is a section of the first and last chapter", () => {
  const [first, last] = [plan.outline[0]?.id, plan.outline.at(-1)?.id];
  for (const chapter of plan.outline) {
    if (chapter.id === first || chapter.id === last) continue;
    for (const section of chapter.children) {
      const ids = new Set([...walk([section])].map((node) => node.id));
      expect([...plan.tasks, ...plan.targets].some((one) => one.clause !== null && ids.has(one.clause)), section.title).toBe(true);
    }
  }
});

const words = (text: string): string => text.normalize("NFKC").replace(/[\s，。；：、,.;:()“”"'‘’《》〔〕·\-–—#*>!?]/g, "");

test.skipIf(!isThere)("every figure, named thing in quotation marks and cited document of the original is there", () => {
  const whole = readFileSync(source, "utf8");
  const original = whole.slice(whole.indexOf("衢州市国民经济"), whole.indexOf("道沃源网[daowoyuan.com]提醒您"));
  const body = original.slice(original.indexOf("主要阐明"));
  const missing = [
    ...new Set(body.normalize("NFKC").match(/\d+(?:\.\d+)?%?/g)),
  ].filter((figure) => !mine.includes(figure));
  const flat = words(plan.text);
  // The original's quotation marks are misplaced in a few spots (新活力“,最多跑一次”): what stands between two marks is then no name.
  const named = [...body.matchAll(/“([^“”,，。;；]{2,30})”/g)].map((match) => words(match[1] ?? ""));
  const cited = [...body.matchAll(/《([^》]+)》/g)].map((match) => words(match[1] ?? ""));
  expect(missing).toEqual([]);
  expect([...named, ...cited].filter((name) => !flat.includes(name))).toEqual([]);
});

test.skipIf(!isThere)("it is a restatement: longer runs of the original's words are names only", () => {
  const original = words(readFileSync(source, "utf8"));
  const flat = words(plan.text);
  const shortest = 24;
  const grams = new Set<string>();
  for (let at = 0; at + shortest <= original.length; at += 1) grams.add(original.slice(at, at + shortest));
  const runs: string[] = [];
  for (let at = 0; at + shortest <= flat.length; at += 1) {
    if (!grams.has(flat.slice(at, at + shortest))) continue;
    let end = at + shortest;
    while (end < flat.length && original.includes(flat.slice(at, end + 1))) end += 1;
    runs.push(flat.slice(at, end));
    at = end;
  }
  // Titles of documents, a programme's own slogan, and an institution's five parts.
  expect(runs.length).toBeLessThanOrEqual(6);
});
