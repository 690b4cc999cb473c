import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { getCity } from "../server/city.ts";
import { serve } from "../server/serve.ts";
import { openBrowser } from "../test/browser.ts";
import { median, type Result, shown } from "./result.ts";

const loads = 7;

/** The plan page from a warm server, until a target in its text can be followed: each time a reader who has nothing in the cache. */
export async function planPage(): Promise<Result[]> {
  const home = mkdtempSync(path.join(tmpdir(), "gangju-bench-page-"));
  Object.assign(process.env, { GANGJU_HOME: home, PORT: "0" });
  const serving = await serve({ city: await getCity(path.resolve(import.meta.dirname, "../cities/quzhou")), lang: "zh-CN", say: () => {} });
  const browser = await openBrowser();
  const times: number[] = [];
  try {
    for (let load = 0; load <= loads; load += 1) {
      const context = await browser.newContext({ locale: "zh-CN" });
      const page = await context.newPage();
      const began = performance.now();
      await page.goto(`${serving.url}/plan`);
      await page.locator(".target").first().click({ trial: true });
      if (load > 0) times.push(performance.now() - began);
      await context.close();
    }
  } finally {
    await browser.close();
    await serving.stop();
    rmSync(home, { recursive: true, force: true });
  }
  return [shown("plan page, until a target can be followed", `${Math.round(median(times))} ms (aim: under 2000 ms)`)];
}
