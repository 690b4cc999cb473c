import type { StandingStatus } from "../facts/schema.ts";
import type { OutlineNode, Target } from "./compile/schema.ts";
import type { CockpitView, DutyEntry, MeasureEntry } from "./schema.ts";

/** A heading as it is printed: 第一章 发展目标, but 一、发展目标. */
export const headingWords = ({ number, title }: Pick<OutlineNode, "number" | "title">): string => (/^第.+[编篇章节]$/.test(number) && title !== "" ? `${number} ${title}` : `${number}${title}`);

/** All nodes of an outline, parents before children. */
export function* walk(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}

/** The topmost node (part or chapter) that each clause stands in, by clause id. */
export function chaptersByClause(outline: readonly OutlineNode[]): Map<string, OutlineNode> {
  const chapters = new Map<string, OutlineNode>();
  const enter = (nodes: readonly OutlineNode[], chapter: OutlineNode | undefined): void => {
    for (const node of nodes) {
      // A part holds chapters; the chapter is what people count by.
      const own = node.level === "chapter" || chapter === undefined ? node : chapter;
      chapters.set(node.id, own);
      enter(node.children, own);
    }
  };
  enter(outline, undefined);
  return chapters;
}

const same = (wanted: string | null | undefined, printed: string | null): boolean => wanted === undefined || wanted === printed;

/** The entry of measures.yaml that speaks of this target: the words must be equal, what an entry leaves out may be anything. */
export function measureFor(target: Target, entries: readonly MeasureEntry[]): MeasureEntry | undefined {
  return entries.find(
    ({ target: wanted }) =>
      wanted.indicator === target.indicator && same(wanted.scope, target.scope) && same(wanted.period, target.period) && same(wanted.measure, target.measure),
  );
}

/** Entries of measures.yaml that speak of no target of the plan: most likely a slip of the pen. */
export const unmatchedMeasures = (targets: readonly Target[], entries: readonly MeasureEntry[]): MeasureEntry[] =>
  entries.filter((entry) => !targets.some((target) => measureFor(target, [entry]) !== undefined));

/** The nearest entry that covers a clause: its own title first, then its section's, then its chapter's. */
export function dutyFor(clause: string | null, outline: readonly OutlineNode[], entries: readonly DutyEntry[]): DutyEntry | undefined {
  const trail = trailOf(clause, outline).reverse();
  for (const node of trail) {
    const label = `${node.number}${node.title}`;
    // A bare number means a chapter: every chapter has a section of the same number.
    const number = node.level === "chapter" ? node.number.replace(/[、第章]/g, "") : undefined;
    const entry = entries.find(({ clause: wanted }) => (/^[一二三四五六七八九十]+$/.test(wanted) ? number === wanted : label.includes(wanted)));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** The nodes from the top down to a clause. */
export function trailOf(clause: string | null, outline: readonly OutlineNode[]): OutlineNode[] {
  for (const node of outline) {
    if (node.id === clause) return [node];
    const below = trailOf(clause, node.children);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/** A target with how it stands, as the cockpit counts it. */
export interface Stood {
  readonly target: Target;
  readonly chapter: string | null;
  readonly status: StandingStatus;
  readonly due: string | null;
}

type Counted = CockpitView["counts"][number];

/** Counts by status and attribute; binding, expected and not printed are never added together. */
export function countStanding(stood: readonly Stood[]): Counted[] {
  const counts = new Map<string, Counted>();
  for (const { target, status } of stood) {
    const key = `${status} ${target.attribute}`;
    const counted = counts.get(key) ?? { status, attribute: target.attribute, count: 0, ids: [] };
    counted.count += 1;
    counted.ids.push(target.id);
    counts.set(key, counted);
  }
  return [...counts.values()];
}

/** Targets and tasks of each chapter; how its targets stand only as far as that is known to the reader. */
export function countChapters(
  outline: readonly OutlineNode[],
  all: Readonly<Record<"targets" | "tasks", ReadonlyArray<{ chapter: string | null }>>>,
  stood: readonly Stood[],
): CockpitView["chapters"] {
  const chapters = [...new Set(chaptersByClause(outline).values())];
  return chapters.map((chapter) => {
    const isHere = (one: { chapter: string | null }): boolean => one.chapter === chapter.id;
    return {
      clause: chapter.id,
      number: chapter.number,
      title: chapter.title,
      targets: all.targets.filter(isHere).length,
      tasks: all.tasks.filter(isHere).length,
      counts: countStanding(stood.filter(isHere)),
    };
  });
}

export function turnedBetween(before: readonly Stood[], now: readonly Stood[]): CockpitView["turned"] {
  const was = new Map(before.map((one) => [one.target.id, one.status]));
  return now.flatMap(({ target, status }) => {
    const from = was.get(target.id);
    return from === undefined || from === status ? [] : [{ target: target.id, indicator: target.indicator, from, to: status }];
  });
}

/** What is due from this day on, soonest first. */
export function dueNext(stood: readonly Stood[], as_of: string, most = 10): CockpitView["due_next"] {
  return stood
    .flatMap(({ target, status, due }) => (due !== null && due >= as_of ? [{ target: target.id, indicator: target.indicator, quote: target.quote, due, status }] : []))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .slice(0, most);
}

/** The same day a month earlier; where that month is shorter, its last day. */
export function monthBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 2, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Is the target due in this year: by its end, over a span that ends then, or every year of the plan? */
export function dueInYear(target: Target, year: string, planPeriod: string | null): boolean {
  const period = target.period ?? planPeriod ?? "";
  if (period !== "yearly") return period.split("/").at(-1)?.slice(0, 4) === year;
  const [first = "", last = first] = (planPeriod ?? "").split("/");
  return first <= year && year <= last;
}

/** A value as words, the same whatever order its keys came in: what the database gives back counts as what was put in. */
export const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (inner !== null && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner));
