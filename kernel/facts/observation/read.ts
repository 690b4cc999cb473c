import type { Ctx } from "../../../base/db/ctx.ts";
import { Problem } from "../../../base/errors/problem.ts";
import type { Observation } from "../schema.ts";
import { text } from "../text.ts";
import { isDay, readPeriod } from "./period.ts";
import { type Key, selectObservations } from "./queries/list.ts";
import { type Series, selectSeries } from "./queries/series.ts";
import { showObservation } from "./queries/source.ts";

export interface ObservationsAsked {
  readonly indicator?: string | undefined;
  readonly division?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly known_at?: string | undefined;
  readonly history?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

const encode = ({ indicator, division, scope, period, revision }: Key): string =>
  Buffer.from(JSON.stringify([indicator, division, scope, period, revision])).toString("base64url");

function decode(after: string): Key {
  const wrong = () => new Problem(400, "page-key", text.after, { values: { after } });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
  } catch {
    throw wrong();
  }
  const [indicator, division, scope, period, revision] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const texts = [indicator, division, scope, period];
  if (!texts.every((part) => typeof part === "string" && !part.includes("\0")) || !Number.isInteger(revision) || Math.abs(revision as number) > 2 ** 31 - 1) throw wrong();
  return { indicator, division, scope, period, revision } as Key;
}

/** A day, or the first or last day of a period. */
function dayFrom(given: string | undefined, edge: "start" | "end"): string | undefined {
  if (given === undefined || given === "") return undefined;
  if (isDay(given)) return given;
  const period = readPeriod(given);
  if (period === undefined) throw new Problem(400, "day", text.day, { values: { day: given } });
  return period[edge];
}

/** The moment up to which something was known: a day counts to its end, in China. */
export function momentOf(given: string | undefined): Date | undefined {
  if (given === undefined || given === "") return undefined;
  const moment = isDay(given) ? new Date(`${given}T23:59:59.999+08:00`) : new Date(/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(given) ? given : "");
  if (Number.isNaN(moment.getTime())) throw new Problem(400, "day", text.day, { values: { day: given } });
  return moment;
}

/** A filter that names nothing filters nothing; a NUL would be refused by the database. */
const filter = (given: string | undefined): string | undefined => (given === undefined || given.trim() === "" ? undefined : given.trim().replaceAll("\0", ""));

export async function findObservations(ctx: Ctx, asked: ObservationsAsked): Promise<{ items: Observation[]; next: string | null }> {
  const limit = asked.limit ?? 100;
  const rows = await selectObservations(ctx, {
    indicator: filter(asked.indicator),
    division: filter(asked.division),
    from: dayFrom(asked.from, "start"),
    to: dayFrom(asked.to, "end"),
    knownAt: momentOf(asked.known_at),
    history: asked.history,
    after: asked.after === undefined ? undefined : decode(asked.after),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map((row) => showObservation(ctx, row)), next: rows.length > limit && last !== undefined ? encode(last) : null };
}

export const seriesKey = ({ indicator, division, scope }: { indicator: string; division: string; scope: string | null }): string =>
  `${indicator}\u0000${division}\u0000${scope ?? ""}`;

export interface Wanted {
  readonly indicator: string;
  readonly division: string;
  readonly scope: string | null;
}

/**
 * The figures of many series in one reading, by seriesKey: what a plan judges its targets by. As of a day, periods that
 * begin later are left out; what else may be used as of that day is for the judging to say.
 */
export async function observationsFor(
  ctx: Ctx,
  wanted: readonly Wanted[],
  { asOf, knownAt }: { readonly asOf?: string | undefined; readonly knownAt?: Date | undefined } = {},
): Promise<ReadonlyMap<string, readonly Observation[]>> {
  const distinct = new Map(wanted.map((each): [string, Series] => [seriesKey(each), { ...each, scope: each.scope ?? "" }]));
  const found = new Map<string, Observation[]>([...distinct.keys()].map((key) => [key, []]));
  for (const row of await selectSeries(ctx, [...distinct.values()], knownAt)) {
    if (asOf === undefined || row.period_start <= asOf) found.get(seriesKey(row))?.push(showObservation(ctx, row));
  }
  return found;
}
