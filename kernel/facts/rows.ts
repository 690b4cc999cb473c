import type { ColumnType, Generated } from "kysely";

type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface FactsIndicator {
  code: string;
  revision: number;
  name_zh: string;
  name_en: string;
  definition_zh: Generated<string>;
  definition_en: Generated<string>;
  unit: string;
  direction: string;
  kind: string;
  source_body: string | null;
  frequency: string;
  adds: string;
  prices: string;
  also: Generated<string[]>;
  decimals: number | null;
  minimum: string | null;
  maximum: string | null;
  area: string;
  body: string | null;
  class: string;
  recorded_at: Timestamp;
  recorded_by: string;
}

export interface FactsObservation {
  id: string;
  indicator: string;
  division: string;
  scope: Generated<string>;
  period: string;
  revision: Generated<number>;
  period_start: string;
  period_end: string;
  value: string;
  bound: Generated<string>;
  unit: string;
  printed: string | null;
  status: string;
  source_title: string;
  source_address: string | null;
  published_on: string | null;
  note: string | null;
  supersedes: string | null;
  known_from: Timestamp;
  recorded_at: Timestamp;
  recorded_by: string;
  area: string;
  body: string | null;
  class: Generated<string>;
}

export interface FactsReleased {
  observation: string;
  indicator: string;
  division: string;
  scope: string;
  period: string;
  revision: number;
  period_start: string;
  period_end: string;
  value: string;
  bound: string;
  unit: string;
  printed: string | null;
  status: string;
  source_title: string;
  source_address: string | null;
  published_on: string | null;
  note: string | null;
  supersedes: string | null;
  released_on: string;
  known_from: Timestamp;
  recorded_at: Timestamp;
  recorded_by: string;
  area: string;
  body: string | null;
  class: string;
}

export interface FactsRows {
  facts_indicator: FactsIndicator;
  facts_observation: FactsObservation;
  facts_released: FactsReleased;
}
