import { afterAll, beforeAll, expect, test } from "vitest";
import { assignDuty, assignMeasure, findTargets, findTasks, getCockpit, getPlan, getTarget, release } from "./acts.ts";
import { listVersions } from "./queries/document.ts";
import { type TestPlanCity, testPlanCity } from "./testing.ts";
import { compareFile, compareVersions } from "./versions.ts";

const words = `某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要

一、总体目标

（一）主要目标

到2025年，全市生产总值达到2500亿元，城镇化率达到70%。

二、农业

（一）粮食

新建高标准农田6.3万亩。
`;
const measures = {
  measures: [{ target: { indicator: "生产总值" }, measured_by: { indicator: "gdp", division: "330800" }, lead: "qz-tjj", basis: { "zh-CN": "职责", en: "Its duty" } }],
  duties: [{ clause: "二", lead: "qz-nyncj" }],
};

let city: TestPlanCity;
const asPublic: TestPlanCity["asPublic"] = (act) => city.asPublic(act);
const asPlanner: TestPlanCity["asPlanner"] = (act, now) => city.asPlanner(act, now);
const load = (text: string) => city.load(text, measures);

beforeAll(async () => {
  city = await testPlanCity();
  await load(words);
});
afterAll(async () => await city.end());

const gdp = async () => {
  const { items } = await asPlanner((ctx) => findTargets(ctx, {}));
  const found = items.find((item) => item.indicator === "生产总值");
  if (found === undefined) throw new Error("no target of GDP was read");
  return found;
};

test("loading the same plan again adds nothing; changed words make a new version that keeps ids, measures and duties", async () => {
  const before = await gdp();
  expect(await load(words)).toMatchObject({ version: 1, isNew: false });
  expect(await load(words.replace("6.3", "7.3"))).toMatchObject({ version: 2, isNew: true });
  const after = await gdp();
  expect([after.id, after.indicator_code, after.responsible_bodies]).toEqual([before.id, "gdp", before.responsible_bodies]);
  expect((await asPlanner(getPlan)).version).toBe(2);
});

test("two versions are compared, and a file that is not in force with one that is", async () => {
  const change = { what: "target", kinds: ["number"], fields: [{ field: "number", before: "6.3万亩", after: "7.3万亩" }] };
  expect((await asPlanner(listVersions)).map(({ version }) => version)).toEqual([2, 1]);
  const between = await asPlanner((ctx) => compareVersions(ctx, { before: 1, after: 2 }));
  expect(between.changes).toEqual([expect.objectContaining(change), expect.objectContaining({ what: "task" }), expect.objectContaining({ what: "paragraph" })]);
  const content = Buffer.from(words).toString("base64");
  expect(await asPlanner((ctx) => compareFile(ctx, { version: 2, name: "draft.txt", content, as: "before" }))).toEqual(between);
  await expect(asPlanner((ctx) => compareVersions(ctx, { before: 1, after: 9 }))).rejects.toMatchObject({ status: 404 });
  await expect(asPlanner((ctx) => compareFile(ctx, { version: 2, name: "picture.png", content: "iVBORw0KGgo=", as: "before" }))).rejects.toMatchObject({ code: "plan-image" });
});

test("a target is judged by the indicator that measures it, as of a day", async () => {
  const { id } = await gdp();
  const on = async (as_of: string) => (await asPlanner((ctx) => getTarget(ctx, id, { as_of }))).body.standing;
  expect(await on("2024-12-31")).toMatchObject({ status: "at_risk" });
  expect(await on("2026-11-23")).toMatchObject({ status: "due_unpublished", due: "2025-12-31" });
});

test("changing a measure needs the version it was made on; what was before stays on record", async () => {
  const { id, measured_by } = await gdp();
  const change = (ifMatch: string | null) => asPlanner((ctx) => assignMeasure(ctx, id, { indicator: null }, { ifMatch }));
  await expect(change(null)).rejects.toMatchObject({ status: 428 });
  await expect(change("99")).rejects.toMatchObject({ status: 412 });
  const changed = await change(measured_by?.version ?? "");
  expect(changed.body).toMatchObject({ indicator_code: null, standing: { status: "due_unpublished" } });
  await asPlanner((ctx) => assignMeasure(ctx, id, { indicator: "gdp", division: "330800" }, { ifMatch: changed.version }));
  await expect(asPlanner((ctx) => assignMeasure(ctx, id, { indicator: "nothing", division: "330800" }, { ifMatch: "3" }))).rejects.toMatchObject({ status: 404 });
});

test("a draft duty is seen inside only; an issued one by everyone", async () => {
  const { id } = await gdp();
  const publicly = async () => (await asPublic((ctx) => findTargets(ctx, {}))).items.find((item) => item.id === id)?.responsible_bodies;
  expect(await publicly()).toEqual([]);
  await asPlanner((ctx) => assignDuty(ctx, { subject: id, body: "qz-tjj", role: "lead", issued_on: "2021-04-01", document_number: "示例〔2021〕1号" }));
  expect(await publicly()).toMatchObject([{ body: "qz-tjj", issued_on: "2021-04-01" }]);
  const { items } = await asPlanner((ctx) => findTasks(ctx, {}));
  expect(items.every((task) => task.chapter !== null)).toBe(true);
});

test("the public sees the status of the last release, as it stood then, and nothing before", async () => {
  const { id } = await gdp();
  const publicly = async () => (await asPublic((ctx) => getTarget(ctx, id, {}))).body.standing;
  expect(await publicly()).toBeNull();
  expect((await asPublic((ctx) => getCockpit(ctx, {}))).counts).toEqual([]);
  await expect(asPlanner((ctx) => release(ctx, { as_of: "2027-01-01" }))).rejects.toMatchObject({ status: 422 });
  await asPlanner((ctx) => release(ctx, { as_of: "2024-12-31" }));
  expect(await publicly()).toMatchObject({ status: "at_risk", as_of: "2024-12-31", released_on: "2026-11-23" });
  expect(await asPublic((ctx) => getCockpit(ctx, {}))).toMatchObject({ as_of: "2024-12-31", released_on: "2026-11-23", turned: [] });
});

test("the cockpit says what turned since a month ago", async () => {
  const seen = await asPlanner((ctx) => getCockpit(ctx, { as_of: "2026-01-15" }));
  expect(seen.turned).toContainEqual(expect.objectContaining({ indicator: "生产总值", to: "due_unpublished" }));
});
