import { Fragment, memo, useMemo, type ReactNode } from "react";
import { Icon } from "../../../base/ui/icons.tsx";
import { GoTo } from "../../../base/ui/link.tsx";
import { useText } from "../../../base/ui/reader.ts";
import type { Search } from "../../../base/ui/words.ts";
import { statusText } from "../../facts/pages/status-text.ts";
import { headingWords } from "../plan.ts";
import { cut, gapsOf, paragraphs, reaching, tablesIn, type Block, type Mark, type Paragraph, type Piece } from "./cut.ts";
import { statusOf } from "./filters.ts";
import type { TargetView, TaskView } from "../schema.ts";
import { planText } from "./text.ts";
import { placeOf, type Chosen, type OpenPlan } from "./use-plan.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Look {
  readonly chosen: Chosen | null;
  /** Ids of targets that fit the filters; null: nothing is filtered. */
  readonly fitting: ReadonlySet<string> | null;
  readonly search: Search;
}

interface DocumentProps extends Look {
  readonly plan: OpenPlan;
  readonly found: readonly Range[];
  readonly foundNow: number | null;
}

/** From here on the browser lays out only what is near the screen. */
const long_characters = 20_000;

/** The plan's own text, clause by clause, with its targets and tasks marked where they stand. */
export function PlanText({ plan, found, foundNow, chosen, fitting, search }: DocumentProps): ReactNode {
  const t = useText(planText);
  const tasksOf = useMemo(() => groupByClause(plan.tasks), [plan]);
  const gaps = useMemo(() => gapsOf(plan.document.text, plan.outline), [plan]);
  const look = { plan, found, foundNow, chosen, fitting, search };
  return (
    <div className={plan.document.text.length > long_characters ? "plan-text long" : "plan-text"}>
      {gaps.before && <Loose {...look} range={gaps.before} title={plan.blocks.length === 0 ? null : t("before")} />}
      {plan.blocks.map((block) => {
        const gap = gaps.above.get(block.node.id);
        const end = block.node.children[0]?.start ?? block.node.end;
        const foundHere = reaching(found, block.node.start, end).length > 0 ? found : none;
        return (
          <Fragment key={block.node.id}>
            {gap && <Loose {...look} range={gap} title={null} />}
            <ClauseText
              plan={plan}
              block={block}
              tasks={tasksOf.get(block.node.id) ?? noTasks}
              found={foundHere}
              foundNow={foundHere === none ? null : foundNow}
              chosen={concerns(plan, block, chosen) ? chosen : null}
              fitting={fitting}
              search={search}
            />
          </Fragment>
        );
      })}
      {gaps.after && <Loose {...look} range={gaps.after} title={t("after")} />}
    </div>
  );
}

function groupByClause(tasks: readonly TaskView[]): ReadonlyMap<string, readonly TaskView[]> {
  const byClause = new Map<string, TaskView[]>();
  for (const task of tasks) {
    if (task.clause === null) continue;
    const here = byClause.get(task.clause);
    if (here) here.push(task);
    else byClause.set(task.clause, [task]);
  }
  return byClause;
}

const none: readonly Range[] = [];
const noTasks: readonly TaskView[] = [];

/** Only the clause that holds what is chosen is drawn anew when the reader chooses. */
function concerns(plan: OpenPlan, block: Block, chosen: Chosen | null): boolean {
  if (chosen === null) return false;
  if (chosen.kind === "c") return chosen.id === block.node.id;
  const at = chosen.kind === "t" ? plan.target.get(chosen.id)?.at : plan.task.get(chosen.id)?.start;
  return at !== undefined && block.node.start <= at && at < (block.node.children[0]?.start ?? block.node.end);
}

interface ClauseProps extends Look {
  readonly plan: OpenPlan;
  readonly block: Block;
  readonly tasks: readonly TaskView[];
  readonly found: readonly Range[];
  readonly foundNow: number | null;
}

const ClauseText = memo(function ClauseText(props: ClauseProps): ReactNode {
  const { block, plan, chosen, search } = props;
  const { node, runIn } = block;
  const here = chosen?.kind === "c" && chosen.id === node.id;
  const Heading = (["h2", "h3", "h4", "h5"] as const)[Math.min(block.depth, 3)] ?? "h5";
  const words = plan.document.text;
  const title = runIn ? words.slice(runIn.start, runIn.end) : headingWords(node);
  const link = (
    <GoTo to={placeOf("c", node.id)} search={search} stay className="clause-link" aria-current={here ? "location" : undefined}>
      {title}
    </GoTo>
  );
  const [lead, ...rest] = block.body;
  return (
    <section className={`clause ${node.level}`} id={`c-${node.id}`} data-chosen={here || undefined} aria-label={runIn ? title : undefined}>
      {runIn ? null : <Heading>{link}</Heading>}
      {lead ? null : props.tasks.map((task) => <TaskSign key={task.id} task={task} chosen={chosen} fitting={props.fitting} search={search} />)}
      {lead && runIn && (
        <p>
          <b className="run-in">{link}</b>
          <Words {...props} paragraph={lead} from={node.start} />
        </p>
      )}
      <Body {...props} paragraphs={runIn ? rest : block.body} first={runIn ? null : node.start} />
    </section>
  );
});

interface BodyProps extends Omit<ClauseProps, "block"> {
  readonly paragraphs: readonly Paragraph[];
  /** Tasks that begin with the heading are marked in the first paragraph. */
  readonly first: number | null;
}

