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
    "zh-CN": "还不能读这种格式（{format}）；请另存为 .docx、.pdf 或 .txt。",
    en: "This format ({format}) cannot be read; please save the document as .docx, .pdf or .txt.",
  },
  encrypted: {
    "zh-CN": "文件（{format}）有打开密码，读不出内容；请去掉密码后另存再上传。",
    en: "The file ({format}) opens only with a password. Please take the password off, save it and give it again.",
  },
  damaged: {
    "zh-CN": "文件（{format}）已损坏，读不完整；请用 Word 或 WPS 打开后另存一份，或重新取得原件。",
    en: "The file ({format}) is damaged and cannot be read whole. Please open it in Word or WPS and save it anew, or get the original again.",
  },
  inflates: {
    "zh-CN": "压缩包里的内容展开后超过 {limit} MB，不像规划文本，已停止读取；请另存为 .docx 或 .txt。",
    en: "What is packed in the file is over {limit} MB when unpacked; no plan document is, so reading stopped. Please save it anew as .docx or .txt.",
  },
  "no-document": {
    "zh-CN": "压缩包里没有 Word 正文（{part}）；请用 Word 或 WPS 打开后另存为 .docx。",
    en: "The archive holds no Word document ({part}). Please open the file in Word or WPS and save it as .docx.",
  },
  entities: {
    "zh-CN": "文件的 XML 里有 DOCTYPE 或实体声明，Word 和 WPS 不会这样写，为安全起见不读；请另存为 .docx。",
    en: "The XML of the file declares a DOCTYPE or entities, which neither Word nor WPS writes; it is not read, for safety. Please save it anew as .docx.",
  },
  "old-word": {
    "zh-CN": "这是 Word 97 以前的旧格式（{format}）；请用 Word 或 WPS 打开后另存为 .docx。",
    en: "This is a format from before Word 97 ({format}). Please open it in Word or WPS and save it as .docx.",
  },
  works: {
    "zh-CN": "这个文件里没有 Word 97 格式的正文（{format}）；请用原来的软件打开后另存为 .docx。",
    en: "The file holds no text in the Word 97 format ({format}). Please open it in the program it came from and save it as .docx.",
  },
  "only-pictures": {
    "zh-CN": "文件里只有图片（{count} 张），没有文字，很可能是扫描件；请先做文字识别（OCR），或提供文字版。",
    en: "The file holds pictures only ({count}), no text; it is probably a scan. Please run text recognition (OCR) first, or give a version with text.",
  },
  presentation: {
    "zh-CN": "这是一个演示文稿，不是规划文本；请提供规划的正文。",
    en: "This is a slide show, not a plan document. Please give the text of the plan.",
  },
  frames: {
    "zh-CN": "这个网页由框架（frame）拼成，正文在另一个页面里；请打开正文所在的页面后另存。",
    en: "This page is put together by frames; its text stands in another page. Please open that page and save it.",
  },
  "too-complex": {
    "zh-CN": "文件的结构过深或过大，在规定的时间和内存内读不完（例如标签嵌套过深）；请另存为 .txt 或 .docx。",
    en: "The file is built too deep or too large to be read in the time and memory allowed (tags nested too deep, for example). Please save it as .txt or .docx.",
  },
  "no-text-layer": {
    "zh-CN": "这份 PDF 的 {pages} 页都没有文字层，很可能是扫描件；请先做文字识别（OCR），或提供文字版。",
    en: "None of the {pages} pages of this PDF has a text layer; it is probably a scan. Please run text recognition (OCR) first, or give a version with text.",
  },
  undecodable: {
    "zh-CN": "这份 PDF 的字体没有给出文字对应的编码，{share}% 的文字读不出来；请提供 Word 版或重新导出 PDF。",
    en: "The fonts of this PDF do not say which characters they print; {share}% of its text cannot be read. Please give the Word version or export the PDF anew.",
  },
  encoding: {
    "zh-CN": "第 {byte} 个字节（第 {line} 行）不合 UTF-8、UTF-16、GB18030、Big5 中的任何一种编码，文件可能已损坏；请用原来的软件另存为 UTF-8 文本。",
    en: "Byte {byte} (line {line}) fits none of UTF-8, UTF-16, GB18030 and Big5; the file may be damaged. Please save it anew as UTF-8 text.",
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
