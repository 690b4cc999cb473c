import { spacedLabel } from "./office-numbering.ts";
import type { TextSink } from "./office-sink.ts";
import { type CellParagraph, GridTable, sendParagraph } from "./office-table.ts";
import { Fields, raised } from "./office-words.ts";

/** Groups and control words of RTF → paragraphs and tables. */

/** Groups whose words are not the document's. */
const SKIPPED = new Set([
  "colortbl", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "pntxta", "pntxtb", "object", "nonshppict", "shprslt", "sp",
  "annotation", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "themedata", "template", "bkmkstart", "bkmkend",
]);
/** Groups marked as one that older programs skip, but that hold words. */
const READ_ALTHOUGH_MARKED = new Set(["fldinst", "shpinst", "shptxt", "shppict"]);
const PAGES: Readonly<Record<number, string>> = { 936: "gb18030", 950: "big5", 932: "shift_jis", 949: "euc-kr", 65001: "utf-8" };
const CHARSETS: Readonly<Record<number, string>> = { 134: "gb18030", 136: "big5", 128: "shift_jis" };

interface State {
  skipped: boolean;
  hidden: boolean;
  deleted: boolean;
  raised: boolean;
  font: number;
  /** Characters to pass over after a Unicode one. */
  fallback: number;
  kind: "" | "fonttbl" | "stylesheet" | "fldinst" | "field" | "label" | "note" | "box" | "pict";
  /** What was read before a group of its own began. */
  outer: Open | null;
  inTable: boolean;
  style: number;
  outline: number | null;
}

interface Open {
  words: string;
  /** Last letter of the words. */
  last: string;
  label: string;
  pictures: number;
}

const fresh = (): Open => ({ words: "", last: "", label: "", pictures: 0 });

export class RtfReader {
  readonly #sink: TextSink;
  readonly #table: GridTable;
  readonly #fields = new Fields();
  readonly #states: State[] = [];
  readonly #charsets = new Map<number, string>();
  readonly #outlines = new Map<number, number>();
  readonly #notes: string[] = [];
  #state: State = { skipped: false, hidden: false, deleted: false, raised: false, font: 0, fallback: 1, kind: "", outer: null, inTable: false, style: 0, outline: null };
  #open = fresh();
  #bytes: number[] = [];
  #pass = 0;
  #page = "windows-1252";
  #starred = false;
  #edges: number[] = [];
  #merges: { left: boolean; above: boolean }[] = [];
  #merge = { left: false, above: false };
  #left = 0;

  constructor(sink: TextSink) {
    this.#sink = sink;
    this.#table = new GridTable(sink);
  }

  open(): void {
    this.#flush();
    this.#pass = 0;
    this.#states.push(this.#state);
    // What a group is for is not handed down, but what stands in an instruction or a table of fonts stays in it.
    const { kind } = this.#state;
    this.#state = { ...this.#state, outer: null, kind: kind === "fonttbl" || kind === "stylesheet" || kind === "fldinst" ? kind : "" };
  }

