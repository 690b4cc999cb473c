import path from "node:path";
import { type Lang, say, texts } from "../base/text/text.ts";
import { comparePlans } from "../kernel/plan/compare/compare.ts";
import type { Change, Comparison } from "../kernel/plan/compare/schema.ts";
import { readPlan } from "../kernel/plan/read.ts";
import { need, parse, readerLanguage, readInput } from "./arguments.ts";

const text = texts({
  head: { "zh-CN": "{before}\n→ {after}\n{count} 处变化\n", en: "{before}\n→ {after}\n{count} changes\n" },
  clause: { "zh-CN": "标题", en: "heading" },
  target: { "zh-CN": "目标", en: "target" },
  task: { "zh-CN": "任务", en: "task" },
  paragraph: { "zh-CN": "段落", en: "paragraph" },
  added: { "zh-CN": "新增", en: "added" },
  dropped: { "zh-CN": "删去", en: "dropped" },
  moved: { "zh-CN": "移位", en: "moved" },
  number: { "zh-CN": "改数", en: "number" },
  deadline: { "zh-CN": "改期", en: "deadline" },
  wording: { "zh-CN": "改写", en: "wording" },
  attribute: { "zh-CN": "改属性", en: "attribute" },
  responsible: { "zh-CN": "改责任", en: "responsible" },
});

const LONGEST = 60;
const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

function line({ what, kinds, before, after, fields }: Change, lang: Lang): string {
  const head = `${text[what][lang]} ${kinds.map((kind) => text[kind][lang]).join(lang === "en" ? ", " : "、")}`;
  const words = short((after ?? before)?.words ?? "");
  return [`  ${head}  ${words}`, ...fields.map((field) => `      ${field.before || "–"} → ${field.after || "–"}`)].join("\n");
}

const summary = (comparison: Comparison, lang: Lang): string =>
  `${say(text.head, lang, { before: comparison.before.title, after: comparison.after.title, count: comparison.changes.length })}${comparison.changes.map((change) => `${line(change, lang)}\n`).join("")}`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { json: { type: "boolean" } }, 2);
  const [before, after] = [need(positionals[0], "BEFORE"), need(positionals[1], "AFTER")];
  const compiled = async (file: string) => await readPlan(await readInput(file), path.basename(file));
  const comparison = comparePlans(await compiled(before), await compiled(after));
  process.stdout.write(values.json ? `${JSON.stringify(comparison, null, 1)}\n` : summary(comparison, readerLanguage()));
  return 0;
}
