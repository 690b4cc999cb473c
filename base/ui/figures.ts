import { say, type Lang } from "../text/text.ts";
import { uiText } from "./text.ts";

/** Figures travel as exact decimals in strings, or as numbers. */
export type Figure = string | number | null | undefined;

export function toNumber(figure: Figure): number | null {
  if (figure === null || figure === undefined || figure === "") return null;
  const number = Number(figure);
  return Number.isFinite(number) ? number : null;
}

/** Grouped thousands, digits as given; at most `digits` after the point when it was computed. */
export function showFigure(figure: Figure, lang: Lang, digits?: number): string {
  const number = toNumber(figure);
  if (number === null) return "—";
  const given = typeof figure === "string" && digits === undefined ? (figure.split(".")[1]?.length ?? 0) : undefined;
  return new Intl.NumberFormat(lang, {
    minimumFractionDigits: Math.min(given ?? 0, 20),
    maximumFractionDigits: Math.min(given ?? digits ?? 4, 20),
    useGrouping: Math.abs(number) >= 10_000,
  }).format(number);
}

const signs: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈" };

/** ">10" as "> 10"; "=" says nothing. */
export const showBound = (bound: string | null | undefined): string => {
  const sign = signs[bound ?? "="];
  return sign === undefined ? "" : `${sign} `;
};

/** Percent and "类" stand close to the figure, other units after a thin space. */
export const withUnit = (figure: string, unit: string): string => (unit === "" ? figure : /^[%‰℃]/.test(unit) ? figure + unit : `${figure}\u202F${unit}`);

/** 2026-11-23 as the reader writes dates. */
export function showDay(day: string | null | undefined, lang: Lang): string {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? "") ?? [];
  if (year === "") return day ?? "—";
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return moment.toLocaleDateString(lang === "en" ? "en-GB" : lang, { year: "numeric", month: lang === "en" ? "short" : "long", day: "numeric", timeZone: "UTC" });
}

/** How periods are written, and the sentence for each; in a sentence {1}, {2} … are what the form caught. */
const periodForms = [
  [/^(\d{4})$/, "year"],
  [/^(\d{4})-H1$/, "half1"],
  [/^(\d{4})-H2$/, "half2"],
  [/^(\d{4})-Q([1-4])$/, "quarter"],
  [/^(\d{4})-0?(\d{1,2})$/, "month"],
  [/^(\d{4})-0?(\d{1,2})\/\1-0?(\d{1,2})$/, "months"],
  [/^(\d{4})\/(\d{4})$/, "years"],
  [/^yearly$/, "everyYear"],
] as const;

/** 2020, 2023-H1, 2022-Q1, 2022-01/2022-09, 2022-11 in the reader's words; what is none of these as it stands. */
export function showPeriod(period: string | null | undefined, lang: Lang): string {
  const text = period ?? "";
  for (const [form, key] of periodForms) {
    const caught = form.exec(text);
    if (caught) return say(uiText[key], lang, { ...caught });
  }
  return text === "" ? "—" : text;
}
