import { existsSync, readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePlan, compileSource } from "../compile/compile.ts";
import type { CompiledPlan } from "../compile/schema.ts";
import { plainSource } from "../formats/source.ts";
import { alignTexts, piecesOf } from "./align.ts";
import { comparePlans } from "./compare.ts";
import { type Change, Comparison } from "./schema.ts";

const compile = (text: string): CompiledPlan => compileSource(plainSource(text), { name: "plan.txt", media_type: "text/plain", sha256: "" });

const draft = `某某市国民经济和社会发展第十四个五年规划纲要
一、主要目标
到2025年，全市生产总值达到2500亿元，常住人口城镇化率达到62%。森林覆盖率稳定在70%以上。
二、建设现代产业体系
做强工业园区。推进园区改造提升，新建标准厂房50万平方米。
培育龙头企业。到2023年新增上市公司5家，支持企业做大做强。
举办商品博览会。每年举办一次区域性的商品博览会，扩大交流。
三、保护生态环境
推进流域治理。完成河道整治120公里，水质稳定向好。
建设森林公园。新建森林公园3个，完善步道和驿站。
`;

const adopted = draft
  .replace("一、主要目标", "一、发展基础\n过去五年成绩显著，综合实力稳步提升。\n二、主要目标").replace("二、建设", "三、建设").replace("三、保护", "四、保护")
  .replace("2500亿元", "2600亿元").replace("到2023年新增", "到2024年新增").replace("水质稳定向好", "水质持续改善，岸线整洁有序")
  .replace("举办商品博览会。每年举办一次区域性的商品博览会，扩大交流。\n", "")
  .replace("做强工业园区。推进园区改造提升，新建标准厂房50万平方米。\n", "")
  .replace("建设森林公园。", "做强工业园区。推进园区改造提升，新建标准厂房50万平方米。\n建设森林公园。");

const said = ({ what, kinds, before, after, fields }: Change): string =>
  [what, kinds.join("+"), before?.words.slice(0, 8) ?? "-", after?.words.slice(0, 8) ?? "-", ...fields.map((field) => `${field.field}: ${field.before} → ${field.after}`)].join(" | ");

describe("comparePlans", () => {
  const comparison = comparePlans(compile(draft), compile(adopted));
  const of = (what: Change["what"]): string[] => comparison.changes.filter((change) => change.what === what).map(said);

  it("tells what was added, dropped, moved, and changed in number, wording or deadline", () => {
    expect(of("clause").filter((line) => line.includes("发展基础"))).toEqual(["clause | added | - | 一、发展基础"]);
    expect(of("target")).toEqual([
      expect.stringMatching(/^target \| number \| .* \| number: 2500亿元 → 2600亿元$/),
      expect.stringMatching(/^target \| deadline \| .* \| period: 2023 → 2024$/),
    ]);
    expect(of("task")).toEqual(expect.arrayContaining([
      expect.stringMatching(/^task \| deadline .*deadline: 2023 → 2024/), expect.stringMatching(/^task \| dropped \| 举办商品博览会/), expect.stringMatching(/^task \| moved \| 做强工业园区/),
    ]));
    expect(of("paragraph").filter((line) => line.includes("wording"))).toHaveLength(3);
    expect(of("paragraph").some((line) => line.startsWith("paragraph | moved | 做强工业园区"))).toBe(true);
  });

  it("does not take a clause that is only numbered anew for a change", () => {
    expect(of("clause").some((line) => line.includes("建设现代产业"))).toBe(false);
    expect(comparison.rows.filter((row) => row.kind === "changed")).toHaveLength(3);
  });

  it("fits its published schema", () => {
    const validate = new Ajv2020.default({ strict: false }).compile(Comparison);
    expect(validate(comparison), JSON.stringify(validate.errors)).toBe(true);
  });

  it("finds nothing between a version and itself, and mirrors added and dropped", () => {
    expect(comparePlans(compile(draft), compile(draft)).changes).toEqual([]);
    const back = comparePlans(compile(adopted), compile(draft));
    const count = (changes: readonly Change[], kind: string): number => changes.filter((change) => change.kinds.some((each) => each === kind)).length;
    expect(count(back.changes, "dropped")).toBe(count(comparison.changes, "added"));
    expect(count(back.changes, "number")).toBe(count(comparison.changes, "number"));
  });
});

