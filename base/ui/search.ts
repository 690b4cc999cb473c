import { useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Search } from "./words.ts";

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
