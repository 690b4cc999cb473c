import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll } from "vitest";
import { openBrowser } from "../browser.ts";
import { type ServedCity, serveExample } from "../city.ts";

/** What every journey needs: one served city and one browser for a file of tests, and a planner who is signed in. */

interface Journey {
  readonly city: ServedCity;
  readonly browser: Browser;
  /** Signed in by the city's link, which works once. */
  readonly inside: BrowserContext;
  readonly page: Page;
}

export async function startJourney(): Promise<Journey> {
  const city = await serveExample();
  const browser = await openBrowser();
  afterAll(async () => {
    await browser.close();
    await city.stop();
  });
  const inside = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  const page = await inside.newPage();
  await page.goto(city.link);
  return { city, browser, inside, page };
}

interface Reader {
  readonly language: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly large: boolean;
}

export const readerName = ({ language, viewport, large }: Reader): string => `${language}, ${viewport.width} px${large ? ", large type" : ""}`;

/** The same planner with another screen, language or size of type. */
export async function contextFor({ browser, inside }: Journey, { language, viewport, large }: Reader): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale: language, storageState: await inside.storageState() });
  if (large) await context.addInitScript(() => localStorage.setItem("gangju.size", "large"));
  return context;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serious and critical issues that axe finds, as "rule: element". */
export async function issues(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own security policy forbids added scripts.
  await page.evaluate(axe);
  // A button that has just become usable fades in: its colours are judged when it has.
  await page.evaluate("Promise.race([Promise.allSettled(document.getAnimations().map((one) => one.finished)), new Promise((done) => setTimeout(done, 1000))]).then(() => null)");
  return await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Array<{ id: string; impact: string; nodes: Array<{ target: string[] }> }> }> } };
    // Without the details of what passed, which take longer than the search.
    const { violations } = await engine.run({ resultTypes: ["violations"] });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  });
}

/** Pixels by which a page is wider than its screen. */
export const overhang = async (page: Page): Promise<number> => Number(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

const pictures = process.env["GANGJU_PICTURES"];

/** Keeps what a page looks like in the folder GANGJU_PICTURES, where it is set. */
export async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) writeFileSync(path.join(pictures, `${name}.png`), await page.screenshot({ fullPage: true }));
}
