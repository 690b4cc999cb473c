import { useMemo, useState, type ReactNode } from "react";
import { useGet, useList, useLists } from "../../../base/client/use.ts";
import { Choice } from "../../../base/ui/field.tsx";
import { showBound, showFigure, showPeriod, toNumber, withUnit } from "../../../base/ui/figures.ts";
import { GoTo } from "../../../base/ui/link.tsx";
import { AreaMap } from "../../../base/ui/map.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { classesOf, colourOf, noDataColour } from "../../../base/ui/scale.ts";
import { Answer } from "../../../base/ui/states.tsx";
import type { Indicator, Observation } from "../../facts/schema.ts";
import { useDivisions } from "../../registry/pages/session.ts";
import type { Shapes } from "../../map/schema.ts";
import type { Division } from "../../registry/schema.ts";
import { byCoverage, countyValues, type CountyValues } from "./county-values.ts";
import { cockpitText } from "./text.ts";

/** Counties coloured by one indicator, with the same figures as a table. */
export function CountyMap(): ReactNode {
  const t = useText(cockpitText);
  const { lang } = useReader();
  const shapes = useGet<Shapes>("/map/shapes");
  const divisions = useDivisions();
  const indicators = useList<Indicator>("/facts/indicators");
  const counties = useMemo(() => divisions.list.filter((each) => each.level === "county"), [divisions.list]);
  const measured = useLists<Observation>("/facts/observations", useMemo(() => counties.map((each) => ({ division: each.code })), [counties]));
  const ranked = useMemo(() => byCoverage(measured.items), [measured.items]);
  const withCounties = useMemo(() => {
    const byCode = new Map((indicators.data ?? []).map((each) => [each.code, each]));
    return ranked.flatMap((each) => byCode.get(each) ?? []);
  }, [ranked, indicators.data]);
  const [picked, setPicked] = useState("");
  const code = withCounties.some((each) => each.code === picked) ? picked : (withCounties[0]?.code ?? "");
  const observations = useMemo(() => measured.items.filter((each) => each.indicator === code), [measured.items, code]);
  const values = useMemo(() => countyValues(observations, new Set(counties.map((each) => each.code))), [observations, counties]);
  if (shapes.error?.status === 404) return <p className="nothing">{t("mapNoShapes")}</p>;
  return (
    <Answer of={shapes}>
      {(data) => (
        <div className="county-map">
          {withCounties.length === 0 ? (
            <p className="nothing">{measured.waiting || indicators.isFetching ? "" : t("mapNone")}</p>
          ) : (
            <div className="row">
              <Choice inline label={t("mapIndicator")} value={code} onValue={setPicked} options={withCounties.map((each) => ({ value: each.code, label: each.name[lang] }))} />
              <span className="muted small">{values.period === null ? "" : showPeriod(values.period, lang)}</span>
            </div>
          )}
          <div className="county-split">
            <Picture shapes={data} counties={counties} values={values} name={indicators.data?.find((each) => each.code === code)?.name[lang] ?? ""} />
            {values.period !== null && <CountyTable counties={counties} values={values} code={code} />}
          </div>
        </div>
      )}
    </Answer>
  );
}

interface PictureProps {
  readonly shapes: Shapes;
  readonly counties: readonly Division[];
  readonly values: CountyValues;
  readonly name: string;
}

function Picture({ shapes, counties, values, name }: PictureProps): ReactNode {
  const t = useText(cockpitText);
  const { lang } = useReader();
  const classes = useMemo(() => classesOf([...values.byDivision.values()].map((each) => toNumber(each.value)).filter((each) => each !== null)), [values]);
  const areas = useMemo(
    () =>
      shapes.features.flatMap((feature) => {
        const county = counties.find((each) => each.code === feature.properties.division);
        if (county === undefined) return [];
        const observation = values.byDivision.get(county.code);
        return [
          {
            id: county.code,
            // On the map there is room for the name alone.
            name: county.name[lang].replace(/ (District|County|City)$/, ""),
            geometry: feature.geometry,
            value: observation === undefined ? (values.period === null ? "" : t("noFigure")) : `${showBound(observation.bound)}${showFigure(observation.value, lang)}`,
            colour: colourOf(toNumber(observation?.value), classes),
          },
        ];
      }),
    [shapes, counties, values, classes, lang, t],
  );
  return (
    <figure className="map-figure">
      <AreaMap areas={areas} label={t("mapSays", { name, period: showPeriod(values.period, lang) })} />
      {classes.length > 0 && (
        <ul className="legend small">
          {classes.map((each) => (
            <li key={each.from}>
              <span style={{ background: each.colour }} />
              {each.from === each.to ? showFigure(each.from, lang) : `${showFigure(each.from, lang)}–${showFigure(each.to, lang)}`}
            </li>
          ))}
          <li>
            <span style={{ background: noDataColour }} />
            {t("noFigure")}
          </li>
          <li className="muted">{values.unit}</li>
        </ul>
      )}
      <figcaption className="small muted">
        {shapes.schematic ? `${shapes.note[lang]} ` : ""}{shapes.approval_number === null ? t("mapNoNumber") : t("mapNumber", { number: shapes.approval_number })}
      </figcaption>
    </figure>
  );
}

interface TableProps {
  readonly counties: readonly Division[];
  readonly values: CountyValues;
  readonly code: string;
}

function CountyTable({ counties, values, code }: TableProps): ReactNode {
  const t = useText(cockpitText);
  const { lang } = useReader();
  const sorted = [...counties].sort((a, b) => (toNumber(values.byDivision.get(b.code)?.value) ?? -Infinity) - (toNumber(values.byDivision.get(a.code)?.value) ?? -Infinity));
  return (
    <table className="table small">
      <thead>
        <tr>
          <th scope="col">{t("county")}</th>
          <th scope="col" className="right">
            {t("value")}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((county) => {
          const observation = values.byDivision.get(county.code);
          return (
            <tr key={county.code}>
              <th scope="row">{county.name[lang]}</th>
              <td className="right">
                {observation === undefined ? (
                  <span className="muted">{t("noFigure")}</span>
                ) : (
                  <GoTo to={`/indicators/${encodeURIComponent(code)}`} search={{ area: county.code }}>
                    {showBound(observation.bound)}
                    {withUnit(showFigure(observation.value, lang), observation.unit)}
                  </GoTo>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
