import { type Static, Type } from "typebox";
import { Nullable, OneOf } from "../../../base/shapes/shapes.ts";

/** Compiled plan, format gangju-plan/1. `at`, `start`, `end` count UTF-16 code units into `text`. */

export const OutlineLevel = OneOf("part", "chapter", "section", "item");
export const TargetMeasure = OneOf("level", "flow", "growth", "change", "multiple", "relation", "assigned", "coverage", "event");
export const Comparator = OneOf(">=", ">", "<=", "<", "=", "~", "range");
export const TaskKind = OneOf("create", "build", "reform", "reach", "hold", "study", "other");
export const Attribute = OneOf("binding", "expected");

export interface OutlineNode {
  id: string;
  level: Static<typeof OutlineLevel>;
  /** As printed: 一、 （二） 第三章; "" for a titled paragraph. */
  number: string;
  /** Without its number. */
  title: string;
  /** "goal" or "task" for a titled paragraph (level "item"), else null. */
  kind: "goal" | "task" | null;
  /** From the first character of the heading line (number included) ... */
  start: number;
  /** ... to the end of the last line that belongs to it, its children included. */
  end: number;
  children: OutlineNode[];
}

export const OutlineNodeSchema = Type.Unsafe<OutlineNode>({
  type: "object",
  additionalProperties: false,
  required: ["id", "level", "number", "title", "kind", "start", "end", "children"],
  properties: {
    id: Type.String(),
    level: OutlineLevel,
    number: Type.String(),
    title: Type.String(),
    kind: { anyOf: [OneOf("goal", "task"), Type.Null()] },
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 0 }),
    children: { type: "array", items: { $ref: "#/$defs/OutlineNode" } },
  },
});

const Base = Type.Object(
  { period: Nullable(Type.String()), value: Type.Number(), unit: Type.String() },
  { additionalProperties: false },
);

/** Fields as the field guide of targets defines them; see kernel/plan/targets/README.md. */
export const Target = Type.Object(
  {
    id: Type.String(),
    clause: Nullable(Type.String({ description: "id of the innermost outline node it stands in" })),
    at: Type.Integer({ minimum: 0, description: "first character of the number, or of the operative words" }),
    number: Type.String({ description: "exactly as printed; empty for a target without a printed number" }),
    value: Nullable(Type.Number({ description: "as printed, 万 and 亿 of the unit not applied" })),
    value_max: Nullable(Type.Number()),
    unit: Type.String(),
    indicator: Type.String(),
    scope: Nullable(Type.String()),
    measure: TargetMeasure,
    comparator: Nullable(Comparator),
    period: Nullable(Type.String({ description: "2025, 2021/2025, yearly" })),
    base: Nullable(Base),
    reference: Nullable(Type.String()),
    cumulative: Type.Boolean({ description: "a total over the period (五年累计, 〔〕)" }),
    attribute: Nullable(Attribute),
    stretch: Type.Boolean({ description: "力争, 争取: beside the committed value" }),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    reasons: Type.Array(Type.String(), { description: "rules that read it, and what makes it doubtful" }),
    responsible: Type.Array(Type.String(), { description: "bodies printed as responsible for its clause; the first leads" }),
    quote: Type.String({ description: "the words of the clause, as they stand in text" }),
  },
  { additionalProperties: false },
);

export const PlanTask = Type.Object(
  {
    id: Type.String(),
    clause: Nullable(Type.String()),
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 0 }),
    title: Type.String(),
    kind: TaskKind,
    deadline: Nullable(Type.String()),
    every: Nullable(Type.String({ description: "rhythm: yearly, quarterly, monthly" })),
    responsible: Type.Array(Type.String()),
    places: Type.Array(Type.String()),
    projects: Type.Array(Type.String()),
    platforms: Type.Array(Type.String()),
    bodies: Type.Array(Type.String(), { description: "bodies named in its words, responsible or not" }),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    reasons: Type.Array(Type.String(), { description: "rules that read it, and what makes it doubtful" }),
  },
  { additionalProperties: false },
);

const Cell = Type.Object(
  {
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 0 }),
    columns: Type.Integer({ minimum: 1, description: "columns it reaches over" }),
    rows: Type.Integer({ minimum: 1, description: "rows it reaches over" }),
  },
  { additionalProperties: false },
);

export const PlanTable = Type.Object(
  { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }), rows: Type.Array(Type.Array(Cell), { description: "a merged cell stands once, where it begins" }) },
  { additionalProperties: false },
);

export const Issue = Type.Object(
  { at: Type.Integer({ minimum: 0 }), kind: Type.String(), message: Type.String() },
  { additionalProperties: false },
);

export const CompiledPlan = Type.Object(
  {
    format: Type.Literal("gangju-plan/1"),
    title: Type.String(),
    division: Nullable(Type.String({ description: "name of the division the plan is of, as printed: 衢州市" })),
    period: Nullable(Type.String({ description: "2021/2025" })),
    outlook: Nullable(Type.String({ description: "2035" })),
    source: Type.Object(
      { name: Type.String(), media_type: Type.String(), sha256: Type.String(), characters: Type.Integer({ minimum: 0 }) },
      { additionalProperties: false },
    ),
    text: Type.String(),
    outline: Type.Array(Type.Unsafe<OutlineNode>({ $ref: "#/$defs/OutlineNode" })),
    tables: Type.Array(PlanTable),
    targets: Type.Array(Target),
    actuals: Type.Array(Target),
    tasks: Type.Array(PlanTask),
    issues: Type.Array(Issue),
  },
  {
    $id: "https://gangju.example/schema/gangju-plan-1.json",
    title: "Compiled plan (gangju-plan/1)",
    additionalProperties: false,
    $defs: { OutlineNode: OutlineNodeSchema },
  },
);

export type Target = Static<typeof Target>;
export type PlanTask = Static<typeof PlanTask>;
export type Issue = Static<typeof Issue>;
export type CompiledPlan = Omit<Static<typeof CompiledPlan>, "outline"> & { outline: OutlineNode[] };
