import Button from "antd/es/button";
import { type FormEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Refusal } from "../../../../base/client/api.ts";
import { useGet } from "../../../../base/client/use.ts";
import { Choice, Entry } from "../../../../base/ui/field.tsx";
import { useText } from "../../../../base/ui/reader.ts";
import { Refused } from "../../../../base/ui/states.tsx";
import type { CorrectionIn, Fields, ReviewItem, SubjectKind } from "../../review/schema.ts";
import type { PlanView } from "../../schema.ts";
import { blank, blankTask, changesOf, draftOf, fieldsFor } from "./draft.ts";
import { FieldEntries } from "./fields.tsx";
import { reviewText } from "./text.ts";

/** "/fields/base/period" → what is wrong with base.period. */
export const placesByField = (refusal: Refusal | null): Readonly<Record<string, string>> =>
  Object.fromEntries((refusal?.places ?? []).map((place) => [place.at.replace(/^\/fields\//, "").replace(/^\//, "").replace("/", "."), place.message]));

const toFirstWrong = (form: RefObject<HTMLFormElement | null>): void => {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};

interface SharedProps {
  readonly pending: boolean;
  readonly refusal: Refusal | null;
  readonly onSend: (body: CorrectionIn) => void;
  readonly onLeave: () => void;
}

/** What the server refuses stands at its field; the first one gets the focus. */
function useRefused(refusal: Refusal | null, form: RefObject<HTMLFormElement | null>): Readonly<Record<string, string>> {
  useEffect(() => {
    if (refusal !== null && refusal.places.length > 0) toFirstWrong(form);
  }, [refusal, form]);
  return useMemo(() => placesByField(refusal), [refusal]);
}

function Actions({ label, pending, onLeave }: { readonly label: string; readonly pending: boolean; readonly onLeave: () => void }): ReactNode {
  const t = useText(reviewText);
  return (
    <div className="row broad">
      <Button type="primary" htmlType="submit" loading={pending}>
        {label}
      </Button>
      <Button onClick={onLeave}>{t("cancel")}</Button>
    </div>
  );
}

/** Corrects the fields of one reading. Escape leaves it as it was. */
export function EditForm({ item, pending, refusal, onSend, onLeave }: SharedProps & { readonly item: ReviewItem }): ReactNode {
  const t = useText(reviewText);
  const form = useRef<HTMLFormElement>(null);
  const kind: SubjectKind = item.task === null ? "target" : "task";
  const before = useMemo(() => draftOf(kind, (item.task ?? item.target)?.now as Fields), [item, kind]);
  const [draft, setDraft] = useState(before);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [nothing, setNothing] = useState(false);
  const refused = useRefused(refusal, form);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input, select")?.focus();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pending) return;
    const { changes, notNumbers } = changesOf(kind, before, draft);
    setWrong(Object.fromEntries(notNumbers.map((name) => [name, t("notNumber")])));
    const untouched = notNumbers.length === 0 && Object.keys(changes).length === 0;
    setNothing(untouched);
    if (notNumbers.length > 0) return toFirstWrong(form);
    if (untouched) return;
    onSend({ act: "correct", kind, subject: item.subject ?? "", fields: changes as NonNullable<CorrectionIn["fields"]>, reason: reason.trim() || null });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="review-form" aria-label={t("edit")}>
      <FieldEntries kind={kind} draft={draft} onDraft={(name, words) => setDraft((old) => ({ ...old, [name]: words }))} wrong={{ ...refused, ...wrong }} />
      <Entry label={t("reason")} value={reason} onText={setReason} className="broad" />
      <div className="broad" role="status">
        {nothing && <p className="wrong-all">{t("nothingChanged")}</p>}
      </div>
      <div className="broad">
        <Refused refusal={refusal} said={Object.keys(refused).map((name) => name.split(".").at(-1) ?? name)} />
      </div>
      <Actions label={t("save")} pending={pending} onLeave={onLeave} />
    </form>
  );
}

interface AddProps extends SharedProps {
  readonly paragraph: ReviewItem["paragraph"];
  readonly document: number;
  readonly marked: { readonly start: number; readonly end: number } | null;
}

/** The first number of some words, with what it is worth and counted in. */
function numberIn(quote: string): Readonly<Record<string, string>> {
  const [, number = "", unit = ""] = /([\d０-９][\d０-９.．,，]*)\s*([%％‰]|[\u4e00-\u9fff]{1,3}(?=[，,。；;]|$))?/.exec(quote) ?? [];
  return number === "" ? {} : { number, value: number.normalize("NFKC").replaceAll(",", ""), ...(unit === "" ? {} : { unit }) };
}

/** Adds what was not read: words marked in the paragraph or written as they stand, and its fields. */
export function AddForm({ paragraph, document, marked, pending, refusal, onSend, onLeave }: AddProps): ReactNode {
  const t = useText(reviewText);
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const plan = useGet<PlanView>("/plan");
  const [kind, setKind] = useState<SubjectKind>("target");
  const isMarked = marked !== null && paragraph !== null;
  const words = isMarked ? paragraph.text.slice(marked.start - paragraph.start, marked.end - paragraph.start) : "";
  const [drafts, setDrafts] = useState({ target: { ...draftOf("target", blank), ...numberIn(words) }, task: { ...draftOf("task", blankTask), title: words } });
  const [quote, setQuote] = useState(words);
  const [start, setStart] = useState(isMarked ? marked.start : null);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const refused = useRefused(refusal, form);
  const draft = drafts[kind];
  const mark = (chosen: string, at: number): void => {
    setQuote(chosen);
    setStart(at);
    setDrafts((old) => ({ target: { ...old.target, ...numberIn(chosen) }, task: { ...old.task, title: chosen } }));
  };
  useEffect(() => {
    const first = isMarked ? form.current?.querySelector<HTMLElement>(".entries input") : (area.current ?? form.current?.querySelector<HTMLElement>("input"));
    first?.focus();
  }, [isMarked]);
  const select = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    if (paragraph !== null && selectionEnd > selectionStart) mark(paragraph.text.slice(selectionStart, selectionEnd), paragraph.start + selectionStart);
  };
  const write = (written: string): void => {
    setQuote(written);
    const here = paragraph?.text.indexOf(written) ?? -1;
    const anywhere = here >= 0 ? (paragraph?.start ?? 0) + here : (plan.data?.text.indexOf(written) ?? -1);
    setStart(written.trim() === "" || anywhere < 0 ? null : anywhere);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pending) return;
    const { changes, notNumbers } = changesOf(kind, draftOf(kind, kind === "target" ? blank : blankTask), draft);
    const quoteWrong = quote.trim() === "" ? t("quoteMissing") : start === null ? t("quoteWrong") : null;
    const found = { ...Object.fromEntries(notNumbers.map((name) => [name, t("notNumber")])), ...(quoteWrong === null ? {} : { quote: quoteWrong }) };
    setWrong(found);
    if (Object.keys(found).length > 0 || start === null) return toFirstWrong(form);
    onSend({ act: "add", kind, fields: changes as NonNullable<CorrectionIn["fields"]>, start, end: start + quote.length, document, reason: reason.trim() || null });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="review-form adding" aria-label={t("addTitle")}>
      <h3 className="broad">{t("addTitle")}</h3>
      <p className="muted broad">{t("addHelp")}</p>
      {paragraph !== null && (
        <label className="field broad">
          <span className="label">{t("paragraph")}</span>
          {/* Read-only by its value, not by the attribute: browsers show no caret in a field that has it, and words are marked with the keyboard, too. */}
          <textarea ref={area} className="entry" aria-readonly="true" inputMode="none" rows={4} value={paragraph.text} onChange={() => {}} onSelect={select} />
        </label>
      )}
      <Entry label={t("quote")} value={quote} onText={write} wrong={wrong["quote"]} className="broad" />
      <div className="broad">
        <Choice label={t("addKind")} value={kind} onValue={(value) => setKind(value === "task" ? "task" : "target")} options={[{ value: "target", label: t("kind.target") }, { value: "task", label: t("kind.task") }]} inline />
      </div>
      <div className="entries broad review-form">
        <FieldEntries kind={kind} draft={draft} onDraft={(name, words) => setDrafts((old) => ({ ...old, [kind]: { ...old[kind], [name]: words } }))} wrong={{ ...refused, ...wrong }} />
      </div>
      <Entry label={t("reason")} value={reason} onText={setReason} className="broad" />
      <div className="broad">
        <Refused refusal={refusal} said={fieldsFor(kind).map(({ name }) => name.split(".").at(-1) ?? name)} />
      </div>
      <Actions label={t("saveAdd")} pending={pending} onLeave={onLeave} />
    </form>
  );
}
