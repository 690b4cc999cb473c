import { texts } from "../base/text/text.ts";

export const shellText = texts({
  product: { "zh-CN": "纲举", en: "Gangju" },
  productLong: { "zh-CN": "规划落实", en: "The plan, followed" },
  skip: { "zh-CN": "跳到正文", en: "Skip to the content" },
  navigation: { "zh-CN": "主导航", en: "Main" },
  switchLanguage: { "zh-CN": "English", en: "中文" },
  largeType: { "zh-CN": "大字", en: "Large type" },
  signIn: { "zh-CN": "登录", en: "Sign in" },
  account: { "zh-CN": "我的账户", en: "My account" },
  missing: { "zh-CN": "没有这一页", en: "There is no such page" },
  missingHelp: { "zh-CN": "地址可能写错了，或者这一页已经移走。", en: "The address may be mistaken, or the page has moved." },
  home: { "zh-CN": "回到首页", en: "To the first page" },
  offline: { "zh-CN": "网络断开了。现在看到的是断开前的内容，不能保存。", en: "You are offline. What you see was loaded before; nothing can be saved." },
  unreachable: { "zh-CN": "暂时连不上服务器：{why}", en: "The server cannot be reached now: {why}" },
});
