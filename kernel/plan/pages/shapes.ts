import type { Said } from "../../../base/text/text.ts";
import type { Standing, Status } from "../../facts/pages/shapes.ts";
import type { OutlineNode, PlanTask, Target } from "../compile/schema.ts";

export type { OutlineNode } from "../compile/schema.ts";

/** What the API of the plan answers. */
export interface PlanDocument {
  readonly title: string;
  readonly division: string | null;
  readonly period: string | null;
  readonly outlook: string | null;
  readonly text: string;
  readonly restated_from?: { readonly title?: string; readonly address?: string | null } | string | null;
  readonly version: string | number;
  readonly released_on: string | null;
  readonly as_of: string;
}

export interface Responsible {
  readonly body: string;
  readonly name: Said;
  readonly role: "lead" | "with";
  readonly issued_on: string | null;
}

interface Followed {
  readonly chapter: string | null;
  readonly responsible: readonly Responsible[];
}

export type PlanTarget = Target & Followed & { readonly indicator_code: string | null; readonly standing: Standing | null };
export type Task = Omit<PlanTask, "responsible"> & Followed & {
  /** Bodies as the plan itself prints them. */
  readonly named?: readonly string[];
};

export interface Count {
  readonly status: Status;
  readonly attribute: "binding" | "expected" | null;
  readonly count: number;
  readonly ids?: readonly string[];
}

export interface Cockpit {
  readonly as_of: string;
  readonly counts: readonly Count[];
  readonly chapters: readonly { readonly clause: string; readonly title: string; readonly counts: readonly Count[] }[];
  readonly turned: readonly { readonly target: string; readonly from: Status | null; readonly to: Status; readonly on: string }[];
  readonly due_next: readonly { readonly target: string; readonly due: string }[];
  readonly no_data: readonly { readonly target: string }[];
  readonly released_on: string | null;
}

export type OutlineList = readonly OutlineNode[];
