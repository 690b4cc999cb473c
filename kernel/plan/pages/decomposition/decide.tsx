import { useMutation, useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { address, call, newKey, type Refusal } from "../../../../base/client/api.ts";
import { showDay } from "../../../../base/ui/figures.ts";
import { kept, useReader, useText } from "../../../../base/ui/reader.ts";
import { Refused } from "../../../../base/ui/states.tsx";
import type { DecisionIn, OpinionView } from "../../decomposition/schema.ts";
import { decompositionText } from "./text.ts";

type Outcome = DecisionIn["outcome"];
const outcomes: readonly (readonly [string, Outcome])[] = [["a", "adopted"], ["p", "partly"], ["r", "rejected"]];

function useDecide(opinion: OpinionView, onDecided: () => void) {
  const { lang } = useReader();
  const queries = useQueryClient();
  return useMutation<OpinionView, Refusal, DecisionIn>({
    mutationFn: (body) => call<OpinionView>(lang, address(`/plan/decomposition/opinions/${opinion.id}`), { method: "PUT", body, key: newKey(), match: opinion.version }),
    onSuccess: async () => {
      onDecided();
      await queries.invalidateQueries({ queryKey: ["plan"] });
    },
  });
}

/** Keys of one letter work outside of fields, and only where the reader has not turned them off. */
function useOutcomeKeys(choose: (outcome: Outcome) => void): void {
  useEffect(() => {
    if (kept("gangju.keys") === "off") return;
    const pressed = (event: globalThis.KeyboardEvent): void => {
      const element = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || element?.closest("input, select, textarea, [contenteditable], [role=dialog]")) return;
      const outcome = outcomes.find(([key]) => key === event.key)?.[1];
      if (outcome === undefined) return;
      event.preventDefault();
      choose(outcome);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [choose]);
}

interface Props {
  readonly opinion: OpinionView;
  readonly open: boolean;
  readonly onDecided: () => void;
}

/** One opinion: what stands there, what is proposed, and the decision with its reason. */
export function Decide({ opinion, open, onDecided }: Props): ReactNode {
  const t = useText(decompositionText);
  const { lang } = useReader();
  const { decision } = opinion;
  return (
    <div className="stack opinion">
      <div>
        <h3>{opinion.number === "" ? t("wholeTable") : t("row", { number: opinion.number, subject: opinion.subject })}</h3>
        <p className="small muted">
          {[opinion.office, t(`opinion.${opinion.kind}`), opinion.label, opinion.place].filter(Boolean).join(" · ")}
        </p>
      </div>
      <dl className="opinion-sides" lang="zh-CN">
        <div>
          <dt>{t("before")}</dt>
          <dd>{opinion.before || t("empty")}</dd>
        </div>
        <div className="proposed">
          <dt>{t("proposed")}</dt>
          <dd>{opinion.proposed || t("empty")}</dd>
        </div>
        {opinion.reason !== "" && (
          <div>
            <dt>{t("said")}</dt>
            <dd>{opinion.reason}</dd>
          </div>
        )}
      </dl>
      {decision !== null && (
        <p className="notice">
          {t("decidedOn", { outcome: t(`outcome.${decision.outcome}`), day: showDay(decision.at.slice(0, 10), lang) })}
          {decision.result !== null && <><br />{t("result")}{lang === "en" ? ": " : "："}{decision.result}</>}
          {decision.reason !== "" && <><br />{t("reason")}{lang === "en" ? ": " : "："}{decision.reason}</>}
        </p>
      )}
      {open && <Form opinion={opinion} onDecided={onDecided} />}
    </div>
  );
}

function Form({ opinion, onDecided }: Omit<Props, "open">): ReactNode {
  const t = useText(decompositionText);
  const id = useId();
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(opinion.decision?.outcome ?? null);
  const [result, setResult] = useState(opinion.decision?.result ?? "");
  const [reason, setReason] = useState(opinion.decision?.reason ?? "");
  const send = useDecide(opinion, onDecided);
  const [choose] = useState(() => (chosen: Outcome): void => {
    setOutcome(chosen);
    reasonField.current?.focus();
  });
  useOutcomeKeys(choose);
  const submit = (): void => {
    if (outcome !== null) send.mutate({ outcome, result: result || null, reason });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <form className="stack no-print" onSubmit={(event) => (event.preventDefault(), submit())}>
      <div className="row" role="group" aria-label={t("decision")}>
        {outcomes.map(([, each]) => (
          <button key={each} type="button" className="chip" aria-pressed={outcome === each} onClick={() => choose(each)}>
            {t(`outcome.${each}`)}
          </button>
        ))}
      </div>
      {outcome === "partly" && (
        <div className="field">
          <label htmlFor={`${id}c`}>{t("result")}</label>
          <textarea id={`${id}c`} className="entry" rows={2} value={result} onKeyDown={pressed} onChange={(event) => setResult(event.target.value)} />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}r`}>{t("reason")}</label>
        <textarea id={`${id}r`} ref={reasonField} className="entry" rows={3} value={reason} onKeyDown={pressed} onChange={(event) => setReason(event.target.value)} />
      </div>
      <div>
        <Button type="primary" htmlType="submit" disabled={outcome === null} loading={send.isPending}>{t("decide")}</Button>
      </div>
      <Refused refusal={send.error} />
    </form>
  );
}
