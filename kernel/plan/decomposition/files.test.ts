import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "../../../base/errors/problem.ts";
import { readReturn } from "./merge.ts";
import { writeWorkbook } from "./sheet.ts";
import { type DecompositionTable, renumber, type Row } from "./table.ts";

const row = (id: string, subject: string, quote: string, more: Record<string, string> = {}): Row => ({ id, kind: "target", cells: { subject, quote, lead: "示例甲局", ...more } });
const sent: DecompositionTable = {
  title: "示例规划", span: [2021, 2025], stage: "consultation", documentNumber: null, issuedOn: null, sha256: "1".repeat(64), version: 1, remark: "",
  rows: renumber([
    row("t1aaaaaaaaaaa", "示例公路（公里）", "新建示例公路50公里，方便山区群众出行。", { total: "50" }),
    row("t2bbbbbbbbbbb", "示例桥梁（座）", "新建示例桥梁8座，连通两岸园区。", { total: "8" }),
    row("t3ccccccccccc", "示例学校（所）", "改扩建示例学校12所，补齐学位缺口。", { total: "12" }),
    row("t4ddddddddddd", "示例医院（所）", "迁建示例医院2所，提升诊疗能力。", { total: "2" }),
  ]),
};

/** The workbook that was sent, changed in place. */
async function changed(change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(await writeWorkbook(sent)) as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  change(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const read = async (change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) => await readReturn(sent, await changed(change), "示例局.xlsx");
const lines = (found: Awaited<ReturnType<typeof readReturn>>): string[] => found.opinions.map((one) => `${one.kind} ${one.row ?? "-"} ${one.field ?? "-"} ${one.proposed}`);
const [QUOTE, SUBJECT, TOTAL, LEAD, IDENTITY] = [3, 4, 6, 12, 17];

test.each([
  ["a password", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]), "a.xlsx", "encrypted"],
  ["the old format", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), "a.xls", "old-format"],
  ["a name of the old format", Buffer.from("<table></table>"), "a.xls", "old-format"],
  ["a damaged file", Buffer.from("PK\u0003\u0004 no archive"), "a.xlsx", "damaged-workbook"],
  ["another file under its name", Buffer.from("no workbook"), "a.xlsx", "damaged-workbook"],
  ["a Word file", Buffer.from(zipSync({ "word/document.xml": strToU8("<w/>") })), "a.docx", "other-format"],
  ["a text", Buffer.from("words"), "a.txt", "other-format"],
  ["a table of something else", Buffer.from("a,b,c\n1,2,3\n"), "a.csv", "no-table"],
  ["letters of no encoding", Buffer.from([0xff, 0x80, 0x81, 0xff, 0xff]), "a.csv", "not-text"],
  ["nothing", Buffer.alloc(0), "a.csv", "no-table"],
])("refused with a sentence: %s", async (_, bytes, name, code) => {
  await expect(readReturn(sent, bytes, name)).rejects.toMatchObject({ name: "Problem", code });
});

test("a workbook that unpacks beyond all bounds is refused before it is unpacked", async () => {
  const bomb = Buffer.from(zipSync({ "xl/workbook.xml": strToU8("<x/>"), "xl/worksheets/sheet1.xml": new Uint8Array(1000) }));
  // The size that the archive's directory tells of its last part.
  bomb.writeUInt32LE(2 ** 31, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
  const before = Date.now();
  await expect(readReturn(sent, bomb, "bomb.xlsx")).rejects.toMatchObject({ code: "workbook-too-large" });
  expect(Date.now() - before).toBeLessThan(5000);
}, 30_000);

/** The parts of a workbook that was sent, with one of them written anew. */
async function rewritten(part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await changed(() => {}));
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}
const [SHEET, BOOK] = ["xl/worksheets/sheet1.xml", "xl/workbook.xml"];
const inSheet = (words: string) => (xml: string): string => xml.replace("<pageMargins", `${words}<pageMargins`);

