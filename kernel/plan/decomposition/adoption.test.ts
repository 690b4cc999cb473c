import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { type Decided, type Decision, nextTable } from "./adoption.ts";
import type { Opinion } from "./merge.ts";
import { adoptionTable, readDecisions, writeOpinions, writePrintedSheet } from "./opinions.ts";
import { type DecompositionTable, renumber } from "./table.ts";

const table: DecompositionTable = {
  title: "示例规划", span: [2021, 2025], stage: "consultation", documentNumber: null, issuedOn: null, sha256: "1".repeat(64), version: 1, remark: "",
  rows: renumber([
    { id: "t1", kind: "target", cells: { subject: "示例公路", quote: "新建示例公路。", lead: "示例甲局（建议）" } },
    { id: "k2", kind: "task", cells: { subject: "示例桥梁", quote: "新建示例桥梁。" } },
  ]),
};
const opinion = (id: string, more: Partial<Opinion>): Opinion => ({
  id, body: "示例财政局", file: "a.xlsx", row: "t1", kind: "change", field: "lead", before: "示例甲局（建议）", proposed: "示例乙局", reason: "", place: "表!L5", cells: null, after: null, ...more,
});
const adopted: Decision = { outcome: "adopted", result: null, reason: "" };
const rejected: Decision = { outcome: "rejected", result: null, reason: "理由" };
const next = (decided: readonly Decided[], stage: "submission" | "issued" = "submission") => nextTable(table, decided, { stage, documentNumber: "示例发〔2026〕1号", issuedOn: "2026-03-01" });

test("what is adopted is in the next stage, what is not is not; rows are added where they stood and numbered anew", () => {
  const made = next([
    { opinion: opinion("1", {}), decision: adopted },
    { opinion: opinion("2", { row: "k2", field: "deadline", before: "", proposed: "2024年" }), decision: { outcome: "partly", result: "2025年", reason: "折中" } },
    { opinion: opinion("3", { row: "k2", field: "with", proposed: "示例丙局" }), decision: rejected },
    { opinion: opinion("4", { row: null, kind: "add", field: null, proposed: "示例隧道", cells: { subject: "示例隧道" }, after: "t1" }), decision: adopted },
    { opinion: opinion("5", { kind: "remark", field: null, proposed: "请核对" }), decision: rejected },
  ]);
  expect(made).toMatchObject({ stage: "submission", version: 2 });
  expect(made.rows.map((row) => [row.cells["number"], row.cells["subject"], row.cells["lead"], row.cells["deadline"], row.cells["with"]])).toEqual([
    ["1", "示例公路", "示例乙局", undefined, undefined], ["2", "示例隧道", undefined, undefined, undefined], ["3", "示例桥梁", undefined, "2025年", undefined],
  ]);
});

test("an undecided opinion keeps the table where it is, and is named", () => {
  expect(() => next([{ opinion: opinion("1", {}), decision: null }])).toThrow(expect.objectContaining({ code: "undecided", places: [expect.objectContaining({ at: "表!L5", values: { body: "示例财政局", number: "1", field: "牵头单位" } })] }));
});

test("two adopted opinions that make different things of one cell, or drop what another changes, are refused", () => {
  const first = { opinion: opinion("1", {}), decision: adopted };
  const other = { opinion: opinion("2", { body: "示例统计局", proposed: "示例丙局" }), decision: adopted };
  const drop = { opinion: opinion("3", { kind: "drop", field: null, proposed: "" }), decision: adopted };
  expect(() => next([first, other])).toThrow(expect.objectContaining({ code: "contradicting" }));
  expect(() => next([first, drop])).toThrow(expect.objectContaining({ code: "contradicting" }));
  expect(next([first, { ...other, opinion: { ...other.opinion, proposed: "示例乙局 " } }]).rows[0]?.cells["lead"]).toBe("示例乙局");
  expect(next([drop]).rows.map((row) => row.id)).toEqual(["k2"]);
});

test("stages go forward only; issuing needs number and date and takes the marks of suggestion away", () => {
  expect(() => nextTable({ ...table, stage: "submission" }, [], { stage: "consultation" })).toThrow(expect.objectContaining({ code: "stage-order" }));
  expect(() => nextTable({ ...table, stage: "issued" }, [], { stage: "issued" })).toThrow(expect.objectContaining({ code: "stage-order" }));
  expect(() => nextTable(table, [], { stage: "issued" })).toThrow(expect.objectContaining({ code: "number-needed" }));
  expect(() => nextTable(table, [], { stage: "issued", documentNumber: "1", issuedOn: "2026-02-30" })).toThrow(expect.objectContaining({ code: "wrong-day" }));
  expect(next([], "issued").rows[0]?.cells["lead"]).toBe("示例甲局");
});

/** Fills in the table of opinions as a planner would. */
async function filledIn(decided: readonly Decided[], fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(await writeOpinions(table, decided)) as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  fill(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test("the table of opinions carries all it needs: decided in Excel, read back, printed", async () => {
  const long = "长".repeat(40_000);
  const decided = [{ opinion: opinion("1", {}), decision: null }, { opinion: opinion("2", { kind: "remark", field: "note", before: "", proposed: long.slice(0, 20_000), reason: long.slice(0, 20_000) }), decision: null }];
  const bytes = await filledIn(decided, (sheet) => {
    sheet.getCell(4, 9).value = "采纳";
    sheet.getCell(5, 9).value = "不采纳";
    sheet.getCell(5, 11).value = "口径一致";
  });
  const read = await readDecisions(bytes, "opinions.xlsx");
  expect(read.table).toEqual(table);
  expect(read.decided.map((one) => one.decision?.outcome)).toEqual(["adopted", "rejected"]);
  expect(read.decided[1]?.opinion).toEqual(decided[1]?.opinion);
  const printed = adoptionTable(read.table, read.decided);
  expect(printed.columns.map((column) => column.label)).toEqual(["序号", "提出单位", "原内容", "意见建议", "采纳情况", "理由"]);
  expect(printed.below).toEqual(["共 2 条意见：采纳 1 条，部分采纳 0 条，不采纳 1 条"]);
  expect((await writePrintedSheet(printed)).length).toBeGreaterThan(1000);
});

test("a decision that cannot stand is refused with its line", async () => {
  const decided = [{ opinion: opinion("1", {}), decision: null }, { opinion: opinion("2", { field: "with" }), decision: null }, { opinion: opinion("3", { field: "deadline" }), decision: null }];
  const bytes = await filledIn(decided, (sheet) => {
    sheet.getCell(4, 9).value = "再议";
    sheet.getCell(5, 9).value = "不采纳";
    sheet.getCell(6, 9).value = "部分采纳";
    sheet.getCell(6, 11).value = "理由";
  });
  await expect(readDecisions(bytes, "o.xlsx")).rejects.toMatchObject({ code: "wrong-decisions", places: [{ at: "意见汇总!4" }, { at: "意见汇总!5" }, { at: "意见汇总!6" }] });
});
