import Button from "antd/es/button";
import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { Refusal } from "../../../base/client/api.ts";
import { useSend } from "../../../base/client/use.ts";
import { Choice, Entry } from "../../../base/ui/field.tsx";
import { showPeriod } from "../../../base/ui/figures.ts";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { Refused } from "../../../base/ui/states.tsx";
import { useDivisions, useMe } from "../../registry/pages/session.ts";
import { isPeriod, plainDecimal } from "./series.ts";
import type { Indicator, Observation, ObservationIn } from "../schema.ts";
import { factsText } from "./text.ts";

export type Correcting = Observation;

const kinds = ["expected", "preliminary", "final", "revised"] as const;
const bounds = ["=", ">", "<", ">=", "<="] as const;

interface RecordFormProps {
  readonly indicator: Indicator;
  readonly correcting: Correcting | null;
  readonly done: () => void;
}

interface Draft {
  readonly division: string;
  readonly period: string;
  readonly value: string;
  readonly bound: NonNullable<ObservationIn["bound"]>;
  readonly status: ObservationIn["status"];
  readonly title: string;
  readonly address: string;
  readonly note: string;
}

const draftOf = (old: Correcting | null, home: string): Draft => ({
  division: old?.division ?? home,
  period: old?.period ?? "",
  value: old === null ? "" : String(old.value ?? ""),
  bound: old?.bound ?? "=",
  status: old === null ? "preliminary" : "revised",
  title: "",
  address: "",
  note: "",
});

function observationOf(draft: Draft, indicator: Indicator, old: Correcting | null): ObservationIn {
  return {
    indicator: indicator.code,
    division: draft.division,
    period: draft.period.trim(),
    value: plainDecimal(draft.value) ?? draft.value,
    unit: old?.unit ?? indicator.unit,
    status: draft.status,
    source: { title: draft.title.trim(), address: draft.address.trim() || null },
    ...(draft.bound === "=" ? {} : { bound: draft.bound }),
    ...(draft.note.trim() === "" ? {} : { note: draft.note.trim() }),
    ...(old === null ? {} : { supersedes: old.id }),
    ...(old?.scope ? { scope: old.scope } : {}),
  };
}

/** "/value", "/items/0/period" → what is wrong with value and period. */
function placesByField(refusal: Refusal | null): Readonly<Record<string, string>> {
  return Object.fromEntries((refusal?.places ?? []).map((place) => [place.at.replace("/source/", "/").split("/").at(-1) ?? "", place.message]));
}

/** Recording a value, or correcting one: the old record stays, the new one takes its place. */
export function RecordForm({ indicator, correcting, done }: RecordFormProps): ReactNode {
  const t = useText(factsText);
  const { lang } = useReader();
  const me = useMe();
  const divisions = useDivisions();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(correcting, me.city.division));
  const [tried, setTried] = useState(false);
  const send = useSend<ObservationIn>("/facts/observations", ["facts", "plan"]);
  const put = (field: keyof Draft) => (value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const wrong = {
    period: isPeriod(draft.period.trim()) ? null : t("periodWrong"),
    value: plainDecimal(draft.value) === null ? t("valueWrong") : null,
    title: draft.title.trim() === "" ? t("sourceWrong") : null,
    note: correcting !== null && draft.note.trim() === "" ? t("noteWrong") : null,
  };
  // What the server finds wrong stands at its field, as what the form itself finds does.
  const refused = useMemo(() => placesByField(send.error), [send.error]);
  const said = (field: keyof typeof wrong): string | null => (tried ? (wrong[field] ?? refused[field] ?? null) : null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input:not([disabled]), select")?.focus();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).some((each) => each !== null)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    send.mutate(observationOf(draft, indicator, correcting), { onSuccess: done });
  };
  const areas = divisions.list.map((each) => ({ value: each.path, label: each.name[lang] }));
  return (
    <section className="card">
      <h2>{correcting === null ? t("record") : t("correctOf", { period: showPeriod(correcting.period, lang), value: String(correcting.value) })}</h2>
      <p className="muted">{t(correcting === null ? "recordHelp" : "correctHelp")}</p>
      <form ref={form} onSubmit={submit} noValidate className="record-form">
        {correcting === null && (
          <>
            <Choice label={t("division")} value={draft.division} onValue={put("division")} options={areas} />
            <Entry label={t("period")} value={draft.period} onText={put("period")} wrong={said("period")} help={t("periodHelp")} />
          </>
        )}
        <Choice label={t("bound")} value={draft.bound} onValue={put("bound")} options={bounds.map((each) => ({ value: each, label: t(`bound.${each}`) }))} />
        <Entry label={`${t("value")}（${indicator.unit || "—"}）`} inputMode="decimal" value={draft.value} onText={put("value")} wrong={said("value")} />
        <Choice label={t("status")} value={draft.status} onValue={put("status")} options={kinds.map((each) => ({ value: each, label: t(`is.${each}`) }))} />
        <Entry label={t("sourceTitle")} value={draft.title} onText={put("title")} wrong={said("title")} className="broad" />
        <Entry label={t("sourceAddress")} type="url" value={draft.address} onText={put("address")} className="broad" />
        <Entry label={correcting === null ? t("note") : t("noteWhy")} value={draft.note} onText={put("note")} wrong={said("note")} className="broad" />
        <div className="broad">
          <Refused refusal={send.error} said={Object.keys(wrong)} />
        </div>
        <div className="row broad">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t("save")}
          </Button>
          <Button onClick={done}>{t("cancel")}</Button>
        </div>
      </form>
    </section>
  );
}
