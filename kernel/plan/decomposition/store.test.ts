import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findTargets } from "../acts.ts";
import { type TestPlanCity, testPlanCity } from "../testing.ts";
import { advance, decide, draw, getDecomposition, listOpinions, listReturns, listStages, makeFile, receive } from "./acts.ts";
import type { OpinionView } from "./schema.ts";

const words = `某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要

一、总体目标

（一）主要目标

到2025年，全市生产总值达到2500亿元，城镇化率达到70%。

二、农业

（一）粮食

新建高标准农田6.3万亩。（责任单位：衢州市农业农村局、示例农业公司）

（二）水利

加快示例水库除险加固。
`;
const measures = { measures: [{ target: { indicator: "生产总值" }, measured_by: { indicator: "gdp", division: "330800" }, lead: "qz-tjj", basis: { "zh-CN": "职责", en: "Its duty" } }], duties: [] };

let city: TestPlanCity;
const asPlanner: TestPlanCity["asPlanner"] = (act, now) => city.asPlanner(act, now);
const asPublic: TestPlanCity["asPublic"] = (act) => city.asPublic(act);

beforeAll(async () => {
  city = await testPlanCity();
  await city.load(words, measures);
});
afterAll(async () => await city.end());

/** Changes cells of the workbook as an office would, and sends it back. */
async function edited(change: (sheet: ExcelJS.Worksheet, column: (label: string) => number, row: (words: string) => number) => void): Promise<string> {
  const file = await asPlanner((ctx) => makeFile(ctx, {}));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(file.content, "base64") as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("the workbook has no sheet");
  const find = (line: number, words: string): number => (sheet.getRow(line).values as unknown[]).findIndex((value) => value === words);
  const rowOf = (words: string): number => {
    for (let line = 5; line <= sheet.rowCount; line++) if (String(sheet.getCell(line, 4).value).includes(words)) return line;
    throw new Error(`no row of ${words}`);
  };
  change(sheet, (label) => find(3, label), rowOf);
  return Buffer.from(await book.xlsx.writeBuffer()).toString("base64");
}

const opinions = async (): Promise<OpinionView[]> => (await asPlanner((ctx) => listOpinions(ctx, {}))).items;

test("before it is drawn there is no table, and that is said", async () => {
  await expect(asPlanner((ctx) => getDecomposition(ctx))).rejects.toMatchObject({ status: 404, code: "no-decomposition" });
  expect((await asPlanner(listStages)).items).toEqual([]);
});

test("the table is drawn from the plan: printed bodies stand, suggested ones are marked; the public sees nothing of it yet", async () => {
  expect(await asPlanner((ctx) => draw(ctx, null))).toMatchObject({ version: 1, stage: "consultation" });
  const table = await asPlanner((ctx) => getDecomposition(ctx));
  const gdp = table.rows.find((row) => row.cells["subject"]?.includes("生产总值"));
  expect(gdp?.cells).toMatchObject({ total: "2500", y2025: "2500", lead: "衢州市统计局（建议）", deadline: "2025年" });
  expect(gdp?.cells["y2023"]).toBeUndefined();
  const field = table.rows.find((row) => row.cells["subject"]?.includes("高标准农田"));
  expect(field?.cells).toMatchObject({ lead: "衢州市农业农村局", with: "示例农业公司", note: expect.stringContaining("原文未写明牵头单位") });
  await expect(asPublic((ctx) => getDecomposition(ctx))).rejects.toMatchObject({ status: 404 });
});

test("returned files come in whole or not at all, each by itself; the same file is taken once", async () => {
  const first = await edited((sheet, column, row) => {
    sheet.getCell(2, 1).value = "填报单位：示例财政局";
    sheet.getCell(row("生产总值"), column("牵头单位")).value = "衢州市发展和改革委员会";
    sheet.getCell(row("生产总值"), column("责任单位")).value = "衢州市统计局";
    sheet.getCell(row("除险加固"), column("牵头单位")).value = "衢州市水利局";
    sheet.getCell(row("除险加固"), column("备注")).value = "资金未落实";
  });
  const second = await edited((sheet, column, row) => {
    sheet.getCell(2, 1).value = "填报单位：示例统计局";
    sheet.getCell(row("生产总值"), column("牵头单位")).value = "衢州市统计局";
    sheet.getCell(row("高标准农田"), column("时限")).value = "2024年底";
  });
  const report = await asPlanner((ctx) => receive(ctx, [{ name: "a.xlsx", content: first }, { name: "b.xlsx", content: second }, { name: "c.xls", content: Buffer.from("no workbook").toString("base64") }, { name: "again.xlsx", content: first }, { name: "d.xlsx", content: "!" }]));
  expect(report.items.map((one) => [one.received, one.office, one.opinions])).toEqual([[true, "示例财政局", 4], [true, "示例统计局", 1], [false, "", 0], [false, "", 0], [false, "", 0]]);
  expect(report.items[2]?.refusal?.["zh-CN"]).toContain(".xls");
  expect((await asPlanner((ctx) => listReturns(ctx))).items.map((one) => one.office)).toEqual(["示例财政局", "示例统计局"]);
  expect((await opinions()).map((one) => [one.office, one.label, one.kind])).toEqual([
    ["示例财政局", "牵头单位", "change"], ["示例财政局", "责任单位", "change"], ["示例财政局", "牵头单位", "change"], ["示例财政局", "备注", "remark"], ["示例统计局", "时限", "change"],
  ]);
});

