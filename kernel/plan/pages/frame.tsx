import Button from "antd/es/button";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Drawer } from "../../../base/ui/drawer.tsx";
import { Icon } from "../../../base/ui/icons.tsx";
import { useMedia } from "../../../base/ui/media.ts";
import { useText } from "../../../base/ui/reader.ts";
import { planText } from "./text.ts";

interface FrameProps {
  /** What is chosen, "t-…" for a target, "c-…" for a clause; null: nothing. */
  readonly chosen: string | null;
  readonly onLeave: () => void;
  readonly find: ReactNode;
  readonly steps: ReactNode;
  readonly filters: ReactNode;
  readonly filtered: boolean;
  readonly outline: (close?: () => void) => ReactNode;
  readonly panel: ReactNode;
  readonly children: ReactNode;
}

/** On a narrow screen who goes to a clause wants to read it: the panel does not cover it unless asked for in the text. */
function useHush(chosen: string | null): { readonly now: boolean; next(): void } {
  const [hushed, setHushed] = useState(() => (chosen?.startsWith("c-") ? chosen : null));
  const coming = useRef(false);
  useEffect(() => {
    if (coming.current) setHushed(chosen);
    coming.current = false;
  }, [chosen]);
  return {
    now: chosen !== null && chosen === hushed,
    next: () => {
      coming.current = true;
    },
  };
}

/** Outline, text and side panel: beside one another where there is room, else in drawers. */
export function Frame({ chosen, onLeave, find, steps, filters, filtered, outline, panel, children }: FrameProps): ReactNode {
  const t = useText(planText);
  const wide = useMedia("(min-width: 75rem)");
  const middle = useMedia("(min-width: 56rem)");
  const [open, setOpen] = useState<"outline" | "filters" | null>(null);
  const close = (): void => setOpen(null);
  const hush = useHush(chosen);
  return (
    <div className="plan">
      <div className="plan-bar no-print">
        <div className="plan-bar-in">
          {!wide && (
            <Button icon={<Icon name="list" />} onClick={() => setOpen("outline")}>
              {t("outline")}
            </Button>
          )}
          {find}
          {middle ? <div className="row filters">{filters}</div> : <Button onClick={() => setOpen("filters")}>{filtered ? `${t("filters")} •` : t("filters")}</Button>}
          {steps}
        </div>
      </div>
      <div className="plan-columns">
        {wide && (
          <nav className="plan-outline no-print" aria-label={t("outline")}>
            {outline()}
          </nav>
        )}
        <article className="plan-middle" aria-label={t("theText")}>
          {children}
        </article>
        {middle && (
          <aside className="plan-side no-print" aria-label={t("side")}>
            {panel}
          </aside>
        )}
      </div>
      {!wide && (
        <Drawer from="left" title={t("outline")} open={open === "outline"} onClose={close}>
          <nav aria-label={t("outline")}>{outline(() => (hush.next(), close()))}</nav>
        </Drawer>
      )}
      {!middle && (
        <>
          <Drawer from="bottom" title={t("filters")} open={open === "filters"} onClose={close}>
            <div className="stack">{filters}</div>
          </Drawer>
          <Drawer from="bottom" title={t("side")} extra={steps} open={chosen !== null && !hush.now && open === null} onClose={onLeave}>
            {panel}
          </Drawer>
        </>
      )}
    </div>
  );
}
