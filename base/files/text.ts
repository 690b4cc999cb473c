import { texts } from "../text/text.ts";

/** What can be wrong with a file, said to the person who wrote it. */
export const text = texts({
  unreadable: { "zh-CN": "读不到这个文件（{reason}）", en: "this file cannot be read ({reason})" },
  encoding: {
    "zh-CN": "既不是 UTF-8 也不是 GB18030 编码的文本",
    en: "this is text in neither UTF-8 nor GB18030",
  },
  empty: { "zh-CN": "文件是空的", en: "the file is empty" },
  syntax: { "zh-CN": "这里不合 YAML 的写法（{code}）", en: "this is not well-formed YAML here ({code})" },
  duplicateKey: { "zh-CN": "同一个名称写了两次", en: "the same key is written twice" },
  tab: { "zh-CN": "缩进请用空格，不能用制表符", en: "indent with spaces, not with a tab" },
  indent: { "zh-CN": "缩进不对齐", en: "the indentation does not line up" },
  missingChar: { "zh-CN": "缺少引号、括号或冒号", en: "a quote, bracket or colon is missing" },
  manyDocuments: { "zh-CN": "一个文件里只能有一份内容（不能再写 ---）", en: "a file holds one document only (no further ---)" },
  plainColon: {
    "zh-CN": "这里的冒号被当成了新的一项；整段文字请加引号",
    en: "the colon here is read as a new entry; put the whole text in quotes",
  },
  alias: { "zh-CN": "引用（*）找不到它的定义（&）", en: "the alias (*) has no anchor (&)" },
  json: { "zh-CN": "这不是合格的 JSON", en: "this is not well-formed JSON" },
  manyAliases: { "zh-CN": "引用（*）展开得太多", en: "its aliases (*) unfold into too much" },

  required: { "zh-CN": "缺少 {key}", en: "{key} is missing" },
  unknownKey: { "zh-CN": "不认识的名称 {key}；这里可以有：{known}", en: "unknown key {key}; known here: {known}" },
  type: { "zh-CN": "应当是{wanted}，现在是{found}", en: "should be {wanted}, is {found}" },
  quoteIt: {
    "zh-CN": "应当是文字：请给 {found} 加上引号",
    en: "should be text: put {found} in quotes",
  },
  oneOf: { "zh-CN": "应当是其中之一：{allowed}；现在是 {found}", en: "should be one of {allowed}, is {found}" },
  pattern: { "zh-CN": "{found} 的写法不对（应合 {pattern}）", en: "{found} is not of the right form ({pattern})" },
  format: { "zh-CN": "{found} 不是{format}", en: "{found} is not {format}" },
  tooSmall: { "zh-CN": "{found} 太小，至少 {limit}", en: "{found} is too small, at least {limit}" },
  tooLarge: { "zh-CN": "{found} 太大，至多 {limit}", en: "{found} is too large, at most {limit}" },
  tooShort: { "zh-CN": "太短：至少 {limit} 个字符", en: "too short: at least {limit} characters" },
  tooLong: { "zh-CN": "太长：至多 {limit} 个字符", en: "too long: at most {limit} characters" },
  tooFew: { "zh-CN": "太少：至少 {limit} 项", en: "too few: at least {limit} items" },
  tooMany: { "zh-CN": "太多：至多 {limit} 项", en: "too many: at most {limit} items" },
  notUnique: { "zh-CN": "第 {first} 项与第 {second} 项相同", en: "items {first} and {second} are the same" },
  wrong: { "zh-CN": "这里的内容不合要求（{keyword}）", en: "the content here is not as required ({keyword})" },

  csvQuotes: { "zh-CN": "引号没有成对，后面的内容读不下去", en: "quotes are not paired; what follows cannot be read" },
  csvCells: { "zh-CN": "这一行有 {found} 格，表头有 {wanted} 格", en: "this row has {found} cells, the header {wanted}" },
  csvColumn: { "zh-CN": "表头缺少“{column}”一列", en: "the header lacks the column {column}" },
  csvUnknown: { "zh-CN": "不认识的列“{column}”；可以有：{known}", en: "unknown column {column}; known: {known}" },
  csvTwice: { "zh-CN": "“{column}”这一列出现了两次", en: "the column {column} stands twice" },
  csvTooLong: { "zh-CN": "一行超过了 {limit} 个字符，多半是引号没有成对", en: "a row is longer than {limit} characters; most likely a quote is not closed" },
});

/** Names of JSON types, as a reader would say them. */
export const typeNames = texts({
  string: { "zh-CN": "文字", en: "text" },
  number: { "zh-CN": "数字", en: "a number" },
  integer: { "zh-CN": "整数", en: "a whole number" },
  boolean: { "zh-CN": "是或否（true/false）", en: "true or false" },
  null: { "zh-CN": "空（null）", en: "nothing (null)" },
  array: { "zh-CN": "列表", en: "a list" },
  object: { "zh-CN": "一组名称与值", en: "a set of keys and values" },
});

export const formatNames = texts({
  date: { "zh-CN": "日期（2021-02-26）", en: "a date (2021-02-26)" },
  "date-time": { "zh-CN": "时刻（2021-02-26T08:00:00Z）", en: "a moment (2021-02-26T08:00:00Z)" },
  uri: { "zh-CN": "网址", en: "an address (URI)" },
  uuid: { "zh-CN": "UUID", en: "a UUID" },
});
