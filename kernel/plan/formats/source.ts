/** What a reader makes of a file: the text, and what the format itself marks in it. All positions count UTF-16 units in `text`. */
export interface SourceText {
  text: string;
  headings: MarkedHeading[];
  tables: Table[];
  notices: Notice[];
}

export interface MarkedHeading {
  /** Position of the heading line. */
  start: number;
  /** 1 for the outermost. */
  depth: number;
}

/** A table: in the text its rows are lines, with " | " between the cells. */
export interface Table {
  start: number;
  end: number;
  rows: TableCell[][];
}

/** A merged cell stands once, where it begins, and says how far it reaches; `words` are text[start, end), "" for an empty cell. */
export interface TableCell {
  start: number;
  end: number;
  words: string;
  columns: number;
  rows: number;
}

/** What the reader saw and a planner must know: tracked changes taken as accepted, a picture where a table may be. */
export interface Notice {
  at: number;
  kind: "tracked-changes" | "picture" | "comments" | "pages-without-text" | "repeated-lines";
  values: Readonly<Record<string, string | number>>;
}

/** Told now and then while something long is read: how much of which step is done. */
export type Progress = (step: "read" | "outline" | "targets" | "tasks", done: number, of: number) => void;

/** Plain text, where nothing is marked. */
export const plainSource = (text: string): SourceText => ({ text, headings: [], tables: [], notices: [] });
