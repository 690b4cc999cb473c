/** Languages of the reader. Every sentence a reader may see exists in each; a missing one is a type error. */
export const languages = ["zh-CN", "en"] as const;
export type Lang = (typeof languages)[number];
export type Said = Readonly<Record<Lang, string>>;

/** A noun's or pack's sentences: `{name}` in a sentence is filled by `fill`. */
export type Texts = Readonly<Record<string, Said>>;

/** Checks the shape of a text table and keeps its keys: `export const text = texts({ ... })`. */
export const texts = <T extends Texts>(table: T): T => table;

/** Fills `{name}` places; a name without a value stays as it is, so that a mistake is seen. */
export function fill(sentence: string, values: Readonly<Record<string, unknown>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

export const say = (said: Said, lang: Lang, values?: Readonly<Record<string, unknown>>): string => fill(said[lang], values);

/** The best language for an Accept-Language header; zh-CN where nothing fits. */
export function chooseLanguage(header: string | undefined): Lang {
  for (const range of (header ?? "").split(",")) {
    const tag = range.split(";")[0]?.trim().toLowerCase() ?? "";
    if (tag.startsWith("zh")) return "zh-CN";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-CN";
}
