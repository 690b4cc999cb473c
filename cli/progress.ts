import path from "node:path";
import { Problem } from "../base/errors/problem.ts";
import { say, texts } from "../base/text/text.ts";
import { growthRatio, progressOf } from "../kernel/facts/status/growth-ratio.ts";
import { readSeriesFile } from "../kernel/facts/status/series-file.ts";
import { seriesText } from "../kernel/facts/status/text.ts";
import { need, parse, readerLanguage, readInput, WrongUse } from "./arguments.ts";

const text = texts({
  method: { "zh-CN": "没有方法“{method}”；可用：{known}", en: "There is no method “{method}”; there are: {known}" },
  line: { "zh-CN": "{id}：{status}（{value}）", en: "{id}: {status} ({value})" },
  target_achieved: { "zh-CN": "已达到", en: "achieved" },
  substantial_progress: { "zh-CN": "进展显著", en: "substantial progress" },
  moderate_progress: { "zh-CN": "有进展", en: "moderate progress" },
  limited_progress: { "zh-CN": "进展有限", en: "limited progress" },
  deterioration: { "zh-CN": "倒退", en: "deterioration" },
  not_available: { "zh-CN": "无法计算", en: "not available" },
});

const known = [growthRatio.id];

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { json: { type: "boolean" }, method: { type: "string", default: growthRatio.id } }, 1);
  const file = need(positionals[0], "FILE");
  const name = path.basename(file);
  if (!known.includes(values.method)) throw new WrongUse(text.method, { method: values.method, known: known.join(", ") });
  const { series, faults } = readSeriesFile(await readInput(file), name);
  if (faults.length > 0) throw new Problem(422, "series", seriesText.refused, { values: { name, count: faults.length }, places: faults });
  const rows = series.map((one) => ({ id: one.id, ...progressOf(one) }));
  const lang = readerLanguage();
  const lines = rows.map(({ id, status, value }) => say(text.line, lang, { id, status: text[status][lang], value: value === null ? "–" : value.toFixed(4) }));
  process.stdout.write(values.json ? `${JSON.stringify({ method: growthRatio, rows }, null, 1)}\n` : `${lines.join("\n")}\n`);
  return 0;
}
