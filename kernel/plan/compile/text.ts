/** Messages of this part, both languages side by side. */
export const text = {
  "no-targets": { "zh-CN": "文中没有找到可量化或可核查的目标。", en: "No target was found in the text." },
  "no-outline": { "zh-CN": "文中没有找到编号的标题，条款只能按全文处理。", en: "No numbered heading was found; the text has no clauses." },
  "no-title": { "zh-CN": "没有找到规划的标题。", en: "The title of the plan was not found." },
  "no-period": { "zh-CN": "没有找到规划期，未写年份的目标没有期限。", en: "The period of the plan was not found; targets that print no year have none." },
} as const;
