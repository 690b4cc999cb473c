/** Exact decimals and fractions: a figure that is kept or compared never passes through a double. */

export interface Fraction {
  readonly n: bigint;
  /** Always above zero. */
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError("division by zero");
  const sign = d < 0n ? -1n : 1n;
  const by = gcd(n, d * sign) || 1n;
  return { n: (n * sign) / by, d: (d * sign) / by };
}

/** Reads 12.50, -3, +0.5; nothing else. */
export function exact(text: string): Fraction {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || (!match[2] && !match[3])) throw new RangeError(`not a decimal: ${text}`);
  const [, sign, whole = "", part = ""] = match;
  const n = BigInt(`${whole}${part}`);
  return fraction(sign === "-" ? -n : n, 10n ** BigInt(part.length));
}

export const zero: Fraction = { n: 0n, d: 1n };
export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const compare = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
/** Of two decimals as written; through doubles only where they are so far apart that rounding cannot matter. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [Number(a), Number(b)];
  if (Math.abs(x - y) > 1e-9 * Math.max(Math.abs(x), Math.abs(y))) return x < y ? -1 : 1;
  return a === b ? 0 : compare(exact(a), exact(b));
}

/** Whether it can be written as a decimal without rounding. */
export function terminates(a: Fraction): boolean {
  let d = a.d;
  while (d % 2n === 0n) d /= 2n;
  while (d % 5n === 0n) d /= 5n;
  return d === 1n;
}

/** Decimal text with at most `digits` after the point, half away from zero, without trailing zeros. */
export function toDecimal(a: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const size = a.n < 0n ? -a.n : a.n;
  const rounded = (size * scale * 2n + a.d) / (a.d * 2n);
  const text = rounded.toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const part = digits === 0 ? "" : text.slice(-digits).replace(/0+$/, "");
  const sign = a.n < 0n && rounded !== 0n ? "-" : "";
  return `${sign}${whole}${part === "" ? "" : `.${part}`}`;
}

/** For show only: a number near the fraction. */
export const toNumber = (a: Fraction, digits = 6): number => Number(toDecimal(a, digits));

/** A JavaScript number as the decimal it prints, exponent written out: 1e-7 is 0.0000001. */
export function decimalOf(number: number): string {
  const text = String(number);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", part = "", power = "0"] = match;
  const digits = `${whole}${part}`;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${"0".repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
