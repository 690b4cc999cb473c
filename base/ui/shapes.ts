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

/** Twice the area of a ring. */
function areaOf(ring: Ring): number {
  let area = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    area += ax * by - bx * ay;
  }
  return Math.abs(area);
}

/** How far inside a ring a point lies; negative outside. */
function depthIn(ring: Ring, x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const [dx, dy] = [bx - ax, by - ay];
    const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
  }
  return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
}

const grid = 16;

/** The point of a ring farthest from its edge, found on a grid that closes in: a centre of mass may lie outside of a bent shape. */
function poleOf(ring: Ring): [number, number] {
  let [west, south, east, north] = boundsOf([{ geometry: { type: "Polygon", coordinates: [ring] } }]);
  let best: [number, number] = [(west + east) / 2, (south + north) / 2];
  let depth = depthIn(ring, best[0], best[1]);
  for (let round = 0; round < 4; round++) {
    const [stepX, stepY] = [(east - west) / grid, (north - south) / grid];
    for (let i = 0; i <= grid; i++)
      for (let j = 0; j <= grid; j++) {
        const [x, y] = [west + i * stepX, south + j * stepY];
        const here = depthIn(ring, x, y);
        if (here > depth) [depth, best] = [here, [x, y]];
      }
    [west, east, south, north] = [best[0] - stepX, best[0] + stepX, best[1] - stepY, best[1] + stepY];
  }
  return best;
}

/** Where an area's label stands: deep inside its largest part. */
export function centreOf(area: Area): [number, number] {
  let largest: Ring = [];
  for (const polygon of polygonsOf(area)) if (polygon[0] && areaOf(polygon[0]) > areaOf(largest)) largest = polygon[0];
  return largest.length === 0 ? [0, 0] : poleOf(largest);
}
