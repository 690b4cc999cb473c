import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainSource, type SourceText } from "../formats/source.ts";
import { pasted, planWithoutTable as plan } from "./join.kit.ts";
import { ADDED, joinTable, parsePasted } from "./join.ts";
import { joinMessage } from "./text/join.ts";

describe("parsePasted", () => {
  it("reads what a spreadsheet copies: tabs, quoted cells with line breaks and quotation marks", () => {
    expect(parsePasted('指标\t"说明\n（第二行）"\n"称为""就业"""\t5\n')).toEqual({ rows: [["指标", "说明 （第二行）"], ['称为"就业"', "5"]], errors: [] });
  });

  it("reads commas, bars, Markdown and wide gaps", () => {
    const rows = [["指标", "2025年"], ["就业", "1,500"]];
    expect(parsePasted('指标,2025年\n就业,"1,500"').rows).toEqual(rows);
    expect(parsePasted("指标 | 2025年\n就业 | 1,500").rows).toEqual(rows);
    expect(parsePasted("| 指标 | 2025年 |\n|---|---:|\n| 就业 | 1,500 |").rows).toEqual(rows);
    expect(parsePasted("指标    2025年\r\n就业    1,500\r\n").rows).toEqual(rows);
  });

  it("tells of rows that lack cells, by row, and fills them up", () => {
    const { rows, errors } = parsePasted("指标\t2020年\t2025年\n就业\t5\n\n一、民生\n收入\t6\t7");
    expect(rows).toEqual([["指标", "2020年", "2025年"], ["就业", "5", ""], ["一、民生", "", ""], ["收入", "6", "7"]]);
    expect(errors.map(({ kind, row }) => [kind, row])).toEqual([["empty-row", 3], ["ragged", 2]]);
    const [, ragged] = errors;
    expect(ragged && joinMessage(ragged.kind, "zh-CN", ragged.values)).toBe("第 2 行有 2 格，其他行有 3 格。");
    expect(ragged && joinMessage(ragged.kind, "en", ragged.values)).toBe("Row 2 has 2 cells; the other rows have 3.");
  });

  it.each([["nothing", ""], ["one cell", "指标"], ["one column", "指标\n就业\n收入"], ["signs only", "\t\t\n\t\t"]])("refuses %s", (_what, words) => {
    expect(parsePasted(words)).toMatchObject({ rows: [], errors: [{ kind: "empty" }] });
  });

  it("refuses what is too large, and tells of long cells and open quotation marks", () => {
    expect(parsePasted("a\tb\n".repeat(2000)).errors).toMatchObject([{ kind: "too-large" }]);
    expect(parsePasted(`${"a\t".repeat(80)}b\nc\td`).errors.map(({ kind }) => kind)).toContain("too-large");
    expect(parsePasted(`指标\t值\n${"长".repeat(1200)}\t1`).errors).toMatchObject([{ kind: "long-cell", row: 2, column: 1 }]);
    expect(parsePasted('指标\t值\n"未完\t1').errors).toMatchObject([{ kind: "open-quote", row: 2, column: 1 }]);
  });

  it("takes any text, rows all of one width", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("指标", "1", "\t", "\n", ",", "|", '"', " ", "  ", "\r\n", "，", "---", "\ud800"), { maxLength: 60 }), (parts) => {
      const { rows } = parsePasted(parts.join(""));
      expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
    }));
  });

  it("takes a row of quotation marks in its stride", () => {
    const started = performance.now();
    parsePasted('"\t'.repeat(190000));
    parsePasted('""\t'.repeat(130000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("joinTable", () => {
  const at = plan.indexOf("全市生产总值达到2500");
  const { rows } = parsePasted(pasted);
  const joined = joinTable(plainSource(plan), at, rows, { caption: "专栏1 主要指标", notes: ["注：*为2019年数据。"] });

  it("says in the text that the table was added, after the line it was asked for", () => {
    const lines = joined.text.split("\n").filter((line) => line !== "");
    const place = lines.findIndex((line) => line.startsWith(ADDED));
    expect(lines[place]).toBe(`${ADDED}专栏1 主要指标`);
    expect(lines[place - 1]).toContain("全市生产总值达到2500亿元");
    expect(lines[place + 5]).toBe("〔补录表注〕注：*为2019年数据。");
    expect(lines[place + 6]).toBe("1.基本原则。坚持系统观念，加强统筹。");
  });

  it("moves what the format marked after it, and answers the notice of the picture", () => {
    const text = "甲市规划\n第一章 总则\n[图]\n第二章 任务\n名称 | 值\n";
    const source: SourceText = {
      text, headings: [{ start: 5, depth: 1 }, { start: 16, depth: 1 }],
      tables: [{ start: 23, end: 29, rows: [[{ start: 23, end: 25, words: "名称", columns: 1, rows: 1 }, { start: 28, end: 29, words: "值", columns: 1, rows: 1 }]] }],
      notices: [{ at: 12, kind: "picture", values: {} }, { at: 16, kind: "comments", values: { count: 1 } }],
    };
    const after = joinTable(source, 12, [["指标", "2025年"], ["甲", "1"]]);
    const words = (one: { start: number; end: number }): string => after.text.slice(one.start, one.end);
    expect(after.headings.map(({ start }) => after.text.slice(start, start + 3))).toEqual(["第一章", "第二章"]);
    expect(after.tables.map(words)).toEqual([`${ADDED}\n指标 | 2025年\n甲 | 1`, "名称 | 值"]);
    for (const table of after.tables) for (const cell of table.rows.flat()) expect(words(cell)).toBe(cell.words);
    expect(after.notices).toEqual([{ at: after.text.indexOf("第二章"), kind: "comments", values: { count: 1 } }]);
  });

  it("goes in after a table, never into one, and at the end of a text without a last line break", () => {
    const once = joinTable(plainSource("甲市规划"), 2, [["指标", "2025年"], ["甲", "1"]]);
    const twice = joinTable(once, once.tables[0]?.start ?? 0, [["指标", "2030年"], ["乙", "2"]]);
    expect(twice.tables.map(({ start, end }) => twice.text.slice(start, end))).toEqual([`${ADDED}\n指标 | 2025年\n甲 | 1`, `${ADDED}\n指标 | 2030年\n乙 | 2`]);
  });

  it("keeps cells within the text, whatever they hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("甲", "1", "|", "\n", "\t", " ", "＊", "\ud800"), maxLength: 8 });
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), fc.integer({ min: -3, max: 400 }), (cells, position) => {
      const after = joinTable(plainSource(plan), position, cells);
      for (const row of after.tables.flatMap((table) => table.rows)) for (const one of row) expect(after.text.slice(one.start, one.end)).toBe(one.words);
    }), { numRuns: 60 });
  });
});
