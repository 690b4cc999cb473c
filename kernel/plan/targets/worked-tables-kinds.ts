import type { WorkedTable } from "./worked-tables.ts";

/** Worked tables of reviews, plans of one year, projects and tasks; see worked-tables.ts for how they are written. */
export const workedTablesKinds: readonly WorkedTable[] = [
  {
    title: "Chinese numerals, percentages in words, years in words",
    frame: "five",
    lines: `指标 | 二〇二〇年 | 二〇二五年
森林覆盖率 | 百分之五十八 | 百分之六十以上
养老床位（张） | 三千二百 | 四千五百`,
    targets: ["百分之六十 % | 森林覆盖率 | level >= 2025 | - | 2020 58 %", "四千五百 张 | 养老床位 | level = 2025 | - | 2020 3200 张"],
  },
  {
    title: "a work report's table: last year's figure, this year's goal",
    frame: "year",
    lines: `指标 | 2024年完成 | 2025年预期目标
固定资产投资增速（%） | 3.9 | 5左右
城镇新增就业（万人） | 46.2 | 42以上`,
    targets: ["5 % | 固定资产投资 | growth ~ 2025 | - | 2024 3.9 %", "42 万人 | 城镇新增就业 | flow >= 2025 | - | 2024 46.2 万人"],
    actuals: ["3.9 % | 固定资产投资 | growth = 2024", "46.2 万人 | 城镇新增就业 | flow = 2024"],
  },
  {
    title: "a review of the plan before: what was planned, what was reached",
    frame: "five",
    lines: `指标 | 2015年 | 2020年规划目标 | 2020年实际完成
常住人口（万人） | 210 | 220 | 216
污水集中处理率（%） | 88 | 95 | 96.4`,
    targets: [],
    actuals: [
      "210 万人 | 常住人口 | level = 2015", "216 万人 | 常住人口 | level = 2020",
      "88 % | 污水集中处理率 | level = 2015", "96.4 % | 污水集中处理率 | level = 2020",
    ],
  },
  {
    title: "half-way: years of the plan already reached, its goal to come",
    frame: "five",
    lines: `指标 | 单位 | 2020年 | 2022年实际 | 2025年目标
高速公路通车里程 | 公里 | 190 | 226 | 300`,
    targets: ["300 公里 | 高速公路通车里程 | level = 2025 | - | 2020 190 公里"],
    actuals: ["190 公里 | 高速公路通车里程 | level = 2020", "226 公里 | 高速公路通车里程 | level = 2022"],
  },
  {
    title: "a unit in a row of its own, the growth beside the sum, two units in one cell",
    frame: "five",
    rows: [
      ["指标↓2", "单位↓2", "2020年→2", "2025年→2"],
      ["绝对值", "增速(%)", "绝对值", "年均增长(%)"],
      ["地区生产总值", "亿元、%", "640", "3.1", "900", "7"],
      ["规模以上工业增加值", "亿元、%", "200", "4.2", "300", "8.5左右"],
    ],
    targets: [
      "900 亿元 | 地区生产总值 | level = 2025 | - | 2020 640 亿元", "7 % | 地区生产总值 | growth = 2021/2025 | - | 2020 640 亿元",
      "300 亿元 | 规模以上工业增加值 | level = 2025 | - | 2020 200 亿元", "8.5 % | 规模以上工业增加值 | growth ~ 2021/2025 | - | 2020 200 亿元",
    ],
  },
  {
    title: "the indicator over the rows of its sum and its growth",
    frame: "five",
    rows: [
      ["指标→2", "2020年", "2025年", "属性"],
      ["地区生产总值↓2", "总量（亿元）", "510", "720", "预期性↓2"],
      ["年均增长（%）", "6.6", "7"],
    ],
    targets: [
      "720 亿元 | 地区生产总值 | level = 2025 | expected | 2020 510 亿元", "7 % | 地区生产总值 | growth = 2021/2025 | expected | 2020 6.6 %",
    ],
  },
  {
    title: "cells with a sign, a word and a number in them",
    frame: "five",
    lines: `指标 | 2020年 | 2025年
万元生产总值能耗 | 0.46吨标准煤 | 比2020年下降14%
主要污染物排放量（吨） | 8200 | 下降〔12%〕
社区服务设施覆盖率 | 81% | 达到95%以上
数字经济增加值（亿元） | 75 | 较2020年翻一番
城乡居民收入比 | 1.92:1 | 1.85:1以内`,
    targets: [
      "14 % | 万元生产总值能耗 | change = 2025 | - | 2020 0.46 吨标准煤", "12 % | 主要污染物排放量 | change = 2021/2025 | - | 2020 8200 吨",
      "95 % | 社区服务设施覆盖率 | level >= 2025 | - | 2020 81 %", "翻一番 | 数字经济增加值 | multiple = 2025 | - | 2020 75 亿元",
      "1.85 | 城乡居民收入比 | level <= 2025 | - | 2020 1.92",
    ],
  },
  {
    title: "responsible bodies beside indicators; one number for two rows",
    frame: "five",
    rows: [
      ["序号", "指标", "2025年", "牵头单位"],
      ["1", "小学净入学率（%）", "99.9↓2", "市教育局"],
      ["2", "初中净入学率（%）", "市教育局"],
      ["3", "新建公共停车位（个）", "6000", "市住建局、市城管局"],
    ],
    targets: ["99.9 % | 小学净入学率、初中净入学率 | level = 2025 | - | -", "6000 个 | 新建公共停车位 | flow = 2025 | - | -"],
  },
  {
    title: "a table of tasks: only what a sentence commits to is a target",
    frame: "five",
    rows: [
      ["序号", "项目名称", "建设内容及规模", "总投资（亿元）", "建设年限", "责任单位"],
      ["1", "城东水厂二期", "新建供水管网36公里，日供水能力达到8万立方米", "4.2", "2021—2023", "市水务集团"],
      ["2", "职业学院新校区", "占地500亩，一期建筑面积12万平方米", "9.5", "2022—2025", "市教育局"],
    ],
    targets: ["36 公里 | 供水管网 | flow = 2021/2023 | - | -", "8 万立方米 | 日供水能力 | level = 2023 | - | -"],
  },
  {
    title: "a table of tasks with a column for each year",
    frame: "five",
    rows: [
      ["重点任务", "2021年", "2022年", "责任单位"],
      ["完善充电网络", "建成公共充电桩800个", "建成公共充电桩1200个", "市发改委"],
    ],
    targets: ["800 个 | 公共充电桩 | flow = 2021 | - | -", "1200 个 | 公共充电桩 | flow = 2022 | - | -"],
  },
  {
    title: "a page's own table and a glossary hold no targets",
    frame: "five",
    rows: [["名词", "含义"], ["三线一单", "指生态保护红线、环境质量底线、资源利用上线，共分3类800个单元"], ["发文字号", "某政发〔2021〕5号"]],
    targets: [],
  },
  {
    title: "years under the plans' names; the last plan's growth is the base of growth",
    frame: "fifteen",
    rows: [
      ["指标", "单位", "“十四五”年均增长", "“十五五”年均增长", "2030年"],
      ["一般公共预算收入", "亿元", "5.1%", "5%左右", "110"],
    ],
    targets: ["5 % | 一般公共预算收入 | growth ~ 2026/2030 | - | 2021/2025 5.1 %", "110 亿元 | 一般公共预算收入 | level = 2030 | - | 2021/2025 5.1 %"],
    actuals: ["5.1 % | 一般公共预算收入 | growth = 2021/2025"],
  },
  {
    title: "binding and expected indicators under rows that say so",
    frame: "five",
    lines: `指标 | 单位 | 2020年 | 2025年
一、约束性指标
永久基本农田保护面积 | 万亩 | 73 | 73
二、预期性指标
园区亩均税收 | 万元/亩 | 12 | 18`,
    targets: ["73 万亩 | 永久基本农田保护面积 | level = 2025 | binding | 2020 73 万亩", "18 万元/亩 | 园区亩均税收 | level = 2025 | expected | 2020 12 万元/亩"],
  },
  {
    title: "every cell in a line of its own, with groups and shared categories",
    frame: "five",
    lines: `指标
2020年
2025年
属性
一、经济发展
数字经济增加值（亿元）
52
90
预期性
全社会研发投入强度（%）
1.6*
2.2
预期性
二、安全保障
粮食产量（万吨）
31.5
—
约束性
注：*为2019年数据。`,
    targets: ["90 亿元 | 数字经济增加值 | level = 2025 | expected | 2020 52 亿元", "2.2 % | 全社会研发投入强度 | level = 2025 | expected | 2019 1.6 %"],
  },
  {
    title: "every cell in a line of its own, no attribute: rows in the rhythm of the head",
    frame: "fifteen",
    lines: `指标
单位
2025年
2030年
港口集装箱吞吐量
万标箱
36
60
内河高等级航道
公里
210
≥260
加快推进重点工程建设。`,
    targets: ["60 万标箱 | 港口集装箱吞吐量 | level = 2030 | - | 2025 36 万标箱", "260 公里 | 内河高等级航道 | level >= 2030 | - | 2025 210 公里"],
  },
  {
    title: "a column for each county, the year above the table",
    frame: "five",
    lines: `2023年主要指标分解表
指标 | 单位 | 全市 | 东山县 | 西河区
高标准农田 | 万亩 | 12 | 7 | 5
城镇化率 | % | 61 | 55.5 | 72`,
    targets: [
      "12 万亩 | 高标准农田 | level = 2023 | - | -", "7 万亩 | 高标准农田 | level = 2023 | - | -", "5 万亩 | 高标准农田 | level = 2023 | - | -",
      "61 % | 城镇化率 | level = 2023 | - | -", "55.5 % | 城镇化率 | level = 2023 | - | -", "72 % | 城镇化率 | level = 2023 | - | -",
    ],
  },
  {
    title: "some rows print the wider indicator before its parts",
    frame: "five",
    lines: `指标 | 2020年 | 2025年 | 年均增速〔累计〕 | 属性
经济发展
（1）人均地区生产总值（万元） | 6.1 | >8.5 | >6.5% | 预期性
（2）城镇化率 | 常住人口城镇化率（%） | 55 | 60 | 〔5〕 | 预期性
户籍人口城镇化率（%） | 38 | 44 | 〔6〕 | 预期性
资源环境
（3）主要污染物排放量减少（吨） | 化学需氧量 | — | — | 〔1200〕 | 约束性
氨氮 | — | — | 〔80〕左右 | 约束性
（4）森林覆盖率（%） | 60.2 | 61 | — | 约束性`,
    targets: [
      "8.5 万元 | 人均地区生产总值 | level > 2025 | expected | 2020 6.1 万元", "6.5 % | 人均地区生产总值 | growth > 2021/2025 | expected | 2020 6.1 万元",
      "60 % | 常住人口城镇化率 | level = 2025 | expected | 2020 55 %", "5 % | 常住人口城镇化率 | change = 2021/2025 | expected | 2020 55 %",
      "44 % | 户籍人口城镇化率 | level = 2025 | expected | 2020 38 %", "6 % | 户籍人口城镇化率 | change = 2021/2025 | expected | 2020 38 %",
      "1200 吨 | 主要污染物排放量——化学需氧量 | change = 2021/2025 | binding | -", "80 吨 | 主要污染物排放量——氨氮 | change ~ 2021/2025 | binding | -",
      "61 % | 森林覆盖率 | level = 2025 | binding | 2020 60.2 %",
    ],
  },
  {
    title: "a plan of the year: 上年实际, 本年计划; grades, thousands with spaces",
    frame: "year26",
    lines: `主要指标 | 单位 | 上年实际 | 本年计划 | 增长%
规模以上工业增加值 | 亿元 | 1 820.5 | 1 950 | 7左右
国控断面水质 | 类 | Ⅲ | Ⅱ类以上 | —`,
    targets: [
      "1 950 亿元 | 规模以上工业增加值 | level = 2026 | - | 2025 1820.5 亿元", "7 % | 规模以上工业增加值 | growth ~ 2026 | - | 2025 1820.5 亿元",
      "Ⅱ 类 | 国控断面水质 | level >= 2026 | - | 2025 3 类",
    ],
  },
  {
    title: "a box of two columns without a head; a table of tasks that come about",
    frame: "five",
    rows: [["水利", "新建中型水库3座，治理中小河流210公里。"], ["交通", "改造农村公路600公里。国省道总里程已达到800公里。"]],
    targets: ["3 座 | 中型水库 | flow = 2021/2025 | - | -", "210 公里 | 中小河流 | flow = 2021/2025 | - | -", "600 公里 | 农村公路 | flow = 2021/2025 | - | -"],
  },
  {
    title: "tasks whose goal is an event or a coverage, by the deadline of their row",
    frame: "five",
    rows: [["重点任务", "工作内容", "责任单位", "完成时限"], ["完善交通网", "环城高速全线通车", "市交通局", "2023年"], ["数字乡村", "行政村5G网络全覆盖", "市经信局", "2024年底"]],
    targets: ["| 环城高速 | event = 2023 | - | -", "| 行政村5G网络 | coverage = 2024 | - | -"],
  },
  {
    title: "a plan of the nineties for one year: growth over the year before, prices",
    frame: "old",
    lines: `项目 | 单位 | 1995年预计完成 | 1996年计划 | 比上年增长％
钢材产量 | 万吨 | 8700 | 9000 | 3.4
商品零售价格涨幅 | ％ | 15 | 10左右 | `,
    targets: [
      "9000 万吨 | 钢材产量 | level = 1996 | - | 1995 8700 万吨", "3.4 % | 钢材产量 | growth = 1996 | - | 1995 8700 万吨",
      "10 % | 商品零售价格 | growth ~ 1996 | - | 1995 15 %",
    ],
  },
  {
    title: "wide gaps, rows of words only, the make-up of three parts left alone",
    frame: "fifteen",
    lines: `指标    “十四五”实际    “十五五”目标    属性
绿色工厂数量（家）    320    500    预期性
劳动生产率    高于全国    高于全国平均增速    预期性
三次产业结构    3:41:56    2:40:58    预期性`,
    targets: ["500 家 | 绿色工厂数量 | level = 2030 | expected | 2025 320 家", "| 劳动生产率 | relation > 2030 | expected | - | ref 全国平均增速"],
  },
  {
    title: "two columns only: indicator and goal",
    frame: "five",
    lines: `指标 | 目标值
森林覆盖率 | 65%以上
新建口袋公园 | 30个
市域铁路 | 建成通车`,
    targets: ["65 % | 森林覆盖率 | level >= 2025 | - | -", "30 个 | 新建口袋公园 | flow = 2021/2025 | - | -", "| 市域铁路 | event = 2025 | - | -"],
  },
  {
    title: "a row for each county, indicators across, the year above",
    frame: "five",
    lines: `2025年目标分解表
县（市、区） | 城镇新增就业（万人） | 森林覆盖率（%）
东山县 | 1.2 | 71
西河区 | 2.5 | 45`,
    targets: [
      "1.2 万人 | 城镇新增就业 | flow = 2025 | - | -", "71 % | 森林覆盖率 | level = 2025 | - | -",
      "2.5 万人 | 城镇新增就业 | flow = 2025 | - | -", "45 % | 森林覆盖率 | level = 2025 | - | -",
    ],
  },
  {
    title: "a column for each year and their sum, what is done each year",
    frame: "five",
    lines: `年度 | 2021年 | 2022年 | 2023年 | 五年合计
改造危房（户） | 300 | 250 | — | 850`,
    targets: ["300 户 | 改造危房 | flow = 2021 | - | -", "250 户 | 改造危房 | flow = 2022 | - | -", "850 户 | 改造危房 | flow = 2021/2025 | - | -"],
  },
  {
    title: "parts of a whole, of which the first is told by 其中",
    frame: "five",
    lines: `指标|2020年|2025年|属性
工业总产值（亿元）|300|450|预期性
其中：新材料产业产值|80|130|预期性
装备制造业产值|60|95|预期性
全社会用电量（亿千瓦时）|150|200左右|预期性`,
    targets: [
      "450 亿元 | 工业总产值 | level = 2025 | expected | 2020 300 亿元", "130 亿元 | 新材料产业产值 | level = 2025 | expected | 2020 80 亿元",
      "95 亿元 | 装备制造业产值 | level = 2025 | expected | 2020 60 亿元", "200 亿千瓦时 | 全社会用电量 | level ~ 2025 | expected | 2020 150 亿千瓦时",
    ],
  },
];
