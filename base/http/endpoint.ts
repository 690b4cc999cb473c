import type { Static, TSchema } from "typebox";
import { Type } from "typebox";
import type { Ctx } from "../db/ctx.ts";
import { Problem } from "../errors/problem.ts";
import type { Said } from "../text/text.ts";
import { text } from "./text.ts";

/** What an act is given of the request, already validated. */
export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The version the client believes it changes (If-Match without quotes), or null. */
  readonly ifMatch: string | null;
}

/** An answer with a version: sent as ETag. */
export class Versioned<R> {
  readonly body: R;
  readonly version: string;
  constructor(body: R, version: string) {
    this.body = body;
    this.version = version;
  }
}

/**
 * One operation of the HTTP API, declared as data: `export const routes = [endpoint({ ... })]` in a noun's routes.ts.
 * The server runs `act` inside one transaction of the actor; a write also takes Idempotency-Key and writes its audit row.
 */
export interface Endpoint<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Under /api, Fastify style: /facts/observations, /plan/targets/:id */
  readonly url: string;
  readonly summary: Said;
  /** Permission the actor must hold; null: anyone, and the database decides what is seen. */
  readonly permission: string | null;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  /** Status of success, 200 unless told (201 for something created). */
  readonly status?: number;
  act(ctx: Ctx, input: Input<Static<P>, Static<Q>, Static<B>>): Promise<Static<R> | Versioned<Static<R>>>;
}

export type AnyEndpoint = Endpoint<TSchema, TSchema, TSchema, TSchema>;

export const endpoint = <P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  declared: Endpoint<P, Q, B, R>,
): AnyEndpoint => declared as unknown as AnyEndpoint;

/** Long lists page by key: `after` is the `next` of the page before. */
export const pageQuery = {
  after: Type.Optional(Type.String({ description: "key of the last item of the page before" })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
};

export const pageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) });

/** Refuses a change made without, or against another than, the current version. */
export function requireMatch(input: { readonly ifMatch: string | null }, current: string): void {
  if (input.ifMatch === null) {
    throw new Problem(428, "version-needed", text.versionNeeded);
  }
  if (input.ifMatch !== current) {
    throw new Problem(412, "version-changed", text.versionChanged);
  }
}
