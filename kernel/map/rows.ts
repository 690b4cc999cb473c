// Written by `npm run gen` from the migrated database; a change here is lost.

import type { ColumnType } from "kysely";

export type Json = ColumnType<unknown, string, string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface MapShape {
  approximate: boolean;
  area: string;
  body: string | null;
  class: string;
  division: string;
  geometry: Json;
  id: string;
  licence: string;
  recorded_at: Timestamp;
  recorded_by: string;
  source: string;
}

export interface MapRows {
  map_shape: MapShape;
}
