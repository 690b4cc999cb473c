import { readFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlan } from "../read.ts";
import { decompose } from "./decomposition.ts";
import { leadRuleOf, shareBodies } from "./leads.ts";
import { printedTable, writePaper } from "./paper.ts";
import { readTable } from "./sent.ts";
import { writeWorkbook } from "./sheet.ts";
import { columnsOf, type DecompositionTable, type Row } from "./table.ts";

const plan = async (words: string) => await readPlan(new TextEncoder().encode(words), "plan.txt");
const rowOf = (table: DecompositionTable, words: string): Row["cells"] => table.rows.find((row) => row.cells["subject"]?.includes(words))?.cells ?? {};

const fiveYears = `示例市国民经济和社会发展第十四个五年规划纲要

一、发展目标

到2025年，示例市生产总值达到800亿元，城镇化率达到66%以上。2023年，示例市接待游客达到300万人次。五年累计新建示例公路120公里。

二、重点任务

（一）建设示例水厂

每年改造示例管网20公里。
`;

test("what is printed for a year stands in its column; nothing is filled in between", async () => {
  const table = decompose(await plan(fiveYears));
  expect(table.span).toEqual([2021, 2025]);
  const gdp = rowOf(table, "生产总值");
  expect(gdp).toMatchObject({ subject: "示例市生产总值（亿元）", total: "800", y2025: "800", deadline: "2025年" });
  for (const year of [2021, 2022, 2023, 2024]) expect(gdp[`y${year}`]).toBeUndefined();
  expect(rowOf(table, "城镇化率")).toMatchObject({ total: "≥66" });
  const road = rowOf(table, "公路");
  expect(road["total"]).toBe("120");
  expect([2021, 2022, 2023, 2024, 2025].map((year) => road[`y${year}`])).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(table.rows.map((row) => row.cells["number"])).toEqual(table.rows.map((_, index) => String(index + 1)));
});

test("a document of one year has quarters for years", async () => {
  const table = decompose(await plan("2025年示例县政府工作报告\n\n一、2025年重点工作\n\n（一）稳定就业\n\n2025年新增城镇就业5000人。\n"));
  expect(columnsOf(table.span).map((column) => column.label)).toEqual(["序号", "篇章", "原文", "指标/任务", "属性", "全年目标", "一季度", "二季度", "三季度", "四季度", "牵头单位", "责任单位", "分管领导（岗位）", "时限", "备注"]);
});

test("chapters are named as printed, and by how much something is to fall is told as a fall", async () => {
  const table = decompose(await plan("示例市国民经济和社会发展第十五个五年规划纲要\n\n第一章 主要目标\n\n第一节 绿色发展\n\n单位生产总值能耗五年累计下降13.5%，到2030年示例覆盖率提高5个百分点。\n"));
  expect(rowOf(table, "能耗")).toMatchObject({ chapter: "第一章 主要目标 / 第一节 绿色发展", subject: "单位生产总值能耗下降（%）", total: "13.5" });
  expect(rowOf(table, "覆盖率")).toMatchObject({ subject: "示例覆盖率提高（个百分点）" });
});

test("a document that prints only the year it was issued has a column for each year until its targets are due", async () => {
  const words = "示例行动方案\n\n2018年12月29日\n\n一、目标\n\n到2020年，示例利用率达到75%以上，示例回收率达到80%以上。\n";
  const read = { ...(await plan(words)), period: "2018" };
  const table = decompose(read);
  expect(columnsOf(table.span).map((column) => column.label)).toEqual(expect.arrayContaining(["规划期目标", "2018年", "2019年", "2020年"]));
  expect(rowOf(table, "利用率")).toMatchObject({ total: "≥75", y2020: "≥75", deadline: "2020年" });
  const report = await plan("2025年示例县政府工作报告\n\n一、2025年重点工作\n\n2025年新增城镇就业5000人，改造老旧小区20个。到2030年森林覆盖率达到60%。\n");
  expect(decompose(report).span).toEqual([2025, 2025]);
});

test.each([
  ["任务后列出的单位，列第一位的为牵头单位。", "first"],
  ["各项任务由多个部门负责的，排在第一位的为牵头单位", "first"],
  ["多个责任单位的，排第一位的单位为牵头责任单位", "first"],
  ["责任单位中标*的为牵头单位", "starred"],
  ["带★号的为牵头部门", "starred"],
  ["各部门要明确牵头单位，抓好落实", "none"],
])("the document's own rule of who leads: %s", (words, kind) => {
  expect(leadRuleOf(`前言。\n${words}\n一、任务`).kind).toBe(kind);
});

