import { type Static, Type } from "typebox";
import { DivisionCode, DivisionLevel, Said } from "../registry/schema.ts";

const strict = { additionalProperties: false } as const;

// GeoJSON (RFC 7946), polygons only: a division is an area.
const Position = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 });
const Ring = Type.Array(Position, { minItems: 4 });
const PolygonCoordinates = Type.Array(Ring, { minItems: 1 });
const MultiPolygonCoordinates = Type.Array(PolygonCoordinates, { minItems: 1 });

/** The two kinds of area, told apart by `type` so that a fault in one is not said as a fault of both. */
export const Geometry = Type.Object(
  { type: Type.Unsafe<"Polygon" | "MultiPolygon">(Type.String({ enum: ["Polygon", "MultiPolygon"] })), coordinates: Type.Array(Type.Array(Type.Array(Type.Unknown()))) },
  strict,
);

export const Polygon = Type.Object({ type: Type.Literal("Polygon"), coordinates: PolygonCoordinates }, strict);
export const MultiPolygon = Type.Object({ type: Type.Literal("MultiPolygon"), coordinates: MultiPolygonCoordinates }, strict);

/** shapes.geojson of a city folder. */
export const ShapesFile = Type.Object(
  {
    type: Type.Literal("FeatureCollection"),
    source: Type.String({ minLength: 1 }),
    licence: Type.String({ minLength: 1 }),
    schematic: Type.Boolean({ description: "not of an approved map: shown as a schematic one" }),
    note: Type.Optional(Said),
    features: Type.Array(
      Type.Object(
        {
          type: Type.Literal("Feature"),
          id: Type.Optional(Type.Union([Type.String(), Type.Number()])),
          properties: Type.Object({ division: DivisionCode, name: Type.Optional(Type.String()), approximate: Type.Boolean() }, strict),
          geometry: Geometry,
        },
        strict,
      ),
      { minItems: 1 },
    ),
  },
  strict,
);
export type ShapesFile = Static<typeof ShapesFile>;

export const ShapeFeature = Type.Object({
  type: Type.Literal("Feature"),
  id: Type.String({ description: "code of the division" }),
  properties: Type.Object({
    division: Type.String(),
    name: Said,
    level: DivisionLevel,
    approximate: Type.Boolean(),
    composed_of: Type.Array(Type.String(), { description: "divisions whose shapes make up this one; empty for a shape of its own" }),
    source: Type.String(),
    licence: Type.String(),
  }),
  geometry: Geometry,
});
export const Shapes = Type.Object({
  type: Type.Literal("FeatureCollection"),
  schematic: Type.Boolean(),
  approval_number: Type.Union([Type.String(), Type.Null()]),
  source: Type.String(),
  licence: Type.String(),
  note: Said,
  without_shape: Type.Array(Type.String(), { description: "codes of reporting areas whose extent is not known" }),
  features: Type.Array(ShapeFeature),
});
export const PointQuery = Type.Object({
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
});
export const FoundDivision = Type.Object({
  division: Type.Union([Type.Object({ code: Type.String(), name: Said }), Type.Null()]),
  approximate: Type.Boolean({ description: "found on a schematic map: near a boundary it may be the neighbour" }),
});

export type ShapeFeature = Static<typeof ShapeFeature>;
export type Shapes = Static<typeof Shapes>;
export type FoundDivision = Static<typeof FoundDivision>;
