import { describe, expect, it } from "vitest";
import { documentOf } from "../document/document.ts";
import { plainSource, type SourceText, type TableCell } from "../formats/source.ts";
import { bodiesOf, deadlineOf, taskRows } from "./table-tasks.ts";
import { frames } from "./worked.ts";

const document = (words: string, frame: keyof typeof frames = "five"): ReturnType<typeof documentOf> => documentOf(plainSource(`${frames[frame]}\n一、任务分解\n${words}`), "zh-CN");
const brief = (words: string, frame: keyof typeof frames = "five"): string[] =>
  taskRows(document(words, frame)).map(({ title, responsible, deadline, under }) => [title, responsible.join("+"), deadline ?? "-", under ?? "-"].join(" | "));

describe("bodiesOf", () => {
  it.each([
    ["市发改委、市财政局，各县（市、区）人民政府", ["市发改委", "市财政局", "各县（市、区）人民政府"]],
    ["牵头单位：市教育局；配合单位：市人社局", ["市教育局", "市人社局"]],
    ["市农业农村局 市水利局", ["市农业农村局", "市水利局"]],
    ["各州、市人民政府", ["各州、市人民政府"]],
    ["市交通局牵头，市公安局配合", ["市交通局", "市公安局"]],
    ["—", []],
  ])("%s", (words, bodies) => expect(bodiesOf(words)).toEqual(bodies));
});

describe("deadlineOf", () => {
  const frame = document("").frame;
  const year = document("", "year").frame;
  it.each([
    ["2021—2023", frame, "2021/2023"], ["2022年-2025年", frame, "2022/2025"], ["2024年12月底前", frame, "2024"], ["2023.6", frame, "2023"],
    ["２０２５年", frame, "2025"], ["“十四五”期间", frame, "2021/2025"], ["长期坚持", frame, null], ["12月底前", frame, null], ["12月底前", year, "2025"], ["2021.3-2022.10", frame, "2021/2022"],
  ] as const)("%s", (words, of, due) => expect(deadlineOf(words, of)).toBe(due));
});

describe("taskRows", () => {
  it("reads task, lead, others and deadline of each row", () => {
    expect(brief(`序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限
1 | 推进城市更新 | 市住建局 | 市自然资源局、市财政局 | 2025年底
2 | 建设智慧水网 | 市水利局 | 各县（市、区）人民政府 | 2021—2023年
3 | 巩固河湖整治成果 | 市水利局 | — | 每年`)).toEqual([
      "推进城市更新 | 市住建局+市自然资源局+市财政局 | 2025 | -", "建设智慧水网 | 市水利局+各县（市、区）人民政府 | 2021/2023 | -", "巩固河湖整治成果 | 市水利局 | - | -",
    ]);
  });

  it("names projects by their name, under their kind; a sum is no project", () => {
    expect(brief(`类别 | 项目名称 | 建设内容 | 总投资（亿元） | 建设年限 | 责任单位
交通 | 环城快速路 | 新建道路18公里 | 26 | 2021-2024 | 市交通局
交通 | 客运枢纽 | 建筑面积2万平方米 | 3 | 2022-2023 | 市交投集团
合计 | 合计 | | 29 | | `)).toEqual(["环城快速路 | 市交通局 | 2021/2024 | 交通", "客运枢纽 | 市交投集团 | 2022/2023 | 交通"]);
  });

  it("takes each step as a task where one task reaches over several rows", () => {
    const source: SourceText = { text: `${frames.five}\n一、任务分解\n`, headings: [], tables: [], notices: [] };
    const start = source.text.length;
    const rows = [["工作任务", "具体举措", "责任单位"], ["优化营商环境", "推行一窗受理", "市政务办"], ["压减审批材料", "市司法局"]].map((row, index) => {
      const cells = row.map((words, column): TableCell => {
        if (column > 0) source.text += " | ";
        const at = source.text.length;
        source.text += words;
        return { start: at, end: at + words.length, words, columns: 1, rows: index === 1 && column === 0 ? 2 : 1 };
      });
      source.text += "\n";
      return cells;
    });
    source.tables.push({ start, end: source.text.length - 1, rows });
    const found = taskRows(documentOf(source, "zh-CN"));
    expect(found.map(({ title, under, responsible }) => [title, under, ...responsible])).toEqual([["推行一窗受理", "优化营商环境", "市政务办"], ["压减审批材料", "优化营商环境", "市司法局"]]);
    for (const { start: from, end, title, titleAt } of found) {
      expect(source.text.slice(titleAt, titleAt + title.length)).toBe(title);
      expect(source.text.slice(from, end)).toContain(title);
    }
  });

  it("takes what is to be reached within the year as the detail of its project", () => {
    const found = taskRows(document("序号 | 项目 | 年度目标 | 主办单位\n1 | 城市书房 | 建成城市书房10家 | 市文旅局\n2 | 健身步道 | 新建步道30公里 | 市体育局", "year"));
    expect(found.map(({ title, under, responsible, detail }) => [title, under, responsible[0], detail !== null])).toEqual([["城市书房", null, "市文旅局", true], ["健身步道", null, "市体育局", true]]);
  });

  it("leaves indicator tables alone", () => expect(brief("指标 | 单位 | 2020年 | 2025年\n就业 | 万人 | 3 | 4")).toEqual([]));
});
