import { fill } from "../../base/text/text.ts";
import type { CompiledPlan, OutlineNode } from "./compile/schema.ts";
import { type DutifulBody, type Subject, Suggester, type Suggestion } from "./suggestion/suggest.ts";
import { text } from "./suggestion/text.ts";

/** Who would answer for what, where no one has said so: whom the document prints, else the body whose duties fit. */

/** A body as the registry holds it. */
export interface RegisteredBody {
  readonly code: string;
  readonly name_zh: string;
  readonly kind: string;
  readonly division: string;
  readonly duties: unknown;
}

export interface Draft {
  readonly lead: string;
  readonly with: string[];
  readonly basis: { "zh-CN": string; en: string };
}

/** Bodies that lead nothing by their duties: whole governments, assemblies; and those of a part of the city. */
const WHOLE = new Set(["government", "congress", "zone"]);

type Drafted = Pick<CompiledPlan, "text" | "outline" | "targets" | "tasks">;

function titlesAbove(nodes: readonly OutlineNode[], above: readonly string[] = [], into = new Map<string, readonly string[]>()): Map<string, readonly string[]> {
  for (const node of nodes) {
    const path = [...above, node.title];
    into.set(node.id, path);
    titlesAbove(node.children, path, into);
  }
  return into;
}

function basisOf({ because }: Suggestion<unknown>): Draft["basis"] {
  const said = "printed" in because ? text.printed : text.duty;
  const values = "printed" in because ? { names: because.printed.join("、") } : { duty: because.duty, shared: because.shared.join("、") };
  return { "zh-CN": fill(said["zh-CN"], values), en: fill(said.en, values) };
}

/** Drafts for every target and task of a plan, by id; none where nothing speaks for any body. */
export function draftDuties(plan: Drafted, bodies: readonly RegisteredBody[], division: string): ReadonlyMap<string, Draft> {
  const above = titlesAbove(plan.outline);
  const inside = (clause: string | null): readonly string[] => (clause === null ? [] : (above.get(clause) ?? []));
  const tasks = plan.tasks.map((task): [string, Subject] => [task.id, { title: task.title, words: plan.text.slice(task.start, task.end), inside: inside(task.clause), responsible: task.responsible }]);
  const targets = plan.targets.map((target): [string, Subject] => [target.id, { title: target.indicator, words: target.quote, inside: inside(target.clause), responsible: target.responsible }]);
  const known = bodies.map((body): DutifulBody & RegisteredBody => ({ ...body, name: body.name_zh, duties: (body.duties as { "zh-CN": string }[]).map((duty) => duty["zh-CN"]) }));
  const suggester = new Suggester(known, known.filter((body) => body.division === division && !WHOLE.has(body.kind)), tasks.map(([, subject]) => subject));
  const drafts = new Map<string, Draft>();
  for (const [id, subject] of [...tasks, ...targets]) {
    const found = suggester.suggest(subject);
    if (found !== undefined) drafts.set(id, { lead: found.lead.code, with: found.others.map(({ code }) => code), basis: basisOf(found) });
  }
  return drafts;
}
