import type { ColumnType } from "kysely";

export interface HttpRows {
  http_idempotency: {
    actor: string;
    key: string;
    request_sha256: string;
    status: number;
    answer: ColumnType<unknown, string, never>;
    at: ColumnType<Date, Date | string, never>;
  };
}
