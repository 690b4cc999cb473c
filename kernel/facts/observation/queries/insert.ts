import { setImmediate } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import type { Ctx } from "../../../../base/db/ctx.ts";
import { keptPrepared } from "../../../../base/db/transact.ts";

const columnTypes = {
  id: "uuid", indicator: "text", division: "text", scope: "text", period: "text", revision: "integer", period_start: "date", period_end: "date",
  value: "numeric", bound: "text", unit: "text", printed: "text", status: "text", source_title: "text", source_address: "text", published_on: "date",
  note: "text", supersedes: "uuid", known_from: "timestamptz", recorded_at: "timestamptz", recorded_by: "text", area: "public.ltree", body: "text", class: "text",
} as const;

type Column = keyof typeof columnTypes;

/** A figure as it is kept. */
export interface NewObservation extends Record<Exclude<Column, "revision">, string | null> {
  readonly id: string;
  readonly revision: number;
}

/** The public copy: `observation` is the figure it copies. */
export interface NewReleased extends Omit<NewObservation, "id"> {
  readonly observation: string;
  readonly released_on: string;
}

type Row<C extends string> = Readonly<Record<C, string | number | null>>;

/** Types whose text never holds a sign that an array would have to quote. */
const plainTypes: readonly string[] = ["uuid", "integer", "numeric", "date", "timestamptz", "public.ltree"];

const quoted = (text: string): string => (/["\\]/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`);

/** An array as PostgreSQL reads it. The driver's own way looks at every element four times, which shows in a thousand rows. */
function arrayLiteral(values: readonly (string | number | null)[], type: string): string {
  const plain = plainTypes.includes(type);
  return `{${values.map((value) => (value === null ? "NULL" : plain || typeof value === "number" ? value : quoted(value))).join(",")}}`;
}

/**
 * One VALUES insert of many rows. A column that differs is sent as one array, a column that is the same in every row as one
 * value: the server reads twenty parameters instead of twenty for each row, which takes half the time.
 */
function insertMany<C extends string>(table: string, types: Readonly<Record<C, string>>, rows: readonly Row<C>[], key: C): RawBuilder<unknown> {
  const columns = Object.keys(types) as C[];
  const values = columns.map((column) => {
    const given = rows.map((row) => row[column]);
    const type = sql.raw(types[column]);
    // The key differs in every row and carries their number.
    const differs = column === key || given.some((value) => value !== given[0]);
    return differs ? sql`unnest(${arrayLiteral(given, types[column])}::${type}[])` : sql`${given[0]}::${type}`;
  });
  return sql`${sql.raw(keptPrepared)}INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) VALUES (${sql.join(values)})`;
}

const unique_violation = "23505";

/** Sends a statement now, so that the program can go on while the server is at it; the answer is waited for later. */
async function send(statement: RawBuilder<unknown>, ctx: Ctx): Promise<{ readonly answer: Promise<unknown> }> {
  const answer = statement.execute(ctx.db);
  answer.catch(() => {}); // whoever waits for it hears of it
  await setImmediate(); // it leaves only when this turn is over
  return { answer };
}

/**
 * Appends figures, all of them or none; false where another already filled one of the cells. The unique index decides, so
 * that nothing has to be looked up before the usual case, and the savepoint lets the act look afterwards what stands there.
 * Nothing is waited for before the end: each half is put into words while the server is at what was sent before.
 */
async function append<C extends string>(ctx: Ctx, rows: readonly Row<C>[], statement: (rows: readonly Row<C>[]) => RawBuilder<unknown>): Promise<boolean> {
  if (rows.length === 0) return true;
  const half = Math.ceil(rows.length / 2);
  const sent = [await send(sql`SAVEPOINT append`, ctx)];
  for (const some of [rows.slice(0, half), rows.slice(half)]) if (some.length > 0) sent.push(await send(statement(some), ctx));
  const ended = await Promise.allSettled(sent.map(({ answer }) => answer));
  // What follows a statement that failed fails only because of it.
  const failed = ended.find((one) => one.status === "rejected");
  if (failed === undefined) return true;
  if ((failed.reason as { code?: unknown }).code !== unique_violation) throw failed.reason;
  await sql`ROLLBACK TO SAVEPOINT append`.execute(ctx.db);
  return false;
}

const cellOf = ({ indicator, division, scope, period }: NewObservation): string => `${indicator} ${division} ${scope} ${period}`;

/** In the order of cells, so that two batches that meet in several wait for each other in one order and never in a circle. */
function inOrder(rows: readonly NewObservation[]): NewObservation[] {
  const keyed = rows.map((row): [string, NewObservation] => [cellOf(row), row]);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
}

export const insertObservations = async (ctx: Ctx, rows: readonly NewObservation[]): Promise<boolean> =>
  await append<Column>(ctx, inOrder(rows), (some) => insertMany("facts_observation", columnTypes, some, "id"));

const { id: _id, ...copiedTypes } = columnTypes;
const releasedTypes = { ...copiedTypes, observation: "uuid", released_on: "date" } as const;

export const insertReleased = async (ctx: Ctx, rows: readonly NewReleased[]): Promise<boolean> =>
  await append<keyof typeof releasedTypes>(ctx, rows, (some) => insertMany("facts_released", releasedTypes, some, "observation"));
