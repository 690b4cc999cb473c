import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { useCallback } from "react";
import { call, type Refusal } from "../../../base/client/api.ts";
import { useReader } from "../../../base/ui/reader.ts";

/** Calls of the sign-in library, under /api/auth. */
export function useAuth<Body, Answer = unknown>(path: string): UseMutationResult<Answer, Refusal, Body> {
  const { lang } = useReader();
  return useMutation<Answer, Refusal, Body>({ mutationFn: (body) => call<Answer>(lang, path, { method: "POST", body: body ?? {} }) });
}

/** After signing in or out: what another reader was shown is forgotten, what is on the page is asked again. */
export function useFreshStart(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    queries.removeQueries({ queryKey: ["auth"] });
    queries.removeQueries({ type: "inactive" });
    await queries.invalidateQueries();
  }, [queries]);
}

export interface SignInAnswer {
  readonly twoFactorRedirect?: boolean;
  readonly url?: string;
}
