import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import type { TSchema } from "typebox";
import type { Actor, Ctx } from "../db/ctx.ts";
import { transact } from "../db/transact.ts";
import { Problem } from "../errors/problem.ts";
import { chooseLanguage } from "../text/text.ts";
import { type AnyEndpoint, type Input, Versioned } from "./endpoint.ts";
import { type Answer, findAnswer, keepAnswer, requestHash } from "./idempotency.ts";
import { text } from "./text.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
  }
}

/** Where the acts of one city run. */
export interface Ground {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly now: () => Date;
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key !== "string" || key.length < 1 || key.length > 255) throw new Problem(400, "idempotency-key", text.keyWrong);
  return key;
}

function requirePermission(actor: Actor, permission: string | null): void {
  if (permission === null || actor.permissions.has(permission)) return;
  if (actor.role === "public") throw new Problem(401, "sign-in", text.signIn);
  throw new Problem(403, "forbidden", text.forbidden, { values: { permission } });
}

async function answerOf(declared: AnyEndpoint, ctx: Ctx, input: Input<unknown, unknown, unknown>): Promise<Answer> {
  const result = await declared.act(ctx, input as never);
  const versioned = result instanceof Versioned;
  return { status: declared.status ?? 200, body: versioned ? result.body : result, etag: versioned ? result.version : null };
}

async function serve(declared: AnyEndpoint, ground: Ground, request: FastifyRequest): Promise<Answer> {
  const input: Input<unknown, unknown, unknown> = {
    params: request.params,
    query: request.query,
    body: request.body,
    ifMatch: request.headers["if-match"]?.replace(/^W\//, "").replace(/^"|"$/g, "") ?? null,
  };
  const lang = chooseLanguage(request.headers["accept-language"]);
  const readOnly = declared.method === "GET";
  const key = readOnly ? undefined : idempotencyKey(request);
  const hash = key === undefined ? "" : requestHash(request.method, request.url, request.body);
  const within = <T>(act: (ctx: Ctx) => Promise<T>): Promise<T> => transact(ground.pool, ground.schema, request.actor, { now: ground.now(), lang, readOnly }, act);
  if (key === undefined) return await within((ctx) => answerOf(declared, ctx, input));
  const once = within(async (ctx) => {
    const before = await findAnswer(ctx, key, hash);
    if (before !== undefined) return before;
    const answer = await answerOf(declared, ctx, input);
    await keepAnswer(ctx, key, hash, answer);
    return answer;
  });
  return await once.catch(async (error: unknown) => {
    // Two requests with one key at one moment: one of them fails, on the key or on what the other has just done, and gets the other's answer.
    const done = await within((ctx) => findAnswer(ctx, key, hash));
    if (done === undefined) throw error;
    return done;
  });
}

function schemaOf(declared: AnyEndpoint) {
  const [tag] = declared.url.split("/").filter(Boolean);
  const problem = { description: "Problem details (RFC 9457)", content: { "application/problem+json": { schema: { type: "object" } } } };
  return {
    ...(declared.params && { params: declared.params }),
    ...(declared.query && { querystring: declared.query }),
    ...(declared.body && { body: declared.body }),
    response: { [declared.status ?? 200]: declared.response as TSchema, default: problem },
    tags: [tag ?? ""],
    summary: declared.summary.en,
    description: declared.summary["zh-CN"],
    operationId: `${declared.method.toLowerCase()}${declared.url.replace(/[/:]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    ...(declared.permission !== null && { security: [{ bearer: [] }, { session: [] }] }),
    ...(declared.method !== "GET" && { headers: { type: "object", properties: { "idempotency-key": { type: "string" }, "if-match": { type: "string" } } } }),
  };
}

/** Puts the declared endpoints on the server; `request.actor` must have been set by a hook before. */
export function mount(app: FastifyInstance, endpoints: readonly AnyEndpoint[], ground: Ground): void {
  for (const declared of endpoints) {
    app.route({
      method: declared.method,
      url: declared.url,
      schema: schemaOf(declared),
      // Who may not act at all is told so before what they sent is looked at.
      preValidation: async (request: FastifyRequest) => requirePermission(request.actor, declared.permission),
      // Answers to writes are short or lists of ids, which compress to nothing: not worth the wait.
      ...(declared.method !== "GET" && { compress: false as const }),
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const answer = await serve(declared, ground, request);
        if (answer.etag !== null) void reply.header("ETag", `"${answer.etag}"`);
        return reply.code(answer.status).header("Cache-Control", "no-store").type("application/json; charset=utf-8").send(JSON.stringify(answer.body));
      },
    });
  }
}
