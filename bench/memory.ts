import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Result } from "./result.ts";

/** What a document of 2 MB takes, compiled by the command in a process of its own. */

const root = path.resolve(import.meta.dirname, "..");
const limit_mb = 500;
const wanted_bytes = 2 * 2 ** 20;

/** So many different clauses that nothing of it repeats. */
function longPlan(): string {
  const lines = ["某某市国民经济和社会发展第十四个五年规划纲要"];
  for (let chapter = 1, bytes = 0; bytes < wanted_bytes; chapter++) {
    const line = `第${chapter}章 建设第${chapter}批重点园区\n推进${chapter}号园区建设。到2025年，${chapter}号园区工业总产值达到${chapter + 100}亿元，年均增长${(chapter % 9) + 1}%左右，新建标准厂房${chapter + 5}万平方米，单位能耗降低${(chapter % 13) + 3}%。责任单位：市${chapter}号园区管委会、市财政局`;
    lines.push(line);
    bytes += Buffer.byteLength(line);
  }
  return lines.join("\n");
}

/** Runs in the child: reads the plan from standard input, prints what it took. */
const child = `
import { compilePlan } from ${JSON.stringify(path.join(root, "kernel/plan/compile/compile.ts"))};
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const plan = await compilePlan(Buffer.concat(chunks), "plan.txt");
const json = JSON.stringify(plan);
console.log(JSON.stringify({ peak_kb: process.resourceUsage().maxRSS, targets: plan.targets.length, json: json.length }));`;

export function memory(): Result[] {
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", child], { cwd: root, input: longPlan(), encoding: "utf8" });
  if (run.status !== 0) throw new Error(`the compiler ended with ${String(run.status)}: ${run.stderr}`);
  const { peak_kb, targets } = JSON.parse(run.stdout) as { peak_kb: number; targets: number };
  const peak_mb = peak_kb / 1024;
  return [{ what: `compile 2 MB of text (${targets} targets), most memory`, figure: `${peak_mb.toFixed(0)} MB`, bar: `≤ ${limit_mb} MB`, holds: peak_mb <= limit_mb }];
}
