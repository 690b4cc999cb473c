import type { ReactNode } from "react";
import { Choice, Entry } from "../../../../base/ui/field.tsx";
import { useText } from "../../../../base/ui/reader.ts";
import type { Fields, SubjectKind } from "../../review/schema.ts";
import { type Draft, type Field, fieldsFor, wordsOf } from "./draft.ts";
import { fieldText, reviewText } from "./text.ts";

const isLabel = (key: string): key is keyof typeof fieldText & string => key in fieldText;

/** A value as it is shown: choices by their name, flags by yes. */
function useShown(): (field: Field, fields: Fields) => string {
  const t = useText(fieldText);
  return (field, fields) => {
    const words = wordsOf(fields, field.name);
    const key = `${field.name}.${words}`;
    if (field.form === "flag") return words === "" ? "" : t("yes");
    return words !== "" && field.form === "choice" && isLabel(key) ? t(key) : words;
  };
}

const always: ReadonlySet<string> = new Set(["indicator", "value", "unit", "comparator", "measure", "period", "title", "kind", "deadline"]);

/** The reading, field by field; what a planner changed beside what was read. */
export function FieldList({ kind, read, now }: { readonly kind: SubjectKind; readonly read: Fields | null; readonly now: Fields }): ReactNode {
  const t = useText(fieldText);
  const r = useText(reviewText);
  const shown = useShown();
  return (
    <dl className="facts review-fields">
      {fieldsFor(kind).map((field) => {
        const value = shown(field, now);
        const old = read === null ? value : shown(field, read);
        if (value === "" && old === "" && !always.has(field.name)) return null;
        return (
          <div key={field.name} className="facts-pair">
            <dt>{isLabel(field.name) ? t(field.name) : field.name}</dt>
            <dd className={old === value ? undefined : "changed"}>
              {value === "" ? <span className="muted">{t("none")}</span> : value}
              {old !== value && (
                <span className="small muted">
                  {" "}
                  {r("was")} <del>{old === "" ? r("nothingRead") : old}</del>
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface FormProps {
  readonly kind: SubjectKind;
  readonly draft: Draft;
  readonly onDraft: (name: string, words: string) => void;
  readonly wrong: Readonly<Record<string, string>>;
}

/** The same fields to be written in. */
export function FieldEntries({ kind, draft, onDraft, wrong }: FormProps): ReactNode {
  const t = useText(fieldText);
  return fieldsFor(kind).map((field) => {
    const { name, form, options = [], open } = field;
    const label = isLabel(name) ? t(name) : name;
    const value = draft[name] ?? "";
    const put = (words: string): void => onDraft(name, words);
    if (form === "flag") {
      return (
        <label key={name} className="flag">
          <input type="checkbox" checked={value === "true"} onChange={(event) => put(event.target.checked ? "true" : "")} /> {label}
        </label>
      );
    }
    if (form === "choice") {
      const choices = options.map((each) => ({ value: each, label: isLabel(`${name}.${each}`) ? t(`${name}.${each}` as keyof typeof fieldText & string) : each }));
      return (
        <div key={name} className="field">
          <Choice label={label} value={value} onValue={put} options={choices} {...(open === true ? { any: t("none") } : {})} />
          {wrong[name] && <span className="wrong">{wrong[name]}</span>}
        </div>
      );
    }
    const help = form === "list" ? t("listHelp") : form === "period" ? t("periodHelp") : undefined;
    const broad = name === "indicator" || name === "title" || form === "list";
    return <Entry key={name} label={label} value={value} onText={put} wrong={wrong[name]} inputMode={form === "number" ? "decimal" : "text"} {...(broad ? { className: "broad" } : {})} {...(help === undefined ? {} : { help })} />;
  });
}
