import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanRefused } from "../formats/refusal.ts";
import { compilePlan } from "./compile.ts";
import { CompiledPlan, type OutlineNode, type Target } from "./schema.ts";

const plans = new URL("../../../../shared/plans/", import.meta.url);
const present = existsSync(plans);
if (!present) console.warn("compile.test: ../shared/plans is missing; the worked plans are not compiled");

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(CompiledPlan);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const plan = `某某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要
一、发展基础
2020年全市生产总值达到1639亿元。
二、“十四五”主要目标
全市生产总值达到2500亿元，森林覆盖率稳定在70%以上，居民收入增长与经济增长同步。
三、重点任务
加快推进项目建设，新建高标准农田6.3万亩。
`;

const flat = (nodes: OutlineNode[]): OutlineNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

/** Everything stands inside the text and quotes it. */
function expectSound(compiled: Awaited<ReturnType<typeof compilePlan>>): void {
  const { text } = compiled;
  for (const target of [...compiled.targets, ...compiled.actuals]) {
    expect(text.slice(target.at, target.at + target.number.length)).toBe(target.number);
    const from = text.lastIndexOf(target.quote, target.at);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from + target.quote.length).toBeGreaterThanOrEqual(target.at + target.number.length);
  }
  for (const span of [...flat(compiled.outline), ...compiled.tasks]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(span.start).toBeLessThan(span.end);
    // A title may run over two lines, or be lettered out with spaces.
    if ("children" in span) expect(text.slice(span.start, span.end).replace(/\s/g, "")).toContain(span.title.replace(/\s/g, ""));
  }
  for (const issue of compiled.issues) expect(issue.at).toBeLessThanOrEqual(text.length);
  for (const list of [flat(compiled.outline), compiled.targets, compiled.actuals, compiled.tasks]) {
    expect(new Set(list.map((entry) => entry.id)).size).toBe(list.length);
  }
}

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const compiled = await compilePlan(bytes, name);
    expectSound(compiled);
    return JSON.stringify(compiled);
  } catch (error) {
    if (error instanceof PlanRefused) return `refused: ${error.kind}`;
    throw error;
  }
}

describe("compilePlan", () => {
  it("gives a plan that its published schema takes", async () => {
    const compiled = await compilePlan(bytesOf(plan), "plan.txt");
    expect(validate(compiled), JSON.stringify(validate.errors)).toBe(true);
    expectSound(compiled);
    expect(compiled).toMatchObject({ division: "某某市", period: "2021/2025", outlook: "2035", source: { media_type: "text/plain" } });
    expect(compiled.targets.map((target: Target) => target.measure)).toEqual(["level", "level", "relation", "flow"]);
    expect(compiled.actuals).toHaveLength(1);
    expect(compiled.tasks).toHaveLength(1);
    expect(compiled.issues).toEqual([]);
  });

  it("gives the same text, without the mark, for UTF-8 with one and for GB18030 of the same words", async () => {
    expect((await compilePlan(bytesOf(`\ufeff${plan}`), "plan.txt")).text).toBe(plan);
  });

  it("compiles a plan without targets and says so", async () => {
    const compiled = await compilePlan(bytesOf("某市发展规划纲要\n一、总则\n坚持新发展理念，加强统筹协调。\n"), "plan.txt");
    expect(compiled.targets).toEqual([]);
    expect(compiled.issues.map((issue) => issue.kind)).toContain("no-targets");
  });

  it("keeps the ids of the clauses and targets that a revision keeps", async () => {
    const revised = plan.replace("一、发展基础", "一、总则\n坚持系统观念。\n二、发展基础").replace("二、“", "三、“").replace("三、重点", "四、重点").replace("2500", "2600");
    const before = await compilePlan(bytesOf(plan), "plan.txt");
    const after = await compilePlan(bytesOf(revised), "plan.txt");
    const ids = new Set(after.targets.map((target) => target.id));
    expect(before.targets.every((target) => ids.has(target.id))).toBe(true);
    const clauses = new Set(flat(after.outline).map((node) => node.id));
    expect(flat(before.outline).every((node) => clauses.has(node.id))).toBe(true);
  });

  it.each([
    ["an image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "image"],
    ["nothing", new Uint8Array(), "empty"],
    ["only spaces", bytesOf(" \n\n  "), "empty"],
    ["another language", bytesOf("This is the annual budget of a small town, in English. ".repeat(20)), "not-a-plan"],
    ["50 MB", new Uint8Array(50 * 1024 * 1024).fill(0x61), "too-large"],
  ])("refuses %s", async (_what, bytes, kind) => {
    expect(await outcome(bytes, "plan.txt")).toBe(`refused: ${kind}`);
  });

  it("refuses noise of Chinese letters", async () => {
    let seed = 1;
    const letters = Array.from({ length: 5000 }, () => {
      seed = (seed * 48271) % 2147483647;
      return String.fromCharCode(0x4e00 + (seed % 20900));
    });
    expect(await outcome(bytesOf(letters.join("")), "plan.txt")).toBe("refused: not-a-plan");
  });
});

describe("compilePlan, whatever comes", () => {
  it("compiles or refuses any Unicode text", async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom("a.txt", "a.md"), async (words, name) => {
      await outcome(bytesOf(words), name);
    }), { numRuns: 150 });
  });

  it("is sound on texts made of the pieces of plans", async () => {
    const piece = fc.constantFrom(
      "一、", "（二）", "第三章 ", "1.", "\n", "\n\n", "。", "，", "、", "；", "：", "“", "”", "（", "）", "全市", "生产总值", "达到", "增长", "提高", "到", "2025年", "二〇三五年",
      "５．５％", "6.3万亩", "百分之八", "翻一番", "一千二百万", "以上", "左右", "分别", "均", "每年", "新建", "个", "5-6", "1,000", " ", "　", "|", "指标", "属性", "预期性", "〔6〕", "*",
      "高于全省平均水平", "全覆盖", "建成", "铁路", "“十四五”", "期间", "去年", "𠮷", "\ud800", "\u0301", "# ", "- ", "**", "\r\n", "\t", "注:", "附件", "责任单位：市教育局",
    );
    const text = fc.array(piece, { maxLength: 120 }).map((pieces) => `某市第十四个五年规划纲要\n${pieces.join("")}发展规划的建设`);
    await fc.assert(fc.asyncProperty(text, fc.constantFrom("a.txt", "a.md"), async (words, name) => {
      const bytes = bytesOf(words);
      expect(await outcome(bytes, name)).toBe(await outcome(bytes, name));
    }), { numRuns: 250 });
  });

  it("compiles or refuses any bytes", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await outcome(bytes, "a.txt");
    }), { numRuns: 300 });
  });

  it.each([
    ["digits", "1"], ["commas", "，"], ["list marks", "、"], ["opening brackets", "（"], ["opening quotes", "“"], ["numerals", "一百"],
    ["spaces", " "], ["years", "到2025年"], ["verbs", "建设"], ["stars", "**"], ["brackets", "[("], ["comparisons", "与同步"],
  ])("takes a sentence of 300 KB of %s in its stride", async (_what, unit) => expect(await slowest(unit, 300_000)).toBeLessThan(6000));

  it.each([
    ["counts", "1个、"], ["growths", "增长5%，"], ["headings", "一、建设\n"], ["cells", "|1"], ["colons", "：5个"],
    ["titled paragraphs", "建设现代产业园区。推进项目加快落地见效。\n"],
  ])("takes 40 KB of %s in its stride", async (_what, unit) => expect(await slowest(unit, 40_000)).toBeLessThan(6000));
});

