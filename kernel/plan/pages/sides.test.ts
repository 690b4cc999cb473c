import { expect, test } from "vitest";
import type { TextRow } from "../compare/schema.ts";
import { foldRows, wordsOf } from "./sides.ts";

const row = (kind: TextRow["kind"], more: Partial<TextRow> = {}): TextRow => ({ kind, before: { start: 0, end: 2 }, after: { start: 0, end: 2 }, partner: null, pieces: [], ...more });

test("runs of equal lines are folded away, all but a line of context", () => {
  const rows = [row("same"), row("same"), row("same"), row("changed"), row("same"), row("same"), row("same")];
  expect(foldRows(rows)).toEqual([{ from: 0, to: 2 }, { rows: [2, 3, 4] }, { from: 5, to: 7 }]);
  expect(foldRows([row("same"), row("same"), row("changed")])).toEqual([{ rows: [0] }, { rows: [1, 2] }]);
  expect(foldRows([])).toEqual([]);
});

test("each side shows its own words, marked where they differ", () => {
  const changed = row("changed", { pieces: [{ kind: "same", words: "新建" }, { kind: "dropped", words: "3" }, { kind: "added", words: "5" }, { kind: "same", words: "所" }] });
  expect(wordsOf(changed, "before", "").map((piece) => piece.words).join("")).toBe("新建3所");
  expect(wordsOf(changed, "after", "").map((piece) => piece.words).join("")).toBe("新建5所");
  expect(wordsOf(row("added", { before: null }), "after", "甲乙丙")).toEqual([{ kind: "added", words: "甲乙" }]);
  expect(wordsOf(row("added", { before: null }), "before", "甲乙丙")).toEqual([]);
});
