import { texts } from "../../../base/text/text.ts";

/** Why a body is suggested; stands on the duty as its basis. */
export const text = texts({
  printed: { "zh-CN": "文中写明：{names}", en: "Printed in the document: {names}" },
  duty: { "zh-CN": "建议：职责“{duty}”与任务同有“{shared}”", en: "Suggested: its duty “{duty}” shares “{shared}” with the task" },
});
