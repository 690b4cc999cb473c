import { type Static, Type } from "typebox";
import { divide, exact, type Fraction, fraction, multiply, terminates, toDecimal } from "../decimal.ts";
import { methodHead, readMethod } from "../methods.ts";

const Factors = Type.Record(Type.String(), Type.String({ pattern: "^\\d+(/\\d+)?$" }));

const UnitTable = Type.Object(
  { ...methodHead, multipliers: Factors, dimensions: Type.Record(Type.String(), Factors) },
  { additionalProperties: false },
);

interface Unit {
  /** What may be converted into each other: money, mass/volume. */
  readonly dimension: string;
  readonly factor: Fraction;
}

const table: Static<typeof UnitTable> = readMethod(import.meta.dirname, "units.yaml", UnitTable);

const factorOf = (text: string): Fraction => {
  const [n = "1", d = "1"] = text.split("/");
  return fraction(BigInt(n), BigInt(d));
};

const units: ReadonlyMap<string, Unit> = new Map(
  Object.entries(table.dimensions).flatMap(([dimension, named]) =>
    Object.entries(named).map(([name, factor]) => [name, { dimension, factor: factorOf(factor) }] as const),
  ),
);

/** Longest first, so that 十万 is not read as 十 and a rest. */
const multipliers = Object.entries(table.multipliers)
  .map(([name, factor]) => [name, factorOf(factor)] as const)
  .sort(([a], [b]) => b.length - a.length);

/** One spelling for one unit: full-width signs, spaces and the two Greek mu are made one. */
export const plainUnit = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\s\u3000]+/g, "").replaceAll("µ", "μ");

function simple(name: string): Unit | undefined {
  const whole = units.get(name);
  if (whole) return whole;
  for (const [multiplier, factor] of multipliers) {
    const unit = name.startsWith(multiplier) ? units.get(name.slice(multiplier.length)) : undefined;
    if (unit) return { dimension: unit.dimension, factor: multiply(factor, unit.factor) };
  }
  return undefined;
}

/** Reads 万亩, 亿元, μg/m3, 吨/万元; undefined where the table does not know it. No unit ("") is a plain number. */
export function findUnit(text: string): Unit | undefined {
  const name = plainUnit(text);
  if (name === "") return { dimension: "one", factor: fraction(1n) };
  const parts = name.split("/");
  const [over = "", under] = parts;
  if (under === undefined) return simple(over);
  const [a, b] = [simple(over), simple(under)];
  return a && b && parts.length === 2 ? { dimension: `${a.dimension}/${b.dimension}`, factor: divide(a.factor, b.factor) } : undefined;
}

const one: Fraction = { n: 1n, d: 1n };

/** How many of `to` one `from` is; undefined where they cannot be converted, or one is not known and they differ. */
export function findFactor(from: string, to: string): Fraction | undefined {
  if (from === to || plainUnit(from) === plainUnit(to)) return one;
  const [a, b] = [findUnit(from), findUnit(to)];
  return a && b && a.dimension === b.dimension ? divide(a.factor, b.factor) : undefined;
}

/** Digits kept where a conversion does not come out even (亩 to 公顷). */
const decimals_kept = 12;

export interface Converted {
  readonly value: string;
  readonly exact: boolean;
}

/** A decimal in another unit, exact where the factor allows it. */
export function convert(value: string, from: string, to: string): Converted | undefined {
  const factor = findFactor(from, to);
  if (factor === undefined) return undefined;
  if (factor === one) return { value, exact: true };
  const result = multiply(exact(value), factor);
  return { value: toDecimal(result, decimals_kept), exact: terminates(result) };
}
