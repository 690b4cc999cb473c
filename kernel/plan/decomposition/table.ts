/** The decomposition table (任务分解表), as data: what the workbook, the Word file, the database and the page are made from. */

/** Where a table stands in its life: 征求意见稿, 送审稿, 印发稿. */
export const stages = ["consultation", "submission", "issued"] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, string>> = { consultation: "征求意见稿", submission: "送审稿", issued: "印发稿" };

/** A column of a table; the columns of years (y2021) or quarters (q1) lie between `total` and `lead`. */
export type Field = string;

export interface Row {
  /** Id of the target or task it comes from; of a row that an office proposed, an id of its own. */
  readonly id: string;
  readonly kind: "target" | "task" | "added";
  /** Words of each column, by field; a column without words may be left out. */
  readonly cells: Readonly<Record<Field, string>>;
}

export interface TableHead {
  readonly title: string;
  /** First and last year. */
  readonly span: readonly [number, number] | null;
  readonly stage: Stage;
  /** 文号, once issued. */
  readonly documentNumber: string | null;
  readonly issuedOn: string | null;
  /** Of the document that it breaks down. */
  readonly sha256: string;
  /** Counts up with every stage. */
  readonly version: number;
  /** What the reader of the table must know: by which rule a body leads. */
  readonly remark: string;
}

export interface DecompositionTable extends TableHead {
  readonly rows: readonly Row[];
}

export interface Column {
  readonly field: Field;
  /** As printed over the column. */
  readonly label: string;
  /** Printed over several columns. */
  readonly group: string | null;
  /** In characters of half width. */
  readonly width: number;
}

/** The sign that a body is suggested by its duties, not printed in the document. */
export const SUGGESTED = "（建议）";

const quarterNames = ["一季度", "二季度", "三季度", "四季度"];

/** Columns of the times within a span: its years, or the quarters of a single one. */
export function timeColumns(span: TableHead["span"]): Column[] {
  if (span === null) return [];
  const [from, to] = span;
  if (from === to) return quarterNames.map((label, index) => ({ field: `q${index + 1}`, label, group: "分季度进度", width: 9 }));
  return Array.from({ length: Math.min(to - from + 1, 16) }, (_, index) => ({ field: `y${from + index}`, label: `${from + index}年`, group: "年度目标", width: 9 }));
}

/** What the whole span is to bring: 五年目标, of one year 年度目标. */
function totalLabel(span: TableHead["span"]): string {
  if (span === null) return "目标";
  const years = span[1] - span[0] + 1;
  return years === 1 ? "全年目标" : years === 5 ? "五年目标" : "规划期目标";
}

export function columnsOf(span: TableHead["span"]): Column[] {
  const plain = (field: Field, label: string, width: number): Column => ({ field, label, group: null, width });
  return [
    plain("number", "序号", 6),
    plain("chapter", "篇章", 20),
    plain("quote", "原文", 44),
    plain("subject", "指标/任务", 26),
    plain("attribute", "属性", 8),
    plain("total", totalLabel(span), 11),
    ...timeColumns(span),
    plain("lead", "牵头单位", 18),
    plain("with", "责任单位", 24),
    plain("leader", "分管领导（岗位）", 13),
    plain("deadline", "时限", 12),
    plain("note", "备注", 20),
  ];
}

export const cellOf = (row: Row, field: Field): string => row.cells[field] ?? "";

/** Numbers the rows anew, in their order. */
export const renumber = (rows: readonly Row[]): Row[] => rows.map((row, index) => ({ ...row, cells: { ...row.cells, number: String(index + 1) } }));
