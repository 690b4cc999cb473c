import { afterAll, beforeAll, expect, test } from "vitest";
import { findTargets, findTasks, getCockpit, getPlan, getTarget, release } from "./acts.ts";
import { type TestPlanCity, testPlanCity } from "./testing.ts";
import type { CorrectionIn, ReviewItem } from "./review/schema.ts";
import { joinTable, previewTable, withdrawTable } from "./pasting.ts";
import { decide, findReview, withdraw } from "./reviewing.ts";

const words = `某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要

一、总体目标

（一）主要目标

到2025年，全市生产总值达到2500亿元，城镇化率达到70%。

主要指标见下表。

二、农业

（一）粮食

新建高标准农田6.3万亩，实现古村落保护全覆盖，扶持家庭农场若干。
`;
const adoption = { adopted_on: "2021-02-26", adopted_by: { "zh-CN": "示例", en: "example" }, origin: null, note: null };
const measures = { measures: [{ target: { indicator: "生产总值" }, measured_by: { indicator: "gdp", division: "330800" } }] };

let city: TestPlanCity;
const asPublic: TestPlanCity["asPublic"] = (act) => city.asPublic(act);
const asPlanner: TestPlanCity["asPlanner"] = (act, now) => city.asPlanner(act, now);
const load = (text: string) => city.load(text, measures, adoption);
const targets = async () => (await asPublic((ctx) => findTargets(ctx, {}))).items;
const find = async (number: string) => {
  const found = (await targets()).find((item) => item.number === number);
  if (found === undefined) throw new Error(`nothing was read at ${number}`);
  return found;
};
const review = async (subject: string): Promise<ReviewItem> => {
  const [item] = (await asPlanner((ctx) => findReview(ctx, { subject }))).items;
  if (item === undefined) throw new Error("nothing to review");
  return item;
};
const say = async (item: ReviewItem, body: Partial<CorrectionIn>, ifMatch: string | null = item.version) =>
  (await asPlanner((ctx) => decide(ctx, { act: "accept", kind: "target", subject: item.subject ?? "", ...body } as CorrectionIn, { ifMatch }))).body;
const undo = (item: ReviewItem, ifMatch: string | null = item.version) => asPlanner((ctx) => withdraw(ctx, item.thread ?? "", { ifMatch }));

beforeAll(async () => {
  city = await testPlanCity();
  await load(words);
});
afterAll(async () => await city.end());

test("a corrected value turns the status, is seen by everyone with who and why, and was not known before", async () => {
  const { id } = await find("2500");
  const before = (await asPlanner((ctx) => getTarget(ctx, id, { as_of: "2024-12-31" }))).body;
  expect(before).toMatchObject({ corrected: null, standing: { status: "at_risk" } });
  const item = await say(await review(id), { act: "correct", fields: { value: 2300 }, reason: "核对原件（示例 example）" });
  expect(item).toMatchObject({ state: "corrected", version: "1", decided: { fields: ["value"], by: "planner" } });
  const after = (await asPlanner((ctx) => getTarget(ctx, id, { as_of: "2024-12-31" }))).body;
  expect(after.standing?.status).toBe("ahead");
  expect(await find("2500")).toMatchObject({ value: 2300, indicator_code: "gdp", corrected: { by: "planner", reason: "核对原件（示例 example）", fields: ["value"] } });
  const known = (await asPlanner((ctx) => findTargets(ctx, { known_at: "2026-11-22" }))).items.find((one) => one.id === id);
  expect(known).toMatchObject({ value: 2500, corrected: null });
});

test("two planners at once: the second is told, and decides on what is there", async () => {
  const item = await review((await find("70")).id);
  await expect(say(item, {}, null)).rejects.toMatchObject({ status: 428 });
  await say(item, { act: "accept" });
  await expect(say(item, { act: "reject" })).rejects.toMatchObject({ status: 412 });
  expect(await review(item.subject ?? "")).toMatchObject({ state: "accepted", version: "1" });
  const both = await review((await find("6.3")).id);
  const tried = await Promise.allSettled(Array.from({ length: 6 }, () => say(both, { act: "accept" })));
  expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of tried) if (one.status === "rejected") expect(one.reason).toMatchObject({ status: 412 });
});

