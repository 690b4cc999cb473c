import type { Search } from "../../../base/ui/words.ts";
import type { StandingStatus as Status } from "../../facts/schema.ts";
import { statuses } from "../../facts/pages/statuses.ts";
import type { TargetView, TaskView } from "../schema.ts";

/** What of the plan the reader looks at; kept in the address, so that every list can be sent to a colleague. */
export interface Filters {
  readonly status: readonly Status[];
  readonly attribute: "binding" | "expected" | "none" | null;
  readonly body: string | null;
  readonly chapter: string | null;
  readonly year: string | null;
  /** Targets named one by one, as in "what turned since last month". */
  readonly ids: readonly string[];
}

export const noFilters: Filters = { status: [], attribute: null, body: null, chapter: null, year: null, ids: [] };

const list = (text: string | undefined): readonly string[] => (text ?? "").split(",").filter((each) => each !== "");

export function filtersOf(words: Readonly<Record<string, string | undefined>>): Filters {
  const attribute = words["attribute"];
  return {
    status: list(words["status"]).filter((each): each is Status => (statuses as readonly string[]).includes(each)),
    attribute: attribute === "binding" || attribute === "expected" || attribute === "none" ? attribute : null,
    body: words["body"] || null,
    chapter: words["chapter"] || null,
    year: words["year"] || null,
    ids: list(words["ids"]),
  };
}

export function searchOf(filters: Filters): Search {
  return {
    status: filters.status.join(",") || undefined,
    attribute: filters.attribute ?? undefined,
    body: filters.body ?? undefined,
    chapter: filters.chapter ?? undefined,
    year: filters.year ?? undefined,
    ids: filters.ids.join(",") || undefined,
  };
}

export const isFiltered = (filters: Filters): boolean => Object.values(searchOf(filters)).some((each) => each !== undefined);

/** Without a standing nothing has been measured, or nothing released: that is "no data". */
export const statusOf = (target: Pick<TargetView, "standing">): Status => target.standing?.status ?? "no_data";

/** The last year of "2025", "2021/2025", "2025-12"; null for yearly ones. */
export const yearOf = (period: string | null): string | null => /(\d{4})[^/]*$/.exec(period ?? "")?.[1] ?? null;

export const attributeOf = (target: Pick<TargetView, "attribute">): "binding" | "expected" | "none" => target.attribute ?? "none";

export function fits(target: TargetView, filters: Filters): boolean {
  if (filters.status.length > 0 && !filters.status.includes(statusOf(target))) return false;
  if (filters.attribute !== null && attributeOf(target) !== filters.attribute) return false;
  if (filters.body !== null && !target.responsible_bodies.some((each) => each.body === filters.body)) return false;
  if (filters.chapter !== null && target.chapter?.id !== filters.chapter) return false;
  if (filters.year !== null && (filters.year === "yearly" ? target.period !== "yearly" : yearOf(target.period) !== filters.year)) return false;
  return filters.ids.length === 0 || filters.ids.includes(target.id);
}

/** Tasks have no status of their own yet: they fit as what has no data, and never a list of attributes. */
export function taskFits(task: TaskView, filters: Filters): boolean {
  if (filters.ids.length > 0 || filters.attribute !== null || filters.status.length > 0) return false;
  if (filters.body !== null && !task.responsible_bodies.some((each) => each.body === filters.body)) return false;
  if (filters.chapter !== null && task.chapter?.id !== filters.chapter) return false;
  return filters.year === null || yearOf(task.deadline) === filters.year;
}

/** How many of each status, in the fixed order; those with none are left out. */
export function tally(targets: readonly Pick<TargetView, "standing">[]): readonly { readonly status: Status; readonly count: number }[] {
  const counts = new Map<Status, number>();
  for (const target of targets) counts.set(statusOf(target), (counts.get(statusOf(target)) ?? 0) + 1);
  return statuses.flatMap((status) => (counts.has(status) ? [{ status, count: counts.get(status) ?? 0 }] : []));
}

/** The next or previous of a list from where the reader is; from nowhere, the first or the last. */
export function step<T extends { readonly id: string }>(items: readonly T[], from: string | null, by: 1 | -1): T | undefined {
  const at = items.findIndex((each) => each.id === from);
  if (at < 0) return by === 1 ? items[0] : items.at(-1);
  return items[(at + by + items.length) % items.length];
}
