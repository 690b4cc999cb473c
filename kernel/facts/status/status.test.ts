import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fill } from "../../../base/text/text.ts";
import { getPeriod } from "../observation/period.ts";
import type { Bound, Observation, ObservationStatus } from "../schema.ts";
import { inUnit } from "./figures.ts";
import { judge } from "./status.ts";
import type { JudgedTarget, Measured } from "./target.ts";

interface CaseFigure {
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly status: ObservationStatus;
  readonly bound?: Bound;
  readonly published_on?: string;
}
interface Asked {
  readonly as_of: string;
  readonly status: string;
  readonly reason?: string;
  readonly value?: string | null;
  readonly required?: number;
  readonly gap?: number | null;
  readonly ratio?: number;
  readonly years?: string[];
  readonly says?: string;
}
interface Case {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly plan_period: string;
  readonly target: Partial<JudgedTarget>;
  readonly measured: Omit<Measured, "code" | "name"> | null;
  readonly figures: CaseFigure[];
  readonly asked: Asked[];
}

const { cases } = parse(readFileSync(path.join(import.meta.dirname, "cases.yaml"), "utf8")) as { cases: Case[] };

const blank: JudgedTarget = { value: null, value_max: null, unit: "", indicator: "", measure: "level", comparator: "=", period: null, cumulative: false, base: null, reference: null, number: "", quote: "" };

function observation(figure: CaseFigure, index = 0): Observation {
  const period = getPeriod(figure.period);
  return {
    id: String(index), indicator: "example", division: "330800", scope: null, period: period.code, period_start: period.start, period_end: period.end, value: figure.value,
    bound: figure.bound ?? "=", unit: figure.unit, printed: null, status: figure.status, source: { title: "example", address: null }, published_on: figure.published_on ?? null,
    note: null, class: "public", released_on: null, revision: 1, recorded_at: "2026-01-01T00:00:00Z", recorded_by: null, supersedes: null,
  };
}

const measuredAs = (measured: Case["measured"], indicator: string): Measured | null =>
  measured && { ...measured, code: "example", name: { "zh-CN": indicator, en: indicator } };

describe("worked cases", () => {
  for (const each of cases) {
    test(`${each.id}: ${each.title}`, () => {
      expect(each.source).not.toBe("");
      const target = { ...blank, ...each.target };
      for (const asked of each.asked) {
        const found = judge(target, each.figures.map(observation), { asOf: asked.as_of, planPeriod: each.plan_period, measured: measuredAs(each.measured, target.indicator) });
        const { says, value, years, ...expected } = asked;
        expect(found).toMatchObject(expected);
        if (value !== undefined) expect(found.value?.value ?? null).toBe(value);
        if (years !== undefined) expect(found.years.map((year) => year.status)).toEqual(years);
        if (says !== undefined) expect(found.sentence["zh-CN"]).toBe(says);
        for (const sentence of Object.values(found.sentence)) expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(found.method.source.title).not.toBe("");
      }
    });
  }

  test("the path has a point for every year", () => {
    const [gdp] = cases;
    const found = judge({ ...blank, ...gdp?.target }, (gdp?.figures ?? []).map(observation), { asOf: "2024-12-31", planPeriod: "2021/2025", measured: measuredAs(gdp?.measured ?? null, "GDP") });
    expect(found.path).toEqual([["2020", 1639], ["2021", 1811.2], ["2022", 1983.4], ["2023", 2155.6], ["2024", 2327.8], ["2025", 2500]].map(([period, value]) => ({ period, value })));
    expect(found.inputs.map((input) => [input.role, input.period, input.value])).toEqual([["target", "2025", "2500"], ["base", "2020", "1639"], ["value", "2023", "2125.2"]]);
  });

  test("path or limit can be chosen", () => {
    const target: JudgedTarget = { ...blank, value: 20, unit: "%", comparator: "<", period: "2025", number: "20", quote: "低于20%", indicator: "x" };
    const figures = [{ period: "2020", value: "30", unit: "%", status: "final" as const }, { period: "2022", value: "25", unit: "%", status: "final" as const }].map(observation);
    const on = { asOf: "2023-06-30", planPeriod: "2021/2025", measured: measuredAs({ direction: "down", kind: "rate", frequency: "year" }, "x") };
    expect(judge(target, figures, on).status).toBe("off_track");
    expect(judge(target, figures, { ...on, method: "path" })).toMatchObject({ status: "ahead", ratio: 1.25 });
  });
});

