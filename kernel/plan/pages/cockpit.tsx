import "./cockpit.css";
import Button from "antd/es/button";
import { useMemo, type ReactNode } from "react";
import { useGet, useList } from "../../../base/client/use.ts";
import { Entry } from "../../../base/ui/field.tsx";
import { showDay } from "../../../base/ui/figures.ts";
import { Icon } from "../../../base/ui/icons.tsx";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useSay, useText } from "../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../base/ui/search.ts";
import { Answer, Boundary, PartBroken } from "../../../base/ui/states.tsx";
import { StatusMark } from "../../facts/pages/status.tsx";
import { useMay, useMe } from "../../registry/pages/session.ts";
import { Chapters, StatusTable } from "./counts.tsx";
import { CountyMap } from "./county-map.tsx";
import { dueOf, nameOf, showGoal } from "./goal.ts";
import { ReleaseStatus } from "./release.tsx";
import type { CockpitView, TargetView } from "../schema.ts";
import { cockpitText } from "./text.ts";
import { placeOf, useAsOf } from "./use-plan.ts";

/** How the plan stands today, on one page; every figure leads to the list behind it. */
export default function CockpitPage(): ReactNode {
  const { wall: onWall, as_of: asOf } = useSearchWords();
  const cockpit = useGet<CockpitView>("/plan/cockpit", { as_of: asOf });
  const targets = useList<TargetView>("/plan/targets", { as_of: asOf });
  const wall = onWall !== undefined;
  const byId = useMemo(() => new Map((targets.data ?? []).map((each) => [each.id, each])), [targets.data]);
  return (
    <div className={wall ? "cockpit on-wall" : "sheet cockpit"}>
      <Answer of={cockpit}>{(data) => <Standing data={data} targets={byId} wall={wall} />}</Answer>
    </div>
  );
}

interface Props {
  readonly data: CockpitView;
  readonly targets: ReadonlyMap<string, TargetView>;
  readonly wall: boolean;
}

function Standing({ data, targets, wall }: Props): ReactNode {
  const t = useText(cockpitText);
  const inside = useMay("plan.read");
  // Released or not: a public reader of a city that has released nothing is told so, not shown an empty table.
  const nothing = !inside && data.released_on === null;
  return (
    <>
      <Head data={data} wall={wall} />
      {nothing ? (
        <section className="card stack">
          <p className="lead">{t("nothingReleased")}</p>
          <p>
            <GoTo to="/plan">{t("readPlan")}</GoTo>
          </p>
        </section>
      ) : (
        <section className="card at-status">
          <h2>{t("byStatus")}</h2>
          <StatusTable counts={data.counts} />
        </section>
      )}
      <div className="cockpit-columns">
        <section className={nothing ? "card at-map" : "card"}>
          <h2>{t("byChapter")}</h2>
          <Chapters chapters={data.chapters} />
        </section>
        {!nothing && (
          <>
            <div className="stack">
              <section className="card">
                <h2>{t("turned")}</h2>
                <Turned data={data} targets={targets} />
              </section>
              <section className="card">
                <h2>{t("dueNext")}</h2>
                <DueNext data={data} targets={targets} wall={wall} />
              </section>
              <section className="card">
                <h2>{t("noData")}</h2>
                <NoData data={data} targets={targets} wall={wall} />
              </section>
            </div>
          </>
        )}
        <section className="card at-map">
          <h2>{t("map")}</h2>
          <Boundary fallback={(_, again) => <PartBroken again={again} />}>
            <CountyMap />
          </Boundary>
        </section>
      </div>
    </>
  );
}

