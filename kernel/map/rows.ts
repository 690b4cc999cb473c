import type { ColumnType } from "kysely";

type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface MapRows {
  map_shape: {
    id: string;
    division: string;
    geometry: ColumnType<unknown, string, string>;
    approximate: boolean;
    source: string;
    licence: string;
    area: string;
    body: string | null;
    class: string;
    recorded_at: Timestamp;
    recorded_by: string;
  };
}
