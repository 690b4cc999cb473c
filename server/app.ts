import { existsSync } from "node:fs";
import path from "node:path";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import swagger from "@fastify/swagger";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { Problem } from "../base/errors/problem.ts";
import type { Changes } from "../base/http/events.ts";
import { mount } from "../base/http/mount.ts";
import { sendProblem } from "../base/http/problems.ts";
import { text as httpText } from "../base/http/text.ts";
import { routes as factsRoutes } from "../kernel/facts/routes.ts";
import { routes as mapRoutes } from "../kernel/map/routes.ts";
import { routes as planRoutes } from "../kernel/plan/routes.ts";
import { routes as registryRoutes } from "../kernel/registry/routes.ts";
import type { Actor } from "../base/db/ctx.ts";
import { actorFor, type Reception } from "./actors.ts";
import { mountPassword } from "./password.ts";

declare module "fastify" {
  interface FastifyRequest {
    asking: Promise<Actor> | null;
  }
}

export interface AppOptions extends Reception {
  readonly changes: Changes;
  readonly origin: () => string;
  /** Built pages, or undefined for an API without them. */
  readonly pages: string | undefined;
  readonly logLevel: string;
  readonly oidc: boolean;
  readonly now?: () => Date;
}

/** Requests a minute; a script with a token loads figures in bulk, a reader does not. */
const rates = { public: 600, signedIn: 2_400, token: 120_000 };

/** The HTTP server of one city: the API under /api, the pages elsewhere. */
export async function openApp(options: AppOptions): Promise<FastifyInstance> {
  const now = options.now ?? (() => new Date());
  const app = Fastify({ logger: { level: options.logLevel }, bodyLimit: 16 * 2 ** 20, onProtoPoisoning: "ignore", onConstructorPoisoning: "ignore", trustProxy: false, forceCloseConnections: true, requestIdHeader: false });
  validateByPart(app);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", "data:", "blob:"], fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"], workerSrc: ["'self'", "blob:"], objectSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"], baseUri: ["'self'"], upgradeInsecureRequests: null,
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: options.origin().startsWith("https:"),
  });
  await app.register(compress, { global: true, threshold: 2048, encodings: ["br", "gzip"], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, customTypes: /^(application\/(problem\+)?json|text\/(html|css|plain|javascript)|application\/javascript|image\/svg)/ });
  app.decorateRequest("actor", null as never);
  app.decorateRequest("asking", null);
  // Who asks is looked up while the body still comes in.
  app.addHook("onRequest", (request, _reply, done) => {
    if (request.url.startsWith("/api/") && !request.url.startsWith("/api/auth/")) {
      request.asking = actorFor(options, request.headers, now());
      request.asking.catch(() => {}); // told below, to whoever asks
    }
    done();
  });
  app.addHook("preValidation", async (request) => {
    if (request.asking !== null) request.actor = await request.asking;
  });
  app.addHook("onRequest", async (request) => refuseOtherOrigin(request, options.origin()));
  await app.register(rateLimit, {
    hook: "preValidation",
    timeWindow: 60_000,
    max: (request) => (request.actor === null || request.actor?.role === "public" ? rates.public : request.actor?.id.startsWith("token ") ? rates.token : rates.signedIn),
    keyGenerator: (request) => (request.actor === null || request.actor?.role === "public" ? request.ip : (request.actor?.id ?? request.ip)),
    errorResponseBuilder: (_request, context) => new Problem(429, "too-many", httpText.tooMany, { values: { after: context.after } }),
  });
  await app.register(swagger, { openapi: { openapi: "3.1.0", info: { title: "Gangju", description: "纲举：规划、事实与登记的接口", version: "0.1.0" }, components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" }, session: { type: "apiKey", in: "cookie", name: "gangju.session_token" } } } } });
  await app.register(async (api) => {
    mount(api, [...registryRoutes, ...mapRoutes, ...factsRoutes, ...planRoutes], { pool: options.database.pool.app, schema: options.schema, now });
    mountPassword(api, { ...options, now });
    api.get("/openapi.json", { schema: { hide: true } }, (_request, reply) => reply.header("Cache-Control", "no-cache").type("application/json; charset=utf-8").send(JSON.stringify(app.swagger())));
    api.get("/events", { schema: { hide: true } }, (request, reply) => sendChanges(options.changes, request, reply));
    api.route({ method: ["GET", "POST"], url: "/auth/*", schema: { hide: true }, handler: (request, reply) => signIn(options, request, reply) });
  }, { prefix: "/api" });
  health(app, options);
  await pages(app, options.pages);
  return app;
}

/** Strict for bodies; query, path and headers arrive as text and are read as what they should be. */
function validateByPart(app: FastifyInstance): void {
  const strict = new Ajv({ strict: false, allErrors: true, coerceTypes: false, useDefaults: true });
  const coercing = new Ajv({ strict: false, allErrors: true, coerceTypes: "array", useDefaults: true });
  for (const ajv of [strict, coercing]) formats.default(ajv);
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === "body" ? strict : coercing).compile(schema as object));
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
}

