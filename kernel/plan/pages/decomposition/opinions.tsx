import Button from "antd/es/button";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useList } from "../../../../base/client/use.ts";
import { useText } from "../../../../base/ui/reader.ts";
import { Answer, Refused } from "../../../../base/ui/states.tsx";
import type { DecompositionView, OpinionView } from "../../decomposition/schema.ts";
import { useKeys } from "../use-keys.ts";
import { Decide } from "./decide.tsx";
import { useDownload } from "./downloads.tsx";
import { decompositionText } from "./text.ts";
import { Upload } from "./upload.tsx";

/** What offices propose: the list, and the chosen one with what stands there beside what is proposed. */
export function Opinions({ table }: { readonly table: DecompositionView }): ReactNode {
  const t = useText(decompositionText);
  const opinions = useList<OpinionView>("/plan/decomposition/opinions", { version: table.version });
  const { get, error, waiting } = useDownload(String(table.version), "A4");
  const open = table.current && table.stage !== "issued";
  return (
    <section className="card stack">
      {open && <Upload />}
      {!table.current && <p className="notice">{t("closed")}</p>}
      {table.opinions > 0 && (
        <div className="row no-print" role="group" aria-label={t("download")}>
          <Button disabled={waiting} onClick={() => get({ of: "opinions", format: "xlsx" })}>{t("downloadOpinions")}</Button>
          <Button disabled={waiting} onClick={() => get({ of: "adoption", format: "xlsx" })}>{t("downloadAdoption", { format: "Excel" })}</Button>
          <Button disabled={waiting} onClick={() => get({ of: "adoption", format: "docx" })}>{t("downloadAdoption", { format: "Word" })}</Button>
        </div>
      )}
      <Refused refusal={error} />
      <Answer of={opinions}>{(items) => (items.length === 0 ? <p className="nothing">{t("noOpinions")}</p> : <Work items={items} open={open} />)}</Answer>
    </section>
  );
}

const firstOpen = (items: readonly OpinionView[]): string | null => (items.find((one) => one.decision === null) ?? items[0])?.id ?? null;

function Work({ items, open }: { readonly items: readonly OpinionView[]; readonly open: boolean }): ReactNode {
  const t = useText(decompositionText);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [chosen, setChosen] = useState(() => firstOpen(items));
  const shown = onlyOpen ? items.filter((one) => one.decision === null || one.id === chosen) : items;
  const at = Math.max(0, shown.findIndex((one) => one.id === chosen));
  const stepBy = useCallback(
    (by: 1 | -1) => {
      const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
      if (next !== undefined) setChosen(next.id);
    },
    [shown, at],
  );
  useKeys(stepBy);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Only the list moves; the page stays where the reader has it.
    const line = document.getElementById(`o-${chosen}`);
    if (line === null || list.current === null) return;
    const [box, own] = [list.current.getBoundingClientRect(), line.getBoundingClientRect()];
    if (own.top < box.top) list.current.scrollTop -= box.top - own.top;
    else if (own.bottom > box.bottom) list.current.scrollTop += own.bottom - box.bottom;
  }, [chosen]);
  const one = shown[at];
  return (
    <>
      <div className="row apart no-print">
        <label className="row">
          <input type="checkbox" checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)} /> {t("onlyOpen")}
        </label>
        <span className="small muted">{t("keys")}</span>
      </div>
      <div className="opinion-split">
        <ol ref={list} className="plain-list opinion-list" aria-label={t("list")}>
          {shown.map((each) => (
            <li key={each.id} id={`o-${each.id}`}>
              <button type="button" className="opinion-line" aria-current={each.id === one?.id ? "true" : undefined} onClick={() => setChosen(each.id)}>
                <span>{each.office}</span>
                <span className="small">{[each.number === "" ? t("opinion.add") : t("row", { number: each.number, subject: each.subject }), each.label].filter(Boolean).join(" · ")}</span>
                <span className="small muted">{each.decision === null ? t("undecided") : t(`outcome.${each.decision.outcome}`)}</span>
              </button>
            </li>
          ))}
        </ol>
        {one !== undefined && <Decide key={`${one.id} ${one.version}`} opinion={one} open={open} onDecided={() => stepBy(1)} />}
      </div>
    </>
  );
}
