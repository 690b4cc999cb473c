import path from "node:path";
import { systemActor } from "../../base/db/actors.ts";
import type { Ctx } from "../../base/db/ctx.ts";
import type { Place } from "../../base/errors/problem.ts";
import { cellAt, type CsvRow, readCsv } from "../../base/files/csv.ts";
import { readBytes, readYaml } from "../../base/files/yaml.ts";
import { readCityFolder } from "../registry/folder.ts";
import { dayIn } from "../registry/registry.ts";
import { checkIndicators, contentOf, loadIndicators } from "./indicator/load.ts";
import { checkBatch, type KnownIndicator, type PlaceOf } from "./observation/check.ts";
import { figureColumns, type FigureColumn, readRow } from "./observation/file.ts";
import { loadObservations, type LoadRow } from "./observation/load.ts";
import { city_zone, divisionsByName, namesOf } from "./observation/record.ts";
import { type IndicatorIn, IndicatorsFile } from "./schema.ts";

/** What a city folder says of facts: indicators.yaml and observations.csv, every figure with the line it stands on. */
export interface FactsFolder {
  readonly indicators: readonly IndicatorIn[];
  readonly observations: readonly LoadRow[];
  readonly lines: readonly number[];
}

const file_name = "observations.csv";

const placesOf = (lines: readonly number[]): PlaceOf => (index, field) => cellAt(file_name, lines[index] ?? 0, field === "" ? undefined : field);

function readFigures(folder: string): { rows: readonly CsvRow<FigureColumn>[]; faults: readonly Place[] } {
  const input = readBytes(path.join(folder, file_name));
  return input.fault ? { rows: [], faults: [input.fault] } : readCsv(input.bytes, { ...figureColumns, name: file_name });
}

/** The checks a database is not needed for: against the folder's own indicators and divisions. */
function checkFigures(folder: string, { indicators, observations, lines }: FactsFolder): readonly Place[] {
  const city = readCityFolder(folder).value;
  if (city === undefined) return [];
  const known = {
    indicators: namesOf<KnownIndicator & { name_zh: string; name_en: string; also: readonly string[] }>(indicators.map(contentOf)),
    divisions: divisionsByName(city.divisions.map((each) => ({ code: each.code, path: each.path, name_zh: each.name["zh-CN"] }))),
    actor: systemActor(city.path),
    cityPath: city.path,
    today: dayIn(city_zone, new Date()),
    byHand: false,
  };
  return checkBatch(observations, known, placesOf(lines)).places;
}

/** Reads what a city folder says of facts and gathers every fault, each with file, line and column. */
export function readFacts(folder: string): { value: FactsFolder | undefined; faults: readonly Place[] } {
  const file = readYaml(path.join(folder, "indicators.yaml"), IndicatorsFile);
  const { rows, faults } = readFigures(folder);
  const read = rows.map((row) => readRow(row, file_name));
  const all = [
    ...file.faults,
    ...(file.value ? checkIndicators(file.value.indicators, (index, field) => file.at(["indicators", index, field])) : []),
    ...faults,
    ...read.flatMap((row) => [...row.faults, ...(row.skipped ? [row.skipped] : [])]),
  ];
  if (all.length > 0 || file.value === undefined) return { value: undefined, faults: all };
  const figures = read.flatMap((row) => (row.item === undefined ? [] : [{ line: row.line, item: row.item }]));
  const value: FactsFolder = {
    indicators: file.value.indicators,
    // A city folder holds published figures only.
    observations: figures.map(({ item }) => ({ ...item, class: "public" as const })),
    lines: figures.map(({ line }) => line),
  };
  const wrong = checkFigures(folder, value);
  return wrong.length > 0 ? { value: undefined, faults: wrong } : { value, faults: [] };
}

/** Loads them; again with the same folder nothing is added. Divisions are loaded before. */
export async function loadFacts(ctx: Ctx, facts: FactsFolder): Promise<{ indicators: number; observations: number }> {
  const indicators = await loadIndicators(ctx, facts.indicators);
  const observations = await loadObservations(ctx, facts.observations, placesOf(facts.lines));
  return { indicators: indicators.added + indicators.changed, observations: observations.added + observations.changed };
}
