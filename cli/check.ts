import { fill, say, texts } from "../base/text/text.ts";
import { readCity } from "../server/city.ts";
import { cityDirectory } from "../server/open.ts";
import { parse, readerLanguage } from "./arguments.ts";

const text = texts({
  sound: {
    "zh-CN": "{directory}：没有发现问题（{targets} 个目标，{tasks} 项任务，{indicators} 个指标，{observations} 条数据，{bodies} 个单位）",
    en: "{directory}: nothing wrong ({targets} targets, {tasks} tasks, {indicators} indicators, {observations} observations, {bodies} bodies)",
  },
  faults: { "zh-CN": "{directory}：{count} 处不对", en: "{directory}: {count} things wrong" },
});

export async function run(args: string[]): Promise<number> {
  const { positionals } = parse(args, {}, 1);
  const lang = readerLanguage();
  const directory = cityDirectory(positionals[0]);
  const { value, faults } = await readCity(directory);
  const wrong = [...faults, ...(value?.warnings ?? [])];
  for (const fault of wrong) console.error(`${fault.at}: ${fill(fault.said[lang], fault.values)}`);
  if (value === undefined || wrong.length > 0) {
    console.error(say(text.faults, lang, { directory, count: wrong.length }));
    return 1;
  }
  const { plan, facts, folder } = value;
  console.log(say(text.sound, lang, { directory, targets: plan.targets.length, tasks: plan.tasks.length, indicators: facts.indicators.length, observations: facts.observations.length, bodies: folder.bodies.length }));
  return 0;
}
