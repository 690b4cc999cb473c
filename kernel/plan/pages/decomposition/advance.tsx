import Button from "antd/es/button";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useSend } from "../../../../base/client/use.ts";
import { Choice, Entry } from "../../../../base/ui/field.tsx";
import { useText } from "../../../../base/ui/reader.ts";
import { useGo } from "../../../../base/ui/search.ts";
import { Refused } from "../../../../base/ui/states.tsx";
import { useMe } from "../../../registry/pages/session.ts";
import type { AdvancedView, AdvanceIn, DecompositionView, StageView } from "../../decomposition/schema.ts";
import { decompositionText } from "./text.ts";

const Modal = lazy(() => import("antd/es/modal"));
const order: readonly StageView["stage"][] = ["consultation", "submission", "issued"];

/** The planner's act that closes a stage and opens the next; said plainly before it is done. */
export function Advance({ table }: { readonly table: DecompositionView }): ReactNode {
  const t = useText(decompositionText);
  const go = useGo();
  const { today } = useMe();
  const [open, setOpen] = useState(false);
  const [stage, setStage] = useState<StageView["stage"]>(order[order.indexOf(table.stage) + 1] ?? "issued");
  const [number, setNumber] = useState("");
  const [day, setDay] = useState(today);
  const send = useSend<AdvanceIn, AdvancedView>("/plan/decomposition/stages", ["plan"]);
  const options = order.filter((one) => order.indexOf(one) >= order.indexOf(table.stage)).map((one) => ({ value: one, label: t(`stage.${one}`) }));
  const done = (made: AdvancedView): void => {
    setOpen(false);
    go("/plan/decomposition", { version: String(made.version) }, { replace: true, stay: true });
  };
  const isIssue = stage === "issued";
  return (
    <section className="card stack no-print">
      <p className="small">{t("advanceHelp")}</p>
      <div>
        <Button type="primary" onClick={() => (send.reset(), setOpen(true))}>{t("advance")}</Button>
      </div>
      <div role="status">{send.data !== undefined && <Done made={send.data} />}</div>
      {open && (
        <Suspense fallback={null}>
          <Modal
            open
            title={t("advance")}
            okText={t("advance")}
            cancelText={t("cancel")}
            confirmLoading={send.isPending}
            onCancel={() => setOpen(false)}
            onOk={() => send.mutate({ stage, ...(isIssue && { document_number: number || null, issued_on: day || null }) }, { onSuccess: done })}
          >
            <div className="stack">
              <Choice label={t("advanceTo")} value={stage} onValue={(value) => setStage(order.find((one) => one === value) ?? stage)} options={options} />
              {isIssue && (
                <>
                  <p>{t("issueHelp")}</p>
                  <Entry label={t("documentNumber")} value={number} onText={setNumber} maxLength={100} required />
                  <Entry label={t("issuedOn")} type="date" value={day} onText={setDay} required />
                </>
              )}
              <Refused refusal={send.error} />
            </div>
          </Modal>
        </Suspense>
      )}
    </section>
  );
}

function Done({ made }: { readonly made: AdvancedView }): ReactNode {
  const t = useText(decompositionText);
  return (
    <>
      <p>{made.stage === "issued" ? t("issued", { duties: made.duties }) : t("advanced", { version: made.version })}</p>
      {made.unknown_bodies.length > 0 && <p className="notice">{t("unknown", { names: made.unknown_bodies.join("、") })}</p>}
    </>
  );
}