const first = { kind: "first", words: "" } as const;
const starred = { kind: "starred", words: "" } as const;
const none = { kind: "none", words: "" } as const;
test.each([
  ["责任单位：甲局、乙局、丙局", first, ["甲局"], ["乙局", "丙局"], false],
  ["责任单位：甲局、乙局", none, ["甲局"], ["乙局"], true],
  ["责任单位：甲局、*乙局、丙局", starred, ["乙局"], ["甲局", "丙局"], false],
  ["牵头单位：甲局、乙局；责任单位：丙局", none, ["甲局", "乙局"], ["丙局"], false],
  ["主办单位：甲局，各县、市人民政府", first, ["甲局"], ["各县、市人民政府"], false],
  ["主办单位：甲局 协办单位：乙局", none, ["甲局"], ["乙局"], false],
  ["（甲局牵头，乙局、丙局配合）", none, ["甲局"], ["乙局", "丙局"], false],
  ["（牵头单位：甲局；责任单位：乙局、各县（市、区）政府）", none, ["甲局"], ["乙局", "各县（市、区）政府"], false],
  ["（责任单位：甲局，各县（市、区）人民政府，各园区管委会）", first, ["甲局"], ["各县（市、区）人民政府", "各园区管委会"], false],
  ["（甲局牵头，各县（市、区）政府配合）", none, ["甲局"], ["各县（市、区）政府"], false],
  ["（甲局负责）", none, ["甲局"], [], false],
] as const)("%s by the rule %o", (words, rule, lead, others, assumed) => {
  const printed = words.includes("负责") ? ["甲局"] : [];
  expect(shareBodies(words, printed, rule)).toEqual({ lead: [...lead], with: [...others], assumed });
});

test("a table goes into a workbook and comes back the same; the same table is the same bytes", async () => {
  const file = path.resolve(import.meta.dirname, "../../../cities/quzhou/plan.md");
  const table = decompose(await readPlan(readFileSync(file), "plan.md"));
  expect(table.rows.length).toBeGreaterThan(150);
  const bytes = await writeWorkbook(table);
  expect(Buffer.from(await writeWorkbook(table)).equals(Buffer.from(bytes))).toBe(true);
  const paper = await writePaper(printedTable(table));
  expect(Buffer.from(await writePaper(printedTable(table))).equals(Buffer.from(paper))).toBe(true);
  const { rows, ...head } = await readTable(bytes, "table.xlsx");
  expect(head).toEqual({ ...table, rows: undefined });
  expect(rows).toEqual(table.rows);
}, 60_000);

test("the workbook is set up for print: paper, repeated header, frozen rows, filter, page numbers, hidden identities", async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(await writeWorkbook(decompose(await plan(fiveYears)), { paper: "A4", posts: ["副市长"] })) as unknown as ExcelJS.Buffer);
  const [sheet, help, meta] = book.worksheets;
  expect([sheet?.name, help?.name, meta?.state]).toEqual(["任务分解表", "填表说明", "veryHidden"]);
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0, printTitlesRow: "3:4" });
  expect(sheet?.headerFooter.oddFooter).toContain("&P");
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 4 });
  expect(sheet?.getColumn(17).hidden).toBe(true);
  expect(JSON.stringify(sheet?.autoFilter)).toContain("Q");
  const row = [5, 6, 7].find((line) => String(sheet?.getCell(line, 4).value).includes("生产总值")) ?? 5;
  expect(sheet?.getCell(row, 6).value).toBe(800);
  expect(sheet?.getCell(row, 14).dataValidation).toMatchObject({ type: "list" });
});

const cell = fc.string({ unit: "binary", maxLength: 40 });
test("any words survive the way through the workbook, as far as XML can hold them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ quote: cell, subject: cell, lead: cell, note: cell, total: cell }), { minLength: 1, maxLength: 5 }), async (made) => {
      const rows = made.map((cells, index) => ({ id: `t${index}`, kind: "target" as const, cells: { ...cells, number: String(index + 1) } }));
      const table: DecompositionTable = { title: "示例", span: [2021, 2025], stage: "consultation", documentNumber: null, issuedOn: null, sha256: "0", version: 1, remark: "", rows };
      const read = await readTable(await writeWorkbook(table), "x.xlsx");
      expect(read.rows.map((row) => row.id)).toEqual(rows.map((row) => row.id));
    }),
    { numRuns: 25 },
  );
}, 60_000);
