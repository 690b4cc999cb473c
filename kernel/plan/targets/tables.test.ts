import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf } from "../document/document.ts";
import { IdGiver } from "../document/ids.ts";
import { gridOf, transposed } from "../document/table-grid.ts";
import { sheetsOf } from "../document/table-sheets.ts";
import { plainSource, type SourceText, type Table, type TableCell } from "../formats/source.ts";
import { readTableFigures } from "./table.ts";
import { taskRows } from "./table-tasks.ts";

const title = "某某市国民经济和社会发展第十四个五年规划纲要\n一、主要目标\n";

interface Given {
  words: string;
  columns: number;
  rows: number;
}

/** Rows of cells as a reader of a format gives them. */
function sourceOf(rows: readonly (readonly Given[])[], below = ""): SourceText {
  let text = title;
  const start = text.length;
  const cells = rows.map((row, index) => {
    if (index > 0) text += "\n";
    return row.map(({ words, columns, rows: reach }, column): TableCell => {
      if (column > 0) text += " | ";
      const at = text.length;
      text += words;
      return { start: at, end: at + words.length, words, columns, rows: reach };
    });
  });
  const table: Table = { start, end: text.length, rows: cells };
  return { text: `${text}\n${below}`, headings: [], tables: [table], notices: [] };
}

function soundness(source: SourceText): void {
  const document = documentOf(source, "zh-CN");
  const { targets, actuals } = readTableFigures(document, new IdGiver("t"), new IdGiver("a"));
  for (const target of [...targets, ...actuals]) {
    expect(source.text.slice(target.at, target.at + target.number.length)).toBe(target.number);
    const from = source.text.lastIndexOf(target.quote, target.at);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from + target.quote.length).toBeGreaterThanOrEqual(target.at + target.number.length);
    if (target.value !== null) expect(Number.isFinite(target.value)).toBe(true);
  }
  for (const list of [targets, actuals]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  for (const task of taskRows(document)) {
    expect(source.text.slice(task.titleAt, task.titleAt + task.title.length)).toBe(task.title);
    expect(task.end).toBeLessThanOrEqual(source.text.length);
    expect(task.start).toBeLessThan(task.end);
  }
}

const words = fc.constantFrom(
  "指标", "指标名称", "单位", "2020年", "2025年", "２０２５年", "年均增长（%）", "〔累计〕", "属性", "约束性", "预期性", "序号", "类别", "重点任务", "牵头单位", "完成时限", "备注", "全市", "甲县",
  "1", "12.5*", "〔30〕", "≥70", "6-7%", "—", "", "-", "持续提高", "与经济增长同步", "一、经济发展", "生产总值（亿元）", "其中：市区", "（亿元）", "亿元、%", "新建公园12个，改造道路8公里。", "市住建局、市水利局", "注：*为2019年数据", "百分之六十", "𠮷", "\ud800", "1:1", "翻两番", "2021—2023年",
);
const cell = fc.record({ words, columns: fc.constantFrom(1, 1, 1, 2, 3, 65535), rows: fc.constantFrom(1, 1, 1, 2, 65535) });
const flatCell = fc.record({ words, columns: fc.constant(1), rows: fc.constant(1) });

describe("gridOf", () => {
  it("repeats merged cells in every place they reach", () => {
    const at = (text: string, columns = 1, rows = 1): TableCell => ({ start: 0, end: 0, words: text, columns, rows });
    const grid = gridOf({ start: 0, end: 0, rows: [[at("类别", 1, 2), at("目标", 2)], [at("2020年"), at("2025年")], [at("民生", 1, 2), at("1"), at("2")], [at("3"), at("4")], [at("5")]] });
    const printed = (rows: typeof grid.rows): (string | null)[][] => rows.map((row) => row.cells.map((one) => one?.words ?? null));
    expect(printed(grid.rows)).toEqual([["类别", "目标", "目标"], ["类别", "2020年", "2025年"], ["民生", "1", "2"], ["民生", "3", "4"], ["5", null, null]]);
    expect(printed(transposed(grid).rows)[0]).toEqual(["类别", "类别", "民生", "民生", "5"]);
  });

  it("stays as wide as tables are, whatever a cell says of its reach", () => {
    const grid = gridOf({ start: 0, end: 0, rows: [[{ start: 0, end: 0, words: "a", columns: 1e9, rows: 1e9 }], []] });
    expect(grid.width).toBeLessThan(200);
    expect(grid.rows).toHaveLength(2);
  });
});

describe("sheetsOf", () => {
  it("says what every column holds", () => {
    const kinds = (head: string): string[] => sheetsOf(documentOf(plainSource(`${title}${head}\n1 | 2 | 3 | 4 | 5 | 6`), "zh-CN"))[0]?.columns.map(({ is }) => is) ?? [];
    expect(kinds("序号 | 类别 | 指标名称 | 计量单位 | 2025年目标值 | 指标属性")).toEqual(["ordinal", "category", "indicator", "unit", "figure", "attribute"]);
    expect(kinds("序号 | 工作任务 | 具体措施 | 牵头单位 | 配合单位 | 完成时限")).toEqual(["ordinal", "task", "detail", "lead", "support", "deadline"]);
    expect(kinds("序号 | 项目名称 | 建设规模及内容 | 总投资（万元） | 建设地点 | 责任单位")).toEqual(["ordinal", "name", "detail", "money", "place", "lead"]);
  });
});

describe("tables, whatever comes", () => {
  it("reads any marked table, and quotes it exactly", () => {
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 9 }), (rows) => soundness(sourceOf(rows, "注：*为2019年数据。"))), { numRuns: 400 });
  });

  it("reads any table of lines", () => {
    const separator = fc.constantFrom(" | ", "\t", "    ", ",", "\n");
    fc.assert(fc.property(fc.array(fc.array(flatCell, { minLength: 1, maxLength: 7 }), { maxLength: 12 }), separator, (rows, sign) => {
      soundness(plainSource(`${title}${rows.map((row) => row.map((one) => one.words).join(sign)).join("\n")}\n`));
    }), { numRuns: 400 });
  });

  it("takes time in proportion to its rows", () => {
    const time = (count: number): number => {
      const lines = Array.from({ length: count }, (_, index) => `指标${index}（万人） | ${index % 90}.5 | ≥${index % 95} | 预期性`).join("\n");
      const document = documentOf(plainSource(`${title}指标 | 2020年 | 2025年 | 属性\n${lines}`), "zh-CN");
      const started = performance.now();
      expect(readTableFigures(document, new IdGiver("t"), new IdGiver("a")).targets).toHaveLength(count);
      return performance.now() - started;
    };
    time(500);
    expect(time(10000)).toBeLessThan(40 * time(1000) + 200);
  });
});
