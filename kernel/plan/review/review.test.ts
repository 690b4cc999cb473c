import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSource } from "../compile/compile.ts";
import type { CompiledPlan, Target } from "../compile/schema.ts";
import { plainSource } from "../formats/source.ts";
import { anchorOf } from "./anchor.ts";
import { applyCorrections, type Correction, fieldsOf, spotOf } from "./corrections.ts";
import type { Method } from "./doubts.ts";
import { isDone, reviewList } from "./review.ts";
import type { Act, TargetFields } from "./schema.ts";
import { type Decision, inForce } from "./threads.ts";

const compile = (text: string, sha256 = "one"): CompiledPlan => compileSource(plainSource(text), { name: "plan.txt", media_type: "text/plain", sha256 });
const method: Method = { target: 0.8, task: 0.5, knowsUnit: (unit) => unit !== "团" };

const head = "某市国民经济和社会发展第十四个五年规划纲要\n";
const economy = "一、主要目标\n（一）经济\n到2025年，全市生产总值达到2500亿元，城镇化率达到70%，研发投入强度达到2.5%。\n";
const farm = "二、农业\n（一）粮食\n新建高标准农田6.3万亩，改造提升老旧灌区12处。\n";
const travel = "三、文旅\n（一）旅游\n到2025年，接待游客突破1亿人次，实现古村落保护全覆盖。\n";
const sections = [economy, farm, travel] as const;
const text = head + sections.join("");
const plan = compile(text);

const get = (from: CompiledPlan, number: string): Target => {
  const found = from.targets.find((target) => target.number === number);
  if (found === undefined) throw new Error(`nothing was read at ${number}`);
  return found;
};
const titleOf = (from: CompiledPlan, clause: string | null): string => {
  const find = (nodes: CompiledPlan["outline"]): string | undefined => nodes.map((node) => (node.id === clause ? node.title : find(node.children))).find((title) => title !== undefined);
  return find(from.outline) ?? "";
};

let clock = 0;
function decided(from: CompiledPlan, target: Target, act: Act, changes: Partial<TargetFields> = {}): Correction {
  const compiled = fieldsOf("target", target) as TargetFields;
  return {
    thread: `thread-${target.id}`, revision: 1, kind: "target", subject: target.id, act,
    fields: act === "reject" || act === "withdraw" ? null : { ...compiled, ...changes }, compiled: act === "add" ? null : compiled,
    anchor: anchorOf(from.text, spotOf(from.text, target, titleOf(from, target.clause)), from.source.sha256), reason: "示例 example", at: new Date(1000 * ++clock).toISOString(), by: "planner",
  };
}
const added = (from: CompiledPlan, quote: string, number: string, fields: Partial<TargetFields>): Correction => {
  const start = from.text.indexOf(quote);
  const base = decided(from, get(plan, "70"), "add", { number, ...fields });
  return { ...base, thread: "tadded", subject: "tadded", anchor: anchorOf(from.text, { at: start + quote.indexOf(number), number, quote, title: "" }, from.source.sha256) };
};

