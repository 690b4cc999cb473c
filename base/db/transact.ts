import { createHash } from "node:crypto";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { Problem } from "../errors/problem.ts";
import type { Lang } from "../text/text.ts";
import type { Actor, Ctx } from "./ctx.ts";
import { text } from "./text.ts";

/** The schema that holds one city. */
export const schemaOf = (city: string): string => `city_${city}`;

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
/** A name as SQL writes it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Tells the database who acts, for this transaction only: the policies of row-level security read it. */
function settings(schema: string, actor: Actor): string {
  const set = {
    "app.actor": actor.id,
    "app.area": actor.area,
    "app.body": actor.body ?? "",
    "app.classes": actor.classes.join(","),
  };
  return [`SET LOCAL search_path = ${identifier(schema)}`, ...Object.entries(set).map(([name, value]) => `SET LOCAL ${name} = ${literal(value)}`)].join("; ");
}

/**
 * A statement that begins with this stays prepared on its connection, so that a large one is planned once and not for every
 * call. For few texts only: each stays as long as its connection.
 */
export const keptPrepared = "/* kept prepared */ ";

/** A Kysely over one checked-out connection, whose transaction is ours. */
export function kyselyOn(client: pg.PoolClient): Kysely<unknown> {
  const query = (text: string, values: unknown[]): Promise<pg.QueryResult> =>
    text.startsWith(keptPrepared) ? client.query({ text, values, name: createHash("sha1").update(text).digest("hex") }) : client.query(text, values);
  const one = { query, release: () => {} };
  const dialect = new PostgresDialect({ pool: { connect: async () => one, end: async () => {} } as never });
  return new Kysely<unknown>({ dialect });
}

export interface Moment {
  readonly now?: Date;
  readonly lang?: Lang;
  readonly readOnly?: boolean;
}

/**
 * Runs one act as one transaction of one actor in one city: all of it is kept, or nothing.
 * A commit that did not commit is a failure, also where the server only warns of it.
 */
export async function transact<T>(pool: pg.Pool, schema: string, actor: Actor, moment: Moment, act: (ctx: Ctx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const warned = { said: false };
  const notice = (message: { message?: string | undefined }): void => {
    if (/failed to commit/i.test(message.message ?? "")) warned.said = true;
  };
  client.on("notice", notice);
  try {
    await client.query(`BEGIN${moment.readOnly ? " READ ONLY" : ""}; ${settings(schema, actor)}`);
    const result = await act({ db: kyselyOn(client), actor, now: moment.now ?? new Date(), lang: moment.lang ?? "zh-CN" });
    const ended = await client.query("COMMIT");
    if (ended.command !== "COMMIT" || warned.said) throw new Problem(500, "not-committed", text.notCommitted);
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.off("notice", notice);
    client.release(broken);
  }
}
