import { headingWords } from "../plan.ts";
import type { CompiledPlan, OutlineNode, PlanTask, Target } from "../compile/schema.ts";
import { type LeadRule, leadRuleOf, shareBodies } from "./leads.ts";
import { type DecompositionTable, renumber, type Row, SUGGESTED, type TableHead, timeColumns } from "./table.ts";

/** What the table is made from: a compiled plan, or the same of a city. */
export type PlanSource = Pick<CompiledPlan, "title" | "period" | "text" | "outline" | "targets" | "tasks"> & { readonly source: { readonly sha256: string } };

/** A body that answers for a target or task in a city; not yet issued, it is a suggestion. */
export interface Bearer {
  readonly name: string;
  readonly role: "lead" | "with";
  readonly issued: boolean;
}

const LONGEST_QUOTE = 1000;

/** First and last year of a plan: 2021/2025, or 2025 alone. */
export function spanOf(period: string | null): TableHead["span"] {
  const years = /^(\d{4})(?:\/(\d{4}))?$/.exec(period ?? "");
  return years === null ? null : [Number(years[1]), Number(years[2] ?? years[1])];
}

/** Years that the table runs over. A document that prints only the year it was issued runs to where most of its targets are due. */
function spanOfPlan({ period, targets }: PlanSource): TableHead["span"] {
  const span = spanOf(period);
  if (span === null || span[0] !== span[1]) return span;
  const due = targets.flatMap((target) => /(\d{4})(?:-[^/]*)?$/.exec(target.period ?? "")?.[1] ?? []).map(Number).sort((a, b) => a - b);
  return [span[0], Math.max(span[1], due[Math.floor(due.length / 2)] ?? span[1])];
}

interface Heading {
  readonly title: string;
  /** Chapter and section, as printed: 二、农业 / （一）粮食. */
  readonly own: string;
  /** Of the clause above it. */
  readonly above: string;
}

function headingsByClause(outline: readonly OutlineNode[]): Map<string, Heading> {
  const headings = new Map<string, Heading>();
  const enter = (nodes: readonly OutlineNode[], above: string): void => {
    for (const node of nodes) {
      const own = node.level === "item" || node.title === "" ? above : [above, headingWords(node)].filter(Boolean).join(" / ");
      headings.set(node.id, { title: node.title, own, above });
      enter(node.children, own);
    }
  };
  enter(outline, "");
  return headings;
}

const than: Readonly<Record<string, string>> = { ">=": "不低于", ">": "高于", "<=": "不高于", "<": "低于" };
const signs: Readonly<Record<string, string>> = { ">=": "≥", ">": "＞", "<=": "≤", "<": "＜" };

/** The value as a cell: a bare number where it is one, with its sign where it is a bound. */
export function valueWords(target: Target): string {
  const { value, value_max: most, comparator, measure, reference } = target;
  if (value === null) {
    if (measure === "relation" && reference !== null) return comparator === "=" ? `与${reference}持平` : `${than[comparator ?? ""] ?? ""}${reference}`;
    return "";
  }
  if (comparator === "range" && most !== null) return `${value}～${most}`;
  if (comparator === "~") return `${value}左右`;
  return `${comparator === null ? "" : (signs[comparator] ?? "")}${value}`;
}

/** The words that say which way something is to change. */
const CHANGES = /下降|降低|减少|压减|削减|提高|提升|增加|上升/g;

/** The one nearest before the number, else the first: 能耗下降13.5%，覆盖率提高5个百分点 says both. */
function changeWord({ quote, number }: Target): string {
  const before = quote.slice(0, Math.max(quote.indexOf(number), 0)).match(CHANGES)?.at(-1);
  return before ?? quote.match(CHANGES)?.[0] ?? "";
}

