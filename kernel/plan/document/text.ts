import { fill, type Language } from "../formats/text.ts";

/** Messages of this part, both languages side by side. {name} marks what is put in. */
export const text = {
  "numbering-gap": {
    "zh-CN": "“{title}”的编号是{number}，按顺序应为第 {expected}。",
    en: "“{title}” is numbered {number}; number {expected} was expected.",
  },
  "numbering-repeat": {
    "zh-CN": "“{title}”的编号{number}与前面重复或倒退，按顺序应为第 {expected}。",
    en: "“{title}” is numbered {number}, which repeats or goes back; number {expected} was expected.",
  },
  "numbering-mixed": {
    "zh-CN": "“{title}”的编号{number}与同级标题的编号形式不一致，按同级处理。",
    en: "“{title}” is numbered {number}, in another form than the headings beside it; it is read as one of them.",
  },
  "table-missing": {
    "zh-CN": "这里应有表格（{words}），但文本中没有，可能是图片或转载时丢失；可以录入或粘贴后并入。",
    en: "A table should stand here ({words}), but the text has none; it may have been a picture or was lost on the way. It can be typed or pasted in.",
  },
  "repeated-text": {
    "zh-CN": "这里起有 {lines} 段与前文完全相同（共 {count} 处重复），只读第一次出现的文字。",
    en: "From here {lines} paragraphs repeat earlier ones word for word ({count} such places); only the first is read.",
  },
  "tracked-changes": {
    "zh-CN": "文件带有修订标记（{count} 处）；按接受全部修订后的文字读取。",
    en: "The file has tracked changes ({count}); the text is read as if all were accepted.",
  },
  comments: {
    "zh-CN": "文件带有批注（{count} 条），未作为正文读取。",
    en: "The file has comments ({count}); they are not read as text.",
  },
  picture: {
    "zh-CN": "这里是一张图片，图中的文字或表格读不出来；如是指标表，可录入或粘贴后并入。",
    en: "Here is a picture; words or tables in it cannot be read. If it is a table of indicators, type or paste it in and join it.",
  },
  "pages-without-text": {
    "zh-CN": "有 {count} 页没有文字层（可能是扫描件），这些页没有读到内容：{pages}。",
    en: "{count} pages have no text layer (they may be scans); nothing was read of them: {pages}.",
  },
  "repeated-lines": {
    "zh-CN": "每页重复的页眉、页脚和页码（{count} 处）已略去。",
    en: "Headers, footers and page numbers repeated on the pages ({count}) were left out.",
  },
} as const;

/** A message with its places filled in. */
export function message(key: keyof typeof text, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(text[key][language], values);
}