/** A write made with a cookie must come from our own pages. */
function refuseOtherOrigin(request: FastifyRequest, own: string): void {
  const { origin, cookie } = request.headers;
  if (request.method === "GET" || request.method === "HEAD" || cookie === undefined || origin === undefined) return;
  // Browsers say "null" for pages without an origin of their own.
  if (origin !== own && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host)) throw new Problem(403, "other-origin", httpText.otherOrigin, { values: { origin } });
}

function sendChanges(changes: Changes, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", Connection: "keep-alive", "X-Accel-Buffering": "no" });
  raw.write("retry: 2000\n\n");
  const tell = (topic: string): boolean => raw.write(`event: change\ndata: ${JSON.stringify({ topic })}\n\n`);
  const leave = changes.subscribe(tell);
  // A page listens only some time after it asked: what changed meanwhile is told at once.
  const { age } = request.query as { readonly age?: string };
  for (const topic of changes.within(Number(age ?? 0))) tell(topic);
  const beat = setInterval(() => raw.write(": still here\n\n"), 25_000);
  request.raw.on("close", () => {
    leave();
    clearInterval(beat);
  });
}

/** Hands a request to the sign-in library and its answer back. */
async function signIn(options: AppOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, [value].flat().join(", "));
  // Kept apart from what a client may claim: the limits of sign-in count by this address.
  headers.set("x-forwarded-for", request.ip);
  const asked = new Request(new URL(request.url, options.origin()), {
    method: request.method,
    headers,
    ...(request.method !== "GET" && { body: JSON.stringify(request.body ?? {}) }),
  });
  const answer = await options.auth().handler(asked);
  void reply.code(answer.status);
  for (const [name, value] of answer.headers) if (name !== "set-cookie") void reply.header(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) void reply.header("set-cookie", cookies);
  return reply.send(answer.body === null ? "" : await answer.text());
}

function health(app: FastifyInstance, options: AppOptions): void {
  app.get("/healthz", { schema: { hide: true }, config: { rateLimit: false } }, async () => ({ status: "ok" }));
  app.get("/readyz", { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await options.database.pool.app.query("SELECT 1");
      return { status: "ready" };
    } catch {
      return reply.code(503).send({ status: "database unavailable" });
    }
  });
}

async function pages(app: FastifyInstance, directory: string | undefined): Promise<void> {
  if (directory !== undefined && existsSync(path.join(directory, "index.html"))) {
    await app.register(fastifyStatic, {
      root: directory,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, file) => reply.header("Cache-Control", /[/\\]assets[/\\]/.test(file) ? "public, max-age=31536000, immutable" : "no-cache"),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = (request.method === "GET" || request.method === "HEAD") && directory !== undefined && !request.url.startsWith("/api/") && !/\.\w{1,8}$/.test(request.url.split("?")[0] ?? "");
    if (isPage) return reply.header("Cache-Control", "no-cache").sendFile("index.html");
    return sendProblem(new Problem(404, "not-found", httpText.noRoute, { values: { url: request.url } }), request, reply);
  });
}
