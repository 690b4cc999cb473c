import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pasted, planWithoutTable as plan } from "../document/join.kit.ts";
import { joinTable, parsePasted } from "../document/join.ts";
import { plainSource, type SourceText } from "../formats/source.ts";
import { compilePlan, compileSource } from "./compile.ts";

/** Tables through the whole compiler: the worked indicator table, and a table that was pasted in. */

const plans = new URL("../../../../shared/plans/", import.meta.url);
const present = existsSync(new URL("china-2026-indicators.txt", plans));
if (!present) console.warn("tables.test: ../shared/plans is missing; the worked indicator table is not compiled");

interface Answer {
  number: string;
  value: number;
  unit: string;
  indicator: string;
  measure: string;
  comparator: string;
  period: string;
  base: { period: string; value: number; unit: string } | null;
  attribute: string;
  cumulative: boolean;
}

const bare = (words: string): string => words.replace(/\s/g, "");

describe.skipIf(!present)("the worked indicator table", () => {
  it.each(["china-2026-indicators.txt", "china-2026-indicators.html"])("%s: 21 rows; every number with attribute, base and total as in the answers", async (name) => {
    const answers = readFileSync(new URL("china-2026-indicators.gold.jsonl", plans), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Answer);
    const { targets } = await compilePlan(readFileSync(new URL(name, plans)), name);
    expect(targets).toHaveLength(21);
    const numbers = targets.filter((target) => target.number !== "");
    const read = answers.map((answer) => {
      const found = numbers.find((target) => target.number === answer.number && bare(target.indicator).endsWith(bare(answer.indicator)));
      if (found === undefined) return null;
      const { number, value, unit, measure, comparator, period, base, attribute, cumulative } = found;
      return { number, value, unit, indicator: answer.indicator, measure, comparator, period, base, attribute: attribute === "binding" ? "约束性" : "预期性", cumulative };
    });
    expect(read).toEqual(answers.map(({ number, value, unit, indicator, measure, comparator, period, base, attribute, cumulative }) =>
      ({ number, value, unit, indicator, measure, comparator, period, base, attribute, cumulative })));
    expect(targets.filter((target) => target.number === "").map(({ indicator, measure, reference }) => [bare(indicator), measure, bare(reference ?? "")])).toEqual([
      ["国内生产总值(GDP)", "assigned", ""], ["全员劳动生产率", "relation", "GDP增长"], ["居民人均可支配收入", "relation", "GDP增长"],
    ]);
  });
});

describe("a table that was pasted in", () => {
  const at = plan.indexOf("全市生产总值达到2500");
  const { rows } = parsePasted(pasted);
  const joined = joinTable(plainSource(plan), at, rows, { caption: "专栏1 主要指标", notes: ["注：*为2019年数据。"] });
  const compiled = (source: SourceText): ReturnType<typeof compileSource> => compileSource(source, { name: "plan.txt", media_type: "text/plain", sha256: "" });
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort();

  it("gives its targets with attribute, base and total, and leaves all others as they were", () => {
    const before = compiled(plainSource(plan));
    const after = compiled(joined);
    const added = after.targets.filter((target) => target.reasons.includes("row of an indicator table"));
    expect(added.map(({ indicator, value, unit, measure, period, attribute, base, cumulative }) => ({ indicator, value, unit, measure, period, attribute, base, cumulative }))).toEqual([
      { indicator: "城镇新增就业", value: 15, unit: "万人", measure: "flow", period: "2021/2025", attribute: "expected", base: { period: "2019", value: 12.5, unit: "万人" }, cumulative: true },
      { indicator: "耕地保有量", value: 185, unit: "万亩", measure: "level", period: "2025", attribute: "binding", base: { period: "2020", value: 186, unit: "万亩" }, cumulative: false },
      { indicator: "森林蓄积量", value: 3300, unit: "万立方米", measure: "level", period: "2025", attribute: "binding", base: { period: "2020", value: 3000, unit: "万立方米" }, cumulative: false },
    ]);
    expect(ids(after.targets.filter((target) => !added.includes(target)))).toEqual(ids(before.targets));
    expect(ids(after.tasks)).toEqual(ids(before.tasks));
    expect(JSON.stringify(after.outline).match(/"id":"[^"]*"/g)).toEqual(JSON.stringify(before.outline).match(/"id":"[^"]*"/g));
    expect(after.issues).toEqual(before.issues);
    for (const target of after.targets) expect(after.text.slice(target.at, target.at + target.number.length)).toBe(target.number);
  });

  it.skipIf(!present).each(["quzhou-2021.txt", "yunnan-2025.txt"])("%s: wherever it goes in, its targets come out and all others keep their ids", (name) => {
    const text = readFileSync(new URL(name, plans), "utf8");
    const before = compiled(plainSource(text));
    for (let place = 1; place < 12; place++) {
      const after = compiled(joinTable(plainSource(text), Math.floor((text.length * place) / 12), rows, { notes: ["*为2019年数据"] }));
      expect(after.targets).toHaveLength(before.targets.length + 3);
      const kept = new Set(ids([...after.targets, ...after.tasks]));
      expect(ids([...before.targets, ...before.tasks]).filter((id) => !kept.has(id))).toEqual([]);
    }
  });
});
