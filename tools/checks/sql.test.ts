import { expect, test } from "vitest";
import { migrations, sqlPlaces } from "./sql.ts";
import { said } from "./testing.ts";

test("SQL stands only in queries, migrations and base/db", () => {
  const files = {
    "kernel/facts/facts.ts": 'export const a = (db: D) => db.selectFrom("facts_observation");\nexport const b = sql`select 1`;\nexport const c = "SELECT 1 FROM facts_observation";\nexport const d = "Select a status from the list";\n',
    "kernel/facts/queries.ts": 'export const a = (db: D) => db.selectFrom("x");\n',
    "kernel/facts/queries/find.ts": "export const b = sql`select 1`;\n",
    "base/db/roles.ts": 'export const c = "GRANT a TO b";\n',
    "kernel/facts/facts.test.ts": "export const b = sql`select 1`;\n",
  };
  expect(said(sqlPlaces, files).map((row) => row.split(" stands")[0])).toEqual([
    "kernel/facts/facts.ts:1: .selectFrom()",
    "kernel/facts/facts.ts:2: sql`…`",
    "kernel/facts/facts.ts:3: a statement of SQL",
  ]);
});

const table = "CREATE TABLE facts_observation (\n  id uuid PRIMARY KEY,\n  area public.ltree NOT NULL,\n  body text,\n  class text NOT NULL\n);\nALTER TABLE facts_observation ENABLE ROW LEVEL SECURITY;\n";
const of = (sql: string, path = "kernel/facts/migrations/0001-facts.sql"): string[] => said(migrations, { [path]: sql });

test("a table by the rules of storage is well", () => {
  expect(of(table)).toEqual([]);
  expect(of("-- no row-level security: the same for every reader\nCREATE TABLE facts_unit (id uuid PRIMARY KEY);")).toEqual([]);
  expect(of("CREATE TABLE anything (id uuid PRIMARY KEY);", "base/audit/migrations/0001-audit.sql")).toEqual([]);
});

test("each rule broken is named with its line", () => {
  expect(of("\nCREATE TABLE observation (id uuid);")).toEqual([
    "kernel/facts/migrations/0001-facts.sql:2: the table observation is not named facts_…; a table carries its noun's name.",
    "kernel/facts/migrations/0001-facts.sql:2: the table observation has no primary key; give it one.",
    'kernel/facts/migrations/0001-facts.sql:2: the table observation is not under row-level security; enable it, or say why above it: "-- no row-level security: <reason>".',
  ]);
  expect(of(table.replace("  area public.ltree NOT NULL,\n", ""))[0]).toContain("has no column area");
  for (const line of [
    "CREATE TRIGGER t BEFORE INSERT ON x EXECUTE FUNCTION f();",
    "ALTER TABLE x ADD FOREIGN KEY (a) REFERENCES y DEFERRABLE;",
    "ALTER TABLE x FORCE ROW LEVEL SECURITY;",
    "ALTER TABLE x INHERITS (y);",
    "UPDATE x SET a = random();",
  ]) expect(of(`${table}${line}`), line).toHaveLength(1);
  expect(of(`${table}-- no TRIGGER here, nothing DEFERRABLE\n`)).toEqual([]);
});

test("what may be changed in place is listed in ARCHITECTURE.md", () => {
  const sql = "GRANT SELECT, INSERT ON facts_a TO gangju_app;\nGRANT SELECT, UPDATE, DELETE ON facts_a, facts_b TO gangju_app;\n";
  const files = { "kernel/facts/migrations/0001-facts.sql": sql, "ARCHITECTURE.md": "Working state: `facts_a`.\n" };
  expect(said(migrations, files)).toEqual([
    "kernel/facts/migrations/0001-facts.sql:2: rows of facts_b may be changed in place; append instead, or name the table in the list of working state in ARCHITECTURE.md.",
  ]);
});

test("migrations are numbered without a gap", () => {
  expect(said(migrations, { "kernel/facts/migrations/0001-facts.sql": "", "kernel/facts/migrations/0003-more.sql": "", "kernel/plan/migrations/first.sql": "" })).toEqual([
    "kernel/facts/migrations/0003-more.sql:1: has the number 0003 where 0002 is next; migrations are numbered without a gap.",
    "kernel/plan/migrations/first.sql:1: is not named 0001-what-it-does.sql; name it so.",
  ]);
});
