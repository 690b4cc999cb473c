import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { describe, expect, it } from "vitest";
import { cell, docxOf, linesOf, list, n, p, r, read, refusalOf, row, table, use } from "./testdata/docx.ts";
import { printNumber } from "./office-numerals.ts";
import { readBytes } from "./readers.ts";

const heading = (id: string, level: number, more = ""): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${level}"/><w:pPr>${more}<w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const field = (instruction: string, printed: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${printed}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const picture = (millimetres: number): string =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="${millimetres * 36000}" cy="${millimetres * 36000}"/><a:graphic><a:blip r:embed="r9"/></a:graphic></wp:inline></w:drawing></w:r>`;

describe("automatic numbers", () => {
  it("are printed before the words, level by level, each counted afresh below the one above", async () => {
    const numbering = list(0, [["chineseCounting", "%1、"], ["chineseCountingThousand", "（%2）"], ["decimal", "%3."], ["decimalEnclosedCircle", "%4"]]) + use(1, 0);
    const body = n(1, 0, "总体要求") + n(1, 1, "指导思想") + n(1, 1, "主要目标") + n(1, 2, "产业发展") + n(1, 3, "工业") + n(1, 3, "服务业")
      + n(1, 0, "重点任务") + n(1, 1, "夯实基础") + n(1, 2, "2025年工作");
    expect(await linesOf({ body, numbering })).toEqual([
      "一、总体要求", "（一）指导思想", "（二）主要目标", "1. 产业发展", "① 工业", "② 服务业", "二、重点任务", "（一）夯实基础", "1. 2025年工作",
    ]);
  });

  it("count chapters and sections of styles", async () => {
    const numbering = list(3, [["chineseCountingThousand", "第%1章", '<w:pStyle w:val="1"/>'], ["decimal", "第%2节", '<w:pStyle w:val="2"/>'], ["decimal", "%1.%2.%3", '<w:isLgl/>']]) + use(7, 3);
    const of7 = '<w:numPr><w:numId w:val="7"/></w:numPr>';
    const body = p("现状", styled("1")) + p("基础", styled("2")) + p("目标", styled("1")) + p("指标", styled("2")) + n(7, 2, "细目") + p("不编号", `${styled("1")}<w:numPr><w:numId w:val="0"/></w:numPr>`);
    const source = await read({ body, numbering, styles: heading("1", 1, of7) + heading("2", 2, of7) });
    expect(source.text.split("\n")).toEqual(["第一章 现状", "第1节 基础", "第二章 目标", "第1节 指标", "2.1.1 细目", "不编号"]);
    expect(source.headings.map(({ start, depth }) => [source.text.slice(start).split("\n")[0], depth])).toEqual([
      ["第一章 现状", 1], ["第1节 基础", 2], ["第二章 目标", 1], ["第1节 指标", 2], ["不编号", 1],
    ]);
  });

  it("start where the file says, and go on or restart as it says", async () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const five = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride>';
    const numbering = list(0, [["decimal", "%1."], ["decimal", "%2）", '<w:lvlRestart w:val="0"/>']]) + list(1, [["decimal", "%1."]]) + use(1, 0) + use(2, 0) + use(3, 0, again) + use(4, 1, five);
    const body = n(1, 0, "甲") + n(1, 1, "子") + n(2, 0, "乙") + n(1, 1, "丑") + n(3, 0, "丙") + n(3, 0, "丁") + n(4, 0, "戊");
    expect(await linesOf({ body, numbering })).toEqual(["1. 甲", "1）子", "2. 乙", "2）丑", "1. 丙", "2. 丁", "V. 戊"]);
  });

  it("leave out bullets, count empty paragraphs, and find a list by the style it is linked to", async () => {
    const linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Own"/></w:abstractNum>';
    const own = list(6, [["chineseCounting", "%1、"]]).replace("<w:lvl ", '<w:styleLink w:val="Own"/><w:lvl ');
    const numbering = list(0, [["bullet", "\uf0b7"]]) + own + linked + use(1, 0) + use(2, 5);
    expect(await linesOf({ body: n(1, 0, "要点") + n(2, 0, "一") + n(2, 0, "") + n(2, 0, "三") + n(9, 0, "无"), numbering })).toEqual(["要点", "一、一", "三、三", "无"]);
  });

  it.each([
    ["chineseCounting", 10, "十"], ["chineseCounting", 12, "十二"], ["chineseCountingThousand", 20, "二十"], ["chineseCountingThousand", 101, "一百零一"],
    ["chineseCountingThousand", 110, "一百一十"], ["chineseCountingThousand", 1001, "一千零一"], ["japaneseCounting", 21, "二十一"], ["japaneseCounting", 111, "百十一"],
    ["ideographDigital", 10, "一〇"], ["taiwaneseDigital", 21, "二一"], ["chineseLegalSimplified", 12, "壹拾贰"], ["ideographTraditional", 11, "甲"],
    ["ideographZodiac", 12, "亥"], ["decimalEnclosedCircle", 3, "③"], ["decimalEnclosedCircleChinese", 21, "㉑"], ["decimalEnclosedParen", 2, "⑵"],
    ["decimalZero", 7, "07"], ["decimalFullWidth", 12, "１２"], ["lowerRoman", 14, "xiv"], ["lowerLetter", 28, "bb"], ["upperLetter", 2, "B"],
    ["numberInDash", 3, "-3-"], ["none", 4, ""], ["ordinal", 4, "4"], ["toString", 4, "4"], ["chineseCounting", 0, "0"],
  ])("%s: %d is %s", (format, value, printed) => expect(printNumber(value, format)).toBe(printed));
});

