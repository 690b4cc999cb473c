import { createContext, useContext, useMemo } from "react";
import { useList } from "../../../base/client/use.ts";
import { useReader } from "../../../base/ui/reader.ts";
import type { Body, Division, Me } from "../schema.ts";

export const MeContext = createContext<Me | null>(null);

/** Who reads; before the server has answered, a reader who is not signed in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("useMe outside of the shell");
  return me;
}

/** For what a page offers; the server decides what is done. */
export const useMay = (permission: string): boolean => useMe().permissions.includes(permission);

/** Divisions, and their names by code. */
export function useDivisions(): { readonly list: readonly Division[]; readonly name: (code: string) => string } {
  const { lang } = useReader();
  const { data } = useList<Division>("/registry/divisions");
  return useMemo(() => {
    const list = data ?? [];
    const names = new Map(list.flatMap((each) => [[each.code, each.name[lang]] as const]));
    return { list, name: (code) => names.get(code) ?? code };
  }, [data, lang]);
}

export function useBodies(): { readonly list: readonly Body[]; readonly name: (code: string) => string } {
  const { lang } = useReader();
  const { data } = useList<Body>("/registry/bodies");
  return useMemo(() => {
    const list = data ?? [];
    const names = new Map(list.map((each) => [each.code, each.name[lang]]));
    return { list, name: (code) => names.get(code) ?? code };
  }, [data, lang]);
}
