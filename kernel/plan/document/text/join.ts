import { fill, type Language } from "../../formats/text.ts";

/** What is wrong with a pasted table, both languages side by side. {name} marks what is put in. */
export const joinText = {
  empty: { "zh-CN": "没有可用的内容：请粘贴至少两行、两列的表格。", en: "Nothing to use: paste a table of at least two rows and two columns." },
  "too-large": { "zh-CN": "表格太大：最多 {rows} 行、{columns} 列。", en: "The table is too large: at most {rows} rows and {columns} columns." },
  ragged: { "zh-CN": "第 {row} 行有 {found} 格，其他行有 {expected} 格。", en: "Row {row} has {found} cells; the other rows have {expected}." },
  "empty-row": { "zh-CN": "第 {row} 行是空行，已略去。", en: "Row {row} is empty and was left out." },
  "open-quote": { "zh-CN": "第 {row} 行第 {column} 格的引号没有结束。", en: "A quotation mark in row {row}, cell {column} is not closed." },
  "long-cell": { "zh-CN": "第 {row} 行第 {column} 格太长，超过 {limit} 字。", en: "Cell {column} of row {row} is longer than {limit} characters." },
} as const;

/** A message with its places filled in. */
export function joinMessage(kind: keyof typeof joinText, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(joinText[kind][language], values);
}