/** What is measured, with its unit: 城镇居民人均可支配收入（元）. */
function targetSubject(target: Target): string {
  const name = `${target.scope ?? ""}${target.indicator}`;
  const how = target.measure === "growth" && !/[增长速幅率]$/.test(name) ? "增长" : target.measure === "change" && name.search(CHANGES) < 0 ? changeWord(target) : "";
  return `${name}${how}${target.unit === "" || target.value === null ? "" : `（${target.unit}）`}`;
}

const attributes = { binding: "约束性", expected: "预期性" } as const;

/** A deadline in words: 2025年, 2025年6月底, 每年. */
function deadlineWords(period: string | null, every: string | null): string {
  const rhythm = every === "yearly" || period === "yearly" ? "每年" : every === "quarterly" ? "每季度" : every === "monthly" ? "每月" : "";
  if (period === null || period === "yearly") return rhythm;
  const last = period.split("/").at(-1) ?? period;
  const [year, rest = ""] = [last.slice(0, 4), last.slice(5)];
  if (/^\d{2}-\d{2}$/.test(rest)) return last;
  const part = /^\d{2}$/.test(rest) ? `${Number(rest)}月底` : /^Q\d$/.test(rest) ? `第${"一二三四"[Number(rest[1]) - 1]}季度` : /^H\d$/.test(rest) ? (rest === "H1" ? "上半年" : "下半年") : "";
  return /^\d{4}$/.test(year) ? `${year}年${part}` : rhythm;
}

/** Puts the value where its time is: the whole span, one year, every year; nothing is filled in that is not printed. */
function timedCells(target: Target, span: TableHead["span"]): { cells: Record<string, string>; notes: string[] } {
  const words = valueWords(target);
  const { period } = target;
  const times = timeColumns(span).map((column) => column.field);
  if (words === "" || span === null || period === null) return { cells: { total: words }, notes: [] };
  const [first, last] = span;
  const year = /^(\d{4})(?:-(Q\d|H\d|\d{2})(?:-\d{2})?)?$/.exec(period);
  if (first === last) {
    const quarter = /^Q(\d)$/.exec(year?.[2] ?? "")?.[1];
    if (year !== null && Number(year[1]) === first && quarter !== undefined) return { cells: { [`q${quarter}`]: words }, notes: [] };
    if (year === null || Number(year[1]) <= last) return { cells: { total: words }, notes: [] };
    return { cells: {}, notes: [`${deadlineWords(period, null)}目标：${words}`] };
  }
  if (period === "yearly") return { cells: Object.fromEntries(times.map((field) => [field, words])), notes: ["每年的目标"] };
  if (period === `${first}/${last}`) {
    return { cells: { total: words }, notes: target.cumulative ? [last - first === 4 ? "五年累计" : "规划期累计"] : target.measure === "growth" ? ["年均"] : [] };
  }
  if (year !== null && times.includes(`y${year[1]}`)) {
    const own = { [`y${year[1]}`]: words };
    return { cells: Number(year[1]) === last && year[2] === undefined ? { total: words, ...own } : own, notes: [] };
  }
  return { cells: {}, notes: [`${deadlineWords(period, null)}目标：${words}`] };
}

const join = (names: readonly string[]): string => names.join("、");

/** Who leads and who shares: what is printed stands above what a city suggests or has issued. */
function bodyCells(words: string, printed: readonly string[], bearers: readonly Bearer[], rule: LeadRule): { lead: string; with: string; notes: string[] } {
  const shared = shareBodies(words, printed, rule);
  if (shared.lead.length + shared.with.length > 0) {
    return { lead: join(shared.lead), with: join(shared.with), notes: shared.assumed ? ["原文未写明牵头单位，列出的第一个单位为牵头单位"] : [] };
  }
  const named = (role: Bearer["role"]): string => join(bearers.filter((one) => one.role === role).map((one) => (one.issued ? one.name : `${one.name}${SUGGESTED}`)));
  const suggested = bearers.some((one) => !one.issued);
  return { lead: named("lead"), with: named("with"), notes: suggested ? ["单位系按职责建议"] : [] };
}

