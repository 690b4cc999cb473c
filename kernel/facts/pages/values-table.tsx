import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { useSend } from "../../../base/client/use.ts";
import { showDay, showPeriod } from "../../../base/ui/figures.ts";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { Refused } from "../../../base/ui/states.tsx";
import { useDivisions, useMay } from "../../registry/pages/session.ts";
import type { Observation } from "../schema.ts";
import { SourceLink } from "./source-link.tsx";
import { factsText } from "./text.ts";
import { Kind, Value } from "./value.tsx";

interface ValuesTableProps {
  readonly observations: readonly Observation[];
  readonly onCorrect: ((observation: Observation) => void) | null;
}

/** All values by period and area; those not yet public can be chosen and released together. */
export function ValuesTable({ observations, onCorrect }: ValuesTableProps): ReactNode {
  const t = useText(factsText);
  const inside = useMay("facts.read");
  const mayRelease = useMay("facts.release");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const open = observations.filter((each) => each.class !== "public");
  const choosable = mayRelease && open.length > 0;
  const toggle = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const scoped = observations.some((each) => each.scope !== null);
  const noted = observations.some((each) => each.note !== null && each.note !== "");
  return (
    <>
      {choosable && <Release chosen={[...chosen].filter((id) => open.some((each) => each.id === id))} done={() => setChosen(new Set())} />}
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("tableCaption")}>
        <table className="table">
          <caption>{t("tableCaption")}</caption>
          <thead>
            <tr>
              {choosable && (
                <th scope="col">
                  <input type="checkbox" aria-label={t("chooseAll")} checked={open.every((each) => chosen.has(each.id))} onChange={(event) => toggle(open.map((each) => each.id), event.target.checked)} />
                </th>
              )}
              <th scope="col">{t("period")}</th>
              <th scope="col">{t("division")}</th>
              {scoped && <th scope="col">{t("scope")}</th>}
              <th scope="col" className="right">
                {t("value")}
              </th>
              <th scope="col">{t("status")}</th>
              <th scope="col">{t("source")}</th>
              {noted && <th scope="col">{t("note")}</th>}
              {inside && <th scope="col">{t("publicColumn")}</th>}
              {onCorrect && (
                <th scope="col">
                  <span className="unseen">{t("correct")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {observations.map((each) => (
              <Row key={each.id} observation={each} choosable={choosable} chosen={chosen.has(each.id)} onChoose={(on) => toggle([each.id], on)} onCorrect={onCorrect} scoped={scoped} noted={noted} inside={inside} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  readonly observation: Observation;
  readonly choosable: boolean;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onCorrect: ((observation: Observation) => void) | null;
  readonly scoped: boolean;
  readonly noted: boolean;
  readonly inside: boolean;
}

function Row({ observation: each, choosable, chosen, onChoose, onCorrect, scoped, noted, inside }: RowProps): ReactNode {
  const t = useText(factsText);
  const { lang } = useReader();
  const divisions = useDivisions();
  const isPublic = each.class === "public";
  return (
    <tr>
      {choosable && (
        <td>
          {!isPublic && (
            <input type="checkbox" aria-label={t("choose", { division: divisions.name(each.division), period: showPeriod(each.period, lang) })} checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
          )}
        </td>
      )}
      <th scope="row" className="nowrap">
        {showPeriod(each.period, lang)}
      </th>
      <td className="nowrap">{divisions.name(each.division)}</td>
      {scoped && <td>{each.scope}</td>}
      <td className="right">
        <Value of={each} />
        {each.printed !== null && <div className="small muted">{t("printed", { printed: each.printed })}</div>}
      </td>
      <td className="nowrap">
        <Kind status={each.status} />
      </td>
      <td className="small source">
        <SourceLink source={each.source} />
        {each.published_on !== null && <div className="muted">{t("published", { day: showDay(each.published_on, lang) })}</div>}
      </td>
      {noted && <td className="small">{each.note}</td>}
      {inside && <td className="small nowrap">{isPublic ? (each.released_on === null ? "" : t("released", { day: showDay(each.released_on, lang) })) : <span className="tag">{t("internal")}</span>}</td>}
      {onCorrect && (
        <td>
          <Button size="small" type="link" onClick={() => onCorrect(each)} aria-label={t("correctOf", { period: showPeriod(each.period, lang), value: String(each.value) })}>
            {t("correct")}
          </Button>
        </td>
      )}
    </tr>
  );
}

function Release({ chosen, done }: { readonly chosen: readonly string[]; readonly done: () => void }): ReactNode {
  const t = useText(factsText);
  const [sure, setSure] = useState(false);
  const send = useSend<{ observations: readonly string[] }>("/facts/releases", ["facts", "plan"]);
  return (
    <div className="stack release" aria-live="polite">
      {sure ? (
        <div className="notice">
          <p>{t("releaseHelp")}</p>
          <div className="row">
            <Button type="primary" loading={send.isPending} onClick={() => send.mutate({ observations: chosen }, { onSuccess: () => (setSure(false), done()) })}>
              {t("releaseDo")}
            </Button>
            <Button onClick={() => setSure(false)}>{t("cancel")}</Button>
          </div>
        </div>
      ) : (
        <div>
          <Button disabled={chosen.length === 0} onClick={() => setSure(true)}>
            {t("release", { count: chosen.length })}
          </Button>
        </div>
      )}
      <Refused refusal={send.error} />
    </div>
  );
}
