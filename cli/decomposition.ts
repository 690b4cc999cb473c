import path from "node:path";
import { Problem } from "../base/errors/problem.ts";
import { fill, type Lang, say, texts } from "../base/text/text.ts";
import { nextTable, undecidedPlaces } from "../kernel/plan/decomposition/adoption.ts";
import { readReturn, type Return } from "../kernel/plan/decomposition/merge.ts";
import { adoptionTable, readDecisions, writeOpinions, writePrintedSheet } from "../kernel/plan/decomposition/opinions.ts";
import { writePaper } from "../kernel/plan/decomposition/paper.ts";
import { readTable } from "../kernel/plan/decomposition/sent.ts";
import { type Stage, stageNames, stages } from "../kernel/plan/decomposition/table.ts";
import { notices } from "../kernel/plan/decomposition/text.ts";
import { dateOf, need, parse, readerLanguage, readInput, WrongUse } from "./arguments.ts";
import { type Output, writeOutputs } from "./output.ts";
import { paperOf, tableFiles } from "./tables.ts";

const text = texts({
  what: { "zh-CN": "应为 decomposition merge 或 decomposition adopt", en: "it is: decomposition merge, or decomposition adopt" },
  returned: { "zh-CN": "{file}（{body}）：{opinions} 条意见", en: "{file} ({body}): {opinions} opinions" },
  notice: { "zh-CN": "  {place}：{words}", en: "  {place}: {words}" },
  merged: { "zh-CN": "共 {returns} 份反馈，{opinions} 条意见；{refused} 份没有收下", en: "{returns} returns, {opinions} opinions; {refused} refused" },
  written: { "zh-CN": "已写出：{files}", en: "Wrote {files}" },
  adopted: { "zh-CN": "{stage}：{rows} 行，{opinions} 条意见已处理", en: "{stage}: {rows} rows, {opinions} opinions decided" },
  noStage: { "zh-CN": "没有这一稿：{stage}；可用：{stages}", en: "There is no stage {stage}; there are: {stages}" },
  noTableFile: { "zh-CN": "--table 应是 .xlsx 或 .docx 文件：{file}", en: "--table is a .xlsx or .docx file: {file}" },
  nothing: { "zh-CN": "要写出什么？--xlsx、--docx 或 --table", en: "What is to be written? --xlsx, --docx or --table" },
});

export async function run([what, ...args]: string[]): Promise<number> {
  if (what === "merge") return await merge(args);
  if (what === "adopt") return await adopt(args);
  throw new WrongUse(text.what);
}

type Tell = (line: string) => void;

function tellReturn(one: Return, lang: Lang, tell: Tell): void {
  tell(say(text.returned, lang, { file: one.file, body: one.body, opinions: one.opinions.length }));
  for (const { kind, place, values } of one.notices) tell(say(text.notice, lang, { place, words: fill(notices[kind][lang], values) }));
}

/** Reads what offices sent back, each file by itself: one that is refused leaves the others alone. */
async function merge(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { out: { type: "string" }, json: { type: "boolean" } }, 1000);
  const [sentFile, ...files] = positionals;
  const lang = readerLanguage();
  // What is asked for as JSON stands alone on standard output.
  const tell: Tell = (line) => (values.json ? console.error(line) : console.log(line));
  const file = need(sentFile, "SENT.xlsx");
  need(files[0], "RETURN.xlsx");
  const sent = await readTable(await readInput(file), path.basename(file));
  const returns: Return[] = [];
  let refused = 0;
  for (const one of files) {
    try {
      const found = await readReturn(sent, await readInput(one), path.basename(one));
      returns.push(found);
      tellReturn(found, lang, tell);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      refused += 1;
      console.error(cause.in(lang));
    }
  }
  const opinions = returns.flatMap((one) => one.opinions);
  if (values.out !== undefined) {
    await writeOutputs([{ file: values.out, bytes: await writeOpinions(sent, opinions.map((opinion) => ({ opinion, decision: null }))) }]);
    tell(say(text.written, lang, { files: values.out }));
  }
  if (values.json) process.stdout.write(`${JSON.stringify(returns, null, 1)}\n`);
  tell(say(text.merged, lang, { returns: returns.length, opinions: opinions.length, refused }));
  return refused > 0 ? 1 : 0;
}

/** A stage by its word in code or as printed: submission, 送审稿. */
function stageOf(said: string | undefined, from: Stage): Stage {
  if (said === undefined) return stages[stages.indexOf(from) + 1] ?? "issued";
  const stage = stages.find((one) => one === said || stageNames[one] === said);
  if (stage === undefined) throw new WrongUse(text.noStage, { stage: said, stages: stages.map((one) => `${one} ${stageNames[one]}`).join(", ") });
  return stage;
}

/** Applies what was decided: the table of the next stage, and what became of every opinion. */
async function adopt(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    xlsx: { type: "string" }, docx: { type: "string" }, table: { type: "string", multiple: true }, stage: { type: "string" }, "document-number": { type: "string" }, "issued-on": { type: "string" }, paper: { type: "string", default: "A3" },
  }, 1);
  const file = need(positionals[0], "OPINIONS.xlsx");
  const paper = paperOf(values.paper);
  const lists = values.table ?? [];
  const other = lists.find((list) => !/\.(?:xlsx|docx)$/i.test(list));
  if (other !== undefined) throw new WrongUse(text.noTableFile, { file: other });
  if (values.xlsx === undefined && values.docx === undefined && lists.length === 0) throw new WrongUse(text.nothing);
  const issuedOn = dateOf(values["issued-on"]) ?? null;
  const { table, decided } = await readDecisions(await readInput(file), path.basename(file));
  const next = nextTable(table, decided, { stage: stageOf(values.stage, table.stage), documentNumber: values["document-number"] ?? null, issuedOn });
  const printed = adoptionTable(table, decided);
  const outputs: Output[] = [...(await tableFiles(next, { ...(values.xlsx !== undefined && { xlsx: values.xlsx }), ...(values.docx !== undefined && { docx: values.docx }), paper }))];
  for (const list of lists) outputs.push({ file: list, bytes: /\.docx$/i.test(list) ? await writePaper(printed, "A4") : await writePrintedSheet(printed) });
  await writeOutputs(outputs);
  const lang = readerLanguage();
  console.log(say(text.adopted, lang, { stage: stageNames[next.stage], rows: next.rows.length, opinions: decided.length - undecidedPlaces(table, decided).length }));
  console.log(say(text.written, lang, { files: outputs.map((output) => output.file).join(" ") }));
  return 0;
}
