/** Numbers as automatic numbering prints them, by the names Word gives the formats (ST_NumberFormat). */

const DIGITS = "〇一二三四五六七八九";
const FORMAL = "零壹贰叁肆伍陆柒捌玖";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

/** Which one is not spoken: that of 十一, that of every unit (百十一, the Japanese way), or none (壹拾壹). */
type Silent = "ten" | "all" | "none";

function counted(value: number, digits: string, units: string, silent: Silent): string {
  if (value < 1 || value > 9999) return String(value);
  let words = "";
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    if (gap && silent !== "all") words += "零";
    gap = false;
    const bare = digit === 1 && power > 0 && (silent === "all" || (silent === "ten" && power === 1 && words === ""));
    words += (bare ? "" : digits.charAt(digit)) + (power === 0 ? "" : units.charAt(power - 1));
  }
  return words;
}

const positional = (value: number, digits: string): string => [...String(value)].map((digit) => digits.charAt(Number(digit))).join("");

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const signs: readonly [number, string][] = [
    [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"],
  ];
  let rest = value;
  let words = "";
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      words += sign;
      rest -= worth;
    }
  }
  return words;
}

/** a … z, aa, bb: Word repeats the letter. */
const letter = (value: number): string =>
  value < 1 || value > 780 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

/** One character of a row of signs that Unicode has, else the plain number. */
const sign = (value: number, ranges: readonly (readonly [from: number, to: number, first: number])[]): string => {
  const range = ranges.find(([from, to]) => value >= from && value <= to);
  return range === undefined ? String(value) : String.fromCodePoint(range[2] + value - range[0]);
};

const inTurn = (value: number, row: string): string => (value < 1 ? String(value) : row.charAt((value - 1) % row.length));

const CIRCLES: readonly (readonly [number, number, number])[] = [[1, 20, 0x2460], [21, 35, 0x3251], [36, 50, 0x32b1]];

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => (value < 10 ? `0${value}` : String(value)),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  chineseCounting: (value) => counted(value, DIGITS, "十百千", "ten"),
  chineseCountingThousand: (value) => counted(value, DIGITS, "十百千", "ten"),
  taiwaneseCounting: (value) => counted(value, DIGITS, "十百千", "ten"),
  taiwaneseCountingThousand: (value) => counted(value, DIGITS, "十百千", "ten"),
  japaneseCounting: (value) => counted(value, DIGITS, "十百千", "all"),
  koreanDigital2: (value) => positional(value, DIGITS),
  ideographDigital: (value) => positional(value, DIGITS),
  japaneseDigitalTenThousand: (value) => positional(value, DIGITS),
  taiwaneseDigital: (value) => positional(value, DIGITS),
  chineseLegalSimplified: (value) => counted(value, FORMAL, "拾佰仟", "none"),
  ideographLegalTraditional: (value) => counted(value, FORMAL, "拾佰仟", "none"),
  japaneseLegal: (value) => counted(value, FORMAL, "拾佰仟", "none"),
  ideographTraditional: (value) => inTurn(value, STEMS),
  ideographZodiac: (value) => inTurn(value, BRANCHES),
  ideographZodiacTraditional: (value) => inTurn(value, STEMS) + inTurn(value, BRANCHES),
  decimalEnclosedCircle: (value) => sign(value, CIRCLES),
  decimalEnclosedCircleChinese: (value) => sign(value, CIRCLES),
  decimalEnclosedParen: (value) => sign(value, [[1, 20, 0x2474]]),
  decimalEnclosedFullstop: (value) => sign(value, [[1, 20, 0x2488]]),
  ideographEnclosedCircle: (value) => sign(value, [[1, 10, 0x3280]]),
  decimalFullWidth: (value) => positional(value, "０１２３４５６７８９"),
  decimalFullWidth2: (value) => positional(value, "０１２３４５６７８９"),
  numberInDash: (value) => `-${value}-`,
  none: () => "",
  bullet: () => "",
};

/** A number in a format of Word; one that is not listed (English ordinals, other scripts) is printed in digits. */
export function printNumber(value: number, format: string): string {
  return (Object.hasOwn(formats, format) ? formats[format] : undefined)?.(value) ?? String(value);
}
