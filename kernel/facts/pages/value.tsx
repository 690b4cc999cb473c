import type { ReactNode } from "react";
import { showBound, showFigure, withUnit } from "../../../base/ui/figures.ts";
import { useReader, useText } from "../../../base/ui/reader.ts";
import type { Observation } from "../schema.ts";
import { factsText, isFactsKey } from "./text.ts";

/** An observed value with its sign and unit, exactly as recorded. */
export function Value({ of }: { readonly of: Pick<Observation, "value" | "bound" | "unit"> }): ReactNode {
  const { lang } = useReader();
  return (
    <span className="num nowrap">
      {showBound(of.bound)}
      {withUnit(showFigure(of.value, lang), of.unit)}
    </span>
  );
}

/** Expected, preliminary, final, revised: how firm a figure is. */
export function Kind({ status }: { readonly status: string }): ReactNode {
  const t = useText(factsText);
  const key = `is.${status}`;
  return isFactsKey(key) ? t(key) : status;
}
