import { openAuth } from "../base/auth/auth.ts";
import { secretFor } from "../base/config/home.ts";
import { isRole, roleNames } from "../kernel/registry/roles.ts";
import { findHolder } from "../server/lock.ts";
import { withCity } from "../server/open.ts";
import { ensureUser, oneTimeLink } from "../server/people.ts";
import { text as serverText } from "../server/text.ts";
import { parse, readerLanguage, WrongUse } from "./arguments.ts";
import { text } from "./text.ts";

/** A one-time link for anyone's first sign-in; the administrator's where nothing else is said. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { role: { type: "string", default: "administrator" }, email: { type: "string" }, name: { type: "string" }, body: { type: "string" } }, 1);
  const { role } = values;
  if (!isRole(role) || role === "public") throw new WrongUse(text.noRole, { role, roles: roleNames.join(", ") });
  if (role !== "administrator" && values.email === undefined) throw new WrongUse(serverText.noLinkUser);
  const url = await withCity(positionals[0], async ({ database, home, schema, folder }) => {
    const origin = findHolder(home)?.url ?? process.env["PUBLIC_URL"] ?? `http://127.0.0.1:${process.env["PORT"] || "7000"}`;
    const links = new Map<string, string>();
    const auth = openAuth({
      pool: database.pool.auth, schema, secret: secretFor(home, `sign-in ${schema}`), origin, cityName: folder.city.name["zh-CN"], oidc: undefined, deliverLink: (email, link) => void links.set(email, link),
    });
    const email = values.email ?? `administrator@${folder.city.id.replaceAll("_", "-")}.example`;
    await ensureUser(auth, database, schema, folder.path, { email, name: values.name ?? serverText.administrator[readerLanguage()], role, body: values.body ?? null });
    return await oneTimeLink(auth, links, email, origin, "/account");
  });
  console.log(url);
  return 0;
}
