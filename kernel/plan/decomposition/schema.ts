import { type Static, Type } from "typebox";
import { Day, Nullable, OneOf } from "../../../base/shapes/shapes.ts";
import { Said } from "../../registry/schema.ts";

/** Shapes of the decomposition table as it travels. */

const strict = { additionalProperties: false } as const;

const Stage = OneOf("consultation", "submission", "issued");
const Outcome = OneOf("adopted", "partly", "rejected");

export const StageView = Type.Object({
  version: Type.Integer(),
  stage: Stage,
  title: Type.String(),
  document: Type.Integer({ description: "version of the plan document it breaks down" }),
  document_number: Nullable(Type.String()),
  issued_on: Nullable(Type.String()),
  note: Nullable(Type.String()),
  recorded_at: Type.String(),
});

export const StagesView = Type.Object({ items: Type.Array(StageView) });

export const DecompositionView = Type.Object({
  ...StageView.properties,
  remark: Type.String(),
  current: Type.Boolean({ description: "the newest stage" }),
  columns: Type.Array(Type.Object({ field: Type.String(), label: Type.String(), group: Nullable(Type.String()), width: Type.Integer() })),
  rows: Type.Array(Type.Object({ id: Type.String(), kind: OneOf("target", "task", "added"), cells: Type.Record(Type.String(), Type.String()) })),
  opinions: Type.Integer(),
  undecided: Type.Integer(),
});

export const DrawIn = Type.Object({ note: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))) }, strict);

export const FileQuery = {
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  of: Type.Optional(OneOf("table", "opinions", "adoption")),
  format: Type.Optional(OneOf("xlsx", "docx")),
  paper: Type.Optional(OneOf("A3", "A4")),
};
export const FileView = Type.Object({ name: Type.String(), media_type: Type.String(), content: Type.String({ description: "base64" }) });

export const ReturnsIn = Type.Object(
  { files: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), content: Type.String({ description: "base64" }) }, strict), { minItems: 1, maxItems: 100 }) },
  strict,
);
const Notice = Type.Object({ kind: Type.String(), place: Type.String(), said: Said });
export const ReceivedView = Type.Object({
  items: Type.Array(Type.Object({ name: Type.String(), received: Type.Boolean(), office: Type.String(), opinions: Type.Integer(), notices: Type.Array(Notice), refusal: Nullable(Said) })),
});
export const ReturnsView = Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), office: Type.String(), file_name: Type.String(), received_at: Type.String(), notices: Type.Array(Notice) })) });

export const OpinionView = Type.Object({
  id: Type.String(),
  office: Type.String(),
  row: Nullable(Type.String()),
  number: Type.String(),
  subject: Type.String(),
  kind: OneOf("change", "add", "drop", "remark"),
  field: Nullable(Type.String()),
  label: Type.String({ description: "the column as printed" }),
  before: Type.String(),
  proposed: Type.String(),
  reason: Type.String(),
  place: Type.String(),
  decision: Nullable(Type.Object({ outcome: Outcome, result: Nullable(Type.String()), reason: Type.String(), at: Type.String(), by: Type.String() })),
  version: Type.String({ description: "send it as If-Match when deciding" }),
});

export const DecisionIn = Type.Object(
  { outcome: Outcome, result: Type.Optional(Nullable(Type.String({ maxLength: 5000 }))), reason: Type.Optional(Type.String({ maxLength: 2000 })) },
  strict,
);

export const AdvanceIn = Type.Object(
  {
    stage: Stage,
    document_number: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 100, description: "文号" }))),
    issued_on: Type.Optional(Nullable(Day)),
    note: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
  },
  strict,
);
export const AdvancedView = Type.Object({
  ...StageView.properties,
  duties: Type.Integer({ description: "duties issued" }),
  unknown_bodies: Type.Array(Type.String(), { description: "named in the table and not among the city's bodies: no duty could be issued to them" }),
});

export type StageView = Static<typeof StageView>;
export type DecompositionView = Static<typeof DecompositionView>;
export type FileView = Static<typeof FileView>;
export type ReceivedView = Static<typeof ReceivedView>;
export type ReturnsView = Static<typeof ReturnsView>;
export type OpinionView = Static<typeof OpinionView>;
export type DecisionIn = Static<typeof DecisionIn>;
export type AdvanceIn = Static<typeof AdvanceIn>;
export type AdvancedView = Static<typeof AdvancedView>;
