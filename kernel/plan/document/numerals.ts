/**
 * Chinese numerals: 一百三十五万 → 1350000, 二〇二五 → 2025, 七点五 → 7.5.
 * Pure and linear in the length of the numeral.
 */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, "○": 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A numeral longer than this is no number that a plan prints. */
const LONGEST = 24;

/** Digits read one after the other: 二〇二五 → 2025. Null unless every character is a digit. */
function digitByDigit(printed: string): number | null {
  let value = 0;
  for (const character of printed) {
    const digit = DIGITS[character];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads with 十百千万亿; 一千二百万 → 12000000. Null when the signs do not make a number. */
function withMultipliers(printed: string): number | null {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const character of printed) {
    const asDigit = DIGITS[character];
    const ten = TENS[character];
    const big = GROUPS[character];
    if (asDigit !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = asDigit;
    } else if (ten !== undefined) {
      group += (digit ?? 1) * ten;
      digit = null;
    } else if (big !== undefined) {
      group += digit ?? 0;
      // 万亿: the group before has been closed by 万 already, so the whole total is multiplied.
      if (group === 0) total = total === 0 ? big : total * big;
      else total = (big === 1e8 ? total + group : group) * big + (big === 1e8 ? 0 : total);
      group = 0;
      digit = null;
    } else return null;
  }
  return total + group + (digit ?? 0);
}

/**
 * Value of a Chinese numeral, or null when it is none.
 * @param printed e.g. 三十六, 一百三十五万, 二〇三五, 十, 两千, 七点五, 半
 */
export function chineseNumber(printed: string): number | null {
  if (printed === "" || printed.length > LONGEST) return null;
  if (printed === "半") return 0.5;
  const point = printed.indexOf("点");
  if (point > 0) {
    const whole = chineseNumber(printed.slice(0, point));
    const decimals = printed.slice(point + 1);
    const fraction = digitByDigit(decimals);
    if (whole === null || fraction === null || decimals === "") return null;
    return Number(`${whole}.${String(fraction).padStart(decimals.length, "0")}`);
  }
  return printed.length > 1 ? (digitByDigit(printed) ?? withMultipliers(printed)) : withMultipliers(printed);
}

/** Numbers printed as one sign: first and last sign of each row; the first is 1. ㈠ ① ⑴ ⒈ ❶ */
const SIGNS: readonly (readonly [first: number, last: number])[] = [
  [0x3220, 0x3229], [0x2460, 0x2473], [0x2474, 0x2487], [0x2488, 0x249b], [0x2776, 0x277f],
];

/** Number of a heading: 十四, 14, １４, 十 四, ㈠, ①, A, or 1.2 (its last part); null when it is none. */
export function headingNumber(printed: string): number | null {
  const plain = halfWidth(printed).replace(/\s/g, "");
  if (plain.length === 1) {
    const code = plain.charCodeAt(0);
    const row = SIGNS.find(([first, last]) => code >= first && code <= last);
    if (row !== undefined) return code - row[0] + 1;
    if (/[A-Z]/i.test(plain)) return plain.toUpperCase().charCodeAt(0) - 64;
  }
  const last = /(?:^|\.)(\d{1,3})$/.exec(plain)?.[1];
  return last === undefined ? chineseNumber(plain.replace("廿", "二十").replace("卅", "三十")) : Number(last);
}

/**
 * Full-width letters, digits and signs as their half-width twins, character for character,
 * so that every position stays what it was.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
