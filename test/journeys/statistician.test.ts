import type { BrowserContext } from "playwright-core";
import { expect, test } from "vitest";
import { startJourney } from "./kit.ts";

const { city, browser, inside, page } = await startJourney();

const marked = async (context: BrowserContext): Promise<{ id: string; standing: { status: string } | null }> => {
  const { items } = (await (await context.request.get(`${city.url}/api/plan/targets?limit=1000`)).json()) as { items: Array<{ id: string; indicator: string; standing: { status: string } | null }> };
  const found = items.find((item) => item.indicator === "生产总值");
  if (found === undefined) throw new Error("the plan has no target of GDP");
  return found;
};

test("a final figure that is recorded turns the target in its sentence; the page follows without being asked", async () => {
  const { id } = await marked(inside);
  const reading = await inside.newPage();
  await reading.goto(`${city.url}/plan/t/${id}`);
  const sentence = reading.locator(`#t-${id}`);
  await sentence.waitFor();
  expect(await sentence.getAttribute("data-standing")).toBe("due_unpublished");

  await page.goto(`${city.url}/indicators/gdp`);
  await page.getByRole("button", { name: "录入数值" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("请写明来源").waitFor();

  await page.getByRole("textbox", { name: "时期" }).fill("2025");
  await page.getByRole("textbox", { name: /^数值/ }).fill("2450");
  await page.getByRole("combobox", { name: "数据性质" }).selectOption("final");
  await page.getByRole("textbox", { name: "来源（文件或公报名称）" }).fill("示例公报 example");
  await page.getByRole("button", { name: "保存" }).click();
  // One cell has one current figure: the expected one stands there and has to be corrected, not overwritten.
  await page.getByText(/2400/).first().waitFor();
  await page.getByRole("button", { name: "取消" }).click();

  await page.getByRole("row", { name: /2025年.*2400/ }).getByRole("button", { name: "更正" }).click();
  await page.getByRole("textbox", { name: /^数值/ }).fill("2450");
  await page.getByRole("combobox", { name: "数据性质" }).selectOption("final");
  await page.getByRole("textbox", { name: "来源（文件或公报名称）" }).fill("示例公报 example");
  await page.getByRole("textbox", { name: "更正的理由" }).fill("最终核实（示例 example）");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("row", { name: /2025年.*2450/ }).first().waitFor();

  await expect.poll(() => sentence.getAttribute("data-standing"), { timeout: 30_000 }).toBe("not_met");
  await reading.close();
});

test("the public sees the figure only once it is released, and the status only once that is", async () => {
  const outside = await browser.newContext({ locale: "zh-CN" });
  const figures = async (): Promise<string[]> => {
    const answer = await outside.request.get(`${city.url}/api/facts/observations?indicator=gdp&division=330800&from=2025`);
    return ((await answer.json()) as { items: Array<{ value: string }> }).items.map((item) => item.value);
  };
  expect(await figures()).toEqual(["2400"]);
  expect((await marked(outside)).standing).toBeNull();

  const { items } = (await (await inside.request.get(`${city.url}/api/facts/observations?indicator=gdp&division=330800&from=2025`)).json()) as { items: Array<{ id: string; value: string }> };
  const headers = { Origin: city.url };
  expect((await inside.request.post(`${city.url}/api/facts/releases`, { data: { observations: items.map((item) => item.id) }, headers })).ok()).toBe(true);
  expect(await figures()).toEqual(["2450"]);

  await page.goto(`${city.url}/`);
  await page.getByRole("button", { name: "发布进展" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /发布/ }).click();
  const releases = async (): Promise<number> => ((await (await outside.request.get(`${city.url}/api/plan/releases`)).json()) as { items: unknown[] }).items.length;
  await expect.poll(releases, { timeout: 30_000 }).toBe(1);
  expect((await marked(outside)).standing).toMatchObject({ status: "not_met" });
  await outside.close();
});

test("every count of the cockpit leads to the list behind it", async () => {
  await page.goto(`${city.url}/`);
  await page.locator("table a").first().waitFor();
  const links = await page.locator("table a").evaluateAll((all) => all.map((one) => [Number(one.textContent), one.getAttribute("href") ?? ""] as const));
  const [count, href] = links.find(([number]) => number > 0) ?? [0, ""];
  expect(count).toBeGreaterThan(0);
  await page.goto(new URL(href, city.url).href);
  await expect.poll(() => page.locator('.target[id^="t-"]:not(.dim)').count(), { timeout: 30_000 }).toBe(count);
});
