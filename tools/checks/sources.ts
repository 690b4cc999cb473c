import { isMap, isScalar, isSeq, LineCounter, type Node as YamlNode, parseDocument, type YAMLMap } from "yaml";
import type { Check, Complaint, File } from "./tree.ts";

const statuses = ["official", "provisional", "example"];

/**
 * Every value in methods/*.yaml says its unit (or `unit: none`), since when it holds, how far it can be trusted, and
 * where it is from: source with title, publisher and address (null for the last two where there is none, with a `note`
 * that says why). A file or a group may say `from`, `status` and `source` once for all values inside; a file of
 * definitions alone (no `value`) says its status and source at the top.
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
    const head = isMap(document.contents) ? [document.contents] : [];
    for (const said of [...statusFaults(head, "the file"), ...sourceFaults(head, "the file")]) complaints.push({ path: file.path, line: 1, said });
  }
  return complaints;
}

/** The nearest that is said about something: in itself, then in what surrounds it. */
const find = (around: readonly YAMLMap[], key: string): unknown => around.find((map) => map.has(key))?.get(key);

function faultsOf(around: readonly YAMLMap[], name: string): string[] {
  const said: string[] = [];
  if (!filled(around[0]?.get("unit"))) said.push(`the value ${name} has no unit; write it (unit: none where it has none).`);
  if (!filled(find(around, "from"))) said.push(`the value ${name} has no from; write since when it holds.`);
  return [...said, ...statusFaults(around, name), ...sourceFaults(around, name)];
}

function statusFaults(around: readonly YAMLMap[], name: string): string[] {
  const status = find(around, "status");
  if (!filled(status)) return [`${name} has no status; write one of ${statuses.join(", ")}.`];
  return statuses.includes(String(status)) ? [] : [`${name} has the status ${String(status)}; it is one of ${statuses.join(", ")}.`];
}

function sourceFaults(around: readonly YAMLMap[], name: string): string[] {
  const source = find(around, "source");
  if (!isMap(source)) return [`${name} has no source; write its title, publisher and address.`];
  const lacking = ["title", "publisher", "address"].filter((key) => !filled(source.get(key)));
  // Our own rule, or on paper only: what there is not is null, and a note says so.
  const told = !lacking.includes("title") && lacking.every((key) => source.has(key)) && filled(source.get("note"));
  if (lacking.length > 0 && !told) {
    return [`the source of ${name} has no ${lacking.join(", ")}; write it (null, with a note that says why, where there is none).`];
  }
  const address = source.get("address");
  return !filled(address) || /^(?:https?:|doi:)\S+$/.test(String(address)) ? [] : [`the address of ${name} is no address; write one that opens, or null with a note.`];
}

const filled = (value: unknown): boolean => value !== undefined && value !== null && value !== "";
