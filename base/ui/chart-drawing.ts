/** What a chart shows, told in the application's words; the canvas translates it for the drawing library. */
export interface Line {
  readonly name: string;
  /** One value for each period of the drawing; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly look: "measured" | "required" | "other";
}

export interface Drawing {
  readonly periods: readonly string[];
  readonly unit: string;
  readonly lines: readonly Line[];
  /** A level to be reached, drawn across. */
  readonly goal?: { readonly name: string; readonly value: number } | undefined;
}

/** The periods of several series in order, and each series laid onto them. */
export function onPeriods(series: readonly (readonly { readonly period: string; readonly value: number | null }[])[]): {
  readonly periods: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
} {
  const periods = [...new Set(series.flatMap((points) => points.map((point) => point.period)))].sort(byPeriod);
  const values = series.map((points) => {
    const at = new Map(points.map((point) => [point.period, point.value]));
    return periods.map((period) => at.get(period) ?? null);
  });
  return { periods, values };
}

/** By the end of the period: 2023-Q1, 2023-H1, 2023-11, 2023. */
const endOf = (period: string): string => {
  const last = period.split("/").at(-1) ?? period;
  const [year = "", part = ""] = last.split("-");
  if (part === "") return `${year}-13`;
  if (part.startsWith("H")) return `${year}-${part === "H1" ? "06" : "12"}.2`;
  if (part.startsWith("Q")) return `${year}-${String(Number(part.slice(1)) * 3).padStart(2, "0")}.1`;
  return `${year}-${part}`;
};

export const byPeriod = (a: string, b: string): number => {
  const x = endOf(a);
  const y = endOf(b);
  return x < y ? -1 : x > y ? 1 : a.length - b.length;
};
