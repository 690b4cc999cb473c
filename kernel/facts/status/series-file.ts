import type { Place } from "../../../base/errors/problem.ts";
import { cellAt, type CsvRow, readCsv } from "../../../base/files/csv.ts";
import { readPeriod } from "../observation/period.ts";
import type { Series } from "./growth-ratio.ts";
import { seriesText as text } from "./text.ts";

/** A table of series to be judged, a row each. */

export const seriesColumns = {
  required: ["id", "direction", "base_period", "base_value", "current_period", "current_value", "target_period", "target_value"],
  optional: ["limit"],
} as const;
type Column = (typeof seriesColumns.required)[number] | (typeof seriesColumns.optional)[number];

export interface NamedSeries extends Series {
  readonly id: string;
}

/** As tables and programs write numbers, exponents included; thousand separators are not guessed at. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;

const directions: Readonly<Record<string, 1 | -1>> = { up: 1, "1": 1, "+1": 1, down: -1, "-1": -1 };

/** Years since year 0, by the end of the period: 2015 is 2015, 2015-06 is half a year less. */
function yearOf(words: string): number | undefined {
  // Years of tables that passed through a program: 2015.0
  const period = readPeriod(words.replace(/^(\d{4})\.0+$/, "$1"));
  return period === undefined ? undefined : Number(period.end.slice(0, 4)) + (Number(period.end.slice(5, 7)) - 12) / 12;
}

function readSeries({ line, cells }: CsvRow<Column>, name: string): { series?: NamedSeries; faults: Place[] } {
  const faults: Place[] = [];
  const wrong = (column: Column, said: Place["said"]): null => {
    faults.push({ at: cellAt(name, line, column), said, values: { value: cells[column] } });
    return null;
  };
  const number = (column: Column): number | null => (cells[column] === "" ? null : NUMBER.test(cells[column]) ? Number(cells[column]) : wrong(column, text.number));
  const year = (column: Column): number | null => (cells[column] === "" ? null : (yearOf(cells[column]) ?? wrong(column, text.period)));
  const figure = (when: Column, what: Column): Series["base"] => {
    const [at, value] = [year(when), number(what)];
    return at === null || value === null ? null : { year: at, value };
  };
  const direction = directions[cells.direction.toLowerCase()] ?? wrong("direction", text.direction);
  const [base, current] = [figure("base_period", "base_value"), figure("current_period", "current_value")];
  const target = { year: year("target_period"), value: number("target_value") };
  const limit = number("limit");
  if (target.value !== null && cells.target_period === "") wrong("target_period", text.period);
  if (cells.id === "") wrong("id", text.id);
  if (faults.length > 0 || direction === null) return { faults };
  return { faults, series: { id: cells.id, direction, base, current, target, limit } };
}

/** Every series of the file, or every fault of it. */
export function readSeriesFile(bytes: Uint8Array, name: string): { readonly series: readonly NamedSeries[]; readonly faults: readonly Place[] } {
  const { rows, faults } = readCsv(bytes, { ...seriesColumns, name });
  const read = rows.map((row) => readSeries(row, name));
  const all = [...faults, ...read.flatMap((one) => one.faults)];
  const twice = rows.filter((row, index) => row.cells.id !== "" && rows.findIndex((other) => other.cells.id === row.cells.id) !== index);
  all.push(...twice.map((row): Place => ({ at: cellAt(name, row.line, "id"), said: text.twice, values: { value: row.cells.id } })));
  return { series: all.length > 0 ? [] : read.flatMap((one) => one.series ?? []), faults: all };
}
