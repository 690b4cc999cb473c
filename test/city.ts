import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { getCity } from "../server/city.ts";
import { type Serving, serve } from "../server/serve.ts";

/** A copy of the example city under a name of its own, served from the tests' database on a free port. */
export interface ServedCity extends Serving {
  readonly directory: string;
}

export async function serveExample({ pages = true }: { pages?: boolean } = {}): Promise<ServedCity> {
  const directory = mkdtempSync(path.join(tmpdir(), "gangju-city-"));
  cpSync(path.resolve(import.meta.dirname, "../cities/quzhou"), directory, { recursive: true });
  const file = path.join(directory, "city.yaml");
  const id = `test_${randomBytes(6).toString("hex")}`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/^id: .*$/m, `id: ${id}`));
  Object.assign(process.env, { GANGJU_HOME: path.join(directory, "home"), DATABASE_URL: process.env["GANGJU_TEST_URL"], PORT: "0" });
  const serving = await serve({ city: await getCity(directory), lang: "zh-CN", say: () => {}, pages });
  return {
    ...serving,
    directory,
    stop: async () => {
      await serving.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
