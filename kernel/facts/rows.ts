// Written by `npm run gen` from the migrated database; a change here is lost.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface FactsIndicator {
  adds: string;
  also: Generated<string[]>;
  area: string;
  body: string | null;
  class: string;
  code: string;
  decimals: number | null;
  definition_en: Generated<string>;
  definition_zh: Generated<string>;
  direction: string;
  frequency: string;
  kind: string;
  maximum: Numeric | null;
  minimum: Numeric | null;
  name_en: string;
  name_zh: string;
  prices: string;
  recorded_at: Timestamp;
  recorded_by: string;
  revision: number;
  source_body: string | null;
  unit: string;
}

export interface FactsObservation {
  area: string;
  body: string | null;
  bound: Generated<string>;
  class: Generated<string>;
  division: string;
  id: string;
  indicator: string;
  known_from: Timestamp;
  note: string | null;
  period: string;
  period_end: string;
  period_start: string;
  printed: string | null;
  published_on: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  revision: Generated<number>;
  scope: Generated<string>;
  source_address: string | null;
  source_title: string;
  status: string;
  supersedes: string | null;
  unit: string;
  value: Numeric;
}

export interface FactsReleased {
  area: string;
  body: string | null;
  bound: string;
  class: string;
  division: string;
  indicator: string;
  known_from: Timestamp;
  note: string | null;
  observation: string;
  period: string;
  period_end: string;
  period_start: string;
  printed: string | null;
  published_on: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  released_on: string;
  revision: number;
  scope: string;
  source_address: string | null;
  source_title: string;
  status: string;
  supersedes: string | null;
  unit: string;
  value: Numeric;
}

export interface FactsRows {
  facts_indicator: FactsIndicator;
  facts_observation: FactsObservation;
  facts_released: FactsReleased;
}
