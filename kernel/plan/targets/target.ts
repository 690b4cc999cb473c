import type { Comparator } from "./words.ts";

/** One target, or one figure already reached. README.md of this folder explains every field. */
export interface Target {
  id: string;
  clause: string | null;
  at: number;
  number: string;
  value: number | null;
  value_max: number | null;
  unit: string;
  indicator: string;
  scope: string | null;
  measure: Measure;
  comparator: Comparator | null;
  period: string | null;
  base: { period: string | null; value: number; unit: string } | null;
  reference: string | null;
  cumulative: boolean;
  attribute: "binding" | "expected" | null;
  stretch: boolean;
  confidence: number;
  reasons: string[];
  /** Bodies printed as responsible for its clause, lead first; filled when the tasks are read. */
  responsible: string[];
  quote: string;
}

export type Measure = "level" | "flow" | "growth" | "change" | "multiple" | "relation" | "assigned" | "coverage" | "event";

/** A target as the grammar reads it from a sentence; places count in the sentence's squeezed words. */
export interface Reading {
  start: number;
  numberEnd: number;
  /** Clause it stands in. */
  from: number;
  to: number;
  value: number | null;
  valueMax: number | null;
  unit: string;
  indicator: string;
  scope: string | null;
  measure: Measure;
  comparator: Comparator | null;
  reference: string | null;
  base: { value: number; unit: string; at: number } | null;
  average: boolean;
  total: boolean;
  /** What a year yields (产量, 进出口总额): over several years the last one's is meant, not their sum. */
  yearly: boolean;
  /** Place in a list after 分别, for times that are listed as well. */
  share: { index: number; of: number } | null;
  stretch: boolean;
  /** Taken over from the amount before it in a list: its time governs as well. */
  inherited: boolean;
  done: boolean;
  confidence: number;
  reasons: string[];
}
