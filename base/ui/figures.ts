import type { Lang } from "../text/text.ts";

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
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? "");
  if (!match) return day ?? "—";
  const [, year, month, date] = match;
  if (lang === "zh-CN") return `${year}年${Number(month)}月${Number(date)}日`;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** 2020, 2023-H1, 2022-Q1, 2022-01/2022-09, 2022-11 in the reader's words. */
export function showPeriod(period: string | null | undefined, lang: Lang): string {
  const text = period ?? "";
  const zh = lang === "zh-CN";
  const half = /^(\d{4})-H([12])$/.exec(text);
  if (half) return zh ? `${half[1]}年${half[2] === "1" ? "上" : "下"}半年` : `${half[1] ?? ""} H${half[2] ?? ""}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) return zh ? `${quarter[1]}年${"一二三四"[Number(quarter[2]) - 1]}季度` : `${quarter[1] ?? ""} Q${quarter[2] ?? ""}`;
  const months = /^(\d{4})-(\d{2})\/(\d{4})-(\d{2})$/.exec(text);
  if (months && months[1] === months[3]) {
    return zh ? `${months[1]}年${Number(months[2])}—${Number(months[4])}月` : `${months[1] ?? ""}-${months[2] ?? ""} to ${months[4] ?? ""}`;
  }
  const years = /^(\d{4})\/(\d{4})$/.exec(text);
  if (years) return zh ? `${years[1]}—${years[2]}年` : `${years[1] ?? ""}–${years[2] ?? ""}`;
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) return zh ? `${month[1]}年${Number(month[2])}月` : text;
  if (/^\d{4}$/.test(text)) return zh ? `${text}年` : text;
  if (text === "yearly") return zh ? "每年" : "every year";
  return text === "" ? "—" : text;
}