test("the table moves on only when every opinion is decided, each with its reason", async () => {
  await expect(asPlanner((ctx) => advance(ctx, { stage: "submission" }))).rejects.toMatchObject({ status: 409, code: "undecided", values: { count: 5 } });
  await expect(asPlanner((ctx) => makeFile(ctx, { of: "adoption" }))).rejects.toMatchObject({ code: "undecided" });
  const [lead, shared, water, remark, deadline] = await opinions();
  const put = (one: OpinionView | undefined, body: Parameters<typeof decide>[2], match = one?.version ?? ""): Promise<OpinionView> => asPlanner((ctx) => decide(ctx, one?.id ?? "", body, { ifMatch: match }));
  await expect(put(lead, { outcome: "rejected" })).rejects.toMatchObject({ code: "decision-incomplete" });
  await expect(put(deadline, { outcome: "partly", reason: "折中" })).rejects.toMatchObject({ code: "decision-incomplete" });
  await put(lead, { outcome: "adopted" });
  await expect(put(lead, { outcome: "rejected", reason: "太晚" })).rejects.toMatchObject({ code: "version-changed" });
  await put(shared, { outcome: "adopted" });
  await put(water, { outcome: "adopted" });
  await put(remark, { outcome: "rejected", reason: "资金另行安排" });
  await put(deadline, { outcome: "partly", reason: "与年度计划衔接", result: "2025年6月底" });
  expect(await asPlanner((ctx) => advance(ctx, { stage: "submission" }))).toMatchObject({ version: 2, stage: "submission", duties: 0 });
  const table = await asPlanner((ctx) => getDecomposition(ctx));
  expect(table.rows.find((row) => row.cells["subject"]?.includes("生产总值"))?.cells).toMatchObject({ lead: "衢州市发展和改革委员会", with: "衢州市统计局" });
  expect(table.rows.find((row) => row.cells["subject"]?.includes("高标准农田"))?.cells["deadline"]).toBe("2025年6月底");
  await expect(put(deadline, { outcome: "adopted" }, "1")).rejects.toMatchObject({ code: "stage-closed" });
  const printed = await asPlanner((ctx) => makeFile(ctx, { version: 1, of: "adoption", format: "docx" }));
  expect(printed.name).toBe("意见采纳情况表（征求意见稿）.docx");
});

test("issuing needs number and date, issues the duties of known bodies in the same transaction, and is public", async () => {
  await expect(asPlanner((ctx) => advance(ctx, { stage: "consultation" }))).rejects.toMatchObject({ code: "stage-order" });
  await expect(asPlanner((ctx) => advance(ctx, { stage: "issued" }))).rejects.toMatchObject({ code: "number-needed" });
  const issued = await asPlanner((ctx) => advance(ctx, { stage: "issued", document_number: "示例发〔2026〕1号", issued_on: "2026-11-20" }));
  expect(issued).toMatchObject({ version: 3, stage: "issued", document_number: "示例发〔2026〕1号", duties: expect.any(Number), unknown_bodies: ["示例农业公司"] });
  const { items } = await asPublic((ctx) => findTargets(ctx, {}));
  const gdp = items.find((item) => item.indicator === "生产总值");
  expect(gdp?.responsible_bodies.map((one) => [one.body, one.role, one.issued_on])).toEqual([["qz-fgw", "lead", "2026-11-20"], ["qz-tjj", "with", "2026-11-20"]]);
  const table = await asPublic((ctx) => getDecomposition(ctx));
  expect(table).toMatchObject({ stage: "issued", document_number: "示例发〔2026〕1号" });
  expect(JSON.stringify(table.rows)).not.toContain("（建议）");
  await expect(asPlanner((ctx) => receive(ctx, []))).rejects.toMatchObject({ code: "issued" });
  expect((await asPlanner(listStages)).items.map((one) => one.stage)).toEqual(["issued", "submission", "consultation"]);
});
