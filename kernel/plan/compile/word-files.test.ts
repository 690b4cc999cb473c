import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cell, docxOf, list, p, row, table, use } from "../formats/testdata/docx.ts";
import { docOf } from "../formats/testdata/word97.ts";
import { compilePlan } from "./compile.ts";
import type { CompiledPlan, Target } from "./schema.ts";

const plans = new URL("../../../../shared/plans/", import.meta.url);
const present = existsSync(new URL("yunnan-2025.docx", plans));
if (!present) console.warn("word-files.test: ../shared/plans is missing; its Word file is not compiled");

/** Everything of a target but its place. */
const said = ({ number, value, value_max, unit, indicator, scope, measure, comparator, period, base, attribute, responsible }: Target): string =>
  JSON.stringify([number, value, value_max, unit, indicator, scope, measure, comparator, period, base, attribute, responsible]);

/** The same place in another printing of the text: what stands around it on its line. */
function placeIn(text: string, other: string, at: number): number {
  for (const width of [40, 20, 10, 5]) {
    const before = text.slice(Math.max(0, at - width), at).split("\n").at(-1) ?? "";
    const found = other.indexOf(before + (text.slice(at, at + width).split("\n")[0] ?? ""));
    if (found !== -1) return found + before.length;
  }
  return -1;
}

const sameTargets = (left: CompiledPlan, right: CompiledPlan): void => {
  expect(right.targets.map(said)).toEqual(left.targets.map(said));
  expect(right.actuals.map(said)).toEqual(left.actuals.map(said));
  expect(right.tasks.map(({ title, responsible }) => [title, responsible])).toEqual(left.tasks.map(({ title, responsible }) => [title, responsible]));
};

describe("a plan in a Word file", () => {
  it("has the outline that its automatic numbers and styles make, and the targets of its table", async () => {
    const heading = (level: number): string =>
      `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`;
    const styled = (words: string, id: number): string => p(words, `<w:pStyle w:val="${id}"/>`);
    const numbering = list(3, [["chineseCountingThousand", "第%1章", '<w:pStyle w:val="1"/>'], ["chineseCounting", "第%2节", '<w:pStyle w:val="2"/>']]) + use(7, 3);
    const body = p("某市国民经济和社会发展") + p("第十四个五年规划和二〇三五年远景目标纲要") + styled("发展基础", 1) + styled("发展成就", 2) + p("2020年全市生产总值达到1639亿元。")
      + styled("主要目标", 1) + styled("经济目标", 2) + p("到2025年，全市森林覆盖率稳定在70%以上。")
      + table(row(cell("指标"), cell("2020年"), cell("2025年"), cell("属性")), row(cell("生产总值（亿元）"), cell("1639"), cell("2500"), cell("预期性")));
    const compiled = await compilePlan(docxOf({ body, numbering, styles: heading(1) + heading(2) }), "规划.docx");
    expect(compiled).toMatchObject({ title: "某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", period: "2021/2025", outlook: "2035" });
    expect(compiled.outline.map(({ number, title, children }) => [number, title, children.map((child) => [child.number, child.title])])).toEqual([
      ["第一章", "发展基础", [["第一节", "发展成就"]]], ["第二章", "主要目标", [["第一节", "经济目标"]]],
    ]);
    expect(compiled.targets.map(({ number, indicator, attribute }) => [number, indicator, attribute])).toEqual([["70", "森林覆盖率", null], ["2500", "生产总值", "expected"]]);
  });
});

describe.skipIf(!present)("a work report as text, as .docx and as .doc", () => {
  const text = (): Promise<CompiledPlan> => compilePlan(readFileSync(new URL("yunnan-2025.txt", plans)), "yunnan-2025.txt");

  it("gives the same targets and tasks from the Word file", async () => {
    sameTargets(await text(), await compilePlan(readFileSync(new URL("yunnan-2025.docx", plans)), "yunnan-2025.docx"));
  });

  it("gives the same targets and tasks from a file of Word 97", async () => {
    const plain = await text();
    sameTargets(plain, await compilePlan(docOf({ main: plain.text.split("\n").map((words) => ({ words })) }), "yunnan-2025.doc"));
  });

  it("finds the worked answers in the Word file (F1 ≥ 0.95, all five fields ≥ 0.88, bodies of the appendix)", async () => {
    const plain = await text();
    const word = await compilePlan(readFileSync(new URL("yunnan-2025.docx", plans)), "yunnan-2025.docx");
    const gold = readFileSync(new URL("yunnan-2025.gold.jsonl", plans), "utf8").split("\n").filter(Boolean)
      .map((line) => JSON.parse(line) as Pick<Target, "at" | "number" | "value" | "unit" | "measure" | "comparator" | "period"> & { note?: string });
    const free = new Set(word.targets.filter((target) => target.number !== ""));
    const found: [typeof gold[number], Target][] = [];
    let missed = 0;
    for (const answer of gold) {
      const at = placeIn(plain.text, word.text, answer.at);
      expect(at, answer.number).not.toBe(-1);
      const hit = [...free].find((target) => Math.abs(target.at - at) <= 4);
      const open = /^is it a target/i.test(answer.note ?? "");
      if (hit !== undefined) free.delete(hit);
      if (hit !== undefined && !open) found.push([answer, hit]);
      else if (hit === undefined && !open) missed++;
    }
    expect((2 * found.length) / (2 * found.length + missed + free.size)).toBeGreaterThanOrEqual(0.95);
    const agree = found.filter(([answer, hit]) => answer.value === hit.value && answer.measure === hit.measure && answer.comparator === hit.comparator && (answer.period ?? null) === hit.period && answer.unit.normalize("NFKC") === hit.unit.normalize("NFKC"));
    expect(agree.length / found.length).toBeGreaterThanOrEqual(0.88);
  });
});
