import { type AnyEndpoint, endpoint } from "../../base/http/endpoint.ts";
import { findCounty, getShapes } from "./acts.ts";
import { FoundDivision, PointQuery, Shapes } from "./schema.ts";
import { text } from "./text.ts";

export const routes: AnyEndpoint[] = [
  endpoint({
    method: "GET", url: "/map/shapes", summary: text.shapes, permission: null, response: Shapes,
    act: (ctx) => getShapes(ctx),
  }),
  endpoint({
    method: "GET", url: "/map/county", summary: text.at, permission: null, query: PointQuery, response: FoundDivision,
    act: (ctx, { query }) => findCounty(ctx, query.longitude, query.latitude),
  }),
];
