import { type Static, Type } from "typebox";
import { Day, Nullable, OneOf } from "../../base/shapes/shapes.ts";
import { Standing, StandingStatus } from "../facts/schema.ts";
import { BodyCode, DivisionCode, Said } from "../registry/schema.ts";
import { Attribute, OutlineNodeSchema, PlanTask, Target } from "./compile/schema.ts";
import { Corrected } from "./review/schema.ts";

/** Shapes of the adopted plan as it travels, and of the file that says what its targets are measured by. */

const strict = { additionalProperties: false } as const;

// ---- measures.yaml of a city folder

const MeasuredBy = Type.Object(
  { indicator: Type.String(), division: DivisionCode, scope: Type.Optional(Nullable(Type.String())) },
  strict,
);
const Duty = { lead: Type.Optional(BodyCode), with: Type.Optional(Type.Array(BodyCode)), basis: Type.Optional(Said) };

export const MeasureEntry = Type.Object(
  {
    target: Type.Object(
      {
        indicator: Type.String({ description: "the words the plan names it by" }),
        scope: Type.Optional(Nullable(Type.String())),
        period: Type.Optional(Nullable(Type.String())),
        measure: Type.Optional(Type.String()),
      },
      strict,
    ),
    measured_by: Nullable(MeasuredBy),
    ...Duty,
  },
  strict,
);
export const DutyEntry = Type.Object({ clause: Type.String({ description: "words of a title of the outline, or a chapter's number" }), ...Duty }, strict);
export const MeasuresFile = Type.Object({ measures: Type.Array(MeasureEntry), duties: Type.Optional(Type.Array(DutyEntry)) }, strict);
export type MeasureEntry = Static<typeof MeasureEntry>;
export type DutyEntry = Static<typeof DutyEntry>;
export type MeasuresFile = Static<typeof MeasuresFile>;

// ---- what the API gives

export const Responsible = Type.Object({
  body: Type.String(),
  name: Said,
  role: OneOf("lead", "with"),
  basis: Nullable(Said),
  issued_on: Nullable(Type.String({ description: "null: a draft, seen inside only" })),
});

export const PlanView = Type.Object({
  title: Type.String(),
  division: Nullable(Type.String()),
  period: Nullable(Type.String()),
  outlook: Nullable(Type.String()),
  text: Type.String(),
  version: Type.Integer(),
  source: Type.Object({ name: Type.String(), sha256: Type.String(), characters: Type.Integer() }),
  adopted_on: Nullable(Type.String()),
  adopted_by: Nullable(Said),
  origin: Nullable(Type.Object({ title: Type.String(), address: Nullable(Type.String()) })),
  note: Nullable(Said),
  issues: Type.Array(Type.Object({ at: Type.Integer(), kind: Type.String(), message: Type.String() })),
  released_on: Nullable(Type.String({ description: "day of the last release of status; null: none yet" })),
  as_of: Nullable(Type.String({ description: "the day that release speaks of" })),
});

const Chapter = Nullable(Type.Object({ id: Type.String(), number: Type.String(), title: Type.String() }));

export const Measure = Type.Object({
  indicator: Nullable(Type.String()),
  division: Nullable(Type.String()),
  scope: Nullable(Type.String()),
  version: Type.String({ description: "send it as If-Match when changing" }),
});

export const TargetView = Type.Object({
  ...Target.properties,
  corrected: Corrected,
  chapter: Chapter,
  indicator_code: Nullable(Type.String()),
  measured_by: Nullable(Measure),
  responsible_bodies: Type.Array(Responsible),
  standing: Nullable(Standing),
});

export const TaskView = Type.Object({ ...PlanTask.properties, corrected: Corrected, chapter: Chapter, responsible_bodies: Type.Array(Responsible) });

/** A version of the document that was put in force, or another reading of the same words by a better compiler. */
export const VersionView = Type.Object({
  version: Type.Integer(),
  title: Type.String(),
  source_name: Type.String(),
  adopted_on: Nullable(Type.String()),
  recorded_at: Type.String({ format: "date-time" }),
});

