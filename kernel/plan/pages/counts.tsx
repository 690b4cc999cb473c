import type { ReactNode } from "react";
import { Icon } from "../../../base/ui/icons.tsx";
import { GoTo } from "../../../base/ui/link.tsx";
import { useText } from "../../../base/ui/reader.ts";
import { statuses, type Status } from "../../facts/pages/shapes.ts";
import { statusText } from "../../facts/pages/status-text.ts";
import type { Cockpit, Count } from "./shapes.ts";
import { cockpitText, planText } from "./text.ts";

const groups = ["binding", "expected", "none"] as const;
type Group = (typeof groups)[number];

const sum = (counts: readonly Count[], status: Status | null, group: Group | null): number =>
  counts.reduce((total, each) => ((status === null || each.status === status) && (group === null || (each.attribute ?? "none") === group) ? total + each.count : total), 0);

interface FigureProps {
  readonly counts: readonly Count[];
  readonly status: Status | null;
  readonly group: Group | null;
}

/** One count; it leads to the plan with just these targets. */
function CountLink({ counts, status, group }: FigureProps): ReactNode {
  const t = useText(cockpitText);
  const p = useText(planText);
  const words = useText(statusText);
  const count = sum(counts, status, group);
  if (count === 0) return <span className="muted">0</span>;
  const said = t("linkCount", { group: group === null ? t("total") : p(`attribute.${group}`), status: status === null ? t("total") : words(status), count });
  return (
    <GoTo to="/plan" search={{ status: status ?? undefined, attribute: group ?? undefined }} aria-label={said} className="count">
      {count}
    </GoTo>
  );
}

/** Binding, expected and attribute-not-printed apart; each status a column. */
export function StatusTable({ counts }: { readonly counts: readonly Count[] }): ReactNode {
  const t = useText(cockpitText);
  const p = useText(planText);
  const words = useText(statusText);
  const rows = groups.filter((group) => sum(counts, null, group) > 0);
  return (
    <>
      <Bar counts={counts} />
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("byStatus")}>
        <table className="table status-table">
          <caption className="small">{t("byStatusCaption")}</caption>
          <thead>
            <tr>
              <td />
              {statuses.map((status) => (
                <th key={status} scope="col" className="right">
                  <span className="status" data-status={status}>
                    <Icon name={status} />
                    {words(status)}
                  </span>
                </th>
              ))}
              <th scope="col" className="right">
                {t("total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((group) => (
              <tr key={group}>
                <th scope="row">{p(`attribute.${group}`)}</th>
                {statuses.map((status) => (
                  <td key={status} className="right">
                    <CountLink counts={counts} status={status} group={group} />
                  </td>
                ))}
                <td className="right">
                  <CountLink counts={counts} status={null} group={group} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              {statuses.map((status) => (
                <td key={status} className="right">
                  <CountLink counts={counts} status={status} group={null} />
                </td>
              ))}
              <td className="right">
                <CountLink counts={counts} status={null} group={null} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

/** Shares at a glance; the same figures stand as words beside it, so that it is nothing to the ear. */
function Bar({ counts }: { readonly counts: readonly Count[] }): ReactNode {
  return (
    <div className="bar" aria-hidden="true">
      {statuses.map((status) => {
        const count = sum(counts, status, null);
        return count === 0 ? null : <span key={status} data-status={status} style={{ flexGrow: count }} />;
      })}
    </div>
  );
}

export function Chapters({ chapters }: { readonly chapters: Cockpit["chapters"] }): ReactNode {
  const t = useText(cockpitText);
  const words = useText(statusText);
  return (
    <ol className="plain-list chapters">
      {chapters.map((chapter) => {
        const all = sum(chapter.counts, null, null);
        return (
          <li key={chapter.clause}>
            <div className="row apart">
              <GoTo to={`/plan/c/${encodeURIComponent(chapter.clause)}`}>{chapter.title}</GoTo>
              {all > 0 && (
                <GoTo to="/plan" search={{ chapter: chapter.clause }} className="count num" aria-label={t("linkCount", { group: chapter.title, status: t("total"), count: all })}>
                  {all}
                </GoTo>
              )}
            </div>
            {all > 0 && (
              <>
                <Bar counts={chapter.counts} />
                <div className="row small">
                  {statuses.map((status) => {
                    const count = sum(chapter.counts, status, null);
                    return count === 0 ? null : (
                      <GoTo key={status} to="/plan" search={{ chapter: chapter.clause, status }} className="status chapter-count" data-status={status}>
                        <Icon name={status} />
                        {words(status)} <span className="num">{count}</span>
                      </GoTo>
                    );
                  })}
                </div>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
