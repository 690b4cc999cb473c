import type { ReactNode } from "react";
import { showDay, showPeriod } from "../../../base/ui/figures.ts";
import { useReader, useText } from "../../../base/ui/reader.ts";
import type { Revision } from "./series.ts";
import { SourceLink } from "./source-link.tsx";
import { factsText } from "./text.ts";
import { Kind, Value } from "./value.tsx";

/** A user's id says nothing to a reader. */
const nameOfPerson = (recordedBy: string | null): string => (recordedBy === null || /^[0-9a-f]{8}-/.test(recordedBy) ? "" : recordedBy);

/** What was revised, from what to what, when, by whom and why. */
export function Revisions({ revisions, nameOf }: { readonly revisions: readonly Revision[]; readonly nameOf: (division: string) => string }): ReactNode {
  const t = useText(factsText);
  const { lang } = useReader();
  if (revisions.length === 0) return <p className="nothing">{t("historyNone")}</p>;
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t("history")}>
      <table className="table">
        <caption>{t("historyCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("period")}</th>
            <th scope="col">{t("division")}</th>
            <th scope="col" className="right">
              {t("previous")}
            </th>
            <th scope="col" className="right">
              {t("next")}
            </th>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("source")}</th>
            <th scope="col">{t("recordedAt")}</th>
          </tr>
        </thead>
        <tbody>
          {revisions.map(({ now, before }) => (
            <tr key={now.id}>
              <th scope="row" className="nowrap">
                {showPeriod(now.period, lang)}
              </th>
              <td className="nowrap">{nameOf(now.division)}</td>
              <td className="right old">{before ? <Value of={before} /> : "—"}</td>
              <td className="right">
                <Value of={now} />
              </td>
              <td className="nowrap">
                <Kind status={now.status} />
              </td>
              <td className="small">
                <SourceLink source={now.source} />
                {now.note !== null && now.note !== "" && <div className="muted">{now.note}</div>}
              </td>
              <td className="small nowrap">
                {showDay(now.recorded_at, lang)} {nameOfPerson(now.recorded_by)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
