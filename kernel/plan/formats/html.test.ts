import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlanRefused } from "./refusal.ts";
import { readBytes } from "./readers.ts";
import type { SourceText } from "./source.ts";

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const read = async (page: string, name = "plan.html"): Promise<SourceText> => await readBytes(bytesOf(page), name);
const linesOf = async (page: string): Promise<string[]> => (await read(page)).text.split("\n");

/** Enough sentences for the text of a page to be told from the site around it. */
const body = Array.from({ length: 8 }, (_, index) => `<p>全市围绕第${index + 1}项重点工作，明确时间表、路线图，压实各方责任，推动示例事项按期落地见效。</p>`).join("");

async function refusalOf(bytes: Uint8Array, name = "plan.html"): Promise<string> {
  try {
    await readBytes(bytes, name);
    return "read";
  } catch (error) {
    if (error instanceof PlanRefused) return error.kind;
    throw error;
  }
}

describe("web pages: words and lines", () => {
  it("ends lines at blocks and breaks, and closes up space", async () => {
    expect(await linesOf("<p>到2025年，&nbsp;&nbsp;新建<b>示例</b>站\n 点5个。<br>　　到2030年，再建8个。</p><div>附：说明</div>")).toEqual([
      "到2025年， 新建示例站点5个。", "到2030年，再建8个。", "附：说明",
    ]);
  });

  it("reads entities, also without a semicolon", async () => {
    expect(await linesOf("<p>失业率&lt;5.5%，投入&gt7%，&#8220;示例&#8221;</p>")).toEqual(["失业率<5.5%，投入>7%，“示例”"]);
  });

  it("never runs and never reads scripts, styles, templates, comments and what is hidden", async () => {
    const page = `<head><title>站名</title><style>p{}</style></head><body onload="throw 1"><script>document.write("写入")</script><!-- 注释 --><template><p>模板</p></template>
      <noscript>请启用脚本</noscript><p style="color:red; display : none">隐藏一</p><p hidden>隐藏二</p><span style="mso-hide:all">隐藏三</span><input value="输入"><p>正文留下。</p><svg><text>图</text></svg></body>`;
    expect(await linesOf(page)).toEqual(["正文留下。"]);
  });

  it("marks headings, and leaves bold paragraphs to their numbers", async () => {
    const { text, headings } = await read("<h1>示例市发展规划纲要</h1><h2>第一章 总体要求</h2><p><b>坚持统筹推进</b></p><h3>这一段排成了标题样式，但它是一句完整的话。</h3>");
    expect(headings.map(({ start, depth }) => [text.slice(start).split("\n")[0], depth])).toEqual([["示例市发展规划纲要", 1], ["第一章 总体要求", 2]]);
  });

  it.each([
    ["增加值<sup>[7]</sup>达到", "增加值［7］达到"], ["增加值<sup><a href='#n3'>3</a></sup>达到", "增加值［3］达到"], ["面积5万m<sup>2</sup>", "面积5万m²"],
    ["10<sup>4</sup>吨", "10⁴吨"], ["比重10.5<sup>*</sup>", "比重10.5*"], ["指标<sup>①</sup>", "指标①"],
  ])("keeps raised signs: %s", async (page, words) => expect(await linesOf(`<p>${page}</p>`)).toEqual([words]));

  it("prints the numbers of a numbered list, unless its lines bear them", async () => {
    expect(await linesOf("<ol><li>新建示例园区<li>改造示例街区</ol><ol><li>（一）已有编号</ol><ul><li>无编号</ul>")).toEqual([
      "1. 新建示例园区", "2. 改造示例街区", "（一）已有编号", "无编号",
    ]);
  });

  it("keeps the lines of preformatted text", async () => {
    expect(await linesOf("<pre>第一行\n第二行</pre>")).toEqual(["第一行", "第二行"]);
  });

  it("tells of pictures that stand alone, not of icons", async () => {
    const { text, notices } = await read(`<p>前文到此。</p><p><img src="table1.png" alt="主要指标表"></p><p>后文<img src="icon.gif" width="16" height="16">继续。</p><p><img src="x.gif" width="1"></p>`);
    expect(notices).toEqual([{ at: text.indexOf("。"), kind: "picture", values: { alt: "主要指标表" } }].map((notice) => ({ ...notice, at: notice.at + 1 })));
  });

  it("reads pages that Word saved", async () => {
    const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><div class=WordSection1>
      <p class=MsoNormal><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>总体<span lang=EN-US>2025</span>年目标<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>`;
    expect(await linesOf(page)).toEqual(["一、 总体2025年目标"]);
  });
});

describe("web pages: tables", () => {
  const table = `<table><tr><th>类别<th>指标<th>2030年</tr><tr><td rowspan="2">示例类<td>示例率（%）<td>71</tr><tr><td>示例量（件）<td>&gt;22</tr><tr><td colspan="2">合计<td></tr></table>`;

  it("become rows with bars, cells with their reach and their place", async () => {
    const { text, tables } = await read(`<p>表前</p>${table}<p>表后</p>`);
    expect(text.split("\n")).toEqual(["表前", "类别 | 指标 | 2030年", "示例类 | 示例率（%） | 71", "示例量（件） | >22", "合计 | ", "表后"]);
    expect(tables).toHaveLength(1);
    const [found] = tables;
    expect(found?.rows.map((row) => row.map((cell) => [cell.words, cell.columns, cell.rows]))).toEqual([
      [["类别", 1, 1], ["指标", 1, 1], ["2030年", 1, 1]], [["示例类", 1, 2], ["示例率（%）", 1, 1], ["71", 1, 1]], [["示例量（件）", 1, 1], [">22", 1, 1]], [["合计", 2, 1], ["", 1, 1]],
    ]);
    for (const cell of found?.rows.flat() ?? []) expect(text.slice(cell.start, cell.end)).toBe(cell.words);
    expect(text.slice(found?.start, found?.end)).toBe("类别 | 指标 | 2030年\n示例类 | 示例率（%） | 71\n示例量（件） | >22\n合计 | ");
  });

  it("keep their caption as a line before them", async () => {
    expect(await linesOf("<table><caption>专栏1 示例指标</caption><tr><td>指标<td>2030年</tr><tr><td>示例率<td>71</tr></table>")).toEqual(["专栏1 示例指标", "指标 | 2030年", "示例率 | 71"]);
  });

  it("that only lay out the page are text", async () => {
    const { text, tables } = await read(`<table><tr><td width=200><ul><li><a href="/a">首页栏目</a></ul></td><td>${body}${body}<table><tr><td>${body}</td></tr></table></td></tr></table>`);
    expect(tables).toEqual([]);
    expect(text).toContain("全市围绕第1项重点工作");
  });

  it("hold what is long, too", async () => {
    const long = "推动示例任务落实，".repeat(60);
    const { tables } = await read(`<table><tr><th>序号<th>任务<th>责任单位</tr><tr><td>1<td><p>${long}</p><p>${long}</p><td>示例局</tr><tr><td>2<td>${long}<td>示例委</tr></table>`);
    expect(tables[0]?.rows.map((row) => row.length)).toEqual([3, 3, 3]);
  });
});

describe("web pages: the site around the text", () => {
  const site = (inner: string): string => `<html><head><title>示例市示例规划_示例市人民政府</title></head><body><div class="header"><a href="/">首页</a><a href="/zw">政务公开</a><a href="/hd">互动交流</a></div>
    <div class="breadcrumb">当前位置：<a href="/">首页</a>&gt;<a href="/x">规划</a></div>${inner}
    <div class="related"><h3>相关阅读</h3><ul><li><a href="/1">示例新闻一则在这里</a><li><a href="/2">示例新闻二则在这里</a><li><a href="/3">示例新闻三则在这里</a></ul></div>
    <div class="footer"><p>主办单位：示例市人民政府办公室　网站标识码0000000000　示ICP备00000000号</p></div></body></html>`;

  it("is left out; the title outside the text is kept", async () => {
    const lines = await linesOf(site(`<h1 class="title">示例市生态建设规划</h1><div class="info">来源：示例市政府 字号：[大 中 小] 打印</div><div id="zoom" class="TRS_Editor">${body}<p>专此通知。</p></div>
      <div class="share">分享到：<a href="/w">微信</a></div>`));
    expect(lines[0]).toBe("示例市生态建设规划");
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe("专此通知。");
  });

  it("keeps a title that only the head of the page prints", async () => {
    expect((await linesOf(site(`<div class="TRS_Editor">${body}</div>`)))[0]).toBe("示例市示例规划");
  });

  it("takes no name of a site for a title", async () => {
    const lines = await linesOf(site(`<div class="logo"><h1>示例市人民政府门户网站</h1></div><div class="tit">示例市水网建设规划</div><div id="zoom">${body}</div>`));
    expect(lines[0]).toBe("示例市水网建设规划");
  });

  it("does not take the text for the site, whatever it is called", async () => {
    const lines = await linesOf(site(`<div class="sidebar-content footer"><div class="page">${body}</div></div>`));
    expect(lines.filter((line) => line.startsWith("全市围绕"))).toHaveLength(8);
  });

  it("keeps sentences and tables of figures that stand apart from the text", async () => {
    const page = site(`<div id="zoom">${body}${body}</div><div><p>附则另起一栏：本规划由示例市发展改革部门负责解释，自印发之日起施行，执行期限至规划期末，届时按规定开展评估。</p></div>
      <div><table><tr><td>指标<td>2025年<td>2030年</tr><tr><td>示例覆盖率<td>85.5<td>90.25</tr><tr><td>示例拥有量<td>16<td>22</tr></table></div>`);
    const { text, tables } = await read(page);
    expect(text).toContain("附则另起一栏");
    expect(tables).toHaveLength(1);
  });

  it("takes a text of short lines as a whole", async () => {
    expect(await linesOf("<div>示例清单</div><div>一、园区</div><div>二、街区</div>")).toEqual(["示例清单", "一、园区", "二、街区"]);
  });
});

describe("web pages: encodings", () => {
  // 全市发展 in GB18030.
  const gb = [0xc8, 0xab, 0xca, 0xd0, 0xb7, 0xa2, 0xd5, 0xb9];

  it.each([
    ["<meta charset=gb2312><p>"], ['<meta http-equiv="Content-Type" content="text/html; charset=GBK"><p>'], ["<p>"],
  ])("reads GB18030 after %s", async (head) => {
    expect((await readBytes(new Uint8Array([...bytesOf(head), ...gb]), "a.html")).text).toBe("全市发展");
  });

  it("believes the bytes rather than a wrong name", async () => {
    expect(await linesOf("<meta charset=gb2312><p>全市发展</p>")).toEqual(["全市发展"]);
  });

  it("reads UTF-16 with a mark", async () => {
    expect((await readBytes(new Uint8Array(Buffer.from("\ufeff<p>全市发展</p>", "utf16le")), "a.htm")).text).toBe("全市发展");
  });

  it("reads a page in an archive of it", async () => {
    const quoted = [...bytesOf("<html><p>全市发展，年均=5%</p></html>")].map((byte) => (byte > 127 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte))).join("");
    const archive = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="--Part"\r\n\r\n----Part\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted.slice(0, 40)}=\r\n${quoted.slice(40)}\r\n----Part\r\nContent-Type: image/png\r\n\r\n…\r\n----Part--`;
    expect((await readBytes(bytesOf(archive), "a.mht")).text).toBe("全市发展，年均=5%");
  });
});

