import { Type } from "typebox";
import { type AnyEndpoint, endpoint, pageQuery } from "../../../base/http/endpoint.ts";
import { OneOf } from "../../../base/shapes/shapes.ts";
import { joinTable, previewTable, withdrawTable } from "../pasting.ts";
import { decide, findReview, withdraw } from "../reviewing.ts";
import { CorrectionIn, ReviewItem, ReviewPage, TableIn, TableRead, Withdrawn } from "../review/schema.ts";
import { summaries } from "../text.ts";

const ReviewAsked = Type.Object({
  ...pageQuery,
  state: Type.Optional(OneOf("open", "done")),
  kind: Type.Optional(OneOf("target", "task", "issue")),
  chapter: Type.Optional(Type.String({ description: "id of a chapter of the outline" })),
  subject: Type.Optional(Type.String({ description: "this target or task alone, doubtful or not" })),
});

export const reviewRoutes: AnyEndpoint[] = [
  endpoint({
    method: "GET", url: "/plan/review", summary: summaries.review, permission: "plan.review", query: ReviewAsked, response: ReviewPage,
    act: (ctx, { query }) => findReview(ctx, query),
  }),
  endpoint({
    method: "POST", url: "/plan/corrections", summary: summaries.correction, permission: "plan.review", body: CorrectionIn, response: ReviewItem, status: 201,
    act: (ctx, input) => decide(ctx, input.body, input),
  }),
  endpoint({
    method: "POST", url: "/plan/corrections/:thread/withdraw", summary: summaries.withdraw, permission: "plan.review", params: Type.Object({ thread: Type.String() }), response: Withdrawn,
    act: (ctx, input) => withdraw(ctx, input.params.thread, input),
  }),
  endpoint({
    method: "POST", url: "/plan/tables/preview", summary: summaries.tablePreview, permission: "plan.review", body: TableIn, response: TableRead,
    act: (ctx, { body }) => previewTable(ctx, body),
  }),
  endpoint({
    method: "POST", url: "/plan/tables", summary: summaries.table, permission: "plan.review", body: TableIn, response: TableRead, status: 201,
    act: (ctx, { body }) => joinTable(ctx, body),
  }),
  endpoint({
    method: "POST", url: "/plan/tables/:id/withdraw", summary: summaries.tableWithdraw, permission: "plan.review", params: Type.Object({ id: Type.String() }), response: Type.Object({ version: Type.Integer() }),
    act: (ctx, input) => withdrawTable(ctx, input.params.id, input),
  }),
];
