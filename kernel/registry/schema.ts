import { type Static, Type } from "typebox";
import { Nullable, OneOf } from "../../base/shapes/shapes.ts";
import { permissions, roleNames } from "./roles.ts";

const strict = { additionalProperties: false } as const;

/** A name or sentence in both languages. */
export const Said = Type.Object({ "zh-CN": Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, strict);

/** A label of an area path: a GB/T 2260 code, or a code of our own with letters, digits and _ (330802, qz_urban). */
export const DivisionCode = Type.String({ pattern: "^[A-Za-z0-9_]{1,60}$" });
export const BodyCode = Type.String({ pattern: "^[a-z][a-z0-9-]{0,60}$" });
const DateText = Type.String({ format: "date" });

export const DivisionLevel = OneOf("province", "prefecture", "county", "zone", "union");
export const BodyKind = OneOf("party", "congress", "government", "department", "county", "zone", "vertical", "other");

// ---- files of a city folder

export const CityFile = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z][a-z0-9_]{0,40}$", description: "also the name of the city's schema" }),
    name: Said,
    division: DivisionCode,
    language: Type.Optional(OneOf("zh-CN", "en")),
    time_zone: Type.Optional(Type.String({ pattern: "^[A-Za-z_+-]+(/[A-Za-z0-9_+-]+)*$" })),
    plan: Type.Object(
      {
        document: Type.String({ minLength: 1, description: "file in this folder" }),
        title: Type.Optional(Said),
        adopted_on: Type.Optional(DateText),
        adopted_by: Type.Optional(Said),
        source: Type.Optional(Type.Object({ title: Type.String(), address: Nullable(Type.String()) }, strict)),
        note: Type.Optional(Said),
      },
      strict,
    ),
    map: Type.Object({ approval_number: Nullable(Type.String({ description: "审图号; null: the map is schematic" })) }, strict),
    packs: Type.Optional(Type.Array(Type.String({ pattern: "^[a-z][a-z0-9-]*$" }), { uniqueItems: true })),
    note: Type.Optional(Said),
  },
  strict,
);

export const DivisionEntry = Type.Object(
  {
    code: DivisionCode,
    level: DivisionLevel,
    parent: Nullable(DivisionCode),
    name: Said,
    members: Type.Optional(Type.Array(DivisionCode, { minItems: 2, uniqueItems: true, description: "of a union" })),
    valid_from: Type.Optional(DateText),
    valid_to: Type.Optional(DateText),
    note: Type.Optional(Said),
    source: Type.String({ minLength: 1 }),
  },
  strict,
);
export const DivisionsFile = Type.Object({ divisions: Type.Array(DivisionEntry, { minItems: 1 }) }, strict);

export const BodyEntry = Type.Object(
  {
    code: BodyCode,
    name: Said,
    kind: BodyKind,
    division: DivisionCode,
    parent: Nullable(BodyCode),
    duties: Type.Array(Said, { minItems: 1, maxItems: 12 }),
    posts: Type.Array(Said, { description: "titles of posts; never names of persons" }),
    note: Type.Optional(Said),
    source: Type.String({ minLength: 1 }),
  },
  strict,
);
export const BodiesFile = Type.Object({ bodies: Type.Array(BodyEntry) }, strict);

export type CityFile = Static<typeof CityFile>;
export type DivisionEntry = Static<typeof DivisionEntry>;
export type BodyEntry = Static<typeof BodyEntry>;
/** A division with its place worked out from its parents. */
export type PlacedDivision = DivisionEntry & { readonly path: string };

// ---- what the API gives

export const City = Type.Object({ id: Type.String(), name: Said, division: Type.String() });

export const Me = Type.Object({
  signed_in: Type.Boolean(),
  name: Type.String(),
  role: Type.String(),
  permissions: Type.Array(Type.String()),
  area: Type.String({ description: "path of the division whose subtree is seen" }),
  body: Nullable(Type.String()),
  city: City,
  today: Type.String({ description: "the day it is in the city" }),
});

export const Division = Type.Object({
  code: Type.String(),
  path: Type.String(),
  name: Said,
  level: DivisionLevel,
  members: Type.Array(Type.String()),
  valid_from: Nullable(Type.String()),
  valid_to: Nullable(Type.String()),
  note: Nullable(Said),
  source: Type.String(),
});

export const Body = Type.Object({
  code: Type.String(),
  name: Said,
  kind: BodyKind,
  division: Type.String(),
  parent: Nullable(Type.String()),
  duties: Type.Array(Said),
  posts: Type.Array(Said),
  note: Nullable(Said),
  source: Type.String({ description: "通例: general knowledge, no source seen" }),
});

export const MemberIn = Type.Object(
  {
    user_id: Type.String({ minLength: 1, maxLength: 100 }),
    role: OneOf(...roleNames, "none"),
    division: Type.Optional(DivisionCode),
    body: Type.Optional(Nullable(BodyCode)),
  },
  strict,
);
export const Member = Type.Object({
  user_id: Type.String(),
  role: Type.String(),
  area: Type.String(),
  body: Nullable(Type.String()),
  classes: Type.Array(Type.String()),
  recorded_at: Type.String(),
  recorded_by: Type.String(),
});

export const Role = Type.Object({ role: OneOf(...roleNames), name: Said, permissions: Type.Array(OneOf(...permissions)) });
export const Roles = Type.Object({ items: Type.Array(Role) });

export type City = Static<typeof City>;
export type Me = Static<typeof Me>;
export type Division = Static<typeof Division>;
export type Body = Static<typeof Body>;
export type Member = Static<typeof Member>;
export type MemberIn = Static<typeof MemberIn>;
