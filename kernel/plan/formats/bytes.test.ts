import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, refuseUnlessSized, refuseUnlessText } from "./bytes.ts";
import { PlanRefused } from "./refusal.ts";

const sentence = "全市生产总值达到2500亿元，人民生活水平明显提高。";
/** 全市发展 in GB18030. */
const GB = [0xc8, 0xab, 0xca, 0xd0, 0xb7, 0xa2, 0xd5, 0xb9];

/** Bytes in an encoding of two bytes a letter, found by decoding all pairs there are. */
function encoded(words: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && !pairs.has(letter)) pairs.set(letter, [lead, trail]);
    }
  }
  return Uint8Array.from([...words].flatMap((letter) => pairs.get(letter) ?? [letter.charCodeAt(0)]));
}

const refusal = (act: () => unknown): PlanRefused => {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanRefused) return error;
    throw error;
  }
  throw new Error("was not refused");
};

describe("bytes", () => {
  it("reads UTF-8 with and without a mark", () => {
    const utf8 = new TextEncoder().encode(sentence);
    expect(decodeText(utf8)).toBe(sentence);
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe(sentence);
  });

  it("reads UTF-16 with a mark, both byte orders", () => {
    const little = new Uint8Array(Buffer.from(`\ufeff${sentence}`, "utf16le"));
    expect(decodeText(little)).toBe(sentence);
    expect(decodeText(new Uint8Array(Buffer.from(little).swap16()))).toBe(sentence);
  });

  it("reads UTF-16 without a mark, both byte orders, with and without digits and lines", () => {
    for (const words of [sentence, `${sentence}\n一、总则\r\n2025年，GDP增长5.5%左右\n`, "全市建设"]) {
      const little = new Uint8Array(Buffer.from(words, "utf16le"));
      for (const bytes of [little, new Uint8Array(Buffer.from(little).swap16())]) {
        expect(decodeText(bytes)).toBe(words);
        expect(() => refuseUnlessText(bytes)).not.toThrow();
      }
    }
  });

  it("names the place in UTF-16 that is damaged", () => {
    const words = `${sentence}\n`.repeat(50);
    const bytes = new Uint8Array(Buffer.from(words, "utf16le"));
    bytes.set([0x00, 0xdc], 2 * (words.length - 3));
    expect(refusal(() => decodeText(bytes)).kind).toBe("encoding");
  });

  it("reads GB18030, also with a mark and with letters of four bytes", () => {
    expect(decodeText(new Uint8Array(GB))).toBe("全市发展");
    expect(decodeText(new Uint8Array([0x84, 0x31, 0x95, 0x33, ...GB]))).toBe("全市发展");
    expect(decodeText(new Uint8Array([...GB, 0x95, 0x32, 0x82, 0x36]))).toBe("全市发展\u{20000}");
    expect(decodeText(encoded(sentence, "gb18030"))).toBe(sentence);
  });

  it("tells Big5 from GB18030 by its letters", () => {
    const words = "全市生產總值達到2500億元，森林覆蓋率穩定在百分之七十以上。居民收入增長與經濟增長同步，加快推進重點項目建設。";
    expect(decodeText(encoded(words, "big5"))).toBe(words);
    expect(decodeText(encoded(words.repeat(2000), "big5"))).toBe(words.repeat(2000));
  });

  it("never takes good UTF-8 for anything else", () => {
    for (const words of ["中", "é", "数据", "a\u00ff", sentence.slice(0, 3)]) expect(decodeText(new TextEncoder().encode(words))).toBe(words);
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }).filter((words) => !words.includes("\0") && !words.startsWith("\ufeff") && words.isWellFormed()), (words) => {
      expect(decodeText(new TextEncoder().encode(words))).toBe(words);
    }));
  });

  it("names the byte that fits no encoding", () => {
    const good = new TextEncoder().encode(`${sentence}\n`.repeat(400));
    const bytes = new Uint8Array([...good, 0xff, 0xff, ...good]);
    const refused = refusal(() => decodeText(bytes));
    expect(refused.kind).toBe("encoding");
    expect(refused.at).toEqual({ byte: good.length + 1, line: 401, column: 1 });
    expect(refused.messages["zh-CN"]).toContain(String(good.length + 1));
  });

  it("does not take damaged UTF-8 for GB18030", () => {
    const good = new TextEncoder().encode(sentence.repeat(20));
    const bytes = new Uint8Array([...good, 0xe5, 0x85, ...good]);
    expect(refusal(() => decodeText(bytes)).at?.byte).toBe(good.length + 3);
  });

  it.each([
    ["image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ["image", [0xff, 0xd8, 0xff, 0xe0]],
    ["binary", [0x41, 0x00, 0x42]],
    ["unsupported-format", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ])("refuses: %s", (kind, bytes) => {
    expect(refusal(() => refuseUnlessText(new Uint8Array(bytes))).kind).toBe(kind);
  });

  it("refuses what is far too large", () => {
    expect(refusal(() => refuseUnlessSized(new Uint8Array(50 * 1024 * 1024).fill(0x41))).kind).toBe("too-large");
    expect(refusal(() => refuseUnlessSized(new Uint8Array())).kind).toBe("empty");
  });
});
