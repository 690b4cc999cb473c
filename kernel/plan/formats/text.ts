/** Messages of this part, both languages side by side. {name} marks what is put in. */
export const text = {
  empty: { "zh-CN": "文件是空的，没有可读的文字。", en: "The file is empty: there is no text to read." },
  "too-large": {
    "zh-CN": "文件太大（{size} MB）；规划文本不会超过 {limit} MB。",
    en: "The file is too large ({size} MB); no plan document is over {limit} MB.",
  },
  image: {
    "zh-CN": "这是一个图像文件（{format}），里面没有文字；请提供规划的文本文件。",
    en: "This is an image ({format}); it holds no text. Please give the plan as a text file.",
  },
  binary: {
    "zh-CN": "这不是文本文件（{format}）。",
    en: "This is not a text file ({format}).",
  },
  spreadsheet: {
    "zh-CN": "这是一个电子表格，不是规划文本；请提供规划的正文。",
    en: "This is a spreadsheet, not a plan document. Please give the text of the plan.",
  },
  "unsupported-format": {
    "zh-CN": "还不能读这种格式（{format}）；请另存为 .txt 或 .md。",
    en: "This format ({format}) cannot be read yet; please save the document as .txt or .md.",
  },
  encoding: {
    "zh-CN": "第 {byte} 个字节（第 {line} 行）既不是 UTF-8 也不是 GB18030 编码，文件可能已损坏。",
    en: "Byte {byte} (line {line}) is neither UTF-8 nor GB18030; the file may be damaged.",
  },
  "not-a-plan": {
    "zh-CN": "这不像一份中文规划文本：汉字只占 {share}%，或文字不成句。",
    en: "This does not read as a Chinese plan document: {share}% of it is Chinese text, or the words make no sentences.",
  },
} as const;

export type Language = "zh-CN" | "en";
export type MessageKey = keyof typeof text;

/** A message with its places filled in. */
export function message(key: MessageKey, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(text[key][language], values);
}

/** Puts values into the {places} of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
