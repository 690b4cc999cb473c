import { issueToken } from "../base/auth/tokens.ts";
import { record } from "../base/audit/audit.ts";
import { isRole, roleNames } from "../kernel/registry/roles.ts";
import { withCity } from "../server/open.ts";
import { need, parse, WrongUse } from "./arguments.ts";
import { text } from "./text.ts";

const most_days = 3660;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { role: { type: "string" }, name: { type: "string" }, body: { type: "string" }, days: { type: "string", default: "90" } }, 1);
  const role = need(values.role, "--role");
  if (!isRole(role) || role === "public") {
    throw new WrongUse(text.noRole, { role, roles: roleNames.filter((name) => name !== "public").join(", ") });
  }
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > most_days) throw new WrongUse(text.wrongDays, { most: most_days });
  const token = await withCity(positionals[0], async ({ database, schema, folder, act }) => {
    const grant = { name: values.name ?? role, role, area: folder.path, body: values.body ?? null };
    await act((ctx) => record(ctx, "auth.issue-token", grant.name, { role, body: grant.body, days }));
    return await issueToken(database.pool.auth, schema, grant, days, new Date());
  });
  console.log(token);
  return 0;
}
