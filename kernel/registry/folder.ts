import { existsSync } from "node:fs";
import path from "node:path";
import { readYaml } from "../../base/files/yaml.ts";
import { type Place, Problem } from "../../base/errors/problem.ts";
import { checkBodies, checkCity, checkDivisions, type EntryFault, placeDivisions } from "./registry.ts";
import { BodiesFile, type BodyEntry, CityFile, DivisionsFile, type PlacedDivision } from "./schema.ts";
import { text } from "./text.ts";

/** What a city folder says about the city itself; indicators, observations, shapes and the plan are read by their nouns. */
export interface CityFolder {
  readonly folder: string;
  readonly city: CityFile;
  /** Path of the city's own division: 330000.330800 */
  readonly path: string;
  readonly divisions: readonly PlacedDivision[];
  readonly bodies: readonly BodyEntry[];
}

export interface FolderRead {
  readonly value: CityFolder | undefined;
  readonly faults: readonly Place[];
}

const placed = (list: string, at: (path: (string | number)[]) => string, faults: readonly EntryFault[]): Place[] =>
  faults.map(({ index, key, item, said, values }) => ({
    at: at([list, index, ...(key === undefined ? [] : [key]), ...(item === undefined ? [] : [item])]),
    said,
    values,
  }));

/** Reads city.yaml, divisions.yaml and bodies.yaml; collects every fault of all three, each with file, line and column. */
export function readCityFolder(folder: string): FolderRead {
  const cityFile = readYaml(path.join(folder, "city.yaml"), CityFile);
  const divisionsFile = readYaml(path.join(folder, "divisions.yaml"), DivisionsFile);
  const bodiesFile = readYaml(path.join(folder, "bodies.yaml"), BodiesFile);
  const faults = [...cityFile.faults, ...divisionsFile.faults, ...bodiesFile.faults];
  const divisions = divisionsFile.value?.divisions;
  if (divisions) {
    faults.push(...placed("divisions", divisionsFile.at, checkDivisions(divisions)));
    if (cityFile.value) {
      faults.push(...checkCity(cityFile.value, divisions).map((fault): Place => ({ at: cityFile.at(fault.path), said: fault.said, values: fault.values })));
    }
    if (bodiesFile.value) faults.push(...placed("bodies", bodiesFile.at, checkBodies(bodiesFile.value.bodies, divisions)));
  }
  if (cityFile.value && !existsSync(path.join(folder, cityFile.value.plan.document))) {
    faults.push({ at: cityFile.at(["plan", "document"]), said: text.noDocument, values: { file: cityFile.value.plan.document } });
  }
  if (faults.length > 0 || !cityFile.value || !divisions || !bodiesFile.value) return { value: undefined, faults };
  const city = cityFile.value;
  const all = placeDivisions(divisions);
  const own = all.find((division) => division.code === city.division);
  if (!own) return { value: undefined, faults };
  return { value: { folder, city, path: own.path, divisions: all, bodies: bodiesFile.value.bodies }, faults };
}

/** The folder, or a refusal that names every fault. */
export function getCityFolder(folder: string): CityFolder {
  const { value, faults } = readCityFolder(folder);
  if (!value) throw new Problem(422, "city-folder", text.cityFolder, { values: { count: faults.length }, places: faults });
  return value;
}
