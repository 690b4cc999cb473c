import type { Static, TSchema } from "typebox";
import type { Place } from "../errors/problem.ts";
import { asText } from "./decode.ts";
import { type Path, shapeChecker } from "./shape.ts";
import { text } from "./text.ts";
import { parseYaml, type ReadFile } from "./yaml.ts";

/** Above this a fault is named by its path in the file; finding its line would take longer than reading the file ten times. */
const most_located_characters = 4_000_000;

const parsed = (source: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(source) as unknown };
  } catch {
    return undefined;
  }
};

const pathName = (path: Path): string => path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("").replace(/^\./, "");

/** Reads JSON against a schema, fast where it is right; where it is not, it is read again as YAML, which knows every line. */
export function parseJson<S extends TSchema>(name: string, input: string | Uint8Array, schema: S): ReadFile<Static<S>> {
  const source = asText(name, input);
  if (source.fault) return { value: undefined, faults: [source.fault], at: () => name };
  const located = source.text.length <= most_located_characters;
  let again: ReadFile<Static<S>> | undefined;
  const asYaml = (): ReadFile<Static<S>> => (again ??= parseYaml(name, source.text, schema));
  const at = (path: Path): string => (located ? asYaml().at(path) : `${name} ${pathName(path)}`);
  const plain = parsed(source.text);
  if (plain === undefined) {
    const faults = located ? asYaml().faults : [];
    // What is no JSON may still be good YAML; then only that is wrong.
    return { value: undefined, faults: faults.length > 0 ? faults : [{ at: name, said: text.json }], at };
  }
  const checked = shapeChecker(schema)(plain.value);
  if (checked.value !== undefined) return { value: checked.value, faults: [], at };
  const faults = located
    ? asYaml().faults
    : checked.faults.map(({ path, key, said, values }): Place => ({ at: `${name} ${pathName(key === undefined ? path : [...path, key])}`, said, values }));
  return { value: undefined, faults, at };
}
