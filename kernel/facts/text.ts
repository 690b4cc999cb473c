import type { ObservationStatus, StandingStatus } from "./schema.ts";
import { type Said, texts } from "../../base/text/text.ts";

/** Names of what a page shows. */
export const statusNames: Readonly<Record<StandingStatus, Said>> = texts({
  met: { "zh-CN": "已完成", en: "met" },
  ahead: { "zh-CN": "快于进度", en: "ahead" },
  on_track: { "zh-CN": "符合进度", en: "on track" },
  at_risk: { "zh-CN": "略有滞后", en: "at risk" },
  off_track: { "zh-CN": "明显滞后", en: "off track" },
  not_met: { "zh-CN": "未完成", en: "not met" },
  due_unpublished: { "zh-CN": "到期待公布", en: "due, not yet published" },
  no_data: { "zh-CN": "缺数据", en: "no data" },
  not_due: { "zh-CN": "未到期", en: "not yet due" },
});

export const observationStatusNames: Readonly<Record<ObservationStatus, Said>> = texts({
  expected: { "zh-CN": "预计数", en: "expected" },
  preliminary: { "zh-CN": "初步核算数", en: "preliminary" },
  final: { "zh-CN": "最终数", en: "final" },
  revised: { "zh-CN": "修订数", en: "revised" },
  superseded: { "zh-CN": "旧口径数", en: "on a former basis" },
  derived: { "zh-CN": "推算数", en: "derived" },
});

