import { memo, useEffect, useMemo, useState, type ReactNode } from "react";
import { Icon } from "../../../base/ui/icons.tsx";
import { GoTo } from "../../../base/ui/link.tsx";
import { useText } from "../../../base/ui/reader.ts";
import type { Search } from "../../../base/ui/words.ts";
import { statusText } from "../../facts/pages/status-text.ts";
import { tally } from "./filters.ts";
import type { OutlineNode } from "../compile/schema.ts";
import { headingWords } from "../plan.ts";
import type { TargetView } from "../schema.ts";
import { planText } from "./text.ts";
import { placeOf, type OpenPlan } from "./use-plan.ts";

interface OutlineProps {
  readonly plan: OpenPlan;
  /** The targets that fit the filters: they are what is counted. */
  readonly targets: readonly TargetView[];
  readonly clause: string | null;
  readonly search: Search;
  readonly onChoose?: (() => void) | undefined;
}

/** Chapters, sections and titled paragraphs, with what was counted in each. */
export const Outline = memo(function Outline({ plan, targets, clause, search, onChoose }: OutlineProps): ReactNode {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const counted = useMemo(() => countByNode(plan, targets), [plan, targets]);
  useEffect(() => {
    // What is chosen is always to be seen: its ancestors open.
    const above: string[] = [];
    for (let at = clause === null ? null : (plan.nodes.get(clause)?.parent ?? null); at !== null; at = plan.nodes.get(at)?.parent ?? null) above.push(at);
    if (above.length > 0) setOpen((before) => (above.every((id) => before.has(id)) ? before : new Set([...before, ...above])));
  }, [clause, plan]);
  const toggle = (id: string): void =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return <Nodes nodes={plan.outline} open={open} toggle={toggle} counted={counted} clause={clause} search={search} onChoose={onChoose} />;
});

function countByNode(plan: OpenPlan, targets: readonly TargetView[]): ReadonlyMap<string, readonly TargetView[]> {
  const counted = new Map<string, TargetView[]>();
  for (const target of targets) {
    for (let at = target.clause; at !== null; at = plan.nodes.get(at)?.parent ?? null) {
      const here = counted.get(at);
      if (here) here.push(target);
      else counted.set(at, [target]);
    }
  }
  return counted;
}

interface NodesProps {
  readonly nodes: readonly OutlineNode[];
  readonly open: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly counted: ReadonlyMap<string, readonly TargetView[]>;
  readonly clause: string | null;
  readonly search: Search;
  readonly onChoose?: (() => void) | undefined;
}

function Nodes(props: NodesProps): ReactNode {
  return (
    <ul className="outline">
      {props.nodes.map((node) => (
        <Node key={node.id} node={node} {...props} />
      ))}
    </ul>
  );
}

function Node({ node, ...props }: NodesProps & { readonly node: OutlineNode }): ReactNode {
  const t = useText(planText);
  const title = headingWords(node);
  const opened = props.open.has(node.id);
  return (
    <li className={node.level}>
      <div className="outline-row">
        {node.children.length > 0 ? (
          <button type="button" className="plain twist" aria-expanded={opened} aria-label={t(opened ? "collapse" : "expand", { title })} onClick={() => props.toggle(node.id)}>
            <Icon name="next" />
          </button>
        ) : (
          <span className="twist" />
        )}
        <GoTo to={placeOf("c", node.id)} search={props.search} stay aria-current={props.clause === node.id ? "location" : undefined} {...(props.onChoose ? { onClick: props.onChoose } : {})}>
          {title}
        </GoTo>
        <Counts targets={props.counted.get(node.id)} />
      </div>
      {opened && node.children.length > 0 && <Nodes {...props} nodes={node.children} />}
    </li>
  );
}

function Counts({ targets }: { readonly targets: readonly TargetView[] | undefined }): ReactNode {
  const words = useText(statusText);
  if (targets === undefined) return null;
  return (
    <span className="outline-counts num">
      {tally(targets).map(({ status, count }) => (
        <span key={status} className="status" data-standing={status} title={words(status)}>
          <Icon name={status} />
          <span className="unseen">{words(status)}</span>
          {count}
        </span>
      ))}
    </span>
  );
}
