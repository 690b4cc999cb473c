import { type Path, type ShapeFault, shapeChecker } from "../../base/files/shape.ts";
import { MultiPolygon, Polygon, type ShapesFile } from "./schema.ts";
import { text } from "./text.ts";

/** Longitude, latitude, and sometimes a height that nothing here asks for. */
export type Position = readonly number[];
export type Ring = readonly Position[];
/** An outer ring and its holes. */
export type PolygonRings = readonly Ring[];

export type Geometry =
  | { readonly type: "Polygon"; readonly coordinates: readonly Ring[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly PolygonRings[] };

/** More than any county needs on a screen; a survey's own data is to be simplified first. */
export const most_points = 100_000;

export const polygonsOf = (geometry: Geometry): readonly PolygonRings[] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** Twice the area in square degrees, signed; 0 for a line there and back. */
const doubleArea = (ring: Ring): number =>
  ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Even-odd ray casting. A point on a boundary belongs to one side or the other, never to both or neither of two that share it. */
export function isInRing([x = 0, y = 0]: Position, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

export const isInGeometry = (point: Position, geometry: Geometry): boolean =>
  polygonsOf(geometry).some(([outer = [], ...holes]) => isInRing(point, outer) && !holes.some((hole) => isInRing(point, hole)));

/** The first of these shapes that a point lies in. Six counties of 250 points need no spatial index. */
export const findAt = <T extends { readonly geometry: Geometry }>(point: Position, shapes: readonly T[]): T | undefined =>
  shapes.find((shape) => isInGeometry(point, shape.geometry));

/** The shape of a union: all polygons of its members, side by side. Inner boundaries stay visible, as those of its members. */
export const unite = (parts: readonly Geometry[]): Geometry => ({ type: "MultiPolygon", coordinates: parts.flatMap(polygonsOf) });

function pointFaults(ring: Ring, path: Path): ShapeFault[] {
  return ring.flatMap(([x = 0, y = 0], i): ShapeFault[] => {
    if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return [];
    const said = Math.abs(x) <= 90 && Math.abs(y) <= 180 ? text.swapped : text.outside;
    return [{ path: [...path, i], said, values: { x, y } }];
  });
}

function ringFaults(ring: Ring, path: Path): ShapeFault[] {
  const wrongPoints = pointFaults(ring, path);
  if (wrongPoints.length > 0) return wrongPoints;
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return [{ path, said: text.ringOpen, values: {} }];
  return doubleArea(ring) === 0 ? [{ path, said: text.ringFlat, values: {} }] : [];
}

function polygonFaults(rings: PolygonRings, path: Path): ShapeFault[] {
  const faults = rings.flatMap((ring, i) => ringFaults(ring, [...path, i]));
  if (faults.length > 0) return faults;
  const [outer = [], ...holes] = rings;
  return holes.flatMap((hole, i): ShapeFault[] => {
    // A hole may touch its outer ring at a point, so one point of it inside is enough.
    return hole.some((point) => isInRing(point, outer)) ? [] : [{ path: [...path, i + 1], said: text.holeOutside, values: {} }];
  });
}

/** Everything wrong with one geometry: its shape as GeoJSON, then its rings. */
export function geometryFaults(geometry: { readonly type: string; readonly coordinates: unknown }): ShapeFault[] {
  const checked = shapeChecker(geometry.type === "Polygon" ? Polygon : MultiPolygon)(geometry);
  if (checked.value === undefined) return [...checked.faults];
  const polygons = polygonsOf(geometry as Geometry);
  const count = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (count > most_points) return [{ path: ["coordinates"], said: text.tooManyPoints, values: { count, limit: most_points } }];
  return polygons.flatMap((rings, i) => polygonFaults(rings, geometry.type === "Polygon" ? ["coordinates"] : ["coordinates", i]));
}

/** Everything wrong with a file of shapes beyond its outline. */
export function shapesFaults(file: ShapesFile): ShapeFault[] {
  return file.features.flatMap((feature, index) => {
    const { division } = feature.properties;
    const twice = file.features.findIndex((other) => other.properties.division === division) !== index;
    return [
      ...(twice ? [{ path: ["features", index, "properties", "division"], said: text.twice, values: { division } }] : []),
      ...geometryFaults(feature.geometry).map((fault) => ({ ...fault, path: ["features", index, "geometry", ...fault.path] })),
    ];
  });
}
