import type { ReactNode } from "react";
import { showDay } from "../../../base/ui/figures.ts";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { useMay } from "../../registry/pages/session.ts";
import type { Corrected } from "../review/schema.ts";
import { reviewLinks } from "./text/review.ts";

const isSaid = (key: string): key is keyof typeof reviewLinks & string => key in reviewLinks;

/** A role by its name. */
export function useRole(): (role: string) => string {
  const t = useText(reviewLinks);
  return (role) => {
    const key = `role.${role}`;
    return isSaid(key) ? t(key) : role;
  };
}

/** That a planner decided a reading, and the way to decide it. */
export function ReadingDecided({ id, corrected }: { readonly id: string; readonly corrected: Corrected }): ReactNode {
  const t = useText(reviewLinks);
  const role = useRole();
  const { lang } = useReader();
  const may = useMay("plan.review");
  if (corrected === null && !may) return null;
  return (
    <p className="small muted">
      {corrected !== null && (
        <span>
          {t(`corrected.${corrected.act}`, { role: role(corrected.by), day: showDay(corrected.at.slice(0, 10), lang) })}
          {corrected.reason !== null && `${lang === "en" ? ": " : "："}${corrected.reason}`}{" "}
        </span>
      )}
      {may && (
        <GoTo to="/plan/review" search={{ subject: id }}>
          {t("link")}
        </GoTo>
      )}
    </p>
  );
}

/** From the plan to what is doubtful in it. */
export function ReviewLink({ issues }: { readonly issues: number }): ReactNode {
  const t = useText(reviewLinks);
  const may = useMay("plan.review");
  if (!may) return null;
  return (
    <p className="small no-print">
      <GoTo to="/plan/review">{t("planLink")}</GoTo>
      {issues > 0 && <span className="muted"> · {t("planIssues", { count: issues })}</span>}
    </p>
  );
}
