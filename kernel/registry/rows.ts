// Written by `npm run gen` from the migrated database; a change here is lost.

import type { ColumnType } from "kysely";

export type Json = ColumnType<unknown, string, string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface RegistryBody {
  area: string;
  body: string | null;
  class: string;
  code: string;
  division: string;
  duties: Json;
  id: string;
  kind: string;
  name_en: string;
  name_zh: string;
  note: Json | null;
  parent: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  source: string;
}

export interface RegistryCity {
  area: string;
  body: string | null;
  city: string;
  class: string;
  division: string;
  id: string;
  language: string;
  map_approval_number: string | null;
  name_en: string;
  name_zh: string;
  note: Json | null;
  plan: Json;
  recorded_at: Timestamp;
  recorded_by: string;
  time_zone: string;
}

export interface RegistryDivision {
  area: string;
  body: string | null;
  class: string;
  code: string;
  id: string;
  level: string;
  members: string[];
  name_en: string;
  name_zh: string;
  note: Json | null;
  path: string;
  recorded_at: Timestamp;
  recorded_by: string;
  source: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface RegistryMember {
  area: string;
  body: string | null;
  class: string;
  classes: string[];
  id: string;
  recorded_at: Timestamp;
  recorded_by: string;
  role: string;
  user_id: string;
}

export interface RegistryPost {
  area: string;
  body: string | null;
  class: string;
  ends: boolean;
  id: string;
  of_body: string;
  position: number;
  recorded_at: Timestamp;
  recorded_by: string;
  title_en: string;
  title_zh: string;
}

export interface RegistryRows {
  registry_body: RegistryBody;
  registry_city: RegistryCity;
  registry_division: RegistryDivision;
  registry_member: RegistryMember;
  registry_post: RegistryPost;
}
