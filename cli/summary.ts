import { type Lang, say, texts } from "../base/text/text.ts";
import type { CompiledPlan, OutlineNode } from "../kernel/plan/compile/schema.ts";

const text = texts({
  head: {
    "zh-CN": "{title}\n期限 {period}，远景 {outlook}；{chapters} 章，{targets} 个目标，{actuals} 个已达数值，{tasks} 项任务，{issues} 处存疑\n",
    en: "{title}\nPeriod {period}, outlook {outlook}; {chapters} chapters, {targets} targets, {actuals} figures reached, {tasks} tasks, {issues} doubts\n",
  },
  target: { "zh-CN": "  {period}  {scope}{indicator} {comparator} {number}{unit}", en: "  {period}  {scope}{indicator} {comparator} {number}{unit}" },
});

const count = (nodes: readonly OutlineNode[], level: string): number => nodes.reduce((sum, node) => sum + (node.level === level ? 1 : 0) + count(node.children, level), 0);

/** What was read, for a terminal: the targets in the order of the text. */
export function compileSummary(plan: CompiledPlan, lang: Lang): string {
  const head = say(text.head, lang, {
    title: plan.title,
    period: plan.period ?? "–",
    outlook: plan.outlook ?? "–",
    chapters: count(plan.outline, "chapter"),
    targets: plan.targets.length,
    actuals: plan.actuals.length,
    tasks: plan.tasks.length,
    issues: plan.issues.length,
  });
  const lines = plan.targets.map((target) =>
    say(text.target, lang, { period: (target.period ?? "–").padEnd(9), scope: target.scope ?? "", indicator: target.indicator, comparator: target.comparator ?? "", number: target.number || target.measure, unit: target.unit }),
  );
  return `${head}\n${lines.join("\n")}\n`;
}
