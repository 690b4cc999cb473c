import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type CsvRow, readCsv } from "../../base/files/csv.ts";
import { compilePlan } from "../../kernel/plan/compile/compile.ts";
import { measureFaults, measureWarnings } from "../../kernel/plan/load.ts";
import { readFacts } from "../../kernel/facts/load.ts";
import { readShapes } from "../../kernel/map/load.ts";
import { MeasuresFile } from "../../kernel/plan/schema.ts";
import { readYaml } from "../../base/files/yaml.ts";
import { fill } from "../../base/text/text.ts";
import { getCityFolder } from "../../kernel/registry/folder.ts";

const here = import.meta.dirname;
const columns = ["indicator", "division", "scope", "period", "value", "bound", "unit", "status", "source_title", "source_address", "published", "note"] as const;
type Column = (typeof columns)[number];
type Row = CsvRow<Column>["cells"];

const observations = readCsv(readFileSync(path.join(here, "observations.csv")), { required: columns, name: "observations.csv" });
const rows: readonly Row[] = observations.rows.map((row) => row.cells);
const folder = getCityFolder(here);

/** Hundredths, so that sums of published figures are exact. */
const hundredths = (value: string): number => Math.round(Number(value) * 100);
const figure = (indicator: string, division: string, period: string): string => {
  const found = rows.filter((row) => row.indicator === indicator && row.division === division && row.period === period);
  if (found.length !== 1) throw new Error(`${found.length} rows of ${indicator} ${division} ${period}`);
  return found[0]?.value ?? "";
};

describe("the shipped figures", () => {
  test("145 of 161 rows, each with an indicator, a division and a source", () => {
    expect(observations.faults).toEqual([]);
    const statuses = Object.groupBy(rows, (row) => row.status);
    const counts = Object.fromEntries(Object.entries(statuses).map(([status, of]) => [status, of?.length]));
    expect(counts).toEqual({ preliminary: 97, final: 38, expected: 6, superseded: 3, derived: 1 });
    const divisions = new Set(folder.divisions.map((division) => division.code));
    for (const row of rows) {
      expect(divisions.has(row.division), row.division).toBe(true);
      expect(row.source_title).not.toBe("");
      expect(row.value).toMatch(/^-?\d+(\.\d+)?$/);
      expect(["=", ">", "<", ">=", "<="]).toContain(row.bound);
      // A source without an address, or with one that leads to a site only, says so.
      expect(row.source_address === "" ? row.note !== "" : /^https?:\/\/[^\s…]+$/.test(row.source_address), JSON.stringify(row)).toBe(true);
    }
  });

  test("no figure stands twice, and what was a target is none", () => {
    expect(new Set(rows.map((row) => `${row.indicator} ${row.division} ${row.scope} ${row.period}`)).size).toBe(rows.length);
    expect(rows.some((row) => (row.status as string) === "target")).toBe(false);
    expect(figure("gdp", "330800", "2025")).toBe("2400");
  });

  test("bounds are bounds", () => {
    expect(rows.filter((row) => row.bound !== "=").map((row) => [row.indicator, row.division, row.period, row.bound, row.value])).toEqual([
      ["gdp_per_capita", "330800", "2025", ">", "10"],
      ["pm25", "330824", "2015", "<=", "26"],
    ]);
  });

  test("the facts noun reads them without a fault", () => {
    const { value, faults } = readFacts(here);
    expect(faults.map((fault) => `${fault.at} ${fill(fault.said.en, fault.values)}`)).toEqual([]);
    expect([value?.indicators.length, value?.observations.length]).toEqual([82, 145]);
  });
});

describe("check numbers", () => {
  test.each([["330800", "2024"], ["330800", "2023-H1"], ["330800", "2022-Q1"], ["330800", "2022-01/2022-09"], ["330822", "2020"], ["330822", "2022"]])(
    "the three sectors of %s in %s add up to its gross product",
    (division, period) => {
      const sectors = ["primary_value_added", "secondary_value_added", "tertiary_value_added"].map((indicator) => hundredths(figure(indicator, division, period)));
      expect(sectors.reduce((a, b) => a + b)).toBe(hundredths(figure("gdp", division, period)));
    },
  );

  test("men and women of the census are all", () => {
    expect(Number(figure("census_population_male", "330800", "2020")) + Number(figure("census_population_female", "330800", "2020"))).toBe(Number(figure("census_population", "330800", "2020")));
  });

  test("registered population: six divisions make the city, two districts the urban area", () => {
    const sum = (codes: readonly string[]): number => codes.reduce((total, code) => total + hundredths(figure("registered_population", code, "2021")), 0);
    expect(sum(["330802", "330803", "330822", "330824", "330825", "330881"])).toBe(25_594);
    expect(sum(["330802", "330803", "330822", "330824", "330825", "330881"])).toBe(hundredths(figure("registered_population", "330800", "2021")));
    const urban = folder.divisions.find((division) => division.code === "qz_urban");
    expect(sum(urban?.members ?? [])).toBe(hundredths(figure("registered_population", "qz_urban", "2021")));
  });

  test("324 of 365 days, the ratio of incomes, the derived PM2.5, the classes of water", () => {
    expect(((Number(figure("good_air_days", "330800", "2018")) / 365) * 100).toFixed(1)).toBe(figure("good_air_share", "330800", "2018"));
    const ratio = Number(figure("income_per_capita_urban", "330800", "2014")) / Number(figure("income_per_capita_rural", "330800", "2014"));
    expect(ratio.toFixed(3)).toBe("1.992");
    expect(ratio.toFixed(2)).toBe(figure("income_ratio_urban_rural", "330800", "2014"));
    expect((33 / (1 - 0.214)).toFixed(2)).toBe("41.98");
    expect(hundredths(figure("river_sections_class_1_2", "330800", "2018")) + hundredths(figure("river_sections_class_3", "330800", "2018"))).toBe(10_000);
  });

  test("what must not be chained is marked", () => {
    const superseded = rows.filter((row) => row.status === "superseded").map((row) => `${row.indicator} ${row.division} ${row.period}`);
    expect(superseded).toEqual(["resident_population 330800 2019", "urbanisation_rate 330800 2019", "resident_population 330881 2019"]);
  });
});

