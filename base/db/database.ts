import pg from "pg";
import { type Home, secretFor } from "../config/home.ts";
import { Problem } from "../errors/problem.ts";
import { startEmbedded } from "./embedded.ts";
import { text } from "./text.ts";

/** The four roles: the migrator owns every table; the others hold only what the migrations grant them. */
export const roles = ["migrator", "app", "worker", "auth"] as const;
export type Role = (typeof roles)[number];

/** An open database: one pool for each role. No act gets the superuser. */
export interface Database {
  readonly url: Readonly<Record<Role, string>>;
  readonly pool: Readonly<Record<Role, pg.Pool>>;
  readonly embedded: boolean;
  /** Connection of the owner: for set-up and tests, never for acts. */
  readonly ownerUrl: string;
  /** Settles when the embedded server is gone without having been stopped; never for one's own. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

// Dates and exact numbers stay strings: neither fits a JavaScript value without loss.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.DATE || oid === pg.types.builtins.NUMERIC || oid === pg.types.builtins.INT8
      ? (value: string) => value
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const roleName = (role: Role): string => `gangju_${role}`;

function urlAs(url: string, role: Role, password: string, database?: string): string {
  const made = new URL(url);
  made.username = roleName(role);
  made.password = password;
  if (database !== undefined) made.pathname = `/${database}`;
  return made.toString();
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    const at = new URL(url);
    throw new Problem(503, "database-unreachable", text.unreachable, {
      values: { where: `${at.hostname}:${at.port || 5432}${at.pathname}`, reason: (cause as Error).message },
      cause,
    });
  }
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const works = (url: string): Promise<boolean> => withClient(url, async () => true).catch(() => false);

async function refuseOld(client: pg.Client): Promise<void> {
  const found = Number((await client.query<{ server_version_num: string }>("SHOW server_version_num")).rows[0]?.server_version_num);
  if (found < 150_000) throw new Problem(409, "database-old", text.tooOld, { values: { found: Math.floor(found / 10_000) } });
}

/** Makes the roles, their passwords and what the database needs, once; later starts find all of it there. */
async function prepare(ownerUrl: string, passwords: Readonly<Record<Role, string>>): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await refuseOld(client);
    // Several servers may start at one moment: the first prepares, the others wait and find it done.
    await client.query("SELECT pg_advisory_lock(7000, 1)");
    for (const role of roles) {
      const name = roleName(role);
      const known = (await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name])).rowCount === 1;
      const password = client.escapeLiteral(passwords[role]);
      if (!known) await client.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${password}`);
      else if (!(await works(urlAs(ownerUrl, role, passwords[role])))) await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${password}`);
    }
    await client.query("CREATE EXTENSION IF NOT EXISTS ltree SCHEMA public");
    const database = client.escapeIdentifier((await client.query<{ name: string }>("SELECT current_database() AS name")).rows[0]?.name ?? "");
    await client.query(`GRANT CONNECT, CREATE ON DATABASE ${database} TO ${roleName("migrator")}`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roles.map(roleName).join(", ")}`);
  });
}

async function ensureDatabase(superUrl: string, name: string): Promise<string> {
  await withClient(superUrl, async (client) => {
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
  const url = new URL(superUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Opens the database at `url`, or the embedded one of this home where `url` is undefined. */
export async function openDatabase(
  home: Home,
  url: string | undefined = process.env["DATABASE_URL"] || undefined,
  say: (step: "init" | "start" | "adopt" | "connect") => void = () => {},
): Promise<Database> {
  const server = url === undefined ? await startEmbedded(home, say) : undefined;
  if (server === undefined) say("connect");
  try {
    const ownerUrl = server === undefined ? (url as string) : await ensureDatabase(server.url, "gangju");
    const each = <T>(make: (role: Role) => T) => Object.fromEntries(roles.map((role) => [role, make(role)])) as Record<Role, T>;
    const passwords = each((role) => secretFor(home, `role ${role}`));
    await prepare(ownerUrl, passwords);
    const urls = each((role) => urlAs(ownerUrl, role, passwords[role]));
    const sizes: Record<Role, number> = { migrator: 2, app: 16, worker: 4, auth: 6 };
    const pool = each((role) => {
      // An act may send a statement before the one before is answered; each is answered in its turn.
      const made = new pg.Pool({ connectionString: urls[role], max: sizes[role], types, application_name: roleName(role), allowExitOnIdle: true, pipeline: role === "app" });
      made.on("error", () => {}); // an idle connection that the server closed is replaced at the next use
      // One that is lost in the middle of an act fails that act's query; unheard, its error would end the whole process.
      made.on("connect", (client) => void client.on("error", () => {}));
      return made;
    });
    const close = async (): Promise<void> => {
      await Promise.all(roles.map((role) => pool[role].end().catch(() => {})));
      await server?.stop();
    };
    return { url: urls, pool, embedded: server !== undefined, ownerUrl, lost: server?.lost ?? new Promise(() => {}), close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
