import { texts } from "../../../base/text/text.ts";

/** The words for how something stands; used by the plan's pages too. */
export const statusText = texts({
  met: { "zh-CN": "已完成", en: "Met" },
  ahead: { "zh-CN": "超前", en: "Ahead" },
  on_track: { "zh-CN": "达到进度", en: "On track" },
  at_risk: { "zh-CN": "有风险", en: "At risk" },
  off_track: { "zh-CN": "滞后", en: "Off track" },
  not_met: { "zh-CN": "未完成", en: "Not met" },
  due_unpublished: { "zh-CN": "到期待公布", en: "Due, final figure not published" },
  no_data: { "zh-CN": "无数据", en: "No data" },
  not_due: { "zh-CN": "未到期", en: "Not yet due" },
});