describe("decisions on the same document", () => {
  test("a corrected value counts, an accepted one stays, a rejected one is gone, and each says so", () => {
    const now = applyCorrections(plan, [decided(plan, get(plan, "2500"), "correct", { value: 2600 }), decided(plan, get(plan, "70"), "accept"), decided(plan, get(plan, "6.3"), "reject")]);
    expect(now.targets.find((one) => one.number === "2500")).toMatchObject({ value: 2600, corrected: { act: "correct", by: "planner", reason: "示例 example", fields: ["value"] } });
    expect(now.targets.find((one) => one.number === "70")).toMatchObject({ value: 70, corrected: { act: "accept", fields: [] } });
    expect(now.targets.some((one) => one.number === "6.3")).toBe(false);
    expect(now.targets.filter((one) => one.corrected === null)).toHaveLength(plan.targets.length - 3);
    expect(now.orphans).toEqual([]);
  });

  test("what was added stands at its words, in its clause, in the order of the text", () => {
    const now = applyCorrections(plan, [added(plan, "改造提升老旧灌区12处", "12", { indicator: "老旧灌区", unit: "处", value: 12 })]);
    const mine = now.targets.find((one) => one.corrected?.act === "add");
    expect(mine).toMatchObject({ id: "tadded", indicator: "老旧灌区", at: text.indexOf("12处") });
    expect(text.slice(mine?.at, (mine?.at ?? 0) + 2)).toBe("12");
    expect(titleOf(plan, mine?.clause ?? null)).toBe("粮食");
    expect(now.targets.map((one) => one.at)).toEqual(now.targets.map((one) => one.at).sort((a, b) => a - b));
  });

  test("a better compiler: other ids, other readings, a reading that is not made any more", () => {
    const target = get(plan, "2500");
    const decision = decided(plan, target, "correct", { unit: "亿元人民币" });
    const renamed = { ...plan, targets: plan.targets.map((one) => (one === target ? { ...one, id: "tother", indicator: "地区生产总值", quote: "全市生产总值达到2500亿元" } : one)) };
    expect(applyCorrections(renamed, [decision]).targets.find((one) => one.id === "tother")).toMatchObject({ unit: "亿元人民币", indicator: target.indicator });
    const unread = { ...plan, targets: plan.targets.filter((one) => one !== target) };
    expect(applyCorrections(unread, [decision]).targets.find((one) => one.id === target.id)).toMatchObject({ unit: "亿元人民币", value: 2500 });
    expect(applyCorrections(unread, [decided(plan, target, "reject")]).orphans).toEqual([]);
  });

  test("what the compiler learns to read is not there twice", () => {
    const quote = "改造提升老旧灌区12处";
    const unread = { ...plan, targets: plan.targets.filter((one) => one.number !== "12") };
    const decision = added(unread, quote, "12", { indicator: "老旧灌区", unit: "处", value: 12 });
    const learnt = { ...unread, targets: [...unread.targets, { ...get(plan, "70"), id: "tlearnt", at: text.indexOf("12处"), number: "12", unit: "处", quote }] };
    const now = applyCorrections(learnt, [decision]);
    expect(now.targets.filter((one) => one.number === "12")).toMatchObject([{ id: "tadded", indicator: "老旧灌区" }]);
  });
});

