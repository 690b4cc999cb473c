import { type Static, Type } from "typebox";
import { Nullable, OneOf } from "../../../base/shapes/shapes.ts";

/** Two versions of a document, compared. Positions count UTF-16 units in the text of their own version. */

const Stretch = Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }, { additionalProperties: false });

export const ChangeKind = OneOf("added", "dropped", "moved", "number", "deadline", "wording", "attribute", "responsible");

export const Piece = Type.Object(
  { kind: OneOf("same", "added", "dropped"), words: Type.String() },
  { additionalProperties: false },
);

/** A line of the text on one side or on both. */
export const TextRow = Type.Object(
  {
    kind: OneOf("same", "changed", "added", "dropped", "moved"),
    before: Nullable(Stretch),
    after: Nullable(Stretch),
    partner: Nullable(Type.Integer({ description: "moved: the row on which the other side stands" })),
    pieces: Type.Array(Piece, { description: "changed: the words of both sides, in order" }),
  },
  { additionalProperties: false },
);

const Side = Type.Object(
  { id: Type.String(), at: Type.Integer({ minimum: 0 }), words: Type.String({ description: "as the document prints it" }) },
  { additionalProperties: false },
);

export const Change = Type.Object(
  {
    what: OneOf("clause", "target", "task", "paragraph"),
    kinds: Type.Array(ChangeKind),
    before: Nullable(Side),
    after: Nullable(Side),
    fields: Type.Array(
      Type.Object({ field: Type.String(), before: Type.String(), after: Type.String() }, { additionalProperties: false }),
      { description: "each field that differs, as printed" },
    ),
    row: Type.Integer({ minimum: 0, description: "row of the text on which it stands" }),
  },
  { additionalProperties: false },
);

export const Comparison = Type.Object(
  {
    format: Type.Literal("gangju-comparison/1"),
    before: Type.Object({ title: Type.String(), text: Type.String() }, { additionalProperties: false }),
    after: Type.Object({ title: Type.String(), text: Type.String() }, { additionalProperties: false }),
    changes: Type.Array(Change),
    rows: Type.Array(TextRow),
  },
  { $id: "https://gangju.example/schema/gangju-comparison-1.json", title: "Two versions of a plan, compared (gangju-comparison/1)", additionalProperties: false },
);

export type ChangeKind = Static<typeof ChangeKind>;
export type Piece = Static<typeof Piece>;
export type TextRow = Static<typeof TextRow>;
export type Change = Static<typeof Change>;
export type Comparison = Static<typeof Comparison>;
