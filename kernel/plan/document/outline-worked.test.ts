import { describe, expect, it } from "vitest";
import { plainSource } from "../formats/source.ts";
import { documentOf } from "./document.ts";
import type { Clause } from "./clause.ts";
import { plans, type WorkedOutline } from "./outline-worked.ts";
import { pages } from "./outline-worked-pages.ts";
import { reports } from "./outline-worked-reports.ts";
import { special } from "./outline-worked-special.ts";

const printed = (clauses: readonly Clause[], depth = 0): string[] =>
  clauses.flatMap((clause) => [
    `${"  ".repeat(depth)}${clause.level}${clause.kind === null ? "" : ` ${clause.kind}`}: ${clause.number}${clause.number === "" ? "" : " "}${clause.title}`,
    ...printed(clause.children, depth + 1),
  ]);

const flat = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((clause) => [clause, ...flat(clause.children)]);
const bare = (words: string): string => words.replace(/\s/g, "");

describe.each([...plans, ...special, ...reports, ...pages])("$name", (worked: WorkedOutline) => {
  const text = worked.text.slice(1);
  const document = documentOf(plainSource(text), "en");

  it("has its outline", () => expect(printed(document.outline)).toEqual(worked.outline));

  it("has its title and frame, and tells what is wrong", () => {
    const { span, outlook, division } = document.frame;
    expect([document.title, division, `${span?.from}/${span?.to}${outlook === null ? "" : ` to ${outlook}`}`]).toEqual([worked.title, worked.division, worked.period]);
    expect(document.issues.map(({ kind, at }) => [kind, text.slice(at, at + 6).split("\n")[0]])).toEqual(worked.issues);
  });

  it("knows the page around the text from the text", () => {
    const count = (role: string): number => document.lines.filter((line) => line.role === role).length;
    expect([count("chrome"), count("contents"), count("note")]).toEqual([worked.chrome, worked.contents, worked.notes]);
  });

  it("quotes its words, and children lie in their parents", () => {
    for (const clause of flat(document.outline)) {
      expect(bare(text.slice(clause.start, clause.end))).toContain(bare(clause.title));
      for (const child of clause.children) expect(clause.start <= child.start && child.end <= clause.end).toBe(true);
    }
  });
});

describe("documents without end", () => {
  it.each([
    ["pages", "— 1 —\n某某规划\n"], ["boxes", "专栏1 重点工程\n"], ["annexes", "附件1\n"], ["notes", "注：1.指标为预计数；\n"], ["contents", "目录\n第一章 总则\n"],
    ["numbers alone", "第一章\n"], ["numberings mixed", "一、甲\n2、乙\n（三）丙\n"], ["marks", "企业［7］500家①，"], ["rows", "a | b | c\n"],
  ])("reads 100 KB of %s", (_what, unit) => {
    const started = performance.now();
    documentOf(plainSource(`某市第十四个五年规划纲要\n${unit.repeat(Math.floor(100000 / unit.length))}`), "zh-CN");
    expect(performance.now() - started).toBeLessThan(10000);
  }, 30000);
});
