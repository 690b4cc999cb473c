/** Units of plans, by kind. To teach a unit, put it into its row. */

export type UnitKind = "ratio" | "points" | "money" | "measure" | "people" | "count" | "time" | "times" | "mark" | "latin" | "bare" | "none";

const rows: readonly [UnitKind, string][] = [
  ["ratio", "% ‰ 成 /10万 /十万 /万"],
  ["points", "个百分点 百分点 个千分点"],
  ["money", "元 美元 欧元 人民币 元人民币 港元 元/平方米 元/人"],
  [
    "measure",
    "年一遇 km² km2 hm² hm2 m² m2 m³ m3 km kW MW GW kW·h kWh kV MVA kVA mm min 亩 公顷 平方公里 平方千米 平方米 立方米 平米 方 公里 千米 米 车道公里 吨 公斤 千克 斤 担 克 毫克 微克 吨标准煤 吨标煤 标准煤 吨碳 吨二氧化碳 千瓦 千瓦时 千瓦小时 度 兆瓦 吉瓦 瓦 伏 千伏 " +
      "标箱 标准箱 TEU 卡路里 升 毫升 头 只 羽 匹 株 标准立方米 吨公里 人公里 蓄积量 分贝 摄氏度 焦耳 兆焦 蒸吨 载重吨 总吨 公里/小时 斤/亩 公斤/亩 岁 周岁 分 标台 标准台 锭 纱锭 棉纺锭 毛纺锭 千伏安 兆伏安 伏安 重量箱 对公里 皮长公里 芯公里 纤芯公里 克标准煤 千克标准煤 公斤标准煤 微克每立方米 床 张床位 张床 个床位 桶 匹马力 兆",
  ],
  ["people", "人年 人 人次 人/次 口 口人 户次"],
  [
    "count",
    "个 家 户 所 名 项 件 条 座 处 辆 架 套 支 场 张 台 艘 列 幅 部 篇 位 对 门 片 种 间 栋 幢 孔 眼 本 册 份 枚 款 宗 起 例 株次 班 班次 批次 团 期 批 次 轮 届次 档 盏 根 尊 块 " +
      "人份 棵 尾 箱 路 路端 路线 线路 剂 辆次 架次 艘次 车次 趟 席 标段 组 线 站 点 镇 村 条件 座席 家次 场次 头次 户次 车皮 机架 标准机架",
  ],
  ["time", "年 个月 月 周 天 日 个工作日 工作日 小时 分钟 秒 学时 课时 个小时 毫秒 时"],
  ["times", "倍"],
  ["mark", "级 类 强 号 版 届 代 维 星 大 线城市 周年 世纪 年代 型 位一体 网 层 步 条心 化 式 性 次会议 次全会 股 重 者 国 省 市 县 州 区 域 方 角 品 农 权 公 大类 票"],
  ["latin", "M G T K P Mbps Gbps kW MW GW kWh TWh km PFlops EFlops PFLOPS EFLOPS E PB EB TB GB ppm dB"],
];

interface Known {
  unit: string;
  kind: UnitKind;
}

/** Units by their first character, longest first. */
function unitsByFirst(): ReadonlyMap<string, readonly Known[]> {
  const all = rows.flatMap(([kind, words]) => words.split(" ").map((unit): Known => ({ unit, kind })));
  const unique = all.filter((known, index) => all.findIndex((other) => other.unit === known.unit) === index);
  const byLength = unique.sort((a, b) => b.unit.length - a.unit.length);
  return new Map(byLength.map(({ unit }) => [unit.charAt(0), byLength.filter((known) => known.unit.startsWith(unit.charAt(0)))]));
}

const byFirst: ReadonlyMap<string, readonly Known[]> = unitsByFirst();

const COUNTS: ReadonlySet<string> = new Set("个家户所名项件条座处辆架套支场张台艘列部篇对间栋幢孔眼本册份枚宗起例班批次棵尾箱村社");

/** 千 of 千瓦 and 千米 is no multiplier. */
const MULTIPLIER = /(?:[十百万亿]|千(?![瓦米克伏卡焦])){1,3}/y;
const PER = /(?:\/s(?![a-z])|\/d(?![a-z])|\/h(?![a-z])|\/a(?![a-z]))|\/(?:[十百千万亿]{0,3})(?:立方米|平方米|平方公里|公里|小时|人|户|亩|年|日|天|月|吨|升|千克|公斤|万元|元|公顷|次|床|米|千人|万人|千瓦时|千瓦小时|百户|个|辆|标准立方米|人次|kWh|L|m3)/y;

/** The unit at a place of a text, as printed, with its kind; length 0 when there is none. */
export function unitAt(words: string, at: number, multipliers: boolean): { unit: string; kind: UnitKind; length: number } {
  let next = at;
  if (multipliers) {
    MULTIPLIER.lastIndex = at;
    next += MULTIPLIER.exec(words)?.[0].length ?? 0;
  }
  const known = byFirst.get(words.charAt(next))?.find((entry) => words.startsWith(entry.unit, next));
  if (known === undefined || (known.unit === "台" && words.startsWith("阶", next + 1)) || (next > at && /^[农国省市县区权公]$/.test(known.unit))) {
    const unit = words.slice(at, next);
    return { unit, kind: unit === "" ? "none" : "bare", length: next - at };
  }
  let end = next + known.unit.length;
  PER.lastIndex = end;
  end += PER.exec(words)?.[0].length ?? 0;
  // 台(套), 套(间): the unit in brackets is the same unit's other name.
  const other = /^\(([\u4e00-\u9fff])\)/.exec(words.slice(end, end + 3));
  if (known.kind === "count" && other !== null && COUNTS.has(other[1] ?? "")) end += 3;
  return { unit: words.slice(at, end), kind: known.kind, length: end - at };
}

/** 10 for 十, 10000 for 万, 1e12 for 万亿; 1 when the unit has no multiplier. */
export function multiplierOf(unit: string): number {
  const sizes: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
  let product = 1;
  for (const character of unit) {
    const size = sizes[character];
    if (size === undefined) return product;
    product *= size;
  }
  return product;
}
