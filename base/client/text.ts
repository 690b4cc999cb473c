import { texts } from "../text/text.ts";

export const clientText = texts({
  offline: { "zh-CN": "连不上服务器，请检查网络后重试", en: "The server cannot be reached; check the network and try again" },
  unreadable: { "zh-CN": "服务器的答复读不懂（状态 {status}）", en: "The server's answer cannot be read (status {status})" },
  refused: { "zh-CN": "服务器没有接受这个请求（状态 {status}）", en: "The server refused the request (status {status})" },
});
