import { AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from "docx";
import { printable, repack } from "./archive.ts";
import { titleOf } from "./sheet.ts";
import { cellOf, columnsOf, type DecompositionTable } from "./table.ts";

/** Tables as Word files, as official documents are set. Pure: the same table gives the same bytes. */

export interface PrintedColumn {
  readonly label: string;
  readonly group: string | null;
  readonly width: number;
  readonly centred?: boolean;
}

/** A table to be printed; a row of one string is a heading over the rows that follow. */
export interface PrintedTable {
  readonly title: string;
  readonly below: readonly string[];
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[] | string)[];
}

export type Paper = "A3" | "A4";

// Title, headings and text of official documents (GB/T 9704), each with what stands in for it where it is not installed.
const TITLE = "方正小标宋简体";
const HEADING = "黑体";
const TEXT = "仿宋_GB2312";
const instead: Readonly<Record<string, string>> = { [TITLE]: "宋体", [HEADING]: "SimHei", [TEXT]: "仿宋" };

const font = (name: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: name });

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

function paragraphs(words: string, centred: boolean, name: string, size: number): Paragraph[] {
  return printable(words).split("\n").map((line) => new Paragraph({ alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT, children: [new TextRun({ text: line, font: font(name), size })] }));
}

interface Setting {
  readonly columns: readonly PrintedColumn[];
  readonly widths: readonly number[];
  readonly size: number;
}

interface Span {
  readonly columns?: number;
  readonly rows?: number;
}

function cell(words: string, width: number, centred: boolean, name: string, size: number, span: Span = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, margins: { left: 60, right: 60, top: 20, bottom: 20 }, children: paragraphs(words, centred, name, size),
    ...(span.columns === undefined ? {} : { columnSpan: span.columns }), ...(span.rows === undefined ? {} : { rowSpan: span.rows }),
  });
}

/** One header row, or two where years stand under their group; both are printed again on every page. */
function headerRows({ columns, widths, size }: Setting): TableRow[] {
  const isGrouped = columns.some((column) => column.group !== null);
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  columns.forEach((column, index) => {
    const width = widths[index] ?? 0;
    if (column.group === null) {
      upper.push(cell(column.label, width, true, HEADING, size, isGrouped ? { rows: 2 } : {}));
      return;
    }
    lower.push(cell(column.label, width, true, HEADING, size));
    if (columns[index - 1]?.group === column.group) return;
    const members = columns.flatMap((other, at) => (other.group === column.group ? [widths[at] ?? 0] : []));
    upper.push(cell(column.group, members.reduce((sum, one) => sum + one, 0), true, HEADING, size, { columns: members.length }));
  });
  const row = (children: TableCell[]): TableRow => new TableRow({ tableHeader: true, cantSplit: true, children });
  return isGrouped ? [row(upper), row(lower)] : [row(upper)];
}

const escaped = (words: string): string => printable(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A cell as it stands in the file; thousands of them as objects would fill the memory. */
function cellXml(words: string, width: number, centred: boolean, name: string, size: number, columns = 1): string {
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="${name}" w:hAnsi="Times New Roman"/>`;
  const lines = words.split("\n").map((line) =>
    `<w:p><w:pPr><w:jc w:val="${centred ? "center" : "left"}"/></w:pPr><w:r><w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`);
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
  const margins = `<w:tcMar><w:top w:type="dxa" w:w="20"/><w:left w:type="dxa" w:w="60"/><w:bottom w:type="dxa" w:w="20"/><w:right w:type="dxa" w:w="60"/></w:tcMar>`;
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${span}${margins}<w:vAlign w:val="center"/></w:tcPr>${lines.join("")}</w:tc>`;
}

function rowXml(words: readonly string[] | string, { columns, widths, size }: Setting): string {
  const row = (cells: string, whole: boolean): string => `<w:tr>${whole ? "<w:trPr><w:cantSplit/></w:trPr>" : ""}${cells}</w:tr>`;
  if (typeof words === "string") return row(cellXml(words, widths.reduce((sum, one) => sum + one, 0), false, HEADING, size, columns.length), true);
  // A long paragraph may run on to the next page; a short row stays whole.
  const whole = words.every((one) => one.length < 300);
  return row(columns.map((column, index) => cellXml(words[index] ?? "", widths[index] ?? 0, column.centred === true, TEXT, size)).join(""), whole);
}

function pageFooter(): Footer {
  const run = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): TextRun => new TextRun({ children, font: font(TEXT), size: 21 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(["第 ", PageNumber.CURRENT, " 页，共 ", PageNumber.TOTAL_PAGES, " 页"])] })] });
}

