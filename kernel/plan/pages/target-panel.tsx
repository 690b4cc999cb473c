import { useMemo, type ReactNode } from "react";
import { useGet } from "../../../base/client/use.ts";
import { Chart } from "../../../base/ui/chart.tsx";
import { showBound, showDay, showFigure, showPeriod, toNumber, withUnit } from "../../../base/ui/figures.ts";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useSay, useText } from "../../../base/ui/reader.ts";
import { Refused } from "../../../base/ui/states.tsx";
import type { Search } from "../../../base/ui/words.ts";
import type { Observation, Standing } from "../../facts/schema.ts";
import { SourceLink } from "../../facts/pages/source-link.tsx";
import { StatusMark } from "../../facts/pages/status.tsx";
import { factsText, isFactsKey } from "../../facts/pages/text.ts";
import { useMay } from "../../registry/pages/session.ts";
import { ReadingDecided } from "./corrected.tsx";
import { Duty } from "./duty.tsx";
import { attributeOf, statusOf } from "./filters.ts";
import { drawStanding } from "./drawing.ts";
import { dueOf, nameOf, showGoal } from "./goal.ts";
import type { TargetView } from "../schema.ts";
import { panelText, planText } from "./text.ts";
import { Trail } from "./trail.tsx";
import type { OpenPlan } from "./use-plan.ts";

interface TargetPanelProps {
  readonly plan: OpenPlan;
  readonly target: TargetView;
  readonly asOf: string | undefined;
  readonly search: Search;
}

export function TargetPanel({ plan, target, asOf, search }: TargetPanelProps): ReactNode {
  const t = useText(panelText);
  const p = useText(planText);
  const { lang } = useReader();
  // The list carries the status; path and observations come with the one target.
  const detail = useGet<TargetView>(`/plan/targets/${encodeURIComponent(target.id)}`, { as_of: asOf });
  const standing = detail.data?.standing ?? target.standing;
  return (
    <div className="panel">
      <Trail plan={plan} clause={target.clause} search={search} self />
      <p className="small muted panel-kind">
        {p("target")} · {p(`attribute.${attributeOf(target)}`)} · {t(`measure.${target.measure}`)}
        {target.stretch ? ` · ${t("stretch")}` : ""}
        {target.cumulative ? ` · ${t("cumulative")}` : ""}
      </p>
      <h2>{nameOf(target)}</h2>
      <p className="goal">
        {dueOf(target, lang)} <b className="num">{showGoal(target, lang)}</b>
        {target.reference !== null && target.value !== null && <span className="small muted"> {`${t("reference")} ${target.reference}`}</span>}
      </p>
      {target.base !== null && (
        <p className="small muted">
          {t("base")} {showPeriod(target.base.period, lang)} {withUnit(showFigure(target.base.value, lang), target.base.unit)}
        </p>
      )}
      <section>
        <h3>{t("how")}</h3>
        <StatusMark status={statusOf({ standing })} />
        <Sentence standing={standing} target={target} />
        <Refused refusal={detail.error} retry={() => void detail.refetch()} />
        {standing !== null && <Picture target={target} standing={standing} />}
      </section>
      {standing !== null && <Why standing={standing} target={target} />}
      <Duty responsible={target.responsible_bodies} />
      {target.indicator_code !== null && (
        <p>
          <GoTo to={`/indicators/${encodeURIComponent(target.indicator_code)}`}>{t("toIndicator")}</GoTo>
        </p>
      )}
      <section>
        <h3>{t("inPlan")}</h3>
        <blockquote className="quote">{target.quote}</blockquote>
        <ReadingDecided id={target.id} corrected={target.corrected} />
      </section>
    </div>
  );
}

function Sentence({ standing, target }: { readonly standing: Standing | null; readonly target: TargetView }): ReactNode {
  const t = useText(panelText);
  const p = useText(planText);
  const say = useSay();
  const { lang } = useReader();
  const inside = useMay("plan.read");
  if (standing === null) return <p>{t(!inside ? "noStandingPublic" : target.indicator_code === null ? "noIndicator" : "noStanding")}</p>;
  return (
    <>
      <p className="sentence">{say(standing.sentence)}</p>
      <p className="small muted">
        {p("asOf")} {showDay(standing.as_of, lang)}
        {" · "}
        {standing.released_on ? p("released", { day: showDay(standing.released_on, lang) }) : p("internal")}
      </p>
    </>
  );
}

function Picture({ target, standing }: { readonly target: TargetView; readonly standing: Standing }): ReactNode {
  const t = useText(panelText);
  const { lang } = useReader();
  const drawing = useMemo(
    () => drawStanding(target, standing, { measured: t("measured"), required: t("requiredLine"), goal: t("goalLine", { value: showGoal(target, lang) }) }),
    [standing, target, t, lang],
  );
  if (drawing === null) return null;
  return <Chart label={t("chartSays", { name: nameOf(target) })} drawing={drawing} />;
}