/** Milliseconds for a plan with a unit repeated to so many characters, the slower of text and Markdown. */
async function slowest(unit: string, characters: number): Promise<number> {
  let slowest_ms = 0;
  const filler = "某市发展规划的建设和推进工作，".repeat(Math.ceil(characters / 60));
  const bytes = bytesOf(`某市第十四个五年规划纲要\n${filler}\n新建${unit.repeat(Math.floor(characters / unit.length))}`);
  for (const name of ["a.txt", "a.md"]) {
    const started = performance.now();
    try {
      await compilePlan(bytes, name);
    } catch (error) {
      if (!(error instanceof PlanRefused)) throw error;
    }
    slowest_ms = Math.max(slowest_ms, performance.now() - started);
  }
  return slowest_ms;
}

describe.skipIf(!present)("worked plans", () => {
  it.each(["quzhou-2021.txt", "yunnan-2025.txt", "china-2026-indicators.txt"])("%s is sound and takes its schema", async (name) => {
    const compiled = await compilePlan(readFileSync(new URL(name, plans)), name);
    expect(validate(compiled), JSON.stringify(validate.errors)).toBe(true);
    expectSound(compiled);
  });

  it.each([["quzhou-2021", 0.97], ["yunnan-2025", 0.95], ["china-2026-indicators", 0.95]])("%s: the worked answers are found (F1 ≥ %d)", async (name, least) => {
    const gold = readFileSync(new URL(`${name}.gold.jsonl`, plans), "utf8").split("\n").filter(Boolean)
      .map((line) => JSON.parse(line) as { at: number; value: number; unit: string; measure: string; comparator: string; period: string | null; note?: string });
    const { targets } = await compilePlan(readFileSync(new URL(`${name}.txt`, plans)), `${name}.txt`);
    const free = new Set(targets.filter((target) => target.number !== ""));
    let found = 0;
    let missed = 0;
    for (const answer of gold) {
      const hit = [...free].find((target) => Math.abs(target.at - answer.at) <= 4);
      const open = /^is it a target/i.test(answer.note ?? "");
      if (hit !== undefined) {
        free.delete(hit);
        if (!open) found++;
      } else if (!open) missed++;
    }
    expect((2 * found) / (2 * found + missed + free.size)).toBeGreaterThanOrEqual(least);
  });
});
