import Button from "antd/es/button";
import { useId, type ReactNode } from "react";
import { Choice, Entry } from "../../../base/ui/field.tsx";
import { showPeriod } from "../../../base/ui/figures.ts";
import { Icon } from "../../../base/ui/icons.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { statuses } from "../../facts/pages/statuses.ts";
import { statusText } from "../../facts/pages/status-text.ts";
import { useBodies, useMay } from "../../registry/pages/session.ts";
import { headingWords } from "../plan.ts";
import { attributeOf, fits, isFiltered, noFilters, statusOf, yearOf, type Filters } from "./filters.ts";
import { planText } from "./text.ts";
import type { OpenPlan } from "./use-plan.ts";

interface FilterProps {
  readonly plan: OpenPlan;
  readonly filters: Filters;
  readonly asOf: string;
  readonly onFilters: (filters: Filters) => void;
  readonly onAsOf: (day: string) => void;
}

/** Status chips: legend and filter in one, with how many targets each would show. */
export function StatusChips({ plan, filters, onFilters }: Pick<FilterProps, "plan" | "filters" | "onFilters">): ReactNode {
  const t = useText(planText);
  const words = useText(statusText);
  const others = plan.targets.filter((target) => fits(target, { ...filters, status: [] }));
  const toggle = (status: (typeof statuses)[number]): void =>
    onFilters({ ...filters, status: filters.status.includes(status) ? filters.status.filter((each) => each !== status) : [...filters.status, status] });
  return (
    <div role="group" aria-label={t("statusFilter")} className="row chips">
      {statuses.map((status) => {
        const count = others.filter((target) => statusOf(target) === status).length;
        const pressed = filters.status.includes(status);
        return (
          <button key={status} type="button" className="chip" aria-pressed={pressed} disabled={count === 0 && !pressed} onClick={() => toggle(status)}>
            <span className="status" data-standing={status}>
              <Icon name={status} />
              {words(status)}
            </span>
            <span className="num">{count}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Filters by body, chapter, year and attribute, and the day as of which everything is said. */
export function FilterFields({ plan, filters, asOf, onFilters, onAsOf }: FilterProps): ReactNode {
  const t = useText(planText);
  const { lang } = useReader();
  const bodies = useBodies();
  // The public sees what was released, as of the day the release speaks of.
  const inside = useMay("plan.read");
  const used = new Set([...plan.targets.flatMap((each) => each.responsible_bodies), ...plan.tasks.flatMap((each) => each.responsible_bodies)].map((duty) => duty.body));
  const years = [...new Set([...plan.targets.map((each) => yearOf(each.period)), ...plan.tasks.map((each) => yearOf(each.deadline))])].filter((year) => year !== null).sort();
  const yearly = plan.targets.some((each) => each.period === "yearly");
  const attributes = new Set(plan.targets.map(attributeOf));
  const chapters = new Set(plan.blocks.map((block) => block.chapter));
  return (
    <>
      <Choice
        label={t("chapter")}
        any={t("anyChapter")}
        value={filters.chapter ?? ""}
        onValue={(value) => onFilters({ ...filters, chapter: value || null })}
        options={plan.blocks.filter((block) => chapters.has(block.node.id)).map(({ node }) => ({ value: node.id, label: headingWords(node) }))}
      />
      {used.size > 0 && (
        <Choice
          label={t("body")}
          any={t("anyBody")}
          value={filters.body ?? ""}
          onValue={(value) => onFilters({ ...filters, body: value || null })}
          options={[...used].map((code) => ({ value: code, label: bodies.name(code) }))}
        />
      )}
      <Choice
        label={t("year")}
        any={t("anyYear")}
        value={filters.year ?? ""}
        onValue={(value) => onFilters({ ...filters, year: value || null })}
        options={[...years.map((year) => ({ value: year, label: showPeriod(year, lang) })), ...(yearly ? [{ value: "yearly", label: t("everyYear") }] : [])]}
      />
      <Choice
        label={t("attribute")}
        any={t("anyAttribute")}
        value={filters.attribute ?? ""}
        onValue={(value) => onFilters({ ...filters, attribute: value === "binding" || value === "expected" || value === "none" ? value : null })}
        options={(["binding", "expected", "none"] as const).filter((each) => attributes.has(each)).map((each) => ({ value: each, label: t(`attribute.${each}`) }))}
      />
      {inside && <Entry label={t("asOf")} type="date" value={asOf} onText={onAsOf} className="as-of" />}
      {isFiltered(filters) && (
        <Button type="link" onClick={() => onFilters(noFilters)}>
          {t("clear")}
        </Button>
      )}
    </>
  );
}

interface FindProps {
  readonly words: string;
  readonly count: number;
  readonly at: number | null;
  readonly onWords: (words: string) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Find in the plan: Enter goes on, Shift+Enter back. */
export function Find({ words, count, at, onWords, onStep }: FindProps): ReactNode {
  const t = useText(planText);
  const id = useId();
  return (
    <div className="find" role="search">
      <label htmlFor={id} className="unseen">
        {t("find")}
      </label>
      <span className="find-entry">
        <Icon name="find" />
        <input
          id={id}
          type="search"
          className="entry"
          placeholder={t("find")}
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) onStep(event.shiftKey ? -1 : 1);
          }}
        />
      </span>
      <span className="small num find-count" role="status">
        {words.trim() === "" ? "" : count === 0 ? t("foundNone") : t("found", { at: at === null ? "—" : at + 1, count })}
      </span>
      {count > 0 && words.trim() !== "" && (
        <>
          <button type="button" className="plain" aria-label={t("foundPrevious")} onClick={() => onStep(-1)}>
            <Icon name="previous" />
          </button>
          <button type="button" className="plain" aria-label={t("foundNext")} onClick={() => onStep(1)}>
            <Icon name="next" />
          </button>
        </>
      )}
    </div>
  );
}

interface StepsProps {
  readonly at: number | null;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** From target to target, as j and k do. */
export function Steps({ at, count, onStep }: StepsProps): ReactNode {
  const t = useText(planText);
  return (
    <div className="steps row">
      <button type="button" className="plain" aria-label={t("previousTarget")} disabled={count === 0} onClick={() => onStep(-1)}>
        <Icon name="previous" />
      </button>
      <span className="small num nowrap">
        <span className="step-word">{t("target")} </span>
        {at === null ? count : `${at + 1}/${count}`}
      </span>
      <button type="button" className="plain" aria-label={t("nextTarget")} disabled={count === 0} onClick={() => onStep(1)}>
        <Icon name="next" />
      </button>
    </div>
  );
}
