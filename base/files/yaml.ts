import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Static, TSchema } from "typebox";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { Place } from "../errors/problem.ts";
import type { Said } from "../text/text.ts";
import { asText } from "./decode.ts";
import { type Path, shapeChecker } from "./shape.ts";
import { text } from "./text.ts";

/** A file read and checked: the value where it is right, every fault found where it is not, never both. */
export interface ReadFile<T> {
  readonly value: T | undefined;
  readonly faults: readonly Place[];
  /** Where a value of the file stands: "divisions.yaml:12:5" (line and column from 1). */
  readonly at: (path: Path) => string;
}

const syntaxWords: Readonly<Record<string, Said>> = {
  DUPLICATE_KEY: text.duplicateKey,
  TAB_AS_INDENT: text.tab,
  BAD_INDENT: text.indent,
  MISSING_CHAR: text.missingChar,
  MULTIPLE_DOCS: text.manyDocuments,
  BLOCK_AS_IMPLICIT_KEY: text.plainColon,
  BAD_ALIAS: text.alias,
};

/** The offset of a value, or of a key, in the file; of the nearest holder where the thing itself is missing. */
function offsetOf(document: Document, path: Path, key?: string): number {
  const holder = path.length === 0 ? document.contents : document.getIn(path, true);
  if (key !== undefined && isMap(holder)) {
    const pair = holder.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  if (isNode(holder) && holder.range) return holder.range[0];
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1), String(path.at(-1)));
}

/** The document as plain values; undefined where its aliases unfold without end, which the parser refuses to do. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 }) as unknown;
  } catch (cause) {
    if (cause instanceof ReferenceError) return undefined;
    throw cause;
  }
}

/** Reads YAML (JSON is YAML too) against a schema; `name` is how places name the file. */
export function parseYaml<S extends TSchema>(name: string, input: string | Uint8Array, schema: S): ReadFile<Static<S>> {
  const source = asText(name, input);
  if (source.fault) return { value: undefined, faults: [source.fault], at: () => name };
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const at = (path: Path): string => place(offsetOf(document, path));
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ code, pos }): Place => ({ at: place(pos[0]), said: syntaxWords[code] ?? text.syntax, values: { code } }));
    return { value: undefined, faults, at };
  }
  if (document.contents === null) return { value: undefined, faults: [{ at: name, said: text.empty }], at };
  const plain = plainValue(document);
  if (plain === undefined) return { value: undefined, faults: [{ at: name, said: text.manyAliases }], at };
  const checked = shapeChecker(schema)(plain);
  const faults = checked.faults.map(({ path, key, said, values }): Place => ({ at: place(offsetOf(document, path, key)), said, values }));
  return { value: checked.value, faults, at };
}

/** Reads a YAML file from disk; a file that cannot be read is a fault like any other. */
export function readYaml<S extends TSchema>(file: string, schema: S, name: string = basename(file)): ReadFile<Static<S>> {
  const input = readBytes(file, name);
  if (input.fault) return { value: undefined, faults: [input.fault], at: () => name };
  return parseYaml(name, input.bytes, schema);
}

/** The bytes of a file, or a fault that says why not. */
export function readBytes(file: string, name: string = basename(file)): { readonly bytes: Uint8Array; readonly fault?: Place } {
  try {
    return { bytes: readFileSync(file) };
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "?";
    return { bytes: new Uint8Array(), fault: { at: name, said: text.unreadable, values: { reason } } };
  }
}
