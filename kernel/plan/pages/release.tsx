import Button from "antd/es/button";
import { lazy, Suspense, useId, useState, type ReactNode } from "react";
import { useSend } from "../../../base/client/use.ts";
import { showDay } from "../../../base/ui/figures.ts";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { Refused } from "../../../base/ui/states.tsx";
import { cockpitText } from "./text.ts";

const Modal = lazy(() => import("antd/es/modal"));

/** The planner's act that makes the status public, as of a day; said plainly before it is done. */
export function ReleaseStatus({ asOf }: { readonly asOf: string }): ReactNode {
  const t = useText(cockpitText);
  const { lang } = useReader();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const send = useSend<{ as_of: string; note: string }>("/plan/releases", ["plan"]);
  return (
    <>
      <span role="status" className="small muted">
        {send.isSuccess ? t("releasedDone") : ""}
      </span>
      <Button onClick={() => (send.reset(), setOpen(true))}>{t("release")}</Button>
      {open && (
        <Suspense fallback={null}>
          <Modal
            open
            title={t("release")}
            okText={t("releaseDo")}
            cancelText={t("cancel")}
            confirmLoading={send.isPending}
            onCancel={() => setOpen(false)}
            onOk={() => send.mutate({ as_of: asOf, note }, { onSuccess: () => setOpen(false) })}
          >
            <p>{t("releaseHelp", { day: showDay(asOf, lang) })}</p>
            <div className="field">
              <label htmlFor={id}>{t("releaseNote")}</label>
              <textarea id={id} className="entry" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
            </div>
            <Refused refusal={send.error} />
          </Modal>
        </Suspense>
      )}
    </>
  );
}
