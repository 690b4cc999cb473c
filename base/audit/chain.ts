import { createHash } from "node:crypto";

/** An audit entry as the chain sees it: every column, as text. */
export interface SealedEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly act: string;
  readonly object: string;
  readonly detail: string;
  readonly area: string;
  readonly body: string | null;
  readonly class: string;
}

export const firstHash = "0".repeat(64);

/** SHA-256, in hex, over the hash of the seal before and every column of the entries in their order. */
export function sealHash(previous: string, entries: readonly SealedEntry[]): string {
  const hash = createHash("sha256").update(previous);
  for (const entry of entries) {
    hash.update("\n").update(
      JSON.stringify([entry.id, entry.at.toISOString(), entry.actor, entry.role, entry.act, entry.object, entry.detail, entry.area, entry.body, entry.class]),
    );
  }
  return hash.digest("hex");
}
