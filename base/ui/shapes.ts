/** Shapes of areas as GeoJSON gives them: longitude, latitude. */
type Ring = readonly (readonly number[])[];
export interface Area {
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

const polygonsOf = (area: Area): readonly (readonly Ring[])[] =>
  area.geometry.type === "Polygon"
    ? [area.geometry.coordinates as readonly Ring[]]
    : area.geometry.type === "MultiPolygon"
      ? (area.geometry.coordinates as readonly (readonly Ring[])[])
      : [];

/** West, south, east, north of all areas. */
export function boundsOf(areas: readonly Area[]): [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const area of areas)
    for (const polygon of polygonsOf(area))
      for (const ring of polygon)
        for (const [x = 0, y = 0] of ring) {
          west = Math.min(west, x);
          south = Math.min(south, y);
          east = Math.max(east, x);
          north = Math.max(north, y);
        }
  return west > east ? [-180, -85, 180, 85] : [west, south, east, north];
}

/** Twice the signed area of a ring, and its centre of mass. */
function weigh(ring: Ring): { readonly area: number; readonly x: number; readonly y: number } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0 ? { area: 0, x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0 } : { area, x: x / (3 * area), y: y / (3 * area) };
}

/** Where an area's label stands: the centre of its largest part. */
export function centreOf(area: Area): [number, number] {
  let best = { area: -1, x: 0, y: 0 };
  for (const polygon of polygonsOf(area)) {
    const outer = polygon[0];
    if (outer === undefined) continue;
    const weighed = weigh(outer);
    if (Math.abs(weighed.area) > best.area) best = { ...weighed, area: Math.abs(weighed.area) };
  }
  return [best.x, best.y];
}
