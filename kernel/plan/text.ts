import { texts } from "../../base/text/text.ts";

export const text = texts({
  noPlan: { "zh-CN": "这座城市还没有载入规划", en: "This city has no plan yet" },
  noVersion: { "zh-CN": "没有第 {version} 版", en: "There is no version {version}" },
  target: { "zh-CN": "目标", en: "target" },
  task: { "zh-CN": "任务", en: "task" },
  body: { "zh-CN": "单位", en: "body" },
  indicator: { "zh-CN": "指标", en: "indicator" },
  subject: { "zh-CN": "目标或任务", en: "target or task" },
  unmatched: {
    "zh-CN": "规划里没有目标“{indicator}”（范围 {scope}，期限 {period}），请与编译结果核对用词",
    en: "The plan has no target named “{indicator}” (scope {scope}, period {period}); compare the words with the compiled plan",
  },
  unknownIndicator: { "zh-CN": "没有指标 {code}", en: "There is no indicator {code}" },
  unknownDivision: { "zh-CN": "没有地区 {code}", en: "There is no division {code}" },
  unknownBody: { "zh-CN": "没有单位 {code}", en: "There is no body {code}" },
  futureDay: { "zh-CN": "{day} 还没有到，不能发布那天的状态", en: "{day} has not come yet; its status cannot be released" },
  wrongMoment: { "zh-CN": "known_at 应是日期或 RFC 3339 时间：{value}", en: "known_at must be a day or an RFC 3339 time: {value}" },
  folderExists: {
    "zh-CN": "{directory} 已存在且不是空的；为免覆盖，请另选一个文件夹",
    en: "{directory} exists and is not empty; choose another folder so that nothing is overwritten",
  },
  divisionNeeded: { "zh-CN": "要指明由哪个地区的指标衡量", en: "Say of which division the indicator measures it" },
});

/** What each operation of the API does, in a line. */
export const summaries = texts({
  plan: { "zh-CN": "规划文本与说明", en: "The plan's text and what is known of it" },
  outline: { "zh-CN": "规划的纲目", en: "Outline of the plan" },
  targets: { "zh-CN": "目标与状态", en: "Targets and how they stand" },
  target: { "zh-CN": "一个目标：路径、数据、理由", en: "One target: path, figures, reasons" },
  tasks: { "zh-CN": "任务", en: "Tasks" },
  cockpit: { "zh-CN": "驾驶舱：规划今天的总体状态", en: "Cockpit: how the plan stands" },
  measure: { "zh-CN": "指定由哪个指标衡量目标", en: "Say which indicator measures a target" },
  duty: { "zh-CN": "拟定或下达责任分工", en: "Draft or issue a duty" },
  release: { "zh-CN": "向公众发布状态", en: "Make status public" },
  versions: { "zh-CN": "规划的历次版本", en: "Versions of the plan" },
  compare: { "zh-CN": "两个版本的差异", en: "What two versions differ in" },
  compareFile: { "zh-CN": "把一份文件与某一版比较", en: "Compare a file with a version" },
  releases: { "zh-CN": "历次发布", en: "Releases" },
  review: { "zh-CN": "要审核的读法与已作的决定", en: "Readings to review, and what was decided" },
  correction: { "zh-CN": "确认、更正、补录或剔除一条读法", en: "Accept, correct, add or reject a reading" },
  withdraw: { "zh-CN": "撤回最近一次决定", en: "Take back the newest decision" },
  tablePreview: { "zh-CN": "预览粘贴的表格读出什么", en: "Show what a pasted table says" },
  table: { "zh-CN": "把缺失的表格并入规划", en: "Join a lost table to the plan" },
  tableWithdraw: { "zh-CN": "撤出补录的表格", en: "Take a joined table out again" },
});