export const text = texts({
  indicators: { "zh-CN": "指标及其最新数据", en: "Indicators, each with its latest figure" },
  indicator: { "zh-CN": "指标", en: "indicator" },
  oneIndicator: { "zh-CN": "一个指标", en: "One indicator" },
  observations: { "zh-CN": "数据：现行的，或含历次更正", en: "Figures: those that stand, or with all corrections" },
  recordThem: { "zh-CN": "填报一条或一批数据（要么全部记入，要么一条也不记）", en: "Record one figure or a batch, all or nothing" },
  releaseThem: { "zh-CN": "向公众发布数据", en: "Make figures public" },
  after: { "zh-CN": "翻页键“{after}”不是本列表给出的", en: "The page key {after} is not one this list gave" },
  day: { "zh-CN": "“{day}”不是能读懂的日期或时期；写作 2024-12-31 或 2024", en: "{day} is not a day or period; write 2024-12-31 or 2024" },

  refused: { "zh-CN": "有 {count} 处不能接受，这一批一条也没有记入", en: "{count} places cannot be accepted; nothing of this batch was recorded" },
  indicatorUnknown: { "zh-CN": "没有“{indicator}”这个指标", en: "There is no indicator {indicator}" },
  divisionUnknown: { "zh-CN": "没有“{division}”这个地区", en: "There is no division {division}" },
  divisionOutside: { "zh-CN": "“{division}”不在您的管辖范围内", en: "{division} is outside your area" },
  notYourIndicator: { "zh-CN": "“{indicator}”由 {body} 填报", en: "{indicator} is recorded by {body}" },
  unitUnknown: { "zh-CN": "不认识计量单位“{unit}”；该指标用“{wanted}”", en: "The unit {unit} is not known; this indicator is in {wanted}" },
  unitWrong: { "zh-CN": "“{unit}”不能换算成该指标的单位“{wanted}”", en: "{unit} cannot be converted into this indicator's unit, {wanted}" },
  periodUnreadable: {
    "zh-CN": "“{period}”不是能读懂的时期；写作 2024、2024-H1、2024-Q1、2024-11 或 2024-01/2024-09",
    en: "{period} is not a period; write 2024, 2024-H1, 2024-Q1, 2024-11 or 2024-01/2024-09",
  },
  periodNotBegun: { "zh-CN": "{period} 还没有开始（今天是 {today}），不会有数据", en: "{period} has not begun (today is {today}), so there can be no figure" },
  periodNotEnded: {
    "zh-CN": "{period} 到 {end} 才结束（今天是 {today}），此前只能按预计数（expected）填报",
    en: "{period} ends on {end} (today is {today}); until then only an expected figure is accepted",
  },
  statusByHand: { "zh-CN": "不能填报“{status}”：这一状态只见于已有资料的导入", en: "{status} cannot be recorded by hand; it comes only with files of existing data" },
  statusTarget: { "zh-CN": "“{status}”是目标，不是数据：目标出自规划，不在这里填报", en: "{status} is a target, not a figure: targets come from the plan" },
  statusUnknown: { "zh-CN": "不认识状态“{status}”；可用：{known}", en: "The status {status} is not known; known here: {known}" },
  boundUnknown: { "zh-CN": "“{bound}”不是界；可用：=、>、>=、<、<=", en: "{bound} is not a bound; known are =, >, >=, <, <=" },
  outOfRange: {
    "zh-CN": "{value}{unit} 超出该指标的合理范围（{minimum} 至 {maximum}）；请核对单位和小数点",
    en: "{value} {unit} is outside this indicator's plausible range ({minimum} to {maximum}); check the unit and the decimal point",
  },
  textWrong: { "zh-CN": "含有不可见的控制字符", en: "It holds control characters that cannot be seen" },
  publishedLater: { "zh-CN": "发布日期 {day} 不是过去的某一天", en: "{day} is not a day in the past on which it was published" },
  sourceMissing: { "zh-CN": "缺来源：每个数都要说明出自哪里", en: "The source is missing: every figure says where it is from" },

  duplicate: {
    "zh-CN": "{indicator}（{division}，{period}）已有数据：{value} {unit}，{status}，{recorded_on} 记入，编号 {id}；要更正它，请在 supersedes 写明这个编号",
    en: "{indicator} ({division}, {period}) has a figure already: {value} {unit}, {status}, recorded on {recorded_on}, id {id}; to correct it, name that id in supersedes",
  },
  nothingChanged: { "zh-CN": "与现行数据 {id} 完全相同，没有什么要更正", en: "It equals the figure that stands ({id}); there is nothing to correct" },
  notStanding: {
    "zh-CN": "要更正的 {given} 不是现行数据；这一格现行的是 {id}：{value} {unit}，{status}",
    en: "{given} is not the figure that stands; for this cell that is {id}: {value} {unit}, {status}",
  },
  nothingToCorrect: { "zh-CN": "这一格没有编号为 {given} 的数据可更正", en: "This cell has no figure {given} to correct" },
  twice: { "zh-CN": "与 {other} 是同一格（指标、地区、口径、时期都相同），数值相同，重复了", en: "The same cell as {other} (indicator, division, scope and period), with the same value: written twice" },
  twiceDiffering: {
    "zh-CN": "与 {other} 是同一格（指标、地区、口径、时期都相同），数值却不同（{value} 与 {other_value}）",
    en: "The same cell as {other} (indicator, division, scope and period), but with another value ({value} against {other_value})",
  },
  raced: {
    "zh-CN": "就在此刻，别人记入了其中某一格；这一批一条也没有记入，请再提交一次，就会看到是哪一格",
    en: "Someone recorded one of these cells at this moment; nothing of this batch was kept. Send it again to see which",
  },

  indicatorsRefused: { "zh-CN": "指标表有 {count} 处不能接受", en: "{count} places of the indicators cannot be accepted" },
  indicatorTwice: { "zh-CN": "“{name}”写了两次", en: "{name} is written twice" },
  limitUnreadable: { "zh-CN": "界限“{value}”不是数", en: "The limit {value} is not a number" },
  limitsCrossed: { "zh-CN": "下限 {minimum} 高于上限 {maximum}", en: "The minimum {minimum} is above the maximum {maximum}" },

  releaseRefused: { "zh-CN": "有 {count} 条不能发布，一条也没有发布", en: "{count} figures cannot be released; none was" },
  releaseUnknown: { "zh-CN": "没有编号为 {id} 的数据", en: "There is no figure {id}" },
  releaseAlready: { "zh-CN": "{id} 已于 {day} 发布", en: "{id} has been public since {day}" },
  releaseCorrected: { "zh-CN": "{id} 已被 {by} 更正，请发布后者", en: "{id} was corrected by {by}; release that one" },
  releaseTwice: { "zh-CN": "{id} 写了两次", en: "{id} is named twice" },
});

/** Why a figure could not be read. */
export const valueFaults = texts({
  "not-a-number": { "zh-CN": "“{value}”不是数", en: "{value} is not a number" },
  empty: { "zh-CN": "没有填数", en: "There is no figure" },
  separator: { "zh-CN": "“{value}”里的分隔符读不懂；请不带分隔符填写，小数点用“.”", en: "The separators in {value} cannot be read; write it without any, with a point for decimals" },
  "separator-ambiguous": {
    "zh-CN": "“{value}”可能是两千五百那样的千分位，也可能是小数；请不带分隔符填写（2500 或 2.5）",
    en: "{value} may be thousands or a decimal; write it without separators (2500 or 2.5)",
  },
  exponent: { "zh-CN": "“{value}”是科学记数法，尾数可能已丢；请写出全部数字", en: "{value} is in scientific notation and may have lost digits; write the digits out" },
  "unit-in-value": { "zh-CN": "“{value}”里带着单位；数与单位请分开填", en: "{value} holds its unit; put figure and unit apart" },
  "too-long": { "zh-CN": "“{value}”的位数太多：整数最多 18 位，小数最多 12 位", en: "{value} has too many digits: at most 18 before the point and 12 after" },
  "two-bounds": { "zh-CN": "数里的“{value}”与另填的界（{bound}）不一致", en: "The bound in {value} and the one given beside it ({bound}) differ" },
});
