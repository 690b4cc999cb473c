import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBytes } from "./readers.ts";
import { PlanRefused } from "./refusal.ts";
import { refusalOf } from "./testdata/docx.ts";

const unicode = (words: string): string => [...words].map((letter) => (letter > "\u007f" ? `\\u${letter.charCodeAt(0) > 32767 ? letter.charCodeAt(0) - 65536 : letter.charCodeAt(0)}?` : letter)).join("");
const rtf = (body: string): Uint8Array => new TextEncoder().encode(`{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}{\\info{\\title x}}${body}}`);
const read = (body: string) => readBytes(rtf(body), "规划.doc");
const u = unicode;

describe("RTF, whatever its name", () => {
  it("is read in the code page of the file and in Unicode", async () => {
    const { text } = await read(`\\pard\\f0 \\'c8\\'ab\\'ca\\'d0\\'b7\\'a2\\'d5\\'b92500\\par ${u("全市发展")}\\line ${u("下行")}\\par`);
    expect(text).toBe("全市发展2500\n全市发展\n下行");
  });

  it("has headings, printed labels, tables with merged cells, notes", async () => {
    const source = await read(`\\pard\\s1{\\listtext ${u("一、")}\\tab}${u("总则")}\\par\\pard {\\listtext\\'a1\\'a4\\tab}${u("要点")}\\par`
      + `\\trowd\\clvmgf\\cellx100\\cellx300\\pard\\intbl ${u("类别")}\\cell ${u("目标")}\\cell\\row\\trowd\\clvmrg\\cellx100\\cellx200\\cellx300\\pard\\intbl \\cell 2025\\cell 2030\\cell\\row`
      + `\\pard ${u("正文")}{\\footnote ${u("说明。")}}${u("完")}\\par{\\header ${u("页眉")}\\par}`);
    expect(source.text).toBe("一、总则\n要点\n类别 | 目标\n | 2025 | 2030\n正文完\n注（1）：说明。");
    expect(source.headings).toEqual([{ start: 0, depth: 1 }]);
    expect(source.tables[0]?.rows.map((cells) => cells.map(({ words, columns, rows }) => [words, columns, rows]))).toEqual([[["类别", 1, 2], ["目标", 2, 1]], [["2025", 1, 1], ["2030", 1, 1]]]);
  });

  it("leaves out what is deleted or hidden, instructions and page numbers", async () => {
    const source = await read(`\\pard ${u("达到")}{\\deleted 1}{\\revised 2}${u("万亩")}{\\v ${u("隐藏")}}{\\field{\\*\\fldinst PAGE }{\\fldrslt 17}}{\\field{\\*\\fldinst SEQ x}{\\fldrslt 3}}{\\*\\unknown y}6km{\\super 2}\\par{\\pict\\bin3 }}}}\\par`);
    expect(source.text).toBe("达到2万亩36km²");
    expect(source.notices.map(({ kind }) => kind)).toContain("tracked-changes");
  });

  it("is refused when it is cut or too deep", async () => {
    expect((await refusalOf(rtf("x").subarray(0, 100), "a.rtf")).kind).toBe("damaged");
    expect((await refusalOf(new TextEncoder().encode(`{\\rtf1${"{".repeat(100000)}`))).kind).toBe("damaged");
  });

  it("is read or refused, whatever it is put together of", async () => {
    const piece = fc.constantFrom("{", "}", "\\par ", "\\cell ", "\\row ", "\\trowd", "\\cellx100 ", "\\intbl ", "\\u20013?", "\\'d6\\'d0", "\\'", "\\*", "\\field ", "{\\*\\fldinst TOC}", "\\fldrslt ", "\\footnote ", "\\listtext ", "\\shptxt ", "\\bin9999 ", "\\uc9 ", "x", "\\v ", "\\super ", "\\", "-1");
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      try {
        await read(pieces.join(""));
      } catch (error) {
        if (!(error instanceof PlanRefused)) throw error;
      }
    }), { numRuns: 400 });
  });
});
