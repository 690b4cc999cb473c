import type { CompiledPlan, OutlineNode, PlanTask, Target } from "../compile/schema.ts";
import { alignTexts } from "./align.ts";
import type { Change, ChangeKind, Comparison, TextRow } from "./schema.ts";
import { comparable, likeness, plainWords } from "./similar.ts";

/** What changed between two versions of a plan: a draft and what was adopted, before and after a mid-term revision. */

/** What of a compiled plan is compared. */
export type Compared = Pick<CompiledPlan, "title" | "text" | "outline" | "targets" | "tasks">;

/** Anything a plan holds that may change: where it stands and what it is called. */
interface Thing {
  readonly id: string;
  readonly at: number;
  readonly name: string;
  readonly words: string;
  /** Id of the clause it stands in; null at the top. */
  readonly inside: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** Which kind of change a field's difference is. */
  readonly kinds: Readonly<Record<string, ChangeKind>>;
}

const ALIKE = 0.6;

/** Row of the text on which a position stands, by binary search over the lines of one side. */
function rowFinder(rows: readonly TextRow[], side: "before" | "after"): (at: number) => number {
  const places = rows.flatMap((row, index) => (row[side] === null ? [] : [{ start: row[side].start, index }])).sort((a, b) => a.start - b.start);
  return (at) => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.start ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return places[Math.max(0, low - 1)]?.index ?? 0;
  };
}

interface Pair {
  before: Thing | null;
  after: Thing | null;
}

interface Sides {
  rows: readonly TextRow[];
  rowBefore: (at: number) => number;
  rowAfter: (at: number) => number;
}

/** Pairs what is the same thing in both: by id, then by name in its counterpart's line, then by name anywhere, then by likeness on one line. */
function pair(before: readonly Thing[], after: readonly Thing[], sides: Sides): Pair[] {
  const counterpart = new Map<Thing, Thing>();
  const taken = new Set<Thing>();
  const match = (one: Thing, other: Thing | undefined): void => {
    if (other === undefined || counterpart.has(one) || taken.has(other)) return;
    counterpart.set(one, other);
    taken.add(other);
  };
  const byId = new Map(after.map((thing) => [thing.id, thing]));
  for (const thing of before) match(thing, byId.get(thing.id));
  const lineOf = (thing: Thing): number => {
    const row = sides.rowBefore(thing.at);
    return sides.rows[row]?.partner ?? row;
  };
  const open = (): Thing[] => before.filter((thing) => !counterpart.has(thing));
  const free = (): Thing[] => after.filter((thing) => !taken.has(thing));
  const onLine = Map.groupBy(free(), (thing) => sides.rowAfter(thing.at));
  for (const thing of open()) match(thing, onLine.get(lineOf(thing))?.find((other) => !taken.has(other) && other.name === thing.name));
  const byName = Map.groupBy(free(), (thing) => `${thing.inside ?? ""}/${thing.name}`);
  for (const thing of open()) match(thing, byName.get(`${thing.inside ?? ""}/${thing.name}`)?.find((other) => !taken.has(other)));
  for (const thing of open()) {
    const like = comparable(thing.name);
    match(thing, onLine.get(lineOf(thing))?.find((other) => !taken.has(other) && likeness(like, comparable(other.name)) >= ALIKE));
  }
  const anywhere = Map.groupBy(free(), (thing) => thing.name);
  for (const thing of open()) {
    const others = anywhere.get(thing.name)?.filter((other) => !taken.has(other)) ?? [];
    // A name that several bear says nothing about which one went where.
    if (others.length === 1) match(thing, others[0]);
  }
  return [...before.map((thing) => ({ before: thing, after: counterpart.get(thing) ?? null })), ...free().map((thing) => ({ before: null, after: thing }))];
}

function changeOf(what: Change["what"], { before, after }: Pair, sides: Sides, moved: boolean): Change | null {
  const side = (thing: Thing | null): Change["before"] => (thing === null ? null : { id: thing.id, at: thing.at, words: thing.words });
  const row = after === null ? sides.rowBefore(before?.at ?? 0) : sides.rowAfter(after.at);
  if (before === null || after === null) return { what, kinds: [before === null ? "added" : "dropped"], before: side(before), after: side(after), fields: [], row };
  const differing = Object.keys(after.fields).filter((field) => plainWords(before.fields[field] ?? "") !== plainWords(after.fields[field] ?? ""));
  const kinds = new Set<ChangeKind>(moved ? ["moved"] : []);
  for (const field of differing) kinds.add(after.kinds[field] ?? "wording");
  if (kinds.size === 0) return null;
  return { what, kinds: [...kinds], before: side(before), after: side(after), row, fields: differing.map((field) => ({ field, before: before.fields[field] ?? "", after: after.fields[field] ?? "" })) };
}

interface Clause extends Thing {
  /** It is a task itself (a titled paragraph), and told as one. */
  readonly isTask: boolean;
}

function clausesOf(nodes: readonly OutlineNode[], inside: string | null = null): Clause[] {
  return nodes.flatMap((node) => [
    { id: node.id, at: node.start, name: plainWords(node.title), words: `${node.number}${node.title}`, inside, fields: { title: node.title }, kinds: {}, isTask: node.kind === "task" },
    ...clausesOf(node.children, node.id),
  ]);
}

