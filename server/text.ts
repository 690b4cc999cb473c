import { texts } from "../base/text/text.ts";

export const text = texts({
  alreadyServed: { "zh-CN": "已经在运行：{city} 在 {url}（进程 {pid}）", en: "Already being served: {city} at {url} (process {pid})" },
  homeBusy: { "zh-CN": "数据目录 {home} 正被进程 {pid} 使用", en: "The data directory {home} is in use by process {pid}" },
  portTaken: {
    "zh-CN": "端口 {port} 已被别的程序占用。换一个：PORT=7001 npm start",
    en: "Port {port} is taken by another program. Choose another: PORT=7001 npm start",
  },
  wrongPort: { "zh-CN": "PORT 应是 0 到 65535 的整数：{value}", en: "PORT must be a whole number from 0 to 65535: {value}" },
  hostRefused: { "zh-CN": "不能在 {host} 上监听：{reason}", en: "Cannot listen on {host}: {reason}" },
  stepDatabase: { "zh-CN": "数据库", en: "Database" },
  databaseInit: { "zh-CN": "初始化内置 PostgreSQL（仅首次）…", en: "Initialising the embedded PostgreSQL (once) …" },
  databaseStart: { "zh-CN": "启动内置 PostgreSQL …", en: "Starting the embedded PostgreSQL …" },
  databaseAdopt: { "zh-CN": "接管上次留下的 PostgreSQL …", en: "Taking over the PostgreSQL left running …" },
  databaseConnect: { "zh-CN": "连接 DATABASE_URL 的数据库 …", en: "Connecting to the database of DATABASE_URL …" },
  migrating: { "zh-CN": "迁移：应用 {count} 步", en: "Migrations: {count} applied" },
  loading: { "zh-CN": "载入城市 {city} …", en: "Loading the city {city} …" },
  loaded: {
    "zh-CN": "已载入：{targets} 个目标，{tasks} 项任务，{observations} 条新数据",
    en: "Loaded: {targets} targets, {tasks} tasks, {observations} new observations",
  },
  building: { "zh-CN": "构建网页（仅首次或有改动时）…", en: "Building the web pages (once, or after changes) …" },
  buildFailed: { "zh-CN": "网页构建失败：{reason}", en: "The web pages could not be built: {reason}" },
  serving: { "zh-CN": "{city} 已就绪：{url}", en: "{city} is ready: {url}" },
  link: { "zh-CN": "一次性登录链接（管理员，15 分钟内有效）：\n  {url}", en: "One-time sign-in link (administrator, good for 15 minutes):\n  {url}" },
  stopHint: { "zh-CN": "按 Ctrl-C 停止", en: "Press Ctrl-C to stop" },
  stopping: { "zh-CN": "正在停止 …", en: "Stopping …" },
  stopped: { "zh-CN": "已停止", en: "Stopped" },
  databaseLost: {
    "zh-CN": "内置数据库意外停止，服务随之停止；重新执行 npm start 即可，已确认的内容都在",
    en: "The embedded database ended unexpectedly, so serving ends too; npm start again, everything acknowledged is there",
  },
  administrator: { "zh-CN": "管理员", en: "Administrator" },
  noCity: { "zh-CN": "数据库里没有城市 {city}，请先 gangju start", en: "The database has no city {city}; start it first (gangju start)" },
  noLinkUser: { "zh-CN": "新用户要给出 --email", en: "A new user needs --email" },
  eventsSummary: { "zh-CN": "变化通知（server-sent events）", en: "Changes, as server-sent events" },
});
