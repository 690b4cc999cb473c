import type { Frame } from "../document/frame.ts";
import type { Clause } from "../document/outline.ts";
import type { Time } from "./times.ts";

/** Whether a sentence speaks of what is to come or of what was reached. */

const REVIEW = /回顾|成就|成效|成绩|取得|执行情况|完成情况|实施情况|进展情况|发展基础|现实基础|现状|基本情况|工作总结|总结|过去|基础和|发展环境|形势|机遇|面临|挑战|存在.{0,4}问题|困难和问题|问题和|主要问题|历史性|上一年|小康社会取得|背景/;
const FORWARD = /目标|任务|要求|思路|措施|工作安排|重点工作|下一步|展望|部署|预期|打算|安排|愿景|布局|重点/;

/** Mood of a heading's own words: null when it says nothing either way. */
function moodOfTitle(title: string, frame: Frame): "review" | "forward" | null {
  const years = [...title.matchAll(/(?<!\d)((?:19|20)\d{2})年/g)].map((match) => Number(match[1]));
  const start = frame.span?.from ?? null;
  const past = start !== null && years.length > 0 && years.every((year) => year < start);
  if (REVIEW.test(title) && !/重点任务|主要任务|工作任务/.test(title)) return "review";
  if (past) return "review";
  return FORWARD.test(title) ? "forward" : null;
}

/** Mood of a section: the innermost heading that says something decides. */
export function moodOfPath(path: readonly Clause[], frame: Frame): "review" | "forward" {
  for (let index = path.length - 1; index >= 0; index--) {
    const clause = path[index];
    if (clause === undefined || clause.kind !== null) continue;
    const mood = moodOfTitle(clause.title, frame);
    if (mood !== null) return mood;
  }
  return "forward";
}

/** Words that state a fact, in any section. */
const FACT = /(?<!尚|还|仍)(?:已经?(?:达|建|有|成|累计|完成|突破|超|实现|形成|占|连续)|(?<!项)目前|(?:^|[,;])当前(?=我[国省市区县]|全[国省市区县])|截至|近年来|五年来|过去五年|去年以来|现有|现已|以来,|比重已|[达实完突建增下提超取降][到现成破立长降高过得低]了|基本完成情况|占全[国省市]的?比重(?:由|从))/;
/** Words that commit, in a section that looks back. */
const COMMIT = /(?:将|力争|争取|确保|计划|拟|预期|要)(?!求|素|点|闻)/;

/** Whether an amount in a sentence is a figure already reached. */
export function isPast(sentence: string, section: "review" | "forward", time: Time | null, frame: Frame): boolean {
  const start = frame.span?.from ?? null;
  const year = time?.span?.to ?? null;
  if (time !== null && year !== null && start !== null) {
    if (year < start) return true;
    if (section === "review") return !(year >= start && (COMMIT.test(sentence) || year > start));
  }
  if (section === "review") return true;
  return FACT.test(sentence);
}