describe("headings", () => {
  it("come from outline levels, also inherited, and from the paragraph's own", async () => {
    const styles = `${heading("H", 2)}<w:style w:type="paragraph" w:styleId="own"><w:name w:val="自定义小标题"/><w:basedOn w:val="H"/></w:style>`;
    const body = p("第一节 发展环境", styled("own")) + p("正文。") + p("概述", '<w:outlineLvl w:val="0"/>') + p(`长段落只是套用了标题样式。${"其后还有许多句子。".repeat(3)}`, styled("H"));
    const source = await read({ body, styles });
    expect(source.headings).toEqual([{ start: 0, depth: 2 }, { start: source.text.indexOf("概述"), depth: 1 }]);
  });

  it("takes a title broken over paragraphs for one line, and styles that go in a circle", async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="U"/></w:style><w:style w:type="paragraph" w:styleId="U"><w:name w:val="u"/><w:basedOn w:val="T"/></w:style>';
    const source = await read({ body: p("某市国民经济和社会发展", styled("T")) + p("第十四个五年规划纲要", styled("T")) + p("正文", styled("U")), styles });
    expect(source.text).toBe("某市国民经济和社会发展第十四个五年规划纲要\n正文");
    expect(source.headings).toEqual([{ start: 0, depth: 1 }]);
  });
});

