import type { ReactNode } from "react";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import type { Search } from "../../../base/ui/words.ts";
import { StatusMark } from "../../facts/pages/status.tsx";
import { statusOf } from "./filters.ts";
import { dueOf, nameOf, showGoal } from "./goal.ts";
import type { TargetView, TaskView } from "../schema.ts";
import { planText } from "./text.ts";
import { placeOf } from "./use-plan.ts";

interface ResultsProps {
  readonly targets: readonly TargetView[];
  readonly tasks: readonly TaskView[];
  readonly chosen: string | null;
  readonly search: Search;
}

/** The list behind a figure: every target and task that fits, each leading to its sentence. */
export function Results({ targets, tasks, chosen, search }: ResultsProps): ReactNode {
  const t = useText(planText);
  const { lang } = useReader();
  return (
    <section className="results" aria-label={t("filters")}>
      <p role="status" className="small">
        {t("matching", { targets: targets.length, tasks: tasks.length })}
      </p>
      {targets.length + tasks.length === 0 && <p className="nothing">{t("matchingNone")}</p>}
      <ol className="plain-list">
        {targets.map((target) => (
          <li key={target.id}>
            <StatusMark status={statusOf(target)} />
            <GoTo to={placeOf("t", target.id)} search={search} stay aria-current={chosen === target.id ? "true" : undefined}>
              {nameOf(target)} {showGoal(target, lang)}
            </GoTo>
            <span className="small muted nowrap">{dueOf(target, lang)}</span>
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.id}>
            <span className="small muted">{t("task")}</span>
            <GoTo to={placeOf("k", task.id)} search={search} stay aria-current={chosen === task.id ? "true" : undefined}>
              {task.title}
            </GoTo>
          </li>
        ))}
      </ol>
    </section>
  );
}