/** A document that is not (yet) in force, such as a draft, against a version that is. */
export const CompareIn = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    name: Type.String({ minLength: 1, maxLength: 300, description: "file name" }),
    content: Type.String({ minLength: 1, maxLength: 15_000_000, pattern: "^[A-Za-z0-9+/]+={0,2}$", description: "the file, base64" }),
    as: OneOf("before", "after"),
  },
  strict,
);

export const OutlineView = Type.Object(
  { items: Type.Array(Type.Unsafe<object>({ $ref: "#/$defs/OutlineNode" })) },
  { $defs: { OutlineNode: OutlineNodeSchema } },
);

const Counted = Type.Object({
  status: StandingStatus,
  attribute: Nullable(Attribute),
  count: Type.Integer(),
  ids: Type.Array(Type.String()),
});

export const CockpitView = Type.Object({
  as_of: Type.String(),
  since: Type.String({ description: "the day `turned` compares with" }),
  released_on: Nullable(Type.String()),
  targets: Type.Integer(),
  tasks: Type.Integer(),
  counts: Type.Array(Counted),
  chapters: Type.Array(Type.Object({ clause: Type.String(), number: Type.String(), title: Type.String(), targets: Type.Integer(), tasks: Type.Integer(), counts: Type.Array(Counted) })),
  turned: Type.Array(Type.Object({ target: Type.String(), indicator: Type.String(), from: StandingStatus, to: StandingStatus })),
  due_next: Type.Array(Type.Object({ target: Type.String(), indicator: Type.String(), quote: Type.String(), due: Type.String(), status: StandingStatus })),
  no_data: Type.Array(Type.Object({ target: Type.String(), indicator: Type.String(), quote: Type.String() })),
});

export const MeasureIn = Type.Object(
  { indicator: Nullable(Type.String()), division: Type.Optional(Nullable(DivisionCode)), scope: Type.Optional(Nullable(Type.String({ maxLength: 60 }))) },
  strict,
);
export const DutyIn = Type.Object(
  {
    subject: Type.String({ description: "id of a target or task" }),
    body: BodyCode,
    role: OneOf("lead", "with"),
    basis: Type.Optional(Nullable(Said)),
    issued_on: Type.Optional(Nullable(Day)),
    document_number: Type.Optional(Nullable(Type.String({ maxLength: 100, description: "文号" }))),
  },
  strict,
);
export const ReleaseIn = Type.Object({ as_of: Day, note: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))) }, strict);
export const ReleaseView = Type.Object({
  id: Type.String(),
  as_of: Type.String(),
  released_on: Type.String(),
  note: Nullable(Type.String()),
  targets: Type.Integer(),
});

export const DayQuery = {
  as_of: Type.Optional(Day),
  known_at: Type.Optional(Type.String({ description: "as it was known then: a day, or a date and time (RFC 3339)" })),
};
export const TargetsQuery = {
  ...DayQuery,
  status: Type.Optional(StandingStatus),
  body: Type.Optional(BodyCode),
  chapter: Type.Optional(Type.String({ description: "id of a chapter of the outline" })),
  year: Type.Optional(Type.String({ pattern: "^\\d{4}$", description: "targets due in this year" })),
  attribute: Type.Optional(OneOf("binding", "expected", "none")),
};

export type PlanView = Static<typeof PlanView>;
export type TargetView = Static<typeof TargetView>;
export type TaskView = Static<typeof TaskView>;
export type CockpitView = Static<typeof CockpitView>;
export type VersionView = Static<typeof VersionView>;
export type CompareIn = Static<typeof CompareIn>;
export type Responsible = Static<typeof Responsible>;
export type ReleaseView = Static<typeof ReleaseView>;
export type MeasureIn = Static<typeof MeasureIn>;
export type DutyIn = Static<typeof DutyIn>;