const quoteOf = (words: string): string => {
  const plain = words.replace(/\s*\n\s*/g, "\n").trim();
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}……` : plain;
};

interface Making {
  readonly plan: PlanSource;
  readonly span: TableHead["span"];
  readonly rule: LeadRule;
  readonly heading: (clause: string | null) => Heading | undefined;
  readonly bearers: (id: string) => readonly Bearer[];
  readonly task: (target: Target) => PlanTask | undefined;
}

function filled(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([, words]) => words !== ""));
}

/** A clause that is a task by itself is no heading over it. */
function chapterOf(making: Making, one: PlanTask | Target): string {
  const heading = making.heading(one.clause);
  if (heading === undefined) return "";
  return "title" in one && one.title === heading.title ? heading.above : heading.own;
}

function targetRow(target: Target, making: Making): Row {
  const { plan, span, rule } = making;
  const timed = timedCells(target, span);
  const task = making.task(target);
  const bodies = bodyCells(task === undefined ? "" : plan.text.slice(task.start, task.end), target.responsible, making.bearers(target.id), rule);
  const notes = [target.stretch ? "力争值" : "", target.measure === "assigned" ? "目标值由上级下达或逐年确定" : "", ...timed.notes, ...bodies.notes].filter((words) => words !== "");
  const cells = {
    chapter: chapterOf(making, task ?? target), quote: quoteOf(target.quote), subject: targetSubject(target), attribute: target.attribute === null ? "" : attributes[target.attribute],
    ...timed.cells, lead: bodies.lead, with: bodies.with, deadline: deadlineWords(target.period, null), note: notes.join("；"),
  };
  return { id: target.id, kind: "target", cells: filled(cells) };
}

function taskRow(task: PlanTask, making: Making): Row {
  const words = making.plan.text.slice(task.start, task.end);
  const bodies = bodyCells(words, task.responsible, making.bearers(task.id), making.rule);
  const cells = {
    chapter: chapterOf(making, task), quote: quoteOf(words), subject: task.title, lead: bodies.lead, with: bodies.with,
    deadline: deadlineWords(task.deadline, task.every), note: bodies.notes.join("；"),
  };
  return { id: task.id, kind: "task", cells: filled(cells) };
}

/** Finds the task whose words a target stands in; both are in the order of the text. */
function taskFinder(tasks: readonly PlanTask[], targets: readonly Target[]): (target: Target) => PlanTask | undefined {
  const found = new Map<Target, PlanTask>();
  let next = 0;
  for (const target of targets) {
    while ((tasks[next]?.end ?? Infinity) <= target.at) next++;
    const task = tasks[next];
    if (task !== undefined && task.start <= target.at) found.set(target, task);
  }
  return (target) => found.get(target);
}

/** Makes the table of a plan: targets and tasks in the order of the text, each with its chapter. Pure. */
export function decompose(plan: PlanSource, bearers: (id: string) => readonly Bearer[] = () => []): DecompositionTable {
  const rule = leadRuleOf(plan.text);
  const headings = headingsByClause(plan.outline);
  const targets = [...plan.targets].sort((a, b) => a.at - b.at);
  const tasks = [...plan.tasks].sort((a, b) => a.start - b.start);
  const span = spanOfPlan(plan);
  const making: Making = { plan, span, rule, bearers, heading: (clause) => (clause === null ? undefined : headings.get(clause)), task: taskFinder(tasks, targets) };
  const placed = [...tasks.map((task) => ({ at: task.start, row: taskRow(task, making) })), ...targets.map((target) => ({ at: target.at, row: targetRow(target, making) }))];
  const rows = placed.sort((a, b) => a.at - b.at).map(({ row }) => row);
  return {
    title: plan.title, span, stage: "consultation", documentNumber: null, issuedOn: null, sha256: plan.source.sha256, version: 1,
    remark: rule.kind === "none" ? "" : `牵头单位按原文规定确定：“${rule.words}”`, rows: renumber(rows),
  };
}
