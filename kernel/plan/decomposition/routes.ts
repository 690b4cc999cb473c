import { Type } from "typebox";
import { type AnyEndpoint, endpoint, pageOf, pageQuery } from "../../../base/http/endpoint.ts";
import { advance, decide, draw, getDecomposition, listOpinions, listReturns, listStages, makeFile, receive } from "./acts.ts";
import { AdvancedView, AdvanceIn, DecisionIn, DecompositionView, DrawIn, FileQuery, FileView, OpinionView, ReceivedView, ReturnsIn, ReturnsView, StagesView, StageView } from "./schema.ts";
import { summaries } from "./text.ts";

const ofVersion = Type.Object({ version: FileQuery.version });
const permission = "plan.assign";

/** Reading what is issued needs no permission: the database shows the public what is public. */
export const decompositionRoutes: AnyEndpoint[] = [
  endpoint({ method: "GET", url: "/plan/decomposition/stages", summary: summaries.list, permission: null, response: StagesView, act: (ctx) => listStages(ctx) }),
  endpoint({
    method: "GET", url: "/plan/decomposition", summary: summaries.table, permission: null, query: ofVersion, response: DecompositionView,
    act: (ctx, { query }) => getDecomposition(ctx, query.version),
  }),
  endpoint({ method: "POST", url: "/plan/decomposition", summary: summaries.draw, permission, body: DrawIn, response: StageView, status: 201, act: (ctx, { body }) => draw(ctx, body.note ?? null) }),
  endpoint({ method: "GET", url: "/plan/decomposition/file", summary: summaries.file, permission: null, query: Type.Object(FileQuery), response: FileView, act: (ctx, { query }) => makeFile(ctx, query) }),
  endpoint({
    method: "GET", url: "/plan/decomposition/returns", summary: summaries.returns, permission, query: ofVersion, response: ReturnsView,
    act: (ctx, { query }) => listReturns(ctx, query.version),
  }),
  endpoint({ method: "POST", url: "/plan/decomposition/returns", summary: summaries.receive, permission, body: ReturnsIn, response: ReceivedView, status: 201, act: (ctx, { body }) => receive(ctx, body.files) }),
  endpoint({
    method: "GET", url: "/plan/decomposition/opinions", summary: summaries.opinions, permission, query: Type.Object({ ...pageQuery, version: FileQuery.version }), response: pageOf(OpinionView),
    act: (ctx, { query }) => listOpinions(ctx, query),
  }),
  endpoint({
    method: "PUT", url: "/plan/decomposition/opinions/:id", summary: summaries.decide, permission, params: Type.Object({ id: Type.String({ format: "uuid" }) }), body: DecisionIn, response: OpinionView,
    act: (ctx, input) => decide(ctx, input.params.id, input.body, input),
  }),
  endpoint({ method: "POST", url: "/plan/decomposition/stages", summary: summaries.advance, permission, body: AdvanceIn, response: AdvancedView, status: 201, act: (ctx, { body }) => advance(ctx, body) }),
];
