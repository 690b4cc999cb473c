import type { Rule } from "./pdf-page.ts";

/** The commands that draw a page → its straight lines: borders of tables and boxes. */

export interface PdfCommands {
  names: readonly number[];
  values: readonly unknown[];
  ops: Readonly<Record<string, number>>;
}

type Matrix = readonly [number, number, number, number, number, number];

const THIN = 3;
const SHORTEST = 6;
const MOST_RULES = 20000;
/** A drawing, not a border. */
const MOST_POINTS = 64;

const product = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1], a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
];

const numbersOf = (value: unknown): number[] => {
  if (Array.isArray(value)) return value.filter((one): one is number => typeof one === "number");
  return value instanceof Float32Array || value instanceof Float64Array ? [...value] : [];
};

interface Point {
  x: number;
  y: number;
}

/** Straight runs of a path: moves, lines, curves, closings are coded 0, 1, 2 (six numbers), 3 (four), 4. */
function subpaths(data: readonly number[], matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  const point = (x: number, y: number): Point => ({ x: matrix[0] * x + matrix[2] * y + matrix[4], y: matrix[1] * x + matrix[3] * y + matrix[5] });
  for (let index = 0; index < data.length; ) {
    const code = data[index];
    const at = (offset: number): number => data[index + offset] ?? 0;
    const path = paths.at(-1);
    if (code === 0) paths.push([point(at(1), at(2))]);
    else if (code === 1) path?.push(point(at(1), at(2)));
    else if (code === 2) path?.push(point(at(5), at(6)));
    else if (code === 3) path?.push(point(at(3), at(4)));
    else if (code === 4 && path?.[0] !== undefined) path.push(path[0]);
    index += code === 2 ? 7 : code === 3 ? 5 : code === 4 ? 1 : 3;
  }
  return paths;
}

const straight = (a: Point, b: Point): Rule | null => {
  const across = Math.abs(a.x - b.x);
  const down = Math.abs(a.y - b.y);
  if (Math.max(across, down) < SHORTEST || Math.min(across, down) > 1) return null;
  return { x1: Math.min(a.x, b.x), y1: Math.min(a.y, b.y), x2: Math.max(a.x, b.x), y2: Math.max(a.y, b.y) };
};

/** A filled shape that is thin is a line; other fills are shading. */
function filled(path: readonly Point[]): Rule | null {
  const xs = path.map((point) => point.x);
  const ys = path.map((point) => point.y);
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (Math.min(x2 - x1, y2 - y1) > THIN || Math.max(x2 - x1, y2 - y1) < SHORTEST) return null;
  return x2 - x1 > y2 - y1 ? { x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 } : { x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1, y2 };
}

/** Level and upright lines of a page. `view` turns the page's own places into points from the upper left corner. */
export function rulesOf({ names, values, ops }: PdfCommands, view: Matrix): Rule[] {
  const rules: Rule[] = [];
  const stroking = new Set([ops["stroke"], ops["closeStroke"], ops["fillStroke"], ops["eoFillStroke"], ops["closeFillStroke"], ops["closeEOFillStroke"]]);
  const filling = new Set([ops["fill"], ops["eoFill"], ops["fillStroke"], ops["eoFillStroke"]]);
  let matrix = view;
  const saved: Matrix[] = [];
  for (const [index, name] of names.entries()) {
    const value = values[index];
    if (name === ops["save"]) saved.push(matrix);
    else if (name === ops["restore"]) matrix = saved.pop() ?? view;
    else if (name === ops["transform"] || name === ops["paintFormXObjectBegin"]) {
      const own = numbersOf(name === ops["transform"] ? value : Array.isArray(value) ? value[0] : null);
      if (name !== ops["transform"]) saved.push(matrix);
      if (own.length === 6) matrix = product(matrix, [own[0] ?? 1, own[1] ?? 0, own[2] ?? 0, own[3] ?? 1, own[4] ?? 0, own[5] ?? 0]);
    } else if (name === ops["paintFormXObjectEnd"]) matrix = saved.pop() ?? view;
    else if (name === ops["constructPath"] && Array.isArray(value)) {
      const paint: unknown = value[0];
      const data: unknown = Array.isArray(value[1]) ? value[1][0] : null;
      if (typeof paint !== "number" || rules.length > MOST_RULES) continue;
      for (const path of subpaths(numbersOf(data), matrix)) {
        if (path.length > MOST_POINTS) continue;
        const line = filling.has(paint) ? filled(path) : null;
        if (line !== null) rules.push(line);
        else if (stroking.has(paint)) {
          for (const [step, point] of path.entries()) {
            const before = path[step - 1];
            const rule = before === undefined ? null : straight(before, point);
            if (rule !== null) rules.push(rule);
          }
        }
      }
    }
  }
  return rules;
}
