import { createHash } from "node:crypto";
import { readDocument } from "../document/document.ts";
import { printSpan } from "../document/frame.ts";
import type { Language } from "../document/text.ts";
import { readTargets } from "../targets/targets.ts";
import { readTasks } from "../tasks/tasks.ts";
import type { CompiledPlan, Issue } from "./schema.ts";
import { text as messages } from "./text.ts";

/**
 * Compiles a plan document: its outline, targets, figures reached and tasks, each with the words it came from.
 * Pure: the same bytes and name give the same plan.
 * @param bytes the file as it is (.txt or .md; UTF-8, UTF-16 with a mark, GB18030)
 * @param name file name
 * @param language of the messages in `issues`
 * @throws PlanRefused (kernel/plan/document/refusal.ts) when the file is no plan text
 */
export function compilePlan(bytes: Uint8Array, name: string, language: Language = "zh-CN"): CompiledPlan {
  const document = readDocument(bytes, name, language);
  const { targets, actuals } = readTargets(document);
  const tasks = readTasks(document);
  const issues: Issue[] = [...document.issues];
  const tell = (kind: keyof typeof messages): void => {
    issues.push({ at: 0, kind, message: messages[kind][language] });
  };
  if (document.title === "") tell("no-title");
  if (document.frame.span === null) tell("no-period");
  if (document.outline.length === 0) tell("no-outline");
  if (targets.length === 0) tell("no-targets");
  const { span, outlook, division } = document.frame;
  return {
    format: "gangju-plan/1",
    title: document.title,
    division,
    period: span === null ? null : printSpan(span),
    outlook: outlook === null ? null : String(outlook),
    source: {
      name, media_type: document.media_type, sha256: createHash("sha256").update(bytes).digest("hex"), characters: document.text.length,
    },
    text: document.text,
    outline: document.outline,
    targets,
    actuals,
    tasks,
    issues,
  };
}