function Head({ data, wall }: { readonly data: CockpitView; readonly wall: boolean }): ReactNode {
  const t = useText(cockpitText);
  const say = useSay();
  const me = useMe();
  const { lang } = useReader();
  const go = useGo();
  const inside = useMay("plan.read");
  const mayRelease = useMay("plan.release");
  const enter = (): void => {
    go("/", { wall: "1" });
    // Some browsers refuse full screen; the page then fills the window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  const leave = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    go("/", {});
  };
  return (
    <header className="row apart cockpit-head">
      <div>
        <h1>{wall ? `${say(me.city.name)} · ${t("title")}` : t("title")}</h1>
        <p className="muted">
          {t("asOf", { day: showDay(data.as_of, lang) })}
          {data.released_on !== null && ` · ${t("releasedOn", { day: showDay(data.released_on, lang) })}`}
          {inside && ` · ${t("internal")}`}
        </p>
      </div>
      <div className="row no-print">
        {inside && !wall && (
          <Entry label={t("asOfField")} type="date" className="inline" value={data.as_of} onText={(day) => day !== "" && go("/", { as_of: day === me.today ? undefined : day }, { replace: true, stay: true })} />
        )}
        {mayRelease && !wall && <ReleaseStatus asOf={data.as_of} />}
        {wall ? (
          <button type="button" className="chip" onClick={leave}>
            {t("wallLeave")}
          </button>
        ) : (
          <Button icon={<Icon name="wall" />} onClick={enter}>
            {t("wall")}
          </Button>
        )}
      </div>
    </header>
  );
}

function TargetLink({ target, id }: { readonly target: TargetView | undefined; readonly id: string }): ReactNode {
  const { lang } = useReader();
  const asOf = useAsOf();
  return <GoTo to={placeOf("t", id)} search={asOf}>{target === undefined ? id : `${nameOf(target)} ${showGoal(target, lang)}`}</GoTo>;
}

function Turned({ data, targets }: Omit<Props, "wall">): ReactNode {
  const t = useText(cockpitText);
  const { lang } = useReader();
  const since = <p className="small muted">{t("since", { day: showDay(data.since, lang) })}</p>;
  if (data.turned.length === 0) {
    return (
      <>
        {since}
        <p className="nothing">{t("turnedNone")}</p>
      </>
    );
  }
  return (
    <>
    {since}
    <ul className="plain-list">
      {data.turned.map((each) => (
        <li key={each.target}>
          <TargetLink target={targets.get(each.target)} id={each.target} />
          <div className="row small">
            <StatusMark status={each.from} />
            <span className="muted">{t("fromTo")}</span>
            <StatusMark status={each.to} />
          </div>
        </li>
      ))}
    </ul>
    </>
  );
}

const shownAtMost = 8;
const shownOnWall = 4;

function DueNext({ data, targets, wall }: Props): ReactNode {
  const t = useText(cockpitText);
  const { lang } = useReader();
  if (data.due_next.length === 0) return <p className="nothing">{t("dueNone")}</p>;
  return (
    <>
      <ul className="plain-list">
        {data.due_next.slice(0, wall ? shownOnWall : shownAtMost).map((each) => (
          <li key={each.target} className="row apart">
            <TargetLink target={targets.get(each.target)} id={each.target} />
            <span className="small muted nowrap">{showDay(each.due, lang)}</span>
          </li>
        ))}
      </ul>
      {!wall && <All ids={data.due_next.map((each) => each.target)} />}
    </>
  );
}

function NoData({ data, targets, wall }: Props): ReactNode {
  const t = useText(cockpitText);
  const { lang } = useReader();
  if (data.no_data.length === 0) return <p className="nothing">{t("noDataNone")}</p>;
  return (
    <>
      <ul className="plain-list">
        {data.no_data.slice(0, wall ? shownOnWall : shownAtMost).map((each) => {
          const target = targets.get(each.target);
          return (
            <li key={each.target} className="row apart">
              <TargetLink target={target} id={each.target} />
              {target && <span className="small muted nowrap">{dueOf(target, lang)}</span>}
            </li>
          );
        })}
      </ul>
      {!wall && <All ids={data.no_data.map((each) => each.target)} />}
    </>
  );
}

function All({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const t = useText(cockpitText);
  const asOf = useAsOf();
  if (ids.length <= shownAtMost) return null;
  return (
    <p className="all">
      <GoTo to="/plan" search={{ ...asOf, ids: ids.join(",") }}>
        {t("more", { count: ids.length })}
      </GoTo>
    </p>
  );
}
