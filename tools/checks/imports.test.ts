import { describe, expect, test } from "vitest";
import { barrels } from "./barrels.ts";
import { cycles } from "./cycles.ts";
import { imports } from "./imports.ts";
import { pages } from "./pages.ts";
import { said } from "./testing.ts";

const one = "export const one = 1;\n";

describe("the rule of imports", () => {
  test("downward and leftward is well", () => {
    const files = {
      "base/text/text.ts": one,
      "kernel/registry/registry.ts": 'import { one } from "../../base/text/text.ts";\nexport const two = one + one;\n',
      "kernel/facts/facts.ts": 'import { two } from "../registry/registry.ts";\nexport const three = two;\n',
      "packs/rural/pack.ts": 'import { three } from "../../kernel/facts/facts.ts";\nexport const four = three;\n',
      "test/serve.ts": 'import { five } from "../server/start.ts";\nexport const six = five;\n',
      "cli/main.test.ts": 'import { six } from "../test/serve.ts";\nconsole.log(six);\n',
      "server/start.ts": 'import { four } from "../packs/rural/pack.ts";\nexport const five = four;\n',
      "cli/main.ts": 'import { five } from "../server/start.ts";\nconsole.log(five, (await import("../base/text/text.ts")).one);\n',
    };
    expect(said(imports, files)).toEqual([]);
  });

  test.each([
    ["base/a/a.ts", "kernel/facts/facts.ts", "base imports only from base"],
    ["kernel/facts/a.ts", "server/a.ts", "kernel imports only from base, kernel"],
    ["server/a.ts", "cli/a.ts", "server imports only from base, kernel, packs, server"],
    ["kernel/facts/a.test.ts", "server/a.ts", "kernel imports only from"],
    ["kernel/facts/a.test.ts", "test/a.ts", "kernel imports only from"],
    ["cli/a.ts", "test/a.ts", "cli imports only from"],
    ["kernel/facts/a.ts", "kernel/plan/a.ts", "kernel/facts stands left of kernel/plan"],
    ["packs/one/pack.ts", "packs/two/pack.ts", "of another pack"],
    ["kernel/facts/a.ts", "base/db/testing.ts", "which is for tests"],
    ["kernel/facts/a.ts", "tools/gen.ts", "kernel imports only from"],
  ])("%s may not import %s", (from, to, why) => {
    const way = `${"../".repeat(from.split("/").length - 1)}${to}`;
    const complaints = said(imports, { [from]: `\nimport { one } from "${way}";\n`, [to]: one });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(new RegExp(`^${from}:2: imports ${to}`));
    expect(complaints[0]).toContain(why);
  });

  test("types, re-exports, import() and types of import() count", () => {
    const files = {
      "base/a.ts": 'import type { A } from "../kernel/facts/f.ts";\nexport { b } from "../kernel/facts/f.ts";\nexport const c = () => import("../kernel/facts/f.ts");\nexport type D = import("../kernel/facts/f.ts").D;\nexport type E = A;\n',
      "kernel/facts/f.ts": one,
    };
    expect(said(imports, files).map((row) => row.split(":")[1])).toEqual(["1", "2", "3", "4"]);
  });

  test("parts of a noun keep the order their README declares", () => {
    const files = {
      "kernel/plan/document/read.ts": 'import { one } from "../targets/read.ts";\nexport const two = one;\n',
      "kernel/plan/targets/read.ts": one,
    };
    expect(said(imports, files)).toEqual([
      'kernel/plan/README.md:1: kernel/plan has parts (document, targets) without an order; write a line "Parts, in order: a ← b ← c" into its README.md.',
    ]);
    expect(said(imports, { ...files, "kernel/plan/README.md": "# Plan\n\nParts, in order: document ← targets\n" })).toEqual([
      "kernel/plan/document/read.ts:1: imports kernel/plan/targets/read.ts: in the order of parts of kernel/plan, document ← targets, document stands left of targets; move what both need to the left.",
    ]);
    expect(said(imports, { ...files, "kernel/plan/README.md": "Parts, in order: targets ← document\n" })).toEqual([]);
  });

  test("a missing file and an unknown noun are named", () => {
    expect(said(imports, { "kernel/people/a.ts": "export const a = 1;\n", "bin/a.js": 'import "./b.js";\n' })).toEqual([
      "kernel/people/a.ts:1: kernel/people is no noun of the kernel's order (registry ← map ← ledger ← facts ← matters ← plan ← pack); move it into one of them, to base or to a pack.",
      "bin/a.js:1: imports ./b.js, and there is no such file in the tree; correct the path or add the file.",
    ]);
  });
});

