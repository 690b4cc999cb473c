/**
 * Worked sentences: the grammar's tests and its examples. One sentence, the plan it stands in, and what is to be read:
 * "number unit | indicator | measure comparator period", the indicator left out where it does not matter.
 * Titles give the frame: see `frames`.
 */
export interface Worked {
  frame: keyof typeof frames;
  words: string;
  targets: string[];
  /** Figures reached. */
  actuals?: string[];
}

export const frames = {
  five: "某某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要",
  fifteen: "某某省国民经济和社会发展第十五个五年规划纲要",
  nine: "中华人民共和国国民经济和社会发展“九五”计划和2010年远景目标纲要",
  year: "2025年某某省政府工作报告",
  old: "关于1995年国民经济和社会发展计划执行情况与1996年国民经济和社会发展计划草案的报告",
} as const;

export const worked: readonly Worked[] = [
  // Levels.
  { frame: "five", words: "全市生产总值达到2500亿元。", targets: ["2500 亿元 | 生产总值 | level = 2025"] },
  { frame: "five", words: "人均生产总值突破10万元。", targets: ["10 万元 | 人均生产总值 | level > 2025"] },
  { frame: "five", words: "常住人口城镇化率提高到65%。", targets: ["65 % | 常住人口城镇化率 | level = 2025"] },
  { frame: "five", words: "森林覆盖率稳定在70%以上。", targets: ["70 % | 森林覆盖率 | level >= 2025"] },
  { frame: "five", words: "城镇登记失业率控制在4%以内。", targets: ["4 % | 城镇登记失业率 | level <= 2025"] },
  { frame: "five", words: "PM2.5平均浓度降至25微克/立方米以下。", targets: ["25 微克/立方米 | PM2.5平均浓度 | level <= 2025"] },
  { frame: "five", words: "人均预期寿命达到 80.5 岁以上。", targets: ["80.5 岁 | 人均预期寿命 | level >= 2025"] },
  { frame: "five", words: "劳动年龄人口平均受教育年限提高到11.3年。", targets: ["11.3 年 | 劳动年龄人口平均受教育年限 | level = 2025"] },
  { frame: "five", words: "农田灌溉水有效利用系数提高到0.58。", targets: ["0.58 | 农田灌溉水有效利用系数 | level = 2025"] },
  { frame: "five", words: "市区人口规模达到100万人左右。", targets: ["100 万人 | 人口规模 | level ~ 2025"] },
  { frame: "five", words: "数字经济核心产业增加值占GDP比重达10%。", targets: ["10 % | 数字经济核心产业增加值占GDP比重 | level = 2025"] },
  { frame: "five", words: "每千人口拥有3岁以下婴幼儿托位数达到4.5个。", targets: ["4.5 个 | | level = 2025"] },
  { frame: "five", words: "耕地保有量不低于320万亩。", targets: ["320 万亩 | 耕地保有量 | level >= 2025"] },
  { frame: "five", words: "用水总量不超过14亿立方米。", targets: ["14 亿立方米 | 用水总量 | level <= 2025"] },
  { frame: "five", words: "审批时限压缩至5个工作日以内。", targets: ["5 个工作日 | 审批时限 | level <= 2025"] },
  // Growth and change.
  { frame: "five", words: "地区生产总值年均增长6.5%左右。", targets: ["6.5 % | 地区生产总值 | growth ~ 2021/2025"] },
  { frame: "five", words: "全社会研发经费投入年均增长7%以上。", targets: ["7 % | | growth >= 2021/2025"] },
  { frame: "five", words: "单位地区生产总值能耗降低13.5%。", targets: ["13.5 % | 单位地区生产总值能耗 | change = 2021/2025"] },
  { frame: "five", words: "单位生产总值能耗和二氧化碳排放分别降低13.5%、18%。", targets: ["13.5 % | 单位生产总值能耗 | change = 2021/2025", "18 % | 二氧化碳排放 | change = 2021/2025"] },
  { frame: "five", words: "农村卫生户厕普及率提高3个百分点。", targets: ["3 个百分点 | 农村卫生户厕普及率 | change = 2021/2025"] },
  { frame: "five", words: "人均预期寿命再提高1岁。", targets: ["1 岁 | 人均预期寿命 | change = 2021/2025"] },
  { frame: "five", words: "到2025年，全员劳动生产率年均增速达到6%。", targets: ["6 % | | growth = 2021/2025"] },
  { frame: "five", words: "主要污染物排放总量比2020年减少10%。", targets: ["10 % | 主要污染物排放总量 | change = 2021/2025"] },
  { frame: "year", words: "地区生产总值增长5%左右，居民消费价格涨幅2%左右，城镇调查失业率5.5%以内。", targets: ["5 % | 地区生产总值 | growth ~ 2025", "2 % | 居民消费价格 | growth ~ 2025", "5.5 % | 城镇调查失业率 | level <= 2025"] },
  { frame: "year", words: "规模以上工业增加值、固定资产投资、社会消费品零售总额分别增长6%、5%和7%以上。", targets: ["6 % | | growth >= 2025", "5 % | 固定资产投资 | growth >= 2025", "7 % | 社会消费品零售总额 | growth >= 2025"] },
  { frame: "year", words: "城乡居民人均可支配收入均增长8%。", targets: ["8 % | 人均可支配收入 | growth = 2025"] },
  { frame: "year", words: "地区生产总值增速达到6%。", targets: ["6 % | 地区生产总值 | growth = 2025"] },
  // Multiples.
  { frame: "five", words: "到2035年，人均生产总值比2020年翻一番。", targets: ["翻一番 | 人均生产总值 | multiple = 2035"] },
  { frame: "nine", words: "实现人均国民生产总值比1980年翻两番。", targets: ["翻两番 | 人均国民生产总值 | multiple = 2000"] },
  { frame: "five", words: "数字经济增加值增长1倍以上。", targets: ["1 倍 | 数字经济增加值 | multiple >= 2025"] },
  // Flows.
  { frame: "five", words: "新建高标准农田6.3万亩。", targets: ["6.3 万亩 | 高标准农田 | flow = 2021/2025"] },
  { frame: "five", words: "五年累计完成投资5000亿元。", targets: ["5000 亿元 | 投资 | flow = 2021/2025"] },
  { frame: "five", words: "每年创建美丽乡村标杆县1个，示范乡镇6个、风景线6条、特色精品村20个、美丽庭院3万户。", targets: ["1 个 | 美丽乡村标杆县 | flow = yearly", "6 个 | 示范乡镇 | flow = yearly", "6 条 | 风景线 | flow = yearly", "20 个 | 特色精品村 | flow = yearly", "3 万户 | 美丽庭院 | flow = yearly"] },
  { frame: "year", words: "城镇新增就业50万人以上。", targets: ["50 万人 | 城镇新增就业 | flow >= 2025"] },
  { frame: "year", words: "开工建设3件大型灌区、5件大中型水库。", targets: ["3 件 | 大型灌区 | flow = 2025", "5 件 | 大中型水库 | flow = 2025"] },
  { frame: "year", words: "引进亿元以上项目超500个。", targets: ["500 个 | 亿元以上项目 | flow > 2025"] },
  { frame: "year", words: "引进总投资10亿元以上项目20个。", targets: ["20 个 | | flow = 2025"] },
  { frame: "year", words: "新增30个以上乡镇通三级公路。", targets: ["30 个 | 乡镇通三级公路 | flow >= 2025"] },
  { frame: "year", words: "支持不少于4万人创业。", targets: ["4 万人 | 创业 | flow >= 2025"] },
  { frame: "year", words: "对98家学生集体用餐配送单位开展现场评价。", targets: ["98 家 | 学生集体用餐配送单位 | flow = 2025"] },
  { frame: "year", words: "为经济困难群众提供法律咨询服务30万人次，办理法律援助案件8万件。", targets: ["30 万人次 | 法律咨询服务 | flow = 2025", "8 万件 | 法律援助案件 | flow = 2025"] },
  { frame: "year", words: "建成充电桩1万个，改造老旧小区300个。", targets: ["1 万个 | 充电桩 | flow = 2025", "300 个 | 老旧小区 | flow = 2025"] },
  { frame: "year", words: "培训高技能人才2万人次以上。", targets: ["2 万人次 | 高技能人才 | flow >= 2025"] },
  { frame: "five", words: "“十四五”期间新增城镇就业25万人。", targets: ["25 万人 | | flow = 2021/2025"] },
  { frame: "five", words: "到2025年，建成省级特色小镇10个，高新技术企业达到500家。", targets: ["10 个 | 省级特色小镇 | flow = 2025", "500 家 | 高新技术企业 | level = 2025"] },
  { frame: "five", words: "新增公共停车位2万个，其中新能源车位5000个。", targets: ["2 万个 | 公共停车位 | flow = 2021/2025", "5000 个 | 新能源车位 | flow = 2021/2025"] },
  // Ranges, stretch, bases.
  { frame: "year", words: "地区生产总值增长4.5%-5%。", targets: ["4.5%-5 % | 地区生产总值 | growth range 2025"] },
  { frame: "year", words: "一般公共预算收入增长5%至6%。", targets: ["5%至6 % | 一般公共预算收入 | growth range 2025"] },
  { frame: "nine", words: "粮食总产量达到4.9—5亿吨。", targets: ["4.9—5 亿吨 | 粮食总产量 | level range 2000"] },
  { frame: "five", words: "粮食产量保证4900万吨，力争5000万吨。", targets: ["4900 万吨 | 粮食产量 | flow = 2021/2025", "5000 万吨 | 粮食产量 | flow = 2021/2025"] },
  { frame: "five", words: "常住人口城镇化率由2020年的61%提高到2025年的70%。", targets: ["70 % | 常住人口城镇化率 | level = 2025"] },
  // Numbers in Chinese and in full width.
  { frame: "old", words: "国民生产总值增长百分之八左右。", targets: ["百分之八 % | 国民生产总值 | growth ~ 1996"] },
  { frame: "old", words: "零售物价总水平涨幅控制在１０％左右。", targets: ["１０ % | 零售物价总水平 | growth ~ 1996"] },
  { frame: "old", words: "全社会固定资产投资规模１８６００亿元，比上年增长１０％左右。", targets: ["１８６００ 亿元 | | flow = 1996", "１０ % | | growth ~ 1996"] },
  { frame: "nine", words: "到二〇〇〇年，人口总量控制在十三亿以内。", targets: ["十三亿 | 人口总量 | level <= 2000"] },
  { frame: "nine", words: "2000年国民生产总值达到8.5万亿元，“九五”期间年均增长8%左右。", targets: ["8.5 万亿元 | 国民生产总值 | level = 2000", "8 % | 国民生产总值 | growth ~ 1996/2000"] },
  { frame: "nine", words: "五年新增城镇就业四千万人。", targets: ["四千万 人 | | flow = 1996/2000"] },
  { frame: "old", words: "人口自然增长率控制在10.9‰以内。", targets: ["10.9 ‰ | | growth <= 1996"] },
  // Numbers that are none: names, dates, ordinals, durations, thresholds.
  { frame: "five", words: "深化“415X”先进制造业集群建设，落实“4421”工作体系。", targets: [] },
  { frame: "five", words: "加快5G网络和G60科创走廊建设，争创5A级景区。", targets: [] },
  { frame: "five", words: "实施十大工程，推进三年行动计划，打造七个桥头堡。", targets: [] },
  { frame: "five", words: "瞄准世界500强企业，推进市域铁路1号线建设。", targets: [] },
  { frame: "five", words: "打造海拔600米以上绿色有机农产品基地。", targets: [] },
  { frame: "five", words: "加快3岁以下婴幼儿托育设施建设。", targets: [] },
  { frame: "five", words: "认真实施人才新政12条。", targets: [] },
  { frame: "year", words: "具体要抓好9个方面的工作。", targets: [] },
  { frame: "five", words: "探索土地承包到期后再延长30年路径。", targets: [] },
  { frame: "five", words: "2025—2035年，以3年为一轮滚动推动美丽城镇建设。", targets: [] },
  { frame: "five", words: "促成500千伏变电站提前落地。", targets: [] },
  { frame: "five", words: "打造“社区15分钟便民生活圈”。", targets: [] },
  // Figures reached.
  { frame: "five", words: "2020年全市生产总值达到1639亿元。", targets: [], actuals: ["1639 亿元 | 生产总值 | level = 2020"] },
  { frame: "year", words: "2024年粮食总产量达到1993.5万吨。", targets: [], actuals: ["1993.5 万吨 | 粮食总产量 | level = 2024"] },
  { frame: "five", words: "全市城镇化率已达到61%。", targets: [], actuals: ["61 % | 城镇化率 | level = 2025"] },
  // Without a printed number.
  { frame: "year", words: "居民人均可支配收入增长快于经济增长。", targets: ["居民人均可支配收入增长 | relation > 2025"] },
  { frame: "five", words: "居民收入增长与经济增长基本同步。", targets: ["居民收入增长 | relation = 2025"] },
  { frame: "year", words: "单位地区生产总值能耗降低完成国家下达目标。", targets: ["单位地区生产总值能耗降低 | assigned = 2025"] },
  { frame: "five", words: "实现法定人群社保全覆盖。", targets: ["法定人群社保 | coverage = 2025"] },
  { frame: "year", words: "2025年，基本消除城市黑臭水体。", targets: [] },
];
