import { Type } from "typebox";
import { type AnyEndpoint, endpoint, pageOf, pageQuery } from "../../base/http/endpoint.ts";
import { BodyCode } from "../registry/schema.ts";
import { assignDuty, assignMeasure, findReleases, findTargets, findTasks, getCockpit, getPlan, getTarget, release } from "./acts.ts";
import { Comparison } from "./compare/schema.ts";
import { TaskKind } from "./compile/schema.ts";
import { decompositionRoutes } from "./decomposition/routes.ts";
import { getDocument, listVersions } from "./queries/document.ts";
import { reviewRoutes } from "./routes/review.ts";
import { CockpitView, CompareIn, DayQuery, DutyIn, MeasureIn, OutlineView, PlanView, ReleaseIn, ReleaseView, Responsible, TargetsQuery, TargetView, TaskView, VersionView } from "./schema.ts";
import { summaries } from "./text.ts";
import { compareFile, compareVersions } from "./versions.ts";

const byId = Type.Object({ id: Type.String() });

export const routes: AnyEndpoint[] = [
  endpoint({ method: "GET", url: "/plan", summary: summaries.plan, permission: null, response: PlanView, act: (ctx) => getPlan(ctx) }),
  endpoint({
    method: "GET", url: "/plan/versions", summary: summaries.versions, permission: null, response: Type.Object({ items: Type.Array(VersionView) }),
    act: async (ctx) => ({ items: await listVersions(ctx) }),
  }),
  endpoint({
    method: "GET", url: "/plan/comparison", summary: summaries.compare, permission: null,
    query: Type.Object({ before: Type.Integer({ minimum: 1 }), after: Type.Integer({ minimum: 1 }) }), response: Comparison,
    act: (ctx, { query }) => compareVersions(ctx, query),
  }),
  endpoint({
    method: "POST", url: "/plan/comparison", summary: summaries.compareFile, permission: "plan.read", body: CompareIn, response: Comparison,
    act: (ctx, { body }) => compareFile(ctx, body),
  }),
  endpoint({
    method: "GET", url: "/plan/outline", summary: summaries.outline, permission: null, response: OutlineView,
    act: async (ctx) => ({ items: (await getDocument(ctx)).outline }),
  }),
  endpoint({
    method: "GET", url: "/plan/targets", summary: summaries.targets, permission: null, query: Type.Object({ ...pageQuery, ...TargetsQuery }), response: pageOf(TargetView),
    act: (ctx, { query }) => findTargets(ctx, query),
  }),
  endpoint({
    method: "GET", url: "/plan/targets/:id", summary: summaries.target, permission: null, params: byId, query: Type.Object(DayQuery), response: TargetView,
    act: (ctx, { params, query }) => getTarget(ctx, params.id, query),
  }),
  endpoint({
    method: "PUT", url: "/plan/targets/:id/measure", summary: summaries.measure, permission: "plan.assign", params: byId, body: MeasureIn, response: TargetView,
    act: (ctx, input) => assignMeasure(ctx, input.params.id, input.body, input),
  }),
  endpoint({
    method: "GET", url: "/plan/tasks", summary: summaries.tasks, permission: null,
    query: Type.Object({ ...pageQuery, body: Type.Optional(BodyCode), chapter: Type.Optional(Type.String()), kind: Type.Optional(TaskKind), known_at: DayQuery.known_at }),
    response: pageOf(TaskView),
    act: (ctx, { query }) => findTasks(ctx, query),
  }),
  endpoint({
    method: "GET", url: "/plan/cockpit", summary: summaries.cockpit, permission: null, query: Type.Object(DayQuery), response: CockpitView,
    act: (ctx, { query }) => getCockpit(ctx, query),
  }),
  endpoint({
    method: "POST", url: "/plan/duties", summary: summaries.duty, permission: "plan.assign", body: DutyIn, response: Responsible, status: 201,
    act: (ctx, { body }) => assignDuty(ctx, body),
  }),
  endpoint({
    method: "GET", url: "/plan/releases", summary: summaries.releases, permission: null, query: Type.Object(pageQuery), response: pageOf(ReleaseView),
    act: (ctx, { query }) => findReleases(ctx, query),
  }),
  endpoint({
    method: "POST", url: "/plan/releases", summary: summaries.release, permission: "plan.release", body: ReleaseIn, response: ReleaseView, status: 201,
    act: (ctx, { body }) => release(ctx, body),
  }),
  ...reviewRoutes,
  ...decompositionRoutes,
];
