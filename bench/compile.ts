import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import recognizers from "@microsoft/recognizers-text-suite";
import { compileSource } from "../kernel/plan/compile/compile.ts";
import { plainSource } from "../kernel/plan/formats/source.ts";
import { atLeast, atMost, median, type Result, shown } from "./result.ts";

const root = path.resolve(import.meta.dirname, "..");
const wanted = path.resolve(root, "../shared/plans/quzhou-2021.txt");

/** The text measured: the reference document where it lies beside the repository, else the example city's own plan. */
function plan(): { file: string; name: string; bytes: Buffer } {
  const file = existsSync(wanted) ? wanted : path.join(root, "cities", "quzhou", "plan.md");
  if (file !== wanted) console.error(`${path.relative(root, wanted)} is not there: measuring with ${path.relative(root, file)}`);
  return { file, name: path.basename(file), bytes: readFileSync(file) };
}

const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/** Until the compiler of JavaScript has settled, then the median of as many runs as the time allows. */
function warm(work: () => void, limit_ms: number): number {
  const times: number[] = [];
  for (const end = performance.now() + limit_ms; times.length < 5 || performance.now() < end; ) times.push(timed(work));
  return median(times.slice(Math.floor(times.length / 3)));
}

/** `node bin/gangju.js compile FILE --json`, from nothing to its last byte. */
export function wholeProcess(): Result[] {
  const { file } = plan();
  const run = (): number => timed(() => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, "bin", "gangju.js"), "compile", file, "--json"], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    if (status !== 0) throw new Error(`compile ended with ${String(status)}: ${stderr.toString()}`);
  });
  const first = run();
  const times = Array.from({ length: 7 }, run);
  return [shown("compile, whole process", `${median(times).toFixed(0)} ms (first ${first.toFixed(0)} ms; aim: under 1000 ms)`)];
}

const compileText = (text: string, name: string) => compileSource(plainSource(text), { name, media_type: "text/plain", sha256: "" });

/** The compiler against a library that only finds numbers, percentages, amounts of money and dimensions in the same text. */
export function againstRecognizers(): Result[] {
  const { name, bytes } = plan();
  const { recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, Culture } = recognizers;
  // By paragraph, which is kinder to the library than the whole text at once.
  const text = new TextDecoder().decode(bytes);
  const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
  const found = { count: 0 };
  const theirs = (): void => {
    found.count = 0;
    for (const paragraph of paragraphs) {
      for (const recognize of [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension]) found.count += recognize(paragraph, Culture.Chinese).length;
    }
  };
  const compiled = { targets: 0 };
  const ours = (): void => {
    compiled.targets = compileText(text, name).targets.length;
  };
  const [our_ms, their_ms] = [warm(ours, 4000), warm(theirs, 8000)];
  const characters = text.length;
  return [
    shown(`compile in process (${characters} characters, ${compiled.targets} targets)`, `${our_ms.toFixed(1)} ms, ${(characters / our_ms / 1000).toFixed(2)} million characters/s`),
    shown(`recognizers-text over the same text (${found.count} findings)`, `${their_ms.toFixed(1)} ms`),
    atLeast("compile, as fast as recognizers-text", their_ms / our_ms, 5),
  ];
}

/** Processor time of this thread: what other programs do at the moment does not count. */
const worked = (work: () => void): number => {
  const began = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
};

/** Time for each character must not grow with the document. */
export function growth(): Result[] {
  const { name, bytes } = plan();
  const text = new TextDecoder().decode(bytes);
  const perCopy = (copies: number): number => {
    const many = Array.from({ length: copies }, () => text).join("\n");
    return Math.min(...Array.from({ length: copies >= 100 ? 2 : 10 }, () => worked(() => void compileText(many, name)))) / copies;
  };
  perCopy(1);
  const [one, ten, hundred] = [perCopy(1), perCopy(10), perCopy(100)];
  return [
    atMost("compile, time for each copy: 10 copies to 1", ten / one, 2),
    atMost("compile, time for each copy: 100 copies to 1", hundred / one, 2),
  ];
}