test("a rejected target leaves lists and counts, stays in the review, and comes back when that is withdrawn", async () => {
  const { id } = await find("6.3");
  const count = async () => (await asPlanner((ctx) => getCockpit(ctx, {}))).targets;
  const all = await count();
  const rejected = await say(await review(id), { act: "reject", reason: "是现状（示例 example）" });
  expect([await count(), (await targets()).some((one) => one.id === id)]).toEqual([all - 1, false]);
  expect((await asPlanner((ctx) => findReview(ctx, { state: "done" }))).items).toContainEqual(expect.objectContaining({ state: "rejected", subject: id }));
  expect((await asPlanner((ctx) => release(ctx, { as_of: "2024-12-31" }))).targets).toBe(all - 1);
  const back = (await undo(rejected)).body.item;
  expect(back).toMatchObject({ state: "accepted", version: String(Number(rejected.version) + 1) });
  expect(await count()).toBe(all);
  await expect(undo(rejected)).rejects.toMatchObject({ status: 412 });
});

test("what is added stands at the words that were marked; fields that cannot be so are refused at their place", async () => {
  const start = words.indexOf("扶持家庭农场若干");
  const body = { act: "add", kind: "target", start, end: start + 8, document: 1, fields: { indicator: "家庭农场", measure: "event", period: "2025" } } as const;
  const add = (more: Partial<CorrectionIn> = {}) => asPlanner((ctx) => decide(ctx, { ...body, ...more } as CorrectionIn, { ifMatch: null }));
  await expect(add({ fields: { indicator: "", number: "99", value: 99, period: "明年" } })).rejects.toMatchObject({ status: 422, places: [{ at: "/fields/period" }, { at: "/fields/indicator" }, { at: "/fields/number" }] });
  await expect(add({ document: 9 })).rejects.toMatchObject({ status: 409 });
  await expect(add({ end: 10 ** 6 })).rejects.toMatchObject({ status: 422 });
  const { body: item } = await add();
  expect(item).toMatchObject({ state: "added", target: { read: null, now: { indicator: "家庭农场" } }, chapter: { title: "农业" } });
  await expect(add()).rejects.toMatchObject({ code: "already-there" });
  expect((await targets()).find((one) => one.indicator === "家庭农场")).toMatchObject({ quote: "扶持家庭农场若干", corrected: { act: "add" }, chapter: { title: "农业" } });
  const mended = await say(item, { act: "correct", fields: { period: "2023" } });
  expect(mended).toMatchObject({ state: "added", target: { now: { period: "2023", indicator: "家庭农场" } } });
  const rejected = await say(mended, { act: "reject" });
  expect(rejected.state).toBe("rejected");
  expect((await targets()).some((one) => one.indicator === "家庭农场")).toBe(false);
  expect((await undo(rejected)).body.item).toMatchObject({ state: "added" });
});

test("a revised document keeps decisions, and shows those whose number changed", async () => {
  expect(await load(words.replace("一、总体目标", "一、发展目标").replace("2500亿元", "2600亿元").replace("（一）粮食\n", "（一）粮食安全\n\n严守耕地红线。\n"))).toMatchObject({ version: 2, isNew: true });
  expect(await find("2600")).toMatchObject({ value: 2600, corrected: null });
  const { items } = await asPlanner((ctx) => findReview(ctx, { state: "open" }));
  expect(items[0]).toMatchObject({ state: "again", decided: { number: "2500", fields: ["value"] }, target: { now: { value: 2600 } } });
  expect((await targets()).find((one) => one.indicator === "家庭农场")?.corrected).not.toBeNull();
  expect(await find("6.3")).toMatchObject({ corrected: { act: "accept" } });
  expect(await load(words)).toMatchObject({ version: 3 });
  expect(await find("2500")).toMatchObject({ value: 2300, corrected: { act: "correct" } });
});

test("tasks are corrected, added and rejected alike", async () => {
  const { document } = await asPlanner((ctx) => findReview(ctx, {}));
  const text = (await asPlanner((ctx) => getPlan(ctx))).text;
  const tasks = async () => (await asPlanner((ctx) => findTasks(ctx, {}))).items;
  const start = text.indexOf("扶持家庭农场若干");
  const { body: item } = await asPlanner((ctx) => decide(ctx, { act: "add", kind: "task", start, end: start + 8, document, fields: { title: "扶持家庭农场", kind: "build" } }, { ifMatch: null }));
  expect(await tasks()).toContainEqual(expect.objectContaining({ id: item.subject, title: "扶持家庭农场", start, chapter: expect.objectContaining({ title: "农业" }) as object }));
  const other = (await tasks()).find((one) => one.corrected === null);
  const read = await review(other?.id ?? item.subject ?? "");
  const corrected = await say(read, { act: "correct", kind: "task", fields: { responsible: ["示例局"], deadline: "2024" } });
  expect((await tasks()).find((one) => one.id === corrected.subject)).toMatchObject({ responsible: ["示例局"], deadline: "2024" });
  await expect(say(corrected, { act: "correct", kind: "task", fields: { title: " " } })).rejects.toMatchObject({ places: [{ at: "/fields/title" }] });
  const rejected = await say(corrected, { act: "reject", kind: "task" });
  expect((await tasks()).some((one) => one.id === corrected.subject)).toBe(false);
  expect((await undo(rejected)).body.item?.task?.now).toMatchObject({ responsible: ["示例局"] });
});

