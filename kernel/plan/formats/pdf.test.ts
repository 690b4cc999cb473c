import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KitPage, type KitText, pdfOf, setPage } from "./pdf.kit.ts";
import { layOut } from "./pdf-layout.ts";
import { readPdfText } from "./pdf-open.ts";
import { readBytes } from "./readers.ts";
import { PlanRefused } from "./refusal.ts";
import type { SourceText } from "./source.ts";

/** In this thread, which is faster; the thread of its own is tried below. */
const read = async (bytes: Uint8Array): Promise<SourceText> => layOut(await readPdfText(bytes, () => {}));
const linesOf = async (pages: readonly KitPage[]): Promise<string[]> => (await read(pdfOf(pages))).text.split("\n");

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
    return "read";
  } catch (error) {
    if (error instanceof PlanRefused) return error.kind;
    throw error;
  }
}

const first = "全市围绕示例重点工作，明确时间表、路线图，压实各方责任，推动示例事项按期落地见效，到2030年新建示例站点25个，比上年增长6.5%以上。";
const second = "完善配套设施建设和运行管理机制，居民人均可支配收入与经济增长基本同步，示例覆盖率达到90%左右，单位能耗累计下降13%，示例服务更加便利。";
const row = (y: number, ...cells: [number, string][]): KitText[] => cells.map(([x, words]) => ({ words, x, y, size: 10 }));

