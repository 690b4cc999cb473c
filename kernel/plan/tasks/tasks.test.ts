import { describe, expect, it } from "vitest";
import { documentOf } from "../document/document.ts";
import { plainSource } from "../formats/source.ts";
import { openingTitle } from "../document/titles.ts";
import { kindOf } from "./kinds.ts";
import { bodiesIn, responsibleIn } from "./responsible.ts";
import { readTasks } from "./tasks.ts";

const tasksOf = (text: string): ReturnType<typeof readTasks> => readTasks(documentOf(plainSource(text), "zh-CN"));

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
    expect(first).toMatchObject({ title: "推进省际大通道设施建设", kind: "build", deadline: "2025", places: ["江山市"] });
    expect(first?.projects).toContain("杭衢铁路");
    expect(first?.projects).toContain("“四好农村路”提升工程");
    expect(first?.platforms).toEqual(["数字经济创新平台"]);
    expect(second).toMatchObject({ title: "优化中心城区交通网络", kind: "reform", every: "yearly" });
  });

  it("takes words around a division for no place", () => {
    const text = "示例市十四五规划纲要\n一、任务\n（一）建设示例大通道\n推进示例大通道建设。推动甲乙县融入都市圈，抓实潜力县，支持经济大市和文旅名县，赋权中心镇，提升市县能力，在厂区公开信息，促进丙丁镇发展。\n";
    expect(tasksOf(text)[0]?.places).toEqual(["甲乙县", "丙丁镇"]);
  });

  it("takes the duties of sentences where a section has no titled paragraph", () => {
    expect(tasksOf(plan).slice(2).map((task) => task.title)).toEqual(["健全规划实施机制"]);
  });

  it("prints who is responsible", () => {
    const text = "2025年某省10件惠民实事\n一、稳定就业\n年度目标：新增就业50万人。\n主办单位：省人力资源社会保障厅、省财政厅，各州、市人民政府\n";
    expect(tasksOf(text)).toHaveLength(1);
    expect(tasksOf(text)[0]).toMatchObject({ title: "稳定就业", responsible: ["省人力资源社会保障厅", "省财政厅", "各州、市人民政府"] });
  });

  it("takes a numbered duty with its text in the same line as one task", () => {
    const text = "关于1996年国民经济和社会发展计划的报告\n一、1996年的主要任务\n（一）加强农业。增加投入，搞好农田水利建设，必须坚持以下原则。\n（二）物价形势。价格涨幅回落。\n";
    expect(tasksOf(text).map(({ title }) => title)).toEqual(["加强农业"]);
  });

  it("leaves goals and reviews out", () => {
    const text = "某市第十四个五年规划纲要\n一、发展成就\n综合实力提升。加快推进项目建设,取得很大进展成绩。\n二、主要目标\n经济更强。全市生产总值达到2500亿元,质量效益提高。\n";
    expect(tasksOf(text)).toEqual([]);
  });

  it.each([
    ["研究制定办法", "study"], ["争创省级高新区", "create"], ["新建铁路", "build"], ["深化改革", "reform"], ["提高收入水平", "reach"], ["守住底线", "hold"], ["各项事业", "other"],
    ["推进“大综合一体化”执法改革", "reform"], ["加快“活力新衢州、美丽大花园”建设", "build"], ["推动科技成果转移和转化", "reach"], ["强化企业的创新主体地位", "reach"],
    ["治理领域加强多业务协同应用", "reach"], ["以系统集成构建优质高效的政务环境", "build"], ["围绕“一件事”完善基层治理", "reform"], ["旅游休闲产业做强", "reach"],
    ["建四省边际的优质医疗高地", "build"], ["多渠道稳就业、扩就业", "hold"], ["能源安全保障", "hold"], ["积极盘活利用农房和宅基地", "reform"], ["深入开展“百镇样板”工程", "build"],
    ["营造良好的创新生态", "reach"], ["加快形成规范有序的市场环境", "build"], ["探索农业的“标准地”改革", "study"], ["新通讯设施", "build"], ["建立健全协调机制", "reform"], ["落实全会精神", "other"],
  ])("%s is %s", (title, kind) => expect(kindOf(title)).toBe(kind));

  it.each([
    ["全力打造“七个桥头堡”：数字经济、美丽经济、人才集聚、绿色金融、教育医疗、商贸物流、综合交通。", "全力打造“七个桥头堡”"],
    ["落实历次（二中、三中，四中）全会精神，执行基本路线。", "落实历次（二中、三中，四中）全会精神"],
    ["推进“稳字当头，稳中求进”行动；加强督导。", "推进“稳字当头，稳中求进”行动"],
    ["统筹教育、医疗、卫生、养老、托育、文化、体育、就业、创业、住房、交通、水利、能源、信息、金融、商贸、物流、旅游、会展、环保等领域的改革。",
      "统筹教育、医疗、卫生、养老、托育、文化、体育、就业、创业、住房、交通、水利、能源、信息、金融、商贸、物流、旅游、会展等"],
  ])("the title of %s is whole", (words, title) => expect(openingTitle(words)).toBe(title));

  it("takes the last year printed as the deadline, none from the name of a document", () => {
    const text = "某市第十四个五年规划纲要\n一、重点任务\n建设现代水网。到2023年建成水库，2025年前完成《2022年某某方案》确定的灌区改造。\n推进道路提升。执行《2024年道路方案》，改造老旧道路，加强日常养护。\n";
    expect(tasksOf(text).map(({ deadline }) => deadline)).toEqual(["2025", null]);
  });
});

