import type { Worked } from "./worked.ts";

/** Worked sentences of many reports: rare verbs, places before the verb, sizes and voltages, spans told in words. */
export const workedMore: readonly Worked[] = [
  { frame: "old", words: "农村商品零售额增长百分之十一点五，信贷规模与去年大体持平，物价上涨幅度控制在百分之七以内。", targets: ["百分之十一点五 % | 农村商品零售额 | growth = 1996", "百分之七 % | 物价 | growth <= 1996"] },
  { frame: "fifteen", words: "全面解决规划内35.6万农村居民的饮水安全问题，2028年底前完成其余64座小水库除险加固。", targets: ["35.6 万 | | flow = 2026/2030", "64 座 | 小水库除险加固 | flow = 2028"] },
  { frame: "fifteen", words: "每年送戏200场、送电影3000场。", targets: ["200 场 | 送戏 | flow = yearly", "3000 场 | 送电影 | flow = yearly"] },
  { frame: "nine", words: "程控交换机总容量达到1.5亿门，电话普及率8%以上；移动电话用户1600万户。", targets: ["1.5 亿门 | 程控交换机总容量 | level = 2000", "8 % | 电话普及率 | level >= 2000", "1600 万户 | 移动电话用户 | level = 2000"] },
  { frame: "nine", words: "零售价格年均上涨7-8%，到2000年控制在6%左右。", targets: ["7-8 % | 零售价格 | growth range 1996/2000", "6 % | 零售价格 | growth ~ 2000"] },
  { frame: "fifteen", words: "“十五五”期间全市交通总投资达到320亿元，更新改造泵站12座、装机5.6万kW。", targets: ["320 亿元 | 交通总投资 | flow = 2026/2030", "12 座 | 泵站 | flow = 2026/2030", "5.6 万kW | 装机 | flow = 2026/2030"] },
  { frame: "year26", words: "创建300个和美庭院示范村，120个以上通过省级验收。", targets: ["300 个 | | flow = 2026", "120 个 | | flow >= 2026"] },
  { frame: "year26", words: "在东山、西河、南湖三县新建8个现代牧场，在12个县城增补托位6000个。", targets: ["8 个 | 现代牧场 | flow = 2026", "6000 个 | 托位 | flow = 2026"] },
  { frame: "year26", words: "在新材料、生物制造等重点领域实施60项重大科技专项。", targets: ["60 项 | 重大科技专项 | flow = 2026"] },
  { frame: "year26", words: "争取80个以上项目纳入国家盘子，确保15个项目开工。", targets: ["80 个 | 项目 | flow >= 2026", "15 个 | 项目 | flow = 2026"] },
  { frame: "year26", words: "新改建农村公路4000公里、寄递服务点2万个以上，货物贸易增长5%、服务贸易增长7%以上。", targets: ["4000 公里 | 农村公路 | flow >= 2026", "2 万个 | 寄递服务点 | flow >= 2026", "5 % | 货物贸易 | growth >= 2026", "7 % | 服务贸易 | growth >= 2026"] },
  { frame: "year26", words: "做优做强装备制造、文化旅游、商贸物流3个千亿级产业集群。", targets: ["3 个 | 千亿级产业集群 | flow = 2026"] },
  { frame: "year26", words: "做大做强新能源、绿色食品、现代物流12个百亿级产业集群。", targets: ["12 个 | 百亿级产业集群 | flow = 2026"] },
  { frame: "year26", words: "加快建设500千伏西部通道工程，新建500千伏和220千伏输变电工程24个，关停5万千瓦及以下机组。", targets: ["24 个 | 500千伏和220千伏输变电工程 | flow = 2026"] },
  { frame: "year26", words: "我县与省城接壤36.5公里，区位优势明显。", targets: [] },
  { frame: "year26", words: "绿色食品产值超过1200亿元，土壤有机质平均含量25克/千克。", targets: ["1200 亿元 | 绿色食品产值 | level > 2026", "25 克/千克 | 土壤有机质平均含量 | level = 2026"] },
  { frame: "year26", words: "新入规企业300户以上，推介重大项目150个以上，利用三年时间完成植树4.5万亩。", targets: ["300 户 | 新入规企业 | flow >= 2026", "150 个 | 重大项目 | flow >= 2026", "4.5 万亩 | 植树 | flow = 2026/2028"] },
  { frame: "old", words: "今年要扩大杂交玉米面积八百万亩，地膜覆盖面积三百万亩，建设一批商品粮基地。", targets: ["八百万 亩 | 杂交玉米面积 | change = 1996", "三百万 亩 | 地膜覆盖面积 | change = 1996"] },
  { frame: "old", words: "从现在起到本世纪末，解决６５００万人的温饱问题。", targets: ["６５００ 万人 | 温饱问题 | flow = 1996/2000"] },
  { frame: "year26", words: "实施产业项目1200多个。", targets: ["1200 个 | 产业项目 | flow > 2026"] },
];
