import path from "node:path";
import { type Static, type TSchema, Type } from "typebox";
import { readYaml } from "../../base/files/yaml.ts";
import { fill } from "../../base/text/text.ts";
import { Names, type MethodUsed } from "./schema.ts";

/** Shapes of the files in methods/: values as data, each with where it comes from and how far it can be trusted. */

export const Trust = Type.Unsafe<"official" | "provisional" | "example">(Type.String({ enum: ["official", "provisional", "example"] }));

const optionalText = Type.Optional(Type.Union([Type.String(), Type.Null()]));

export const MethodSource = Type.Object(
  { title: Type.String(), publisher: optionalText, address: optionalText, page: optionalText, note: optionalText },
  { additionalProperties: false },
);

export const Parameter = Type.Object(
  {
    value: Type.String({ pattern: "^-?\\d+(\\.\\d+)?$", description: "exact decimal" }),
    unit: Type.String(),
    from: Type.String({ format: "date", description: "in use since" }),
    status: Trust,
    source: MethodSource,
  },
  { additionalProperties: false },
);

/** What every method file begins with. */
export const methodHead = {
  id: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  title: Names,
  status: Trust,
  source: MethodSource,
};

/** Reads a file of this program's own; a fault in it is a fault of the program, told in full. */
export function readMethod<S extends TSchema>(folder: string, name: string, schema: S): Static<S> {
  const read = readYaml(path.join(folder, "methods", name), schema);
  if (read.value === undefined) throw new Error(read.faults.map((fault) => `${fault.at} ${fill(fault.said.en, fault.values)}`).join("\n"));
  return read.value;
}

interface Head {
  readonly id: string;
  readonly version: number;
  readonly title: Static<typeof Names>;
  readonly status: string;
  readonly source: Static<typeof MethodSource>;
}

/** The method as a figure names it. */
export const methodUsed = ({ id, version, title, status, source }: Head): MethodUsed => ({
  id,
  version,
  title,
  source: { title: source.title, publisher: source.publisher ?? null, address: source.address ?? null, status },
});
