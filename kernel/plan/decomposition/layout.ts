import { Problem } from "../../../base/errors/problem.ts";
import { type Grid, type GridCell, type GridRow, noCell } from "./grid.ts";
import { fieldOf, IDENTITY, IGNORED, REASON, SAID } from "./headers.ts";
import { type DecompositionTable, type Field, timeColumns } from "./table.ts";
import { squeeze } from "./words.ts";

/** Where in a returned sheet what stands: header rows, the field of each column, the rows below. */

export interface Layout {
  readonly grid: Grid;
  /** Field of each column, by its index; undefined: a column that is not of the table. */
  readonly fields: readonly (Field | undefined)[];
  readonly labels: readonly string[];
  readonly rows: readonly GridRow[];
  /** Rows above the header. */
  readonly top: readonly GridRow[];
  /** Fields that stand over two columns. */
  readonly doubled: readonly string[];
}

const HEADER_WITHIN = 40;

const timesOf = (span: DecompositionTable["span"]): string[] => timeColumns(span).map((column) => column.field);

const recognised = (row: GridRow | undefined, times: readonly Field[]): Set<Field> =>
  new Set((row?.cells ?? []).flatMap((cell) => fieldOf(cell.words, times) ?? []));

/** The row that has most headers, with the rows beside it that hold headers too. */
function headerOf(grid: Grid, times: readonly Field[]): { from: number; to: number; score: number } | undefined {
  let best: { from: number; to: number; score: number } | undefined;
  const near = grid.rows.slice(0, HEADER_WITHIN);
  near.forEach((row, index) => {
    const score = recognised(row, times).size;
    if (score >= 2 && score > (best?.score ?? 0)) best = { from: index, to: index, score };
  });
  if (best === undefined) return undefined;
  // Years stand in a row of their own under the others, or the others above them.
  const isHeader = (row: GridRow | undefined): boolean => {
    const found = recognised(row, times);
    const filled = row?.cells.filter((cell) => cell.words !== "").length ?? 0;
    return found.size >= 2 && found.size >= filled / 2;
  };
  while (isHeader(near[best.from - 1])) best = { ...best, from: best.from - 1 };
  while (isHeader(near[best.to + 1])) best = { ...best, to: best.to + 1 };
  return best;
}

/** Identities are known by what they are, wherever they stand and whatever is written over them. */
function identityColumn(rows: readonly GridRow[], width: number, known: ReadonlySet<string>): number {
  let best = { column: -1, hits: 0 };
  for (let column = 0; column < width; column++) {
    const hits = rows.filter((row) => known.has(row.cells[column]?.words ?? "")).length;
    if (hits > best.hits) best = { column, hits };
  }
  return best.column;
}

const hasTable = (fields: readonly (Field | undefined)[]): boolean => fields.includes("quote") || fields.includes("subject");

/** A header that nobody would guess: its column still holds the cells that were sent. */
function fieldByContent(column: number, rows: readonly GridRow[], sent: DecompositionTable, missing: readonly Field[]): Field | undefined {
  const filled = rows.map((row) => squeeze(row.cells[column]?.words ?? "")).filter((words) => words !== "");
  if (filled.length < 3) return undefined;
  return missing.find((field) => {
    const values = new Set(sent.rows.map((row) => squeeze(row.cells[field] ?? "")).filter((words) => words !== ""));
    return values.size >= 3 && filled.filter((words) => values.has(words)).length >= 0.6 * filled.length;
  });
}

