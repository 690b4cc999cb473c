import { describe, expect, it } from "vitest";
import { documentOf } from "../document/document.ts";
import { kindOf, readTasks } from "./tasks.ts";

const tasksOf = (text: string): ReturnType<typeof readTasks> => readTasks(documentOf(text, [], "text/plain", "zh-CN"));

const plan = `衢州市国民经济和社会发展第十四个五年规划纲要
一、完善基础设施
（一）建设便捷高效的大通道
推进省际大通道设施建设。坚持交通先行,到2025年建成杭衢铁路,推进衢州机场迁建,支持江山市建设“四好农村路”提升工程,搭建数字经济创新平台。
优化中心城区交通网络。每年新增停车位1000个,重点强化关键路段改造,缓解停车难问题。
（二）完善实施机制
健全规划实施机制,加强监测评估,强化考核督导和结果运用。同时也要看到困难。各级政府要落实责任。
`;

describe("tasks", () => {
  it("takes titled paragraphs, with what they name", () => {
    const [first, second] = tasksOf(plan);
    expect(first).toMatchObject({ title: "推进省际大通道设施建设", kind: "reach", deadline: "2025", places: ["江山市"] });
    expect(first?.projects).toContain("杭衢铁路");
    expect(first?.projects).toContain("“四好农村路”提升工程");
    expect(first?.platforms).toEqual(["数字经济创新平台"]);
    expect(second).toMatchObject({ title: "优化中心城区交通网络", kind: "reform", every: "yearly" });
  });

  it("takes the duties of sentences where a section has no titled paragraph", () => {
    expect(tasksOf(plan).slice(2).map((task) => task.title)).toEqual(["健全规划实施机制"]);
  });

  it("prints who is responsible", () => {
    const text = "2025年某省10件惠民实事\n一、稳定就业\n年度目标：新增就业50万人。\n主办单位：省人力资源社会保障厅、省财政厅，各州、市人民政府\n";
    expect(tasksOf(text)).toHaveLength(1);
    expect(tasksOf(text)[0]).toMatchObject({ title: "稳定就业", responsible: ["省人力资源社会保障厅", "省财政厅", "各州、市人民政府"] });
  });

  it("leaves goals and reviews out", () => {
    const text = "某市第十四个五年规划纲要\n一、发展成就\n综合实力提升。加快推进项目建设,取得很大进展成绩。\n二、主要目标\n经济更强。全市生产总值达到2500亿元,质量效益提高。\n";
    expect(tasksOf(text)).toEqual([]);
  });

  it.each([["研究制定办法", "study"], ["争创省级高新区", "create"], ["新建铁路", "build"], ["深化改革", "reform"], ["提高收入水平", "reach"], ["守住底线", "hold"], ["各项事业", "other"]])(
    "%s is %s", (title, kind) => expect(kindOf(title)).toBe(kind),
  );
});
