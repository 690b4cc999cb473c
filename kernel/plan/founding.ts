import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { Problem } from "../../base/errors/problem.ts";
import { figureColumns } from "../facts/observation/file.ts";
import type { CompiledPlan } from "./compile/schema.ts";
import { text } from "./text.ts";

const levels: ReadonlyArray<readonly [RegExp, string]> = [[/[省]$|自治区$/, "province"], [/[县区旗]$/, "county"], [/./, "prefecture"]];

/** The files of a new city, by name: what the document says of itself, and empty tables for the rest. */
export function cityFiles(bytes: Uint8Array, plan: CompiledPlan, id: string): ReadonlyMap<string, string | Uint8Array> {
  const name = plan.division ?? plan.title;
  const said = { "zh-CN": name, en: name };
  // No table of codes is shipped for the whole country, so the division gets a code of its own until someone enters the real one.
  const code = `x${plan.source.sha256.slice(0, 8)}`;
  const level = levels.find(([ending]) => ending.test(name))?.[1];
  const document = `plan${path.extname(plan.source.name).toLowerCase() || ".txt"}`;
  const city = { id, name: said, division: code, language: "zh-CN", time_zone: "Asia/Shanghai", plan: { document, title: { "zh-CN": plan.title, en: plan.title } }, map: { approval_number: null } };
  const divisions = { divisions: [{ code, level, parent: null, name: said, source: plan.source.name }] };
  const columns = [...figureColumns.required, ...figureColumns.optional];
  return new Map<string, string | Uint8Array>([
    ["city.yaml", stringify(city)],
    ["divisions.yaml", stringify(divisions)],
    ["bodies.yaml", stringify({ bodies: [] })],
    ["indicators.yaml", stringify({ indicators: [] })],
    ["observations.csv", `${columns.join(",")}\n`],
    ["measures.yaml", stringify({ measures: [], duties: [] })],
    [document, bytes],
  ]);
}

const idOf = (directory: string, plan: CompiledPlan): string => {
  const name = path.basename(directory).toLowerCase().replace(/[^a-z0-9_]+/g, "_");
  return /^[a-z][a-z0-9_]{0,40}$/.test(name) ? name : `plan_${plan.source.sha256.slice(0, 12)}`;
};

/**
 * Makes a city folder of a document: all of it, or nothing.
 * @param again a folder that is there already is left as it is; otherwise it is refused, so that nobody's work is overwritten
 */
export function foundCity(directory: string, bytes: Uint8Array, plan: CompiledPlan, { again }: { again: boolean }): void {
  if (existsSync(directory) && (readdirSync(directory).length > 0 || again)) {
    if (again && existsSync(path.join(directory, "city.yaml"))) return;
    throw new Problem(409, "folder-exists", text.folderExists, { values: { directory } });
  }
  const fresh = `${directory}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const [file, content] of cityFiles(bytes, plan, idOf(directory, plan))) writeFileSync(path.join(fresh, file), content);
  rmSync(directory, { recursive: true, force: true });
  renameSync(fresh, directory);
}
