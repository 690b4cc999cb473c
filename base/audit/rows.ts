// Written by `npm run gen` from the migrated database; a change here is lost.

import type { ColumnType } from "kysely";

export type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>;

export type Json = ColumnType<unknown, string, string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AuditEntry {
  act: string;
  actor: string;
  area: string;
  at: Timestamp;
  body: string | null;
  class: string;
  detail: Json;
  id: string;
  object: string;
  role: string;
}

export interface AuditSeal {
  entries: string[];
  hash: string;
  number: Int8;
  previous: string;
  sealed_at: Timestamp;
}

export interface AuditUnsealed {
  entry: string;
}

export interface AuditRows {
  audit_entry: AuditEntry;
  audit_seal: AuditSeal;
  audit_unsealed: AuditUnsealed;
}
