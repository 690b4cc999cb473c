import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
const main = path.resolve(import.meta.dirname, "main.ts");
const gangju = (...args: string[]): { status: number | null; out: string; err: string } => {
  const done = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, GANGJU_LANG: "en" }, timeout: 60_000 });
  return { status: done.status, out: done.stdout, err: done.stderr };
};

/** Opens a workbook, changes its first sheet, saves it under another name. */
async function change(from: string, to: string, edit: (sheet: ExcelJS.Worksheet) => void): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(path.join(folder, from)) as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  edit(sheet);
  writeFileSync(path.join(folder, to), Buffer.from(await book.xlsx.writeBuffer()));
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gangju-cli-"));
  writeFileSync(path.join(folder, "plan.txt"), "示例市国民经济和社会发展第十四个五年规划纲要\n\n一、发展目标\n\n到2025年，示例市生产总值达到800亿元。\n\n二、重点任务\n\n（一）建设示例水厂\n\n加快建设示例水厂。\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("from a document to the issued table, with files alone", async () => {
  expect(gangju("compile", "plan.txt", "--xlsx", "table.xlsx", "--docx", "table.docx", "--paper", "a4")).toMatchObject({ status: 0, out: expect.stringContaining("table.xlsx table.docx") });
  await change("table.xlsx", "示例局.xlsx", (sheet) => (sheet.getCell(5, 12).value = "示例局"));
  expect(gangju("decomposition", "merge", "table.xlsx", "示例局.xlsx", "--out", "opinions.xlsx")).toMatchObject({ status: 0, out: expect.stringContaining("1 returns, 1 opinions; 0 refused") });
  expect(gangju("decomposition", "adopt", "opinions.xlsx", "--xlsx", "next.xlsx")).toMatchObject({ status: 1, err: expect.stringContaining("1 opinions are not decided yet") });
  expect(existsSync(path.join(folder, "next.xlsx"))).toBe(false);
  await change("opinions.xlsx", "decided.xlsx", (sheet) => (sheet.getCell(4, 9).value = "采纳"));
  expect(gangju("decomposition", "adopt", "decided.xlsx", "--stage", "印发稿", "--xlsx", "next.xlsx")).toMatchObject({ status: 1, err: expect.stringContaining("document number") });
  const issued = gangju("decomposition", "adopt", "decided.xlsx", "--stage", "issued", "--document-number", "示例发〔2026〕1号", "--issued-on", "2026-03-01", "--xlsx", "next.xlsx", "--docx", "next.docx", "--table", "list.docx", "--table", "list.xlsx");
  expect(issued).toMatchObject({ status: 0, err: "" });
  await change("next.xlsx", "check.xlsx", (sheet) => {
    expect([sheet.getCell(2, 1).value, sheet.getCell(5, 12).value]).toEqual(["文号：示例发〔2026〕1号", "示例局"]);
  });
}, 120_000);

test("a file that is refused leaves the others alone; the status says that one was", () => {
  writeFileSync(path.join(folder, "old.xls"), "no workbook");
  const merged = gangju("decomposition", "merge", "table.xlsx", "old.xls", "table.xlsx", "--json");
  expect(merged).toMatchObject({ status: 1, err: expect.stringContaining("old.xls is of the old format") });
  expect(JSON.parse(merged.out)).toMatchObject([{ file: "table.xlsx", opinions: [] }]);
});

test("wrong use, and places that cannot be written: a sentence, and nothing half written", () => {
  expect(gangju("decomposition")).toMatchObject({ status: 2 });
  expect(gangju("decomposition", "merge", "table.xlsx")).toMatchObject({ status: 2 });
  expect(gangju("decomposition", "adopt", "decided.xlsx")).toMatchObject({ status: 2 });
  expect(gangju("decomposition", "adopt", "decided.xlsx", "--stage", "draft", "--xlsx", "a.xlsx")).toMatchObject({ status: 2 });
  expect(gangju("compile", "plan.txt", "--xlsx", "a.xlsx", "--paper", "A5")).toMatchObject({ status: 2 });
  expect(gangju("decomposition", "merge", "plan.txt", "table.xlsx")).toMatchObject({ status: 1 });
  mkdirSync(path.join(folder, "taken.docx"));
  expect(gangju("compile", "plan.txt", "--xlsx", "none/a.xlsx")).toMatchObject({ status: 1, err: expect.stringContaining("cannot be written: there is no such folder") });
  expect(gangju("compile", "plan.txt", "--docx", "taken.docx")).toMatchObject({ status: 1, err: expect.stringContaining("cannot be written: that is a folder") });
  expect(gangju("compile", path.join(import.meta.dirname, "../cities/quzhou/plan.md"), "--xlsx", "t.pdf")).toMatchObject({ status: 2, err: expect.stringContaining("--xlsx writes a .xlsx file") });
  expect(gangju("compile", "none.txt")).toMatchObject({ status: 1, err: expect.stringContaining("There is no file none.txt") });
  expect(gangju("compile", "taken.docx")).toMatchObject({ status: 1, err: expect.stringContaining("taken.docx is a folder") });
  expect(gangju("compile", "plan.txt", "--wide")).toMatchObject({ status: 2, err: expect.stringContaining("there is no option --wide") });
  expect(gangju("compile", "plan.txt", "--xlsx")).toMatchObject({ status: 2, err: expect.stringContaining("the option --xlsx needs a value") });
  expect(gangju("compile", "plan.txt", "--json=yes")).toMatchObject({ status: 2, err: expect.stringContaining("the option --json takes no value") });
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
}, 120_000);
