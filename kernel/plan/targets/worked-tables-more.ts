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
];
