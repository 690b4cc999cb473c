import type { Ctx } from "../../../base/db/ctx.ts";
import { selectByCode } from "../indicator/queries.ts";
import { observationsFor, seriesKey, type Wanted } from "../observation/read.ts";
import type { Direction, Frequency, Kind, Standing } from "../schema.ts";
import { judge } from "./status.ts";
import type { JudgedTarget } from "./target.ts";

/** A target and the series it is measured by, or null where none is. */
export interface Question {
  readonly id: string;
  readonly target: JudgedTarget;
  readonly measured_by: Wanted | null;
}

export interface AskedOn {
  readonly as_of: string;
  readonly known_at: Date | undefined;
  readonly plan_period: string | null;
}

/** How many targets stand on a day, by id: one reading of indicators and one of figures, whatever their number. */
export async function judgeAll(ctx: Ctx, questions: readonly Question[], { as_of, known_at, plan_period }: AskedOn): Promise<Map<string, Standing>> {
  const wanted = questions.flatMap(({ measured_by }) => measured_by ?? []);
  const indicators = new Map((await selectByCode(ctx, [...new Set(wanted.map((each) => each.indicator))])).map((row) => [row.code, row]));
  const figures = await observationsFor(ctx, wanted, { asOf: as_of, knownAt: known_at });
  return new Map(
    questions.map(({ id, target, measured_by }) => {
      const row = measured_by === null ? undefined : indicators.get(measured_by.indicator);
      const measured = row && {
        code: row.code, name: { "zh-CN": row.name_zh, en: row.name_en }, direction: row.direction as Direction, kind: row.kind as Kind, frequency: row.frequency as Frequency,
      };
      const observations = measured_by === null ? [] : (figures.get(seriesKey(measured_by)) ?? []);
      return [id, judge(target, observations, { asOf: as_of, planPeriod: plan_period, measured: measured ?? null })];
    }),
  );
}
