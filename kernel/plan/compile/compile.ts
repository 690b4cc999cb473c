import { createHash } from "node:crypto";
import { readBytes } from "../formats/readers.ts";
import type { Progress, SourceText } from "../formats/source.ts";
import { readDocument } from "../document/document.ts";
import { printSpan } from "../document/frame.ts";
import type { Language } from "../formats/text.ts";
import type { Target } from "../targets/target.ts";
import { readTargets } from "../targets/targets.ts";
import type { Task } from "../tasks/task.ts";
import { readTasks } from "../tasks/tasks.ts";
import type { CompiledPlan, Issue } from "./schema.ts";
import { text as messages } from "./text.ts";

export interface CompileOptions {
  /** Of the messages in `issues`. */
  language?: Language;
  progress?: Progress;
}

/**
 * Compiles a plan document: its outline, targets, figures reached and tasks, each with the words it came from.
 * Pure: the same bytes and name give the same plan.
 * @param bytes the file as it is; see kernel/plan/formats/README.md for what is read
 * @param name file name
 * @throws PlanRefused (kernel/plan/formats/refusal.ts) when the file is no plan text
 */
export async function compilePlan(bytes: Uint8Array, name: string, options: CompileOptions = {}): Promise<CompiledPlan> {
  const { media_type, ...source } = await readBytes(bytes, name, options.progress);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return compileSource(source, { name, media_type, sha256 }, options);
}

/** Compiles what a reader gave; the part of `compilePlan` that needs no file. */
export function compileSource(source: SourceText, from: Omit<CompiledPlan["source"], "characters">, options: CompileOptions = {}): CompiledPlan {
  const { language = "zh-CN", progress = () => {} } = options;
  const document = readDocument(source, language);
  progress("outline", 1, 1);
  const { targets, actuals } = readTargets(document, progress);
  const tasks = readTasks(document);
  giveResponsible(targets, tasks);
  progress("tasks", 1, 1);
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
    source: { ...from, characters: document.text.length },
    text: document.text,
    outline: document.outline,
    tables: document.tables.map(({ start, end, rows }) => ({ start, end, rows: rows.map((row) => row.map(({ words: _, ...cell }) => cell)) })),
    targets,
    actuals,
    tasks,
    issues,
  };
}

/** The bodies printed in a task's words answer for the targets that stand in them. Tasks are in the order of the text. */
function giveResponsible(targets: readonly Target[], tasks: readonly Task[]): void {
  let next = 0;
  for (const target of targets) {
    while ((tasks[next]?.end ?? Infinity) <= target.at) next++;
    const task = tasks[next];
    if (task !== undefined && task.start <= target.at && target.responsible.length === 0) target.responsible = [...task.responsible];
  }
}
