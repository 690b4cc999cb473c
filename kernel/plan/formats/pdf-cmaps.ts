/**
 * Character maps that PDF files name but do not hold: fonts of old Chinese PDFs print in GBK or by Adobe-GB1 numbers and say nothing of Unicode.
 * Built here from GB 2312, which Adobe-GB1 numbers row by row; signs of GBK beyond it get numbers of our own, above all of Adobe's.
 */

/** Rows and stretches of GB 2312 and the Adobe-GB1 number of the first sign: row, first and last column, number. */
const STRETCHES: readonly (readonly [number, number, number, number])[] = [
  [0xa1, 0xa1, 0xfe, 96], [0xa2, 0xb1, 0xe2, 190], [0xa2, 0xe5, 0xee, 240], [0xa2, 0xf1, 0xfc, 250], [0xa3, 0xa1, 0xfe, 262], [0xa4, 0xa1, 0xf3, 356],
  [0xa5, 0xa1, 0xf6, 439], [0xa6, 0xa1, 0xb8, 525], [0xa6, 0xc1, 0xd8, 549], [0xa7, 0xa1, 0xc1, 602], [0xa7, 0xd1, 0xf1, 635],
];
const FIRST_LEVEL = 940;
const SECOND_LEVEL = 4695;
const OWN = 31000;
const HALF_WIDTH = 814;

/** Adobe-GB1 number of two bytes of GBK. */
function numberOf(row: number, column: number): number {
  if (column >= 0xa1 && row >= 0xb0 && row <= 0xd7 && !(row === 0xd7 && column > 0xf9)) return FIRST_LEVEL + (row - 0xb0) * 94 + column - 0xa1;
  if (column >= 0xa1 && row >= 0xd8 && row <= 0xf7) return SECOND_LEVEL + (row - 0xd8) * 94 + column - 0xa1;
  const stretch = STRETCHES.find(([own, from, to]) => own === row && column >= from && column <= to);
  return stretch === undefined ? OWN + (row - 0x81) * 191 + column - 0x40 : stretch[3] + column - stretch[1];
}

interface Sign {
  code: number;
  number: number;
  unicode: number;
}

/** All signs of GBK. */
function signs(): Sign[] {
  const decoder = new TextDecoder("gbk");
  const all: Sign[] = [];
  for (let row = 0x81; row <= 0xfe; row++) {
    for (let column = 0x40; column <= 0xfe; column++) {
      if (column === 0x7f) continue;
      const unicode = decoder.decode(new Uint8Array([row, column])).codePointAt(0) ?? 0xfffd;
      if (unicode !== 0xfffd && unicode > 0x7f && unicode < 0x10000 && !(unicode >= 0xe000 && unicode <= 0xf8ff)) all.push({ code: row * 256 + column, number: numberOf(row, column), unicode });
    }
  }
  return all;
}

const hex = (value: number, digits = 4): string => `<${value.toString(16).padStart(digits, "0")}>`;
const MOST_IN_BLOCK = 100;

function map(name: string, spaces: readonly string[], entries: readonly string[], kind: "cidchar" | "bfchar", ranges: readonly string[]): Uint8Array {
  const blocks: string[] = [];
  for (let from = 0; from < entries.length; from += MOST_IN_BLOCK) {
    const some = entries.slice(from, from + MOST_IN_BLOCK);
    blocks.push(`${some.length} begin${kind}\n${some.join("\n")}\nend${kind}`);
  }
  const range = kind === "cidchar" ? "cidrange" : "bfrange";
  return new TextEncoder().encode([
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap", `/CMapName /${name} def /WMode ${name.endsWith("-V") ? 1 : 0} def`,
    `${spaces.length} begincodespacerange ${spaces.join(" ")} endcodespacerange`, `${ranges.length} begin${range} ${ranges.join("\n")} end${range}`, ...blocks, "endcmap",
  ].join("\n"));
}

const asciiTo = (number: number, digits: number): string => `${hex(0x20, digits)} ${hex(0x7e, digits)} ${number}`;

/** The map of that name, null when it is none of Chinese as the mainland writes it. */
function builtIn(name: string): Uint8Array | null {
  if (name === "Adobe-GB1-UCS2") {
    const ranges = [`${hex(1)} ${hex(95)} ${hex(0x20)}`, `${hex(HALF_WIDTH)} ${hex(HALF_WIDTH + 93)} ${hex(0x21)}`, `${hex(7716)} ${hex(7716)} ${hex(0x20)}`];
    return map(name, [`${hex(0)} ${hex(0xffff)}`], signs().map((sign) => `${hex(sign.number)} ${hex(sign.unicode)}`), "bfchar", ranges);
  }
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name)) {
    return map(name, [`${hex(0)} ${hex(0xffff)}`], signs().map((sign) => `${hex(sign.unicode)} ${sign.number}`), "cidchar", [asciiTo(1, 4)]);
  }
  if (/^GB(?:pc|Kp?|K2K)?(?:-EUC)?-[HV]$/.test(name)) {
    return map(name, [`${hex(0, 2)} ${hex(0x80, 2)}`, `${hex(0x8140)} ${hex(0xfefe)}`], signs().map((sign) => `${hex(sign.code)} ${sign.number}`), "cidchar", [asciiTo(1, 2)]);
  }
  return null;
}

/** What pdf.js asks for while it reads fonts: maps are built once for a document, fonts are not given, nothing is fetched. */
export function builtInData(): new () => { fetch(request: { kind: string; filename: string }): Promise<Uint8Array> } {
  const built = new Map<string, Uint8Array>();
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const known = built.get(filename) ?? (kind === "cMapUrl" ? builtIn(filename) : null);
      if (known === null) throw new Error(`${filename} is not given`);
      built.set(filename, known);
      return Promise.resolve(known);
    }
  };
}
