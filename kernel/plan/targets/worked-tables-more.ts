import type { WorkedTable } from "./worked-tables.ts";

/** Worked tables of other kinds of plans; see worked-tables.ts for how they are written. */
export const workedTablesMore: readonly WorkedTable[] = [
  {
    title: "rows of categories over all columns, numbering with 一、 inside the table",
    frame: "five",
    lines: `指标 | 单位 | 2020年 | 2025年 | 属性
一、创新发展
研发人员数 | 人年 | 5200 | 7000 | 预期性
二、安全保障
粮食播种面积 | 万亩 | 112.5 | 112 | 约束性`,
    targets: ["7000 人年 | 研发人员数 | level = 2025 | expected | 2020 5200 人年", "112 万亩 | 粮食播种面积 | level = 2025 | binding | 2020 112.5 万亩"],
  },
  {
    title: "the category stands once, the rows below it begin with the indicator",
    frame: "five",
    lines: `类别 | 指标 | 2020年 | 2025年 | 属性
经济发展 | 工业增加值占比（%） | 31 | 33 | 预期性
社会消费品零售总额（亿元） | 210 | 300 | 预期性
生态环境 | 森林蓄积量（万立方米） | 1500 | 1650 | 约束性`,
    targets: [
      "33 % | 工业增加值占比 | level = 2025 | expected | 2020 31 %", "300 亿元 | 社会消费品零售总额 | level = 2025 | expected | 2020 210 亿元",
      "1650 万立方米 | 森林蓄积量 | level = 2025 | binding | 2020 1500 万立方米",
    ],
  },
  {
    title: "apart by tabs, empty cells kept",
    frame: "five",
    lines: "序号\t指标\t单位\t2020年\t2025年\t累计\t属性\n1\t改造老旧小区\t万户\t\t\t[3.2]\t预期性\n2\t人均体育场地面积\t平方米\t2.1\t2.6\t\t预期性",
    targets: ["3.2 万户 | 改造老旧小区 | flow = 2021/2025 | expected | -", "2.6 平方米 | 人均体育场地面积 | level = 2025 | expected | 2020 2.1 平方米"],
  },
  {
    title: "apart by wide gaps, as copied from a page",
    frame: "district",
    lines: `指标名称      单位    2020年   2025年   属性
地区生产总值    亿元    860     1200    预期性
万元地区生产总值用水量下降    %    -    16    约束性`,
    targets: ["1200 亿元 | 地区生产总值 | level = 2025 | expected | 2020 860 亿元", "16 % | 万元地区生产总值用水量 | change = 2025 | binding | -"],
  },
  {
    title: "Markdown pipes in a text file",
    frame: "fifteen",
    lines: `| 指标 | 2025年 | 2030年 | 属性 |
|------|:----:|:----:|------|
| 人工智能产业规模（亿元） | 120 | 400 | 预期性 |
| 单位地区生产总值二氧化碳排放降低（%） | — | 〔18〕 | 约束性 |`,
    targets: ["400 亿元 | 人工智能产业规模 | level = 2030 | expected | 2025 120 亿元", "18 % | 单位地区生产总值二氧化碳排放 | change = 2026/2030 | binding | -"],
  },
  {
    title: "lines with commas",
    frame: "five",
    lines: `指标,单位,2020年,2025年,属性
公共图书馆藏书量,万册,62,90,预期性
每万人拥有公交车辆,标台,9.8,12,预期性`,
    targets: ["90 万册 | 公共图书馆藏书量 | level = 2025 | expected | 2020 62 万册", "12 标台 | 每万人拥有公交车辆 | level = 2025 | expected | 2020 9.8 标台"],
  },
  {
    title: "a special plan: 现状值 and 目标值 without years",
    frame: "five",
    rows: [
      ["序号", "指标名称", "单位", "现状值", "目标值", "指标性质"],
      ["1", "农村自来水普及率", "%", "88", "≥92", "预期性"],
      ["2", "用水总量", "亿立方米", "13.2", "≤14.0", "约束性"],
      ["3", "新增水土流失治理面积", "平方公里", "—", "[320]", "预期性"],
    ],
    targets: [
      "92 % | 农村自来水普及率 | level >= 2025 | expected | 2020 88 %", "14.0 亿立方米 | 用水总量 | level <= 2025 | binding | 2020 13.2 亿立方米",
      "320 平方公里 | 新增水土流失治理面积 | flow = 2021/2025 | expected | -",
    ],
  },
  {
    title: "near and far: 2025 and the outlook of 2035",
    frame: "five",
    rows: [
      ["指标", "2020年（基期）", "2025年（近期）", "2035年（远期）"],
      ["生态保护红线面积（平方公里）", "1020", "1020", "不低于1020"],
      ["城镇人均公园绿地面积（平方米）", "13.1", "14", "15"],
    ],
    targets: [
      "1020 平方公里 | 生态保护红线面积 | level = 2025 | - | 2020 1020 平方公里", "1020 平方公里 | 生态保护红线面积 | level >= 2035 | - | 2020 1020 平方公里",
      "14 平方米 | 城镇人均公园绿地面积 | level = 2025 | - | 2020 13.1 平方米", "15 平方米 | 城镇人均公园绿地面积 | level = 2035 | - | 2020 13.1 平方米",
    ],
  },
  {
    title: "notes with ① beside numbers and beside names",
    frame: "five",
    rows: [
      ["指标", "2020年", "2025年", "属性"],
      ["文化产业增加值占比（%）", "3.4①", "4.5", "预期性"],
      ["人均预期寿命（岁）②", "77.5", "78.6", "预期性"],
    ],
    below: "注：①为2018年数据；②2020年人均预期寿命采用2019年统计数据。",
    targets: ["4.5 % | 文化产业增加值占比 | level = 2025 | expected | 2018 3.4 %", "78.6 岁 | 人均预期寿命 | level = 2025 | expected | 2019 77.5 岁"],
  },
  {
    title: "totals in round brackets because a note says so; a total that is the difference of two levels",
    frame: "five",
    rows: [
      ["指标", "单位", "2020年", "2025年", "五年累计", "属性"],
      ["农村卫生厕所改造", "万户", "—", "—", "(2.4)", "预期性"],
      ["公路通车里程", "公里", "3100", "3400", "(300)", "预期性"],
    ],
    below: "备注：（）内为五年累计数",
    targets: [
      "2.4 万户 | 农村卫生厕所改造 | flow = 2021/2025 | expected | -", "3400 公里 | 公路通车里程 | level = 2025 | expected | 2020 3100 公里",
      "300 公里 | 公路通车里程 | change = 2021/2025 | expected | 2020 3100 公里",
    ],
  },
  {
    title: "continued on the next page: 续表, the head again",
    frame: "five",
    lines: `主要指标（单位：亿元）
指标 | 2020年 | 2025年 | 属性
林业总产值 | 42 | 60 | 预期性
续表
指标 | 2020年 | 2025年 | 属性
旅游总收入 | 88* | 150 | 预期性
注：*为2019年数据。`,
    targets: ["60 亿元 | 林业总产值 | level = 2025 | expected | 2020 42 亿元", "150 亿元 | 旅游总收入 | level = 2025 | expected | 2019 88 亿元"],
  },
  {
    title: "continued without its head",
    frame: "five",
    lines: `指标 | 单位 | 2020年 | 2025年 | 属性
水库总库容 | 亿立方米 | 5.1 | 5.6 | 预期性
— 12 —
堤防长度 | 公里 | 430 | 520 | 约束性`,
    targets: ["5.6 亿立方米 | 水库总库容 | level = 2025 | expected | 2020 5.1 亿立方米", "520 公里 | 堤防长度 | level = 2025 | binding | 2020 430 公里"],
  },
  {
    title: "a wide table in two halves: base and unit in the first, attribute in the second",
    frame: "five",
    lines: `指标 | 单位 | 2020年 | 2021年
电网供电可靠率 | % | 99.7 | 99.75
天然气管网长度 | 公里 | 610 | 640
指标 | 2023年 | 2025年 | 属性
电网供电可靠率 | 99.8 | 99.9 | 预期性
天然气管网长度 | 720 | 800 | 约束性`,
    targets: [
      "99.75 % | 电网供电可靠率 | level = 2021 | expected | 2020 99.7 %", "640 公里 | 天然气管网长度 | level = 2021 | binding | 2020 610 公里",
      "99.8 % | 电网供电可靠率 | level = 2023 | expected | 2020 99.7 %", "99.9 % | 电网供电可靠率 | level = 2025 | expected | 2020 99.7 %",
      "720 公里 | 天然气管网长度 | level = 2023 | binding | 2020 610 公里", "800 公里 | 天然气管网长度 | level = 2025 | binding | 2020 610 公里",
    ],
  },
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
];
