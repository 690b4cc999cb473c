import type { ColumnType } from "kysely";

type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AuditRows {
  audit_entry: {
    id: string;
    at: Timestamp;
    actor: string;
    role: string;
    act: string;
    object: string;
    detail: ColumnType<unknown, string, never>;
    area: string;
    body: string | null;
    class: string;
  };
  audit_unsealed: { entry: string };
  audit_seal: { number: ColumnType<string, string | number, never>; entries: string[]; previous: string; hash: string; sealed_at: Timestamp };
}