describe("alignTexts", () => {
  const line = fc.constantFrom("一、总则", "二、总则", "新建学校3所。", "新建学校5所，改建2所。", "推进改革开放，促进发展。", "", "第三条", "建设公园");
  const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join("\n"));

  it("holds every line of both texts once, in its order, whatever they are", () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const rows = alignTexts(before, after);
      const lines = (words: string): string[] => words.split("\n").filter((each) => each.trim() !== "");
      const side = (words: string, key: "before" | "after"): string[] => rows.flatMap((row) => (row[key] === null ? [] : [words.slice(row[key].start, row[key].end)]));
      expect(side(before, "before")).toEqual(lines(before));
      expect(side(after, "after")).toEqual(lines(after));
      for (const [index, row] of rows.entries()) if (row.kind === "moved") expect(rows[row.partner ?? -1]?.partner).toBe(index);
    }), { numRuns: 300 });
  });

  it("cuts a changed line into pieces that make up both sides", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ unit: "grapheme", maxLength: 60 }), (before, after) => {
      const pieces = piecesOf(before, after);
      const words = (kind: string): string => pieces.filter((piece) => piece.kind === "same" || piece.kind === kind).map((piece) => piece.words).join("");
      expect([words("dropped"), words("added")]).toEqual([before, after]);
    }));
  });

  it("takes two long texts that have nothing in common in its stride", () => {
    const long = (word: string): string => Array.from({ length: 12000 }, (_, index) => `${word}${index}项工作要求。`).join("\n");
    const started = performance.now();
    expect(alignTexts(long("推进"), long("落实")).length).toBeGreaterThanOrEqual(12000);
    expect(performance.now() - started).toBeLessThan(20000);
  }, 30000);
});

it("tells bounds and ranges as a reader writes them", () => {
  const plan = (words: string): CompiledPlan => compile(`某某市国民经济和社会发展第十四个五年规划纲要\n一、主要目标\n到2025年，${words}。\n`);
  const told = JSON.stringify([
    comparePlans(plan("森林覆盖率达到70%以上"), plan("森林覆盖率达到72%以上")),
    comparePlans(plan("失业率控制在5%以内"), plan("失业率控制在4.5%以内")),
    comparePlans(plan("生产总值年均增长5%-6%"), plan("生产总值年均增长6%-7%")),
  ]);
  for (const words of ["≥ 70%", "≥ 72%", "≤ 5%", "≤ 4.5%", '"5%-6%', '"6%-7%']) expect(told).toContain(words);
  expect(told).not.toMatch(/"(?:>=|<=|range) /);
});

const shared = new URL("../../../../shared/plans/yunnan-2025.txt", import.meta.url);
describe.skipIf(!existsSync(shared))("a long document (../shared)", () => {
  it("tells three edits of it and nothing else", async () => {
    const before = readFileSync(shared, "utf8");
    const first = await compilePlan(new TextEncoder().encode(before), "a.txt");
    const target = first.targets.find((each) => each.number === "1500" && each.unit === "万人");
    const at = target?.at ?? 0;
    const after = `${before.slice(0, at)}1600${before.slice(at + 4)}`;
    const { changes } = comparePlans(first, await compilePlan(new TextEncoder().encode(after), "b.txt"));
    expect(changes.map((change) => [change.what, change.kinds])).toEqual(expect.arrayContaining([["target", ["number"]], ["paragraph", ["wording"]]]));
    expect(changes.filter((change) => change.what === "target")).toHaveLength(1);
    expect(changes.length).toBeLessThanOrEqual(3);
  });
});
