import "./facts.css";
import Button from "antd/es/button";
import { useMemo, useState, type ReactNode } from "react";
import { useGet, useList } from "../../../base/client/use.ts";
import { Chart } from "../../../base/ui/chart.tsx";
import { Choice } from "../../../base/ui/field.tsx";
import { showFigure, toNumber } from "../../../base/ui/figures.ts";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { useGo, usePathParams, useSearchWords } from "../../../base/ui/search.ts";
import { Answer } from "../../../base/ui/states.tsx";
import { useBodies, useDivisions, useMay, useMe } from "../../registry/pages/session.ts";
import { RecordForm, type Correcting } from "./record-form.tsx";
import { Revisions } from "./revisions.tsx";
import { current, drawingOf, inOrder, revisions } from "./series.ts";
import type { Indicator, Observation } from "../schema.ts";
import { factsText, isFactsKey } from "./text.ts";
import { ValuesTable } from "./values-table.tsx";

/** One indicator: all its values, where they come from, what was revised; and recording a new one. */
export default function IndicatorPage(): ReactNode {
  const { code = "" } = usePathParams();
  const t = useText(factsText);
  const indicator = useGet<Indicator>(`/facts/indicators/${encodeURIComponent(code)}`);
  return (
    <div className="sheet stack">
      <p className="small no-print">
        <GoTo to="/indicators">← {t("back")}</GoTo>
      </p>
      <Answer of={indicator}>{(data) => <One key={data.code} indicator={data} />}</Answer>
    </div>
  );
}

function One({ indicator }: { readonly indicator: Indicator }): ReactNode {
  const t = useText(factsText);
  const { lang } = useReader();
  const mayRecord = useMay("facts.record");
  const [form, setForm] = useState<Correcting | "new" | null>(null);
  const observations = useList<Observation>("/facts/observations", { indicator: indicator.code, history: true });
  return (
    <>
      <header className="row apart">
        <div>
          <h1>{indicator.name[lang]}</h1>
          <Definition indicator={indicator} />
        </div>
        {mayRecord && form === null && (
          <Button type="primary" onClick={() => setForm("new")}>
            {t("record")}
          </Button>
        )}
      </header>
      {form !== null && <RecordForm key={form === "new" ? "new" : form.id} indicator={indicator} correcting={form === "new" ? null : form} done={() => setForm(null)} />}
      <Answer of={observations}>{(data) => <Values indicator={indicator} observations={data} onCorrect={mayRecord ? setForm : null} />}</Answer>
      <About indicator={indicator} />
    </>
  );
}

function Definition({ indicator }: { readonly indicator: Indicator }): ReactNode {
  const { lang } = useReader();
  const definition = indicator.definition;
  const words = definition === null ? "" : typeof definition === "string" ? definition : definition[lang];
  return words === "" ? null : <p className="lead">{words}</p>;
}

interface ValuesProps {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  readonly onCorrect: ((observation: Observation) => void) | null;
}

function Values({ indicator, observations, onCorrect }: ValuesProps): ReactNode {
  const t = useText(factsText);
  const { lang } = useReader();
  const me = useMe();
  const go = useGo();
  const inside = useMay("facts.read");
  const divisions = useDivisions();
  const { area = "" } = useSearchWords();
  const now = useMemo(() => inOrder(current(observations)), [observations]);
  const areas = useMemo(() => [...new Set(now.map((each) => each.division))], [now]);
  // The city alone at first: counties on one chart with it flatten each other.
  const home = areas.includes(me.city.division) ? me.city.division : (areas[0] ?? "");
  const shownArea = area === "all" || areas.includes(area) ? area : home;
  const shown = useMemo(() => (shownArea === "all" ? now : now.filter((each) => each.division === shownArea)), [now, shownArea]);
  const nameOf = divisions.name;
  const drawing = useMemo(() => drawingOf(shown, (division, scope) => [nameOf(division), scope].filter(Boolean).join(" "), indicator.unit), [shown, nameOf, indicator.unit]);
  if (now.length === 0) {
    return (
      <section className="card">
        <p className="nothing">{t(inside ? "noValues" : "noValuesPublic")}</p>
      </section>
    );
  }
  return (
    <>
      <section className="card stack">
        {areas.length > 1 && (
          <div>
            <Choice
              inline
              label={t("divisionShown")}
              value={shownArea}
              onValue={(value) => go(`/indicators/${encodeURIComponent(indicator.code)}`, { area: value === home ? undefined : value }, { replace: true, stay: true })}
              options={[...areas.map((each) => ({ value: each, label: nameOf(each) })), { value: "all", label: t("allAreas") }]}
            />
          </div>
        )}
        {drawing !== null && <Chart label={t("chartSays", { name: indicator.name[lang] })} drawing={drawing} height="20rem" />}
        <ValuesTable observations={shown} onCorrect={onCorrect} />
      </section>
      <section className="card">
        <h2>{t("history")}</h2>
        <Revisions revisions={revisions(observations)} nameOf={nameOf} />
      </section>
    </>
  );
}

function About({ indicator }: { readonly indicator: Indicator }): ReactNode {
  const t = useText(factsText);
  const { lang } = useReader();
  const bodies = useBodies();
  const said = (prefix: string, word: string | null): string => {
    const key = `${prefix}.${word ?? ""}`;
    return isFactsKey(key) ? t(key) : (word ?? "—");
  };
  const low = toNumber(indicator.minimum);
  const high = toNumber(indicator.maximum);
  const range =
    low !== null && high !== null
      ? t("between", { low: showFigure(low, lang), high: showFigure(high, lang) })
      : low !== null
        ? t("atLeast", { value: showFigure(low, lang) })
        : high !== null
          ? t("atMost", { value: showFigure(high, lang) })
          : "—";
  const facts = [
    [t("code"), indicator.code],
    [t("unit"), indicator.unit],
    [t("kind"), said("kind", indicator.kind)],
    [t("direction"), said("direction", indicator.direction)],
    [t("frequency"), said("every", indicator.frequency)],
    [t("sourceBody"), indicator.source_body === null ? "—" : bodies.name(indicator.source_body)],
    [t("range"), range],
  ] as const;
  return (
    <dl className="about">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
