import { Type } from "typebox";
import { type AnyEndpoint, endpoint } from "../../base/http/endpoint.ts";
import { findCounty, getShapes } from "./acts.ts";
import { FoundDivision, PointQuery, Shapes } from "./schema.ts";
import { text } from "./text.ts";

export const routes: AnyEndpoint[] = [
  endpoint({
    method: "GET", url: "/map/shapes", summary: text.shapes, permission: null, response: Shapes,
    query: Type.Object({ known_at: Type.Optional(Type.String({ format: "date-time", description: "as known at this moment" })) }),
    act: (ctx, { query }) => getShapes(ctx, query.known_at === undefined ? undefined : new Date(query.known_at)),
  }),
  endpoint({
    method: "GET", url: "/map/county", summary: text.at, permission: null, query: PointQuery, response: FoundDivision,
    act: (ctx, { query }) => findCounty(ctx, query.longitude, query.latitude),
  }),
];