/** Paragraphs, and rows of cells as tables. */
function Body({ paragraphs: all, first, ...look }: BodyProps): ReactNode {
  const text = look.plan.document.text;
  const from = (paragraph: Paragraph): number => (first !== null && paragraph === all[0] ? first : paragraph.start);
  return tablesIn(text, all).map((part) =>
    "rows" in part ? (
      <div key={part.start} className="table-wrap" tabIndex={0} role="region" aria-label={text.slice(part.start, part.rows[0]?.[0]?.end)}>
        <table className="table plan-table">
          <tbody>
            {part.rows.map((cells) => (
              <tr key={cells[0]?.start}>
                {cells.map((cell, column) => (
                  <td key={column}>
                    <Words {...look} paragraph={cell} from={cell === part.rows[0]?.[0] && all[0]?.start === cell.start ? (first ?? cell.start) : cell.start} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ) : (
      <p key={part.start}>
        <Words {...look} paragraph={part} from={from(part)} />
      </p>
    ),
  );
}

interface WordsProps extends Omit<ClauseProps, "block"> {
  readonly paragraph: Paragraph;
  /** Tasks are marked from here on: those that begin with the heading, in the first paragraph below it. */
  readonly from: number;
}

function Words({ plan, tasks, paragraph, from, found, foundNow, ...look }: WordsProps): ReactNode {
  const marks = reaching(plan.marks, paragraph.start, paragraph.end);
  const begin = tasks.filter((task) => task.start >= from && task.start < paragraph.end);
  const places = reaching(found, paragraph.start, paragraph.end);
  const at = foundNow === null ? null : places.indexOf(found[foundNow] ?? { start: -1, end: -1 });
  // A task's sign stands where its words begin: the paragraph is cut there too.
  const chosenTask = look.chosen?.kind === "k" ? plan.task.get(look.chosen.id) : undefined;
  const stops: Mark[] = [...begin.map((task) => task.start), ...(chosenTask ? [chosenTask.start, chosenTask.end] : [])].map((place) => ({ id: "", start: place, end: place }));
  const pieces = cut(paragraph.start, paragraph.end, marks, [...places, ...stops]);
  const signs = begin.map((task) => ({ task, at: Math.max(task.start, paragraph.start) }));
  const out: ReactNode[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) continue;
    for (const sign of signs) if (sign.at === piece.start) out.push(<TaskSign key={`k${sign.task.id}`} task={sign.task} {...look} />);
    if (piece.mark === null) {
      out.push(<Slice key={piece.start} text={plan.document.text} piece={piece} now={at} within={chosenTask} />);
      continue;
    }
    const run = [piece];
    while (pieces[i + 1]?.mark === piece.mark) {
      const next = pieces[++i];
      if (next) run.push(next);
    }
    const target = plan.target.get(piece.mark);
    if (target) out.push(<TargetWords key={piece.start} text={plan.document.text} pieces={run} target={target} now={at} {...look} />);
  }
  return out;
}

interface SliceProps {
  readonly text: string;
  readonly piece: Piece;
  readonly now: number | null;
  /** The chosen task: its words are shown as a whole. */
  readonly within?: Range | undefined;
}

function Slice({ text, piece, now, within }: SliceProps): ReactNode {
  const words = text.slice(piece.start, piece.end);
  if (piece.found === null) return within && within.start <= piece.start && piece.end <= within.end ? <span className="task-words">{words}</span> : words;
  return (
    <mark className="found" data-now={piece.found === now || undefined}>
      {words}
    </mark>
  );
}

interface TargetWordsProps extends Look {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly target: TargetView;
  readonly now: number | null;
}

function TargetWords({ text, pieces, target, now, chosen, fitting, search }: TargetWordsProps): ReactNode {
  const t = useText(planText);
  const words = useText(statusText);
  const status = statusOf(target);
  const here = chosen?.kind === "t" && chosen.id === target.id;
  const dim = fitting !== null && !fitting.has(target.id);
  const last = pieces.at(-1)?.last === true;
  return (
    <GoTo to={placeOf("t", target.id)} search={search} stay id={pieces[0]?.first === true ? `t-${target.id}` : undefined} className={dim ? "target dim" : "target"} data-standing={status} aria-current={here ? "true" : undefined}>
      {pieces.map((piece) => (
        <Slice key={piece.start} text={text} piece={piece} now={now} />
      ))}
      {last && (
        <span className="target-sign">
          <Icon name={status} />
          <span className="unseen">（{t("target")}）</span>
          {words(status)}
        </span>
      )}
    </GoTo>
  );
}

function TaskSign({ task, chosen, search }: Look & { readonly task: TaskView }): ReactNode {
  const t = useText(planText);
  const words = useText(statusText);
  const here = chosen?.kind === "k" && chosen.id === task.id;
  return (
    <GoTo to={placeOf("k", task.id)} search={search} stay id={`k-${task.id}`} className="task-sign" data-standing="no_data" aria-current={here ? "true" : undefined} aria-label={t("taskMark", { title: task.title, status: words("no_data") })} title={`${t("task")} · ${words("no_data")}`}>
      <Icon name="no_data" />
      {t("task")}
    </GoTo>
  );
}

/** Text that belongs to no clause: what stands around the plan is folded away, unless targets or tasks were read in it. */
function Loose({ range, title, ...look }: DocumentProps & { readonly range: Range; readonly title: string | null }): ReactNode {
  const { plan } = look;
  const lines = paragraphs(plan.document.text, range.start, range.end);
  const tasks = plan.tasks.filter((task) => task.start >= range.start && task.start < range.end);
  const words = <Body {...look} tasks={tasks} paragraphs={lines} first={null} />;
  if (title === null || tasks.length > 0 || plan.targets.some((target) => target.at >= range.start && target.at < range.end)) return <section className="clause">{words}</section>;
  return (
    <details className="beside">
      <summary>{title}</summary>
      {words}
    </details>
  );
}
