import { fill } from "../text/text.ts";
import fc from "fast-check";
import { Type } from "typebox";
import { describe, expect, test } from "vitest";
import { readCsv } from "./csv.ts";
import { decodeText } from "./decode.ts";
import { parseJson } from "./json.ts";
import { parseYaml, readYaml } from "./yaml.ts";

const Thing = Type.Object(
  {
    code: Type.String({ pattern: "^[a-z]+$" }),
    count: Type.Optional(Type.Integer({ minimum: 1 })),
    on: Type.Optional(Type.Union([Type.String({ format: "date" }), Type.Null()])),
    kind: Type.Optional(Type.Unsafe<"a" | "b">(Type.String({ enum: ["a", "b"] }))),
  },
  { additionalProperties: false },
);
const Things = Type.Object({ things: Type.Array(Thing) }, { additionalProperties: false });

const read = (source: string | Uint8Array) => {
  const { value, faults } = parseYaml("things.yaml", source, Things);
  return { value, en: faults.map((f) => `${f.at} ${fill(f.said.en, f.values)}`), zh: faults.map((f) => fill(f.said["zh-CN"], f.values)) };
};

describe("YAML against a schema", () => {
  test("gives the value where it is right", () => {
    expect(read('things:\n  - code: a\n    on: 2021-02-26\n  - {"code": "b", "on": null}\n')).toEqual({
      value: { things: [{ code: "a", on: "2021-02-26" }, { code: "b", on: null }] }, en: [], zh: [],
    });
  });

  test("collects every fault with line and column, in both languages", () => {
    const { value, en, zh } = read("things:\n  - code: A1\n    count: 0\n    clour: red\n  - count: x\n    kind: c\n  - code: 12\n");
    expect(value).toBeUndefined();
    expect(en).toEqual(expect.arrayContaining([
      'things.yaml:2:11 "A1" is not of the right form (^[a-z]+$)',
      "things.yaml:3:12 0 is too small, at least 1",
      "things.yaml:4:5 unknown key clour; known here: code, count, on, kind",
      "things.yaml:5:5 code is missing",
      "things.yaml:5:12 should be a whole number, is text",
      'things.yaml:6:11 should be one of a, b, is "c"',
      "things.yaml:7:11 should be text: put 12 in quotes",
    ]));
    expect(en).toHaveLength(7);
    expect(zh).toContain("应当是整数，现在是文字");
    expect(zh.join()).not.toMatch(/\{\w+\}/);
  });

  test("says one thing, not one per branch, where a union does not fit", () => {
    expect(read("things: [{code: a, on: tomorrow}]").en).toEqual(['things.yaml:1:24 "tomorrow" is not a date (2021-02-26)']);
    expect(read("things: [{code: a, on: [1]}]").en).toEqual(["things.yaml:1:24 should be text or nothing (null), is a list"]);
  });

  test("says where the writing itself is wrong", () => {
    expect(read("things:\n  - code: a\n    code: b\n").en).toEqual(["things.yaml:3:5 the same key is written twice"]);
    expect(read("things: [").en[0]).toMatch(/^things.yaml:1:\d+ /);
    const bomb = ["a: &a [1, 1]", ...Array.from({ length: 12 }, (_, i) => `b${i}: &b${i} [${Array(9).fill(i === 0 ? "*a" : `*b${i - 1}`).join(", ")}]`)];
    expect(read(bomb.join("\n")).en).toEqual(["things.yaml its aliases (*) unfold into too much"]);
    expect(read("").en).toEqual(["things.yaml the file is empty"]);
    expect(readYaml("/nowhere/x.yaml", Things).faults[0]?.at).toBe("x.yaml");
  });
});

