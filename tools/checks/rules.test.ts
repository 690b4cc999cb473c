import { describe, expect, test } from "vitest";
import { dead } from "./dead.ts";
import { docs } from "./docs.ts";
import { packs } from "./packs.ts";
import { sizes } from "./sizes.ts";
import { sources } from "./sources.ts";
import { state } from "./state.ts";
import { said } from "./testing.ts";
import { texts } from "./texts.ts";
import { versions, words } from "./words.ts";

test("sizes of files and functions", () => {
  const long = `export function walk() {\n${"  // step\n".repeat(70)}}\n`;
  const files = {
    "base/a.ts": long,
    "base/b.ts": "// line\n".repeat(501),
    "base/c.ts": "// line\n".repeat(500),
    "kernel/facts/rows.ts": "// line\n".repeat(900),
    "base/d.test.ts": `import { describe } from "vitest";\ndescribe("all", () => {\n${"  // step\n".repeat(100)}});\n`,
  };
  expect(said(sizes, files)).toEqual([
    "base/a.ts:1: function walk has 72 lines, 70 is the limit; give its steps functions of their own.",
    "base/b.ts:500: has 501 lines, 500 is the limit and 300 the aim; divide it by what it is about.",
  ]);
});

describe("texts", () => {
  const text = (table: string): string[] => said(texts, { "kernel/facts/text.ts": `export const text = texts({\n${table}\n});\n` });

  test("both languages, filled, with the same places", () => {
    expect(text('  a: { "zh-CN": "第{row}行", en: "row {row}" },')).toEqual([]);
    expect(text('  a: { "zh-CN": "一" },')[0]).toContain("text.ts:2: a sentence has no en");
    expect(text('  a: { en: "one" },')[0]).toContain("has no zh-CN");
    expect(text('  a: { "zh-CN": "一", en: " " },')[0]).toContain("empty in en");
    expect(text('  a: { "zh-CN": "第{row}行", en: "row" },')[0]).toContain("{row} stands in the zh-CN sentence only");
    expect(text('  a: { "zh-CN": "行" + "", en: "row {row}" },')[0]).toContain("{row} stands in the en sentence only");
  });

  test("words in code are named; the compiler's grammar, tests and text.ts are not", () => {
    const line = 'export const at = (n: number) => `第${n}行`;\n';
    const files = {
      "server/a.ts": line,
      "kernel/plan/targets/words.ts": line,
      "kernel/facts/a.test.ts": line,
      "kernel/facts/text.ts": line,
      "kernel/facts/pages/a.tsx": "export const Page = () => <p>Save 1</p>;\nexport const Sign = () => <p>→</p>;\n",
      "kernel/facts/acts.ts": 'export const a = new Problem(400, { "zh-CN": "不对", en: "wrong" });\nexport const b = { name: { "zh-CN": "公众", en: "Public" } };\nexport const c = texts({ d: { "zh-CN": "一", en: "one" } });\n',
      "kernel/facts/kind.ts": 'export type Kind = "年" | "月";\n',
    };
    expect(said(texts, files)).toEqual([
      "server/a.ts:1: the words “第” stand in code; put the sentence into text.ts in both languages.",
      "kernel/facts/pages/a.tsx:1: the words “Save 1” stand in code; put the sentence into text.ts in both languages.",
      "kernel/facts/acts.ts:1: the sentence “wrong” stands in code; put it into text.ts.",
    ]);
  });
});

describe("sources of methods", () => {
  const whole = "value: 0.9\nunit: none\nfrom: 2021-01-01\nstatus: example\nsource: { title: T, publisher: P, address: https://example.org/a }\n";
  const of = (yaml: string): string[] => said(sources, { "kernel/facts/methods/linear.yaml": yaml });

  test("a whole value is well, and a file may say source, from and status once", () => {
    expect(of(whole)).toEqual([]);
    expect(of("from: 2021-01-01\nstatus: official\nsource: { title: T, publisher: P, address: null, note: on paper }\nthresholds:\n  ahead: { value: 1.1, unit: ratio }\n")).toEqual([]);
  });

  test("each thing missing is named with its line", () => {
    expect(of("id: linear\nthresholds:\n  - name: ahead\n    value: 1.1\n")).toEqual([
      "kernel/facts/methods/linear.yaml:3: the value thresholds[1] has no unit; write it (unit: none where it has none).",
      "kernel/facts/methods/linear.yaml:3: the value thresholds[1] has no from; write since when it holds.",
      "kernel/facts/methods/linear.yaml:3: thresholds[1] has no status; write one of official, provisional, example.",
      "kernel/facts/methods/linear.yaml:3: thresholds[1] has no source; write its title, publisher and address.",
    ]);
    expect(of(whole.replace("example\n", "guess\n"))[0]).toContain("it is one of official, provisional, example");
    expect(of(whole.replace("https://example.org/a", "somewhere"))[0]).toContain("is no address");
    expect(of(whole.replace("https://example.org/a", "null"))[0]).toContain("has no address; write it (null, with a note");
    expect(of("id: units\nstatus: official\nfactors: { 千: 1000 }\n")[0]).toContain("the file has no source");
    expect(of("a: [1\n")[0]).toContain("is no YAML");
  });
});

