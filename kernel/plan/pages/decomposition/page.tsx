import "./decomposition.css";
import Button from "antd/es/button";
import type { ReactNode } from "react";
import { useGet, useSend } from "../../../../base/client/use.ts";
import { Choice } from "../../../../base/ui/field.tsx";
import { showDay } from "../../../../base/ui/figures.ts";
import { useReader, useText } from "../../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../../base/ui/search.ts";
import { Answer, Loading, Refused } from "../../../../base/ui/states.tsx";
import { useMay } from "../../../registry/pages/session.ts";
import type { DecompositionView, StageView } from "../../decomposition/schema.ts";
import { Advance } from "./advance.tsx";
import { Downloads } from "./downloads.tsx";
import { Opinions } from "./opinions.tsx";
import { Rows } from "./rows-table.tsx";
import { decompositionText } from "./text.ts";

const path = "/plan/decomposition";

/** The decomposition table: its rows, what offices say of them, and its way from comment to issue. */
export default function DecompositionPage(): ReactNode {
  const t = useText(decompositionText);
  const stages = useGet<{ readonly items: readonly StageView[] }>(`${path}/stages`);
  return (
    <div className="sheet stack decomposition">
      <header>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </header>
      <Answer of={stages}>{({ items }) => (items.length === 0 ? <None /> : <Stage stages={items} />)}</Answer>
    </div>
  );
}

function None(): ReactNode {
  const t = useText(decompositionText);
  const may = useMay("plan.assign");
  return (
    <section className="card stack">
      <p className="nothing">{t("none")}</p>
      {may && <Draw label={t("draw")} />}
    </section>
  );
}

function Draw({ label }: { readonly label: string }): ReactNode {
  const send = useSend<Record<string, never>>(path, ["plan"]);
  return (
    <>
      <div>
        <Button type="primary" loading={send.isPending} onClick={() => send.mutate({})}>
          {label}
        </Button>
      </div>
      <Refused refusal={send.error} />
    </>
  );
}

function Stage({ stages }: { readonly stages: readonly StageView[] }): ReactNode {
  const t = useText(decompositionText);
  const { lang } = useReader();
  const words = useSearchWords();
  const go = useGo();
  const version = words["version"] ?? String(stages[0]?.version ?? 1);
  const table = useGet<DecompositionView>(path, { version });
  const options = stages.map((one) => ({ value: String(one.version), label: t("stageOption", { version: one.version, stage: t(`stage.${one.stage}`), day: showDay(one.recorded_at.slice(0, 10), lang) }) }));
  return (
    <>
      <section className="card row apart no-print">
        <Choice label={t("stage")} value={version} onValue={(chosen) => go(path, { ...words, version: chosen }, { replace: true, stay: true })} options={options} inline />
        <Downloads version={version} />
      </section>
      {table.isPending ? <Loading /> : <Answer of={table}>{(data) => <Shown table={data} />}</Answer>}
    </>
  );
}

function Shown({ table }: { readonly table: DecompositionView }): ReactNode {
  const t = useText(decompositionText);
  const { lang } = useReader();
  const may = useMay("plan.assign");
  const words = useSearchWords();
  const go = useGo();
  const showsOpinions = may && words["view"] === "opinions";
  const view = (name: string | undefined): void => go(path, { ...words, view: name }, { replace: true, stay: true });
  return (
    <>
      <section className="card stack">
        <div>
          <h2>{table.title}</h2>
          <p className="muted">
            {t(`stage.${table.stage}`)}
            {table.document_number !== null && ` · ${table.document_number}`}
            {table.issued_on !== null && ` · ${showDay(table.issued_on, lang)}`}
          </p>
          {table.remark !== "" && <p className="small">{table.remark}</p>}
        </div>
        {may && (
          <div className="row no-print" role="group" aria-label={t("views")}>
            <button type="button" className="chip" aria-pressed={!showsOpinions} onClick={() => view(undefined)}>
              {t("table")}
            </button>
            <button type="button" className="chip" aria-pressed={showsOpinions} onClick={() => view("opinions")}>
              {t("opinions", { undecided: table.undecided })}
            </button>
          </div>
        )}
      </section>
      {showsOpinions ? <Opinions table={table} /> : <Rows table={table} />}
      {may && table.current && table.stage !== "issued" && <Advance table={table} />}
      {may && table.current && (
        <section className="card stack no-print">
          <p className="small">{t("drawHelp")}</p>
          <Draw label={t("drawAgain")} />
        </section>
      )}
    </>
  );
}
