import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { contextFor, issues, overhang, picture, readerName, startJourney } from "./kit.ts";

const journey = await startJourney();
const { city, browser, inside } = journey;

/** The table as downloaded, with a cell changed and sent back under a name. */
async function returned(page: Page, change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "任务分解表 Excel" }).click();
  const file = await (await coming).path();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(file) as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("the workbook has no sheet");
  change(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("a planner makes the table, takes in what an office sent back, decides with the keyboard and issues it", async () => {
  const page = await inside.newPage();
  await page.goto(`${city.url}/plan/decomposition`);
  await page.getByRole("button", { name: "由规划编制" }).click();
  await page.getByRole("columnheader", { name: "五年目标" }).waitFor();
  const bytes = await returned(page, (sheet) => {
    sheet.getCell(2, 1).value = "填报单位：示例单位";
    sheet.getCell(5, 16).value = "示例备注意见";
    sheet.getCell(6, 4).value = `${String(sheet.getCell(6, 4).value)}示例`;
  });
  await page.getByRole("button", { name: /^意见/ }).click();
  await page.getByLabel("收下各单位交回的表").setInputFiles({ name: "示例单位.xlsx", mimeType: "application/octet-stream", buffer: bytes });
  await page.getByText("已收下，示例单位，2 条意见").waitFor({ timeout: 30_000 });
  await page.getByRole("heading", { name: /^第 1 行/ }).waitFor();
  expect(await issues(page)).toEqual([]);

  await page.getByRole("button", { name: "进入下一稿" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "进入下一稿" }).click();
  await page.getByText("还有 2 条意见没有处理完，不能进入下一稿").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "取 消" }).or(page.getByRole("dialog").getByRole("button", { name: "取消" })).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("r");
  await page.keyboard.type("示例理由");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /^第 2 行/ }).waitFor();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("a");
  await page.keyboard.press("Control+Enter");
  await page.getByText("意见（0 条待处理）").waitFor();

  await page.getByRole("button", { name: "进入下一稿" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("下一稿").selectOption("issued");
  await dialog.getByLabel("文号").fill("示例发〔2026〕1号");
  await dialog.getByRole("button", { name: "进入下一稿" }).click();
  await page.getByText("印发稿 · 示例发〔2026〕1号").waitFor({ timeout: 30_000 });
  await page.close();

  const outside = await browser.newContext({ locale: "zh-CN" });
  const reader = await outside.newPage();
  await reader.goto(`${city.url}/plan/decomposition`);
  await reader.getByText("示例发〔2026〕1号").waitFor();
  expect(await reader.getByRole("button", { name: /^意见/ }).count()).toBe(0);
  expect((await reader.request.post(`${city.url}/api/plan/decomposition`, { data: {}, headers: { Origin: city.url } })).status()).toBe(401);
  expect((await reader.request.get(`${city.url}/api/plan/decomposition/opinions`)).status()).toBe(401);
  await outside.close();
}, 120_000);

for (const reader of [{ language: "zh-CN", viewport: { width: 1440, height: 844 }, large: true }, { language: "en", viewport: { width: 390, height: 844 }, large: false }]) {
  test(`the table and its opinions have no serious accessibility issue and no page that scrolls sideways: ${readerName(reader)}`, async () => {
    const context = await contextFor(journey, reader);
    for (const path of ["/plan/decomposition", "/plan/decomposition?version=1&view=opinions"]) {
      const page = await context.newPage();
      await page.goto(`${city.url}${path}`);
      await page.locator("main h2").first().waitFor();
      await expect.poll(() => page.locator(".loading").count(), { timeout: 30_000 }).toBe(0);
      await picture(page, `${readerName(reader)}, ${path.includes("opinions") ? "opinions" : "table"}`);
      expect(await issues(page)).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      await page.close();
    }
    await context.close();
  }, 60_000);
}
