import { Fields, isPageField, raised } from "./office-words.ts";
import type { Styles } from "./docx-styles.ts";
import { childOf, valueOf, type XmlElement } from "./docx-xml.ts";

/** Runs of a paragraph → its words, and what hangs on them: text boxes, pictures, notes, tracked changes. */

export interface Found {
  words: string;
  boxes: XmlElement[];
  /** Whether each picture is large enough to hold a table. */
  pictures: boolean[];
}

export interface NoteMark {
  part: "footnotes" | "endnotes";
  id: string;
}

/** 38 mm by 20 mm: smaller ones are seals, logos, signs. In English Metric Units, 36,000 to the millimetre. */
const LEAST_WIDTH = 38 * 36000;
const LEAST_HEIGHT = 20 * 36000;
const EMU_PER_POINT = 12700;

/** Elements that only wrap what is read. */
const WRAPPERS = new Set([
  "w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:dir", "w:bdo", "w:ruby", "w:rubyBase", "m:oMath", "m:oMathPara",
]);
const SKIPPED = new Set(["w:del", "w:moveFrom", "w:rt", "w:pPr", "w:rPr", "w:sdtPr", "w:delText", "w:delInstrText"]);

/** What newer Words write beside its older form: only one of the two is read. */
export function alternative(element: XmlElement): XmlElement[] {
  return (childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback"))?.children ?? [];
}

/** Reads runs one paragraph after the other; fields may reach over paragraphs. */
export class RunReader {
  readonly notes: NoteMark[] = [];
  readonly #styles: Styles;
  readonly #tell: (kind: "tracked-changes" | "comments") => void;
  readonly #fields = new Fields();
  #found: Found = { words: "", boxes: [], pictures: [] };
  #paragraph: XmlElement | undefined;
  /** Words of the run that is read, and the last letter before it. */
  #words = "";
  #last = "";
  #contents = false;

  constructor(styles: Styles, tell: (kind: "tracked-changes" | "comments") => void) {
    this.#styles = styles;
    this.#tell = tell;
  }

  /** Whether the paragraph read last stands in a table of contents that Word made. */
  get inContents(): boolean {
    return this.#contents;
  }

  read(paragraph: XmlElement): Found {
    // A text box holds paragraphs of its own, read after this one.
    this.#found = { words: "", boxes: [], pictures: [] };
    this.#paragraph = childOf(paragraph, "w:pPr");
    this.#last = "";
    for (const child of paragraph.children) this.#element(child);
    this.#contents = this.#fields.endParagraph(this.#styles.isContents(this.#paragraph));
    return this.#found;
  }

  #element(element: XmlElement): void {
    const { name } = element;
    if (/^w:(?:ins|del|moveTo)$/.test(name) && element.children.length > 0) this.#tell("tracked-changes");
    if (SKIPPED.has(name)) return;
    if (name === "w:hyperlink" && element.attributes["w:anchor"]?.startsWith("_Toc") === true) this.#fields.refer();
    if (name === "w:r" || name === "m:r") this.#run(element);
    else if (name === "w:fldSimple") {
      if (!isPageField(element.attributes["w:instr"] ?? "")) for (const child of element.children) this.#element(child);
    } else if (name === "w:sdt" && childOf(childOf(element, "w:sdtPr"), "w:showingPlcHdr") !== undefined) return;
    else if (name === "mc:AlternateContent") for (const child of alternative(element)) this.#element(child);
    else if (WRAPPERS.has(name) || name.startsWith("m:")) for (const child of element.children) this.#element(child);
  }

  #run(run: XmlElement): void {
    const properties = childOf(run, "w:rPr");
    const hidden = this.#styles.hides(properties, this.#paragraph);
    const outer = this.#words;
    this.#words = "";
    for (const child of run.children) this.#piece(child, hidden);
    const words = valueOf(properties, "w:vertAlign") === "superscript" ? raised(this.#words, this.#last) : this.#words;
    this.#words = outer;
    this.#found.words += words;
    this.#last = words.at(-1) ?? this.#last;
  }

  #piece(element: XmlElement, hidden: boolean): void {
    const { name } = element;
    if (name === "w:fldChar") return this.#field(element.attributes["w:fldCharType"] ?? "");
    if (name === "w:instrText") return this.#fields.instruct(element.words);
    if (hidden || this.#fields.silent) return;
    const printed = printedOf(element);
    if (printed !== null) this.#words += printed;
    else if (name === "w:footnoteReference" || name === "w:endnoteReference") {
      this.notes.push({ part: name === "w:footnoteReference" ? "footnotes" : "endnotes", id: element.attributes["w:id"] ?? "" });
    } else if (name === "w:commentReference") this.#tell("comments");
    else if (name === "mc:AlternateContent") for (const child of alternative(element)) this.#piece(child, hidden);
    else if (name === "w:drawing" || name === "w:pict" || name === "w:object") this.#drawing(element);
    else if (name === "w:ruby") for (const child of childOf(element, "w:rubyBase")?.children ?? []) this.#element(child);
  }

  #field(type: string): void {
    if (type === "begin") this.#fields.begin();
    else if (type === "separate") this.#fields.separate();
    else if (type === "end") this.#fields.end();
  }

  #drawing(element: XmlElement): void {
    const boxes: XmlElement[] = [];
    const size = { width: 0, height: 0, picture: element.name === "w:object" };
    look(element, boxes, size);
    this.#found.boxes.push(...boxes);
    if (boxes.length === 0 && size.picture) {
      this.#found.pictures.push(size.width === 0 || (size.width >= LEAST_WIDTH && size.height >= LEAST_HEIGHT));
    }
  }
}

/** Words of an element inside a run; null when it prints none itself. */
function printedOf(element: XmlElement): string | null {
  switch (element.name) {
    case "w:t": case "m:t": return element.words.replace(/\u00ad|[\ue000-\uf8ff]/g, "").replace(/[\n\r]+/g, " ");
    case "w:tab": case "w:ptab": return "\t";
    case "w:br": case "w:cr": return "\n";
    case "w:noBreakHyphen": return "-";
    case "w:sym": return symbolOf(element.attributes["w:char"] ?? "");
    default: return null;
  }
}

/** Signs of symbol fonts lie in the private range and mean nothing outside their font. */
function symbolOf(code: string): string {
  const value = Number.parseInt(code, 16);
  return value >= 0x20 && value < 0xe000 && !(value >= 0xd800 && value < 0xe000) ? String.fromCharCode(value) : "";
}

/** Goes through a drawing: text boxes, and whether and how large there is a picture. */
function look(element: XmlElement, boxes: XmlElement[], size: { width: number; height: number; picture: boolean }): void {
  if (element.name === "w:txbxContent") {
    boxes.push(element);
    return;
  }
  if (element.name === "wp:extent") {
    size.width = Number(element.attributes["cx"] ?? 0);
    size.height = Number(element.attributes["cy"] ?? 0);
  } else if (element.name === "v:shape" || element.name === "v:rect") {
    size.width ||= pointsOf(element.attributes["style"] ?? "", "width") * EMU_PER_POINT;
    size.height ||= pointsOf(element.attributes["style"] ?? "", "height") * EMU_PER_POINT;
  } else if (/^(?:a:blip|v:imagedata|c:chart|dgm:relIds)$/.test(element.name)) size.picture = true;
  const children = element.name === "mc:AlternateContent" ? alternative(element) : element.children;
  for (const child of children) look(child, boxes, size);
}

const pointsOf = (style: string, side: string): number => Number(new RegExp(`(?:^|;)\\s*${side}:\\s*([\\d.]{1,9})pt`).exec(style)?.[1] ?? 0);
