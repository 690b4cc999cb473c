import { useMemo } from "react";
import { useGet, useList } from "../../../base/client/use.ts";
import type { Refusal } from "../../../base/client/api.ts";
import { useSearchWords } from "../../../base/ui/search.ts";
import type { Search } from "../../../base/ui/words.ts";
import { blocksOf, marksOf, type Block, type Mark } from "./cut.ts";
import type { OutlineNode } from "../compile/schema.ts";
import type { PlanView, TargetView, TaskView } from "../schema.ts";

/** The plan as the page works with it. */
export interface OpenPlan {
  readonly document: PlanView;
  readonly outline: readonly OutlineNode[];
  readonly blocks: readonly Block[];
  readonly nodes: ReadonlyMap<string, Block>;
  readonly targets: readonly TargetView[];
  readonly target: ReadonlyMap<string, TargetView>;
  readonly tasks: readonly TaskView[];
  readonly task: ReadonlyMap<string, TaskView>;
  readonly marks: readonly Mark[];
}

export interface Opening {
  readonly plan: OpenPlan | undefined;
  readonly error: Refusal | null;
  retry(): void;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> => new Map(items.map((each) => [each.id, each]));

export function usePlan(asOf: string | undefined): Opening {
  const document = useGet<PlanView>("/plan");
  const outline = useGet<readonly OutlineNode[] | { readonly items: readonly OutlineNode[] }>("/plan/outline");
  const targets = useList<TargetView>("/plan/targets", { as_of: asOf });
  const tasks = useList<TaskView>("/plan/tasks");
  const all = [document, outline, targets, tasks] as const;
  const plan = useMemo<OpenPlan | undefined>(() => {
    if (!document.data || !outline.data || !targets.data || !tasks.data) return undefined;
    const text = document.data.text;
    const nodes = "items" in outline.data ? outline.data.items : outline.data;
    const blocks = blocksOf(text, nodes);
    const ordered = [...targets.data].sort((a, b) => a.at - b.at);
    return {
      document: document.data,
      outline: nodes,
      blocks,
      nodes: new Map(blocks.map((block) => [block.node.id, block])),
      targets: ordered,
      target: byId(ordered),
      tasks: tasks.data,
      task: byId(tasks.data),
      marks: marksOf(text, ordered),
    };
  }, [document.data, outline.data, targets.data, tasks.data]);
  return { plan, error: all.find((each) => each.error)?.error ?? null, retry: () => all.forEach((each) => void each.refetch()) };
}

/** The day as of which the overview speaks goes along to the list behind each figure. */
export function useAsOf(): Search {
  const { as_of: asOf } = useSearchWords();
  return useMemo(() => ({ as_of: asOf }), [asOf]);
}

/** Address of a place in the plan. */
export const placeOf = (kind: "c" | "t" | "k", id: string): string => `/plan/${kind}/${encodeURIComponent(id)}`;

export interface Chosen {
  readonly kind: "c" | "t" | "k";
  readonly id: string;
}

export function chosenOf(params: Readonly<Record<string, string | undefined>>): Chosen | null {
  const { kind, id } = params;
  return (kind === "c" || kind === "t" || kind === "k") && id ? { kind, id } : null;
}

/** The clause in which what is chosen stands. */
export function clauseOf(plan: OpenPlan, chosen: Chosen | null): string | null {
  if (chosen === null) return null;
  if (chosen.kind === "c") return chosen.id;
  return (chosen.kind === "t" ? plan.target.get(chosen.id)?.clause : plan.task.get(chosen.id)?.clause) ?? null;
}
