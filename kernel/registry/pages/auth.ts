import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { call, type Refusal } from "../../../base/client/api.ts";
import { useReader } from "../../../base/ui/reader.ts";

/** Calls of the sign-in library, under /api/auth. Afterwards everything is asked again: who reads has changed. */
export function useAuth<Body, Answer = unknown>(path: string, stays = false): UseMutationResult<Answer, Refusal, Body> {
  const { lang } = useReader();
  const queries = useQueryClient();
  return useMutation<Answer, Refusal, Body>({
    mutationFn: (body) => call<Answer>(lang, path, { method: "POST", body: body ?? {} }),
    onSuccess: async () => {
      if (!stays) await queries.resetQueries();
    },
  });
}

export interface SignInAnswer {
  readonly twoFactorRedirect?: boolean;
  readonly url?: string;
}
