import { queryOptions, useMutation, useQueries, useQuery, useQueryClient, type QueryClient, type UseMutationResult, type UseQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Lang } from "../text/text.ts";
import type { Ask } from "../ui/page.ts";
import { useReader } from "../ui/reader.ts";
import { address, call, callAll, newKey, type Params, type Refusal } from "./api.ts";

/** "/facts/indicators" → "facts": what a change event names. */
const topicOf = (path: string): string => path.split("/")[1] ?? "";

/** One question as the cache knows it. */
function one<T>(lang: Lang, path: string, params: Params) {
  return queryOptions<T, Refusal>({ queryKey: [topicOf(path), path, params, lang], queryFn: ({ signal }) => call<T>(lang, address(path, params), { signal }) });
}

function all<T>(lang: Lang, path: string, params: Params) {
  return queryOptions<readonly T[], Refusal>({ queryKey: [topicOf(path), path, params, lang, "all"], queryFn: ({ signal }) => callAll<T>(lang, path, params, signal) });
}

export function useGet<T>(path: string | null, params: Params = {}): UseQueryResult<T, Refusal> {
  const { lang } = useReader();
  return useQuery({ ...one<T>(lang, path ?? "", params), enabled: path !== null });
}

export function useList<T>(path: string | null, params: Params = {}): UseQueryResult<readonly T[], Refusal> {
  const { lang } = useReader();
  return useQuery({ ...all<T>(lang, path ?? "", params), enabled: path !== null });
}

/** The same list for several cases, as one; what has not come yet is left out. */
export function useLists<T>(path: string, cases: readonly Params[]): { readonly items: readonly T[]; readonly waiting: boolean } {
  const { lang } = useReader();
  return useQueries({
    queries: cases.map((params) => all<T>(lang, path, params)),
    combine: (results) => ({ items: results.flatMap((each) => each.data ?? []), waiting: results.some((each) => each.isFetching) }),
  });
}

/** Asks before the page is there to ask. */
export function askAhead(queries: QueryClient, lang: Lang, asks: readonly Ask[]): void {
  for (const { path, params = {}, all: every } of asks) {
    void (every === true ? queries.prefetchQuery(all(lang, path, params)) : queries.prefetchQuery(one(lang, path, params)));
  }
}

/** A write; afterwards everything of the named topics is asked again. */
export function useSend<Body, Answer = unknown>(path: string, topics: readonly string[], method: "POST" | "PUT" = "POST"): UseMutationResult<Answer, Refusal, Body> {
  const { lang } = useReader();
  const queries = useQueryClient();
  return useMutation<Answer, Refusal, Body>({
    mutationFn: (body) => call<Answer>(lang, address(path), { method, body, key: newKey() }),
    onSuccess: () => Promise.all(topics.map((topic) => queries.invalidateQueries({ queryKey: [topic] }))),
  });
}

/** What else is stale when a topic changes: the plan's status is computed from facts. */
const follows: Readonly<Record<string, readonly string[]>> = { facts: ["plan"], registry: ["plan", "facts"] };

const quiet_ms = 1000;

/**
 * Listens to the server's change events and asks again what they concern. The stream opens once the page has what it first
 * asked for; what changed since the page was opened is told then, and after a break everything is asked again.
 */
export function useChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let events: EventSource | undefined;
    const changed = (event: MessageEvent<string>): void => {
      for (const topic of topicsOf(event.data)) void queries.invalidateQueries(topic === "*" ? {} : { queryKey: [topic] });
    };
    const open = (): void => {
      let before = false;
      events = new EventSource(`/api/events?age=${Math.ceil(performance.now())}`);
      events.addEventListener("open", () => {
        if (before) void queries.invalidateQueries();
        before = true;
      });
      events.addEventListener("change", changed);
    };
    const waiting = setInterval(() => {
      if (queries.isFetching() > 0) return;
      clearInterval(waiting);
      open();
    }, quiet_ms);
    return () => {
      clearInterval(waiting);
      events?.close();
    };
  }, [queries]);
}

/** The topic of an event and what follows from it; none where the event cannot be read. */
function topicsOf(data: string): readonly string[] {
  try {
    const { topic } = JSON.parse(data) as { readonly topic?: unknown };
    return typeof topic === "string" ? [topic, ...(follows[topic] ?? [])] : [];
  } catch {
    return [];
  }
}
