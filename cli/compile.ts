import path from "node:path";
import { readPlan } from "../kernel/plan/read.ts";
import { need, parse, readerLanguage, readInput } from "./arguments.ts";
import { compileSummary } from "./summary.ts";

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { json: { type: "boolean" } }, 1);
  const file = need(positionals[0], "FILE");
  const plan = await readPlan(await readInput(file), path.basename(file));
  process.stdout.write(values.json ? `${JSON.stringify(plan, null, 1)}\n` : compileSummary(plan, readerLanguage()));
  return 0;
}
