import { Ajv, type ErrorObject } from "ajv";
import formats from "ajv-formats";
import type { Static, TSchema } from "typebox";
import type { Said } from "../text/text.ts";
import { formatNames, text, typeNames } from "./text.ts";

export type Path = readonly (string | number)[];

/** One thing wrong with a value: where in it, and a sentence. */
export interface ShapeFault {
  readonly path: Path;
  /** Set where the fault is a key that should not be there: it stands at this key, not at the value. */
  readonly key?: string;
  readonly said: Said;
  readonly values: Readonly<Record<string, unknown>>;
}

export type Checked<S extends TSchema> = { readonly value: Static<S>; readonly faults: readonly [] } | { readonly value?: undefined; readonly faults: readonly ShapeFault[] };

const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? "";
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
};

const joined = (names: readonly string[], lang: "zh-CN" | "en"): string => {
  const said = names.map((name) => (name in typeNames ? typeNames[name as keyof typeof typeNames][lang] : name));
  return said.join(lang === "en" ? " or " : "或");
};

/** Where an error points, as a path: /divisions/3/code becomes ["divisions", 3, "code"]. */
const pathOf = (pointer: string, root: unknown): Path => {
  const path: (string | number)[] = [];
  let at: unknown = root;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = Array.isArray(at) ? Number(name) : name;
    path.push(step);
    at = (at as Record<string | number, unknown> | undefined)?.[step];
  }
  return path;
};

const wrongType = (wanted: readonly string[], value: unknown): Pick<ShapeFault, "said" | "values"> => {
  if (wanted.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    return { said: text.quoteIt, values: { found: shown(value) } };
  }
  const found = typeOf(value);
  const said: Said = {
    "zh-CN": text.type["zh-CN"].replace("{wanted}", joined(wanted, "zh-CN")).replace("{found}", joined([found], "zh-CN")),
    en: text.type.en.replace("{wanted}", joined(wanted, "en")).replace("{found}", joined([found], "en")),
  };
  return { said, values: {} };
};

const limits = {
  minimum: text.tooSmall, exclusiveMinimum: text.tooSmall, maximum: text.tooLarge, exclusiveMaximum: text.tooLarge,
  minLength: text.tooShort, maxLength: text.tooLong, minItems: text.tooFew, maxItems: text.tooMany,
} as const;

const sayFormat = (format: string, value: unknown): Pick<ShapeFault, "said" | "values"> => {
  const name: Said = format in formatNames ? formatNames[format as keyof typeof formatNames] : { "zh-CN": format, en: format };
  const said: Said = {
    "zh-CN": text.format["zh-CN"].replace("{format}", name["zh-CN"]),
    en: text.format.en.replace("{format}", name.en),
  };
  return { said, values: { found: shown(value) } };
};

const sayError = (error: ErrorObject, value: unknown): Pick<ShapeFault, "said" | "values" | "key"> => {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "required":
      return { said: text.required, values: { key: params["missingProperty"] } };
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      const known = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {}).join(", ");
      return { said: text.unknownKey, values: { key, known }, key };
    }
    case "type":
      return wrongType([params["type"]].flat() as string[], value);
    case "enum":
      return { said: text.oneOf, values: { allowed: (params["allowedValues"] as unknown[]).map(String).join(", "), found: shown(value) } };
    case "const":
      return { said: text.oneOf, values: { allowed: String(params["allowedValue"]), found: shown(value) } };
    case "pattern":
      return { said: text.pattern, values: { found: shown(value), pattern: params["pattern"] } };
    case "format":
      return sayFormat(String(params["format"]), value);
    case "uniqueItems":
      return { said: text.notUnique, values: { first: Number(params["j"]) + 1, second: Number(params["i"]) + 1 } };
    default:
      if (error.keyword in limits) {
        return { said: limits[error.keyword as keyof typeof limits], values: { found: shown(value), limit: params["limit"] } };
      }
      return { said: text.wrong, values: { keyword: error.keyword } };
  }
};

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], root);

/** A union that fits no branch gives an error per branch: keep the deepest, or say the wanted types at once. */
const withoutBranches = (errors: readonly ErrorObject[], root: unknown): ShapeFault[] => {
  const unions = errors.filter((error) => error.keyword === "anyOf" || error.keyword === "oneOf");
  const inBranch = (error: ErrorObject, union: ErrorObject): boolean =>
    error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`) && error.instancePath.startsWith(union.instancePath);
  const faults: ShapeFault[] = [];
  for (const error of errors) {
    const path = pathOf(error.instancePath, root);
    const holder = unions.find((union) => inBranch(error, union));
    if (holder && error.instancePath.length <= holder.instancePath.length) continue;
    if (!unions.includes(error)) {
      faults.push({ path, ...sayError(error, valueAt(root, path)) });
      continue;
    }
    const branches = errors.filter((other) => inBranch(other, error));
    if (branches.some((other) => other.instancePath.length > error.instancePath.length)) continue;
    // The branch that only fails on content (a pattern, an enum) is the one that was meant.
    const meant = branches.find((other) => other.keyword !== "type" && other.instancePath === error.instancePath);
    const types = branches.filter((other) => other.keyword === "type").flatMap((other) => other.params["type"] as string);
    faults.push({ path, ...(meant ? sayError(meant, valueAt(root, path)) : wrongType([...new Set(types)], valueAt(root, path))) });
  }
  return faults;
};

/** Compiles a schema once, to check many values; nothing is coerced and nothing filled in. */
export function shapeChecker<S extends TSchema>(schema: S): (value: unknown) => Checked<S> {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, unicodeRegExp: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    if (validate(value)) return { value: value as Static<S>, faults: [] };
    return { faults: withoutBranches(validate.errors ?? [], value) };
  };
}