test("packs, nouns and cities have their files", () => {
  const files = { "packs/rural/pack.ts": "", "packs/rural/text.ts": "", "kernel/facts/facts.ts": "", "packs/README.md": "" };
  expect(said(packs, files)).toEqual([
    "packs/rural/README.md:1: packs/rural has no README.md; write it.",
    "kernel/facts/README.md:1: kernel/facts has no README.md; write it.",
  ]);
});

test("state of a module", () => {
  const files = {
    "base/a.ts": "let count = 0;\nexport const seen = new Map<string, number>();\nconst list: number[] = [];\nconst known = new Map([[1, 2]]);\nconst none: readonly number[] = [];\nexport function f() {\n  const own = new Map();\n  return [own, known, list, none, count++];\n}\n",
    "web/main.tsx": "const cache = new Map();\nexport const a = cache;\n",
  };
  expect(said(state, files).map((row) => row.split(" is ")[0])).toEqual(["base/a.ts:1: count", "base/a.ts:2: seen", "base/a.ts:3: list"]);
});

test("house words", () => {
  const files = {
    "docs/a.md": `see /${"work"}/main/x\n\nas ${"issue"} 12 says\nhttps://${"registry"}.example.org/x\n`,
    "base/a.ts": `// ${"TO"}DO later\nexport const a = 1; // ${"oxlint"}-disable-line no-eval\n// ${"oxlint"}-disable-next-line no-eval -- the reader typed it\n`,
    "base/b.ts": 'export const path = "net/work/main"; // issues of the day\n',
  };
  expect(said(words, files).map((row) => row.split(" ")[0])).toEqual(["docs/a.md:1:", "docs/a.md:3:", "docs/a.md:4:", "base/a.ts:1:", "base/a.ts:2:"]);
});

test("versions are exact", () => {
  const manifest = JSON.stringify({ dependencies: { a: "1.2.3", b: "18.4.0-beta.17", c: "^1.0.0" }, devDependencies: { d: "latest" } }, null, 2);
  expect(said(versions, { "package.json": manifest })).toEqual([
    "package.json:5: c is ^1.0.0; write the exact version.",
    "package.json:8: d is latest; write the exact version.",
  ]);
});

test("what the documents name is there", () => {
  const files = {
    "docs/a.md": "[b](../base/b.ts) [gone](gone.md#x) [web](https://example.org)\n`base/b.ts` `base/c.ts` `facts_observation` `facts_nothing` `facts.read`\n```\n`base/d.ts`\n```\n`npm run check` `npm run gone` `npx gangju start` `npx gangju fly`\n",
    "package.json": '{ "scripts": { "check": "" } }',
    "cli/start.ts": "",
    "base/b.ts": "",
    "kernel/facts/migrations/0001-facts.sql": "CREATE TABLE facts_observation (id uuid PRIMARY KEY);",
  };
  expect(said(docs, files)).toEqual([
    "docs/a.md:1: links to gone.md, which is not there; correct the link.",
    "docs/a.md:2: names base/c.ts, which is not there; correct it.",
    "docs/a.md:2: names the table facts_nothing, which no migration makes; correct it.",
    "docs/a.md:6: tells to run npm run gone, and there is no such command; correct it.",
    "docs/a.md:6: tells to run npx gangju fly, and there is no such command; correct it.",
  ]);
});

test("nothing is exported that no file names", () => {
  const files = {
    "base/a.ts": "export const used = 1;\nexport const inside = 2;\nexport function gone() {\n  return inside;\n}\nexport const Shape = 1;\nexport type Shape = string;\n",
    "base/b.ts": 'import { used } from "./a.ts";\nconsole.log(used);\n',
  };
  expect(said(dead, files)).toEqual([
    "base/a.ts:3: gone is exported and no file uses it; delete it.",
    "base/a.ts:6: Shape is exported and no file uses it; delete it.",
    "base/a.ts:7: Shape is exported and no file uses it; delete it.",
  ]);
});
