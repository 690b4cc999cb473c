import path from "node:path";
import { systemActor } from "../base/db/actors.ts";
import type { Database } from "../base/db/database.ts";
import { migrate } from "../base/db/migrate.ts";
import { schemaOf, transact } from "../base/db/transact.ts";
import { readBytes, readYaml } from "../base/files/yaml.ts";
import { type Place, Problem } from "../base/errors/problem.ts";
import { loadFacts, readFacts } from "../kernel/facts/load.ts";
import { loadShapes, readShapes } from "../kernel/map/load.ts";
import { type ReadPlan, readPlanSource } from "../kernel/plan/read.ts";
import type { CompiledPlan } from "../kernel/plan/compile/schema.ts";
import { loadPlan, measureFaults, measureWarnings } from "../kernel/plan/load.ts";
import { MeasuresFile } from "../kernel/plan/schema.ts";
import { type CityFolder, readCityFolder } from "../kernel/registry/folder.ts";
import { loadCity } from "../kernel/registry/load.ts";
import { text as registryText } from "../kernel/registry/text.ts";

/** A whole city folder, read and checked; nothing is loaded from one with a fault. */
export interface ReadCity {
  readonly folder: CityFolder;
  readonly facts: NonNullable<ReturnType<typeof readFacts>["value"]>;
  readonly shapes: NonNullable<ReturnType<typeof readShapes>["value"]> | undefined;
  readonly plan: CompiledPlan;
  /** What the reader of the plan's file gave, from which it can be compiled again. */
  readonly source: ReadPlan["source"];
  readonly measures: MeasuresFile;
  /** What is most likely a slip, but keeps nothing from working. */
  readonly warnings: readonly Place[];
}

/** Reads everything a city folder holds and gathers every fault of every file. */
export async function readCity(directory: string): Promise<{ value: ReadCity | undefined; faults: readonly Place[] }> {
  const { value: folder, faults: own } = readCityFolder(directory);
  if (folder === undefined) return { value: undefined, faults: own };
  const facts = readFacts(directory);
  const shapes = readShapes(directory);
  const measures = readYaml(path.join(directory, "measures.yaml"), MeasuresFile);
  const faults = [...own, ...facts.faults, ...shapes.faults, ...measures.faults];
  const document = readBytes(path.join(directory, folder.city.plan.document));
  if (document.fault) faults.push(document.fault);
  const read = document.fault ? undefined : await compileOrFault(document.bytes, folder.city.plan.document, faults);
  const plan = read?.plan;
  if (plan && measures.value && facts.value) {
    const known = {
      indicators: new Set(facts.value.indicators.map((indicator) => indicator.code)),
      divisions: new Set(folder.divisions.map((division) => division.code)),
      bodies: new Set(folder.bodies.map((body) => body.code)),
    };
    faults.push(...measureFaults(measures.value, known, measures.at));
  }
  if (faults.length > 0 || !read || !plan || !measures.value || !facts.value) return { value: undefined, faults };
  const warnings = measureWarnings(plan, measures.value, measures.at);
  return { value: { folder, facts: facts.value, shapes: shapes.value, plan, source: read.source, measures: measures.value, warnings }, faults };
}

async function compileOrFault(bytes: Uint8Array, name: string, faults: Place[]): Promise<ReadPlan | undefined> {
  try {
    return await readPlanSource(bytes, name);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    faults.push({ at: name, said: error.said, values: error.values });
    return undefined;
  }
}

export async function getCity(directory: string): Promise<ReadCity> {
  const { value, faults } = await readCity(directory);
  if (value === undefined) throw new Problem(422, "city-folder", registryText.cityFolder, { values: { count: faults.length }, places: faults });
  return value;
}

export interface LoadedCity {
  readonly schema: string;
  readonly area: string;
  readonly migrations: number;
  readonly targets: number;
  readonly tasks: number;
  readonly observations: number;
}

/** Makes or updates the city's schema and loads the folder, all of it in one transaction; a second time nothing is added. */
export async function openCity(database: Database, city: ReadCity, now: Date, told: (step: "migrated" | "loading", count: number) => void): Promise<LoadedCity> {
  const schema = schemaOf(city.folder.city.id);
  const applied = await migrate(database.pool.migrator, schema);
  told("migrated", applied.length);
  told("loading", 0);
  const area = city.folder.path;
  const loaded = await transact(database.pool.app, schema, systemActor(area), { now }, async (ctx) => {
    await loadCity(ctx, city.folder);
    if (city.shapes !== undefined) await loadShapes(ctx, city.shapes);
    const facts = await loadFacts(ctx, city.facts);
    const { plan } = city.folder.city;
    const adoption = {
      ...(plan.title && { title: plan.title["zh-CN"] }),
      adopted_on: plan.adopted_on ?? null,
      adopted_by: plan.adopted_by ?? null,
      origin: plan.source ?? null,
      note: plan.note ?? null,
    };
    return { facts, plan: await loadPlan(ctx, city.plan, adoption, city.measures, city.source) };
  });
  return { schema, area, migrations: applied.length, targets: loaded.plan.targets, tasks: loaded.plan.tasks, observations: loaded.facts.observations };
}