/** Signs that readers of every language know; a range and what is reached say it by the number itself. */
const signs: Readonly<Record<string, string>> = { ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ " };
const number = (target: Target): string => (target.number === "" ? "" : `${signs[target.comparator ?? ""] ?? ""}${target.number}${target.unit}`);

const thingOfTarget = (target: Target): Thing => ({
  id: target.id, at: target.at, name: `${target.measure} ${plainWords((target.scope ?? "") + target.indicator)}`, words: target.quote, inside: target.clause,
  fields: { number: number(target), measure: target.measure, period: target.period ?? "", indicator: target.indicator, scope: target.scope ?? "", reference: target.reference ?? "", attribute: target.attribute ?? "" },
  kinds: { number: "number", measure: "number", period: "deadline", attribute: "attribute" },
});

/** A task that is a clause of its own stands in what that clause stands in. */
const tasksOf = (plan: Compared, clauses: readonly Clause[]): Thing[] => {
  const own = new Map(clauses.filter((clause) => clause.isTask).map((clause) => [clause.id, clause]));
  return plan.tasks.map((task) => {
    const clause = own.get(task.clause ?? "");
    return thingOfTask(task, clause?.at === task.start ? clause.inside : task.clause);
  });
};

const thingOfTask = (task: PlanTask, inside: string | null): Thing => ({
  id: task.id, at: task.start, name: plainWords(task.title), words: task.title, inside,
  fields: { title: task.title, deadline: task.deadline ?? "", every: task.every ?? "", responsible: task.responsible.join("、") },
  kinds: { deadline: "deadline", every: "deadline", responsible: "responsible" },
});

/** Lines of running text; what stands in a heading is told as a clause. */
function paragraphsOf(rows: readonly TextRow[], before: Compared, after: Compared, headings: ReadonlySet<string>): Change[] {
  return rows.flatMap((row, index): Change[] => {
    const from = row.before;
    const to = row.after;
    if (row.kind === "same" || (from !== null && headings.has(`before ${from.start}`)) || (to !== null && headings.has(`after ${to.start}`))) return [];
    const old = from === null ? null : { id: "", at: from.start, words: before.text.slice(from.start, from.end) };
    const now = to === null ? null : { id: "", at: to.start, words: after.text.slice(to.start, to.end) };
    if (row.kind !== "moved") return [{ what: "paragraph", kinds: [row.kind === "changed" ? "wording" : row.kind], before: old, after: now, fields: [], row: index }];
    // Told once, where it stands now.
    const origin = rows[row.partner ?? -1]?.before ?? null;
    if (now === null || origin === null) return [];
    const kinds: ChangeKind[] = row.pieces.length > 0 ? ["moved", "wording"] : ["moved"];
    return [{ what: "paragraph", kinds, before: { id: "", at: origin.start, words: before.text.slice(origin.start, origin.end) }, after: now, fields: [], row: index }];
  });
}

const bareHeading = (plan: Compared, side: string, nodes: readonly OutlineNode[]): string[] =>
  nodes.flatMap((node) => {
    const line = plan.text.slice(node.start, (plan.text.indexOf("\n", node.start) + 1 || plan.text.length + 1) - 1);
    const whole = plainWords(line).length <= plainWords(node.number + node.title).length + 1;
    return [...(whole ? [`${side} ${node.start}`] : []), ...bareHeading(plan, side, node.children)];
  });

/** Compares two compiled versions. Pure; the changes are in the order of the text they stand in. */
export function comparePlans(before: Compared, after: Compared): Comparison {
  const rows = alignTexts(before.text, after.text);
  const sides: Sides = { rows, rowBefore: rowFinder(rows, "before"), rowAfter: rowFinder(rows, "after") };
  const [clausesBefore, clausesAfter] = [clausesOf(before.outline), clausesOf(after.outline)];
  const clauses = pair(clausesBefore, clausesAfter, sides);
  const untold = new Set([...clausesBefore, ...clausesAfter].filter((clause) => clause.isTask).map((clause) => clause.id));
  const nowIn = new Map(clauses.flatMap(({ before: one, after: other }) => (one === null || other === null ? [] : [[one.id, other.id] as const])));
  const movedFrom = ({ before: one, after: other }: Pair): boolean =>
    one !== null && other !== null && (one.inside === null ? other.inside !== null : nowIn.get(one.inside) !== other.inside);
  const told = (what: Change["what"], pairs: readonly Pair[]): Change[] => pairs.flatMap((each) => changeOf(what, each, sides, movedFrom(each)) ?? []);
  const headings = new Set([...bareHeading(before, "before", before.outline), ...bareHeading(after, "after", after.outline)]);
  const changes = [
    ...told("clause", clauses.filter((each) => !untold.has((each.after ?? each.before)?.id ?? ""))),
    ...told("target", pair(before.targets.map(thingOfTarget), after.targets.map(thingOfTarget), sides)),
    ...told("task", pair(tasksOf(before, clausesBefore), tasksOf(after, clausesAfter), sides)),
    ...paragraphsOf(rows, before, after, headings),
  ].sort((a, b) => a.row - b.row);
  return { format: "gangju-comparison/1", before: { title: before.title, text: before.text }, after: { title: after.title, text: after.text }, changes, rows };
}
