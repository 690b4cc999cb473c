import "./plan.css";
import { useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from "react";
import { showDay, showPeriod } from "../../../base/ui/figures.ts";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useSay, useText } from "../../../base/ui/reader.ts";
import { useGo, usePathParams, useSearchWords } from "../../../base/ui/search.ts";
import { Boundary, Loading, PartBroken, Refused } from "../../../base/ui/states.tsx";
import type { Search } from "../../../base/ui/words.ts";
import { SourceLink } from "../../facts/pages/source-link.tsx";
import { useMay, useMe } from "../../registry/pages/session.ts";
import { ReviewLink } from "./corrected.tsx";
import { findIn } from "./cut.ts";
import { PlanText } from "./document.tsx";
import { filtersOf, fits, isFiltered, searchOf, step, taskFits, type Filters } from "./filters.ts";
import { Frame } from "./frame.tsx";
import { Outline } from "./outline.tsx";
import { Panel } from "./panel.tsx";
import { Results } from "./results.tsx";
import type { PlanView } from "../schema.ts";
import { planText } from "./text.ts";
import { FilterFields, Find, StatusChips, Steps } from "./toolbar.tsx";
import { useKeys, useShown } from "./use-keys.ts";
import { chosenOf, clauseOf, placeOf, usePlan, type OpenPlan } from "./use-plan.ts";

export default function PlanPage(): ReactNode {
  const words = useSearchWords();
  const { plan, error, retry } = usePlan(words["as_of"]);
  if (plan) return <Open plan={plan} />;
  if (error) {
    return (
      <div className="sheet narrow">
        <Refused refusal={error} retry={retry} />
      </div>
    );
  }
  return <Loading />;
}

/** The words to be found: the field follows the fingers, the address follows when they rest. */
function useFind(plan: OpenPlan, q: string, go: (q: string) => void) {
  const [words, setWords] = useState(q);
  const [at, setAt] = useState<number | null>(null);
  const settled = useDeferredValue(words);
  useEffect(() => {
    const wait = setTimeout(() => words !== q && go(words), 400);
    return () => clearTimeout(wait);
  }, [words, q, go]);
  const found = useMemo(() => findIn(plan.document.text, settled), [plan.document.text, settled]);
  return {
    words,
    found,
    at: at !== null && at < found.length ? at : null,
    onWords: (next: string) => (setWords(next), setAt(null)),
    onStep: (by: 1 | -1) => found.length > 0 && setAt(at === null ? (by === 1 ? 0 : found.length - 1) : (at + by + found.length) % found.length),
  };
}

function Open({ plan }: { readonly plan: OpenPlan }): ReactNode {
  const t = useText(planText);
  const me = useMe();
  const go = useGo();
  const words = useSearchWords();
  const params = usePathParams();
  const { kind, id } = params;
  const chosen = useMemo(() => chosenOf({ kind, id }), [kind, id]);
  const filters = useMemo(() => filtersOf(words), [words]);
  const { q, as_of: asOf } = words;
  const search = useMemo<Search>(() => ({ ...searchOf(filters), q, as_of: asOf }), [filters, q, asOf]);
  const here = chosen ? placeOf(chosen.kind, chosen.id) : "/plan";
  const filtered = isFiltered(filters);
  const targets = useMemo(() => (filtered ? plan.targets.filter((each) => fits(each, filters)) : plan.targets), [plan, filters, filtered]);
  const tasks = useMemo(() => (filtered ? plan.tasks.filter((each) => taskFits(each, filters)) : []), [plan, filters, filtered]);
  const fitting = useMemo(() => (filtered ? new Set(targets.map((each) => each.id)) : null), [filtered, targets]);
  const find = useFind(plan, q ?? "", useCallback((next) => go(here, { ...search, q: next || undefined }, { replace: true, stay: true }), [go, here, search]));
  const onFilters = (next: Filters): void => go(here, { ...searchOf(next), q, as_of: asOf }, { stay: true });
  const onAsOf = (day: string): void => go(here, { ...search, as_of: day === me.today ? undefined : day || undefined }, { stay: true });
  const stepBy = useCallback(
    (by: 1 | -1): void => {
      const next = step(targets, chosen?.kind === "t" ? chosen.id : null, by);
      if (next) go(placeOf("t", next.id), search, { stay: true });
    },
    [targets, chosen, go, search],
  );
  const keys = useKeys(stepBy);
  useShown(chosen, find.at);
  const at = chosen?.kind === "t" ? targets.findIndex((each) => each.id === chosen.id) : -1;
  return (
    <Frame
      chosen={chosen === null ? null : `${chosen.kind}-${chosen.id}`}
      onLeave={() => go("/plan", search, { stay: true })}
      find={<Find words={find.words} count={find.found.length} at={find.at} onWords={find.onWords} onStep={find.onStep} />}
      steps={<Steps at={at < 0 ? null : at} count={targets.length} onStep={stepBy} />}
      filters={<FilterFields plan={plan} filters={filters} asOf={asOf ?? me.today} onFilters={onFilters} onAsOf={onAsOf} />}
      filtered={filtered}
      outline={(close) => <Outline plan={plan} targets={targets} clause={clauseOf(plan, chosen)} search={search} onChoose={close} />}
      panel={
        <Boundary key={here} fallback={(_, again) => <PartBroken again={again} />}>
          <Panel plan={plan} chosen={chosen} asOf={asOf} search={search} />
        </Boundary>
      }
    >
      <Title document={plan.document} />
      <div className="no-print">
        <StatusChips plan={plan} filters={filters} onFilters={onFilters} />
        {filtered && <Results targets={targets} tasks={tasks} chosen={chosen?.id ?? null} search={search} />}
      </div>
      <PlanText plan={plan} found={find.found} foundNow={find.at} chosen={chosen} fitting={fitting} search={search} />
      <p className="small muted no-print keys">
        {t("keys")}
        <label>
          <input type="checkbox" checked={keys.on} onChange={(event) => keys.set(event.target.checked)} /> {t("keysOn")}
        </label>
      </p>
    </Frame>
  );
}

function Title({ document }: { readonly document: PlanView }): ReactNode {
  const t = useText(planText);
  const say = useSay();
  const { lang } = useReader();
  const inside = useMay("plan.read");
  const adopted = document.adopted_on === null ? null : t("adopted", { day: showDay(document.adopted_on, lang), by: document.adopted_by === null ? "" : say(document.adopted_by) });
  const facts = [
    adopted,
    document.period === null ? null : t("span", { period: showPeriod(document.period, lang) }),
    document.outlook === null ? null : t("outlook", { year: document.outlook }),
    document.released_on === null ? null : t("released", { day: showDay(document.released_on, lang) }),
  ].filter((each) => each !== null);
  return (
    <header className="plan-title">
      <h1>{document.title}</h1>
      <p className="small muted">
        {facts.join(" · ")}
        {" · "}
        <GoTo to="/plan/versions">{t("version", { version: document.version })}</GoTo>
        {document.origin !== null && (
          <>
            {" · "}
            {t("origin")}
            <SourceLink source={document.origin} />
          </>
        )}
      </p>
      {document.note !== null && <p className="small muted">{say(document.note)}</p>}
      <ReviewLink issues={document.issues.length} />
      {document.released_on === null && <p className="notice small">{t(inside ? "notReleased" : "notReleasedPublic")}</p>}
    </header>
  );
}
