import { describe, expect, it } from "vitest";
import { bodyNamed } from "./names.ts";
import { type Subject, Suggester } from "./suggest.ts";

const bodies = [
  { code: "fgw", name: "某某市发展和改革委员会", duties: ["编制发展规划，监测规划实施", "固定资产投资和重大项目", "能源发展"] },
  { code: "nync", name: "某某市农业农村局", duties: ["粮食生产和高标准农田", "农村人居环境", "乡村产业"] },
  { code: "sl", name: "某某市水利局", duties: ["水库、堤防和灌区", "河长制", "防汛抗旱"] },
  { code: "jy", name: "某某市教育局", duties: ["中小学和幼儿园", "职业教育"] },
  { code: "wgl", name: "某某市文化广电旅游局", duties: ["公共文化设施", "旅游景区"] },
  { code: "zf", name: "某某市示例县人民政府", duties: [] },
];
const subject = (title: string, more: Partial<Subject> = {}): Subject => ({ title, words: title, inside: [], responsible: [], ...more });

const suggester = new Suggester(bodies, bodies, ["建设铁路", "发展旅游", "推进灌区改造", "办好学校", "提升办学水平", "弘扬优良传统"].map((title) => subject(title)));

describe("a body as a document prints it", () => {
  it.each([
    ["市发改委", "fgw"], ["市发展改革委", "fgw"], ["发展和改革委员会", "fgw"], ["市农业农村局", "nync"], ["市文广旅游局", "wgl"], ["某某市水利局", "sl"], ["示例县政府", "zf"],
    ["市财政局", undefined], ["省水利厅", undefined], ["市局", undefined],
  ])("%s", (printed, code) => expect(bodyNamed(printed, bodies)?.code).toBe(code));

  it("means nobody where several can be meant", () => {
    expect(bodyNamed("市文旅局", [{ code: "a", name: "市文化旅游局" }, { code: "b", name: "市文物旅游局" }])).toBeUndefined();
  });
});

describe("suggestions", () => {
  it("takes the body whose duties share most with the task, and says which duty and which words", () => {
    const found = suggester.suggest(subject("推进灌区改造", { words: "推进灌区改造。整治渠道，加固堤防。" }));
    expect(found?.lead.code).toBe("sl");
    expect(found?.because).toEqual({ duty: "水库、堤防和灌区", shared: ["堤防", "灌区"] });
  });

  it("takes whom the document prints, as far as the city has them", () => {
    const found = suggester.suggest(subject("推进灌区改造", { responsible: ["市发改委", "市水利局", "省水利厅"] }));
    expect([found?.lead.code, found?.others.map(({ code }) => code)]).toEqual(["fgw", ["sl"]]);
    expect(found?.because).toEqual({ printed: ["市发改委", "市水利局", "省水利厅"] });
  });

  it("suggests nobody where nothing speaks for any", () => {
    expect(suggester.suggest(subject("弘扬优良传统"))).toBeUndefined();
    expect(new Suggester([], [], []).suggest(subject("推进灌区改造"))).toBeUndefined();
  });

  it("is helped by the heading it stands under", () => {
    expect(suggester.suggest(subject("提升办学水平", { inside: ["办好职业教育"] }))?.lead.code).toBe("jy");
  });
});
