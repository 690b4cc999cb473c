import "./facts.css";
import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from "react";
import { useList } from "../../../base/client/use.ts";
import { Entry } from "../../../base/ui/field.tsx";
import { showPeriod } from "../../../base/ui/figures.ts";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../base/ui/search.ts";
import { Answer } from "../../../base/ui/states.tsx";
import { useMay } from "../../registry/pages/session.ts";
import type { Indicator } from "../schema.ts";
import { SourceLink } from "./source-link.tsx";
import { factsText } from "./text.ts";
import { Kind, Value } from "./value.tsx";

/** All indicators, to be found by name or code. */
export default function IndicatorsPage(): ReactNode {
  const t = useText(factsText);
  const inside = useMay("facts.read");
  const { q = "" } = useSearchWords();
  const go = useGo();
  const [words, setWords] = useState(q);
  useEffect(() => {
    const wait = setTimeout(() => words !== q && go("/indicators", { q: words || undefined }, { replace: true, stay: true }), 400);
    return () => clearTimeout(wait);
  }, [words, q, go]);
  const indicators = useList<Indicator>("/facts/indicators");
  const wanted = useDeferredValue(words.trim().toLowerCase());
  return (
    <div className="sheet stack">
      <header>
        <h1>{t("indicators")}</h1>
        <p className="lead">
          {t("lead")} {!inside && t("leadPublic")}
        </p>
      </header>
      <Entry label={t("search")} type="search" value={words} onText={setWords} className="search-field" />
      <section className="card">
        <Answer of={indicators}>{(data) => <Table indicators={data} wanted={wanted} />}</Answer>
      </section>
    </div>
  );
}

function Table({ indicators, wanted }: { readonly indicators: readonly Indicator[]; readonly wanted: string }): ReactNode {
  const t = useText(factsText);
  const { lang } = useReader();
  const shown = useMemo(
    () => indicators.filter((each) => wanted === "" || [each.code, each.name["zh-CN"], each.name.en].some((name) => name.toLowerCase().includes(wanted))),
    [indicators, wanted],
  );
  if (shown.length === 0) return <p className="nothing" role="status">{t("none")}</p>;
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t("indicators")}>
      <table className="table">
        <caption>{t("count", { count: shown.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col" className="right">
              {t("latest")}
            </th>
            <th scope="col">{t("period")}</th>
            <th scope="col" className="spare">{t("status")}</th>
            <th scope="col" className="spare">{t("source")}</th>
            <th scope="col" className="right spare">
              {t("values")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.code}>
              <th scope="row">
                <GoTo to={`/indicators/${encodeURIComponent(each.code)}`}>{each.name[lang]}</GoTo>
              </th>
              <td className="right">{each.latest === null ? "—" : <Value of={each.latest} />}</td>
              <td className="nowrap">{each.latest === null ? "" : showPeriod(each.latest.period, lang)}</td>
              <td className="nowrap spare">{each.latest === null ? "" : <Kind status={each.latest.status} />}</td>
              <td className="small spare">{each.latest === null ? "" : <SourceLink source={each.latest.source} />}</td>
              <td className="right spare">{each.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
