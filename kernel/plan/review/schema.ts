import { type Static, Type } from "typebox";
import { Nullable, OneOf } from "../../../base/shapes/shapes.ts";
import { PlanTask, Target } from "../compile/schema.ts";

/** Shapes of the review: what a planner may change of a reading, decides, and is shown. */

const strict = { additionalProperties: false } as const;
const words = (most: number) => Type.String({ maxLength: most });
const names = Type.Array(words(200), { maxItems: 60 });

const { measure, comparator, attribute, cumulative, stretch } = Target.properties;
const { kind } = PlanTask.properties;

/** The fields of a target that are a reading of its words; id, place and quote are not. */
export const TargetFields = Type.Object(
  {
    number: words(60),
    value: Nullable(Type.Number()),
    value_max: Nullable(Type.Number()),
    unit: words(40),
    indicator: words(200),
    scope: Nullable(words(200)),
    measure,
    comparator,
    period: Nullable(words(40)),
    base: Nullable(Type.Object({ period: Nullable(words(40)), value: Type.Number(), unit: words(40) }, strict)),
    reference: Nullable(words(200)),
    cumulative,
    attribute,
    stretch,
  },
  strict,
);

export const TaskFields = Type.Object(
  { title: words(400), kind, deadline: Nullable(words(40)), every: Nullable(OneOf("yearly", "quarterly", "monthly")), responsible: names, places: names, projects: names, platforms: names },
  strict,
);

export const SubjectKind = OneOf("target", "task");
export const Act = OneOf("accept", "correct", "add", "reject", "withdraw");

/** That a planner decided it: the role, never the person. */
export const Corrected = Nullable(
  Type.Object(
    {
      act: OneOf("accept", "correct", "add"),
      at: Type.String({ description: "when it was decided" }),
      by: Type.String({ description: "role of who decided" }),
      reason: Nullable(Type.String()),
      fields: Type.Array(Type.String(), { description: "fields that are other than what was read" }),
    },
    strict,
  ),
);

export const ReviewState = OneOf("open", "again", "orphan", "accepted", "corrected", "added", "rejected");

const Doubt = Type.Object({ code: Type.String(), values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) });
const Span = Type.Object({ start: Type.Integer(), end: Type.Integer() });

export const ReviewItem = Type.Object({
  key: Type.String({ description: "names the item in the list" }),
  kind: OneOf("target", "task", "issue"),
  state: ReviewState,
  subject: Nullable(Type.String({ description: "id of the target or task; null: an issue, or words that are gone" })),
  thread: Nullable(Type.String({ description: "what withdrawing names" })),
  version: Type.String({ description: "send it as If-Match when deciding" }),
  doubt: Type.Number({ description: "how doubtful, for the order" }),
  doubts: Type.Array(Doubt),
  confidence: Nullable(Type.Number()),
  reasons: Type.Array(Type.String(), { description: "rules that read it" }),
  chapter: Nullable(Type.Object({ id: Type.String(), number: Type.String(), title: Type.String() })),
  paragraph: Nullable(Type.Object({ start: Type.Integer(), text: Type.String() })),
  mark: Nullable(Span),
  target: Nullable(Type.Object({ read: Nullable(TargetFields), now: TargetFields })),
  task: Nullable(Type.Object({ read: Nullable(TaskFields), now: TaskFields })),
  decided: Nullable(
    Type.Object({ act: Act, at: Type.String(), by: Type.String(), reason: Nullable(Type.String()), fields: Type.Array(Type.String()), number: Type.String({ description: "as printed when it was decided" }), quote: Type.String() }),
  ),
});

export const ReviewPage = Type.Object({
  items: Type.Array(ReviewItem),
  next: Nullable(Type.String()),
  looked_at: Type.Integer(),
  of: Type.Integer(),
  document: Type.Integer({ description: "version of the document that the places count in" }),
});

export const Withdrawn = Type.Object({ item: Nullable(ReviewItem) });

export const CorrectionIn = Type.Object(
  {
    act: OneOf("accept", "correct", "add", "reject"),
    kind: SubjectKind,
    subject: Type.Optional(Type.String({ description: "id of the target or task; left out when adding" })),
    fields: Type.Optional(Type.Union([Type.Partial(TargetFields, strict), Type.Partial(TaskFields, strict)], { description: "those that are changed; all of them when adding" })),
    start: Type.Optional(Type.Integer({ minimum: 0, description: "adding: the first of the words marked in the text" })),
    end: Type.Optional(Type.Integer({ minimum: 1 })),
    document: Type.Optional(Type.Integer({ description: "adding: version of the document in which start and end count" })),
    reason: Type.Optional(Nullable(Type.String({ maxLength: 1000, description: "public, with the reading" }))),
  },
  strict,
);

export const TableIn = Type.Object(
  {
    at: Type.Integer({ minimum: 0, description: "place in the text after which it stands" }),
    pasted: Nullable(Type.String({ minLength: 1, maxLength: 200_000, description: "null: someone looked, and no table is missing there" })),
    document: Type.Integer({ description: "version of the document in which `at` counts" }),
    source: Type.Optional(Nullable(Type.String({ maxLength: 500, description: "where it was taken from" }))),
  },
  strict,
);

export const TableRead = Type.Object({
  rows: Type.Array(Type.Array(Type.String())),
  notes: Type.Array(Type.String(), { description: "what was noticed in the rows" }),
  targets: Type.Array(Target),
  table: Nullable(Type.String({ description: "what withdrawing names" })),
  version: Nullable(Type.Integer({ description: "of the document that now holds it; null: a preview" })),
});

export type TargetFields = Static<typeof TargetFields>;
export type TaskFields = Static<typeof TaskFields>;
export type Fields = TargetFields | TaskFields;
export type SubjectKind = Static<typeof SubjectKind>;
export type Act = Static<typeof Act>;
export type Corrected = Static<typeof Corrected>;
export type ReviewState = Static<typeof ReviewState>;
export type Doubt = Static<typeof Doubt>;
export type ReviewItem = Static<typeof ReviewItem>;
export type ReviewPage = Static<typeof ReviewPage>;
export type CorrectionIn = Static<typeof CorrectionIn>;
export type TableIn = Static<typeof TableIn>;
export type TableRead = Static<typeof TableRead>;
