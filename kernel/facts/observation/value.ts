import type { Bound } from "../schema.ts";
import { decimalOf } from "../decimal.ts";

/** A figure as read: an exact decimal, or a bound of one (>10). */
export interface Value {
  readonly value: string;
  readonly bound: Bound;
  /** A unit written behind the figure: %. */
  readonly unit: string | null;
}

export type ValueFault = "not-a-number" | "empty" | "separator" | "separator-ambiguous" | "exponent" | "unit-in-value" | "too-long";

export const most_digits = 30;
export const most_decimals = 12;

const bounds: Readonly<Record<string, Bound>> = { ">": ">", "<": "<", ">=": ">=", "<=": "<=", "≥": ">=", "≤": "<=", "≧": ">=", "≦": "<=", "=": "=", "": "=" };

const plain = (text: string): string =>
  text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[。．]/g, ".")
    .replace(/[−－‐‑–]/g, "-")
    .replace(/^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/g, "");

/**
 * Takes thousand separators out where only one reading is possible: 1,542,042 and 2,500.5 are read, while 2,500 may be
 * two and a half thousand or two and a half, and is asked about.
 */
function withoutSeparators(digits: string): string | ValueFault {
  if (!/[,'\s\u00a0\u2009\u202f]/.test(digits)) return digits;
  const match = /^([+-]?\d{1,3}((?:,\d{3})+))(\.\d+)?$/.exec(digits);
  if (!match) return "separator";
  const groups = (match[2] ?? "").split(",").length - 1;
  // A leading zero (0,250) can only be a decimal comma.
  if (/^[+-]?0/.test(digits)) return "separator";
  if (groups === 1 && match[3] === undefined) return "separator-ambiguous";
  return digits.replaceAll(",", "");
}

function digitsFault(rest: string): ValueFault | undefined {
  if (rest === "") return "empty";
  if (/^[+-]?\d+(\.\d+)?[eE][+-]?\d+$/.test(rest)) return "exponent";
  if (/^[+-]?[\d,.]*\d\s*[^\d\s.,'+-]/.test(rest)) return "unit-in-value";
  return undefined;
}

const usual = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/;

/** Reads a figure of a person or a file; a fault by name where it cannot be read in exactly one way. */
export function readValue(given: string | number): Value | ValueFault {
  if (typeof given === "number" && !Number.isFinite(given)) return "not-a-number";
  if (typeof given === "string" && usual.test(given) && !given.startsWith("-0")) return { value: given, bound: "=", unit: null };
  const text = plain(typeof given === "number" ? decimalOf(given) : given);
  const match = /^([<>]=?|[≥≤≧≦=]|)\s*(.*?)\s*(%|)$/su.exec(text);
  const bound = bounds[match?.[1] ?? ""] ?? "=";
  const rest = match?.[2] ?? "";
  const fault = digitsFault(rest);
  if (fault !== undefined) return fault;
  const joined = withoutSeparators(rest);
  if (joined === "separator" || joined === "separator-ambiguous") return joined;
  const number = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(joined);
  if (!number) return "not-a-number";
  const [, sign = "", whole = "", part] = number;
  const integer = whole.replace(/^0+(?=\d)/, "");
  if (integer.length > most_digits - most_decimals || (part?.length ?? 0) > most_decimals) return "too-long";
  const size = part === undefined ? integer : `${integer}.${part}`;
  const minus = sign === "-" && /[1-9]/.test(size) ? "-" : "";
  return { value: `${minus}${size}`, bound, unit: match?.[3] === "%" ? "%" : null };
}
