import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { progressOf, type Series } from "./growth-ratio.ts";
import { readSeriesFile } from "./series-file.ts";

const series = (more: Partial<Series>): Series => ({ direction: 1, base: { year: 2015, value: 100 }, current: { year: 2020, value: 110 }, target: { year: 2030, value: 130 }, limit: null, ...more });

describe("growth ratio", () => {
  it("is yearly growth reached to yearly growth required", () => {
    const { value, actual, required, status } = progressOf(series({}));
    expect(actual).toBeCloseTo(1.1 ** (1 / 5) - 1, 12);
    expect(required).toBeCloseTo(1.3 ** (1 / 15) - 1, 12);
    expect(value).toBeCloseTo((1.1 ** (1 / 5) - 1) / (1.3 ** (1 / 15) - 1), 12);
    expect(status).toBe("substantial_progress");
  });

  it.each<[string, Partial<Series>, string, string]>([
    ["reached", { current: { year: 2020, value: 131 } }, "target_achieved", "reached"],
    ["reached downward", { direction: -1, current: { year: 2020, value: 80 }, target: { year: 2030, value: 80 } }, "target_achieved", "reached"],
    ["too slow", { current: { year: 2020, value: 106 } }, "moderate_progress", "compared-with-required"],
    ["hardly", { current: { year: 2020, value: 101 } }, "limited_progress", "compared-with-required"],
    ["the wrong way", { current: { year: 2020, value: 99 } }, "deterioration", "compared-with-required"],
    ["toward zero", { direction: -1, current: { year: 2020, value: 1 }, target: { year: 2030, value: 0 } }, "substantial_progress", "compared-with-required"],
    ["no target, up", { target: { year: 2030, value: null } }, "substantial_progress", "growth-alone"],
    ["no target, down is better", { direction: -1, target: { year: 2030, value: null } }, "deterioration", "growth-alone"],
    ["no target, near its ceiling", { base: { year: 2015, value: 98 }, current: { year: 2020, value: 99.5 }, target: { year: 2030, value: null }, limit: 100 }, "substantial_progress", "reaches-limit"],
    ["nothing known", { current: null }, "not_available", "no-figures"],
    ["from nothing", { base: { year: 2015, value: 0 } }, "not_available", "no-growth-from-base"],
    ["at once", { current: { year: 2015, value: 100 } }, "not_available", "no-time-between"],
    ["nothing to be done", { target: { year: 2030, value: 100 }, direction: -1, current: { year: 2020, value: 101 } }, "not_available", "nothing-required"],
  ])("%s", (_what, more, status, reason) => expect(progressOf(series(more))).toMatchObject({ status, reason }));
});

describe("a table of series", () => {
  const head = "id,direction,base_period,base_value,current_period,current_value,target_period,target_value,limit\n";
  const read = (rows: string) => readSeriesFile(new TextEncoder().encode(head + rows), "series.csv");

  it("is read whole", () => {
    expect(read("a,up,2015,14.5,2023,10.2,2030,7.25,\nb,-1,2015.0,1e-3,,,2030,,100\n").series).toEqual([
      { id: "a", direction: 1, base: { year: 2015, value: 14.5 }, current: { year: 2023, value: 10.2 }, target: { year: 2030, value: 7.25 }, limit: null },
      { id: "b", direction: -1, base: { year: 2015, value: 0.001 }, current: null, target: { year: 2030, value: null }, limit: 100 },
    ]);
  });

  it("tells every fault with its place and gives nothing then", () => {
    const { series: none, faults } = read('a,sideways,2015,"1,000",2023,x,soon,7,\na,up,2015,1,2016,2,2030,3,\n,up,2015,1,2016,2,,3,\n');
    expect(none).toEqual([]);
    expect(faults.map((fault) => fault.at)).toEqual([
      "series.csv:2 (base_value)", "series.csv:2 (current_value)", "series.csv:2 (target_period)", "series.csv:2 (direction)", "series.csv:4 (target_period)", "series.csv:4 (id)", "series.csv:3 (id)",
    ].toSorted((a, b) => faults.findIndex((fault) => fault.at === a) - faults.findIndex((fault) => fault.at === b)));
  });
});

interface Published {
  base_value: number | null;
  base_year: number | null;
  current_value: number | null;
  current_year: number | null;
  direction: number;
  limit: number | null;
  progress_value: number | null;
  status: string;
  target: number | null;
  target_year: number | null;
}

const oracle = new URL("../../../../shared/oracles/statcan/sdg-progress.yml", import.meta.url);
describe.skipIf(!existsSync(oracle))("published progress values (../shared/oracles/statcan)", () => {
  const cell = (value: number | null): string => (value === null ? "" : String(value));
  const published = existsSync(oracle)
    ? Object.values(parse(readFileSync(oracle, "utf8")) as Record<string, Record<string, Published | string | null>>).flatMap((entry) =>
      Object.entries(entry).flatMap(([id, one]) => (typeof one === "object" && one !== null ? [{ id, ...one }] : [])))
    : [];
  const csv = published.map((one, index) =>
    [`${index}`, one.direction, cell(one.base_year), cell(one.base_value), cell(one.current_year), cell(one.current_value), cell(one.target_year), cell(one.target), cell(one.limit)].join(","));
  const { series: all, faults } = readSeriesFile(new TextEncoder().encode(`id,direction,base_period,base_value,current_period,current_value,target_period,target_value,limit\n${csv.join("\n")}`), "sdg.csv");
  const computed = all.map(progressOf);

  it("are reproduced to 1e-6 in size, every one", () => {
    expect(faults).toEqual([]);
    const given = published.filter((one) => one.progress_value !== null);
    const equal = published.filter((one, index) => one.progress_value !== null && Math.abs(Math.abs(one.progress_value) - Math.abs(computed[index]?.value ?? Number.NaN)) < 1e-6);
    console.log(`${equal.length} of ${given.length} progress values (zero bases counted in)`);
    expect(equal).toHaveLength(given.length);
    expect(given).toHaveLength(175);
  });

  it("are labelled alike in at least 165 of 175", () => {
    const labelled = published.flatMap((one, index) => (one.progress_value === null ? [] : [{ theirs: one.status, ours: computed[index]?.status }]));
    const alike = labelled.filter(({ theirs, ours }) => theirs === ours).length;
    console.log(`${alike} of ${labelled.length} labels`);
    expect(alike).toBeGreaterThanOrEqual(165);
  });
});
