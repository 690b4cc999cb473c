import type { PdfLine } from "./pdf-lines.ts";

/** Which line of a page goes on the paragraph of the line before. */

const SENTENCE_END = /[。！？!?；;：:]["”’）)》」』]?$/;
const NUMBERED = /^(?:第\s?[一二三四五六七八九十百零\d]{1,5}\s?[篇编章节条]|[一二三四五六七八九十]{1,4}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|专栏\s?[\d一二三四五六七八九十]|[①-⑳]|附件|——)/;
const NOTE_SIZE = 0.86;
/** An entry of a table of contents. */
const LEADER = /[.．…·‥]{3,}\s?\d{1,4}$/;

/** How a document is set: its usual size of type, the usual way down from line to line. */
export interface Setting {
  size: number;
  pitch: number;
  /** Paragraphs open two signs further in. */
  indented: boolean;
}

const mode = (values: readonly number[], step: number): number => {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / step);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0] * step;
};

export function settingOf(pages: readonly (readonly PdfLine[])[]): Setting {
  const weighted = pages.flat().flatMap((line) => Array.from({ length: Math.ceil(line.words.length / 8) }, () => line.size));
  const size = mode(weighted, 0.5);
  const steps = pages.flatMap((lines) => lines.slice(1).flatMap((line, index) => {
    const step = line.y - (lines[index]?.y ?? 0);
    return step > 0 && step < size * 4 ? [step] : [];
  }));
  const body = pages.flat().filter((line) => Math.abs(line.size - size) < size * 0.1);
  const further = body.filter((line) => line.x - line.left > size * 1.5 && line.x - line.left < size * 2.7).length;
  return { size, pitch: mode(steps, 0.5) || size * 1.6, indented: further * 16 > body.length };
}

export const isNote = (line: PdfLine, setting: Setting): boolean =>
  line.size < setting.size * NOTE_SIZE && /^(?:[①-⑳*※]|[[［〔(（]?\d{1,3}[\]］〕)）]?\s?[\u3400-\u9fff“《]|注)/.test(line.words);

const isCentred = (line: PdfLine): boolean => {
  const before = line.x - line.left;
  const after = line.end - line.right;
  return before > line.size * 1.5 && after > line.size * 1.5 && Math.abs(before - after) < line.size * 2.5;
};

const TITLE_END = /(?:纲要|规划|计划|报告|方案)$/;
/** 规划 is not the end of …五年规划和2035年远景目标纲要. */
const TITLE_ON = /^(?:[和及暨与]|纲要|的|（?草案|（?讨论稿|（?征求意见稿)/;

/** How much room the line before leaves, in its own type; a word or a number that would not fit went to the next line whole. */
const roomOf = (line: PdfLine, next: PdfLine): number => {
  const word = /^(?:[\u3400-\u9fff]?[“《（(])?[\dA-Za-z.,%+]{1,24}[”》）)]?/.exec(next.words)?.[0].length ?? 0;
  return (line.end - line.right) / Math.max(line.size, 1) - word * 0.55;
};

const FULL_EM = 1.6;
/** A line that ends in the middle of a sentence goes on even where it is set ragged. */
const RAGGED_EM = 4.5;

/** Whether `line` goes on what `before` says; `turn` says that a page or a column lies between. */
export function goesOn(before: PdfLine, line: PdfLine, setting: Setting, turn: boolean): boolean {
  if (Math.abs(before.size - line.size) > before.size * 0.12 || LEADER.test(before.words.slice(-40))) return false;
  // The first line of a title often fills the whole width.
  const title = before.size > setting.size * 1.15 && !turn && isCentred(line) && (isCentred(before) || roomOf(before, line) < FULL_EM);
  if (title) return line.y - before.y < before.size * 2.2 && !NUMBERED.test(line.words) && !SENTENCE_END.test(before.words) && (!TITLE_END.test(before.words) || TITLE_ON.test(line.words));
  const indent_em = (line.x - line.left) / Math.max(line.size, 1);
  const step = line.y - before.y;
  if (!turn && (step <= 0 || step > Math.max(setting.pitch, before.size * 1.3) * 1.45)) return false;
  const room_em = roomOf(before, line);
  const open = indent_em < 0.7 && !SENTENCE_END.test(before.words) && !NUMBERED.test(line.words);
  if (room_em >= (open ? RAGGED_EM : FULL_EM)) return false;
  if (indent_em < 0.7) {
    // Flush with the edge: it goes on, but for a number, where a sentence has ended or paragraphs are not indented.
    return !(NUMBERED.test(line.words) && !before.words.endsWith("第") && (SENTENCE_END.test(before.words) || (!setting.indented && room_em > 0.8))) && !/^第[一二三四五六七八九十百]{1,4}[篇章节]\s?\S/.test(line.words);
  }
  // Indented as a block: both lines begin at the same place, and it is not the usual one of two signs at which paragraphs open.
  const block = Math.abs(line.x - before.x) < line.size * 0.5 && (indent_em < 1.5 || indent_em > 2.7);
  return block && !SENTENCE_END.test(before.words) && !NUMBERED.test(before.words) && !NUMBERED.test(line.words);
}