describe("PDF: lines and paragraphs", () => {
  it("joins lines to paragraphs by how full they are and where the next begins", async () => {
    expect(await linesOf([setPage(["一、总体要求", first, second])])).toEqual(["一、总体要求", first, second]);
  });

  it("goes on over the page, and keeps a full heading apart from what follows it", async () => {
    const heading = "（一）推动示例产业链条延伸，建设现代化示例产业体系";
    expect(await linesOf([setPage([first], { top: 220 }), setPage([second.slice(0, 24), heading, second])])).toEqual([first, second.slice(0, 24), heading, second]);
    const page = setPage([first + second]);
    const [before, after] = [page.texts.slice(0, 3), page.texts.slice(3).map((text, index) => ({ ...text, y: 740 - 28 * index }))];
    expect(await linesOf([{ texts: before }, { texts: after }])).toEqual([first + second]);
  });

  it("keeps the entries of a table of contents apart", async () => {
    const entry = (words: string, page: number, y: number): KitText => ({ words: `${words}${".".repeat(2 * (24 - words.length))} ${page}`, x: 85, y });
    expect((await linesOf([{ texts: [entry("一、总体要求", 1, 700), entry("（一）指导思想", 2, 672), entry("二、重点任务", 8, 644)] }])).map((line) => line.slice(0, 6))).toEqual(["一、总体要求", "（一）指导思", "二、重点任务"]);
  });

  it("joins paragraphs that are not indented but set apart", async () => {
    const texts = [first, `（二）${second}`, `1.${second}`].flatMap((words, index) => [0, 1, 2].map((line) => ({ words: words.slice(line * 26, line * 26 + 26), x: 85, y: 740 - index * 110 - line * 28 })));
    expect(await linesOf([{ texts: texts.filter((text) => text.words !== "") }])).toEqual([first, `（二）${second}`, `1.${second}`]);
  });

  it("joins a title set in the middle over two lines, not what stands under it", async () => {
    const title = [{ words: "示例市国民经济和社会发展", x: 163, y: 740, size: 22 }, { words: "第十五个五年规划纲要", x: 187, y: 704, size: 22 }, { words: "（2026年1月示例会议通过）", x: 210, y: 670, size: 14 }];
    expect((await linesOf([{ texts: [...title, ...setPage([first], { top: 620 }).texts] }])).slice(0, 2)).toEqual(["示例市国民经济和社会发展第十五个五年规划纲要", "（2026年1月示例会议通过）"]);
  });

  it("joins a title whose first line fills the width, also after 规划, but not what it is the title of", async () => {
    const under = setPage([first], { top: 620 }).texts;
    const titled = async (...lines: [string, number][]): Promise<string[]> => (await linesOf([{ texts: [...lines.map(([words, x], index) => ({ words, x, y: 740 - 36 * index, size: 22 })), ...under] }])).slice(0, 2);
    expect(await titled(["示例市国民经济和社会发展第十五个五年", 95], ["规划纲要", 249])).toEqual(["示例市国民经济和社会发展第十五个五年规划纲要", first]);
    expect(await titled(["示例市经济和社会发展第十五个五年规划", 95], ["和二〇三五年远景目标纲要", 161])).toEqual(["示例市经济和社会发展第十五个五年规划和二〇三五年远景目标纲要", first]);
    expect(await titled(["示例市经济和社会发展第十五个五年规划", 95], ["示例市人民政府", 216])).toEqual(["示例市经济和社会发展第十五个五年规划", "示例市人民政府"]);
  });

  it("reads two columns one after the other", async () => {
    const [left, right] = [setPage([first, second], { size: 10, wide: 20, left: 80 }), setPage([second, first], { size: 10, wide: 20, left: 310 })];
    expect(await linesOf([{ texts: [{ words: "示例规划", x: 240, y: 790, size: 20 }, ...left.texts, ...right.texts] }])).toEqual(["示例规划", first, second, second, first]);
  });

  it("folds radicals and takes out spaces between Chinese signs", async () => {
    expect(await linesOf([{ texts: [{ words: "⽣产总值增⻓5%，⼾数增加", x: 85, y: 700 }, { words: "示 例 GDP 2500 亿元", x: 85, y: 600 }] }])).toEqual(["生产总值增长5%，户数增加", "示例GDP 2500亿元"]);
  });

  it("keeps raised marks as marks and moves notes behind the paragraph that runs over the page", async () => {
    const page = setPage([first + second]);
    const texts = page.texts.slice(0, 3);
    const mark = { words: "1", x: 85 + 26 * 16, y: (texts[2]?.y ?? 0) + 7, size: 8 };
    const note = [{ words: "1示例覆盖率指享有示例服务的人口占常住人口的比重。", x: 85, y: 150, size: 10 }];
    const rest = page.texts.slice(3).map((text, index) => ({ ...text, y: 740 - 28 * index }));
    const lines = await linesOf([{ texts: [...texts, mark, ...note] }, { texts: rest }]);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.replace("［1］", "")).toBe(first + second);
    expect(lines[0]).toContain("［1］");
    expect(lines[1]).toBe("注（1）：示例覆盖率指享有示例服务的人口占常住人口的比重。");
  });

  it("reads pages that lie on their side, and leaves out what stands askew", async () => {
    const turned = setPage([first]).texts.map((text) => ({ ...text, x: 842 - text.y, y: text.x, turned: 90 }));
    expect(await linesOf([{ texts: [...turned, { words: "内部资料", x: 200, y: 300, size: 60, turned: 45 }] }])).toEqual([first]);
  });

  it("takes out headers, footers and page numbers, and tells how many", async () => {
    const pages = [1, 2, 3, 4].map((number) => ({
      texts: [{ words: "示例市规划文本", x: 250, y: 800, size: 9 }, ...setPage([first]).texts, { words: `— ${number} —`, x: 280, y: 50, size: 12 }],
    }));
    const { text, notices } = await read(pdfOf(pages));
    expect(text.split("\n")).toEqual([first, first, first, first]);
    expect(notices).toEqual([{ at: 0, kind: "repeated-lines", values: { count: 8 } }]);
  });
});

