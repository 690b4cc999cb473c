import type { Fields, SubjectKind, TargetFields, TaskFields } from "../../review/schema.ts";

/** Fields as a form holds them, and back. Pure. */

export type Draft = Readonly<Record<string, string>>;

const comparators = [">=", ">", "<=", "<", "=", "~", "range"] as const;
const measures = ["level", "flow", "growth", "change", "multiple", "relation", "assigned", "coverage", "event"] as const;
const kinds = ["create", "build", "reform", "reach", "hold", "study", "other"] as const;

export interface Field {
  readonly name: string;
  readonly form: "words" | "number" | "choice" | "flag" | "list" | "period";
  readonly options?: readonly string[];
  /** A choice that may be left open. */
  readonly open?: boolean;
}

const target: readonly Field[] = [
  { name: "indicator", form: "words" },
  { name: "number", form: "words" },
  { name: "value", form: "number" },
  { name: "value_max", form: "number" },
  { name: "unit", form: "words" },
  { name: "comparator", form: "choice", options: comparators, open: true },
  { name: "measure", form: "choice", options: measures },
  { name: "period", form: "period" },
  { name: "scope", form: "words" },
  { name: "reference", form: "words" },
  { name: "attribute", form: "choice", options: ["binding", "expected"], open: true },
  { name: "base.value", form: "number" },
  { name: "base.unit", form: "words" },
  { name: "base.period", form: "period" },
  { name: "cumulative", form: "flag" },
  { name: "stretch", form: "flag" },
];
const task: readonly Field[] = [
  { name: "title", form: "words" },
  { name: "kind", form: "choice", options: kinds },
  { name: "deadline", form: "period" },
  { name: "every", form: "choice", options: ["yearly", "quarterly", "monthly"], open: true },
  { name: "responsible", form: "list" },
  { name: "places", form: "list" },
  { name: "projects", form: "list" },
  { name: "platforms", form: "list" },
];
export const fieldsFor = (kind: SubjectKind): readonly Field[] => (kind === "target" ? target : task);

const at = (fields: object, name: string): unknown =>
  name.split(".").reduce<unknown>((inner, key) => (inner === null || inner === undefined ? null : (inner as Record<string, unknown>)[key]), fields);

export const blank: TargetFields = { number: "", value: null, value_max: null, unit: "", indicator: "", scope: null, measure: "level", comparator: "=", period: null, base: null, reference: null, cumulative: false, attribute: null, stretch: false };
export const blankTask: TaskFields = { title: "", kind: "other", deadline: null, every: null, responsible: [], places: [], projects: [], platforms: [] };

/** A field as words; "" where there is nothing. */
export function wordsOf(fields: Fields, name: string): string {
  const value = at(fields, name);
  if (Array.isArray(value)) return value.join("、");
  return value === null || value === undefined || value === false ? "" : String(value);
}

export const draftOf = (kind: SubjectKind, fields: Fields): Draft => Object.fromEntries(fieldsFor(kind).map(({ name }) => [name, wordsOf(fields, name)]));

/** A number as people type it, full-width digits and thousands apart included; undefined where it is none. */
export function typedNumber(words: string): number | null | undefined {
  const plain = words.normalize("NFKC").replace(/[\s,，]/g, "");
  if (plain === "") return null;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function fieldOf({ form, open }: Field, words: string): unknown {
  if (form === "number") return typedNumber(words);
  if (form === "flag") return words === "true";
  if (form === "list") return words.split(/[、，,；;\n]/).map((each) => each.trim()).filter(Boolean);
  if (form === "period") return words.trim() === "" ? null : words.normalize("NFKC").trim();
  return form === "choice" && open === true && words === "" ? null : words.trim();
}

const nullable: ReadonlySet<string> = new Set(["scope", "reference"]);

/** What a draft says otherwise than the fields it began from, and the fields whose words are no number. */
export function changesOf(kind: SubjectKind, before: Draft, draft: Draft): { readonly changes: Readonly<Record<string, unknown>>; readonly notNumbers: readonly string[] } {
  const changed = fieldsFor(kind).filter(({ name }) => (draft[name] ?? "") !== (before[name] ?? ""));
  const changes: Record<string, unknown> = {};
  const notNumbers: string[] = [];
  for (const field of changed) {
    if (field.name.startsWith("base.")) continue;
    const value = fieldOf(field, draft[field.name] ?? "");
    if (value === undefined) notNumbers.push(field.name);
    else changes[field.name] = value === "" && nullable.has(field.name) ? null : value;
  }
  if (changed.some(({ name }) => name.startsWith("base."))) {
    const value = typedNumber(draft["base.value"] ?? "");
    if (value === undefined) notNumbers.push("base.value");
    else changes["base"] = value === null ? null : { value, unit: (draft["base.unit"] ?? "").trim(), period: (draft["base.period"] ?? "").trim() || null };
  }
  return { changes, notNumbers };
}
