import { texts } from "../../base/text/text.ts";

export const text = texts({
  noPlan: { "zh-CN": "这座城市还没有载入规划", en: "This city has no plan yet" },
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
  measuresFile: { "zh-CN": "measures.yaml 有 {count} 处不对", en: "measures.yaml is wrong in {count} places" },
  futureDay: { "zh-CN": "{day} 还没有到，不能发布那天的状态", en: "{day} has not come yet; its status cannot be released" },
  wrongMoment: { "zh-CN": "known_at 应是日期或 RFC 3339 时间：{value}", en: "known_at must be a day or an RFC 3339 time: {value}" },
  divisionNeeded: { "zh-CN": "要指明由哪个地区的指标衡量", en: "Say of which division the indicator measures it" },
});
