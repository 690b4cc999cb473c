import { v7 as uuid } from "uuid";
import { record } from "../../base/audit/audit.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import { notFound, Problem } from "../../base/errors/problem.ts";
import { requireMatch, Versioned } from "../../base/http/endpoint.ts";
import { announce } from "../../base/http/events.ts";
import { selectByCode } from "../facts/indicator/queries.ts";
import { selectBodies, selectDivision } from "../registry/queries.ts";
import type { OutlineNode } from "./compile/schema.ts";
import { chaptersByClause, countChapters, countStanding, dueInYear, dueNext, monthBefore, type Stood, turnedBetween } from "./plan.ts";
import { effective } from "./effective.ts";
import { type Document, getDocument } from "./queries/document.ts";
import { appendDuties, appendMeasures, currentDuties, currentMeasures, type DutyRow, type MeasureRow } from "./queries/duties.ts";
import { lockPlan } from "./queries/lock.ts";
import { appendRelease, findRelease, listReleases } from "./queries/releases.ts";
import type { CockpitView, DutyIn, MeasureIn, PlanView, ReleaseView, Responsible, TargetView, TaskView } from "./schema.ts";
import { type Asked, asked, compute, type Standed, standings, today } from "./standing.ts";
import { text } from "./text.ts";

const isInside = (ctx: Ctx): boolean => ctx.actor.permissions.has("plan.read");

export async function getPlan(ctx: Ctx): Promise<PlanView> {
  const document = await getDocument(ctx);
  const release = await findRelease(ctx);
  return {
    title: document.title,
    division: document.division,
    period: document.period,
    outlook: document.outlook,
    text: document.text,
    version: document.version,
    source: { name: document.source_name, sha256: document.source_sha256, characters: document.text.length },
    adopted_on: document.adopted_on,
    adopted_by: document.adopted_by as PlanView["adopted_by"],
    origin: document.origin as PlanView["origin"],
    note: document.note as PlanView["note"],
    // What the reader of the document doubted is for those who work on it.
    issues: isInside(ctx) ? (document.issues as PlanView["issues"]) : [],
    released_on: release?.released_on ?? null,
    as_of: release?.as_of ?? null,
  };
}

/** Who answers for what, by subject; lead first. */
async function responsibleBySubject(ctx: Ctx, knownAt: Date | undefined): Promise<Map<string, Responsible[]>> {
  const names = new Map((await selectBodies(ctx)).map((body) => [body.code, { "zh-CN": body.name_zh, en: body.name_en }]));
  const by = new Map<string, Responsible[]>();
  for (const duty of await currentDuties(ctx, knownAt)) {
    const one: Responsible = {
      body: duty.bearer,
      name: names.get(duty.bearer) ?? { "zh-CN": duty.bearer, en: duty.bearer },
      role: duty.role as Responsible["role"],
      basis: duty.basis as Responsible["basis"],
      issued_on: duty.issued_on,
    };
    const list = by.get(duty.subject) ?? [];
    by.set(duty.subject, one.role === "lead" ? [one, ...list] : [...list, one]);
  }
  return by;
}

const chapterView = (outline: readonly OutlineNode[]) => {
  const byId = new Map([...chaptersByClause(outline).values()].map((node) => [node.id, { id: node.id, number: node.number, title: node.title }]));
  return (chapter: string | null) => (chapter === null ? null : (byId.get(chapter) ?? null));
};

const measureVersion = (measure: MeasureRow | undefined): string => String(measure?.revision ?? 0);

function targetView(one: Standed, chapter: TargetView["chapter"], responsible: Responsible[]): TargetView {
  const { measure } = one;
  return {
    ...one.reading,
    chapter,
    indicator_code: measure?.indicator ?? null,
    measured_by: { indicator: measure?.indicator ?? null, division: measure?.division ?? null, scope: measure?.scope ?? null, version: measureVersion(measure) },
    responsible_bodies: responsible,
    standing: one.standing,
  };
}

export interface TargetFilter {
  status?: string;
  body?: string;
  chapter?: string;
  year?: string;
  attribute?: string;
}

