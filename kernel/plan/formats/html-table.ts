import { flow, tidySpace } from "./html-flow.ts";
import { type HtmlNode, isBlock } from "./html-tree.ts";

/** Tables of a page: which of them hold data, and their cells. */

export interface Cell {
  words: string;
  columns: number;
  rows: number;
}

const MOST_SPAN = 1000;
const LONG_CELL = 400;

const spanOf = (value: string | undefined): number => Math.min(MOST_SPAN, Math.max(1, Number.parseInt(value ?? "1", 10) || 1));

export interface TableShape {
  /** Places of the cells. */
  rows: number[][];
  caption: number | null;
  data: boolean;
}

/** Rows of the table at `at`: the places of its cells; what belongs to tables inside it is left out. */
function rowsOf(nodes: readonly HtmlNode[], at: number): Omit<TableShape, "data"> & { nested: boolean } {
  const rows: number[][] = [];
  let caption: number | null = null;
  let nested = false;
  const end = nodes[at]?.after ?? at;
  for (let index = at + 1; index < end; ) {
    const node = nodes[index];
    if (node === undefined) break;
    if (node.tag === "table") nested = true;
    if (node.tag === "caption") caption ??= index;
    if (node.tag === "tr") rows.push([]);
    if (node.tag === "td" || node.tag === "th") rows.at(-1)?.push(index);
    index = node.tag === "table" ? node.after : index + 1;
  }
  return { rows, caption, nested };
}

/** Data, when it has several rows of several cells; a cell that holds the page's text, or other tables, is layout. */
function shapeOf(nodes: readonly HtmlNode[], at: number): TableShape {
  const { nested, ...found } = rowsOf(nodes, at);
  const { rows } = found;
  if (nested || nodes[at]?.attributes["role"] === "presentation") return { ...found, data: false };
  const filled = rows.map((row) => row.filter((cell) => sizeOf(nodes, cell).characters > 0).length);
  const wide = filled.filter((count) => count >= 2).length;
  if (wide < 2 && !(wide === 1 && rows.length === 1 && (filled[0] ?? 0) >= 3)) return { ...found, data: false };
  let longest = 0;
  let all = 0;
  let blocks = 0;
  for (const cell of rows.flat()) {
    const size = sizeOf(nodes, cell);
    all += size.characters;
    if (size.characters > longest) ({ characters: longest, blocks } = size);
  }
  return { ...found, data: !(longest > LONG_CELL && blocks > 2 && longest > all * 0.6) };
}

function sizeOf(nodes: readonly HtmlNode[], cell: number): { characters: number; blocks: number } {
  let characters = 0;
  let blocks = 0;
  const end = nodes[cell]?.after ?? cell;
  for (let index = cell + 1; index < end; index++) {
    const node = nodes[index];
    if (node === undefined) break;
    if (isBlock(node)) blocks++;
    characters += node.words.trim().length;
  }
  return { characters, blocks };
}

/** Tells tables of data from layout; each table is looked at once. */
export function tableReader(nodes: readonly HtmlNode[]): (at: number) => TableShape {
  const shapes = new Map<number, TableShape>();
  return (at) => {
    const known = shapes.get(at) ?? shapeOf(nodes, at);
    shapes.set(at, known);
    return known;
  };
}

/** Words and reach of a cell; its lines follow each other with a space. Chinese lines broken for width are the cell's own affair. */
export function cellAt(nodes: readonly HtmlNode[], at: number, kept: Uint8Array): Cell {
  const node = nodes[at];
  let words = "";
  for (const piece of flow(nodes, at + 1, node?.after ?? at, kept, () => false)) {
    if (piece.is === "words") words += piece.words;
    else if (piece.is === "break" && words !== "") words += "\u0000";
  }
  const lines = words.split("\u0000").map((line) => tidySpace(line).trim()).filter((line) => line !== "");
  return { words: lines.join(" ").replaceAll("|", "｜"), columns: spanOf(node?.attributes["colspan"]), rows: spanOf(node?.attributes["rowspan"]) };
}