describe("the rest of the folder", () => {
  test("every source body, lead and measure is one of this city, and every measured target one of its plan", async () => {
    const facts = readFacts(here).value;
    const measures = readYaml(path.join(here, "measures.yaml"), MeasuresFile);
    expect(measures.faults).toEqual([]);
    const known = {
      indicators: new Set(facts?.indicators.map((indicator) => indicator.code)),
      divisions: new Set(folder.divisions.map((division) => division.code)),
      bodies: new Set(folder.bodies.map((body) => body.code)),
    };
    const strange = facts?.indicators.filter((indicator) => !known.bodies.has(indicator.source_body ?? "")).map((indicator) => indicator.code);
    expect(strange).toEqual([]);
    const plan = await compilePlan(readFileSync(path.join(here, folder.city.plan.document)), folder.city.plan.document);
    const faults = measures.value ? [...measureFaults(measures.value, known, measures.at), ...measureWarnings(plan, measures.value, measures.at)] : [];
    expect(faults.map((fault) => `${fault.at} ${fill(fault.said.en, fault.values)}`)).toEqual([]);
    for (const { clause } of measures.value?.duties ?? []) expect(readFileSync(path.join(here, folder.city.plan.document), "utf8"), clause).toContain(clause);
  });

  test("bodies have two to six duties each, and posts instead of persons", () => {
    for (const body of folder.bodies) {
      expect(body.duties.length, body.code).toBeGreaterThanOrEqual(2);
      expect(body.duties.length, body.code).toBeLessThanOrEqual(6);
      for (const post of body.posts) expect(post["zh-CN"]).toMatch(/^(副?(主任|局长|部长|书记|市长|区长|县长|队长|行长|主席)|(书记|副书记)、(主任|副主任)|分管副职)$/);
    }
  });

  test("six shapes for six counties", () => {
    expect(readShapes(here)).toMatchObject({ faults: [] });
    expect(readShapes(here).value?.features.map((feature) => feature.properties.division)).toEqual(
      folder.divisions.filter((division) => division.level === "county").map((division) => division.code),
    );
  });
});

const source = path.resolve(here, "../../../shared/facts/quzhou-observations.csv");

describe.skipIf(!existsSync(source))("against the collected rows (skipped where ../shared is missing)", () => {
  const collected = existsSync(source)
    ? readCsv(readFileSync(source), { required: ["indicator", "division", "period", "value", "unit", "status", "source_url", "source_title"], name: "collected" }).rows.map((row) => row.cells)
    : [];

  test("every row is accounted for: 161 = 145 shipped + 16 targets", () => {
    expect(collected).toHaveLength(161);
    const kept = collected.filter((row) => row.status !== "target");
    expect([kept.length, collected.length - kept.length]).toEqual([145, 16]);
    // Shipped in the order collected, so row stands beside row.
    kept.forEach((row, i) => {
      const shipped = rows[i];
      expect(`${shipped?.bound === "=" ? "" : shipped?.bound}${shipped?.value} ${shipped?.unit}`).toBe(`${row.value} ${row.unit}`);
      expect(shipped?.status).toBe(row.status === "estimate" ? "expected" : row.status);
      expect(shipped?.period.slice(0, 4)).toBe(row.period.slice(0, 4));
      expect(row.source_title.startsWith(shipped?.source_title.slice(0, 10) ?? "–")).toBe(true);
    });
  });

  test("the shapes are those collected", () => {
    const geojson = path.resolve(path.dirname(source), "quzhou-divisions.geojson");
    const theirs = JSON.parse(readFileSync(geojson, "utf8")) as { features: { properties: { id: string }; geometry: unknown }[] };
    const ours = new Map(readShapes(here).value?.features.map((feature) => [feature.properties.division, feature.geometry]));
    for (const { properties, geometry } of theirs.features) expect(ours.get(properties.id)).toEqual(geometry);
  });
});
