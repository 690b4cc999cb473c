import { existsSync } from "node:fs";
import path from "node:path";
import { v7 as uuid } from "uuid";
import { record } from "../../base/audit/audit.ts";
import { parseJson } from "../../base/files/json.ts";
import { readBytes } from "../../base/files/yaml.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import { type Place, Problem } from "../../base/errors/problem.ts";
import { getCityPath } from "../registry/acts.ts";
import { selectDivisions } from "../registry/queries.ts";
import { areaFor } from "../registry/registry.ts";
import { shapesFaults } from "./map.ts";
import { insertShapes, selectShapes } from "./queries.ts";
import { ShapesFile } from "./schema.ts";
import { text } from "./text.ts";

export const file_name = "shapes.geojson";

/** Reads shapes.geojson of a city folder. A city may have none: then there is neither a value nor a fault. */
export function readShapes(folder: string): { readonly value: ShapesFile | undefined; readonly faults: readonly Place[] } {
  const file = path.join(folder, file_name);
  if (!existsSync(file)) return { value: undefined, faults: [] };
  const input = readBytes(file);
  if (input.fault) return { value: undefined, faults: [input.fault] };
  const read = parseJson(file_name, input.bytes, ShapesFile);
  if (read.value === undefined) return { value: undefined, faults: read.faults };
  const faults = shapesFaults(read.value).map((fault): Place => ({ at: read.at(fault.path), said: fault.said, values: fault.values }));
  return { value: faults.length > 0 ? undefined : read.value, faults };
}

/** Appends the shapes that are new or changed; the divisions are loaded before. All of it, or a refusal that names every fault. */
export async function loadShapes(ctx: Ctx, file: ShapesFile): Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }> {
  const divisions = new Map((await selectDivisions(ctx)).map((division) => [division.code, division]));
  const places = file.features.flatMap(({ properties: { division } }, index): Place[] => {
    const at = `${file_name} features[${index}]`;
    const known = divisions.get(division);
    if (!known) return [{ at, said: text.unknownDivision, values: { division } }];
    return known.level === "union" ? [{ at, said: text.union, values: { division } }] : [];
  });
  if (places.length > 0) throw new Problem(422, "shapes", text.faults, { values: { count: places.length }, places });
  const city = await getCityPath(ctx);
  const there = new Map((await selectShapes(ctx)).map((row) => [row.division, row]));
  const append = file.features.flatMap(({ properties: { division, approximate }, geometry }) => {
    const old = there.get(division);
    // jsonb orders an object's keys in its own way; a geometry has two.
    const same = old && JSON.stringify((old.geometry as typeof geometry).coordinates) === JSON.stringify(geometry.coordinates)
      && (old.geometry as typeof geometry).type === geometry.type
      && old.approximate === approximate && old.source === file.source && old.licence === file.licence;
    if (same) return [];
    return [{
      id: uuid(),
      division,
      geometry: JSON.stringify({ type: geometry.type, coordinates: geometry.coordinates }),
      approximate,
      source: file.source,
      licence: file.licence,
      area: areaFor(divisions.get(division)?.path ?? city, city),
      body: null,
      class: "public",
      recorded_at: ctx.now,
      recorded_by: ctx.actor.id,
    }];
  });
  if (append.length > 0) await insertShapes(ctx, append);
  const changed = append.filter(({ division }) => there.has(division)).length;
  const counts = { added: append.length - changed, changed, unchanged: file.features.length - append.length };
  if (append.length > 0) await record(ctx, "map.load-shapes", String(append.length), counts, "public");
  return counts;
}
