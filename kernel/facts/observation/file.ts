import type { Place } from "../../../base/errors/problem.ts";
import { cellAt, type CsvRow } from "../../../base/files/csv.ts";
import type { Bound, ObservationIn, ObservationStatus } from "../schema.ts";
import { observationStatusNames, text } from "../text.ts";

/** Columns of a table of figures. `estimate` of older files is read as expected; `published` is a day. */
export const figureColumns = {
  required: ["indicator", "division", "period", "value", "unit", "status", "source_title"],
  optional: ["scope", "bound", "source_address", "source_url", "published", "note"],
} as const;
export type FigureColumn = (typeof figureColumns.required)[number] | (typeof figureColumns.optional)[number];

const bounds: readonly string[] = ["=", ">", ">=", "<", "<="] satisfies Bound[];

const statusWords: Readonly<Record<string, ObservationStatus>> = {
  ...Object.fromEntries(Object.keys(observationStatusNames).map((status) => [status, status as ObservationStatus])),
  ...Object.fromEntries(Object.entries(observationStatusNames).map(([status, name]) => [name["zh-CN"], status as ObservationStatus])),
  estimate: "expected",
};

/** Words that say "this is a target": such rows are not figures. */
const targetWords: readonly string[] = ["target", "goal"];

export interface ReadRow {
  readonly line: number;
  /** Undefined where the row cannot be read, or is no figure. */
  readonly item?: ObservationIn;
  /** Why the row was left out: it holds a target. */
  readonly skipped?: Place;
  readonly faults: readonly Place[];
}

/** One row of a file of figures. What its fields mean is checked later, for all rows at once. */
export function readRow({ line, cells }: CsvRow<FigureColumn>, name: string): ReadRow {
  const faults: Place[] = [];
  const said = cells.status.trim();
  const status = statusWords[said];
  if (targetWords.includes(said)) return { line, faults, skipped: { at: cellAt(name, line, "status"), said: text.statusTarget, values: { status: said } } };
  if (status === undefined) {
    faults.push({ at: cellAt(name, line, "status"), said: text.statusUnknown, values: { status: said, known: Object.keys(observationStatusNames).join(", ") } });
  }
  if (cells.bound !== "" && !bounds.includes(cells.bound)) faults.push({ at: cellAt(name, line, "bound"), said: text.boundUnknown, values: { bound: cells.bound } });
  if (status === undefined || faults.length > 0) return { line, faults };
  return {
    line,
    faults,
    item: {
      indicator: cells.indicator,
      division: cells.division,
      scope: cells.scope,
      period: cells.period,
      value: cells.value,
      ...(cells.bound !== "" && { bound: cells.bound as Bound }),
      // An empty cell is a plain number: in a file the unit is never left to be guessed.
      unit: cells.unit,
      status,
      source: { title: cells.source_title, address: cells.source_address || cells.source_url || null },
      published_on: cells.published || null,
      note: cells.note || null,
    },
  };
}
