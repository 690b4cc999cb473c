import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compare, compareDecimals, decimalOf, divide, exact, fraction, multiply, subtract, terminates, toDecimal } from "../decimal.ts";
import { convert, findFactor, findUnit } from "../indicator/unit.ts";
import { comparePeriods, getPeriod, hasBegun, hasEnded, isDay, isYearLong, monthOf, readPeriod } from "./period.ts";
import { readValue } from "./value.ts";

describe("periods", () => {
  const read: Readonly<Record<string, string | undefined>> = {
    "2020": "2020", "2023-H1": "2023-H1", "2022-Q1": "2022-Q1", "2022-11": "2022-11", "2022-01/2022-09": "2022-01/2022-09", "2021/2025": "2021/2025",
    "2023H1": "2023-H1", "2023h2": "2023-H2", "2022Q1": "2022-Q1", "2022Q1-Q3": "2022-01/2022-09", "2022Q1-2022Q3": "2022-01/2022-09", "2020Q1-Q4": "2020", "2023-01/2023-11": "2023-01/2023-11",
    "2022年": "2022", "2022年1-9月": "2022-01/2022-09", "2022年1月—9月": "2022-01/2022-09", "2022年前三季度": "2022-01/2022-09", "2022年第一季度": "2022-Q1", "2022年一季度": "2022-Q1",
    "2022年上半年": "2022-H1", "2022年下半年": "2022-H2", "2022年11月": "2022-11", "２０２２年１—９月": "2022-01/2022-09", "2021-2025年": "2021/2025", "2021—2025": "2021/2025", "2021-2025": "2021/2025",
    "2022-01/2022-12": "2022", "2022-01/2022-06": "2022-H1", "2022-04/2022-06": "2022-Q2", "2022-07/2022-07": "2022-07", "2021-01/2025-12": "2021/2025", "2025/2025": "2025", " 2020 ": "2020",
    "2022-13": undefined, "2022-00": undefined, "2022-Q5": undefined, "2022.11": undefined, "2022-1": undefined, "20221": undefined, "2020-12/2021-01": undefined, "2025/2021": undefined,
    "2022年9-1月": undefined, "1066": undefined, "": undefined, "明年": undefined, "2022-11-30": undefined, "２０２２-1３": undefined,
  };
  test.each(Object.entries(read))("%s", (text, code) => expect(readPeriod(text)?.code).toBe(code));

  test("a code reads as itself, and no two codes are the same stretch of time", () => {
    const codes = Object.values(read).filter((code) => code !== undefined);
    for (const code of codes) expect(getPeriod(code).code).toBe(code);
    const spans = new Map(codes.map((code) => [`${getPeriod(code).start} ${getPeriod(code).end}`, code]));
    expect(spans.size).toBe(new Set(codes).size);
    expect(() => getPeriod("soon")).toThrow(RangeError);
  });

  test("first and last day, begun, over", () => {
    expect(getPeriod("2024-Q1")).toMatchObject({ start: "2024-01-01", end: "2024-03-31", kind: "quarter" });
    expect([getPeriod("2024-02").end, getPeriod("2100-02").end]).toEqual(["2024-02-29", "2100-02-28"]);
    const year = getPeriod("2024");
    expect([hasBegun(year, "2023-12-31"), hasBegun(year, "2024-01-01"), hasEnded(year, "2024-12-31"), hasEnded(year, "2025-01-01")]).toEqual([false, true, false, true]);
    expect([isYearLong(year), isYearLong(getPeriod("2021/2025")), isYearLong(getPeriod("2024-H1"))]).toEqual([true, false, false]);
    expect(monthOf("2023-12-31") - monthOf("2020-12-31")).toBe(36);
    expect(["2024-02-30", "2024-02-29", "2024-1-1", "x"].map(isDay)).toEqual([false, true, false, false]);
    const sorted = ["2022", "2022-Q4", "2021/2025", "2022-H1", "2021"].map(getPeriod).sort(comparePeriods).map((period) => period.code);
    expect(sorted).toEqual(["2021", "2022-H1", "2022", "2022-Q4", "2021/2025"]);
  });

  test("never throws on what people write", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789-/年月季度QH上下半前—") })), (text) => {
      const period = readPeriod(text);
      expect(period === undefined || (period.start <= period.end && readPeriod(period.code)?.code === period.code)).toBe(true);
    }), { numRuns: 2000 });
  });
});

