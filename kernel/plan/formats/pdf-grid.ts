import { apart, closeUp, joinLines, type PdfItem, type PdfPage, type Rule } from "./pdf-page.ts";
import { linesOf } from "./pdf-lines.ts";

/** Tables with ruled lines: the lines make a grid, the text falls into its cells. */

export interface GridCell {
  words: string;
  columns: number;
  rows: number;
}

export interface FoundTable {
  top: number;
  bottom: number;
  left: number;
  right: number;
  rows: GridCell[][];
  /** Edges of its columns, to know it again on the next page. */
  edges: number[];
}

/** Puts one piece in the place of all that stands in a table, so that the page is read around it. */
export function setAside(page: PdfPage, tables: readonly FoundTable[]): void {
  const inside = (item: PdfItem): boolean => {
    const [x, y] = [item.x + Math.min(item.width / 2, item.size), item.y - item.size * 0.35];
    return tables.some((table) => x > table.left && x < table.right && y > table.top && y < table.bottom);
  };
  page.items = page.items.filter((item) => !inside(item));
  for (const [index, { left, right, top }] of tables.entries()) {
    page.items.push({ words: "\u25a6", x: left, y: top + 1, width: right - left, size: 1, table: index });
  }
}

const NEAR = 2.5;
const MOST_LINES = 400;

/** Nearly equal places count as one. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || value - last > NEAR) found.push(value);
  }
  return found;
}

const isLevel = (rule: Rule): boolean => rule.x2 - rule.x1 >= rule.y2 - rule.y1;
const touches = (a: Rule, b: Rule): boolean => a.x1 - NEAR <= b.x2 && b.x1 - NEAR <= a.x2 && a.y1 - NEAR <= b.y2 && b.y1 - NEAR <= a.y2;

/** Lines that hang together; each group may be a table. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (group[at] !== at) {
      group[at] = group[group[at] ?? at] ?? at;
      at = group[at] ?? at;
    }
    return at;
  };
  for (let a = 0; a < rules.length; a++) {
    for (let b = a + 1; b < rules.length; b++) {
      const one = rules[a];
      const other = rules[b];
      if (one !== undefined && other !== undefined && touches(one, other)) group[find(a)] = find(b);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [index, rule] of rules.entries()) {
    const own = groups.get(find(index)) ?? [];
    own.push(rule);
    groups.set(find(index), own);
  }
  return [...groups.values()];
}

/** Pieces of one straight line, and lines drawn twice, count once. */
function merged(rules: readonly Rule[]): Rule[] {
  const rows = new Map<string, Rule[]>();
  for (const rule of [...rules].sort((a, b) => a.x1 + a.y1 - b.x1 - b.y1)) {
    const level = isLevel(rule);
    const key = `${level}${Math.round((level ? rule.y1 : rule.x1) / NEAR)}`;
    const row = rows.get(key) ?? [];
    const last = row.at(-1);
    if (last !== undefined && touches(last, rule)) {
      last.x2 = Math.max(last.x2, rule.x2);
      last.y2 = Math.max(last.y2, rule.y2);
    } else row.push({ ...rule });
    rows.set(key, row);
  }
  return [...rows.values()].flat();
}

class Grid {
  readonly xs: number[];
  readonly ys: number[];
  private readonly level: Rule[];
  private readonly upright: Rule[];

  constructor(rules: readonly Rule[]) {
    this.level = rules.filter(isLevel);
    this.upright = rules.filter((rule) => !isLevel(rule));
    this.xs = places([...this.upright.map((rule) => rule.x1), ...this.edge(rules)]);
    this.ys = places([...this.level.map((rule) => rule.y1), ...this.ends()]);
  }

  /** Where a page ends within a table, its last or first row there has no line of its own: the upright lines run on. */
  private ends(): number[] {
    if (this.level.length === 0 || this.upright.length < 3) return [];
    return [Math.min(...this.upright.map((rule) => rule.y1)), Math.max(...this.upright.map((rule) => rule.y2))];
  }

  /** Tables are often open at the left and the right: the outermost ends of the level lines are edges too. */
  private edge(rules: readonly Rule[]): number[] {
    if (this.upright.length === 0) return [];
    return [Math.min(...rules.map((rule) => rule.x1)), Math.max(...rules.map((rule) => rule.x2))];
  }

