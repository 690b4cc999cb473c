import { texts } from "../text/text.ts";

export const uiText = texts({
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
