import type { Frame, Span } from "../document/frame.ts";
import { halfWidth } from "../document/numerals.ts";
import type { TableCell } from "../formats/source.ts";
import { sentencesOf } from "./clauses.ts";
import { judgeMood, type Mood } from "./mood.ts";
import { readSentence } from "./sentence.ts";
import { squeeze } from "./squeeze.ts";
import type { Measure, Reading } from "./target.ts";
import { findTimes, periodUnder, type Time } from "./times.ts";
import { readUnnumbered } from "./unnumbered.ts";
import type { Comparator } from "./words.ts";

/** Cells that speak in words: 持续提高, 完成国家下达目标, 高于全省平均; and cells that hold whole sentences. */

export interface WordTarget {
  measure: Measure;
  comparator: Comparator | null;
  reference: string | null;
  confidence: number;
  reason: string;
}

/** In order: the first that fits. A new wording is one more line. */
const wordings: readonly { pattern: RegExp; measure: Measure; comparator: Comparator | null; confidence: number; reason: string }[] = [
  { pattern: /合理区间|视情/, measure: "assigned", comparator: null, confidence: 0.8, reason: "set later" },
  { pattern: /(?:国家|省|市|上级|省级|自治区|区)?(?:下达|核定|分解|考核|规定|控制)(?:的)?(?:目标|任务|指标|要求|数|范围)|^(?:达到|完成|控制在)(?:国家|省|市|上级|省级)(?:要求|标准|目标|任务|指标)|[省市国]定(?:目标|任务|标准)/, measure: "assigned", comparator: "=", confidence: 0.8, reason: "set from above" },
  { pattern: /同步/, measure: "relation", comparator: "=", confidence: 0.75, reason: "in step with another quantity" },
  { pattern: /不低于/, measure: "relation", comparator: ">=", confidence: 0.75, reason: "bound to another quantity" },
  { pattern: /不高于|不超过/, measure: "relation", comparator: "<=", confidence: 0.75, reason: "bound to another quantity" },
  { pattern: /高于|快于|优于|好于|领先于/, measure: "relation", comparator: ">", confidence: 0.75, reason: "bound to another quantity" },
  { pattern: /低于|慢于/, measure: "relation", comparator: "<", confidence: 0.75, reason: "bound to another quantity" },
  { pattern: /前列|领先|平均|先进水平|中上(?:游|水平)|一流/, measure: "relation", comparator: "=", confidence: 0.7, reason: "at the level of others" },
  { pattern: /全覆盖|应.尽.|基本消除|全面消除|清零|零增长|全部达标|全面达标|全达标/, measure: "coverage", comparator: "=", confidence: 0.75, reason: "all of it" },
  { pattern: /^(?:持续|稳步|逐步|逐年|不断|进一步|明显|显著|大幅|有所|稳中有|继续|保持)*(?:提高|提升|增加|增长|扩大|上升|增强|向好|升)(?:提升|幅度)?$/, measure: "relation", comparator: ">", confidence: 0.6, reason: "only which way it is to go" },
  { pattern: /^(?:持续|稳步|逐步|逐年|不断|进一步|明显|显著|大幅|有所|稳中有|继续|保持)*(?:下降|降低|减少|缩小|收窄|压减|降)$/, measure: "relation", comparator: "<", confidence: 0.6, reason: "only which way it is to go" },
  { pattern: /^(?:持续|稳步|逐步|不断|进一步|明显|显著|总体|基本|保持)*(?:改善|优化|好转|稳定|达标|完善|合理|动态平衡|平衡)$/, measure: "relation", comparator: "=", confidence: 0.5, reason: "only which way it is to go" },
  { pattern: /^(?:基本|全面|全部|力争)?(?:建成|完成|启动|创建|开工|投用|投产|通过|竣工|形成|建立|完工|创成|实现)(?:.{0,20})$/, measure: "event", comparator: "=", confidence: 0.55, reason: "it comes about" },
];

/** What a cell without a number commits to, or null. */
export function readWords(words: string): WordTarget | null {
  const plain = halfWidth(words).replace(/\s/g, "").replace(/[。;,]$/, "");
  if (plain.length < 2 || plain.length > 60) return null;
  const reading = /合理区间|视情/.test(plain) ? undefined : readUnnumbered(`本项指标${plain}`)[0];
  if (reading !== undefined) {
    return { measure: reading.measure, comparator: reading.comparator, reference: reading.reference, confidence: Math.min(0.8, reading.confidence), reason: reading.reasons[0] ?? "" };
  }
  const known = wordings.find(({ pattern }) => pattern.test(plain));
  if (known === undefined) return null;
  const bound = /(?:与|和|同)([^,;与和同]{2,16}?)(?:基本|保持)*同步|(?:高于|快于|优于|好于|领先于|低于|慢于|不低于|不高于|不超过)([^,;]{2,16})|(?:达到|居|位居|保持|处于|位于)?((?:全省|全国|全市|世界|省|国内|国际|同类)[^,;]{2,12})/.exec(plain);
  const reference = known.measure === "relation" && known.confidence > 0.6 ? (bound?.[1] ?? bound?.[2] ?? bound?.[3] ?? null) : null;
  return { ...known, reference };
}

/** A reading of a sentence in a cell, with its places in the document and its period. */
export interface CellReading {
  reading: Reading;
  at: number;
  numberEnd: number;
  period: string | null;
  past: boolean;
}

const LONGEST = 3000;
const MANNERS = { glossary: false, numerals: false };

/**
 * What a cell commits to in sentences.
 * @param years of the column or the row, where the words name none
 * @param unnumbered reads 全覆盖, 建成通车 as well
 */
export function readCellSentences(text: string, cell: TableCell, years: Span | null, unnumbered: boolean, mood: Mood, frame: Frame): CellReading[] {
  const squeezed = squeeze(text, cell.start, Math.min(cell.end, cell.start + LONGEST));
  const ofColumn: Time | null = years === null ? null : { start: -1, end: -1, kind: years.from === years.to ? "year" : "span", span: years };
  const found: CellReading[] = [];
  for (const sentence of sentencesOf(squeezed.words)) {
    const words = squeezed.words.slice(sentence.start, sentence.end);
    const readings = [...readSentence(words, MANNERS), ...(unnumbered ? readUnnumbered(words) : [])];
    const times = readings.length === 0 ? [] : findTimes(words, frame);
    for (const reading of readings) {
      const own = times.findLast((time) => time.start < reading.start && time.kind !== "base") ?? ofColumn;
      const at = squeezed.at(sentence.start + reading.start);
      const { past } = judgeMood({ words, start: reading.start, to: reading.to, own, carried: null }, mood, frame);
      found.push({
        reading, at, period: periodUnder(own, reading, frame), past: reading.done || past,
        numberEnd: reading.numberEnd === reading.start ? at : squeezed.at(sentence.start + reading.numberEnd - 1) + 1,
      });
    }
  }
  return found;
}
