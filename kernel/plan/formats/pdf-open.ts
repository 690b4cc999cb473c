import { getResolvedPDFJS } from "unpdf";
import { builtInData } from "./pdf-cmaps.ts";
import { apart, type PdfItem, type PdfPage, plainCharacters, unreadable } from "./pdf-page.ts";
import { type PdfCommands, rulesOf } from "./pdf-rules.ts";
import { PlanRefused } from "./refusal.ts";
import type { Progress } from "./source.ts";

/** Opens a PDF and reads the text layer page by page; nothing is drawn, nothing is run, nothing is fetched. */

const MOST_PAGES = 3000;
const MOST_CHARACTERS = 8_000_000;
const LEAST_READABLE = 0.6;
const WIDE_GAP_EM = 1.2;

export interface PdfText {
  pages: PdfPage[];
  /** Pages on which nothing is printed as text. */
  empty: number[];
}

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type PdfDocument = Awaited<ReturnType<PdfJs["getDocument"]>["promise"]>;
type RawPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

async function open(js: PdfJs, bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await js.getDocument({
      data: bytes, verbosity: 0, useSystemFonts: false, disableFontFace: true, useWasm: false, maxImageSize: 1, stopAtErrors: false, enableXfa: false,
      isOffscreenCanvasSupported: false, isImageDecoderSupported: false, useWorkerFetch: false, cMapPacked: false, BinaryDataFactory: builtInData(),
    }).promise;
  } catch (cause) {
    throw new PlanRefused(cause instanceof Error && cause.name === "PasswordException" ? "encrypted" : "damaged", { format: "PDF" });
  }
}

/** Whether the file holds pictures at all: a page without text in a file without pictures is a blank page. */
const holdsPictures = (bytes: Uint8Array): boolean => /\/Subtype\s*\/Image\b/.test(new TextDecoder("latin1").decode(bytes));

type Matrix = readonly [number, number, number, number, number, number];
const product = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1], a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
];
const matrixOf = (values: readonly unknown[]): Matrix => {
  const at = (index: number): number => (typeof values[index] === "number" && Number.isFinite(values[index]) ? values[index] : 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
};

/** Quarter turns of a piece of text; null for what stands askew, such as a watermark. */
function turnsOf(matrix: Matrix): number | null {
  const quarter = Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2);
  return Math.abs(quarter - Math.round(quarter)) > 0.06 ? null : (Math.round(quarter) + 4) % 4;
}

/** A page that is turned by a quarter is turned back. */
function turned(item: PdfItem, turns: number, page: { width: number; height: number }): PdfItem {
  const { x, y } = item;
  if (turns === 1) return { ...item, x: y, y: page.width - x };
  if (turns === 2) return { ...item, x: page.width - x, y: page.height - y };
  return turns === 3 ? { ...item, x: page.height - y, y: x } : item;
}

async function readPage(page: RawPage, number: number): Promise<PdfPage & { turns: number }> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = matrixOf(transform);
  const content = await page.getTextContent();
  const byTurn: PdfItem[][] = [[], [], [], []];
  for (const raw of content.items) {
    if (!("str" in raw) || raw.str.trim() === "") continue;
    const matrix = product(view, matrixOf(raw.transform));
    // The page's own axis points down, so that upright text has a positive turn of nothing once it is mirrored back.
    const turns = turnsOf([matrix[0], matrix[1], matrix[2], matrix[3], 0, 0]);
    const size = Math.round(Math.hypot(matrix[2], matrix[3]) * 10) / 10;
    if (turns === null || size < 2 || size > 200) continue;
    byTurn[turns]?.push({ words: raw.str, x: matrix[4], y: matrix[5], width: raw.width, size });
  }
  const most = byTurn.reduce((best, items, index) => (items.length > (byTurn[best]?.length ?? 0) ? index : best), 0);
  const items = (byTurn[most] ?? []).map((item) => turned(item, most, { width, height }));
  const swapped = most % 2 === 1;
  return { number, width: swapped ? height : width, height: swapped ? width : height, items, rules: [], turns: most };
}

/** Rows of pieces far apart may be a table: only then the page's ruled lines are looked for. */
function mayHoldTable(page: PdfPage): boolean {
  const rows = new Map<number, PdfItem[]>();
  for (const item of page.items) {
    const row = Math.round(item.y / Math.max(4, item.size / 2));
    const own = rows.get(row) ?? [];
    own.push(item);
    rows.set(row, own);
  }
  let split = 0;
  for (const items of rows.values()) {
    items.sort((a, b) => a.x - b.x);
    if (items.some((item, index) => index > 0 && item.x - ((items[index - 1]?.x ?? 0) + (items[index - 1]?.width ?? 0)) > item.size * 0.9)) split++;
  }
  return split >= 2;
}

async function withRules(js: PdfJs, raw: RawPage, page: PdfPage & { turns: number }): Promise<void> {
  if (page.turns !== 0 || !mayHoldTable(page)) return;
  const { fnArray, argsArray } = await raw.getOperatorList();
  const commands: PdfCommands = { names: fnArray, values: argsArray, ops: js.OPS };
  page.rules = rulesOf(commands, matrixOf(raw.getViewport({ scale: 1 }).transform));
}

/**
 * Text layer of all pages, in order; each page is let go when it is read.
 * @throws PlanRefused "encrypted", "damaged", "no-text-layer", "undecodable", "too-complex"
 */
export async function readPdfText(bytes: Uint8Array, progress: Progress): Promise<PdfText> {
  const pictures = holdsPictures(bytes);
  const js = await getResolvedPDFJS();
  const document = await open(js, bytes);
  try {
    return await readPages(js, document, pictures, progress);
  } catch (cause) {
    if (cause instanceof PlanRefused) throw cause;
    throw new PlanRefused("damaged", { format: "PDF" });
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPages(js: PdfJs, document: PdfDocument, pictures: boolean, progress: Progress): Promise<PdfText> {
  const text: PdfText = { pages: [], empty: [] };
  let characters = 0;
  let bad = 0;
  if (document.numPages > MOST_PAGES) throw new PlanRefused("too-complex");
  for (let number = 1; number <= document.numPages; number++) {
    const raw = await document.getPage(number);
    const page = await readPage(raw, number);
    await withRules(js, raw, page);
    raw.cleanup();
    page.items = page.items.flatMap((item) => apart(item, WIDE_GAP_EM));
    for (const item of page.items) {
      characters += item.words.length;
      bad += unreadable(item.words);
      item.words = plainCharacters(item.words);
    }
    if (characters > MOST_CHARACTERS) throw new PlanRefused("too-complex");
    if (page.items.length === 0 && pictures) text.empty.push(number);
    const { turns: _, ...kept } = page;
    text.pages.push(kept);
    progress("read", number, document.numPages);
  }
  if (characters === 0) throw new PlanRefused(pictures ? "no-text-layer" : "empty", { pages: document.numPages });
  if (bad > characters * (1 - LEAST_READABLE)) throw new PlanRefused("undecodable", { share: Math.round((100 * bad) / characters) });
  return text;
}
