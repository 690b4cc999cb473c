import { Problem } from "../../../base/errors/problem.ts";
import { readGrids } from "./book.ts";
import type { Grid } from "./grid.ts";
import { cellAt, findLayout } from "./layout.ts";
import { FORMAT, META_SHEET } from "./sheet.ts";
import { columnsOf, type DecompositionTable, type Row, type Stage, stages, type TableHead } from "./table.ts";
import { text } from "./text.ts";

/** Reads back a table that we sent, with what its hidden sheet says of it. */

/** The facts of the hidden sheet, by name; undefined where the file has none. */
export function metaOf(grids: readonly Grid[]): Map<string, string> | undefined {
  const grid = grids.find((one) => one.name === META_SHEET);
  if (grid === undefined) return undefined;
  const meta = new Map(grid.rows.map((row) => [cellAt(row, 0).words, cellAt(row, 1).words]));
  return meta.get("format") === FORMAT ? meta : undefined;
}

export function headFrom(meta: ReadonlyMap<string, string>): TableHead {
  const of = (name: string): string => meta.get(name) ?? "";
  const [from, to] = [Number(of("from")), Number(of("to"))];
  return {
    title: of("title"), sha256: of("sha256"), version: Number(of("version")) || 1, stage: stages.find((stage): stage is Stage => stage === of("stage")) ?? "consultation",
    documentNumber: of("document_number") || null, issuedOn: of("issued_on") || null, span: from > 0 ? [from, to] : null, remark: of("remark"),
  };
}

export const kindOf = (id: string): Row["kind"] => (id.startsWith("t") ? "target" : id.startsWith("k") ? "task" : "added");

/** @throws Problem when the file is no table of ours */
export async function readTable(bytes: Uint8Array, name: string): Promise<DecompositionTable> {
  const grids = await readGrids(bytes, name);
  const meta = metaOf(grids);
  if (meta === undefined) throw new Problem(422, "not-sent", text.notSent, { values: { name } });
  const head = headFrom(meta);
  const bare: DecompositionTable = { ...head, rows: [] };
  const { layout } = findLayout(grids, bare, name, text.noTable);
  const columns = columnsOf(head.span).map(({ field }) => field);
  // Its last column bears the identities, also where nothing is known of them yet.
  const identity = layout.labels.length - 1;
  const rows = layout.rows.flatMap((row): Row[] => {
    const id = cellAt(row, identity).words;
    if (id === "") return [];
    const cells = columns.flatMap((field) => {
      const column = layout.fields.indexOf(field);
      const words = column < 0 ? "" : cellAt(row, column).words;
      return words === "" ? [] : [[field, words] as const];
    });
    return [{ id, kind: kindOf(id), cells: Object.fromEntries(cells) }];
  });
  if (rows.length === 0) throw new Problem(422, "not-sent", text.notSent, { values: { name } });
  return { ...head, rows };
}
