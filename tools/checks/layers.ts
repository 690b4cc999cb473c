import type { Tree } from "./tree.ts";
import { folderOf } from "./tree.ts";

/** Nouns of the kernel; a noun imports only nouns before it. */
export const nouns = ["registry", "map", "ledger", "facts", "matters", "plan", "pack"] as const;

/**
 * Floors of the house, lowest first; imports point to the own floor or a lower one.
 * `web` and `cities` stand beside the server: nothing imports them.
 */
export type Layer = "base" | "kernel" | "packs" | "cities" | "web" | "server" | "cli" | "top";

const floors: Readonly<Record<Layer, readonly Layer[]>> = {
  base: ["base"],
  kernel: ["base", "kernel"],
  packs: ["base", "kernel", "packs"],
  cities: ["base", "kernel", "packs", "cities"],
  web: ["base", "kernel", "packs", "web"],
  server: ["base", "kernel", "packs", "server"],
  cli: ["base", "kernel", "packs", "server", "cli"],
  // bin, tools, test, bench and the files of the root: they put things together, and nothing imports them.
  top: ["base", "kernel", "packs", "cities", "web", "server", "cli", "top"],
};

export const mayImport = (from: Layer, to: Layer): boolean => floors[from].includes(to);
export const lowerFloors = (layer: Layer): string => floors[layer].join(", ");

export interface Place {
  readonly layer: Layer;
  /** kernel/<noun>, packs/<pack>, base/<folder>; "" where the floor has none. */
  readonly unit: string;
  /** Ordered part inside a noun: kernel/plan/<part>. */
  readonly part: string | null;
  /** Runs in the browser: pages, the shell, widgets, typed calls. */
  readonly browser: boolean;
}

/** Folders that every noun and pack may have; they are no parts. */
const ordinary = new Set(["pages", "queries", "routes", "methods", "migrations", "text", "schema", "testdata", "acts"]);

export function placeOf(path: string): Place {
  const [first = "", second = "", third = ""] = path.split("/");
  const layer = (["base", "kernel", "packs", "cities", "web", "server", "cli"] as const).find((name) => name === first) ?? "top";
  const unit = layer === "top" || layer === "server" || layer === "cli" || layer === "web" || !path.includes("/", first.length + 1) ? "" : second;
  const isPart = (layer === "kernel" || layer === "packs") && path.split("/").length > 3 && !ordinary.has(third);
  return { layer, unit, part: isPart ? third : null, browser: isBrowser(path) };
}

/** In web/ also the parts of the build: what runs in the browser there is what its entry reaches (pages.ts). */
const isBrowser = (path: string): boolean => /^(?:web|base\/ui|base\/client)\/|^(?:kernel|packs)\/.*\/pages\//.test(path);

/** The noun's own order of its parts, from the line in its README: "Parts, in order: document ← targets ← tasks". */
export function declaredParts(tree: Tree, noun: string): readonly string[] | undefined {
  const line = /^Parts(?:, in order)?:\s*(.+)$/m.exec(tree.find(`${noun}/README.md`)?.text ?? "")?.[1];
  return line?.match(/[a-z][a-z0-9-]*/g) ?? undefined;
}

/** kernel/plan for kernel/plan/targets/read.ts. */
export const unitFolder = (path: string): string => path.split("/").slice(0, 2).join("/");

export const isUnder = (path: string, folder: string): boolean => path === folder || folderOf(path) === folder || path.startsWith(`${folder}/`);
