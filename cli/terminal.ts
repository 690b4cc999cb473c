import { say, texts } from "../base/text/text.ts";
import type { Progress } from "../kernel/plan/formats/source.ts";
import { readerLanguage } from "./arguments.ts";

const text = texts({
  read: { "zh-CN": "读取 {done}/{of}", en: "reading {done} of {of}" },
  outline: { "zh-CN": "理清纲目", en: "outline" },
  targets: { "zh-CN": "辨认目标 {done}/{of}", en: "targets, line {done} of {of}" },
  tasks: { "zh-CN": "辨认任务", en: "tasks" },
});

/** Quick work says nothing; what takes longer than this tells how far it is, at most so often. */
const patience_ms = 1000;
const often_ms = 200;

/** Tells on standard error, on one line of a terminal, how far the compiler is. `end` clears the line. */
export function terminalProgress(): { progress: Progress; end(): void } {
  const lang = readerLanguage();
  const began = performance.now();
  let told = began + patience_ms - often_ms;
  let shown = false;
  return {
    progress: (step, done, of) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - told < often_ms) return;
      told = now;
      shown = true;
      process.stderr.write(`\r\u001b[K${say(text[step], lang, { done, of })}`);
    },
    end: () => {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}
