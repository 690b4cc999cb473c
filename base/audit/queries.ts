import { type Insertable, sql } from "kysely";
import type pg from "pg";
import { type Ctx, tables } from "../db/ctx.ts";
import { systemActor } from "../db/actors.ts";
import { transact } from "../db/transact.ts";
import { firstHash, type SealedEntry, sealHash } from "./chain.ts";
import type { AuditRows } from "./rows.ts";

/** One entry, and its place in the queue of the sealer, in one statement. */
export async function insertEntry(ctx: Ctx, entry: Insertable<AuditRows["audit_entry"]>): Promise<void> {
  const db = tables<AuditRows>(ctx);
  await db
    .with("entered", (query) => query.insertInto("audit_entry").values(entry))
    .insertInto("audit_unsealed")
    .values({ entry: entry.id })
    .execute();
}

const batch = 1000;

async function entriesOf(ctx: Ctx, ids: readonly string[]): Promise<SealedEntry[]> {
  const rows = await tables<AuditRows>(ctx)
    .selectFrom("audit_entry")
    .select(["id", "at", "actor", "role", "act", "object", sql<string>`detail::text`.as("detail"), sql<string>`area::text`.as("area"), "body", "class"])
    .where("id", "in", ids)
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/**
 * Seals what is not sealed yet, one batch; returns how many entries it covered. The lock is held only by sealers, never by an act.
 */
export async function sealBatch(worker: pg.Pool, schema: string): Promise<number> {
  return await transact(worker, schema, systemActor("", "sealer"), {}, async (ctx) => {
    const db = tables<AuditRows>(ctx);
    const { rows } = await sql<{ got: boolean }>`SELECT pg_try_advisory_xact_lock(7001, hashtext(current_schema())) AS got`.execute(db);
    if (rows[0]?.got !== true) return 0;
    const waiting = await db.selectFrom("audit_unsealed").select("entry").orderBy("entry").limit(batch).execute();
    if (waiting.length === 0) return 0;
    const ids = waiting.map((row) => row.entry);
    const last = await db.selectFrom("audit_seal").select(["number", "hash"]).orderBy("number", "desc").limit(1).executeTakeFirst();
    const previous = last?.hash ?? firstHash;
    const hash = sealHash(previous, await entriesOf(ctx, ids));
    await db.insertInto("audit_seal").values({ number: Number(last?.number ?? 0) + 1, entries: ids, previous, hash, sealed_at: ctx.now }).execute();
    await db.deleteFrom("audit_unsealed").where("entry", "in", ids).execute();
    return ids.length;
  });
}

/** What `audit verify` found: a chain without break has `broken` null. */
export interface Verification {
  readonly seals: number;
  readonly sealed: number;
  readonly unsealed: number;
  readonly head: string;
  readonly broken: { readonly seal: number; readonly reason: "previous" | "hash" | "missing" | "unchained" } | null;
}

/** Walks the chain from its first seal; stops at the first break. */
export async function verifyChain(worker: pg.Pool, schema: string): Promise<Verification> {
  return await transact(worker, schema, systemActor("", "auditor"), { readOnly: true }, async (ctx) => {
    const db = tables<AuditRows>(ctx);
    let head = firstHash;
    let seals = 0;
    let sealed = 0;
    const counts = await sql<{ entries: string; unsealed: string }>`SELECT (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM audit_unsealed) AS unsealed`.execute(db);
    const unsealed = Number(counts.rows[0]?.unsealed ?? 0);
    const broken = (seal: number, reason: "previous" | "hash" | "missing" | "unchained") => ({ seals, sealed, unsealed, head, broken: { seal, reason } });
    for (;;) {
      const seal = await db.selectFrom("audit_seal").selectAll().where("number", "=", String(seals + 1)).executeTakeFirst();
      if (seal === undefined) break;
      if (seal.previous !== head) return broken(seals + 1, "previous");
      const entries = await entriesOf(ctx, seal.entries);
      if (entries.length !== seal.entries.length) return broken(seals + 1, "missing");
      if (sealHash(seal.previous, entries) !== seal.hash) return broken(seals + 1, "hash");
      head = seal.hash;
      seals += 1;
      sealed += entries.length;
    }
    const later = await db.selectFrom("audit_seal").select("number").where("number", ">", String(seals)).limit(1).executeTakeFirst();
    if (later !== undefined) return broken(seals + 1, "missing");
    if (Number(counts.rows[0]?.entries ?? 0) !== sealed + unsealed) return broken(seals, "unchained");
    return { seals, sealed, unsealed, head, broken: null };
  });
}
