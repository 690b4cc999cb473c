import { describe, expect, it } from "vitest";
import { decodeText, refuseUnlessSized, refuseUnlessText } from "./bytes.ts";
import { PlanRefused } from "./refusal.ts";

const sentence = "全市生产总值达到2500亿元，人民生活水平明显提高。";
/** 全市发展 in GB18030. */
const GB = [0xc8, 0xab, 0xca, 0xd0, 0xb7, 0xa2, 0xd5, 0xb9];

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

  it("reads GB18030", () => {
    expect(decodeText(new Uint8Array(GB))).toBe("全市发展");
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
