import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import recognizers from "@microsoft/recognizers-text-suite";
import { compileSource } from "../kernel/plan/compile/compile.ts";
import { plainSource } from "../kernel/plan/formats/source.ts";
import { atLeast, atMost, type Result, shown } from "./result.ts";

const plans = path.resolve(import.meta.dirname, "../../shared/plans");
const documents = ["quzhou-2021", "yunnan-2025", "china-2026-indicators"];

/** A stretch of the text that is a number. */
interface Stretch {
  start: number;
  end: number;
  values: number[];
}

interface Answer extends Stretch {
  /** May be read as a target or not: counts neither for nor against. */
  open: boolean;
}

function answersOf(name: string): Answer[] {
  const lines = readFileSync(path.join(plans, `${name}.gold.jsonl`), "utf8").split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const { at, number, value, note = "" } = JSON.parse(line) as { at: number; number: string; value: number; note?: string };
    return { start: at, end: at + number.length, values: [value], open: /^is it a target\?/i.test(note) };
  });
}

/** What the library's four models give, by paragraph; a stretch that several models give counts once, with the values of all. */
function byRecognizers(text: string): Stretch[] {
  const { recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, Culture } = recognizers;
  const found: Stretch[] = [];
  let offset = 0;
  for (const paragraph of text.split("\n")) {
    if (paragraph.trim() !== "") {
      for (const recognize of [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension]) {
        for (const { start, end, resolution } of recognize(paragraph, Culture.Chinese)) {
          const value = Number.parseFloat(String((resolution as { value?: unknown } | undefined)?.value));
          found.push({ start: offset + start, end: offset + end + 1, values: [value] });
        }
      }
    }
    offset += paragraph.length + 1;
  }
  const merged: Stretch[] = [];
  for (const stretch of found.sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before === undefined || stretch.start >= before.end) merged.push({ ...stretch });
    else {
      before.end = Math.max(before.end, stretch.end);
      before.values.push(...stretch.values);
    }
  }
  return merged;
}

function byUs(text: string, name: string): Stretch[] {
  const { targets } = compileSource(plainSource(text), { name, media_type: "text/plain", sha256: "" });
  return targets.filter((target) => target.number !== "").map((target) => ({ start: target.at, end: target.at + target.number.length, values: target.value === null ? [] : [target.value] }));
}

/** The same value, told with or without the 万 and 亿 of its unit. */
const sameValue = (answer: number, value: number): boolean => [1, 1e3, 1e4, 1e8, 1e12].some((scale) => Math.abs(answer * scale - value) <= 1e-9 * Math.abs(value));

const touch = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

interface Count {
  found: number;
  wrong: number;
}

const count = (answers: readonly Answer[], given: readonly Stretch[]): Count => ({
  found: answers.filter((answer) => !answer.open && given.some((stretch) => touch(answer, stretch) && stretch.values.some((value) => answer.values.some((wanted) => sameValue(wanted, value))))).length,
  wrong: given.filter((stretch) => !answers.some((answer) => touch(answer, stretch))).length,
});

const add = (a: Count, b: Count): Count => ({ found: a.found + b.found, wrong: a.wrong + b.wrong });

/** The numbers that are targets: how many each finds with their values, and how many numbers each gives that are none. */
export function accuracy(): Result[] {
  const there = documents.filter((name) => existsSync(path.join(plans, `${name}.gold.jsonl`)));
  if (there.length === 0) {
    console.error("skipped: the worked answers of ../shared/plans are not there");
    return [];
  }
  let asked = 0;
  let ours: Count = { found: 0, wrong: 0 };
  let theirs: Count = { found: 0, wrong: 0 };
  // Warm: the library builds its models on its first call.
  byRecognizers("到2025年，生产总值达到100亿元，增长5%。");
  for (const name of there) {
    const text = readFileSync(path.join(plans, `${name}.txt`), "utf8");
    const answers = answersOf(name);
    asked += answers.filter((answer) => !answer.open).length;
    ours = add(ours, count(answers, byUs(text, name)));
    theirs = add(theirs, count(answers, byRecognizers(text)));
  }
  const share = (part: number): string => `${part} of ${asked}`;
  return [
    shown(`numbers of ${there.length} documents that are targets, with their values: found by recognizers-text`, share(theirs.found)),
    atLeast("numbers that are targets, with their values: found, to recognizers-text", ours.found / theirs.found, 1, share(ours.found)),
    shown("numbers that are no target: given by recognizers-text", String(theirs.wrong)),
    atMost("numbers that are no target: given, to recognizers-text", ours.wrong / theirs.wrong, 0.05, String(ours.wrong)),
  ];
}