/** Fonts that a reader may not have, each with its stand-in. */
const fontTable = (part: string): string => {
  const entries = Object.entries(instead).map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`).join("");
  return part.includes("</w:fonts>") ? part.replace("</w:fonts>", `${entries}</w:fonts>`) : part.replace(/<w:fonts\b([^>]*)\/>/, `<w:fonts$1>${entries}</w:fonts>`);
};

export async function writePaper(printed: PrintedTable, paper: Paper = "A3"): Promise<Uint8Array> {
  const [short, long] = paper === "A3" ? [297, 420] : [210, 297];
  const margin = paper === "A3" ? 20 : 15;
  const room = twips(long - 2 * margin);
  const all = printed.columns.reduce((sum, column) => sum + column.width, 0);
  const setting: Setting = { columns: printed.columns, widths: printed.columns.map((column) => Math.floor((column.width / all) * room)), size: paper === "A3" ? 20 : 16 };
  const head = new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [new TextRun({ text: printable(printed.title), font: font(TITLE), size: 44 })] });
  const below = printed.below.filter((line) => line !== "").map((line) => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 60 }, children: [new TextRun({ text: printable(line), font: font(TEXT), size: 28 })] }));
  const table = new Table({
    width: { size: setting.widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA }, columnWidths: [...setting.widths], layout: TableLayoutType.FIXED,
    rows: headerRows(setting),
  });
  const page = { size: { width: twips(short), height: twips(long), orientation: PageOrientation.LANDSCAPE }, margin: { top: twips(margin), bottom: twips(margin), left: twips(margin), right: twips(margin), footer: twips(10) } };
  const document = new Document({ creator: "Gangju", lastModifiedBy: "Gangju", title: printable(printed.title), sections: [{ properties: { page }, footers: { default: pageFooter() }, children: [head, ...below, table, new Paragraph({ children: [new TextRun({ text: "", size: 2 })] })] }] });
  const bytes = new Uint8Array(await Packer.toBuffer(document));
  return repack(bytes, (name, part) => {
    if (name === "word/document.xml") return part.replace("</w:tbl>", () => `${printed.rows.map((row) => rowXml(row, setting)).join("")}</w:tbl>`);
    if (name === "word/fontTable.xml") return fontTable(part);
    return name === "docProps/core.xml" ? part.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z") : part;
  });
}

/** The decomposition table as it is printed: chapters as headings between the rows. */
export function printedTable(table: DecompositionTable): PrintedTable {
  const columns = columnsOf(table.span).filter((column) => column.field !== "chapter");
  const rows: (string[] | string)[] = [];
  let chapter = "";
  for (const row of table.rows) {
    const own = cellOf(row, "chapter");
    if (own !== chapter && own !== "") rows.push(own);
    chapter = own;
    rows.push(columns.map(({ field }) => cellOf(row, field)));
  }
  const centred = new Set(["number", "attribute", "total", "deadline"]);
  return {
    title: titleOf(table),
    below: [table.documentNumber ?? "", table.issuedOn === null ? "" : dayWords(table.issuedOn), table.remark],
    columns: columns.map((column) => ({ ...column, centred: centred.has(column.field) || column.group !== null })),
    rows,
  };
}

/** 2026-03-01 → 2026年3月1日 */
const dayWords = (day: string): string => day.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