describe("tables", () => {
  it("are rows of cells; merged cells stand once and say how far they reach", async () => {
    const body = p("前") + table(
      row(cell("类别", '<w:vMerge w:val="restart"/>'), cell("目标", '<w:gridSpan w:val="2"/>')),
      row(cell("", "<w:vMerge/>"), cell("2025年"), cell("2030年")),
      row(cell("经济"), cell(p("增长") + p("5%左右")), cell("—")),
    ) + p("后");
    const { text, tables } = await read({ body });
    expect(text).toBe("前\n类别 | 目标\n | 2025年 | 2030年\n经济 | 增长 5%左右 | —\n后");
    expect(tables).toHaveLength(1);
    expect(text.slice(tables[0]?.start, tables[0]?.end)).toBe("类别 | 目标\n | 2025年 | 2030年\n经济 | 增长 5%左右 | —");
    expect(tables[0]?.rows.map((cells) => cells.map(({ words, columns, rows }) => [words, columns, rows]))).toEqual([
      [["类别", 1, 2], ["目标", 2, 1]], [["2025年", 1, 1], ["2030年", 1, 1]], [["经济", 1, 1], ["增长 5%左右", 1, 1], ["—", 1, 1]],
    ]);
    for (const { start, end, words } of tables[0]?.rows.flat() ?? []) expect(text.slice(start, end)).toBe(words);
  });

  it("count rows by their automatic numbers", async () => {
    const numbering = list(0, [["decimal", "%1"]]) + use(1, 0);
    const body = table(row(cell("序号"), cell("指标")), row(cell(n(1, 0, "")), cell("生产总值")), row(cell(n(1, 0, "")), cell("人口")));
    expect(await linesOf({ body, numbering })).toEqual(["序号 | 指标", "1 | 生产总值", "2 | 人口"]);
  });

  it("of one column are boxes around paragraphs; a table in a table stands after it", async () => {
    const inner = table(row(cell("甲"), cell("乙")));
    expect(await linesOf({ body: table(row(cell(p("专栏1 重大工程") + p("1. 交通") + inner))) })).toEqual(["专栏1 重大工程", "1. 交通", "甲 | 乙"]);
    const source = await read({ body: table(row(cell("外"), cell(p("里") + inner + p("完")))) });
    expect(source.text).toBe("外 | 里 完\n甲 | 乙");
    expect(source.tables).toHaveLength(2);
  });
});

describe("what stands around the words", () => {
  it("reads the accepted text and says how many changes there are", async () => {
    const body = p("全市") + p(`${r("达到")}<w:del>${r("1").replace(/w:t/g, "w:delText")}</w:del><w:ins>${r("2")}</w:ins>${r("万亩")}`)
      + p("建设", "<w:rPr><w:del/></w:rPr>") + p("园区") + `<w:ins>${p("新段")}</w:ins>`.replace(/<\/?w:ins>/g, "") + `<w:p><w:moveFrom>${r("旧处")}</w:moveFrom><w:moveTo>${r("新处")}</w:moveTo></w:p>`;
    const source = await read({ body });
    expect(source.text.split("\n")).toEqual(["全市", "达到2万亩", "建设园区", "新段", "新处"]);
    expect(source.notices).toEqual([{ at: 3, kind: "tracked-changes", values: { count: 4 } }]);
  });

  it("counts comments, leaves out hidden words, soft hyphens, signs of symbol fonts", async () => {
    const body = p(`${r("人口")}${r("（内部）", "<w:vanish/>")}${r("增\u00ad长")}<w:r><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:commentReference w:id="1"/></w:r>`);
    const source = await read({ body });
    expect(source.text).toBe("人口增长");
    expect(source.notices).toEqual([{ at: 0, kind: "comments", values: { count: 1 } }]);
  });

  it("keeps marks of notes out of the numbers and puts the notes at the end", async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">${p("指常住人口。")}</w:footnote>`;
    const body = p(`${r("城镇化率达到70%")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("以上")}`) + p("结束");
    expect(await linesOf({ body, footnotes })).toEqual(["城镇化率达到70%以上", "结束", "注（1）：指常住人口。"]);
    const typed = '<w:vertAlign w:val="superscript"/>';
    expect(await linesOf({ body: p(`${r("绿色指数")}${r("［7］", typed)}${r("和创新指数")}${r("3", typed)}${r("，面积6km")}${r("2", typed)}`) })).toEqual(["绿色指数和创新指数，面积6km²"]);
  });

  it("reads what fields print, but no page numbers and no contents that Word made", async () => {
    const entry = (words: string, page: string): string => p(`${r(words)}<w:r><w:tab/></w:r>${field(" PAGEREF _Toc1 \\h ", r(page))}`);
    const begin = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-2"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("一、总则")}${field("PAGEREF _Toc0", r("1"))}</w:p>`;
    const end = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
    const body = begin + entry("二、目标", "3") + end + p("一、总则") + p(`${r("见表")}${field("SEQ 表", r("2"))}${r("第")}${field(" PAGE ", r("17"))}${r("页")}`);
    expect(await linesOf({ body })).toEqual(["一、总则", "见表2第页"]);
  });

  it("is not swallowed by a field that never ends", async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>';
    expect(await linesOf({ body: p(begin + r("x")) + p("正文") + p(`${begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>`) + p("续文") })).toEqual(["正文", "续文"]);
  });

  it("reads text boxes once, after their paragraph", async () => {
    const box = `<w:txbxContent>${p("专栏2 行动")}${p("计划")}</w:txbxContent>`;
    const body = p(`${r("段落")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r("继续")}`);
    expect(await linesOf({ body })).toEqual(["段落继续", "专栏2 行动", "计划"]);
  });

  it("breaks lines where the file does, keeps tabs inside and content of controls", async () => {
    const body = p(`${r("上行")}<w:r><w:br/></w:r>${r("下行")}`) + p(`<w:r><w:tab/></w:r>${r("牵头单位")}<w:r><w:tab/></w:r>${r("市发改委")}`)
      + `<w:sdt><w:sdtPr/><w:sdtContent>${p("控件里")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("单击此处输入")}</w:sdtContent></w:sdt>`
      + p(`<w:hyperlink r:id="r1">${r("链接")}</w:hyperlink><w:r><w:ruby><w:rt>${r("pin")}</w:rt><w:rubyBase>${r("衢")}</w:rubyBase></w:ruby></w:r>`);
    expect(await linesOf({ body })).toEqual(["上行", "下行", "牵头单位\t市发改委", "控件里", "链接衢"]);
  });

  it("notices a picture where a table may be: a large one, or one with a caption", async () => {
    const at = async (body: string): Promise<number[]> => (await read({ body })).notices.filter(({ kind }) => kind === "picture").map((notice) => notice.at);
    expect(await at(p("前") + p(picture(100)) + p("后"))).toEqual([2]);
    expect(await at(p("前") + p(picture(10)) + p("后"))).toEqual([]);
    expect(await at(p("表1 主要指标") + p(picture(10)) + p("后"))).toEqual([8]);
    expect(await at(p("前") + p(picture(10)) + p("图2 空间布局"))).toEqual([2]);
    expect(await at(p("前") + p(picture(100)))).toEqual([1]);
    expect((await refusalOf(docxOf({ body: p(picture(100)) + p(picture(10)) }))).messages.en).toContain("pictures only (2)");
  });
});

