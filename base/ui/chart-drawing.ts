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

/** The last year and month of a period: 2023 → 2023, 12; 2023-H1 → 2023, 6; 2021/2025 → 2025, 12. */
function endOf(period: string): readonly [number, number] {
  const last = period.split("/").at(-1) ?? period;
  const [year = "", part = ""] = last.split("-");
  const number = Number(part.replace(/^[HQ]/, ""));
  const month = part === "" ? 12 : part.startsWith("H") ? number * 6 : part.startsWith("Q") ? number * 3 : number;
  return [Number(year), month];
}

/** Where a period stands on the axis of time: a year at its own number, what ends within a year between it and the year before. */
export function timeOf(period: string): number {
  const [year, month] = endOf(period);
  return year + month / 12 - 1;
}

/** In the order of their ends; of two that end together the longer one last. */
export const byPeriod = (a: string, b: string): number => timeOf(a) - timeOf(b) || lengthOf(a) - lengthOf(b);

function lengthOf(period: string): number {
  const [from, to] = period.split("/");
  if (to !== undefined) return timeOf(to) - timeOf(from ?? to) + 1 / 12;
  if (/-H/.test(period)) return 0.5;
  if (/-Q/.test(period)) return 0.25;
  return period.includes("-") ? 1 / 12 : 1;
}
