import fc from "fast-check";
import { expect, test } from "vitest";
import type { OutlineNode } from "../compile/schema.ts";
import { blocksOf, cut, findIn, gapsOf, marksOf, paragraphs, reaching, tablesIn } from "./cut.ts";

const text = "到2025年，生产总值达到2500亿元，人均生产总值超过10万元、城镇化率达到70%。\n二、其他\n（一）水。全市水质保持Ⅱ类以上。";
const target = (id: string, number: string, unit: string, quote: string) => ({ id, at: text.indexOf(number + unit), number, unit, quote });

test("a mark covers the words of its target", () => {
  const marks = marksOf(text, [target("a", "2500", "亿元", "生产总值达到2500亿元")]);
  expect(marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(["生产总值达到2500亿元"]);
});

test("targets that quote the same sentence share it", () => {
  const whole = "生产总值达到2500亿元，人均生产总值超过10万元、城镇化率达到70%";
  const marks = marksOf(text, [target("a", "2500", "亿元", whole), target("b", "10", "万元", whole), target("c", "70", "%", whole)]);
  expect(marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(["生产总值达到2500亿元", "人均生产总值超过10万元", "城镇化率达到70%"]);
});

test("without its quote a target still marks its number and unit", () => {
  const [mark] = marksOf(text, [target("a", "70", "%", "words that are not there")]);
  expect(text.slice(mark?.start, mark?.end)).toBe("70%");
});

test("pieces tell the first and last of a mark, across a found place", () => {
  const start = text.indexOf("生产总值");
  const marks = [{ id: "a", start, end: start + 12 }];
  const pieces = cut(0, 30, marks, [{ start: start + 2, end: start + 4 }]);
  expect(pieces.filter((piece) => piece.mark === "a").map((piece) => [text.slice(piece.start, piece.end), piece.first, piece.last, piece.found])).toEqual([
    ["生产", true, false, null],
    ["总值", false, false, 0],
    ["达到2500亿元".slice(0, 8), false, true, null],
  ]);
});

test("a title run into its paragraph is told from a heading line", () => {
  const item = text.indexOf("（一）");
  const chapter = text.indexOf("二、");
  const child: OutlineNode = { id: "i", level: "item", number: "（一）", title: "水", kind: null, start: item, end: text.length, children: [] };
  const node: OutlineNode = { id: "c", level: "chapter", number: "二、", title: "其他", kind: null, start: chapter, end: text.length, children: [child] };
  const [head, water] = blocksOf(text, [node]);
  expect(head).toMatchObject({ runIn: null, body: [], depth: 0, chapter: "c" });
  expect(text.slice(water?.runIn?.start, water?.runIn?.end)).toBe("（一）水。");
  expect(text.slice(water?.body[0]?.start, water?.body[0]?.end)).toBe("全市水质保持Ⅱ类以上。");
});

test("text that no clause covers is kept", () => {
  const node = (id: string, start: number, end: number): OutlineNode => ({ id, level: "chapter", number: "", title: "x", kind: null, start, end, children: [] });
  const gaps = gapsOf("head\nA\nloose\nB\ntail", [node("a", 5, 7), node("b", 13, 14)]);
  expect(gaps).toEqual({ before: { start: 0, end: 5 }, above: new Map([["b", { start: 7, end: 13 }]]), after: { start: 14, end: 19 } });
  expect(gapsOf("only text", [])).toEqual({ before: { start: 0, end: 9 }, above: new Map(), after: null });
});

test("ranges that reach into a stretch", () => {
  const ranges = [{ start: 0, end: 2 }, { start: 4, end: 6 }, { start: 6, end: 9 }, { start: 20, end: 21 }];
  expect(reaching(ranges, 5, 7)).toEqual(ranges.slice(1, 3));
  expect(reaching(ranges, 2, 4)).toEqual([]);
  expect(reaching(ranges, 9, 30)).toEqual(ranges.slice(3));
});

test("finding disregards width and case", () => {
  expect(findIn("ＧＤＰ 与 gdp", "GDP")).toEqual([{ start: 0, end: 3 }, { start: 6, end: 9 }]);
  expect(findIn("abc", "  ")).toEqual([]);
});

test("pieces cover a paragraph without gap, marks never overlap, whatever the text and the places", () => {
  const places = fc.array(fc.record({ id: fc.uuid(), at: fc.nat(80), number: fc.string({ maxLength: 4 }), unit: fc.string({ maxLength: 2 }), quote: fc.string({ maxLength: 10 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.string({ maxLength: 80, unit: "binary" }), places, (any, targets) => {
      const marks = marksOf(any, targets.filter((each) => each.at + each.number.length <= any.length));
      for (const [i, mark] of marks.entries()) {
        expect(mark.end).toBeGreaterThan(mark.start);
        if (i > 0) expect(mark.start).toBeGreaterThanOrEqual(marks[i - 1]?.end ?? 0);
      }
      const pieces = cut(0, any.length, marks, findIn(any, "a"));
      expect(pieces.map((piece) => any.slice(piece.start, piece.end)).join("")).toBe(any);
      const lines = paragraphs(any, 0, any.length);
      for (const line of lines) expect(any.slice(line.start, line.end)).not.toContain("\n");
    }),
  );
});

test("lines of cells one after the other are a table, and a target's mark is its own cell", () => {
  const text = "主要指标：\n指标 | 2020年 | 2025年\n森林覆盖率 | 60 | 61\n说明。\n正文 | 只有一行。";
  const parts = tablesIn(text, paragraphs(text, 0, text.length));
  expect(parts.map((part) => ("rows" in part ? part.rows.map((cells) => cells.map((cell) => text.slice(cell.start, cell.end))) : text.slice(part.start, part.end)))).toEqual([
    "主要指标：", [["指标", "2020年", "2025年"], ["森林覆盖率", "60", "61"]], "说明。", "正文 | 只有一行。",
  ]);
  const quote = "森林覆盖率 | 60 | 61";
  const at = text.indexOf("61");
  expect(marksOf(text, [{ id: "t", at, number: "61", unit: "%", quote }])).toEqual([{ id: "t", start: at, end: at + 2 }]);
});
