import type { ColumnType } from "kysely";

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;

interface Common {
  area: string;
  body: string | null;
  class: string;
  recorded_at: Timestamp;
  recorded_by: string;
}

export interface PlanDocument extends Common {
  version: number;
  title: string;
  division: string | null;
  period: string | null;
  outlook: string | null;
  source_name: string;
  media_type: string;
  source_sha256: string;
  compiled_sha256: string;
  text: string;
  outline: Json;
  actuals: Json;
  issues: Json;
  adopted_on: string | null;
  adopted_by: Json | null;
  origin: Json | null;
  note: Json | null;
}

export interface PlanReading extends Common {
  version: number;
  id: string;
  position: number;
  chapter: string | null;
  reading: Json;
}

export interface PlanMeasure extends Common {
  target: string;
  revision: number;
  indicator: string | null;
  division: string | null;
  scope: string | null;
}

export interface PlanDuty extends Common {
  subject: string;
  bearer: string;
  revision: number;
  role: string;
  basis: Json | null;
  issued_on: string | null;
  document_number: string | null;
}

export interface PlanRelease extends Common {
  id: string;
  as_of: string;
  released_on: string;
  note: string | null;
  targets: number;
}

export interface PlanReleasedStanding extends Common {
  release: string;
  target: string;
  standing: Json;
}

export interface PlanRows {
  plan_document: PlanDocument;
  plan_target: PlanReading;
  plan_task: PlanReading;
  plan_measure: PlanMeasure;
  plan_duty: PlanDuty;
  plan_release: PlanRelease;
  plan_released_standing: PlanReleasedStanding;
}
