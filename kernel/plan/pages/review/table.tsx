import Button from "antd/es/button";
import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import { useSend } from "../../../../base/client/use.ts";
import { Entry } from "../../../../base/ui/field.tsx";
import { useReader, useText } from "../../../../base/ui/reader.ts";
import { Refused } from "../../../../base/ui/states.tsx";
import type { TableIn, TableRead } from "../../review/schema.ts";
import { dueOf, nameOf, showGoal } from "../goal.ts";
import { reviewText } from "./text.ts";

const Modal = lazy(() => import("antd/es/modal"));

interface TableProps {
  readonly at: number;
  readonly document: number;
  readonly onLeave: () => void;
  readonly onJoined: (said: string) => void;
}

/** A table that stands in the document only as an image: typed or pasted, looked at, joined. */
export function TableDialog({ at, document, onLeave, onJoined }: TableProps): ReactNode {
  const t = useText(reviewText);
  const id = useId();
  const [pasted, setPasted] = useState("");
  const [source, setSource] = useState("");
  const preview = useSend<TableIn, TableRead>("/plan/tables/preview", []);
  const join = useSend<TableIn, TableRead>("/plan/tables", ["plan"]);
  const body: TableIn = { at, document, pasted, source: source.trim() || null };
  const wrong = (preview.error ?? join.error)?.places.find((place) => place.at === "/pasted")?.message;
  return (
    <Suspense fallback={null}>
      <Modal
        open
        width="min(60rem, 94vw)"
        title={t("table")}
        okText={t("tableJoin")}
        cancelText={t("cancel")}
        confirmLoading={join.isPending}
        okButtonProps={{ disabled: preview.data === undefined || join.isPending }}
        onCancel={onLeave}
        onOk={() => join.mutate(body, { onSuccess: ({ version }) => onJoined(t("tableJoined", { version: version ?? document })) })}
      >
        <div className="table-dialog">
          <p>{t("tableHelp")}</p>
          <div className="field">
            <label htmlFor={id}>{t("tablePasted")}</label>
            <textarea id={id} className="entry pasted" rows={8} value={pasted} spellCheck={false} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}w` : undefined} onChange={(event) => (preview.reset(), setPasted(event.target.value))} />
            {wrong && (
              <span id={`${id}w`} className="wrong" role="alert">
                {wrong}
              </span>
            )}
          </div>
          <Entry label={t("tableSource")} value={source} onText={setSource} />
          <p className="row">
            <Button disabled={pasted.trim() === ""} loading={preview.isPending} onClick={() => preview.mutate(body)}>
              {t("tablePreview")}
            </Button>
          </p>
          {!wrong && <Refused refusal={preview.error ?? join.error} />}
          <div role="status">{preview.data !== undefined && <Preview read={preview.data} />}</div>
        </div>
      </Modal>
    </Suspense>
  );
}

function Preview({ read }: { readonly read: TableRead }): ReactNode {
  const t = useText(reviewText);
  const { lang } = useReader();
  return (
    <>
      <p>{t("tableRead", { rows: read.rows.length, targets: read.targets.length })}</p>
      {read.notes.length > 0 && (
        <ul className="tight small">
          {read.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {read.targets.length === 0 && <p className="notice">{t("tableNone")}</p>}
      <ul className="plain-list">
        {read.targets.map((target) => (
          <li key={target.id}>
            {nameOf(target)} <b className="num">{showGoal(target, lang)}</b> <span className="small muted">{dueOf(target, lang)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
