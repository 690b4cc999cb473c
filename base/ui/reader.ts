import { createContext, useContext, useMemo } from "react";
import { chooseLanguage, say, type Lang, type Said, type Texts } from "../text/text.ts";

export type TypeSize = "normal" | "large";

/** How the reader wants to read; kept in the browser. */
export interface Reader {
  readonly lang: Lang;
  readonly size: TypeSize;
  setLang(lang: Lang): void;
  setSize(size: TypeSize): void;
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error("useReader outside of the shell");
  return reader;
}

export type Say = (said: Said, values?: Readonly<Record<string, unknown>>) => string;

/** Says a bilingual sentence in the reader's language. */
export function useSay(): Say {
  const { lang } = useReader();
  return useMemo(() => (said, values) => say(said, lang, values), [lang]);
}

/** A table of sentences in the reader's language: `const t = useText(planText); t("title")`. */
export function useText<T extends Texts>(table: T): (key: keyof T & string, values?: Readonly<Record<string, unknown>>) => string {
  const { lang } = useReader();
  return useMemo(() => (key, values) => say(table[key] as Said, lang, values), [lang, table]);
}

export const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage may be forbidden; reading still works
  }
};

export const keep = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // as above
  }
};

export const keptLang = (): Lang => chooseLanguage(kept("gangju.lang") ?? navigator.languages.join(","));
export const keptSize = (): TypeSize => (kept("gangju.size") === "large" ? "large" : "normal");
