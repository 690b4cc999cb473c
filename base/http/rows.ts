// Written by `npm run gen` from the migrated database; a change here is lost.

import type { ColumnType } from "kysely";

export type Json = ColumnType<unknown, string, string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface HttpIdempotency {
  actor: string;
  answer: Json;
  at: Timestamp;
  key: string;
  request_sha256: string;
  status: number;
}

export interface HttpRows {
  http_idempotency: HttpIdempotency;
}