function passes(view: TargetView, filter: TargetFilter, planPeriod: string | null): boolean {
  return (
    (filter.status === undefined || view.standing?.status === filter.status) &&
    (filter.chapter === undefined || view.chapter?.id === filter.chapter) &&
    (filter.body === undefined || view.responsible_bodies.some((one) => one.body === filter.body)) &&
    (filter.year === undefined || dueInYear(view, filter.year, planPeriod)) &&
    (filter.attribute === undefined || (view.attribute ?? "none") === filter.attribute)
  );
}

async function allTargets(ctx: Ctx, document: Document, on: Asked): Promise<TargetView[]> {
  const responsible = await responsibleBySubject(ctx, on.known_at);
  const chapter = chapterView(document.outline);
  return (await standings(ctx, document, on)).map((one) => targetView(one, chapter(one.chapter), responsible.get(one.reading.id) ?? []));
}

interface Paging {
  after?: string;
  limit?: number;
}

/** One page of what is listed in the order of the text, by key. */
function page<T extends { id: string }>(all: readonly T[], { after, limit = 100 }: Paging): { items: T[]; next: string | null } {
  const from = after === undefined ? 0 : all.findIndex((one) => one.id === after) + 1;
  const items = all.slice(from, from + limit);
  return { items, next: from + limit < all.length ? (items.at(-1)?.id ?? null) : null };
}

export async function findTargets(ctx: Ctx, query: TargetFilter & Paging & { as_of?: string; known_at?: string }) {
  const on = await asked(ctx, query);
  const document = await getDocument(ctx, on.known_at);
  return page((await allTargets(ctx, document, on)).filter((view) => passes(view, query, document.period)), query);
}

export async function getTarget(ctx: Ctx, id: string, query: { as_of?: string; known_at?: string }): Promise<Versioned<TargetView>> {
  const on = await asked(ctx, query);
  const found = (await allTargets(ctx, await getDocument(ctx, on.known_at), on)).find((view) => view.id === id);
  if (found === undefined) throw notFound(text.target, id);
  return new Versioned(found, found.measured_by?.version ?? "0");
}

export async function findTasks(ctx: Ctx, query: { body?: string; chapter?: string; kind?: string; known_at?: string } & Paging) {
  const on = await asked(ctx, query);
  const document = await getDocument(ctx, on.known_at);
  const responsible = await responsibleBySubject(ctx, on.known_at);
  const chapter = chapterView(document.outline);
  const views = (await effective(ctx, document, on.known_at, "task")).tasks.map((one): TaskView => ({ ...one.reading, chapter: chapter(one.chapter), responsible_bodies: responsible.get(one.reading.id) ?? [] }));
  const wanted = views.filter(
    (view) =>
      (query.chapter === undefined || view.chapter?.id === query.chapter) &&
      (query.kind === undefined || view.kind === query.kind) &&
      (query.body === undefined || view.responsible_bodies.some((one) => one.body === query.body)),
  );
  return page(wanted, query);
}

const stood = (all: readonly Standed[]): Stood[] =>
  all.flatMap(({ reading, chapter, standing }) => (standing === null ? [] : [{ target: reading, chapter, status: standing.status, due: standing.due }]));

export async function getCockpit(ctx: Ctx, query: { as_of?: string; known_at?: string }): Promise<CockpitView> {
  const on = await asked(ctx, query);
  const document = await getDocument(ctx, on.known_at);
  const release = await findRelease(ctx);
  const all = await standings(ctx, document, on);
  const now = stood(all);
  // What the public sees is one release; what turned since a month ago is known inside only.
  const as_of = isInside(ctx) ? on.as_of : (release?.as_of ?? on.as_of);
  const since = monthBefore(as_of);
  const before = isInside(ctx) ? stood(await standings(ctx, document, { ...on, as_of: since })) : now;
  const { tasks } = await effective(ctx, document, on.known_at, "task");
  return {
    as_of,
    since,
    released_on: release?.released_on ?? null,
    targets: all.length,
    tasks: tasks.length,
    counts: countStanding(now),
    chapters: countChapters(document.outline, { targets: all, tasks }, now),
    turned: turnedBetween(before, now),
    due_next: dueNext(now, as_of),
    no_data: now.filter((one) => one.status === "no_data").map(({ target }) => ({ target: target.id, indicator: target.indicator, quote: target.quote })),
  };
}