describe("who is responsible", () => {
  const of = (words: string): ReturnType<typeof responsibleIn> => responsibleIn(words);

  it.each([
    ["推进港口建设（市交通局牵头，市发改委、市财政局配合）。", ["市交通局", "市发改委", "市财政局"], "printed as leading"],
    ["改造老旧管网（市住建局、市水利局按职责分工负责）。", ["市住建局", "市水利局"], "first of those responsible"],
    ["扩大养老床位。[责任单位：市民政局、市财政局等，各县（市、区）政府]", ["市民政局", "市财政局", "各县（市、区）政府"], "first of those responsible"],
    ["牵头单位：市教育局\n责任单位：市财政局、市人社局；各区政府", ["市教育局", "市财政局", "市人社局"], "printed as leading"],
    ["责任单位：市财政局；牵头单位：市教育局", ["市教育局", "市财政局"], "printed as leading"],
    ["由市水利局牵头，会同市生态环境局开展河道巡查。", ["市水利局", "市生态环境局"], "printed as leading"],
    ["主办单位：省交通厅，各州、市人民政府", ["省交通厅", "各州、市人民政府"], "printed as leading"],
    ["建设市场（含批发市场，由企业自行负责经营）。", [], null],
    ["加强领导（各级要高度重视，认真落实）。", [], null],
    ["【牵头单位：市商务局；配合单位：市文旅局、市体育局】举办赛事。", ["市商务局", "市文旅局", "市体育局"], "printed as leading"],
  ])("%s", (words, bodies, rule) => expect(of(words)).toEqual({ bodies, rule }));

  it("takes words with bodies of their own apart", () => {
    const text = "某市无烟城市建设方案（2021—2025年）\n一、主要任务\n（一）完善制度，明确分工。制定办法，出台细则（市卫健委牵头，市司法局配合）。以车站、医院为重点，设立劝导岗位（市交通局、市卫健委负责）。\n";
    expect(tasksOf(text).map(({ title, responsible, reasons }) => [title, responsible, reasons[0]])).toEqual([
      ["完善制度，明确分工", ["市卫健委", "市司法局"], "words with a body of their own"], ["设立劝导岗位", ["市交通局", "市卫健委"], "words with a body of their own"],
    ]);
  });

  it("takes the rows of a table of tasks, each with its bodies and its time", () => {
    const text = "某市重点任务分解表（2021—2025年）\n一、重点任务\n序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限\n1 | 建设游泳馆 | 市体育局 | 市财政局、市住建局 | 2023年底\n2 | 整修古道 | 市文旅局 | 各县（市、区）政府 | 每年\n";
    expect(tasksOf(text).map(({ title, responsible, deadline, every }) => [title, responsible, deadline, every])).toEqual([
      ["建设游泳馆", ["市体育局", "市财政局", "市住建局"], "2023", null], ["整修古道", ["市文旅局", "各县（市、区）政府"], null, "yearly"],
    ]);
  });

  it("names the bodies it speaks of, responsible or not", () => {
    expect(bodiesIn("推动市教育局与团委合作，建设农业农村局的平台，发挥总工会作用，完善教育体系。")).toEqual(["市教育局", "团委", "农业农村局", "总工会"]);
  });

  it("takes what is counted in a paragraph (一是, 二是) as duties", () => {
    const text = "某市2025年政府工作报告\n一、2025年工作任务\n抓好以下工作。一是推进灌区改造，新建渠道20公里。二是加强防汛值守，完善预案。\n";
    expect(tasksOf(text).map(({ title }) => title)).toEqual(["推进灌区改造", "加强防汛值守"]);
  });
});
