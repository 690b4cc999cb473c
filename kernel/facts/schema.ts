import { type Static, Type } from "typebox";
import { Day, Nullable, OneOf } from "../../base/shapes/shapes.ts";

/** Shapes of indicators, observations and standings as they travel. Figures are exact decimals in strings; what is computed for show is a number. */

export const Direction = OneOf("up", "down", "none");
export const Kind = OneOf("level", "flow", "rate", "index");
export const Bound = OneOf("=", ">", ">=", "<", "<=");
export const ObservationStatus = OneOf("expected", "preliminary", "final", "revised", "superseded", "derived");
export const StandingStatus = OneOf("met", "ahead", "on_track", "at_risk", "off_track", "not_met", "due_unpublished", "no_data", "not_due");
export const Adds = OneOf("sum", "none");
export const Prices = OneOf("current", "constant", "none");
export const Frequency = OneOf("year", "half", "quarter", "month", "decade", "irregular");

export type Direction = Static<typeof Direction>;
export type Kind = Static<typeof Kind>;
export type Bound = Static<typeof Bound>;
export type ObservationStatus = Static<typeof ObservationStatus>;
export type StandingStatus = Static<typeof StandingStatus>;
export type Frequency = Static<typeof Frequency>;

export const Names = Type.Object({ "zh-CN": Type.String(), en: Type.String() }, { additionalProperties: false });

/** Decimals as written: no exponent, no separators. */
const Decimal = Type.String({ description: "exact decimal, as a string" });

export const Observation = Type.Object(
  {
    id: Type.String(),
    indicator: Type.String(),
    division: Type.String(),
    scope: Nullable(Type.String({ description: "what it is limited to: 市区, 规上" })),
    period: Type.String({ description: "2020, 2023-H1, 2022-Q1, 2022-01/2022-09, 2022-11, 2021/2025" }),
    period_start: Type.String(),
    period_end: Type.String(),
    value: Decimal,
    bound: Bound,
    unit: Type.String(),
    printed: Nullable(Type.String({ description: "figure and unit as they were given, where they were converted" })),
    status: ObservationStatus,
    source: Type.Object({ title: Type.String(), address: Nullable(Type.String()) }),
    published_on: Nullable(Type.String({ description: "when the source was published, where known" })),
    note: Nullable(Type.String()),
    class: Type.String({ description: "public once released, else internal" }),
    released_on: Nullable(Type.String()),
    revision: Type.Integer({ description: "1, 2, … of its cell" }),
    recorded_at: Type.String(),
    recorded_by: Nullable(Type.String({ description: "not shown to the public" })),
    supersedes: Nullable(Type.String()),
  },
  { additionalProperties: false },
);
export type Observation = Static<typeof Observation>;

export const Indicator = Type.Object(
  {
    code: Type.String(),
    name: Names,
    definition: Names,
    unit: Type.String(),
    direction: Direction,
    kind: Kind,
    source_body: Nullable(Type.String()),
    frequency: Frequency,
    adds: Type.Unsafe<Static<typeof Adds>>({ ...Adds, description: "whether figures of divisions may be added up" }),
    prices: Prices,
    also: Type.Array(Type.String(), { description: "other names" }),
    decimals: Nullable(Type.Integer({ description: "digits after the point it is published with" })),
    minimum: Nullable(Decimal),
    maximum: Nullable(Decimal),
    latest: Nullable(Observation),
    count: Type.Integer({ description: "cells with a figure, in all divisions" }),
  },
  { additionalProperties: false },
);
export type Indicator = Static<typeof Indicator>;

/** An indicator as a city folder writes it. */
export const IndicatorIn = Type.Object(
  {
    code: Type.String({ pattern: "^[a-z][a-z0-9_.]{0,62}$" }),
    name: Names,
    definition: Type.Optional(Names),
    unit: Type.String({ maxLength: 40 }),
    direction: Direction,
    kind: Kind,
    source_body: Type.Optional(Nullable(Type.String())),
    frequency: Type.Optional(Frequency),
    adds: Type.Optional(Adds),
    prices: Type.Optional(Prices),
    also: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 12 })),
    minimum: Type.Optional(Nullable(Type.Union([Type.String(), Type.Number()]))),
    maximum: Type.Optional(Nullable(Type.Union([Type.String(), Type.Number()]))),
  },
  { additionalProperties: false },
);
export type IndicatorIn = Static<typeof IndicatorIn>;