describe("decisions on a revised document", () => {
  const decisions = [decided(plan, get(plan, "2500"), "correct", { indicator: "GDP" }), decided(plan, get(plan, "70"), "accept"), decided(plan, get(plan, "6.3"), "reject"), added(plan, "改造提升老旧灌区12处", "12", { indicator: "老旧灌区", value: 12 })];

  test("sentences put in before, and a title that was changed, change nothing", () => {
    const revised = compile(text.replace("（一）经济\n", "（一）经济增长\n坚持稳中求进。\n").replace("新建高标准", "加大投入，扩大规模。新建高标准"), "two");
    const now = applyCorrections(revised, decisions);
    expect(now.orphans).toEqual([]);
    expect(now.subjects.filter((one) => one.again)).toEqual([]);
    expect(now.targets.find((one) => one.number === "2500")).toMatchObject({ indicator: "GDP" });
    expect(now.targets.filter((one) => one.corrected !== null)).toHaveLength(3);
    expect(now.targets.some((one) => one.number === "6.3")).toBe(false);
  });

  test("another number is shown to be looked at again, and is not overwritten", () => {
    const now = applyCorrections(compile(text.replace("2500亿元", "2800亿元").replace("灌区12处", "灌区15处").replace("农田6.3万亩", "农田7.1万亩"), "two"), decisions);
    expect(now.targets.find((one) => one.number === "2800")).toMatchObject({ value: 2800, corrected: null });
    expect(now.subjects.filter((one) => one.again).map((one) => one.spot.number)).toEqual(["2800", "7.1", "15"]);
    expect(now.targets.some((one) => one.number === "7.1")).toBe(true);
  });

  test("words that are gone leave an orphan", () => {
    const now = applyCorrections(compile(head + economy + travel, "two"), decisions);
    expect(now.orphans.map((one) => one.anchor.number).sort()).toEqual(["12", "6.3"]);
  });

  test("an accepted reading that a revised document makes another one must be looked at again; a corrected one keeps what was changed and reads the rest anew", () => {
    const revised = compile(text.replace("到2025年，全市", "到2030年，全市"), "two");
    const period = applyCorrections(revised, decisions).targets.find((one) => one.number === "2500");
    expect(period).toMatchObject({ indicator: "GDP", period: "2030" });
    expect(applyCorrections(revised, decisions).subjects.filter((one) => one.again).map((one) => one.spot.number)).toEqual(["70"]);
  });

  test("the same number elsewhere is not mistaken for it", () => {
    const twice = compile(`${head}一、城市\n新建停车位300个，让群众停车不难。\n二、乡村\n新建卫生厕所300座，改善人居环境。\n`);
    const decision = decided(twice, twice.targets[1] as Target, "correct", { value: 301 });
    const turned = compile(`${head}二、乡村\n新建卫生厕所300座，改善人居环境。\n一、城市\n新建停车位300个，让群众停车不难。\n`, "two");
    expect(applyCorrections(turned, [decision]).targets.map((one) => one.value)).toEqual([301, 300]);
    const gone = compile(`${head}一、城市\n新建停车位300个，让群众停车不难。\n`, "three");
    expect(applyCorrections(gone, [decision]).orphans).toHaveLength(1);
  });
});

const target = fc.integer({ min: 0, max: plan.targets.length - 1 });
const decisionOf = fc.record({ at: target, act: fc.constantFrom<Act>("accept", "correct", "reject"), value: fc.integer({ min: 1, max: 99999 }) })
  .map(({ at, act, value }) => decided(plan, plan.targets[at] as Target, act, act === "correct" && plan.targets[at]?.value !== null ? { value } : {}));
const some = fc.uniqueArray(decisionOf, { selector: (one) => one.thread, maxLength: 6 });
const effects = ({ targets }: ReturnType<typeof applyCorrections>): unknown[] => targets.map(({ at: _, clause: __, quote: ___, responsible: ____, ...rest }) => rest);

