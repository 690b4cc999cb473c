import type { FastifyInstance } from "fastify";
import { isAPIError } from "better-auth/api";
import type { Auth } from "../base/auth/auth.ts";
import { record } from "../base/audit/audit.ts";
import type { Actor } from "../base/db/ctx.ts";
import type { Database } from "../base/db/database.ts";
import { transact } from "../base/db/transact.ts";
import { Problem } from "../base/errors/problem.ts";
import { text as httpText } from "../base/http/text.ts";
import { text } from "./text.ts";

export interface PasswordOptions {
  readonly auth: () => Auth;
  readonly database: Database;
  readonly schema: string;
  readonly now: () => Date;
  /** Is the city's own identity provider set up? */
  readonly oidc: boolean;
}

const body = { type: "object", required: ["password"], additionalProperties: false, properties: { password: { type: "string", minLength: 12, maxLength: 128 } } } as const;
const response = { 200: { type: "object", properties: { status: { type: "boolean" } } } } as const;

/** The first password of someone who came by a one-time link. The sign-in library has it for servers only; a later change asks for the current one there. */
export function mountPassword(api: FastifyInstance, options: PasswordOptions): void {
  // The page of sign-in asks which ways there are, before anyone is signed in.
  const ways = { tags: ["registry"], summary: text.waysSummary.en, description: text.waysSummary["zh-CN"], operationId: "getRegistrySignIn", response: { 200: { type: "object", properties: { oidc: { type: "boolean" } } } } };
  api.get("/registry/sign-in", { schema: ways }, () => ({ oidc: options.oidc }));
  const schema = { body, response, tags: ["registry"], summary: text.passwordSummary.en, description: text.passwordSummary["zh-CN"], operationId: "postRegistryPassword", security: [{ session: [] }] };
  api.post<{ Body: { password: string } }>("/registry/password", { schema }, async (request, reply) => {
    const { cookie } = request.headers;
    const session = cookie === undefined ? null : await options.auth().api.getSession({ headers: new Headers({ cookie }) });
    if (cookie === undefined || !session) throw new Problem(401, "sign-in", httpText.signIn);
    await setPassword(options.auth(), request.body.password, cookie);
    const actor: Actor = { ...request.actor, id: session.user.id };
    await transact(options.database.pool.app, options.schema, actor, { now: options.now() }, (ctx) => record(ctx, "auth.set-password", session.user.id));
    return reply.header("Cache-Control", "no-store").send({ status: true });
  });
}

async function setPassword(auth: Auth, newPassword: string, cookie: string): Promise<void> {
  try {
    await auth.api.setPassword({ body: { newPassword }, headers: new Headers({ cookie }) });
  } catch (cause) {
    if (isAPIError(cause) && cause.body?.code === "PASSWORD_ALREADY_SET") throw new Problem(409, "password-set", text.passwordSet, { cause });
    if (isAPIError(cause)) throw new Problem(401, "sign-in", httpText.signIn, { cause });
    throw cause;
  }
}
