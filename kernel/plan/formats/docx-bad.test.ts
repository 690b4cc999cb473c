import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { PlanRefused } from "./refusal.ts";
import { readBytes } from "./readers.ts";
import { cell, docxOf, list, n, p, refusalOf, row, table, use } from "./testdata/docx.ts";

const kindOf = async (bytes: Uint8Array): Promise<string> => (await refusalOf(bytes)).kind;
const zipOf = (files: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])));
const body = p("全市生产总值达到2500亿元。") + table(row(cell("指标"), cell("目标"))) + n(1, 0, "目标");
const sound = docxOf({ body, numbering: list(0, [["chineseCounting", "%1、"]]) + use(1, 0) });

/** The same file, its bytes changed at a place. */
const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
};

describe("Word files that cannot be read", () => {
  it.each([
    ["a spreadsheet", zipOf({ "xl/workbook.xml": "<a/>" }), "spreadsheet"],
    ["a slide show", zipOf({ "ppt/presentation.xml": "<a/>" }), "presentation"],
    ["an OFD file", zipOf({ "OFD.xml": "<a/>" }), "unsupported-format"],
    ["an OpenDocument file", zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }), "unsupported-format"],
    ["an archive of other files", zipOf({ "notes.txt": "x" }), "no-document"],
    ["one without its main part", zipOf({ "_rels/.rels": "<Relationships/>", "word/styles.xml": "<a/>" }), "no-document"],
    ["one that is cut", sound.subarray(0, 700), "damaged"],
    ["an empty archive", zipOf({}), "no-document"],
    ["a document in one XML file", strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"/>'), "unsupported-format"],
    ["XML that is not closed", docxOf({ body: "<w:p>" }), "damaged"],
    ["XML that does not exist", docxOf({ body: "", more: { "word/document.xml": "" } }), "damaged"],
    ["a DOCTYPE", docxOf({ body: "", more: { "word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } }), "entities"],
    ["an unknown entity", docxOf({ body: p("&a;") }), "damaged"],
    ["a DOCTYPE in the styles", docxOf({ body, styles: "", more: { "word/styles.xml": "<!DOCTYPE x><x/>" } }), "entities"],
    ["elements a thousand deep", docxOf({ body: "<w:p>".repeat(1000) + "</w:p>".repeat(1000) }), "damaged"],
  ])("refuses %s", async (_what, bytes, kind) => expect(await kindOf(bytes)).toBe(kind));

  it("says what to do, in both languages, and names the format", async () => {
    const { messages } = await refusalOf(sound.subarray(0, 700));
    expect(messages["zh-CN"]).toMatch(/DOCX.*另存/);
    expect(messages.en).toMatch(/DOCX.*save/);
  });

  it("tells a flipped bit by the check sum, also where the words could still be read", async () => {
    const stored = zipSync({ "word/document.xml": strToU8('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A1</w:t></w:r></w:p></w:body></w:document>') }, { level: 0 });
    expect((await readBytes(stored, "a.docx")).text).toBe("A1");
    const digit = Buffer.from(stored).indexOf("A1") + 1;
    expect(await kindOf(changed(stored, digit, 0x37))).toBe("damaged");
  });

  it("refuses a part with a password", async () => {
    const locked = sound.slice();
    const view = new DataView(locked.buffer);
    for (let at = 0; at + 4 < locked.length; at++) if (view.getUint32(at, true) === 0x02014b50) locked[at + 8] = 1;
    expect(await kindOf(locked)).toBe("encrypted");
  });
});

describe("Word files made to fill the memory", () => {
  const whole = zipSync({ "word/document.xml": new Uint8Array(66 * 1024 * 1024).fill(0x20) }, { level: 1 });

  it.each([["that says how large it is", false], ["that says it is small", true]])("stops at a part %s", async (_what, small) => {
    const bomb = whole.slice();
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    if (small) for (let at = 0; at + 4 < bomb.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    const started = performance.now();
    expect(await kindOf(bomb)).toBe("inflates");
    expect(performance.now() - started).toBeLessThan(20000);
  }, 60000);

  it("reads 8 MB of XML, block by block, within seconds and without keeping it", async () => {
    let seed = 7;
    const word = (): string => {
      seed = (seed * 48271) % 2147483647;
      return String.fromCharCode(0x4e00 + (seed % 5000));
    };
    const properties = '<w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="仿宋"/><w:sz w:val="28"/><w:szCs w:val="28"/>';
    const paragraphs = Array.from({ length: 12500 }, () =>
      `<w:p><w:pPr><w:ind w:left="0" w:firstLine="638"/><w:rPr>${properties}</w:rPr></w:pPr><w:r><w:rPr>${properties}</w:rPr><w:t>${Array.from({ length: 20 }, word).join("")}</w:t></w:r></w:p>`);
    const bytes = docxOf({ body: paragraphs.join("") });
    const steps: number[] = [];
    const started = performance.now();
    const { text } = await readBytes(bytes, "a.docx", (_step, done, of) => steps.push(done / of));
    expect(text.split("\n")).toHaveLength(12500);
    expect(performance.now() - started).toBeLessThan(40000);
    expect(steps.length).toBeGreaterThan(50);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  }, 60000);
});

async function reads(bytes: Uint8Array): Promise<void> {
  try {
    await readBytes(bytes, "规划.docx");
  } catch (error) {
    if (!(error instanceof PlanRefused)) throw error;
  }
}

describe("Word files made to take long", () => {
  const soon = async (body: string, footnotes?: string): Promise<number> => {
    const started = performance.now();
    await reads(docxOf(footnotes === undefined ? { body } : { body, footnotes }));
    return performance.now() - started;
  };
  const mark = (type: string): string => `<w:fldChar w:fldCharType="${type}"/>`;

  it.each<[string, string, string?]>([
    ["fields that are never closed", `<w:p><w:r>${`${mark("begin")}${mark("separate")}<w:t>x</w:t>`.repeat(20000)}</w:r></w:p>`],
    ["raised letters", p('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>高</w:t></w:r>'.repeat(20000))],
    ["cells in a row", table(row(cell("x").repeat(15000), cell("y")))],
    ["rows of one merged cell", table(...Array.from({ length: 8000 }, () => row(cell("", "<w:vMerge/>"), cell("x"))))],
    ["text boxes in text boxes", `${"<w:p><w:r><w:pict><w:txbxContent>".repeat(50)}${p("x")}${"</w:txbxContent></w:pict></w:r></w:p>".repeat(50)}`],
    ["tables in tables", `${"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>".repeat(60)}${p("x")}${"</w:tc></w:tr></w:tbl>".repeat(60)}`],
    ["marks of one note", p('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(20000)), `<w:footnote w:id="1">${p("").repeat(8000)}</w:footnote>`],
    ["notes", p(Array.from({ length: 10000 }, (_, id) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`).join("")), Array.from({ length: 10000 }, (_, id) => `<w:footnote w:id="${id}">${p("注")}</w:footnote>`).join("")],
  ])("ends soon on %s", async (_what, body, footnotes) => expect(await soon(body, footnotes)).toBeLessThan(20000), 60000);
});

describe("damaged Word files", () => {
  it("are read or refused, wherever they are cut", async () => {
    await fc.assert(fc.asyncProperty(fc.nat(sound.length), fc.nat(sound.length), async (from, to) => {
      await reads(sound.subarray(0, from));
      await reads(new Uint8Array([...sound.subarray(0, Math.min(from, to)), ...sound.subarray(Math.max(from, to))]));
    }), { numRuns: 200 });
  });

  it("are read or refused, whatever bytes are flipped", async () => {
    const flips = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(fc.asyncProperty(flips, async (all) => reads(all.reduce((bytes, [at, value]) => changed(bytes, at, value), sound))), { numRuns: 300 });
  });

  it("are read or refused, however their elements are put together", async () => {
    const tag = fc.constantFrom("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:pPr", "w:rPr", "w:numPr", "w:ins", "w:del", "w:sdt", "w:drawing", "w:txbxContent", "mc:AlternateContent", "mc:Choice");
    const leaf = fc.constantFrom("x", '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', "<w:instrText>TOC</w:instrText>", '<w:gridSpan w:val="-3"/>', '<w:gridSpan w:val="999999999"/>', "<w:vMerge/>", '<w:numId w:val="1"/>', '<w:ilvl w:val="99"/>', "<w:t>全市</w:t>", "<w:tab/>", '<w:footnoteReference w:id="1"/>', '<w:pStyle w:val="s"/>', "<wp:extent/>", "<a:blip/>");
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof({ maxDepth: 7 }, leaf, fc.tuple(tag, fc.array(tie("tree"), { maxLength: 5 })).map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`)),
    }));
    await fc.assert(fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (blocks) => {
      const source = await readBytes(docxOf({ body: blocks.join(""), numbering: list(0, [["decimal", "%1.%9"]]) + use(1, 0), footnotes: `<w:footnote w:id="1">${blocks.join("")}</w:footnote>` }), "a.docx");
      for (const { start, end, words, columns, rows } of source.tables.flatMap((one) => one.rows.flat())) {
        expect(source.text.slice(start, end)).toBe(words);
        expect(Math.min(columns, rows)).toBeGreaterThan(0);
      }
      for (const { at } of source.notices) expect(at).toBeLessThanOrEqual(source.text.length);
      for (const { start } of source.headings) expect(start === 0 || source.text[start - 1] === "\n").toBe(true);
    }), { numRuns: 150 });
  });
});

const plans = new URL("../../../../shared/plans/", import.meta.url);
const present = existsSync(new URL("yunnan-2025.docx", plans));
if (!present) console.warn("docx-bad.test: ../shared/plans is missing; its Word file is not read");

describe.skipIf(!present)("a work report as an office sends it", () => {
  it("gives the lines of its text file", async () => {
    const bare = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    const source = await readBytes(readFileSync(new URL("yunnan-2025.docx", plans)), "yunnan-2025.docx");
    expect(bare(source.text)).toEqual(bare(readFileSync(new URL("yunnan-2025.txt", plans), "utf8")));
  });
});