describe("files of other programs", () => {
  it("reads other prefixes, the strict namespace, and a main part of another name", async () => {
    const xml = '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>第一章 总则</x:t></x:r></x:p></x:body></x:document>';
    const rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const source = await readBytes(docxOf({ body: "", more: { "_rels/.rels": rels, "word/document2.xml": xml } }), "a.docx");
    expect(source).toMatchObject({ text: "第一章 总则", headings: [{ start: 0, depth: 1 }] });
  });

  it("reads what the docx library writes", async () => {
    const level = { level: 0, format: "chineseCounting", text: "%1、", alignment: "left" } as const;
    const document = new Document({
      numbering: { config: [{ reference: "own", levels: [level] }] },
      sections: [{ children: [
        new Paragraph({ text: "某县产业规划", heading: HeadingLevel.TITLE }),
        new Paragraph({ text: "总体要求", heading: HeadingLevel.HEADING_1, numbering: { reference: "own", level: 0 } }),
        new Paragraph({ text: "发展目标", heading: HeadingLevel.HEADING_1, numbering: { reference: "own", level: 0 } }),
        new Table({ rows: [new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph("指标")] }), new TableCell({ children: [new Paragraph("目标")] })] })] }),
      ] }],
    });
    const source = await readBytes(new Uint8Array(await Packer.toBuffer(document)), "a.docx");
    expect(source.text).toBe("某县产业规划\n一、总体要求\n二、发展目标\n指标 | 目标");
    expect(source.headings.map(({ depth }) => depth)).toEqual([1, 1, 1]);
    expect(source.tables[0]?.rows[0]?.[0]).toMatchObject({ words: "指标", columns: 2 });
  });
});