describe("figures", () => {
  test.each([
    [">10", ">", "10"], [">=57", ">=", "57"], ["<26", "<", "26"], ["<=26", "<=", "26"], ["≥ 57", ">=", "57"], ["≤５７", "<=", "57"], ["＞１０", ">", "10"], ["=3", "=", "3"],
    ["２５００．５", "=", "2500.5"], ["1,542,042", "=", "1542042"], ["2,500.5", "=", "2500.5"], ["１，５４２，０４２", "=", "1542042"], ["229.0", "=", "229.0"], ["-5.0", "=", "-5.0"], ["−21.4", "=", "-21.4"],
    ["007", "=", "7"], ["-0.0", "=", "0.0"], ["+3", "=", "3"], [" 12 ", "=", "12"], ["6.4%", "=", "6.4"],
  ])("%s is read", (text, bound, value) => expect(readValue(text)).toMatchObject({ bound, value }));

  test.each([
    ["六十", "not-a-number"], ["约10", "not-a-number"], ["--3", "not-a-number"], [".5", "not-a-number"], ["5.", "not-a-number"], ["NaN", "not-a-number"], ["", "empty"], [">", "empty"], ["  ", "empty"],
    ["2,500", "separator-ambiguous"], ["0,250", "separator"], ["12,50", "separator"], ["1 542", "separator"], ["1,5420,42", "separator"], ["1'542", "separator"],
    ["5万", "unit-in-value"], ["2500亿元", "unit-in-value"], ["1e5", "exponent"], ["1.2E+05", "exponent"], ["1".repeat(19), "too-long"], ["0.1234567890123", "too-long"],
  ])("%s is refused as %s", (text, fault) => expect(readValue(text)).toBe(fault));

  test("numbers of JSON are taken as they print", () => {
    expect([1e-7, 2262.83, -0, 1e21, Number.NaN, Number.POSITIVE_INFINITY].map((number) => (({ value }) => value)(readValue(number) as { value?: string }) ?? readValue(number)))
      .toEqual(["0.0000001", "2262.83", "0", "too-long", "not-a-number", "not-a-number"]);
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(Number(decimalOf(number))).toBe(number === 0 ? 0 : number);
    }));
  });

  test("never throws, and what is read is a decimal", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,-<>=%+ eE，．") })), (text) => {
      const read = readValue(text);
      if (typeof read !== "string") expect(read.value).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
    }), { numRuns: 2000 });
  });
});

describe("units", () => {
  test.each([
    ["1542042", "万元", "亿元", "154.2042"], ["2.5", "万亿元", "亿元", "25000"], ["6.3", "万亩", "公顷", "4200"], ["1", "公顷", "亩", "15"], ["1", "平方公里", "万亩", "0.15"], ["3", "平方米", "亩", "0.0045"],
    ["26", "微克/立方米", "μg/m3", "26"], ["26", "µg/m³", "微克/立方米", "26"], ["0.026", "毫克/立方米", "μg/m3", "26"], ["2276184", "人", "万人", "227.6184"], ["60141", "吨", "万吨", "6.0141"],
    ["1", "亿千瓦时", "万千瓦时", "10000"], ["1", "万Nm3", "Nm3", "10000"], ["5", "‰", "%", "0.5"], ["1.2", "吨标准煤/万元", "吨标准煤/亿元", "12000"], ["3", "万户", "户", "30000"], ["5", "％", "%", "5"], ["7", "奇怪", "奇怪", "7"],
  ])("%s %s in %s is %s", (value, from, to, result) => expect(convert(value, from, to)).toEqual({ value: result, exact: true }));

  test.each([["万人", "亿元"], ["%", "个百分点"], ["%", ""], ["个", "家"], ["锤", "吨"], ["吨/年/人", "吨/年"], ["", "个"]])("%s is not %s", (from, to) => expect(convert("1", from, to)).toBeUndefined());

  test("says where a conversion does not come out even", () => expect(convert("1", "亩", "公顷")).toEqual({ value: "0.066666666667", exact: false }));

  test("千瓦时 is not a thousand 瓦时, 千克 no thousand of nothing", () => {
    expect([findUnit("千瓦时")?.dimension, findUnit("千克")?.dimension, findUnit("百分点")?.dimension, findUnit("十")]).toEqual(["electricity", "mass", "points", undefined]);
  });

  test("there and back is the same", () => {
    const units = fc.constantFrom("元", "万元", "亿元", "万亿元", "千元");
    fc.assert(fc.property(fc.integer(), units, units, (n, from, to) => {
      const there = multiply(fraction(BigInt(n)), findFactor(from, to) ?? fraction(0n));
      expect(multiply(there, findFactor(to, from) ?? fraction(0n))).toEqual(fraction(BigInt(n)));
    }));
  });
});

describe("exact decimals", () => {
  const fractions = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([n, d]) => fraction(n, d));

  test("0.1 + 0.2 is 0.3", () => expect(toDecimal(add(exact("0.1"), exact("0.2")), 20)).toBe("0.3"));

  test("the laws of fractions", () => {
    fc.assert(fc.property(fractions, fractions, fractions, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      expect(compare(a, b) + compare(b, a)).toBe(0);
    }));
    expect(() => divide(exact("1"), exact("0"))).toThrow(RangeError);
  });

  test("rounds half away from zero and writes no trailing zeros", () => {
    expect(["0.125", "-0.125", "2.50", "0.004", "-0.004", "1000"].map((text) => toDecimal(exact(text), 2))).toEqual(["0.13", "-0.13", "2.5", "0", "0", "1000"]);
    expect([terminates(fraction(1n, 8n)), terminates(fraction(1n, 3n))]).toEqual([true, false]);
  });

  test("comparing decimals equals comparing fractions", () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 })).map(([n, digits]) => toDecimal(fraction(n, 10n ** BigInt(digits)), 12));
    fc.assert(fc.property(decimals, decimals, (a, b) => {
      expect(compareDecimals(a, b)).toBe(compare(exact(a), exact(b)));
    }));
    expect(compareDecimals("100000000000000000.1", "100000000000000000.2")).toBe(-1);
    expect(compareDecimals("1.0", "1.00")).toBe(0);
  });
});
