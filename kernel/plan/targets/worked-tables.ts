import type { frames } from "./worked.ts";

/**
 * Worked tables: the tests of the table reader and its examples. A table as lines of text, or as rows of marked cells
 * (目标→2 reaches over two columns, 约束性↓3 over three rows), and what is to be read:
 * "number unit | indicator | measure comparator period | attribute | base period value unit".
 */
export interface WorkedTable {
  title: string;
  frame: keyof typeof frames;
  lines?: string;
  rows?: readonly (readonly string[])[];
  /** Lines below marked rows. */
  below?: string;
  targets: string[];
  actuals?: string[];
}

export const workedTables: readonly WorkedTable[] = [
  {
    title: "a province: totals in brackets, bases marked with *, one attribute over many rows",
    frame: "five",
    rows: [
      ["类别", "指标", "2020年", "2025年", "年均增速/〔累计〕", "属性"],
      ["一、经济发展", "1. 地区生产总值（亿元）", "3200", "4500", "7左右", "预期性↓3"],
      ["↑", "2. 研发经费投入强度（%）", "1.8*", "2.6", "—"],
      ["↑", "3. 城镇新增就业（万人）", "〔21〕", "-", "〔25〕"],
      ["二、绿色生态", "4. 单位地区生产总值能耗降低（%）", "〔16.5〕", "/", "〔13.5〕", "约束性↓2"],
      ["↑", "5. 地表水达到或好于Ⅲ类水体比例（%）", "92.3", "≥94", ""],
    ],
    below: "注：1.〔〕内为五年累计数；2.*为2019年数据。",
    targets: [
      "4500 亿元 | 地区生产总值 | level = 2025 | expected | 2020 3200 亿元",
      "7 % | 地区生产总值 | growth ~ 2021/2025 | expected | 2020 3200 亿元",
      "2.6 % | 研发经费投入强度 | level = 2025 | expected | 2019 1.8 %",
      "25 万人 | 城镇新增就业 | flow = 2021/2025 | expected | 2016/2020 21 万人",
      "13.5 % | 单位地区生产总值能耗 | change = 2021/2025 | binding | 2016/2020 16.5 %",
      "94 % | 地表水达到或好于Ⅲ类水体比例 | level >= 2025 | binding | 2020 92.3 %",
    ],
    actuals: [
      "3200 亿元 | 地区生产总值 | level = 2020", "1.8 % | 研发经费投入强度 | level = 2019", "21 万人 | 城镇新增就业 | flow = 2016/2020",
      "16.5 % | 单位地区生产总值能耗 | change = 2016/2020", "92.3 % | 地表水达到或好于Ⅲ类水体比例 | level = 2020",
    ],
  },
  {
    title: "a head of two lines: the plan over its year and its average",
    frame: "five",
    rows: [
      ["序号↓2", "指标名称↓2", "单位↓2", "2020年实际↓2", "“十四五”规划目标→2", "指标属性↓2"],
      ["2025年", "年均增长（%）"],
      ["1", "常住人口城镇化率", "%", "58.6", "63", "", "预期性"],
      ["2", "一般公共预算收入", "亿元", "42.1", "56", "6", "预期性"],
      ["3", "耕地保有量", "万亩", "85", "不低于84.6", "——", "约束性"],
    ],
    targets: [
      "63 % | 常住人口城镇化率 | level = 2025 | expected | 2020 58.6 %", "56 亿元 | 一般公共预算收入 | level = 2025 | expected | 2020 42.1 亿元",
      "6 % | 一般公共预算收入 | growth = 2021/2025 | expected | 2020 42.1 亿元", "84.6 万亩 | 耕地保有量 | level >= 2025 | binding | 2020 85 万亩",
    ],
  },
  {
    title: "the same head flattened: the second line prints only what stands under the plan",
    frame: "five",
    lines: `主要指标表
序号 | 指标名称 | 单位 | 2020年实际 | “十四五”规划目标 | 指标属性
2025年 | 年均增长（%）
1 | 常住人口城镇化率 | % | 58.6 | 63 | — | 预期性
2 | 一般公共预算收入 | 亿元 | 42.1 | 56 | 6 | 预期性`,
    targets: [
      "63 % | 常住人口城镇化率 | level = 2025 | expected | 2020 58.6 %", "56 亿元 | 一般公共预算收入 | level = 2025 | expected | 2020 42.1 亿元",
      "6 % | 一般公共预算收入 | growth = 2021/2025 | expected | 2020 42.1 亿元",
    ],
  },
  {
    title: "a county: a column for each year, full-width digits",
    frame: "five",
    rows: [
      ["指标", "单位", "２０２０年", "２０２１年", "２０２３年", "２０２５年"],
      ["粮食总产量", "万吨", "２１．３", "２１．５", "２１．８", "≥２２"],
      ["城镇调查失业率", "%", "５．６", "＜６", "＜５．８", "５．５以内"],
    ],
    targets: [
      "２１．５ 万吨 | 粮食总产量 | level = 2021 | - | 2020 21.3 万吨", "２１．８ 万吨 | 粮食总产量 | level = 2023 | - | 2020 21.3 万吨",
      "２２ 万吨 | 粮食总产量 | level >= 2025 | - | 2020 21.3 万吨", "６ % | 城镇调查失业率 | level < 2021 | - | 2020 5.6 %",
      "５．８ % | 城镇调查失业率 | level < 2023 | - | 2020 5.6 %", "５．５ % | 城镇调查失业率 | level <= 2025 | - | 2020 5.6 %",
    ],
  },
  {
    title: "words instead of numbers",
    frame: "five",
    lines: `指标 | 2020年 | 2025年 | 属性
居民人均可支配收入增长（%） | 6.8 | 与经济增长基本同步 | 预期性
空气质量优良天数比率（%） | 95.2 | 完成省下达目标 | 约束性
全员劳动生产率（万元/人） | 12.1 | 高于全省平均水平 | 预期性
公众安全感满意度（%） | 97 | 持续提高 | 预期性
基本养老保险 | — | 全覆盖 | 预期性`,
    targets: [
      "| 居民人均可支配收入 | relation = 2025 | expected | 2020 6.8 % | ref 经济增长", "| 空气质量优良天数比率 | assigned = 2025 | binding | 2020 95.2 %",
      "| 全员劳动生产率 | relation > 2025 | expected | 2020 12.1 万元/人 | ref 全省平均水平", "| 公众安全感满意度 | relation > 2025 | expected | 2020 97 %",
      "| 基本养老保险 | coverage = 2025 | expected | -",
    ],
  },
  {
    title: "ranges, signs, 左右 and 以上, thousands",
    frame: "fifteen",
    lines: `指标 | 2025年 | 2030年
货物进出口总额（亿元） | 1,280 | 1,500—1,600
数字经济增加值占比（％） | 38 | 45％以上
新能源装机容量（万千瓦） | 310 | 突破500
人口自然增长率（‰） | -1.2 | -1.5左右
每千人口医疗卫生机构床位数（张） | 6.9 | 7.2～7.5`,
    targets: [
      "1,500—1,600 亿元 | 货物进出口总额 | level range 2030 | - | 2025 1280 亿元", "45 % | 数字经济增加值占比 | level >= 2030 | - | 2025 38 %",
      "500 万千瓦 | 新能源装机容量 | level > 2030 | - | 2025 310 万千瓦", "-1.5 ‰ | 人口自然增长率 | growth ~ 2030 | - | 2025 -1.2 ‰",
      "7.2～7.5 张 | 每千人口医疗卫生机构床位数 | level range 2030 | - | 2025 6.9 张",
    ],
  },
  {
    title: "a national plan of the nineties: years and spans of growth",
    frame: "nine",
    rows: [
      ["项目", "单位", "1995年预计", "2000年", "1996—2000年年均增长%"],
      ["原煤产量", "亿吨", "12.9", "14", "1.7"],
      ["钢产量", "万吨", "9300", "10500", "2.5"],
      ["出口总额", "亿美元", "1450", "2000", "6.6"],
    ],
    targets: [
      "14 亿吨 | 原煤产量 | level = 2000 | - | 1995 12.9 亿吨", "1.7 % | 原煤产量 | growth = 1996/2000 | - | 1995 12.9 亿吨",
      "10500 万吨 | 钢产量 | level = 2000 | - | 1995 9300 万吨", "2.5 % | 钢产量 | growth = 1996/2000 | - | 1995 9300 万吨",
      "2000 亿美元 | 出口总额 | level = 2000 | - | 1995 1450 亿美元", "6.6 % | 出口总额 | growth = 1996/2000 | - | 1995 1450 亿美元",
    ],
  },
  {
    title: "years go down, indicators across",
    frame: "five",
    rows: [
      ["年份", "生产总值（亿元）", "森林覆盖率（%）"],
      ["2020年", "820", "61.2"],
      ["2023年", "1000", "61.5"],
      ["2025年", "1200", "62"],
      ["属性", "预期性", "约束性"],
    ],
    targets: [
      "1000 亿元 | 生产总值 | level = 2023 | expected | 2020 820 亿元", "61.5 % | 森林覆盖率 | level = 2023 | binding | 2020 61.2 %",
      "1200 亿元 | 生产总值 | level = 2025 | expected | 2020 820 亿元", "62 % | 森林覆盖率 | level = 2025 | binding | 2020 61.2 %",
    ],
  },
  {
    title: "two tables side by side",
    frame: "five",
    rows: [
      ["指标", "2020年", "2025年", "指标", "2020年", "2025年"],
      ["公路里程（公里）", "2100", "2300", "港口吞吐量（万吨）", "560", "800"],
      ["高速公路里程（公里）", "180", "240", "航道里程（公里）", "92", "110"],
    ],
    targets: [
      "2300 公里 | 公路里程 | level = 2025 | - | 2020 2100 公里", "800 万吨 | 港口吞吐量 | level = 2025 | - | 2020 560 万吨",
      "240 公里 | 高速公路里程 | level = 2025 | - | 2020 180 公里", "110 公里 | 航道里程 | level = 2025 | - | 2020 92 公里",
    ],
  },
  {
    title: "an indicator over two rows with parts beside it; 其中 below one",
    frame: "five",
    rows: [
      ["领域", "指标→2", "2020年", "2025年", "属性"],
      ["民生福祉↓4", "每千人口拥有↓2", "执业医师数（人）", "2.6", "3.1", "预期性↓4"],
      ["注册护士数（人）", "2.9", "3.6"],
      ["人均预期寿命（岁）→2", "78.1", "79"],
      ["其中：女性→2", "80.2", "81"],
    ],
    targets: [
      "3.1 人 | 每千人口拥有——执业医师数 | level = 2025 | expected | 2020 2.6 人", "3.6 人 | 每千人口拥有——注册护士数 | level = 2025 | expected | 2020 2.9 人",
      "79 岁 | 人均预期寿命 | level = 2025 | expected | 2020 78.1 岁", "81 岁 | 人均预期寿命——女性 | level = 2025 | expected | 2020 80.2 岁",
    ],
  },
];