test.each([
  ["a validation over a whole column", SHEET, (xml: string) => inSheet('<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>')(xml.replace(/<dataValidations[\s\S]*?<\/dataValidations>/, ""))],
  ["a name for the whole sheet", BOOK, (xml: string) => xml.replace(/<definedNames>[\s\S]*<\/definedNames>/, "").replace("<calcPr", "<definedNames><definedName name=\"all\">'任务分解表'!$A$1:$XFD$1048576</definedName></definedNames><calcPr")],
  ["columns without end", SHEET, (xml: string) => xml.replace("<cols>", '<cols><col min="1" max="2000000000" width="9"/>')],
  ["elements that never end", SHEET, inSheet("<extLst ".repeat(200_000))],
  ["styled cells and rows without words", SHEET, (xml: string) => xml.replace("</sheetData>", `${Array.from({ length: 200_000 }, (_, at) => `<row r="${at + 100}" s="1"><c r="A${at + 100}" s="1"/></row>`).join("")}</sheetData>`)],
])("costs neither memory nor time: %s", async (_, part, change) => {
  const bytes = await rewritten(part, change);
  const before = Date.now();
  await readReturn(sent, bytes, "a.xlsx").then((found) => expect(lines(found)).toEqual([]), (cause: unknown) => expect(cause).toMatchObject({ code: "damaged-workbook" }));
  expect(Date.now() - before).toBeLessThan(5000);
});

