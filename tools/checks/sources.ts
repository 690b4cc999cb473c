import { isMap, isScalar, isSeq, LineCounter, type Node as YamlNode, parseDocument, type YAMLMap } from "yaml";
import type { Check, Complaint, File } from "./tree.ts";

const statuses = ["official", "provisional", "example"];
const needed = ["unit", "from", "status"];
const ofSource = ["title", "publisher", "address"];

/**
 * Every value in methods/*.yaml says its unit (or `unit: none`), since when it holds, how far it can be trusted, and
 * where it is from: source with title, publisher and address (`address: none` where it is only on paper). A file or a
 * group may say `from`, `status` and `source` once for all values inside.
 */
export const sources: Check = (tree) =>
  tree.files.filter((file) => /(?:^|\/)methods\/[^/]+\.ya?ml$/.test(file.path)).flatMap(methodsOf);

function methodsOf(file: File): Complaint[] {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter });
  const at = (offset: number): number => counter.linePos(offset).line;
  const broken = document.errors[0];
  if (broken) return [{ path: file.path, line: at(broken.pos[0]), said: `is no YAML: ${broken.message.split("\n")[0] ?? ""}` }];
  const complaints: Complaint[] = [];
  const complain = (node: YamlNode, said: string): void => {
    complaints.push({ path: file.path, line: at(node.range?.[0] ?? 0), said });
  };
  let values = 0;
  const visit = (node: unknown, around: readonly YAMLMap[], name: string): void => {
    if (isSeq(node)) node.items.forEach((item, index) => visit(item, around, `${name}[${index + 1}]`));
    if (!isMap(node)) return;
    const here = [node, ...around];
    if (node.has("value")) {
      values += 1;
      for (const said of faultsOf(here, name)) complain(node, said);
    }
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      if (key !== "source") visit(pair.value, here, name === "" ? key : `${name}.${key}`);
    }
  };
  visit(document.contents, [], "");
  if (values === 0) {
    complaints.push({ path: file.path, line: 1, said: "holds no value; write each threshold or coefficient as a mapping with value, unit, from, status and source." });
  }
  return complaints;
}

/** What a value lacks, looked for in itself and then in what surrounds it. */
function faultsOf(around: readonly YAMLMap[], name: string): string[] {
  const said: string[] = [];
  const find = (key: string): unknown => around.find((map) => map.has(key))?.get(key);
  for (const key of needed) {
    const found = key === "unit" ? around[0]?.get(key) : find(key);
    if (found === undefined || found === null || found === "") said.push(`the value ${name} has no ${key}; write it${key === "unit" ? " (unit: none where it has none)" : ""}.`);
  }
  const status = find("status");
  if (status !== undefined && !statuses.includes(String(status))) {
    said.push(`the value ${name} has the status ${String(status)}; it is one of ${statuses.join(", ")}.`);
  }
  const source = find("source");
  const lacking = ofSource.filter((key) => !isMap(source) || !filled(source.get(key)));
  if (lacking.length > 0) said.push(`the source of ${name} has no ${lacking.join(", ")}; a figure without a source is not shipped.`);
  if (isMap(source) && filled(source.get("address")) && !/^(?:https?:\/\/\S+|none|\S+\.md\S*)$/.test(String(source.get("address")))) {
    said.push(`the address of ${name} is no address; write one that opens, or none.`);
  }
  return said;
}

const filled = (value: unknown): boolean => value !== undefined && value !== null && value !== "";
