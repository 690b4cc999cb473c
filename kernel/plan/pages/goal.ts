import type { Lang } from "../../../base/text/text.ts";
import { say } from "../../../base/text/text.ts";
import { showFigure, showPeriod, withUnit } from "../../../base/ui/figures.ts";
import type { TargetView } from "../schema.ts";
import { panelText } from "./text.ts";

type Goal = Pick<TargetView, "number" | "value" | "value_max" | "unit" | "comparator" | "reference" | "quote">;

/** What a target asks for, in words: "2500亿元以上", "4.5—5%". */
export function showGoal(target: Goal, lang: Lang): string {
  if (target.value === null) {
    if (target.number !== "") return withUnit(target.number, target.unit);
    if (target.reference === null) return say(panelText.noNumber, lang);
    const relation = `rel.${target.comparator ?? "="}`;
    return relation in panelText ? say(panelText[relation as keyof typeof panelText], lang, { value: target.reference }) : target.reference;
  }
  // A grade or a multiple is said as printed: Ⅱ类, 翻一番.
  const printed = /^[\d.,，]+$/.test(target.number) || target.number === "" ? showFigure(target.value, lang) : target.number;
  const figure = target.value_max === null || target.value_max === undefined ? printed : `${showFigure(target.value, lang)}—${showFigure(target.value_max, lang)}`;
  const value = withUnit(figure, target.unit);
  const key = `is.${target.comparator ?? "="}` as const;
  return say(panelText[key], lang, { value });
}

/** The name of what is measured, with what limits it. */
export const nameOf = (target: Pick<TargetView, "indicator" | "scope">): string =>
  target.scope !== null && target.scope !== "" && !target.indicator.includes(target.scope) ? `${target.indicator}（${target.scope}）` : target.indicator;

export const dueOf = (target: Pick<TargetView, "period">, lang: Lang): string => showPeriod(target.period, lang);
