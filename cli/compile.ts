import path from "node:path";
import { say, texts } from "../base/text/text.ts";
import { decompose } from "../kernel/plan/decomposition/decomposition.ts";
import { readPlan } from "../kernel/plan/read.ts";
import { need, parse, readerLanguage, readInput } from "./arguments.ts";
import { writeOutputs } from "./output.ts";
import { terminalProgress } from "./terminal.ts";
import { compileSummary } from "./summary.ts";
import { paperOf, tableFiles } from "./tables.ts";

const text = texts({
  written: { "zh-CN": "已写出任务分解表（{rows} 行）：{files}", en: "Wrote the decomposition table ({rows} rows): {files}" },
});

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { json: { type: "boolean" }, xlsx: { type: "string" }, docx: { type: "string" }, paper: { type: "string", default: "A3" } }, 1);
  const file = need(positionals[0], "FILE");
  const paper = paperOf(values.paper);
  const bytes = await readInput(file);
  const { progress, end } = terminalProgress();
  const plan = await readPlan(bytes, path.basename(file), { progress }).finally(end);
  const lang = readerLanguage();
  if (values.xlsx === undefined && values.docx === undefined) {
    process.stdout.write(values.json ? `${JSON.stringify(plan, null, 1)}\n` : compileSummary(plan, lang));
    return 0;
  }
  const table = decompose(plan);
  const outputs = await tableFiles(table, { ...(values.xlsx !== undefined && { xlsx: values.xlsx }), ...(values.docx !== undefined && { docx: values.docx }), paper });
  await writeOutputs(outputs);
  const done = say(text.written, lang, { rows: table.rows.length, files: outputs.map((output) => output.file).join(" ") });
  // What is asked for as JSON stands alone on standard output.
  if (values.json) {
    process.stdout.write(`${JSON.stringify(plan, null, 1)}\n`);
    console.error(done);
  } else console.log(done);
  return 0;
}
