import { texts } from "../../../../base/text/text.ts";

/** What other pages say of the review; its own sentences come with its page. */
export const reviewLinks = texts({
  review: { "zh-CN": "读法审核", en: "Review of readings" },
  navigation: { "zh-CN": "审核", en: "Review" },
  link: { "zh-CN": "更正这条读法", en: "Correct this reading" },
  planLink: { "zh-CN": "审核读法", en: "Review the readings" },
  planIssues: { "zh-CN": "文件有 {count} 处问题", en: "{count} issues in the document" },
  "corrected.accept": { "zh-CN": "读法已由{role}于{day}确认", en: "Reading accepted by a {role}, {day}" },
  "corrected.correct": { "zh-CN": "读法已由{role}于{day}更正", en: "Reading corrected by a {role}, {day}" },
  "corrected.add": { "zh-CN": "由{role}于{day}补录", en: "Added by a {role}, {day}" },
  "role.planner": { "zh-CN": "规划人员", en: "planner" },
  "role.administrator": { "zh-CN": "管理员", en: "administrator" },
  "role.system": { "zh-CN": "系统", en: "system" },
});
