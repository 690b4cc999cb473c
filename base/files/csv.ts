import { CsvError, parse } from "csv-parse/sync";
import type { Place } from "../errors/problem.ts";
import { asText } from "./decode.ts";
import { text } from "./text.ts";

export interface CsvRow<C extends string = string> {
  /** Line of the file the row begins on, from 1; the header is usually line 1. */
  readonly line: number;
  /** Cells by column, without the space around them; an optional column that is not there is "". */
  readonly cells: Readonly<Record<C, string>>;
}

export interface CsvColumns<C extends string> {
  readonly required: readonly C[];
  readonly optional?: readonly C[];
  /** How places name the file; "CSV" unless told. */
  readonly name?: string;
}

export interface CsvRead<C extends string> {
  readonly rows: readonly CsvRow<C>[];
  /** Faults of the header (then there are no rows) and of rows, which are left out of `rows`. */
  readonly faults: readonly Place[];
}

interface Raw {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const longest_row_characters = 1_000_000;

/** Where a cell stands: "observations.csv:12 column unit". */
export const cellAt = (name: string, line: number, column?: string): string => `${name}:${line}${column === undefined ? "" : ` (${column})`}`;

const rawRows = (name: string, source: string): { readonly rows: readonly Raw[]; readonly fault?: Place } => {
  const header = source.slice(0, source.search(/\n|$/));
  const delimiter = header.includes("\t") && !header.includes(",") ? "\t" : header.includes(";") && !header.includes(",") ? ";" : ",";
  try {
    const rows = parse(source, {
      bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: longest_row_characters,
    }) as unknown as Raw[];
    return { rows };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const said = cause.code === "CSV_MAX_RECORD_SIZE" ? text.csvTooLong : text.csvQuotes;
    return { rows: [], fault: { at: cellAt(name, Number(cause["lines"] ?? 1)), said, values: { limit: longest_row_characters } } };
  }
};

const headerFaults = (name: string, header: readonly string[], wanted: CsvColumns<string>): Place[] => {
  const known = [...wanted.required, ...(wanted.optional ?? [])];
  const at = cellAt(name, 1);
  return [
    ...wanted.required.filter((column) => !header.includes(column)).map((column): Place => ({ at, said: text.csvColumn, values: { column } })),
    ...header.filter((column) => !known.includes(column)).map((column): Place => ({ at, said: text.csvUnknown, values: { column, known: known.join(", ") } })),
    ...header.filter((column, i) => header.indexOf(column) !== i).map((column): Place => ({ at, said: text.csvTwice, values: { column } })),
  ];
};

/**
 * Reads a table with a header row. UTF-8 with or without byte-order mark, UTF-16 with one, GB18030; commas, or tabs or
 * semicolons where the header has no comma. Blank lines are passed over; a row with another number of cells than the header
 * is a fault, the other rows are still read.
 */
export function readCsv<C extends string>(input: string | Uint8Array, columns: CsvColumns<C>): CsvRead<C> {
  const name = columns.name ?? "CSV";
  const source = asText(name, input);
  if (source.fault) return { rows: [], faults: [source.fault] };
  // One kind of line end, for the parser counts \r\n inside a cell as two lines.
  const raw = rawRows(name, source.text.replace(/\r\n?/g, "\n"));
  if (raw.fault) return { rows: [], faults: [raw.fault] };
  const [first, ...rest] = raw.rows;
  if (!first) return { rows: [], faults: [{ at: name, said: text.empty }] };
  const header = first.record.map((cell) => cell.trim());
  const wrong = headerFaults(name, header, columns);
  if (wrong.length > 0) return { rows: [], faults: wrong };
  const rows: CsvRow<C>[] = [];
  const faults: Place[] = [];
  for (const { record, info } of rest) {
    if (record.every((cell) => cell.trim() === "")) continue;
    // The parser counts the lines read so far: a cell with line breaks in it began earlier.
    const line = info.lines - record.reduce((breaks, cell) => breaks + (cell.split("\n").length - 1), 0);
    if (record.length !== header.length) {
      faults.push({ at: cellAt(name, line), said: text.csvCells, values: { found: record.length, wanted: header.length } });
      continue;
    }
    const cells: Record<string, string> = {};
    for (const column of columns.optional ?? []) cells[column] = "";
    header.forEach((column, i) => (cells[column] = (record[i] ?? "").trim()));
    rows.push({ line, cells: cells as Record<C, string> });
  }
  return { rows, faults };
}
