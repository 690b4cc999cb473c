import path from "node:path";
import { say, texts } from "../base/text/text.ts";
import { foundCity } from "../kernel/plan/founding.ts";
import { readPlan } from "../kernel/plan/read.ts";
import { need, parse, readerLanguage, readInput } from "./arguments.ts";

const text = texts({
  made: {
    "zh-CN": "已建立 {directory}：{targets} 个目标，{tasks} 项任务。接着：npx gangju start {directory}",
    en: "Made {directory}: {targets} targets, {tasks} tasks. Next: npx gangju start {directory}",
  },
});

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { plan: { type: "string" } }, 1);
  const directory = need(positionals[0], "DIR");
  const file = need(values.plan, "--plan FILE");
  const bytes = await readInput(file);
  const plan = await readPlan(bytes, path.basename(file));
  foundCity(path.resolve(directory), bytes, plan, { again: false });
  console.log(say(text.made, readerLanguage(), { directory, targets: plan.targets.length, tasks: plan.tasks.length }));
  return 0;
}
