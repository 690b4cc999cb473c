import type { Said } from "../../../base/text/text.ts";
import type { Figure } from "../../../base/ui/figures.ts";

/** What the API of facts answers. */
export interface Source {
  readonly title: string;
  readonly address: string | null;
}

export interface Observation {
  readonly id: string;
  readonly indicator: string;
  readonly division: string;
  readonly scope: string | null;
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly value: Figure;
  readonly bound: string | null;
  readonly unit: string;
  readonly status: string;
  readonly source: Source;
  readonly note: string | null;
  readonly class: string;
  readonly released_on: string | null;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly supersedes: string | null;
}

export interface Indicator {
  readonly code: string;
  readonly name: Said;
  readonly definition: Said | string | null;
  readonly unit: string;
  readonly direction: string;
  readonly kind: string;
  readonly source_body: string | null;
  readonly frequency: string | null;
  readonly minimum: Figure;
  readonly maximum: Figure;
  readonly latest: Observation | null;
  readonly count: number;
}

export interface ObservationIn {
  readonly indicator: string;
  readonly division: string;
  readonly period: string;
  readonly value: string;
  readonly bound?: string;
  readonly unit: string;
  readonly status: string;
  readonly source: Source;
  readonly note?: string;
  readonly supersedes?: string;
  readonly scope?: string;
}

export const statuses = ["met", "ahead", "on_track", "at_risk", "off_track", "not_met", "due_unpublished", "no_data", "not_due"] as const;
export type Status = (typeof statuses)[number];

export interface Method {
  readonly id: string;
  readonly version: string;
  readonly title: Said | string;
  readonly source: { readonly title?: string; readonly publisher?: string | null; readonly address?: string | null; readonly page?: string | number | null; readonly status?: string } | string | null;
}

export interface Standing {
  readonly status: Status;
  readonly as_of: string;
  readonly value: Observation | null;
  readonly required: Figure;
  readonly gap: Figure;
  readonly ratio: Figure;
  readonly method: Method;
  readonly sentence: Said;
  readonly path?: readonly { readonly period: string; readonly value: Figure }[];
  readonly observations?: readonly Observation[];
  readonly due: string | null;
  readonly released_on?: string | null;
}
