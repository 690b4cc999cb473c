import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";

/** An open page may still ask for a part of the build before; after a day it is asked to reload. */
const kept_hours = 24;

/** Deletes parts of earlier builds, once they are old. */
export function sweep(): Plugin {
  return {
    name: "gangju-sweep",
    apply: "build",
    async writeBundle({ dir = "" }, bundle) {
      const assets = path.join(dir, "assets");
      const current = new Set(Object.keys(bundle).map((file) => path.basename(file)));
      const oldest = Date.now() - kept_hours * 3_600_000;
      for (const name of await readdir(assets).catch(() => [])) {
        const file = path.join(assets, name);
        if (!current.has(name) && (await stat(file)).mtimeMs < oldest) await rm(file);
      }
    },
  };
}