  /** Is there a line between the cell and the one at its right? */
  closedRight(row: number, column: number): boolean {
    const x = this.xs[column + 1] ?? 0;
    const middle = ((this.ys[row] ?? 0) + (this.ys[row + 1] ?? 0)) / 2;
    return this.upright.some((rule) => Math.abs(rule.x1 - x) <= NEAR && rule.y1 <= middle && rule.y2 >= middle);
  }

  closedBelow(row: number, column: number): boolean {
    const y = this.ys[row + 1] ?? 0;
    const middle = ((this.xs[column] ?? 0) + (this.xs[column + 1] ?? 0)) / 2;
    return this.level.some((rule) => Math.abs(rule.y1 - y) <= NEAR && rule.x1 <= middle && rule.x2 >= middle);
  }

  /** A line of the grid runs through the piece. */
  crossed(item: PdfItem): boolean {
    const y = item.y - item.size * 0.35;
    return this.upright.some((rule) => rule.x1 > item.x + item.size * 0.3 && rule.x1 < item.x + item.width - item.size * 0.3 && rule.y1 <= y && rule.y2 >= y);
  }

  at(item: PdfItem): { row: number; column: number } | null {
    const x = item.x + Math.min(item.width / 2, item.size);
    const y = item.y - item.size * 0.35;
    const column = this.xs.findLastIndex((edge) => edge <= x);
    const row = this.ys.findLastIndex((edge) => edge <= y);
    return column < 0 || row < 0 || column >= this.xs.length - 1 || row >= this.ys.length - 1 ? null : { row, column };
  }
}

/** Cells of the grid; where no line is between two, they are one. */
function cellsOf(grid: Grid, items: readonly PdfItem[]): GridCell[][] {
  const [height, width] = [grid.ys.length - 1, grid.xs.length - 1];
  const owner = new Map<number, number>();
  const spans = new Map<number, GridCell & { items: PdfItem[] }>();
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (owner.has(row * width + column)) continue;
      let columns = 1;
      while (column + columns < width && !owner.has(row * width + column + columns) && !grid.closedRight(row, column + columns - 1)) columns++;
      let rows = 1;
      while (row + rows < height && !grid.closedBelow(row + rows - 1, column)) rows++;
      for (let down = 0; down < rows; down++) for (let across = 0; across < columns; across++) owner.set((row + down) * width + column + across, row * width + column);
      spans.set(row * width + column, { words: "", columns, rows, items: [] });
    }
  }
  for (const item of items) {
    const place = grid.at(item);
    const cell = place === null ? undefined : spans.get(owner.get(place.row * width + place.column) ?? -1);
    cell?.items.push(item);
  }
  const table: GridCell[][] = Array.from({ length: height }, () => []);
  for (const [key, { items: own, columns, rows }] of spans) {
    table[Math.floor(key / width)]?.push({ words: wordsOf(own), columns, rows });
  }
  return table.filter((row) => row.some((cell) => cell.words !== ""));
}

/** Words of a cell, its lines joined. */
function wordsOf(items: readonly PdfItem[]): string {
  const page: PdfPage = { number: 0, width: Infinity, height: Infinity, items: [...items], rules: [] };
  return closeUp(linesOf(page).reduce((words, line) => joinLines(words, line.words), "")).replaceAll("|", "｜");
}

/** Tables that the ruled lines of a page draw: at least two rows of two cells, with text in them. */
export function ruledTables(page: PdfPage): FoundTable[] {
  const found: FoundTable[] = [];
  const rules = merged(page.rules);
  if (rules.length > MOST_LINES * 4) return [];
  for (const group of groupsOf(rules)) {
    if (group.length > MOST_LINES) continue;
    const grid = new Grid(group);
    if (grid.xs.length < 3 || grid.ys.length < 3) continue;
    const [top, bottom] = [grid.ys[0] ?? 0, grid.ys.at(-1) ?? 0];
    const [left, right] = [grid.xs[0] ?? 0, grid.xs.at(-1) ?? 0];
    const items = page.items.filter((item) => grid.at(item) !== null);
    const rows = cellsOf(grid, items.flatMap((item) => (grid.crossed(item) ? apart(item, -1) : [item])));
    if (rows.filter((row) => row.filter((cell) => cell.words !== "").length >= 2).length < 2) continue;
    found.push({ top, bottom, left, right, rows, edges: grid.xs });
  }
  return found.sort((a, b) => a.top - b.top);
}
