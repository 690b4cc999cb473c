import { v7 as uuid } from "uuid";
import { record } from "../base/audit/audit.ts";
import type { Auth } from "../base/auth/auth.ts";
import { systemActor } from "../base/db/actors.ts";
import type { Database } from "../base/db/database.ts";
import { transact } from "../base/db/transact.ts";
import { insertMember, selectMember } from "../kernel/registry/queries.ts";
import { isRole, roles } from "../kernel/registry/roles.ts";

/** A user to sign in, and what they are to be in the city. */
export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly body: string | null;
}

/** Makes the user where there is none, and grants the role where it differs; returns the user's id. */
export async function ensureUser(auth: Auth, database: Database, schema: string, area: string, invited: Invited): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const known = await internalAdapter.findUserByEmail(invited.email);
  const user = known?.user ?? (await internalAdapter.createUser({ email: invited.email, name: invited.name, emailVerified: true }, { method: "magic-link" }));
  await transact(database.pool.app, schema, systemActor(area), {}, async (ctx) => {
    const member = await selectMember(ctx, user.id);
    if (member !== undefined && member.role === invited.role && member.body === invited.body) return;
    await insertMember(ctx, {
      id: uuid(), user_id: user.id, role: invited.role, classes: isRole(invited.role) ? [...roles[invited.role].classes] : [], area, body: invited.body, class: "internal", recorded_at: ctx.now, recorded_by: ctx.actor.id,
    });
    await record(ctx, "registry.grant", user.id, { role: invited.role, body: invited.body });
  });
  return user.id;
}

/** A link that signs this user in once; `links` is where the sign-in library delivers it. */
export async function oneTimeLink(auth: Auth, links: Map<string, string>, email: string, origin: string, to: string): Promise<string> {
  await auth.api.signInMagicLink({ body: { email, callbackURL: `${origin}${to}` }, headers: new Headers({ origin }) });
  const url = links.get(email);
  links.delete(email);
  if (url === undefined) throw new Error("the sign-in library gave no link");
  return url;
}
