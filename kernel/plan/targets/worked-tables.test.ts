import { describe, expect, it } from "vitest";
import { documentOf, type PlanDocument } from "../document/document.ts";
import { IdGiver } from "../document/ids.ts";
import type { SourceText, TableCell } from "../formats/source.ts";
import { readTableFigures } from "./table.ts";
import type { Target } from "./target.ts";
import { type WorkedTable, workedTables } from "./worked-tables.ts";
import { workedTablesKinds } from "./worked-tables-kinds.ts";
import { workedTablesMore } from "./worked-tables-more.ts";
import { frames } from "./worked.ts";

/** Marked rows as text with their cells: 目标→2 reaches over columns, 约束性↓3 over rows, ↑ is a cell that was merged away. */
function sourceOf({ frame, lines, rows, below }: WorkedTable): SourceText {
  const source: SourceText = { text: `${frames[frame]}\n一、主要指标\n${lines ?? ""}`, headings: [], tables: [], notices: [] };
  if (rows === undefined) return source;
  const start = source.text.length;
  const cells = rows.map((row) => {
    const out: TableCell[] = [];
    for (const printed of row.filter((words) => words !== "↑")) {
      const words = printed.replace(/[→↓]\d+/g, "");
      if (out.length > 0) source.text += " | ";
      const at = source.text.length;
      source.text += words;
      out.push({ start: at, end: at + words.length, words, columns: Number(/→(\d+)/.exec(printed)?.[1] ?? 1), rows: Number(/↓(\d+)/.exec(printed)?.[1] ?? 1) });
    }
    source.text += "\n";
    return out;
  });
  // ↑ merges with the cell above it, at the left.
  for (const [index, row] of rows.entries()) {
    let up = index;
    if (row[0] !== "↑") continue;
    while (rows[up]?.[0] === "↑") up--;
    const above = cells[up]?.[0];
    if (above !== undefined) above.rows++;
  }
  source.tables.push({ start, end: source.text.length - 1, rows: cells });
  source.text += `${below ?? ""}\n二、保障措施\n加强统筹协调。`;
  return source;
}

const print = (target: Target): string => {
  const number = [target.number.replace(/[%％]$/, ""), target.unit].filter((part) => part !== "").join(" ");
  const base = target.base === null ? "-" : `${target.base.period} ${target.base.value} ${target.base.unit}`;
  return `${number} | ${target.indicator} | ${target.measure} ${target.comparator ?? "-"} ${target.period ?? "-"} | ${target.attribute ?? "-"} | ${base}${target.reference === null ? "" : ` | ref ${target.reference}`}`.trim();
};
const printActual = (target: Target): string => print(target).split(" | ").slice(0, 3).join(" | ");

function read(document: PlanDocument): ReturnType<typeof readTableFigures> {
  const found = readTableFigures(document, new IdGiver("t"), new IdGiver("a"));
  for (const list of [found.targets, found.actuals]) list.sort((a, b) => a.at - b.at);
  return found;
}

function check(worked: WorkedTable): void {
  const source = sourceOf(worked);
  const { targets, actuals } = read(documentOf(source, "zh-CN"));
  expect(targets.map(print)).toEqual(worked.targets);
  if (worked.actuals !== undefined) expect(actuals.map(printActual)).toEqual(worked.actuals);
  for (const target of [...targets, ...actuals]) {
    expect(source.text.slice(target.at, target.at + target.number.length)).toBe(target.number);
    // A row's quote is its line; where each cell has a line of its own, the lines from its name on.
    const lines = source.text.split("\n").map((line) => line.trim());
    for (const line of target.quote.split("\n")) expect(lines).toContain(line);
    expect(source.text).toContain(target.quote);
    expect(target.quote).toContain(target.number);
  }
}

describe("worked tables", () => {
  it.each([...workedTables, ...workedTablesMore, ...workedTablesKinds])("$title", check);
});
