import type { Ctx } from "../../../base/db/ctx.ts";
import { type Place, Problem } from "../../../base/errors/problem.ts";
import { cellAt, readCsv } from "../../../base/files/csv.ts";
import { text } from "../text.ts";
import type { PlaceOf } from "./check.ts";
import { figureColumns, readRow } from "./file.ts";
import { recordObservations } from "./record.ts";

export interface Imported {
  readonly recorded: number;
  /** Rows left out, each with its reason: targets are no figures. */
  readonly skipped: readonly Place[];
}

/** Records a file of existing figures, whole or not at all; every fault of it is named with its line and column. */
export async function importFigures(ctx: Ctx, bytes: Uint8Array | string, name: string): Promise<Imported> {
  const { rows, faults } = readCsv(bytes, { ...figureColumns, name });
  const read = rows.map((row) => readRow(row, name));
  const wrong = [...faults, ...read.flatMap((row) => row.faults)];
  if (wrong.length > 0) throw new Problem(422, "observations-refused", text.refused, { values: { count: wrong.length }, places: wrong });
  const items = read.flatMap(({ line, item }) => (item === undefined ? [] : [{ line, item }]));
  const at: PlaceOf = (index, field) => cellAt(name, items[index]?.line ?? 0, field === "" ? undefined : field);
  if (items.length > 0) await recordObservations(ctx, items.map(({ item }) => item), { at, byHand: false });
  return { recorded: items.length, skipped: read.flatMap((row) => row.skipped ?? []) };
}
