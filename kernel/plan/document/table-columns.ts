import { planByShortName, type Span, yearOf } from "./frame.ts";
import { halfWidth } from "./numerals.ts";

/** What the columns of a table hold, told by their heads. To teach a head, put it into `kinds`. */

export type ColumnKind =
  | "ordinal" | "category" | "group" | "indicator" | "name" | "unit" | "attribute" | "lead" | "support" | "deadline" | "note"
  | "task" | "detail" | "money" | "place" | "region" | "figure" | "other";

export interface Column {
  is: ColumnKind;
  /** Its heads from the top down, joined by "/". */
  words: string;
  /** In brackets of the head: 2025年(亿元). */
  unit: string;
  /** For "figure". */
  figure: Figure | null;
  /** Whose figures they are: 全市, 甲县. */
  scope: string | null;
}

/** What the numbers of a column are: of which years, a level or an average or a total, to come or reached. */
export interface Figure {
  years: Span | null;
  role: "level" | "average" | "total" | "either";
  /** 增长, 增速, ±%. */
  growth: boolean;
  says: "goal" | "past" | null;
  /** 远期: at the outlook of the plan. */
  far: boolean;
}

const YEAR = "(?:19|20)\\d{2}|[一二][九〇○零][一二三四五六七八九〇○零]{2}";
const SPAN = new RegExp(`(${YEAR})年?(?:[-—–~～－]{1,2}|至|到)(${YEAR})`);
const AGAINST = new RegExp(`(${YEAR})年?(?:比|较)(${YEAR})年`);
const ONE = new RegExp(`(?<!\\d)(${YEAR})(?!\\d)`);
const PLAN = /(十[一二三四五六]?五|[六七八九]五)(?!年)/;

/** What a head may speak of without naming its year: 上年, 远景. */
export interface Years {
  year: number | null;
  outlook: number | null;
}