  close(): void {
    this.#flush();
    this.#pass = 0;
    const { kind, outer } = this.#state;
    if (outer !== null) {
      if (kind === "note") this.#notes.push(this.#open.words.replace(/\s+/g, " ").trim());
      else if (kind === "label") outer.label = labelOf(this.#open.words);
      else if (kind === "box") this.#paragraph();
      this.#open = outer;
    }
    if (kind === "field") this.#fields.end();
    this.#state = this.#states.pop() ?? this.#state;
  }

  byte(value: number): void {
    if (this.#pass > 0) this.#pass--;
    else this.#bytes.push(value);
  }

  symbol(code: number): void {
    if (code === 0x2a) {
      this.#starred = true;
      return;
    }
    if (code === 0x0a || code === 0x0d) this.word("par", undefined);
    else if (code === 0x7e) this.#say("\u00a0");
    else if (code === 0x5f) this.#say("-");
    else if (code === 0x5c || code === 0x7b || code === 0x7d) this.byte(code);
  }

  word(word: string, parameter: number | undefined): void {
    if (word === "u" && parameter !== undefined) {
      this.#flush();
      this.#write(String.fromCharCode(parameter & 0xffff));
      this.#pass = this.#state.fallback;
      return;
    }
    this.#flush();
    this.#pass = 0;
    const starred = this.#starred;
    this.#starred = false;
    if (SKIPPED.has(word) || (starred && !READ_ALTHOUGH_MARKED.has(word))) this.#state.skipped = true;
    else if (!this.#group(word) && !this.#character(word, parameter) && !this.#layout(word, parameter)) this.#printed(word);
  }

  end(): void {
    this.#flush();
    this.#paragraph();
    this.#table.end();
    for (const [index, words] of this.#notes.entries()) {
      if (words !== "") this.#sink.paragraph({ label: `注（${index + 1}）：`, words, depth: null, title: false });
    }
  }

  /** Words that say what a group is. */
  #group(word: string): boolean {
    const state = this.#state;
    if (word === "fonttbl" || word === "stylesheet" || word === "fldinst") state.kind = word;
    else if (word === "field") {
      state.kind = "field";
      this.#fields.begin();
    } else if (word === "fldrslt") this.#fields.separate();
    else if (word === "pict") {
      if (!state.skipped) this.#open.pictures++;
      state.skipped = true;
    } else if (word === "listtext" || word === "pntext" || word === "footnote" || word === "shptxt") {
      state.kind = word === "footnote" ? "note" : word === "shptxt" ? "box" : "label";
      state.outer = this.#open;
      this.#open = fresh();
    } else return false;
    return true;
  }

  #character(word: string, parameter: number | undefined): boolean {
    const state = this.#state;
    const on = parameter !== 0;
    if (/^(?:deleted|revised)$/.test(word) && on && !state.skipped) this.#sink.notice("tracked-changes");
    if (word === "ansicpg") this.#page = PAGES[parameter ?? 0] ?? "windows-1252";
    else if (word === "f") state.font = parameter ?? 0;
    else if (word === "fcharset") this.#charsets.set(state.font, CHARSETS[parameter ?? 0] ?? "");
    else if (word === "uc") state.fallback = Math.min(Math.max(parameter ?? 1, 0), 8);
    else if (word === "v") state.hidden = on;
    else if (word === "deleted") state.deleted = on;
    else if (word === "super") state.raised = on;
    else if (word === "nosupersub" || word === "sub") state.raised = false;
    else if (word === "plain") Object.assign(state, { hidden: false, deleted: false, raised: false });
    else return false;
    return true;
  }

  #layout(word: string, parameter: number | undefined): boolean {
    const state = this.#state;
    if (word === "pard") Object.assign(state, { inTable: false, style: 0, outline: null });
    else if (word === "s") state.style = parameter ?? 0;
    else if (word === "outlinelevel") {
      if (state.kind === "stylesheet") this.#outlines.set(state.style, parameter ?? 9);
      else state.outline = parameter ?? 9;
    } else if (word === "intbl") state.inTable = true;
    else if (word === "trowd") {
      this.#edges = [];
      this.#merges = [];
      this.#left = 0;
    } else if (word === "trleft") this.#left = parameter ?? 0;
    else if (word === "clmrg") this.#merge.left = true;
    else if (word === "clvmrg") this.#merge.above = true;
    else if (word === "cellx") {
      this.#edges.push(parameter ?? 0);
      this.#merges.push(this.#merge);
      this.#merge = { left: false, above: false };
    } else return this.#ends(word);
    return true;
  }

  #ends(word: string): boolean {
    if (this.#state.skipped && /^(?:par|cell|row|sect|page)$/.test(word)) return true;
    if (word === "par" || word === "sect" || word === "nestcell") this.#paragraph();
    else if (word === "cell") {
      this.#state.inTable = true;
      this.#paragraph();
      this.#table.endCell();
    } else if (word === "row") this.#table.endRow({ edges: this.#edges.length === 0 ? [] : [this.#left, ...this.#edges], merges: this.#merges });
    else return false;
    return true;
  }

  #printed(word: string): void {
    const words = PRINTED[word];
    if (words !== undefined) this.#say(words);
    else if (word === "chatn") this.#sink.notice("comments");
  }

  #say(words: string): void {
    this.#flush();
    this.#write(words);
  }

  /** Bytes are in the code page of the font, else of the document. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const own = this.#charsets.get(this.#state.font) ?? "";
    const words = new TextDecoder(own === "" ? this.#page : own).decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#write(words);
  }

  #write(words: string): void {
    const { skipped, kind, hidden, deleted } = this.#state;
    if (kind === "fldinst") this.#fields.instruct(words);
    if (skipped || kind === "fldinst" || kind === "fonttbl" || kind === "stylesheet" || hidden || deleted || this.#fields.silent) return;
    const read = this.#state.raised ? raised(words, this.#open.last) : words.replace(/[\u00ad\ue000-\uf8ff]/g, "");
    this.#open.words += read;
    this.#open.last = read.at(-1) ?? this.#open.last;
  }

  #paragraph(): void {
    const { words, label, pictures } = this.#open;
    const outline = this.#state.outline ?? this.#outlines.get(this.#state.style) ?? 9;
    this.#open = fresh();
    const paragraph: CellParagraph = { words, label, pictures, depth: outline < 9 && words.trim() !== "" ? outline + 1 : null, title: false };
    const contents = this.#fields.endParagraph(false);
    if (this.#state.inTable) this.#table.paragraph(paragraph);
    else {
      this.#table.end();
      if (!contents) sendParagraph(this.#sink, paragraph);
    }
  }
}

const PRINTED: Readonly<Record<string, string>> = {
  tab: "\t", line: "\n", emdash: "—", endash: "–", lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”", bullet: "•", emspace: " ", enspace: " ", page: "\n",
};

/** Bullets are left out. */
const labelOf = (words: string): string => (/[\p{L}\p{N}]/u.test(words) ? spacedLabel(words) : "");