describe("PDF: tables", () => {
  const grid = (xs: readonly number[], ys: readonly number[]): [number, number, number, number][] =>
    [...ys.map((y): [number, number, number, number] => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y]), ...xs.map((x): [number, number, number, number] => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0])];

  it("goes on over the page where the header is not printed again and the first row there has no line above it", async () => {
    const columns = [80, 150, 330, 420, 510];
    const body = (y: number, ...words: string[]): KitText[] => row(y, ...words.map((each, index): [number, string] => [(columns[index] ?? 0) + 8, each]));
    const before: KitPage = { lines: grid(columns, [220, 190, 160]), texts: [...setPage([first], { top: 700 }).texts, ...body(200, "类别", "指标", "2025年", "2030年"), ...body(170, "经济", "示例增加值（亿元）", "2100", "3000")] };
    const after: KitPage = { lines: grid(columns, [760, 730, 700]).filter(([x1, y1, x2, y2]) => !(y1 === 760 && y2 === 760 && x1 !== x2)), texts: [...body(740, "民生", "示例人数（万人）", "20", "25"), ...body(710, "生态", "示例覆盖率（%）", "60", "66"), ...setPage([second], { top: 600 }).texts] };
    const { text, tables } = await read(pdfOf([before, after]));
    expect(text.split("\n")).toEqual([first, "类别 | 指标 | 2025年 | 2030年", "经济 | 示例增加值（亿元） | 2100 | 3000", "民生 | 示例人数（万人） | 20 | 25", "生态 | 示例覆盖率（%） | 60 | 66", second]);
    expect(tables).toHaveLength(1);
  });

  it("with ruled lines: cells of several lines, merged cells, their places", async () => {
    const lines = grid([80, 150, 330, 420, 510], [700, 670, 630, 600]).filter(([x1, y1, x2]) => !(x1 === 80 && x2 === 510 && y1 === 630));
    const page: KitPage = {
      lines: [...lines, [150, 630, 510, 630]],
      texts: [
        { words: "表前的话。", x: 85, y: 740 },
        ...row(682, [90, "类别"], [160, "指标"], [340, "2025年"], [430, "2030年"]), ...row(655, [160, "示例增加值占地区生产总"], [340, "10.5"], [430, "12.5"]), ...row(640, [160, "值的比重（%）"]),
        ...row(635, [90, "经济"]), ...row(612, [160, "示例拥有量（件）"], [340, "16"], [430, ">22"]),
        { words: "表后的话。", x: 85, y: 560 },
      ],
    };
    const { text, tables } = await read(pdfOf([page]));
    expect(text.split("\n")).toEqual(["表前的话。", "类别 | 指标 | 2025年 | 2030年", "经济 | 示例增加值占地区生产总值的比重（%） | 10.5 | 12.5", "示例拥有量（件） | 16 | >22", "表后的话。"]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows[1]?.[0]).toMatchObject({ words: "经济", columns: 1, rows: 2 });
    for (const cell of tables.flatMap((table) => table.rows.flat())) expect(text.slice(cell.start, cell.end)).toBe(cell.words);
  });

  it("go on over the page as one, the head not twice", async () => {
    const head = row(682, [90, "指标"], [260, "2025年"], [430, "2030年"]);
    const page = (name: string): KitPage => ({ lines: grid([80, 250, 420, 510], [700, 670, 640]), texts: [...head, ...row(652, [90, name], [260, "85.5"], [430, "90"])] });
    const { text, tables } = await read(pdfOf([page("示例率"), page("示例量")]));
    expect(text.split("\n")).toEqual(["指标 | 2025年 | 2030年", "示例率 | 85.5 | 90", "示例量 | 85.5 | 90"]);
    expect(tables.map((table) => table.rows.length)).toEqual([3]);
  });

  it("whose rows the page cuts in two are put together", async () => {
    const lines = grid([80, 120, 400, 510], [700, 670, 640]);
    const above: KitPage = { lines, texts: [...row(682, [90, "序号"], [130, "任务"], [410, "单位"]), ...row(652, [90, "1"], [130, "推动示例产业链条延伸，建设"], [410, "示例发展改革"])] };
    const below: KitPage = { lines, texts: [...row(682, [130, "示例园区5个。"], [410, "部门"]), ...row(652, [90, "2"], [130, "建设示例枢纽。"], [410, "示例交通部门"])] };
    expect(await linesOf([above, below])).toEqual(["序号 | 任务 | 单位", "1 | 推动示例产业链条延伸，建设示例园区5个。 | 示例发展改革部门", "2 | 建设示例枢纽。 | 示例交通部门"]);
  });

  it("without ruled lines, by what stands under each other", async () => {
    const texts = [
      ...row(700, [110, "指标"], [280, "2025年"], [380, "2030年"], [470, "属性"]), ...row(682, [90, "示例覆盖率（%）"], [270, "85.5"], [370, "90.2"], [465, "预期性"]),
      ...row(664, [90, "示例拥有量（件）"], [270, "16"], [370, "22"], [465, "约束性"]), ...row(646, [90, "示例总量（亿元）"], [270, "1.39"], [370, "1.45"], [465, "预期性"]),
    ];
    const { text, tables } = await read(pdfOf([{ texts: [...texts, ...setPage([first], { top: 590 }).texts] }]));
    expect(text.split("\n")).toEqual(["指标 | 2025年 | 2030年 | 属性", "示例覆盖率（%） | 85.5 | 90.2 | 预期性", "示例拥有量（件） | 16 | 22 | 约束性", "示例总量（亿元） | 1.39 | 1.45 | 预期性", first]);
    expect(tables).toHaveLength(1);
  });
});