test.each([
  ["cells merged over the whole sheet", (xml: string) => xml.replace(/<mergeCells[\s\S]*<\/mergeCells>/, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "too-many-cells"],
  ["more cells than a table has", (xml: string) => xml.replace("</sheetData>", `<row r="90">${'<c r="A90"><v>1</v></c>'.repeat(400_001)}</row></sheetData>`), "too-many-cells"],
  ["a row beyond every sheet", (xml: string) => xml.replace("</sheetData>", '<row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>'), "damaged-workbook"],
])("refused before it is built: %s", async (_, change, code) => {
  const bytes = await rewritten(SHEET, change);
  const before = Date.now();
  await expect(readReturn(sent, bytes, "a.xlsx")).rejects.toMatchObject({ code });
  expect(Date.now() - before).toBeLessThan(5000);
});

test("of another table or version: refused", async () => {
  const bytes = await changed(() => {});
  await expect(readReturn({ ...sent, version: 2 }, bytes, "a.xlsx")).rejects.toMatchObject({ code: "other-table" });
});

test("a row copied and changed is a row to add; where both copies were changed, it is told and nothing guessed", async () => {
  const copy = (sheet: ExcelJS.Worksheet, edit: (line: ExcelJS.Row) => void): void => {
    const made = sheet.addRow((sheet.getRow(5).values as ExcelJS.CellValue[]).slice(1));
    edit(made);
  };
  expect(lines(await read((sheet) => copy(sheet, (line) => (line.getCell(LEAD).value = "示例乙局"))))).toEqual(["add - - 示例公路（公里）"]);
  const both = await read((sheet) => {
    copy(sheet, (line) => (line.getCell(LEAD).value = "示例乙局"));
    sheet.getCell(5, LEAD).value = "示例丙局";
  });
  expect(lines(both)).toEqual([]);
  expect(both.notices.map((one) => one.kind)).toContain("twice");
});

test("identities left behind by a sort: the words count", async () => {
  const found = await read((sheet) => {
    const ids = [5, 6, 7, 8].map((line) => sheet.getCell(line, IDENTITY).value);
    ids.reverse().forEach((id, index) => (sheet.getCell(5 + index, IDENTITY).value = id));
    sheet.getCell(6, TOTAL).value = 9;
  });
  expect(lines(found)).toEqual(["change t2bbbbbbbbbbb total 9"]);
  expect(found.notices.filter((one) => one.kind === "identity-moved").length).toBeGreaterThan(0);
});

test("identities cleared and words changed until two rows are alike: told, not guessed", async () => {
  const found = await read((sheet) => {
    for (const line of [5, 6, 7, 8]) sheet.getCell(line, IDENTITY).value = null;
    for (const line of [5, 6]) {
      sheet.getCell(line, QUOTE).value = "新建示例公路桥梁若干，方便山区两岸群众园区出行。";
      sheet.getCell(line, SUBJECT).value = "示例公路桥梁";
    }
  });
  expect(found.opinions.filter((one) => one.kind === "change")).toEqual([]);
  expect(found.opinions.filter((one) => one.kind === "drop").length + found.notices.filter((one) => one.kind === "ambiguous").length).toBeGreaterThan(0);
});

test("a month that Excel made a day of is a month; identities that nobody knows are nobody's opinion", async () => {
  const found = await read((sheet) => {
    // Cells that were read share their style.
    Object.assign(sheet.getCell(5, 15), { value: new Date("2024-06-01T00:00:00Z"), style: { numFmt: 'yyyy"年"m"月";@' } });
    Object.assign(sheet.getCell(6, 15), { value: new Date("2024-06-30T00:00:00Z"), style: { numFmt: "yyyy/m/d" } });
    for (const line of [5, 6, 7, 8]) sheet.getCell(line, IDENTITY).value = `x${line}`;
  });
  expect(lines(found)).toEqual(["change t1aaaaaaaaaaa deadline 2024年6月", "change t2bbbbbbbbbbb deadline 2024-06-30"]);
});

test("only some of the rows sent back: the others are not dropped", async () => {
  const many: DecompositionTable = { ...sent, rows: renumber(Array.from({ length: 20 }, (_, index) => row(`t${index}zzzzzzzzzz`, `示例工程${index}号（处）`, `建成第${index}号示例工程。`))) };
  const part = await writeWorkbook({ ...many, rows: many.rows.slice(0, 5) });
  const found = await readReturn(many, part, "a.xlsx");
  expect(found.opinions).toEqual([]);
  expect(found.notices.map((one) => one.kind)).toContain("partial");
});

test("a large file of other rows is refused soon", async () => {
  const rows = (from: number): Row[] => Array.from({ length: 1500 }, (_, index) => row(`t${from + index}yyyyyyyyy`, `${from + index}`, `${from + index}`));
  const own: DecompositionTable = { ...sent, rows: renumber(rows(0)) };
  const csv = `行标识,原文,指标/任务,备注\n${rows(5000).map((one) => `,${one.cells["quote"]},${one.cells["subject"]},`).join("\n")}`;
  await expect(readReturn(own, Buffer.from(csv), "a.csv")).rejects.toMatchObject({ code: "too-different" });
});

test("chapter rows, a header pasted in again, footnotes and errors are no rows and no opinions", async () => {
  const found = await read((sheet) => {
    sheet.getCell(6, TOTAL).value = { error: "#REF!" } as ExcelJS.CellErrorValue;
    sheet.insertRow(7, ["第二部分"]);
    sheet.mergeCells(7, 1, 7, 16);
    sheet.addRow((sheet.getRow(3).values as ExcelJS.CellValue[]).slice(1));
    sheet.addRow(["注：联系人见通讯录"]);
  });
  expect(lines(found)).toEqual([]);
  expect(found.notices.map((one) => one.kind)).toEqual(expect.arrayContaining(["cell-error", "footnote"]));
});

test("any bytes are refused with a Problem or read, never anything else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom("a.xlsx", "a.csv", "a.xls"), async (bytes, name) => {
      await readReturn(sent, bytes, name).catch((cause: unknown) => expect(cause).toBeInstanceOf(Problem));
    }),
    { numRuns: 300 },
  );
  const whole = await changed(() => {});
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
      const damaged = whole.slice();
      damaged[at] = byte;
      await readReturn(sent, damaged, "a.xlsx").catch((cause: unknown) => expect(cause).toBeInstanceOf(Problem));
    }),
    { numRuns: 60 },
  );
}, 60_000);