export const IndicatorsFile = Type.Object({ indicators: Type.Array(IndicatorIn) }, { additionalProperties: false });

const short = { minLength: 1, maxLength: 200 };

/** An observation as it is sent. What the fields mean is checked set-wise, so that all faults come at once. */
export const ObservationIn = Type.Object(
  {
    indicator: Type.String(short),
    division: Type.String(short),
    scope: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
    period: Type.String(short),
    value: Type.Union([Type.String({ minLength: 1, maxLength: 60 }), Type.Number()]),
    bound: Type.Optional(Bound),
    unit: Type.Optional(Type.String({ maxLength: 40, description: "the indicator's own where left out" })),
    status: ObservationStatus,
    source: Type.Object(
      { title: Type.String({ minLength: 1, maxLength: 500 }), address: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))) },
      { additionalProperties: false },
    ),
    published_on: Type.Optional(Nullable(Day)),
    note: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
    supersedes: Type.Optional(Nullable(Type.String({ format: "uuid", description: "id of the observation this one corrects" }))),
  },
  { additionalProperties: false },
);
export type ObservationIn = Static<typeof ObservationIn>;

export const most_items = 5000;

export const ObservationsList = Type.Object({ items: Type.Array(ObservationIn, { minItems: 1, maxItems: most_items }) }, { additionalProperties: false });

/** One figure or a list of them. Told apart by `items`, so that a fault is not reported once for each of the two forms. */
export const ObservationsIn = Type.Unsafe<ObservationIn | Static<typeof ObservationsList>>({
  type: "object",
  if: { required: ["items"] },
  then: ObservationsList,
  else: ObservationIn,
});

export const ReleaseIn = Type.Object(
  {
    observations: Type.Array(Type.String({ format: "uuid" }), { minItems: 1, maxItems: most_items }),
    note: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
  },
  { additionalProperties: false },
);

export const ListQuery = {
  indicator: Type.Optional(Type.String()),
  division: Type.Optional(Type.String()),
  from: Type.Optional(Type.String({ description: "a period or a day: what ends on or after its first day" })),
  to: Type.Optional(Type.String({ description: "a period or a day: what begins on or before its last day" })),
  known_at: Type.Optional(Type.String({ description: "as it was known then: a day, or a date and time (RFC 3339)" })),
  history: Type.Optional(Type.Boolean({ description: "superseded figures too" })),
};

const Point = Type.Object({ period: Type.String(), value: Type.Number() }, { additionalProperties: false });

export const MethodUsed = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    title: Names,
    source: Type.Object({ title: Type.String(), publisher: Nullable(Type.String()), address: Nullable(Type.String()), status: Type.String() }),
  },
  { additionalProperties: false },
);
export type MethodUsed = Static<typeof MethodUsed>;

export const StandingInput = Type.Object(
  {
    role: OneOf("base", "target", "value", "part"),
    period: Nullable(Type.String()),
    value: Type.String(),
    unit: Type.String(),
    observation: Nullable(Type.String({ description: "id; null where the plan itself says it" })),
  },
  { additionalProperties: false },
);

/** How a target stands on a day, and why. Figures are in the target's unit. */
export const Standing = Type.Object(
  {
    status: StandingStatus,
    reason: Type.String({ description: "stable name of what decided: below-path, not-published, …" }),
    as_of: Type.String(),
    value: Nullable(Observation),
    required: Nullable(Type.Number()),
    required_on: Nullable(Type.String({ description: "day for which `required` holds: the end of the observation's period" })),
    gap: Nullable(Type.Number({ description: "value less required" })),
    ratio: Nullable(Type.Number({ description: "progress made to progress required" })),
    method: MethodUsed,
    inputs: Type.Array(StandingInput),
    sentence: Names,
    path: Type.Array(Point),
    years: Type.Array(Type.Object({ period: Type.String(), status: StandingStatus }, { additionalProperties: false }), { description: "of a yearly target" }),
    observations: Type.Array(Observation),
    due: Nullable(Type.String()),
    released_on: Nullable(Type.String()),
  },
  { additionalProperties: false },
);
export type Standing = Static<typeof Standing>;
/** A standing before anyone released it. */
export type Judgement = Standing & { released_on: null };
