import { texts } from "../base/text/text.ts";
import type { Paper } from "../kernel/plan/decomposition/paper.ts";
import type { DecompositionTable } from "../kernel/plan/decomposition/table.ts";
import { WrongUse } from "./arguments.ts";
import type { Output } from "./output.ts";

const text = texts({
  ending: { "zh-CN": "--{option} 要写 .{option} 文件，不是 {file}", en: "--{option} writes a .{option} file, not {file}" },
  noPaper: { "zh-CN": "--paper 应是 A3 或 A4，不是“{paper}”", en: "--paper is A3 or A4, not “{paper}”" },
});

export function paperOf(value: string): Paper {
  const paper = value.toUpperCase();
  if (paper !== "A3" && paper !== "A4") throw new WrongUse(text.noPaper, { paper: value });
  return paper;
}

function refuseOtherEnding(option: "xlsx" | "docx", file: string | undefined): void {
  if (file !== undefined && !file.toLowerCase().endsWith(`.${option}`)) throw new WrongUse(text.ending, { option, file });
}

/** The files asked for of a table, made before any is written. */
export async function tableFiles(table: DecompositionTable, { xlsx, docx, paper }: { xlsx?: string; docx?: string; paper: Paper }): Promise<Output[]> {
  refuseOtherEnding("xlsx", xlsx);
  refuseOtherEnding("docx", docx);
  const outputs: Output[] = [];
  // The libraries that write office files are loaded only for who wants one: they take longer than to compile a plan.
  if (xlsx !== undefined) {
    const { writeWorkbook } = await import("../kernel/plan/decomposition/sheet.ts");
    outputs.push({ file: xlsx, bytes: await writeWorkbook(table, { paper }) });
  }
  if (docx !== undefined) {
    const { printedTable, writePaper } = await import("../kernel/plan/decomposition/paper.ts");
    outputs.push({ file: docx, bytes: await writePaper(printedTable(table), paper) });
  }
  return outputs;
}
