import { Type } from "typebox";
import { type AnyEndpoint, endpoint, pageOf, pageQuery } from "../../base/http/endpoint.ts";
import { findIndicators, getIndicator } from "./catalogue.ts";
import { findObservations } from "./observation/read.ts";
import { bodyPlaces, recordObservations } from "./observation/record.ts";
import { releaseObservations } from "./observation/release.ts";
import { Indicator, ListQuery, Observation, ObservationsIn, ReleaseIn } from "./schema.ts";
import { text } from "./text.ts";

const division = Type.Optional(Type.String({ description: "of which the latest figure is shown; the city where left out" }));

export const routes: AnyEndpoint[] = [
  endpoint({
    method: "GET", url: "/facts/indicators", summary: text.indicators, permission: null,
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })), division, ...pageQuery }), response: pageOf(Indicator),
    act: (ctx, { query }) => findIndicators(ctx, query),
  }),
  endpoint({
    method: "GET", url: "/facts/indicators/:code", summary: text.oneIndicator, permission: null,
    params: Type.Object({ code: Type.String() }), query: Type.Object({ division }), response: Indicator,
    act: (ctx, { params, query }) => getIndicator(ctx, params.code, query.division),
  }),
  endpoint({
    method: "GET", url: "/facts/observations", summary: text.observations, permission: null,
    query: Type.Object({ ...ListQuery, ...pageQuery }), response: pageOf(Observation),
    act: (ctx, { query }) => findObservations(ctx, query),
  }),
  endpoint({
    method: "POST", url: "/facts/observations", summary: text.recordThem, permission: "facts.record", status: 201,
    body: ObservationsIn, response: Type.Object({ items: Type.Array(Type.Object({ id: Type.String() })) }),
    act: async (ctx, { body }) => {
      const items = "items" in body ? body.items : [body];
      const ids = await recordObservations(ctx, items, { at: bodyPlaces(!("items" in body)) });
      return { items: ids.map((id) => ({ id })) };
    },
  }),
  endpoint({
    method: "POST", url: "/facts/releases", summary: text.releaseThem, permission: "facts.release", status: 201,
    body: ReleaseIn, response: Type.Object({ released_on: Type.String(), count: Type.Integer() }),
    act: (ctx, { body }) => releaseObservations(ctx, body.observations, body.note ?? null),
  }),
];
