import { createHash } from "node:crypto";

/** Small PDFs for tests, written by hand: a Type0 font that is not embedded, with or without a map to Unicode. */

export interface KitText {
  words: string;
  x: number;
  /** From the lower edge, in points. */
  y: number;
  size?: number;
  /** Degrees. */
  turned?: number;
}

export interface KitPage {
  texts: KitText[];
  /** Straight lines: x1, y1, x2, y2. */
  lines?: [number, number, number, number][];
  /** A picture over the whole page. */
  picture?: boolean;
  width?: number;
  height?: number;
}

export interface KitOptions {
  /** "map": two bytes of Unicode with a map that says so; else a named encoding, and no map. */
  encoding?: "map" | "UniGB-UCS2-H" | "GBK-EUC-H" | "none";
  /** "user": opens only with a password; "owner": opens for all, but forbids copying. */
  locked?: "user" | "owner";
}

const hexOf = (words: string): string => [...words].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");

const MAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <fffe> <0000> endbfrange endcmap`;

const stream = (words: string, more = ""): string => `<< ${more} /Length ${words.length} >>\nstream\n${words}\nendstream`;

function contentOf(page: KitPage, encode: (words: string) => string): string {
  const parts = (page.lines ?? []).map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`);
  if (page.picture === true) parts.push("q 595 0 0 842 0 0 cm /Im0 Do Q");
  for (const { words, x, y, size = 16, turned = 0 } of page.texts) {
    const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
    parts.push(`BT /F1 ${size} Tf ${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} Tm <${encode(words)}> Tj ET`);
  }
  return parts.join("\n");
}

/** Bytes of a PDF with these pages; figures and letters are half as wide as Chinese signs. */
export function pdfOf(pages: readonly KitPage[], { encoding = "map", locked }: KitOptions = {}): Uint8Array {
  const ordering = encoding === "map" || encoding === "none" ? "Identity" : "GB1";
  const named = encoding === "map" || encoding === "none" ? "Identity-H" : encoding;
  const objects: string[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + index * 2} 0 R`).join(" ")}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Example /Encoding /${named} /DescendantFonts [4 0 R] ${encoding === "map" ? "/ToUnicode 6 0 R" : ""} >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Example /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /DW 1000 /W [${ordering === "GB1" ? "1 95 500" : "32 126 500"}] /FontDescriptor 5 0 R >>`,
    "<< /Type /FontDescriptor /FontName /Example /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    stream(MAP),
  ];
  const encode = encoding === "GBK-EUC-H" ? gbk : hexOf;
  for (const page of pages) {
    const { width = 595, height = 842 } = page;
    const picture = page.picture === true ? `/XObject << /Im0 ${7 + pages.length * 2} 0 R >>` : "";
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> ${picture} >> /Contents ${objects.length + 2} 0 R >>`,
      stream(contentOf(page, encode)),
    );
  }
  objects.push(stream("\u0080", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"));
  return locked === undefined ? assembled(objects) : assembled(...lockUp(objects, locked));
}

/** Signs of GBK as hexadecimal digits, found by decoding all pairs of bytes. */
function gbk(words: string): string {
  const decoder = new TextDecoder("gbk");
  const codes = new Map<string, string>();
  for (let code = 0x8140; code <= 0xfefe; code++) if ((code & 255) >= 0x40 && (code & 255) !== 0x7f && (code & 255) !== 0xff) codes.set(decoder.decode(new Uint8Array([code >> 8, code & 255])), code.toString(16));
  return [...words].map((sign) => (sign.charCodeAt(0) < 0x80 ? sign.charCodeAt(0).toString(16).padStart(2, "0") : (codes.get(sign) ?? "a1a1"))).join("");
}

const PAD = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/** The cipher of old PDFs. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => box[index & 255] ?? 0;
  for (let index = 0, other = 0; index < 256; index++) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255;
    [box[index], box[other]] = [at(other), at(index)];
  }
  let [i, j] = [0, 0];
  return Buffer.from(data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    [box[i], box[j]] = [at(j), at(i)];
    return byte ^ at(at(i) + at(j));
  }));
}

const md5 = (...parts: Buffer[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();

/** Encrypts the streams with the empty password; for "user" the file says that another one is needed. */
function lockUp(objects: readonly string[], locked: "user" | "owner"): [string[], string] {
  const [owner, id, rights] = [Buffer.alloc(32, 7), Buffer.alloc(16, 1), Buffer.from([0xc0, 0xff, 0xff, 0xff])];
  const key = md5(PAD, owner, rights, id).subarray(0, 5);
  const proof = locked === "owner" ? rc4(key, PAD) : Buffer.alloc(32, 9);
  const closed = objects.map((object, index) => object.replace(/stream\n([^]*)\nendstream/, (_, words: string) => {
    const own = md5(key, Buffer.from([index + 1, 0, 0, 0, 0])).subarray(0, 10);
    return `stream\n${rc4(own, Buffer.from(words, "latin1")).toString("latin1")}\nendstream`;
  }));
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${proof.toString("hex")}> /P -64 >>`;
  return [[...closed, encrypt], `/Encrypt ${objects.length + 1} 0 R /ID [<${id.toString("hex")}> <${id.toString("hex")}>]`];
}

/** The objects with their table of places. */
function assembled(objects: readonly string[], trailer = ""): Uint8Array {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, "latin1"));
}

/** A page of lines set as offices set them: the text 28 signs wide, paragraphs indented by two, each line a good half of its height below the last. */
export function setPage(paragraphs: readonly string[], { size = 16, wide = 26, top = 740, left = 85 } = {}): KitPage {
  const texts: KitText[] = [];
  let y = top;
  for (const paragraph of paragraphs) {
    let rest = paragraph;
    for (let first = true; rest !== ""; first = false) {
      let taken = 0;
      let room = first ? wide - 2 : wide;
      while (taken < rest.length && room > 0) room -= rest.charCodeAt(taken++) < 0x80 ? 0.5 : 1;
      texts.push({ words: rest.slice(0, taken), x: first ? left + 2 * size : left, y, size });
      rest = rest.slice(taken);
      y -= size * 1.75;
    }
  }
  return { texts };
}