describe("properties", () => {
  test("laying decisions over what they were laid over changes nothing; the order they come in does not matter; the plan is left alone", () => {
    fc.assert(fc.property(some, (decisions) => {
      const before = JSON.stringify(plan);
      const once = applyCorrections(plan, decisions);
      const again = applyCorrections({ ...plan, targets: once.targets, tasks: once.tasks }, decisions);
      expect(again.targets.map(({ corrected: _, ...rest }) => rest)).toEqual(once.targets.map(({ corrected: _, ...rest }) => rest));
      expect(applyCorrections(plan, [...decisions].reverse())).toEqual(once);
      expect(JSON.stringify(plan)).toBe(before);
    }), { numRuns: 60 });
  });

  test("the same document compiled again gives the same", () => {
    fc.assert(fc.property(some, (decisions) => {
      expect(applyCorrections(compile(text), decisions)).toEqual(applyCorrections(plan, decisions));
    }), { numRuns: 20 });
  });

  test("a revision that moves sections about keeps every decision", () => {
    fc.assert(fc.property(some, fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }), fc.constantFrom("", "四、保障\n加强组织领导，形成合力。\n"), (decisions, order, more) => {
      const moved = compile(head + order.map((one) => sections[one]).join("") + more, "two");
      const now = applyCorrections(moved, decisions);
      expect(now.orphans).toEqual([]);
      expect(now.subjects.filter((one) => one.again)).toEqual([]);
      const byNumber = (list: unknown[]): unknown[] => list.map((one) => JSON.stringify(one)).sort();
      expect(byNumber(effects(now))).toEqual(byNumber(effects(applyCorrections(plan, decisions))));
    }), { numRuns: 40 });
  });

  test("any decisions over any text: nothing is thrown, and every quote stands in the text", () => {
    fc.assert(fc.property(some, fc.array(fc.constantFrom(...text.split(/(?<=[，。\n])/), "达到12处", "😀", "２５００亿元，"), { maxLength: 30 }), (decisions, pieces) => {
      const other = compile(`${head}${pieces.join("")}`, "two");
      for (const one of applyCorrections(other, decisions).targets) expect(other.text).toContain(one.quote);
    }), { numRuns: 60 });
  });

  test("withdrawing takes back the newest decision that is not taken back yet", () => {
    const acts = fc.array(fc.constantFrom<Act>("accept", "correct", "reject", "withdraw"), { maxLength: 12 });
    fc.assert(fc.property(acts, (list) => {
      const stack: { act: Act; revision: number }[] = [];
      const rows: Decision[] = [];
      for (const act of list) {
        if (act === "withdraw" && stack.length === 0) continue;
        const { by: role, at: _, ...one } = decided(plan, get(plan, "70"), act, { value: rows.length });
        rows.push({ ...one, role, thread: "t", revision: rows.length + 1, recorded_at: new Date(rows.length) });
        if (act === "withdraw") stack.pop();
        else stack.push({ act, revision: rows.length });
      }
      const [now] = inForce(rows);
      expect(now?.act).toBe(rows.length === 0 ? undefined : (stack.at(-1)?.act ?? "withdraw"));
      expect(now?.revision).toBe(rows.length === 0 ? undefined : rows.length);
      if (stack.length === 0 && now !== undefined) expect(applyCorrections(plan, [now]).targets).toEqual(applyCorrections(plan, []).targets);
    }));
  });
});

describe("the list", () => {
  const doubtful = compile(`${head}一、目标\n到2025年，城镇化率达到70%。\n到2025年，城镇化率达到72%。\n新建合唱队伍5团。\n实现古村落保护全覆盖。\n`);
  const listed = (decisions: Correction[] = [], from = doubtful) => reviewList({ read: from, effective: applyCorrections(from, decisions), method, tables: [] });

  test("two readings that contradict come first, then the others by doubt, each with its words and reasons", () => {
    const list = listed();
    expect(list.slice(0, 2).map((item) => item.doubts.map((doubt) => doubt.code))).toEqual([["contradiction"], ["contradiction"]]);
    expect(list.flatMap((item) => item.doubts.map((doubt) => doubt.code))).toContain("unit");
    expect(list.map((item) => item.doubt)).toEqual(list.map((item) => item.doubt).sort((a, b) => b - a));
    for (const item of list) {
      const { paragraph, mark } = item;
      expect(paragraph?.text.slice((mark?.start ?? 0) - (paragraph?.start ?? 0), (mark?.end ?? 0) - (paragraph?.start ?? 0))).toBe(doubtful.text.slice(mark?.start, mark?.end));
    }
  });

  test("what was decided stays in it as done, also what was rejected", () => {
    const decisions = [decided(doubtful, get(doubtful, "70"), "reject"), decided(doubtful, get(doubtful, "72"), "accept")];
    const list = listed(decisions);
    expect(list.filter(isDone).map((item) => item.state).sort()).toEqual(["accepted", "rejected"]);
    expect(list).toHaveLength(listed().length);
  });

  test("a lost picture and a lost decision are in it", () => {
    const from = { ...doubtful, issues: [{ at: 30, kind: "picture", message: "图" }] };
    const orphan = decided(plan, get(plan, "2500"), "accept");
    expect(listed([orphan], from).map((item) => [item.kind, item.state])).toEqual(expect.arrayContaining([["issue", "open"], ["target", "orphan"]]));
  });
});