describe("PDF: fonts", () => {
  it.each(["UniGB-UCS2-H", "GBK-EUC-H"] as const)("reads fonts that are not embedded and print in %s", async (encoding) => {
    const words = `${first.slice(0, 60)}镕喆`;
    expect((await read(pdfOf([setPage([words])], { encoding }))).text).toBe(words);
  });

  it("says so when the fonts do not tell their signs", async () => {
    const glyphs = Array.from({ length: 60 }, (_, index) => String.fromCharCode(0xe000 + index)).join("");
    expect(await outcome(pdfOf([setPage([glyphs])]))).toBe("undecodable");
  });
});

describe("PDF: what is no text, or not to be opened", () => {
  it("tells the pages that have no text layer", async () => {
    const { notices } = await read(pdfOf([setPage([first]), { texts: [], picture: true }, { texts: [], picture: true }, setPage([second]), { texts: [], picture: true }]));
    expect(notices.map(({ kind, values }) => [kind, values])).toEqual([["pages-without-text", { count: 3, pages: "2—3、5" }]]);
  });

  it("refuses a file without any text layer", async () => {
    expect(await outcome(pdfOf([{ texts: [], picture: true }, { texts: [], picture: true }]))).toBe("no-text-layer");
  });

  it("refuses what opens with a password only, and opens what only its owner may change", async () => {
    expect(await outcome(pdfOf([setPage([first])], { locked: "user" }))).toBe("encrypted");
    expect((await read(pdfOf([setPage([first])], { locked: "owner" }))).text).toBe(first);
  });

  it("refuses what is damaged", async () => {
    expect(await outcome(new TextEncoder().encode("%PDF-1.7\n这里没有内容"))).toBe("damaged");
  });
});

describe("PDF, in a thread of its own", () => {
  it("is read, and tells how far it is", async () => {
    const told: number[] = [];
    const pages = [setPage(["示例市发展规划纲要", "一、主要目标", first]), setPage(["二、重点任务", second])];
    const { media_type, text } = await readBytes(pdfOf(pages), "plan.pdf", (_step, done) => told.push(done));
    expect([media_type, text.split("\n").length, told]).toEqual(["application/pdf", 5, [1, 2]]);
  });

  it("stops when who is told throws", async () => {
    await expect(readBytes(pdfOf([setPage([first]), setPage([second])]), "plan.pdf", () => {
      throw new Error("enough");
    })).rejects.toThrow("enough");
  });

  it.each([
    ["pieces in one line", { texts: Array.from({ length: 20000 }, (_, index) => ({ words: "市", x: 85 + (index % 400), y: 700 })) }],
    ["crossing lines", { texts: [...row(682, [90, "甲"], [300, "5"]), ...row(652, [90, "乙"], [300, "6"])], lines: Array.from({ length: 3000 }, (_, index): [number, number, number, number] => (index % 2 === 0 ? [10, index / 4, 580, index / 4] : [index / 6, 10, index / 6, 800])) }],
    ["dots", { texts: [{ words: ".".repeat(30000), x: 85, y: 800 }, { words: "—".repeat(30000), x: 85, y: 60 }] }],
  ] satisfies [string, KitPage][])("takes hostile %s in its stride", async (_what, page) => {
    const started = performance.now();
    expect(await outcome(pdfOf([page, setPage([first])]))).toBe("read");
    expect(performance.now() - started).toBeLessThan(8000);
  }, 20000);

  it("says in the reader's words what was refused there", async () => {
    await expect(readBytes(pdfOf([{ texts: [], picture: true }]), "scan.pdf")).rejects.toThrow(/1 pages.*scan/);
  });

  it("reads or refuses cut and flipped bytes in bounded time", async () => {
    const whole = pdfOf([setPage(["一、主要目标", first]), { ...setPage([second]), lines: [[80, 100, 500, 100], [80, 80, 500, 80], [80, 80, 80, 100]] }]);
    await fc.assert(fc.asyncProperty(fc.option(fc.nat(whole.length), { nil: whole.length }), fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), async (cut, flips) => {
      const bytes = whole.slice(0, cut);
      for (const [at, byte] of flips) if (at < bytes.length) bytes[at] = byte;
      const started = performance.now();
      await outcome(bytes);
      expect(performance.now() - started).toBeLessThan(5000);
    }), { numRuns: 150 });
  }, 60000);
});