describe("text of unknown encoding", () => {
  test("UTF-8 with and without mark, GB18030, UTF-16 with mark; refuses what is none", () => {
    const words = "衢州市，2020";
    const utf8 = new TextEncoder().encode(words);
    expect(decodeText(utf8)?.text).toBe(words);
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))?.text).toBe(words);
    expect(decodeText(new Uint8Array([0xe1, 0xe9, 0xd6, 0xdd]))).toEqual({ text: "衢州", encoding: "gb18030" });
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x62, 0x88]))?.text).toBe("衢");
    expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]))).toBeUndefined();
  });
});

describe("CSV with a header", () => {
  const columns = { required: ["indicator", "value"], optional: ["note"], name: "o.csv" } as const;

  test("rows know their line, also after cells with line breaks and blank lines", () => {
    const { rows, faults } = readCsv('\uFEFFindicator,value,note\r\ngdp,1,"two\r\nlines"\r\n\r\npm25, 2 ,x\r\n', columns);
    expect(faults).toEqual([]);
    expect(rows.map((row) => [row.line, row.cells.indicator, row.cells.value])).toEqual([[2, "gdp", "1"], [5, "pm25", "2"]]);
  });

  test("GB18030, and an optional column that is not there", () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("indicator,value\n"), 0xe1, 0xe9, 0xd6, 0xdd, 0x2c, 0x31, 0x0a]);
    expect(readCsv(bytes, columns).rows[0]?.cells).toEqual({ indicator: "衢州", value: "1", note: "" });
  });

  test("a wrong header is refused whole; a row of another width is named, the others kept", () => {
    expect(readCsv("indicator,valeu\ngdp,1\n", columns)).toMatchObject({ rows: [], faults: [{ at: "o.csv:1" }, { at: "o.csv:1" }] });
    const { rows, faults } = readCsv("indicator,value\ngdp,1,2\ngdp,3\n", columns);
    expect([rows.length, faults.map((f) => `${f.at} ${fill(f.said.en, f.values)}`)]).toEqual([1, ["o.csv:2 this row has 3 cells, the header 2"]]);
    expect(readCsv('indicator,value\n"gdp,1\n', columns).faults[0]?.said.en).toMatch(/quotes/);
  });
});

describe("JSON against a schema", () => {
  const json = (source: string) => parseJson("things.json", source, Things).faults.map((f) => `${f.at} ${fill(f.said.en, f.values)}`);

  test("is read as JSON where it is right, and its faults have lines", () => {
    expect(parseJson("things.json", '{"things":[{"code":"a"}]}', Things).value).toEqual({ things: [{ code: "a" }] });
    expect(json('{"things":[\n{"code":"A"}]}')).toEqual(['things.json:2:9 "A" is not of the right form (^[a-z]+$)']);
    expect(json('{"things":[')[0]).toMatch(/^things.json:1:\d+ /);
    expect(json("things: []")).toEqual(["things.json this is not well-formed JSON"]);
  });

  test("a very large file names the path instead of the line", () => {
    const many = `{"things":[${Array(350_000).fill('{"code":"a"}').join(",")},{"code":"A"}]}`;
    expect(json(many)).toEqual(['things.json things[350000].code "A" is not of the right form (^[a-z]+$)']);
  });
});

describe("whatever is in a file", () => {
  const anything = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.stringMatching(/^[-:[\]{}&*!|>'"#%@`,? \n\ta-c0-9]{0,40}$/));

  test("reading it ends in a value or in faults with places, never in an exception", () => {
    fc.assert(fc.property(anything, (source) => {
      for (const read of [parseYaml("f", source, Things), parseJson("f", source, Things)]) {
        const settled = read.value === undefined ? read.faults.length > 0 : read.faults.length === 0;
        if (!settled || !read.faults.every((fault) => fault.at.startsWith("f"))) return false;
      }
      const table = readCsv(source, { required: ["a"], optional: ["b"], name: "f" });
      return table.rows.every((row) => row.line > 1 && "a" in row.cells);
    }), { numRuns: 120 });
  });

  test("bytes become text or nothing", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const decoded = decodeText(bytes);
      return decoded === undefined || !decoded.text.includes("\0");
    }));
  });
});