describe("pages", () => {
  const page = (line: string): Record<string, string> => ({
    "kernel/plan/pages/plan.tsx": `${line}\nexport const page = 1;\n`,
    "kernel/plan/plan.ts": 'import { deep } from "./deep.ts";\nexport const rule = deep;\n',
    "kernel/plan/deep.ts": 'import { readFileSync } from "node:fs";\nexport const deep = readFileSync;\n',
    "kernel/plan/schema.ts": 'import type { Kysely } from "kysely";\nimport { Type } from "typebox";\nexport const shape = [Type] as unknown as Kysely<object>;\n',
    "kernel/plan/text.ts": one,
    "kernel/plan/queries.ts": one,
    "kernel/facts/schema.ts": one,
    "kernel/facts/pages/chart.tsx": one,
    "kernel/facts/facts.ts": one,
    "kernel/pack/schema.ts": one,
    "kernel/pack/pages/list.tsx": one,
    "base/ui/link.tsx": one,
    "base/calendar/calendar.ts": one,
    "base/db/database.ts": 'import pg from "pg";\nexport const pool = pg;\n',
  });

  test.each([
    'import { shape } from "../schema.ts";',
    'import { one } from "../text.ts";',
    'import { one } from "../../facts/pages/chart.tsx";',
    'import { one } from "../../../base/ui/link.tsx";',
    'import { one } from "../../../base/calendar/calendar.ts";',
    'import { useState } from "react";',
    'import type { One } from "../../facts/schema.ts";',
    'import { createAuthClient } from "better-auth/react";',
  ])("%s is well", (line) => expect(said(pages, page(line))).toEqual([]));

  test.each([
    ['import { rule } from "../plan.ts";', "which reaches node:fs through kernel/plan/deep.ts"],
    ['import { one } from "../queries.ts";', "which is the server's"],
    ['import { one } from "../../facts/schema.ts";', "take the rest over the API"],
    ['import type { One } from "../../pack/schema.ts";', "take the rest over the API"],
    ['import type { One } from "../../facts/facts.ts";', "take the rest over the API"],
    ['import { one } from "../../pack/pages/list.tsx";', "noun to its right"],
    ['import { pool } from "../../../base/db/database.ts";', "take the rest over the API"],
    ['import { readFileSync } from "node:fs";', "does not run in a browser"],
    ['import pg from "pg";', "does not run in a browser"],
    ['import { betterAuth } from "better-auth";', "does not run in a browser"],
  ])("%s is refused", (line, why) => {
    const complaints = said(pages, page(line));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^kernel\/plan\/pages\/plan\.tsx:1: /);
    expect(complaints[0]).toMatch(why);
  });
});

test("in web, what the entry reaches runs in the browser; the rest is the build's", () => {
  const files = {
    "web/main.tsx": 'import { shell } from "./shell.tsx";\nshell();\n',
    "web/shell.tsx": 'import { readFileSync } from "node:fs";\nexport const shell = readFileSync;\n',
    "web/guard.ts": 'import { readFileSync } from "node:fs";\nexport const guard = readFileSync;\n',
  };
  expect(said(pages, files)).toEqual(["web/shell.tsx:1: imports node:fs, which does not run in a browser; ask the server for it through base/client."]);
});

test("circles are told once, with the way round", () => {
  const files = {
    "base/a.ts": '\nimport { b } from "./b.ts";\nexport const a = b;\n',
    "base/b.ts": 'import type { C } from "./c.ts";\nexport const b = 1 as C;\n',
    "base/c.ts": 'import { a } from "./a.ts";\nexport type C = typeof a;\n',
    "base/d.ts": 'import { a } from "./a.ts";\nexport const d = a;\n',
  };
  expect(said(cycles, files)).toEqual([
    "base/a.ts:2: imports itself in a circle: base/a.ts → base/b.ts → base/c.ts → base/a.ts; move what both sides need into a file of its own.",
  ]);
});

test("barrels", () => {
  const files = {
    "base/index.ts": 'export { a } from "./a.ts";\n',
    "base/star.ts": 'export * from "./a.ts";\nexport const own = 1;\n',
    "base/list.ts": 'import { a } from "./a.ts";\nexport { a };\n',
    "base/a.ts": 'const a = 1;\nexport { a };\n',
  };
  expect(said(barrels, files).map((row) => row.split(":").slice(0, 2).join(":"))).toEqual(["base/index.ts:1", "base/star.ts:1", "base/list.ts:1"]);
});
