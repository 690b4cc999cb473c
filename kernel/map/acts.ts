import type { Ctx } from "../../base/db/ctx.ts";
import { fill, type Said } from "../../base/text/text.ts";
import { getCity } from "../registry/acts.ts";
import { type DivisionRow, selectDivisions } from "../registry/queries.ts";
import { findAt, type Geometry, unite } from "./map.ts";
import { selectShapes, type ShapeRow } from "./queries.ts";
import type { FoundDivision, ShapeFeature, Shapes } from "./schema.ts";
import { text } from "./text.ts";

const nameOf = (division: DivisionRow): Said => ({ "zh-CN": division.name_zh, en: division.name_en });

function own(division: DivisionRow, shape: ShapeRow): ShapeFeature {
  return feature(division, [shape], [], shape.geometry as Geometry);
}

/** A union has a shape as soon as all its members have one, and is approximate where any of them is. */
function composed(division: DivisionRow, shapes: ReadonlyMap<string, ShapeRow>): ShapeFeature | undefined {
  const parts = division.members.flatMap((code) => shapes.get(code) ?? []);
  if (parts.length === 0 || parts.length < division.members.length) return undefined;
  return feature(division, parts, division.members, unite(parts.map((part) => part.geometry as Geometry)));
}

const each = (values: readonly string[]): string => [...new Set(values)].join("; ");

function feature(division: DivisionRow, parts: readonly ShapeRow[], composed_of: string[], geometry: Geometry): ShapeFeature {
  return {
    type: "Feature",
    id: division.code,
    properties: {
      division: division.code,
      name: nameOf(division),
      level: division.level as ShapeFeature["properties"]["level"],
      approximate: parts.some((part) => part.approximate),
      composed_of,
      source: each(parts.map((part) => part.source)),
      licence: each(parts.map((part) => part.licence)),
    },
    // Copied into the mutable arrays that the schema's type speaks of.
    geometry: geometry as ShapeFeature["geometry"],
  };
}

export async function getShapes(ctx: Ctx, knownAt?: Date): Promise<Shapes> {
  const city = await getCity(ctx);
  const rows = await selectShapes(ctx, knownAt);
  const shapes = new Map(rows.map((row) => [row.division, row]));
  const divisions = await selectDivisions(ctx, { knownAt });
  const features = divisions.flatMap((division) => {
    const shape = shapes.get(division.code);
    return (division.level === "union" ? composed(division, shapes) : shape && own(division, shape)) ?? [];
  });
  const number = city.map_approval_number;
  const note: Said = number === null ? text.schematicNote : { "zh-CN": fill(text.approvedNote["zh-CN"], { number }), en: fill(text.approvedNote.en, { number }) };
  const drawn = new Set(features.map(({ id }) => id));
  return {
    type: "FeatureCollection",
    schematic: number === null,
    approval_number: number,
    source: each(rows.map((row) => row.source)),
    licence: each(rows.map((row) => row.licence)),
    note,
    without_shape: divisions.filter(({ code, level }) => (level === "zone" || level === "union") && !drawn.has(code)).map(({ code }) => code),
    features,
  };
}

/** The county a point lies in, as far as the shapes tell. */
export async function findCounty(ctx: Ctx, longitude: number, latitude: number): Promise<FoundDivision> {
  const shapes = await getShapes(ctx);
  const counties = shapes.features.filter(({ properties }) => properties.level === "county");
  const found = findAt([longitude, latitude], counties.map((county) => ({ ...county, geometry: county.geometry as Geometry })));
  if (!found) return { division: null, approximate: counties.some(({ properties }) => properties.approximate) };
  return { division: { code: found.id, name: found.properties.name }, approximate: found.properties.approximate };
}