test("pages, filters, progress", async () => {
  const first = await asPlanner((ctx) => findReview(ctx, { limit: 1 }));
  expect(first.items).toHaveLength(1);
  const rest = await asPlanner((ctx) => findReview(ctx, { after: first.next ?? "" }));
  expect(1 + rest.items.length).toBe(first.of);
  expect(first.looked_at).toBe((await asPlanner((ctx) => findReview(ctx, { state: "done" }))).items.length);
  const tasks = await asPlanner((ctx) => findReview(ctx, { kind: "task" }));
  expect(tasks.items.every((item) => item.task !== null)).toBe(true);
});

test("a lost table is shown before it is joined, joined as a new version, and joined again when the document is loaded again", async () => {
  const pasted = "指标\t2020年\t2025年\t属性\n森林覆盖率（%）\t68\t70.1\t约束性\n常住人口（万人）\t220\t230\t预期性";
  const at = words.indexOf("主要指标见下表") + 3;
  const body = { at, pasted, document: 3, source: "纸质件第 9 页（示例 example）" };
  await expect(asPlanner((ctx) => previewTable(ctx, { ...body, pasted: "没有表" }))).rejects.toMatchObject({ status: 422 });
  const shown = await asPlanner((ctx) => previewTable(ctx, body));
  expect(shown.rows).toHaveLength(3);
  expect(shown.targets.map((one) => one.number)).toEqual(expect.arrayContaining(["70.1", "230"]));
  expect((await targets()).some((one) => one.number === "70.1")).toBe(false);
  expect(await asPlanner((ctx) => joinTable(ctx, body))).toMatchObject({ version: 4 });
  expect(await find("70.1")).toMatchObject({ indicator: "森林覆盖率", attribute: "binding" });
  expect(await find("2500")).toMatchObject({ value: 2300 });
  expect(await load(words)).toMatchObject({ version: 4, isNew: false });
  expect(await load(words.replace("主要目标\n", "主要目标\n\n坚持系统观念。\n"))).toMatchObject({ version: 5 });
  expect(await find("70.1")).toMatchObject({ attribute: "binding" });
  const [joined] = (await asPlanner((ctx) => findReview(ctx, { kind: "issue", state: "done" }))).items;
  expect(joined).toMatchObject({ state: "added", decided: { reason: "纸质件第 9 页（示例 example）" } });
  const out = (version: string) => asPlanner((ctx) => withdrawTable(ctx, joined?.thread ?? "", { ifMatch: version }));
  await expect(out("9")).rejects.toMatchObject({ status: 412 });
  expect(await out("1")).toEqual({ version: 6 });
  expect((await targets()).some((one) => one.number === "70.1")).toBe(false);
  await expect(out("1")).rejects.toMatchObject({ status: 404 });
});

test("where no table is missing a planner says so, and may take it back", async () => {
  const lost = async () => (await asPlanner((ctx) => findReview(ctx, { kind: "issue" }))).items;
  expect(await load(words.replace("主要指标见下表。", "表1 主要指标\n\n注：1.指标均为预期性；2.〔〕内为五年累计数。"))).toMatchObject({ isNew: true });
  const [item, ...rest] = await lost();
  expect(item).toMatchObject({ kind: "issue", state: "open" });
  const { document } = await asPlanner((ctx) => findReview(ctx, {}));
  await asPlanner((ctx) => joinTable(ctx, { at: item?.mark?.start ?? 0, document, pasted: null }));
  const [told] = await lost();
  expect(told).toMatchObject({ key: item?.key, state: "rejected" });
  await asPlanner((ctx) => withdrawTable(ctx, told?.thread ?? "", { ifMatch: told?.version ?? "" }));
  expect(await lost()).toEqual([item, ...rest]);
  // The notes stand below the table that is joined, and the place is no longer told as missing.
  const pasted = "指标\t2020年\t2025年\n粮食产量（万吨）\t〔50〕\t〔60〕";
  const joined = await asPlanner((ctx) => joinTable(ctx, { at: item?.mark?.start ?? 0, document, pasted }));
  expect(joined.targets).toMatchObject([{ number: "60", period: "2021/2025" }]);
  expect((await lost()).filter((one) => one.state === "open")).toEqual([]);
});