/** Years a head names. */
export function yearsOfHead(plain: string): Span | null {
  const against = AGAINST.exec(plain);
  if (against !== null) return orderly(Number(yearOf(against[2] ?? "")) + 1, yearOf(against[1] ?? ""));
  const span = SPAN.exec(plain);
  if (span !== null) return orderly(yearOf(span[1] ?? ""), yearOf(span[2] ?? ""));
  const year = yearOf(ONE.exec(plain)?.[1] ?? "");
  if (year !== null) return { from: year, to: year };
  const named = planByShortName(PLAN.exec(plain)?.[1] ?? "");
  // 十四五末 is the last year of the plan.
  return named !== null && /五[”"]?(?:时期|期间|计划|规划)?期?末/.test(plain) ? { from: named.to, to: named.to } : named;
}

const orderly = (from: number | null, to: number | null): Span | null => (from === null || to === null || from > to || from < 1900 ? null : { from, to });

/** In order: the first that fits a head says what its column holds. */
const kinds: readonly [ColumnKind, RegExp][] = [
  ["ordinal", /^(?:序号?|编号|项次|NO\.?|№|#)$/i],
  ["attribute", /^(?:指标)?(?:属性|性质|类型)$|属性$|^约束性?[/、或]?预期性?$/],
  ["category", /^(?:指标|目标|任务|工作|项目)?(?:类别|领域|分类|类)$|^(?:维度|方面|大类|板块|一级指标|准则层|目标层|行业|专题|任务类型)$/],
  ["unit", /^(?:计量|指标)?单位(?:名称)?$/],
  ["support", /(?:配合|协办|参与|协同|参加|协助)(?:单位|部门)?/],
  ["lead", /(?:牵头|主办|责任|承办|落实|主管|实施|负责)(?:单位|部门|主体|处室|科室|机构)|^责任分工$|^(?:业主|项目业主|建设单位|项目单位)$/],
  ["deadline", /时限|(?:完成|实施|建设|办结|起止)(?:时间|日期|年限|期限|时段|周期)|时间(?:节点|安排|要求|进度)|^(?:建设|实施|完成)期$|^(?:期限|年限|工期|起止|截止|进度安排|时间)/],
  ["note", /备\s*注|说明|来源|依据|解释|定义|公式|口径|领导|联系人|责任人|进展/],
  ["money", /投资|资金|经费|概算|估算/],
  ["place", /地点|地址|所在地|建设区域|属地|位置/],
  ["detail", /(?:建设|主要|工作|具体|任务|项目|实施)(?:内容|规模|措施|举措)|^(?:规模|内容|措施|举措|规模及内容|工作要求|目标要求|阶段性目标|建设性质)$/],
  ["task", /任务|重点工作|工作事项|改革事项|事项|^工作目标$|年度目标|目标任务/],
  ["indicator", /^(?:主要|规划|发展|核心|具体|考核|预期|统计|评价|监测|目标|[二三]级|重点|“?十[一二三四五六]?五”?(?:时期|规划)?|经济|社会|和)*(?:指标|指标名称|指标项|指标内容|指标体系)$/],
  ["name", /^(?:名称|项目|项目名称|工程名称|重点项目|工程|重点工程|项目工程|内容|目标|产品名称|品种)$/],
];

const FIGURE = /年均|累计|合计|总计|年平均|递增|增速|增长|增幅|现状|基期|基准|基线|基数|目标值?$|规划值|规划目标|预期值|目标数|计划数|指标值|实绩|完成值|完成数|近期|远期|中期|绝对值|[±]%|变化|提高|期末|期初|实际|上年|去年|预计[数值]|规划数|^末期|本年|今年|当年/;

/** A unit in the brackets of a head. */
function unitOfHead(plain: string): string {
  for (const match of plain.matchAll(/\(([^()]{1,9})\)/g)) {
    const inner = (match[1] ?? "").replace(/^单位[:：]?/, "");
    if (/^(?:%|‰|[十百千万亿]*(?:元|美元|亩|公顷|人|人次|吨|个|家|户|件|项|所|公里|平方公里|平方米|立方米|千瓦|千瓦时|套|岁|张|倍|米|吨标准煤)|个?百分点)$/.test(inner)) return inner;
  }
  return "";
}

const REGION = /^(?:全[国省市区县州]|市本级|[\u4e00-\u9fff]{1,8}(?:省|市|区|县|州|盟|旗|镇|乡|街道))$/;

const bare = (words: string): string => halfWidth(words).replace(/[\s\u3000]/g, "").replace(/[①-⑳*]+$/, "");

function kindOf(plain: string): ColumnKind {
  const named = plain.replace(/\([^()]*\)$/, "");
  const known = kinds.find(([, pattern]) => pattern.test(named) || pattern.test(plain))?.[0];
  if (known !== undefined && !(known === "name" && named === "目标") && named.length <= 18) {
    const dated = ["task", "note", "indicator"].includes(known) && ONE.test(plain) && !/任务|备注|说明/.test(plain);
    return dated ? "figure" : known;
  }
  if (plain.length > 30) return "other";
  if (REGION.test(plain)) return "region";
  return yearsOfHead(plain) !== null || FIGURE.test(plain) || /^\[[^\]]*\]$|^〔[^〕]*〕$/.test(plain) ? "figure" : "other";
}

/** A column by its heads from the top down: “2025年” over “目标值”. */
export function columnOf(heads: readonly string[], frame: Years): Column {
  const plain = heads.map(bare).filter((words, index, all) => words !== "" && words !== all[index - 1]);
  const whole = plain.join("/");
  const leaf = plain.at(-1) ?? "";
  let is = kindOf(leaf);
  if (is === "other" || (is === "unit" && plain.length > 1)) is = plain.length > 1 ? kindOf(plain.at(-2) ?? "") : is;
  const ofRegion = is === "region" && plain.length > 1 && kindOf(plain.at(-2) ?? "") === "figure";
  if (ofRegion) is = "figure";
  const figure = is === "figure" ? figureOf(ofRegion ? (plain.at(-2) ?? "") : leaf, whole, frame) : null;
  return { is, words: whole, unit: unitOfHead(whole), figure, scope: is === "region" || ofRegion ? leaf : null };
}

function figureOf(leaf: string, whole: string, frame: Years): Figure {
  const average = /年均|年平均|递增|平均每年/.test(whole);
  const total = /累计|合计|总计|(?<![\d十〇○零一二三四])[五5]年(?!规划|计划)|[[〔【]/.test(whole);
  const saysOf = (words: string): Figure["says"] => {
    if (/现状|期初|基期|基准|基线|基数|实际|实绩|完成(?!目标|任务)|预计|执行|初步/.test(words)) return "past";
    return /目标|规划|计划|预期|预测|指标值|近期|远期|中期/.test(words) ? "goal" : null;
  };
  const says = saysOf(leaf) ?? saysOf(whole);
  const far = /远期/.test(leaf) || (/远景/.test(whole) && yearsOfHead(whole) === null);
  let years = yearsOfHead(leaf) ?? yearsOfHead(whole);
  if (years === null && /(?<![比较])(?:上年|去年)/.test(whole) && frame.year !== null) years = { from: frame.year - 1, to: frame.year - 1 };
  if (years === null && /本年|今年|当年/.test(whole) && frame.year !== null) years = { from: frame.year, to: frame.year };
  if (years === null && far && frame.outlook !== null) years = { from: frame.outlook, to: frame.outlook };
  const role = average && total ? "either" : average ? "average" : total ? "total" : "level";
  return { years, role, growth: /增长|增速|增幅|递增|±%|变化|提高/.test(whole), says, far };
}
