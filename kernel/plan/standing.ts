import type { Ctx } from "../../base/db/ctx.ts";
import { Problem } from "../../base/errors/problem.ts";
import type { Standing } from "../facts/schema.ts";
import { judgeAll } from "../facts/status/acts.ts";
import { selectCity } from "../registry/queries.ts";
import { dayIn } from "../registry/registry.ts";
import type { Target } from "./compile/schema.ts";
import { effective } from "./effective.ts";
import type { Document, Reading } from "./queries/document.ts";
import { currentMeasures, type MeasureRow } from "./queries/duties.ts";
import { findRelease, releasedStandings } from "./queries/releases.ts";
import type { EffectiveTarget } from "./review/corrections.ts";
import { text } from "./text.ts";

/** The day and the knowledge a question is asked of. */
export interface Asked {
  readonly as_of: string;
  readonly known_at: Date | undefined;
}

/** Reads as_of (today in the city when it is left out) and known_at of a request; a day stands for its end. */
export async function asked(ctx: Ctx, query: { as_of?: string; known_at?: string }): Promise<Asked> {
  return { as_of: query.as_of ?? (await today(ctx)), known_at: query.known_at === undefined ? undefined : moment(query.known_at) };
}

export const today = async (ctx: Ctx): Promise<string> => dayIn((await selectCity(ctx))?.time_zone ?? "Asia/Shanghai", ctx.now);

function moment(value: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const read = new Date(isDay ? `${value}T23:59:59.999+08:00` : value);
  if (Number.isNaN(read.getTime())) throw new Problem(400, "known-at", text.wrongMoment, { values: { value } });
  return read;
}

/** A target with its measure and how it stands; `standing` is null for a reader of what is public while nothing is released. */
export interface Standed extends Reading<EffectiveTarget> {
  readonly measure: MeasureRow | undefined;
  readonly standing: Standing | null;
}

/** How every target of a document stands: computed for those who may see inside, else as last released. */
export async function standings(ctx: Ctx, document: Document, on: Asked): Promise<Standed[]> {
  const [targets, measures] = [(await effective(ctx, document, on.known_at, "target")).targets, await currentMeasures(ctx, on.known_at)];
  const found = ctx.actor.permissions.has("plan.read") ? await compute(ctx, document, targets, measures, on) : await released(ctx);
  return targets.map((target) => ({ ...target, measure: measures.get(target.reading.id), standing: found.get(target.reading.id) ?? null }));
}

/** What is computed now, not yet released. */
export async function compute(
  ctx: Ctx,
  document: Document,
  targets: ReadonlyArray<Reading<Target>>,
  measures: ReadonlyMap<string, MeasureRow>,
  on: Asked,
): Promise<Map<string, Standing>> {
  const questions = targets.map(({ reading }) => {
    const measure = measures.get(reading.id);
    const by = measure?.indicator && measure.division ? { indicator: measure.indicator, division: measure.division, scope: measure.scope } : null;
    return { id: reading.id, target: reading, measured_by: by };
  });
  return await judgeAll(ctx, questions, { as_of: on.as_of, known_at: on.known_at, plan_period: document.period });
}

async function released(ctx: Ctx): Promise<Map<string, Standing>> {
  const release = await findRelease(ctx);
  if (release === undefined) return new Map();
  const standings = await releasedStandings(ctx, release.id);
  return new Map([...standings].map(([target, standing]) => [target, { ...standing, released_on: release.released_on }]));
}