function layoutOf(grid: Grid, sent: DecompositionTable, known: ReadonlySet<string>): Layout | undefined {
  const times = timesOf(sent.span);
  const header = headerOf(grid, times);
  if (header === undefined) return undefined;
  const headerRows = grid.rows.slice(header.from, header.to + 1);
  const rows = grid.rows.slice(header.to + 1);
  const width = Math.max(...grid.rows.map((row) => row.cells.length));
  const identity = identityColumn(rows, width, known);
  const taken = new Set<Field>();
  const doubled: string[] = [];
  const labels: string[] = [];
  const fields: (Field | undefined)[] = [];
  for (let column = 0; column < width; column++) {
    // A merged header stands over all its columns; the lowest label is the column's own.
    const own = headerRows.map((row) => row.cells[column]?.words ?? "").filter((words) => words !== "");
    labels.push(own.at(-1) ?? "");
    const named = own.map((words) => fieldOf(words, times)).findLast((one) => one !== undefined);
    const field = column === identity ? IDENTITY : named === IDENTITY ? IGNORED : named;
    const again = field !== undefined && taken.has(field) && field !== SAID && field !== REASON && field !== IGNORED;
    if (again && !headerRows.every((row) => row.cells[column]?.under !== false)) doubled.push(own.at(-1) ?? "");
    fields.push(again ? undefined : field);
    if (field !== undefined) taken.add(field);
  }
  const wanted = ["quote", "subject", "chapter", "lead", "with", "deadline", "total", "leader", "note"].filter((field) => !taken.has(field));
  for (let column = 0; column < width && wanted.length > 0; column++) {
    if (fields[column] !== undefined) continue;
    const field = fieldByContent(column, rows, sent, wanted);
    if (field === undefined) continue;
    fields[column] = field;
    wanted.splice(wanted.indexOf(field), 1);
  }
  return { grid, fields, labels, rows, top: grid.rows.slice(0, header.from), doubled };
}

export interface FoundLayout {
  readonly layout: Layout;
  /** Other sheets that look like the table too. */
  readonly others: readonly string[];
}

const scoreOf = (layout: Layout): number => new Set(layout.fields.filter((field) => field !== undefined)).size * 10_000 + layout.rows.length;

/** Finds the table in a file by what it is, not by its sheet's name. @throws Problem "no-table" */
export function findLayout(grids: readonly Grid[], sent: DecompositionTable, name: string, noTable: ConstructorParameters<typeof Problem>[2]): FoundLayout {
  const known = new Set(sent.rows.map((row) => row.id));
  const found = grids
    .filter((grid) => !grid.hidden || grids.every((each) => each.hidden))
    .flatMap((grid) => layoutOf(grid, sent, known) ?? [])
    .filter((layout) => hasTable(layout.fields) && layout.fields.filter((field) => field !== undefined).length >= 3)
    .sort((a, b) => scoreOf(b) - scoreOf(a));
  const [layout, ...others] = found;
  if (layout === undefined) throw new Problem(422, "no-table", noTable, { values: { name } });
  return { layout, others: others.filter((one) => one.rows.length > 0).map((one) => one.grid.name) };
}

export const cellAt = (row: GridRow, column: number): GridCell => row.cells[column] ?? noCell;

/** The header printed anew within the rows, as it is when tables are pasted together. */
export function isHeaderAgain(row: GridRow, layout: Layout, span: DecompositionTable["span"]): boolean {
  const times = timesOf(span);
  const hits = layout.fields.filter((field, column) => field !== undefined && field !== IDENTITY && fieldOf(cellAt(row, column).words, times) === field).length;
  return hits >= 3;
}

/** The office that filled the table in: 填报单位：…, else the name of its file. */
export function bodyOf(layout: Layout, name: string): string {
  for (const row of layout.top) {
    for (const [index, cell] of row.cells.entries()) {
      const found = /^(?:填报|填表|反馈|报送|责任)(?:单位|部门)(?:名称)?(?:[（(]盖章[）)])?\s*[:：]\s*(.*)$/.exec(cell.words.split("\n")[0] ?? "");
      if (found === null || cell.under) continue;
      const after = row.cells.slice(index + 1).find((one) => one.words !== "" && !one.under)?.words ?? "";
      const said = (found[1] ?? "").replace(/[（(]?(?:盖章|公章)[）)]?/g, "").trim() || (/[:：]/.test(after) || after.length > 40 ? "" : after.trim());
      if (said !== "") return said;
    }
  }
  const stem = (name.split(/[\\/]/).at(-1) ?? name).replace(/\.[^.]+$/, "").normalize("NFC");
  return /[-_—－（(【]\s*([\u4e00-\u9fff]{3,30})\s*[）)】]?$/.exec(stem)?.[1] ?? stem;
}
