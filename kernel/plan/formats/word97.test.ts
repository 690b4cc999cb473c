import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBytes } from "./readers.ts";
import { PlanRefused } from "./refusal.ts";
import { refusalOf } from "./testdata/docx.ts";
import { type Doc97, docOf, inList, inTable, outline, rowEnd, storageOf } from "./testdata/word97.ts";

const read = (doc: Doc97, name = "规划.doc") => readBytes(docOf(doc), name);
const linesOf = async (doc: Doc97): Promise<string[]> => (await read(doc)).text.split("\n");
const cellOf = (words: string) => ({ words, end: "\u0007", changes: inTable } as const);
const endOf = (edges: number[], merges: number[]) => ({ words: "", end: "\u0007", changes: rowEnd(edges, merges) } as const);

describe("files of Word 97 and Kingsoft Writer", () => {
  it("are read, whatever their name: .doc, .wps, .docx", async () => {
    const doc = { main: [{ words: "某市发展规划" }, { words: "全市生产总值达到2500亿元。" }] };
    for (const name of ["a.doc", "a.wps", "a.docx", "a"]) expect((await read(doc, name)).text).toBe("某市发展规划\n全市生产总值达到2500亿元。");
  });

  it("print automatic numbers and mark headings by style and by level", async () => {
    const styles = [{ builtIn: 0 }, { builtIn: 1, changes: inList(1, 0) }, { builtIn: 4094, base: 1 }, { builtIn: 62 }];
    const lists = [[[37, "\u0000、"], [39, "（\u0001）"], [0, "\u0002."], [28, "\u0003"]]] as const;
    const source = await read({
      styles, lists, main: [
        { words: "某市发展", style: 3 }, { words: "规划", style: 3 }, { words: "总则", style: 1 }, { words: "要求", changes: inList(1, 1) }, { words: "目标", changes: inList(1, 1) },
        { words: "产业", changes: inList(1, 2) }, { words: "工业", changes: inList(1, 3) }, { words: "任务", style: 2 }, { words: "改革", changes: [...inList(1, 1), ...outline(1)] }, { words: "正文", changes: inList(0, 0) },
      ],
    });
    expect(source.text.split("\n")).toEqual(["某市发展规划", "一、总则", "（一）要求", "（二）目标", "1. 产业", "① 工业", "二、任务", "（一）改革", "正文"]);
    expect(source.headings.map(({ start, depth }) => [source.text.slice(start).split("\n")[0], depth])).toEqual([["某市发展规划", 1], ["一、总则", 1], ["二、任务", 1], ["（一）改革", 2]]);
  });

  it("give tables with merged cells", async () => {
    const source = await read({
      main: [
        { words: "前" },
        cellOf("类别"), cellOf("目标"), endOf([0, 100, 300], [0x60, 0]),
        cellOf(""), cellOf("2025年"), cellOf("2030年"), endOf([0, 100, 200, 300], [0x20, 0, 0]),
        { words: "经济", changes: inTable }, cellOf("结构"), cellOf("5%"), cellOf("—"), endOf([0, 100, 200, 300], [0, 0, 0]),
        { words: "后" },
      ],
    });
    expect(source.text).toBe("前\n类别 | 目标\n | 2025年 | 2030年\n经济 结构 | 5% | —\n后");
    expect(source.tables[0]?.rows.map((cells) => cells.map(({ words, columns, rows }) => [words, columns, rows]))).toEqual([
      [["类别", 1, 2], ["目标", 2, 1]], [["2025年", 1, 1], ["2030年", 1, 1]], [["经济 结构", 1, 1], ["5%", 1, 1], ["—", 1, 1]],
    ]);
    for (const { start, end, words } of source.tables[0]?.rows.flat() ?? []) expect(source.text.slice(start, end)).toBe(words);
  });

  it("leave tables of one column as paragraphs", async () => {
    expect(await linesOf({ main: [{ words: "专栏1 工程", changes: inTable }, cellOf("1. 交通"), endOf([0, 100], [0]), { words: "后" }] })).toEqual(["专栏1 工程", "1. 交通", "后"]);
  });

  it("leave out what is deleted, hidden, an instruction or a mark, and count the changes", async () => {
    const source = await read({
      main: [
        { words: [{ words: "达到" }, { words: "1", marks: [[0x0800, 1]] }, { words: "2", marks: [[0x0801, 1]] }, { words: "万亩（内部）".slice(0, 2) }, { words: "（内部）", marks: [[0x083c, 1]] }, { words: "\u0002", marks: [[0x0855, 1]] }, { words: "\u0005" }] },
        { words: "见\u0013 SEQ 表 \u0014表2\u0015，第\u0013PAGE\u001417\u0015页\u001e末\u001f尾\u000b下行" },
        { words: [{ words: "指数" }, { words: "[3]", marks: [[0x2a48, 1]] }, { words: "，6km" }, { words: "2", marks: [[0x2a48, 1]] }] },
        { words: [{ words: "\u0001", marks: [[0x0855, 1]] }] },
      ],
      footnotes: [{ words: "\u0002 指常住人口。" }],
      boxes: [{ words: "专栏2 行动" }, { words: "" }],
    });
    expect(source.text.split("\n")).toEqual(["达到2万亩", "见表2，第页-末尾", "下行", "指数，6km²", "专栏2 行动", "注（1）：指常住人口。"]);
    expect(source.notices.map(({ kind, values }) => [kind, values["count"]])).toEqual([["tracked-changes", 2], ["comments", 1], ["picture", undefined]]);
  });

  it("leave out contents that Word made", async () => {
    const begin = "\u0013 TOC \\o \"1-2\" \u0014";
    expect(await linesOf({ main: [{ words: `${begin}一、总则\t\u0013 PAGEREF _Toc1 \u00141\u0015` }, { words: "二、目标\t\u0013 PAGEREF _Toc2 \u00143\u0015" }, { words: "\u0015" }, { words: "一、总则" }] })).toEqual(["一、总则"]);
  });

  it.each([
    ["a workbook", storageOf({ Workbook: [1] }), "spreadsheet"],
    ["a slide show", storageOf({ "PowerPoint Document": [1] }), "presentation"],
    ["a Word file with a password", storageOf({ EncryptedPackage: [1], EncryptionInfo: [1] }), "encrypted"],
    ["an older one with a password", docOf({ main: [{ words: "x" }], flags: 0x0100 }), "encrypted"],
    ["one of Word 95", docOf({ main: [{ words: "x" }], version: 0x68 }), "old-word"],
    ["one of Works", storageOf({ CONTENTS: [1] }), "works"],
    ["one without its table", storageOf({ WordDocument: [0xec, 0xa5, 0xc1, 0] }), "damaged"],
    ["one that is cut", docOf({ main: [{ words: "全市" }] }).subarray(0, 3000), "damaged"],
    ["a file that only begins like one", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), "damaged"],
  ])("refuses %s", async (_what, bytes, kind) => expect((await refusalOf(bytes, "规划.doc")).kind).toBe(kind));

  it("ends on chains of sectors that run in a circle", async () => {
    const bytes = docOf({ main: [{ words: "全市" }] });
    const view = new DataView(bytes.buffer);
    for (let sector = 1; sector < 20; sector++) view.setUint32(512 + 4 * sector, 1 + (sector % 3), true);
    expect((await refusalOf(bytes)).kind).toBe("damaged");
  });

  it("are read or refused, whatever bytes are flipped or cut", async () => {
    const sound = docOf({
      styles: [{ builtIn: 0 }, { builtIn: 1, changes: inList(1, 0) }], lists: [[[37, "\u0000、"], [39, "（\u0001）"]]],
      main: [{ words: "总则", style: 1 }, cellOf("甲"), cellOf("乙"), endOf([0, 100, 200], [0, 0]), { words: [{ words: "正文" }, { words: "x", marks: [[0x0800, 1]] }] }],
    });
    const flips = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(flips, fc.nat(sound.length), async (all, length) => {
      const bytes = sound.slice();
      for (const [at, value] of all) bytes[at] = value;
      for (const file of [bytes, sound.subarray(0, length)]) {
        try {
          await readBytes(file, "规划.doc");
        } catch (error) {
          if (!(error instanceof PlanRefused)) throw error;
        }
      }
    }), { numRuns: 500 });
  }, 60000);
});
