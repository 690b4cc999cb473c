import { texts } from "../../../base/text/text.ts";

/** Refusals of the review. */
export const text = texts({
  indicatorMissing: { "zh-CN": "请写明指标名称", en: "Name the indicator" },
  titleMissing: { "zh-CN": "请写明任务名称", en: "Name the task" },
  numberNotPrinted: { "zh-CN": "原文这一段里没有“{number}”，请照原文填写", en: "“{number}” does not stand in these words; write it as printed" },
  valueMissing: { "zh-CN": "请填写数值；没有数的目标请改选“与另一数相比”“由上级下达”“覆盖”或“事项”", en: "Give the value; for a target without a number choose relation, assigned, coverage or event" },
  valueNotPrinted: { "zh-CN": "没有印出的数，就不填数值；如有数，请照原文填“原文数字”", en: "No number is printed, so there is no value; if there is one, give it as printed" },
  rangeBackwards: { "zh-CN": "上限应大于下限", en: "The upper end must be above the lower" },
  rangeEnd: { "zh-CN": "区间要有上限", en: "A range needs its upper end" },
  rangeComparator: { "zh-CN": "有上限的，比较方式应选“区间”", en: "With an upper end, choose range as the comparison" },
  wrongPeriod: { "zh-CN": "读不懂期限“{period}”；写法如 2025、2021/2025、2025-06、yearly（每年）", en: "The period “{period}” cannot be read; write 2025, 2021/2025, 2025-06 or yearly" },
  periodBackwards: { "zh-CN": "期限的起止颠倒了：{period}", en: "The period ends before it begins: {period}" },
  wrongCorrection: { "zh-CN": "有 {count} 处要改", en: "{count} to be mended" },
  fieldsMissing: { "zh-CN": "没有要改的内容：读法没有变", en: "Nothing is changed: the reading stays as it is" },
  wordsMissing: { "zh-CN": "请先在原文里选中文字", en: "Mark the words in the text first" },
  wordsOutside: { "zh-CN": "选中的文字不在规划里", en: "The words marked do not lie in the plan" },
  documentChanged: { "zh-CN": "规划已有新版本（第 {version} 版），请刷新后再选", en: "The plan has a new version ({version}); reload and mark the words again" },
  alreadyThere: { "zh-CN": "这几个字已经补录过", en: "These words have been added already" },
  table: { "zh-CN": "补录的表格", en: "table" },
  thread: { "zh-CN": "审核记录", en: "decision" },
  nothingToWithdraw: { "zh-CN": "没有可以撤回的决定", en: "There is no decision to take back" },
  noSource: { "zh-CN": "这一版规划没有存下原文的格式，重新载入城市文件夹后才能并入表格", en: "What the file marks was not kept for this version; load the city folder again before joining a table" },
  tablePlace: { "zh-CN": "表格的位置不在规划里", en: "The place of the table does not lie in the plan" },
  tableLost: { "zh-CN": "有 {count} 张补录的表格在这份文件里找不到原来的位置，没有并入；请重新录入。", en: "{count} tables that were typed in have lost their place in this document and are not joined; type them in again." },
});
