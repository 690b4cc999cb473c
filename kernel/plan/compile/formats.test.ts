import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pdfOf, setPage } from "../formats/pdf.kit.ts";
import { compilePlan } from "./compile.ts";

/** Plans that come as web pages and as PDF. */

const plans = new URL("../../../../shared/plans/", import.meta.url);

describe.skipIf(!existsSync(plans))("worked pages", () => {
  it("the table of indicators gives all its rows", async () => {
    const { tables, targets, outline } = await compilePlan(readFileSync(new URL("china-2026-indicators.html", plans)), "china-2026-indicators.html");
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows).toHaveLength(22);
    expect(targets.length).toBe(21);
    expect(outline.map((clause) => clause.title)).toHaveLength(1);
  });

  it("a policy page is read without the site around it", async () => {
    const { text, title, outline } = await compilePlan(readFileSync(new URL("statecouncil-waste-free-2019.html", plans)), "page.html");
    expect(title).toMatch(/试点工作方案$/);
    expect(outline.map((clause) => clause.number)).toEqual(["一、", "二、", "三、", "四、"]);
    expect(text.split("\n")).toHaveLength(51);
    expect(text).not.toMatch(/扫一扫|索\s*引\s*号|客户端/);
  });
});

describe("plans as PDF", () => {
  it("are compiled as their text would be", async () => {
    const goals = "到2030年，示例覆盖率达到90%以上，新建示例站点25个，居民收入年均增长6.5%左右，单位能耗累计下降13%，示例服务更加便利可及。";
    const duties = "完善示例设施建设和运行管理机制，健全示例标准体系，推动示例产业链条延伸，建设示例园区5个。";
    const { title, targets, outline } = await compilePlan(pdfOf([setPage(["示例市发展规划纲要", "一、主要目标", goals]), setPage(["二、重点任务", duties])]), "plan.pdf");
    expect(title).toBe("示例市发展规划纲要");
    expect(targets.map((target) => target.number)).toEqual(["90", "25", "6.5", "13", "5"]);
    expect(outline.map((clause) => clause.number)).toEqual(["一、", "二、"]);
  });
});
