import type { IncomingHttpHeaders } from "node:http";
import { type Actor, dataClasses } from "../base/db/ctx.ts";
import { publicActor, systemActor } from "../base/db/actors.ts";
import type { Database } from "../base/db/database.ts";
import { transact } from "../base/db/transact.ts";
import type { Auth } from "../base/auth/auth.ts";
import { findBearer } from "../base/auth/tokens.ts";
import { Problem } from "../base/errors/problem.ts";
import { text as httpText } from "../base/http/text.ts";
import { selectMember } from "../kernel/registry/queries.ts";
import { actorOf } from "../kernel/registry/roles.ts";

/** A reader of the city's requests: who is asking? */
export interface Reception {
  readonly database: Database;
  readonly schema: string;
  readonly area: string;
  readonly auth: () => Auth;
}

/** The token's holder, else the session's user, else the public. A token that is not valid is refused, never taken for the public. */
export async function actorFor(reception: Reception, headers: IncomingHttpHeaders, now: Date): Promise<Actor> {
  const { authorization, cookie } = headers;
  if (authorization !== undefined) {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
    const bearer = await findBearer(reception.database.pool.auth, reception.schema, token, now);
    if (bearer === undefined) throw new Problem(401, "sign-in", httpText.signIn);
    return actorOf({ user_id: `token ${bearer.id}`, role: bearer.role, area: bearer.area, body: bearer.body, classes: dataClasses }, bearer.name);
  }
  if (cookie === undefined || !cookie.includes("gangju.")) return publicActor(reception.area);
  const session = await reception.auth().api.getSession({ headers: new Headers({ cookie }) });
  if (!session) return publicActor(reception.area);
  const member = await transact(reception.database.pool.app, reception.schema, systemActor(reception.area), { readOnly: true }, (ctx) => selectMember(ctx, session.user.id));
  if (member === undefined) return publicActor(reception.area);
  return actorOf(member, session.user.name);
}
