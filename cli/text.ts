import { texts } from "../base/text/text.ts";

export const text = texts({
  usage: {
    "zh-CN": `用法：gangju 命令 [参数]

  compile FILE [--json]            规划文本 → 编译后的规划（标准输出）
  compile FILE [--xlsx OUT] [--docx OUT] [--paper A3|A4]
                                   规划文本 → 任务分解表
  decomposition merge SENT RETURN… [--out OPINIONS.xlsx] [--json]
                                   各单位交回的任务分解表 → 意见汇总表
  decomposition adopt OPINIONS.xlsx [--xlsx NEXT] [--docx NEXT] [--table LIST.xlsx|.docx]
        [--stage 送审稿|印发稿] [--document-number NUMBER] [--issued-on DATE] [--paper A3|A4]
                                   处理过的意见 → 下一稿和意见采纳情况表
  compare BEFORE AFTER [--json]    两个版本的差异：增、删、移、改
  new DIR --plan FILE              由规划文本建立城市文件夹
  start [DIR] [--plan FILE]        启动一座城市，或直接打开一份规划
  check [DIR]                      检查城市文件夹，逐条指出问题
  status [DIR] [--as-of DATE] [--known-at DATE] [--json]
                                   每个目标：数值、应达值、状态、理由
  progress FILE.csv [--method growth-ratio] [--json]
                                   城市之外的序列：逐行计算进展
  import observations FILE [DIR]   导入 CSV 数据：整份或不导入，逐行说明
  token [DIR] --role ROLE [--name NAME] [--body CODE] [--days N]
                                   给脚本用的令牌
  link [DIR] [--role ROLE] [--email ADDRESS] [--name NAME] [--body CODE]
                                   一次性登录链接
  backup FILE [DIR]                整座城市的备份
  restore FILE [--replace]         从备份恢复整座城市（--replace：替换已有的）
  audit verify [DIR]               核对审计链
  schema                           编译后规划的 JSON Schema

环境变量：PORT（7000）、HOST（127.0.0.1）、DATABASE_URL（不设则用内置数据库）、GANGJU_HOME、LOG_LEVEL
退出码：0 完成，1 输入被拒绝（理由在标准错误），2 用法不对`,
    en: `Usage: gangju COMMAND [ARGUMENTS]

  compile FILE [--json]            plan document → compiled plan on standard output
  compile FILE [--xlsx OUT] [--docx OUT] [--paper A3|A4]
                                   plan document → decomposition table (任务分解表)
  decomposition merge SENT RETURN… [--out OPINIONS.xlsx] [--json]
                                   tables that offices sent back → table of opinions to decide in
  decomposition adopt OPINIONS.xlsx [--xlsx NEXT] [--docx NEXT] [--table LIST.xlsx|.docx]
        [--stage submission|issued] [--document-number NUMBER] [--issued-on DATE] [--paper A3|A4]
                                   decided opinions → the next stage, and what became of each opinion
  compare BEFORE AFTER [--json]    what two versions of a document differ in
  new DIR --plan FILE              a city folder from a plan document
  start [DIR] [--plan FILE]        serves a city, or a plan document directly
  check [DIR]                      everything wrong in a city folder, in sentences
  status [DIR] [--as-of DATE] [--known-at DATE] [--json]
                                   every target: value, required value, status, why
  progress FILE.csv [--method growth-ratio] [--json]
                                   progress of series outside any city, row by row
  import observations FILE [DIR]   figures from CSV: the whole file or nothing, each row accounted for
  token [DIR] --role ROLE [--name NAME] [--body CODE] [--days N]
                                   a token for scripts
  link [DIR] [--role ROLE] [--email ADDRESS] [--name NAME] [--body CODE]
                                   a one-time sign-in link
  backup FILE [DIR]                one city, whole
  restore FILE [--replace]         a city from its backup (--replace: in the place of the one there)
  audit verify [DIR]               checks the chain of records
  schema                           JSON Schema of the compiled plan

Environment: PORT (7000), HOST (127.0.0.1), DATABASE_URL (unset: embedded), GANGJU_HOME, LOG_LEVEL
Exit status: 0 done, 1 the input was refused (reason on standard error), 2 wrong use`,
  },
  unknownCommand: { "zh-CN": "没有命令 {command}", en: "There is no command {command}" },
  wrongUse: { "zh-CN": "用法不对：{reason}", en: "Wrong use: {reason}" },
  missing: { "zh-CN": "缺少 {what}", en: "{what} is missing" },
  cannotRead: { "zh-CN": "读不了文件 {file}：{reason}", en: "The file {file} cannot be read: {reason}" },
  cannotWrite: { "zh-CN": "写不了文件 {file}：{reason}", en: "The file {file} cannot be written: {reason}" },
  cannotReadNone: { "zh-CN": "没有文件 {file}", en: "There is no file {file}" },
  cannotReadFolder: { "zh-CN": "{file} 是文件夹，应给出一份文件", en: "{file} is a folder; please give a file" },
  cannotReadForbidden: { "zh-CN": "没有读取 {file} 的权限", en: "Reading {file} is not permitted" },
  cannotWriteNone: { "zh-CN": "写不了文件 {file}：没有这个文件夹", en: "The file {file} cannot be written: there is no such folder" },
  cannotWriteFolder: { "zh-CN": "写不了文件 {file}：这是文件夹", en: "The file {file} cannot be written: that is a folder" },
  cannotWriteForbidden: { "zh-CN": "没有写入 {file} 的权限", en: "Writing {file} is not permitted" },
  cannotWriteFull: { "zh-CN": "写不了文件 {file}：磁盘已满", en: "The file {file} cannot be written: the disk is full" },
  wrongDate: { "zh-CN": "{value} 不是日期（应如 2025-12-31）", en: "{value} is not a date (such as 2025-12-31)" },
  extra: { "zh-CN": "多出的参数 {extra}", en: "unexpected argument {extra}" },
  unknownOption: { "zh-CN": "没有选项 {option}", en: "there is no option {option}" },
  optionWithoutValue: { "zh-CN": "选项 {option} 缺少值", en: "the option {option} needs a value" },
  optionWithValue: { "zh-CN": "选项 {option} 不带值", en: "the option {option} takes no value" },
  parser: { "zh-CN": "{reason}", en: "{reason}" },
  auditVerify: { "zh-CN": "应为 audit verify", en: "it is: audit verify" },
  noRole: { "zh-CN": "没有角色 {role}；可用：{roles}", en: "There is no role {role}; there are: {roles}" },
  wrongDays: { "zh-CN": "--days 应是 1 到 {most} 的整数", en: "--days must be a whole number from 1 to {most}" },
  importWhat: { "zh-CN": "能导入的是 observations，不是“{what}”", en: "observations can be imported, not “{what}”" },
  imported: { "zh-CN": "已导入 {recorded} 条，略过 {skipped} 条（理由见上）", en: "{recorded} rows imported, {skipped} left out (reasons above)" },
  unexpected: { "zh-CN": "程序出错：{reason}", en: "The program failed: {reason}" },
});
