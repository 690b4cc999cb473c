import { useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Search } from "./link.tsx";

/** Plain search: `?status=met,ahead`, every value a string. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  // a comma may stand in a query as it is; encoded it is unreadable in a letter
  const text = query.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}

export const useSearchWords = (): Readonly<Record<string, string>> =>
  useRouterState({ select: (state) => state.location.search as Record<string, string>, structuralSharing: true });

export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname });

export const usePathParams = (): Readonly<Record<string, string>> => useParams({ strict: false }) as Record<string, string>;

/** Goes to a path with a search; `replace` keeps typing out of the history. */
export function useGo(): (to: string, search: Search, options?: { replace?: boolean; stay?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (to, search, options = {}) =>
      void navigate({ to, search: search as never, replace: options.replace ?? false, resetScroll: options.stay !== true }),
    [navigate],
  );
}
