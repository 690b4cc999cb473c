import { type ReactNode } from "react";
import { showPeriod } from "../../../base/ui/figures.ts";
import { Icon } from "../../../base/ui/icons.tsx";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import type { Search } from "../../../base/ui/words.ts";
import { StatusMark } from "../../facts/pages/status.tsx";
import { statusOf, tally } from "./filters.ts";
import { dueOf, nameOf, showGoal } from "./goal.ts";
import { ReadingDecided } from "./corrected.tsx";
import { Duty } from "./duty.tsx";
import { headingWords } from "../plan.ts";
import type { Responsible, TaskView } from "../schema.ts";
import { TargetPanel } from "./target-panel.tsx";
import { panelText, planText } from "./text.ts";
import { Trail } from "./trail.tsx";
import { clauseOf, placeOf, type Chosen, type OpenPlan } from "./use-plan.ts";

interface PanelProps {
  readonly plan: OpenPlan;
  readonly chosen: Chosen | null;
  readonly asOf: string | undefined;
  readonly search: Search;
}

/** What is chosen in the text: how it stands, why, from what source, and who is on it. */
export function Panel({ plan, chosen, asOf, search }: PanelProps): ReactNode {
  const t = useText(planText);
  if (chosen === null) return <p className="muted panel-empty">{t("choose")}</p>;
  const missing = <div className="notice">{t("missingClause", { id: chosen.id })}</div>;
  if (chosen.kind === "t") {
    const target = plan.target.get(chosen.id);
    return target === undefined ? missing : <TargetPanel key={target.id} plan={plan} target={target} asOf={asOf} search={search} />;
  }
  if (chosen.kind === "k") {
    const task = plan.task.get(chosen.id);
    return task === undefined ? missing : <TaskPanel plan={plan} task={task} search={search} />;
  }
  return plan.nodes.has(chosen.id) ? <ClausePanel plan={plan} id={chosen.id} search={search} /> : missing;
}

function ClausePanel({ plan, id, search }: { readonly plan: OpenPlan; readonly id: string; readonly search: Search }): ReactNode {
  const t = useText(panelText);
  const p = useText(planText);
  const { lang } = useReader();
  const block = plan.nodes.get(id);
  if (block === undefined) return null;
  const { node } = block;
  const targets = plan.targets.filter((each) => each.at >= node.start && each.at < node.end);
  const tasks = plan.tasks.filter((each) => each.start >= node.start && each.start < node.end);
  const bodies = [...targets.flatMap((each) => each.responsible_bodies), ...tasks.flatMap((each) => each.responsible_bodies)];
  return (
    <div className="panel">
      <Trail plan={plan} clause={id} search={search} self={false} />
      <h2>{headingWords(node)}</h2>
      {targets.length + tasks.length === 0 && <p className="nothing">{t("noneHere")}</p>}
      {targets.length > 0 && (
        <section>
          <h3>
            {p("targets")} <span className="num muted">{targets.length}</span>
          </h3>
          <p className="row">
            {tally(targets).map(({ status, count }) => (
              <span key={status} className="row nowrap">
                <StatusMark status={status} /> <span className="num">{count}</span>
              </span>
            ))}
          </p>
          <ul className="plain-list">
            {targets.map((target) => (
              <li key={target.id}>
                <GoTo to={placeOf("t", target.id)} search={search} stay>
                  {nameOf(target)} {showGoal(target, lang)}
                </GoTo>
                <span className="row small muted">
                  <StatusMark status={statusOf(target)} /> {dueOf(target, lang)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tasks.length > 0 && (
        <section>
          <h3>
            {p("tasks")} <span className="num muted">{tasks.length}</span>
          </h3>
          <ul className="plain-list">
            {tasks.map((task) => (
              <li key={task.id}>
                <GoTo to={placeOf("k", task.id)} search={search} stay>
                  {task.title}
                </GoTo>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Duty responsible={distinct(bodies)} />
    </div>
  );
}

function distinct(all: readonly Responsible[]): readonly Responsible[] {
  const byBody = new Map<string, Responsible>();
  for (const each of all) if (!byBody.has(each.body) || each.role === "lead") byBody.set(each.body, each);
  return [...byBody.values()];
}

function TaskPanel({ plan, task, search }: { readonly plan: OpenPlan; readonly task: TaskView; readonly search: Search }): ReactNode {
  const t = useText(panelText);
  const p = useText(planText);
  const { lang } = useReader();
  const lists = [
    [t("projects"), task.projects],
    [t("platforms"), task.platforms],
    [t("places"), task.places],
    [t("printed"), task.responsible],
  ] as const;
  return (
    <div className="panel">
      <Trail plan={plan} clause={clauseOf(plan, { kind: "k", id: task.id })} search={search} self />
      <p className="small muted panel-kind">
        <Icon name="task" /> {p("task")} · {t(`kind.${task.kind}`)}
      </p>
      <h2>{task.title}</h2>
      <section>
        <h3>{t("how")}</h3>
        <p>
          <StatusMark status="no_data" />
        </p>
        <p>{t("noTaskData")}</p>
        <dl className="facts">
          <dt>{t("deadline")}</dt>
          <dd>{task.deadline === null ? t("notStated") : showPeriod(task.deadline, lang)}</dd>
          {(task.every === "yearly" || task.every === "quarterly" || task.every === "monthly") && (
            <>
              <dt>{t("rhythm")}</dt>
              <dd>{t(`every.${task.every}`)}</dd>
            </>
          )}
          {lists.map(([name, items]) =>
            items.length === 0 ? null : (
              <div key={name} className="facts-pair">
                <dt>{name}</dt>
                <dd>{items.join(lang === "en" ? ", " : "、")}</dd>
              </div>
            ),
          )}
        </dl>
      </section>
      <Duty responsible={task.responsible_bodies} />
      <section>
        <h3>{t("inPlan")}</h3>
        <blockquote className="quote">{plan.document.text.slice(task.start, Math.min(task.end, task.start + 600))}</blockquote>
        <ReadingDecided id={task.id} corrected={task.corrected} />
      </section>
    </div>
  );
}