describe("web pages, whatever comes", () => {
  it("refuses pages made of frames", async () => {
    expect(await refusalOf(bytesOf("<html><frameset cols=20%,*><frame src=a.html><frame src=b.html></frameset></html>"))).toBe("frames");
    expect(await refusalOf(bytesOf("<html><body><h1>示例规划</h1><iframe src='/plan/text.html'></iframe></body></html>"))).toBe("frames");
    expect(await refusalOf(bytesOf(`<html><body>${body}<iframe src='/share.html'></iframe></body></html>`))).toBe("read");
  });

  it.each([
    ["open tags", "<div>", 100000], ["formatting", "<b><i a=1>", 50000], ["paragraphs in formatting", "<font size=1><p>", 60000], ["tables", "<table><tr><td>", 30000],
    ["spans", "<td colspan=1000000 rowspan=1000000>1", 20000], ["entities", "&amp;amp", 200000], ["attributes", "<p a='", 100000], ["comments", "<!--", 100000], ["lists", "<ol><li>一", 50000],
  ])("takes hostile %s in its stride", async (_what, unit, count) => {
    const started = performance.now();
    expect(await refusalOf(bytesOf(`<html><body><p>某市发展规划。</p>${unit.repeat(count)}`))).toMatch(/^(?:read|too-complex)$/);
    expect(performance.now() - started).toBeLessThan(15000);
  }, 30000);

  it("reads 2 MB in its stride", async () => {
    const page = `<html><body><h1>某市发展规划纲要</h1><div>${body.repeat(2400)}</div></body></html>`;
    const started = performance.now();
    expect((await read(page)).text.split("\n")).toHaveLength(8 * 2400 + 1);
    expect(performance.now() - started).toBeLessThan(8000);
  }, 20000);

  it("reads or refuses any mixture of tags; places lie in the text and quote it", async () => {
    const piece = fc.constantFrom("<p>", "</p>", "<div class=nav>", "</div>", "<table>", "<tr>", "<td>", "<td rowspan=3 colspan=2>", "</table>", "<h2>", "</h2>", "<br>", "<sup>3</sup>", "<img src=a.png>", "<ol><li>",
      "<a href=/x>", "</a>", "<b>", "</b>", "<script>", "</script>", "<!--", "-->", "全市发展，到2025年建成5个。", "一、总体要求", "|", "&nbsp;", "&#0;", "\n", "　", "<", ">", "\ud800", "<pre>", "<frameset>", "<select>", "<form>", "<article>");
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const bytes = bytesOf(`<html>${pieces.join("")}`);
      if (await refusalOf(bytes) !== "read") return;
      const { text, headings, tables, notices } = await readBytes(bytes, "a.html");
      for (const { start } of headings) expect(start === 0 || text.charAt(start - 1) === "\n").toBe(true);
      for (const cell of tables.flatMap((table) => table.rows.flat())) expect(text.slice(cell.start, cell.end)).toBe(cell.words);
      for (const notice of notices) expect(notice.at).toBeLessThanOrEqual(text.length);
    }), { numRuns: 400 });
  });

  it("reads or refuses cut and flipped bytes", async () => {
    const page = bytesOf(`<html><meta charset=utf-8><body><h1>某市发展规划纲要</h1><table><tr><td>指标<td>2025年</tr><tr><td>示例率<td>5%</tr></table>${body}</body></html>`);
    await fc.assert(fc.asyncProperty(fc.nat(page.length), fc.nat(page.length - 1), fc.nat(255), async (cut, at, byte) => {
      const bytes = page.slice(0, cut);
      if (at < cut) bytes[at] = byte;
      await refusalOf(bytes);
    }), { numRuns: 200 });
  });
});