// ---- properties

const digits = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 })).map(([n, scale]) => {
  const size = String(Math.abs(n)).padStart(scale + 1, "0");
  return `${n < 0 ? "-" : ""}${scale === 0 ? size : `${size.slice(0, -scale)}.${size.slice(-scale)}`}`;
});
const periods = fc.oneof(fc.integer({ min: 2015, max: 2030 }).map(String), fc.constantFrom("2021/2025", "2022-H1", "2023-Q1", "2022-01/2022-09", "2024-11"));
const days = fc.date({ min: new Date("2016-01-01"), max: new Date("2032-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const units = fc.constantFrom("亿元", "万元", "%", "个", "");
const figures = fc.uniqueArray(
  fc.record({
    period: periods, value: digits, unit: units, status: fc.constantFrom<ObservationStatus>("expected", "preliminary", "final", "revised", "superseded", "derived"),
    bound: fc.constantFrom<Bound>("=", "=", "=", ">", ">=", "<", "<="), published: fc.option(days),
  }),
  { selector: (figure) => figure.period, maxLength: 8 },
).map((list) => list.map(({ published, ...figure }, index) => observation({ ...figure, ...(published !== null && { published_on: published }) }, index)));
const targets: fc.Arbitrary<JudgedTarget> = fc.record({
  value: fc.option(fc.oneof(fc.double(), fc.integer({ min: -1000, max: 100_000 }), digits)), value_max: fc.option(fc.integer({ min: -10, max: 200_000 })), unit: units, indicator: fc.string(),
  measure: fc.constantFrom("level", "flow", "growth", "change", "multiple", "relation", "assigned", "coverage", "event", "else"), comparator: fc.option(fc.constantFrom(">=", ">", "<=", "<", "=", "~", "range")),
  period: fc.option(fc.oneof(periods, fc.constantFrom("yearly", "soon"))), cumulative: fc.boolean(),
  base: fc.option(fc.record({ period: fc.option(periods), value: fc.oneof(digits, fc.double()), unit: units })), reference: fc.option(fc.string()), number: fc.string({ maxLength: 3 }), quote: fc.string(),
});
const measured = fc.option(fc.record({ direction: fc.constantFrom("up" as const, "down" as const, "none" as const), kind: fc.constantFrom("level" as const, "flow" as const, "rate" as const, "index" as const), frequency: fc.constantFrom("year" as const, "irregular" as const) }));

describe("judging", () => {
  test("never throws, and always says something whole in both languages", () => {
    fc.assert(fc.property(targets, figures, days, fc.option(fc.constantFrom("2021/2025", "2021/2035", "soon")), measured, (target, observations, asOf, planPeriod, by) => {
      const found = judge(target, observations, { asOf, planPeriod, measured: measuredAs(by, "x") });
      expect(fill(found.sentence.en)).not.toBe("");
      expect(found.sentence["zh-CN"]).not.toMatch(/undefined|NaN|Infinity/);
      for (const number of [found.required, found.gap, found.ratio]) expect(number === null || Number.isFinite(number)).toBe(true);
    }), { numRuns: 2000 });
  });

  test("uses nothing whose period was not over, or whose source was not out, on that day", () => {
    fc.assert(fc.property(targets, figures, days, measured, (target, observations, asOf, by) => {
      const found = judge(target, observations, { asOf, planPeriod: "2021/2025", measured: measuredAs(by, "x") });
      const used = found.inputs.flatMap((input) => observations.find((each) => each.id === input.observation) ?? []);
      for (const each of [...used, ...(found.value ? [found.value] : [])]) {
        expect(each.period_end < asOf).toBe(true);
        expect(each.published_on === null || each.published_on <= asOf).toBe(true);
        expect(["superseded", "derived"]).not.toContain(each.status);
      }
      const later = observations.filter((each) => each.period_end < asOf && (each.published_on === null || each.published_on <= asOf));
      const again = judge(target, later, { asOf, planPeriod: "2021/2025", measured: measuredAs(by, "x") });
      expect([again.status, again.required, again.ratio]).toEqual([found.status, found.required, found.ratio]);
    }), { numRuns: 2000 });
  });

  const ranks: Readonly<Record<string, number>> = { off_track: 0, at_risk: 1, on_track: 2, ahead: 3, not_met: 0, met: 3 };

  test("a better figure never stands worse", () => {
    const numbers = fc.integer({ min: -1000, max: 1000 });
    fc.assert(fc.property(numbers, numbers, numbers, numbers, fc.constantFrom("up" as const, "down" as const), fc.constantFrom("=", ">=", ">", "<", "<="), fc.constantFrom("2023-06-30", "2026-06-30"), (base, goal, one, other, direction, comparator, asOf) => {
      const rising = comparator === "=" ? direction === "up" : comparator.startsWith(">");
      const target: JudgedTarget = { ...blank, value: goal, unit: "%", comparator, period: "2025", base: { period: "2020", value: base, unit: "%" } };
      const stands = (value: number) => {
        const period = asOf.startsWith("2023") ? "2022" : "2025";
        return judge(target, [observation({ period, value: String(value), unit: "%", status: "final" })], { asOf, planPeriod: "2021/2025", measured: measuredAs({ direction, kind: "rate", frequency: "year" }, "x") });
      };
      const [worse, better] = (one < other) === rising ? [one, other] : [other, one];
      expect(ranks[stands(better).status]).toBeGreaterThanOrEqual(ranks[stands(worse).status] ?? 0);
    }), { numRuns: 2000 });
  });

  test("a bound never decides what the figures it allows do not all say", () => {
    const numbers = fc.integer({ min: 0, max: 200 });
    fc.assert(fc.property(numbers, numbers, numbers, fc.constantFrom<Bound>(">", ">=", "<", "<="), fc.nat({ max: 300 }), fc.constantFrom("2023-06-30", "2026-06-30"), (base, goal, value, bound, step, asOf) => {
      const target: JudgedTarget = { ...blank, value: goal, unit: "%", period: "2025", base: { period: "2020", value: base, unit: "%" } };
      const stands = (figure: Pick<CaseFigure, "value" | "bound">) =>
        judge(target, [observation({ period: asOf.startsWith("2023") ? "2022" : "2025", unit: "%", status: "final", ...figure })], { asOf, planPeriod: "2021/2025", measured: measuredAs({ direction: "up", kind: "rate", frequency: "year" }, "x") });
      const bounded = stands({ value: String(value), bound });
      if (bounded.reason === "bound-open") return;
      const allowed = bound.startsWith(">") ? value + step + 1 : value - step - 1;
      expect(stands({ value: String(allowed) }).status).toBe(bounded.status);
    }), { numRuns: 2000 });
  });
});

test("figures are shown in the target's unit, with what was printed kept; one that does not fit stays as it is", () => {
  const shown = inUnit(observation({ period: "2025", value: "104567", unit: "元", status: "final" }), "万元");
  expect([shown.value, shown.unit, shown.printed]).toEqual(["10.4567", "万元", "104567 元"]);
  const strange = observation({ period: "2025", value: "5", unit: "个", status: "final" });
  expect(inUnit(strange, "万元")).toEqual(strange);
});

test("of grades the better ones bear the lower numbers: Ⅲ does not meet Ⅱ类以上, Ⅰ does", () => {
  const target: JudgedTarget = { ...blank, value: 2, unit: "类", comparator: ">=", period: "2025", indicator: "水质" };
  const measured: Measured = { code: "water", name: { "zh-CN": "水质", en: "water" }, direction: "down", kind: "level", frequency: "year" };
  const grade = (value: string) => judge(target, [observation({ period: "2025", value, unit: "类", status: "final" })], { asOf: "2026-06-30", planPeriod: "2021/2025", measured }).status;
  expect([grade("3"), grade("2"), grade("1")]).toEqual(["not_met", "met", "met"]);
});
