import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { useReader } from "../ui/reader.ts";
import { address, call, callAll, newKey, type Params, type Refusal } from "./api.ts";

/** "/facts/indicators" → "facts": what a change event names. */
const topicOf = (path: string): string => path.split("/")[1] ?? "";

export function useGet<T>(path: string | null, params: Params = {}): UseQueryResult<T, Refusal> {
  const { lang } = useReader();
  return useQuery<T, Refusal>({
    queryKey: [topicOf(path ?? ""), path, params, lang],
    queryFn: ({ signal }) => call<T>(lang, address(path ?? "", params), { signal }),
    enabled: path !== null,
  });
}

export function useList<T>(path: string | null, params: Params = {}): UseQueryResult<readonly T[], Refusal> {
  const { lang } = useReader();
  return useQuery<readonly T[], Refusal>({
    queryKey: [topicOf(path ?? ""), path, params, lang, "all"],
    queryFn: ({ signal }) => callAll<T>(lang, path ?? "", params, signal),
    enabled: path !== null,
  });
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

/** Listens to the server's change events and asks again what they concern. */
export function useChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const events = new EventSource("/api/events");
    const changed = (event: MessageEvent<string>): void => {
      let topic: string;
      try {
        topic = String((JSON.parse(event.data) as { topic?: unknown }).topic ?? "");
      } catch {
        return;
      }
      for (const each of [topic, ...(follows[topic] ?? [])]) void queries.invalidateQueries({ queryKey: [each] });
    };
    events.addEventListener("change", changed);
    return () => events.close();
  }, [queries]);
}