/** Says which indicator measures a target; the earlier answer stays on record. */
export async function assignMeasure(ctx: Ctx, id: string, body: MeasureIn, input: { ifMatch: string | null }): Promise<Versioned<TargetView>> {
  const document = await getDocument(ctx);
  if (!(await effective(ctx, document, undefined, "target")).targets.some((one) => one.reading.id === id)) throw notFound(text.target, id);
  await lockPlan(ctx);
  const current = (await currentMeasures(ctx)).get(id);
  requireMatch(input, measureVersion(current));
  if (body.indicator !== null) {
    if ((await selectByCode(ctx, [body.indicator])).length === 0) throw notFound(text.indicator, body.indicator);
    if (!body.division) throw new Problem(400, "division-needed", text.divisionNeeded);
    if ((await selectDivision(ctx, body.division)) === undefined) throw new Problem(404, "not-found", text.unknownDivision, { values: { code: body.division } });
  }
  const measure = { target: id, revision: (current?.revision ?? 0) + 1, indicator: body.indicator, division: body.indicator === null ? null : (body.division ?? null), scope: body.scope ?? null };
  await appendMeasures(ctx, [measure]);
  await record(ctx, "plan.assign-measure", id, { from: current?.indicator ?? null, to: body.indicator });
  await announce(ctx, "plan");
  return await getTarget(ctx, id, {});
}

/** Drafts a duty, or issues it with its date and document number; what stood before stays on record. */
export async function assignDuty(ctx: Ctx, duty: DutyIn): Promise<Responsible> {
  const document = await getDocument(ctx);
  const { targets, tasks } = await effective(ctx, document);
  const subjects = [...targets, ...tasks];
  if (!subjects.some((one) => one.reading.id === duty.subject)) throw notFound(text.subject, duty.subject);
  const body = (await selectBodies(ctx)).find((one) => one.code === duty.body);
  if (body === undefined) throw notFound(text.body, duty.body);
  await lockPlan(ctx);
  const current: DutyRow | undefined = (await currentDuties(ctx)).find((one) => one.subject === duty.subject && one.bearer === duty.body);
  const issued_on = duty.issued_on ?? null;
  await appendDuties(ctx, [
    { subject: duty.subject, bearer: duty.body, revision: (current?.revision ?? 0) + 1, role: duty.role, basis: duty.basis ?? null, issued_on, document_number: duty.document_number ?? null },
  ]);
  await record(ctx, issued_on === null ? "plan.draft-duty" : "plan.issue-duty", duty.subject, { body: duty.body, role: duty.role, document_number: duty.document_number ?? null });
  await announce(ctx, "plan");
  return { body: duty.body, name: { "zh-CN": body.name_zh, en: body.name_en }, role: duty.role, basis: duty.basis ?? null, issued_on };
}

/** Makes the status of a day public, as it stands now. */
export async function release(ctx: Ctx, input: { as_of: string; note?: string | null }): Promise<ReleaseView> {
  const day = await today(ctx);
  if (input.as_of > day) throw new Problem(422, "future-day", text.futureDay, { values: { day: input.as_of } });
  const document = await getDocument(ctx);
  const { targets } = await effective(ctx, document, undefined, "target");
  const all = await compute(ctx, document, targets, await currentMeasures(ctx), { as_of: input.as_of, known_at: undefined });
  const made: ReleaseView = { id: uuid(), as_of: input.as_of, released_on: day, note: input.note ?? null, targets: all.size };
  await appendRelease(ctx, made, all);
  await record(ctx, "plan.release", made.id, { as_of: made.as_of, targets: made.targets }, "public");
  await announce(ctx, "plan");
  return made;
}

export async function findReleases(ctx: Ctx, { after, limit = 100 }: Paging): Promise<{ items: ReleaseView[]; next: string | null }> {
  const items = await listReleases(ctx, after, limit + 1);
  return { items: items.slice(0, limit), next: items.length > limit ? (items[limit - 1]?.id ?? null) : null };
}
