// Written by `npm run gen` from the migrated database; a change here is lost.

import type { ColumnType } from "kysely";

export type Json = ColumnType<unknown, string, string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface PlanCorrection {
  act: string;
  anchor: Json;
  area: string;
  body: string | null;
  class: string;
  compiled: Json | null;
  document: number;
  fields: Json | null;
  kind: string;
  reason: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  revision: number;
  role: string;
  subject: string;
  thread: string;
}

export interface PlanDecomposition {
  area: string;
  body: string | null;
  class: string;
  document: number;
  document_number: string | null;
  issued_on: string | null;
  note: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  remark: string;
  source_sha256: string;
  stage: string;
  title: string;
  version: number;
  year_from: number | null;
  year_to: number | null;
}

export interface PlanDecompositionRow {
  area: string;
  body: string | null;
  cells: Json;
  class: string;
  id: string;
  kind: string;
  position: number;
  recorded_at: Timestamp;
  recorded_by: string;
  version: number;
}

export interface PlanDocument {
  actuals: Json;
  adopted_by: Json | null;
  adopted_on: string | null;
  area: string;
  body: string | null;
  class: string;
  compiled_sha256: string;
  division: string | null;
  issues: Json;
  media_type: string;
  note: Json | null;
  origin: Json | null;
  outline: Json;
  outlook: string | null;
  period: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  source_name: string;
  source_sha256: string;
  text: string;
  title: string;
  version: number;
}

export interface PlanDuty {
  area: string;
  basis: Json | null;
  bearer: string;
  body: string | null;
  class: string;
  document_number: string | null;
  issued_on: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  revision: number;
  role: string;
  subject: string;
}

export interface PlanMeasure {
  area: string;
  body: string | null;
  class: string;
  division: string | null;
  indicator: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  revision: number;
  scope: string | null;
  target: string;
}

export interface PlanOpinion {
  after_row: string | null;
  area: string;
  before: string;
  body: string | null;
  cells: Json | null;
  class: string;
  field: string | null;
  id: string;
  kind: string;
  place: string;
  position: number;
  proposed: string;
  reason: string;
  recorded_at: Timestamp;
  recorded_by: string;
  return: string;
  row_id: string | null;
  version: number;
}

export interface PlanOpinionDecision {
  area: string;
  body: string | null;
  class: string;
  opinion: string;
  outcome: string;
  reason: string;
  recorded_at: Timestamp;
  recorded_by: string;
  result: string | null;
  revision: number;
}

export interface PlanRelease {
  area: string;
  as_of: string;
  body: string | null;
  class: string;
  id: string;
  note: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  released_on: string;
  targets: number;
}

export interface PlanReleasedStanding {
  area: string;
  body: string | null;
  class: string;
  recorded_at: Timestamp;
  recorded_by: string;
  release: string;
  standing: Json;
  target: string;
}

export interface PlanReturn {
  area: string;
  body: string | null;
  class: string;
  file_name: string;
  file_sha256: string;
  id: string;
  notices: Json;
  office: string;
  recorded_at: Timestamp;
  recorded_by: string;
  version: number;
}

export interface PlanSource {
  area: string;
  body: string | null;
  class: string;
  marks: Json;
  recorded_at: Timestamp;
  recorded_by: string;
  text: string;
  version: number;
}

export interface PlanTable {
  act: string;
  anchor: Json;
  area: string;
  body: string | null;
  class: string;
  id: string;
  pasted: string;
  recorded_at: Timestamp;
  recorded_by: string;
  revision: number;
  role: string;
  source: string | null;
}

export interface PlanTarget {
  area: string;
  body: string | null;
  chapter: string | null;
  class: string;
  id: string;
  position: number;
  reading: Json;
  recorded_at: Timestamp;
  recorded_by: string;
  version: number;
}

export interface PlanTask {
  area: string;
  body: string | null;
  chapter: string | null;
  class: string;
  id: string;
  position: number;
  reading: Json;
  recorded_at: Timestamp;
  recorded_by: string;
  version: number;
}

export interface PlanRows {
  plan_correction: PlanCorrection;
  plan_decomposition: PlanDecomposition;
  plan_decomposition_row: PlanDecompositionRow;
  plan_document: PlanDocument;
  plan_duty: PlanDuty;
  plan_measure: PlanMeasure;
  plan_opinion: PlanOpinion;
  plan_opinion_decision: PlanOpinionDecision;
  plan_release: PlanRelease;
  plan_released_standing: PlanReleasedStanding;
  plan_return: PlanReturn;
  plan_source: PlanSource;
  plan_table: PlanTable;
  plan_target: PlanTarget;
  plan_task: PlanTask;
}
