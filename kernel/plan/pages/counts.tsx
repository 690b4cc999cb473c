import type { ReactNode } from "react";
import { Icon } from "../../../base/ui/icons.tsx";
import { GoTo } from "../../../base/ui/link.tsx";
import { useMedia } from "../../../base/ui/media.ts";
import { useText } from "../../../base/ui/reader.ts";
import { statuses } from "../../facts/pages/statuses.ts";
import { statusText } from "../../facts/pages/status-text.ts";
import type { StandingStatus } from "../../facts/schema.ts";
import { headingWords } from "../plan.ts";
import type { CockpitView } from "../schema.ts";
import { cockpitText, planText } from "./text.ts";
import { placeOf, useAsOf } from "./use-plan.ts";

const groups = ["binding", "expected", "none"] as const;
type Group = (typeof groups)[number];

type Count = CockpitView["counts"][number];

const sum = (counts: readonly Count[], status: StandingStatus | null, group: Group | null): number =>
  counts.reduce((total, each) => ((status === null || each.status === status) && (group === null || (each.attribute ?? "none") === group) ? total + each.count : total), 0);

interface FigureProps {
  readonly counts: readonly Count[];
  readonly status: StandingStatus | null;
  readonly group: Group | null;
}

/** One count; it leads to the plan with just these targets. */
function CountLink({ counts, status, group }: FigureProps): ReactNode {
  const t = useText(cockpitText);
  const p = useText(planText);
  const words = useText(statusText);
  const asOf = useAsOf();
  const count = sum(counts, status, group);
  if (count === 0) return <span className="muted">0</span>;
  const said = t("linkCount", { group: group === null ? t("total") : p(`attribute.${group}`), status: status === null ? t("total") : words(status), count });
  // The list behind the total is every target that has a status, not the whole plan unfiltered.
  const listed = status ?? (group === null ? statuses.join(",") : undefined);
  return (
    <GoTo to="/plan" search={{ ...asOf, status: listed, attribute: group ?? undefined }} aria-label={said} className="count">
      {count}
    </GoTo>
  );
}

function StatusName({ status }: { readonly status: StandingStatus | null }): ReactNode {
  const t = useText(cockpitText);
  const words = useText(statusText);
  if (status === null) return t("total");
  return (
    <span className="status" data-standing={status}>
      <Icon name={status} />
      {words(status)}
    </span>
  );
}

/** Binding, expected and attribute-not-printed apart. A status a column; on a narrow screen a status a line. */
export function StatusTable({ counts }: { readonly counts: readonly Count[] }): ReactNode {
  const t = useText(cockpitText);
  const p = useText(planText);
  const narrow = useMedia("(max-width: 60rem)");
  const kinds = [...groups.filter((group) => sum(counts, null, group) > 0), null];
  const kept = [...statuses.filter((status) => !narrow || sum(counts, status, null) > 0), null];
  const name = (group: Group | null): string => (group === null ? t("total") : p(`attribute.${group}`));
  return (
    <>
      <Bar counts={counts} />
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("byStatus")}>
        <table className="table status-table">
          <caption className="small">{t("byStatusCaption")}</caption>
          <thead>
            <tr>
              <td />
              {(narrow ? kinds.map((group) => ({ key: group ?? "all", head: name(group) as ReactNode })) : kept.map((status) => ({ key: status ?? "all", head: <StatusName status={status} /> }))).map(({ key, head }) => (
                <th key={key} scope="col" className="right">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {narrow
              ? kept.map((status) => (
                  <tr key={status ?? "all"} className={status === null ? "sum" : undefined}>
                    <th scope="row">
                      <StatusName status={status} />
                    </th>
                    {kinds.map((group) => (
                      <td key={group ?? "all"} className="right">
                        <CountLink counts={counts} status={status} group={group} />
                      </td>
                    ))}
                  </tr>
                ))
              : kinds.map((group) => (
                  <tr key={group ?? "all"} className={group === null ? "sum" : undefined}>
                    <th scope="row">{name(group)}</th>
                    {kept.map((status) => (
                      <td key={status ?? "all"} className="right">
                        <CountLink counts={counts} status={status} group={group} />
                      </td>
                    ))}
                  </tr>
                ))}
          </tbody>
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
        return count === 0 ? null : <span key={status} data-standing={status} style={{ flexGrow: count }} />;
      })}
    </div>
  );
}

export function Chapters({ chapters }: { readonly chapters: CockpitView["chapters"] }): ReactNode {
  return (
    <ol className="plain-list chapters">
      {chapters.map((chapter) => (
        <li key={chapter.clause}>
          <ChapterLine chapter={chapter} />
        </li>
      ))}
    </ol>
  );
}

function ChapterLine({ chapter }: { readonly chapter: CockpitView["chapters"][number] }): ReactNode {
  const t = useText(cockpitText);
  const words = useText(statusText);
  const asOf = useAsOf();
  const all = sum(chapter.counts, null, null);
  const title = headingWords(chapter);
  return (
    <>
      <div className="row apart">
        <GoTo to={placeOf("c", chapter.clause)} search={asOf}>{title}</GoTo>
        {chapter.targets + chapter.tasks > 0 && (
          <GoTo to="/plan" search={{ ...asOf, chapter: chapter.clause }} className="holds small num nowrap">
            {t("holds", { targets: chapter.targets, tasks: chapter.tasks })}
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
                <GoTo key={status} to="/plan" search={{ ...asOf, chapter: chapter.clause, status }} className="status chapter-count" data-standing={status}>
                  <Icon name={status} />
                  <span className="chapter-word">{words(status)}</span> <span className="num">{count}</span>
                </GoTo>
              );
            })}
          </div>
        </>
      )}
    </>
  );
}
