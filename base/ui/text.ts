import { texts } from "../text/text.ts";

export const uiText = texts({
  year: { "zh-CN": "{1}年", en: "{1}" },
  half1: { "zh-CN": "{1}年上半年", en: "{1} H1" },
  half2: { "zh-CN": "{1}年下半年", en: "{1} H2" },
  quarter: { "zh-CN": "{1}年第{2}季度", en: "{1} Q{2}" },
  month: { "zh-CN": "{1}年{2}月", en: "{1}, month {2}" },
  months: { "zh-CN": "{1}年{2}—{3}月", en: "{1}, months {2}–{3}" },
  years: { "zh-CN": "{1}—{2}年", en: "{1}–{2}" },
  everyYear: { "zh-CN": "每年", en: "every year" },
  loading: { "zh-CN": "正在读取……", en: "Loading…" },
  retry: { "zh-CN": "再试一次", en: "Try again" },
  failed: { "zh-CN": "没有读到：{why}", en: "This could not be read: {why}" },
  close: { "zh-CN": "关闭", en: "Close" },
  copyLink: { "zh-CN": "复制链接", en: "Copy link" },
  copied: { "zh-CN": "已复制", en: "Copied" },
  chartLoading: { "zh-CN": "正在画图……", en: "Drawing the chart…" },
  mapLoading: { "zh-CN": "正在画地图……", en: "Drawing the map…" },
  mapFailed: { "zh-CN": "这个浏览器画不了地图，请看表格", en: "This browser cannot draw the map; please use the table" },
  pageBroke: { "zh-CN": "这一页出错了", en: "This page broke" },
  pageBrokeHelp: { "zh-CN": "错误只在您的浏览器里，数据没有受影响。可以再试一次，或回到首页。", en: "The fault is in your browser only; no data were harmed. Try again, or go to the first page." },
});
