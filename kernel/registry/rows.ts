import type { ColumnType } from "kysely";

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string | null, string | null>;

interface Kept {
  id: string;
  area: string;
  body: string | null;
  class: string;
  recorded_at: Timestamp;
  recorded_by: string;
}

export interface RegistryRows {
  registry_city: Kept & {
    city: string;
    name_zh: string;
    name_en: string;
    division: string;
    language: string;
    time_zone: string;
    plan: ColumnType<unknown, string, string>;
    map_approval_number: string | null;
    note: Json;
  };
  registry_division: Kept & {
    code: string;
    path: string;
    level: string;
    name_zh: string;
    name_en: string;
    members: string[];
    valid_from: string | null;
    valid_to: string | null;
    note: Json;
    source: string;
  };
  registry_body: Kept & {
    code: string;
    name_zh: string;
    name_en: string;
    kind: string;
    division: string;
    parent: string | null;
    duties: ColumnType<unknown, string, string>;
    source: string;
    note: Json;
  };
  registry_post: Kept & { of_body: string; title_zh: string; title_en: string; position: number; ends: boolean };
  registry_member: Kept & { user_id: string; role: string; classes: string[] };
}
