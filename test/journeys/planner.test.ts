import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { contextFor, issues, readerName, startJourney } from "./kit.ts";

const journey = await startJourney();
const { city, browser, inside } = journey;

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${city.url}${path}`);
  await page.locator("main").waitFor();
  await expect.poll(() => page.locator(".loading").count(), { timeout: 30_000 }).toBe(0);
  return page;
}

test("the public reads the plan, and is told that no status is released", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await open(context, "/plan");
  await page.getByText("2500亿元").first().waitFor();
  const { items } = (await (await page.request.get(`${city.url}/api/plan/targets?limit=1000`)).json()) as { items: Array<{ standing: unknown }> };
  expect(items.length).toBeGreaterThan(15);
  expect(items.every((item) => item.standing === null)).toBe(true);
  await context.close();
});

test("a planner signs in by the link, which works once, and releases the status to the public", async () => {
  const again = await browser.newContext();
  const second = await again.newPage();
  await second.goto(city.link);
  expect(await (await second.request.get(`${city.url}/api/registry/me`)).json()).toMatchObject({ signed_in: false });
  await again.close();

  const me = (await (await inside.request.get(`${city.url}/api/registry/me`)).json()) as { signed_in: boolean; role: string };
  expect(me).toMatchObject({ signed_in: true, role: "administrator" });
  const released = await inside.request.post(`${city.url}/api/plan/releases`, { data: { as_of: "2024-12-31" }, headers: { "Idempotency-Key": "first", Origin: city.url } });
  expect(released.status()).toBe(201);

  const context = await browser.newContext();
  const { items } = (await (await context.request.get(`${city.url}/api/plan/targets?limit=1000`)).json()) as { items: Array<{ indicator: string; standing: { status: string; released_on: string } | null }> };
  expect(items.every((item) => item.standing?.released_on)).toBeTruthy();
  expect(items.find((item) => item.indicator === "生产总值")?.standing?.status).toBe("at_risk");
  await context.close();
});

test("a draft is compared with the plan in force: every change leads to its line", async () => {
  const page = await open(inside, "/plan/versions");
  await page.getByText("规划只有一个版本").waitFor();
  const words = readFileSync(new URL("../../cities/quzhou/plan.md", import.meta.url), "utf8");
  await page.getByLabel("与一份文件比较").setInputFiles({ name: "draft.md", mimeType: "text/markdown", buffer: Buffer.from(words.replace("2500亿元", "2400亿元")) });
  const change = page.getByRole("button", { name: /目标 · 数值.*2400亿元.*2500亿元/ });
  await change.click();
  await expect.poll(() => page.locator("tr[data-now] del").textContent()).toBe("2400");
  expect(await page.locator("tr[data-now] ins").textContent()).toBe("2500");
  expect(await issues(page)).toEqual([]);
  await page.getByLabel("与一份文件比较").setInputFiles({ name: "picture.md", mimeType: "text/markdown", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) });
  await page.getByRole("alert").getByText("picture.md").waitFor();
  await page.close();
});

test("the plan page asks for at most 350 kB of script before a chart or the map is asked for", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  const scripts = new Map<string, number>();
  page.on("response", async (answer) => {
    if (answer.request().resourceType() === "script") scripts.set(answer.url(), gzipSync(await answer.body()).length);
  });
  await page.goto(`${city.url}/plan`);
  await page.getByText("2500亿元").first().waitFor();
  const sum = [...scripts.values()].reduce((total, size) => total + size, 0);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThanOrEqual(350_000);
  await context.close();
});

const readers = [
  { language: "zh-CN", viewport: { width: 1440, height: 900 }, large: false },
  { language: "zh-CN", viewport: { width: 1440, height: 900 }, large: true },
  { language: "en", viewport: { width: 390, height: 844 }, large: false },
];
for (const reader of readers) {
  test(`no page has a serious accessibility issue: ${readerName(reader)}`, async () => {
    const context = await contextFor(journey, reader);
    const found: string[] = [];
    for (const path of ["/", "/?wall=1", "/plan", "/plan/versions", "/indicators", "/indicators/gdp", "/account", "/sign-in", "/nowhere"]) {
      const page = await open(context, path);
      found.push(...(await issues(page)).map((issue) => `${path} ${issue}`));
      await page.close();
    }
    expect(found).toEqual([]);
    await context.close();
  }, 120_000);
}
