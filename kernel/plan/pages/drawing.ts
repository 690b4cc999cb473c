import { onPeriods, type Drawing } from "../../../base/ui/chart-drawing.ts";
import { toNumber } from "../../../base/ui/figures.ts";
import { kindOf, mainKind } from "../../facts/pages/series.ts";
import type { Standing } from "../../facts/schema.ts";
import type { TargetView } from "../schema.ts";

interface Names {
  readonly measured: string;
  readonly required: string;
  readonly goal: string;
}

/**
 * What the chart of a target shows: values of one kind of period (a quarter's sum does not stand on a line of years)
 * and the required path, which is in the target's unit and is left out where the values are in another.
 */
export function drawStanding(target: TargetView, standing: Standing, names: Names): Drawing | null {
  const kind = standing.path[0] ? kindOf(standing.path[0].period) : mainKind(standing.observations);
  const shown = standing.observations.filter((each) => kindOf(each.period) === kind);
  const unit = shown[0]?.unit ?? target.unit;
  const same = shown.every((each) => each.unit === unit);
  const inTarget = unit === target.unit;
  const { periods, values } = onPeriods([
    same ? shown.map((each) => ({ period: each.period, value: toNumber(each.value) })) : [],
    inTarget ? standing.path : [],
  ]);
  if (periods.length < 2) return null;
  const [measured = [], required = []] = values;
  const comparable = inTarget && target.value !== null && (target.measure === "level" || target.measure === "flow") && !target.cumulative;
  return {
    periods,
    unit,
    lines: [
      { name: names.measured, values: measured, look: "measured" },
      ...(required.some((each) => each !== null) ? [{ name: names.required, values: required, look: "required" as const }] : []),
    ],
    goal: comparable && target.value !== null ? { name: names.goal, value: target.value } : undefined,
  };
}
