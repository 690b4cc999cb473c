import type { Kysely } from "kysely";
import type { Lang } from "../text/text.ts";

/** How widely a row may be shown. A row's class stands on the row; policies compare it with the actor's classes. */
export const dataClasses = ["public", "internal", "personal"] as const;
export type DataClass = (typeof dataClasses)[number];

/** Who acts. The database's policies see `area`, `body` and `classes`; acts ask `permissions`. */
export interface Actor {
  /** Stable id: a user's UUID, "public" for a reader who is not signed in, "system" for the city's own work. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** ltree path of the division whose subtree the actor sees, e.g. 330000.330800 */
  readonly area: string;
  /** Code of the body the actor writes for; null: any body of the area. */
  readonly body: string | null;
  readonly classes: readonly DataClass[];
  readonly permissions: ReadonlySet<string>;
}

/** The first argument of every act: one transaction of one actor at one moment. */
export interface Ctx {
  // The row types of a noun are laid over this connection by tables(); the context itself knows none.
  readonly db: Kysely<unknown>;
  readonly actor: Actor;
  readonly now: Date;
  readonly lang: Lang;
}

/** The connection with a noun's row types: `const db = tables<FactsRows>(ctx)`. */
export const tables = <Rows>(ctx: Ctx): Kysely<Rows> => ctx.db as Kysely<Rows>;