/** Inputs, method and the source of its thresholds: every status explains itself. */
function Why({ standing, target }: { readonly standing: Standing; readonly target: TargetView }): ReactNode {
  const t = useText(panelText);
  const say = useSay();
  const { lang } = useReader();
  const { unit } = target;
  const ratio = toNumber(standing.ratio);
  return (
    <section>
      <h3>{t("why")}</h3>
      <dl className="facts">
        {standing.value !== null && (
          <>
            <dt>{t("now")}</dt>
            <dd>
              <Value of={standing.value} /> <span className="small muted">{showPeriod(standing.value.period, lang)}</span>
            </dd>
          </>
        )}
        {toNumber(standing.required) !== null && (
          <>
            <dt>{t("required")}</dt>
            <dd>{withUnit(showFigure(toNumber(standing.required), lang, 2), unit)}</dd>
          </>
        )}
        {toNumber(standing.gap) !== null && (
          <>
            <dt>{t("gap")}</dt>
            <dd>{withUnit(showFigure(toNumber(standing.gap), lang, 2), unit)}</dd>
          </>
        )}
        {ratio !== null && (
          <>
            <dt>{t("ratio")}</dt>
            <dd>{showFigure(ratio, lang, 3)}</dd>
          </>
        )}
        <dt>{t("due")}</dt>
        <dd>{standing.due === null ? t("notStated") : showDay(standing.due, lang)}</dd>
        <dt>{t("method")}</dt>
        <dd>{t("methodVersion", { title: say(standing.method.title), version: standing.method.version })}</dd>
        <Thresholds standing={standing} />
        <Inputs standing={standing} />
      </dl>
      <Years standing={standing} />
      <Values observations={standing.observations} standing={standing} unit={unit} />
    </section>
  );
}

/** The figures the judgement was made from, each by its part in it. */
function Inputs({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useText(panelText);
  const { lang } = useReader();
  if (standing.inputs.length === 0) return null;
  return (
    <>
      <dt>{t("inputs")}</dt>
      <dd>
        <ul className="plain-list small">
          {standing.inputs.map((input) => (
            <li key={`${input.role} ${input.period ?? ""} ${input.value}`}>
              <span className="muted">
                {t(`input.${input.role}`)} {input.period === null ? "" : showPeriod(input.period, lang)}
              </span>{" "}
              <span className="num">{withUnit(showFigure(input.value, lang), input.unit)}</span>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** How each year of a yearly target came out. */
function Years({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useText(panelText);
  const { lang } = useReader();
  if (standing.years.length === 0) return null;
  return (
    <>
      <p className="small muted">{t("yearly")}</p>
      <ul className="plain-list years">
        {standing.years.map((year) => (
          <li key={year.period}>
            {showPeriod(year.period, lang)} <StatusMark status={year.status} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Thresholds({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useText(panelText);
  const source = standing.method.source;
  return (
    <>
      <dt>{t("thresholds")}</dt>
      <dd>
        <SourceLink source={{ title: [source.title, source.publisher].filter(Boolean).join(" · "), address: source.address }} />
        {source.status !== "official" && <span className="tag">{source.status === "example" || source.status === "provisional" ? t(`source.${source.status}`) : source.status}</span>}
      </dd>
    </>
  );
}

function Value({ of }: { readonly of: Observation }): ReactNode {
  const { lang } = useReader();
  return (
    <span className="num">
      {showBound(of.bound)}
      {withUnit(showFigure(of.value, lang), of.unit)}
    </span>
  );
}

/** What the chart draws, as figures, each with its source. */
function Values({ observations, standing, unit }: { readonly observations: readonly Observation[]; readonly standing: Standing; readonly unit: string }): ReactNode {
  const t = useText(panelText);
  const f = useText(factsText);
  const { lang } = useReader();
  const required = new Map((standing.path).map((each) => [each.period, toNumber(each.value)]));
  const later = [...required.keys()].filter((period) => !observations.some((each) => each.period === period));
  if (observations.length + later.length === 0) return null;
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t("values")}>
      <table className="table small">
        <caption>{t("values")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("period")}</th>
            <th scope="col" className="right">
              {t("measured")}
            </th>
            <th scope="col" className="right">
              {t("requiredLine")}
            </th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {observations.map((each) => {
            const kind = `is.${each.status}`;
            return (
              <tr key={each.id}>
                <th scope="row" className="nowrap">
                  {showPeriod(each.period, lang)}
                </th>
                <td className="right">
                  {showBound(each.bound)}
                  {each.unit === unit ? showFigure(each.value, lang) : withUnit(showFigure(each.value, lang), each.unit)}
                </td>
                <td className="right">{showFigure(required.get(each.period) ?? null, lang, 2)}</td>
                <td>
                  <span className="muted">{isFactsKey(kind) ? f(kind) : each.status}</span> · <SourceLink source={each.source} />
                </td>
              </tr>
            );
          })}
          {later.map((period) => (
            <tr key={period}>
              <th scope="row" className="nowrap">
                {showPeriod(period, lang)}
              </th>
              <td className="right">—</td>
              <td className="right">{showFigure(required.get(period) ?? null, lang, 2)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
