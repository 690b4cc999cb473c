import { expect, test } from "vitest";
import { contextFor, issues, overhang, picture, readerName, startJourney } from "./kit.ts";

const journey = await startJourney();
const { city, browser, inside, page } = journey;

interface Listed {
  readonly id: string;
  readonly indicator: string;
  readonly number: string;
  readonly value: number | null;
  readonly corrected: { readonly act: string; readonly reason: string | null } | null;
}
const targets = async (): Promise<Listed[]> => ((await (await inside.request.get(`${city.url}/api/plan/targets?limit=1000`)).json()) as { items: Listed[] }).items;
const listed = async (query: string): Promise<{ items: { subject: string; kind: string; state: string; version: string }[]; looked_at: number; of: number }> => (await (await inside.request.get(`${city.url}/api/plan/review?${query}`)).json()) as never;

const heading = (): Promise<string> => page.locator("#review-now").innerText();
const focused = (): Promise<unknown> => page.evaluate("document.activeElement?.id ?? ''");
const said = (words: RegExp): Promise<void> => page.locator("[data-said]").getByText(words).waitFor();

test("a figure is corrected with the keyboard alone, and the plan page shows it", async () => {
  const gdp = (await targets()).find((one) => one.indicator === "生产总值");
  await page.goto(`${city.url}/plan/t/${gdp?.id ?? ""}`);
  await page.getByRole("link", { name: "更正这条读法" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#review-now").waitFor();
  expect(await heading()).toContain("生产总值");
  await page.keyboard.press("e");
  const value = page.getByRole("textbox", { name: "数值", exact: true });
  await value.waitFor();
  await picture(page, "edit");
  await value.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("很多");
  await page.keyboard.press("Enter");
  await page.getByText("请填数字").waitFor();
  expect(await page.locator(":focus").getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2550");
  await page.getByRole("textbox", { name: /^理由/ }).focus();
  await page.keyboard.type("核对原件（示例 example）");
  await page.keyboard.press("Enter");
  await said(/更正：生产总值/);
  expect(await focused()).toBe("review-now");
  expect((await targets()).find((one) => one.id === gdp?.id)).toMatchObject({ value: 2550, corrected: { act: "correct", reason: "核对原件（示例 example）" } });
  await page.getByRole("link", { name: "在规划中看" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("读法已由管理员").waitFor();
  await page.getByText(/2550/).first().waitFor();
});

test("readings are accepted, rejected and taken back one after the other; the focus goes to the next", async () => {
  await page.goto(`${city.url}/plan/review?kind=target`);
  await page.locator("#review-now").waitFor();
  await picture(page, "desktop");
  const before = await listed("state=open&kind=target&limit=1000");
  const [first, second] = before.items;
  const name = await heading();
  await page.keyboard.press("Enter");
  await said(/确认/);
  await expect.poll(heading).not.toBe(name);
  expect(await focused()).toBe("review-now");
  await page.keyboard.press("x");
  await said(/剔除/);
  const after = await listed("limit=1000");
  expect([first, second].map((one) => after.items.find((item) => item.subject === one?.subject)?.state)).toEqual(["accepted", "rejected"]);
  expect(await page.locator("[data-progress]").innerText()).toContain(`${after.looked_at} 条，共 ${after.of}`);
  expect((await targets()).some((one) => one.id === second?.subject)).toBe(false);
  await page.keyboard.press("u");
  await said(/已撤回/);
  expect((await targets()).some((one) => one.id === second?.subject)).toBe(true);
  const now = await heading();
  await page.keyboard.press("j");
  await expect.poll(heading).not.toBe(now);
  await page.keyboard.press("k");
  await expect.poll(heading).toBe(now);
  await page.keyboard.press("?");
  await page.getByText("确认，转到下一条").waitFor();
  expect(await issues(page)).toEqual([]);
  await page.keyboard.press("?");
});

test("what was not read is added from words marked with the keyboard", async () => {
  await page.keyboard.press("a");
  const words = page.getByRole("textbox", { name: /^原文段落/ });
  await words.waitFor();
  expect(await page.locator("textarea:focus").count()).toBe(1);
  await page.keyboard.press("ControlOrMeta+Home");
  for (let at = 0; at < 12; at++) await page.keyboard.press("Shift+ArrowRight");
  const quote = await page.getByRole("textbox", { name: "要补录的原文" }).inputValue();
  expect(quote).toHaveLength(12);
  await page.getByRole("textbox", { name: "指标", exact: true }).focus();
  await page.keyboard.type("补录的指标（示例）");
  await page.getByRole("combobox", { name: "衡量方式" }).selectOption("event");
  for (const name of ["数值", "原文数字"]) await page.getByRole("textbox", { name, exact: true }).fill("");
  await picture(page, "add");
  expect(await issues(page)).toEqual([]);
  await page.getByRole("textbox", { name: "指标", exact: true }).press("Enter");
  await said(/补录：补录的指标/);
  expect((await targets()).find((one) => one.indicator === "补录的指标（示例）")).toMatchObject({ corrected: { act: "add" } });
  await page.keyboard.press("u");
  await said(/已撤回：补录的指标/);
  expect((await targets()).some((one) => one.indicator === "补录的指标（示例）")).toBe(false);
});

test("two planners at once: the second is told, and sees what the first decided", async () => {
  // A page that does not hear of changes, as where a line is slow.
  const late = await browser.newContext({ locale: "zh-CN", storageState: await inside.storageState() });
  await late.route("**/api/events", (route) => route.abort());
  const on = await late.newPage();
  await on.goto(`${city.url}/plan/review?kind=target`);
  await on.locator("#review-now").waitFor();
  const open = (await listed("state=open&kind=target")).items[0];
  const first = await inside.request.post(`${city.url}/api/plan/corrections`, { data: { act: "accept", kind: open?.kind, subject: open?.subject }, headers: { Origin: city.url, "If-Match": `"${open?.version}"` } });
  expect(first.status()).toBe(201);
  await on.keyboard.press("x");
  await on.getByRole("alert").getByText("已被别人改过").waitFor();
  expect((await listed(`subject=${encodeURIComponent(open?.subject ?? "")}`)).items[0]?.state).toBe("accepted");
  await late.close();
});

test("what someone else decides stays before the eyes, and what is typed on it goes to no other reading", async () => {
  const [open, after] = (await listed("state=open&kind=target")).items;
  await page.goto(`${city.url}/plan/review?kind=target`);
  await page.locator("#review-now").waitFor();
  const name = await heading();
  await page.keyboard.press("e");
  const reason = page.getByRole("textbox", { name: /^理由/ });
  await page.getByRole("textbox", { name: "期限", exact: true }).fill("2024");
  await reason.fill("写到一半的理由（示例）");
  const other = await inside.request.post(`${city.url}/api/plan/corrections`, { data: { act: "accept", kind: open?.kind, subject: open?.subject }, headers: { Origin: city.url, "If-Match": `"${open?.version}"` } });
  expect(other.status()).toBe(201);
  await page.getByText("别人已经作了决定").waitFor();
  expect(await heading()).toBe(name);
  expect(await reason.inputValue()).toBe("写到一半的理由（示例）");
  await page.getByRole("button", { name: "保存更正" }).click();
  await page.getByRole("alert").getByText("已被别人改过").waitFor();
  expect((await listed(`subject=${encodeURIComponent(after?.subject ?? "")}`)).items[0]?.state).toBe("open");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.getByText("别人已经作了决定").waitFor({ state: "detached" });
  expect((await listed("state=open&kind=target")).items[0]?.subject).toBe(after?.subject);
  expect(await heading()).not.toBe(name);
});

test("a table that the document has lost is pasted in, looked at and joined, and taken out again", async () => {
  await page.goto(`${city.url}/plan/review?kind=issue`);
  await page.locator("#review-now").waitFor();
  await picture(page, "issue");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "表格内容" }).fill("没有表格");
  await dialog.getByRole("button", { name: "看读出什么" }).click();
  await dialog.getByText("没有可用的内容").waitFor();
  await dialog.getByRole("textbox", { name: "表格内容" }).fill("指标\t2020年\t2025年\t属性\n示例覆盖率（%）\t68\t70.5\t约束性\n示例人口（万人）\t220\t231\t预期性");
  await dialog.getByRole("button", { name: "看读出什么" }).click();
  await dialog.getByText("读出 3 行、2 个目标").waitFor();
  await picture(page, "table");
  expect(await issues(page)).toEqual([]);
  await dialog.getByRole("button", { name: "并入规划" }).click();
  await said(/表格已并入/);
  expect((await targets()).map((one) => one.number)).toContain("70.5");
  await page.goto(`${city.url}/plan/review?kind=issue&state=done`);
  await page.getByRole("button", { name: "撤回这一决定" }).click();
  await said(/已撤回/);
  expect((await targets()).map((one) => one.number)).not.toContain("70.5");
});

const readers = [
  { language: "zh-CN", viewport: { width: 1440, height: 900 }, large: true },
  { language: "en", viewport: { width: 390, height: 844 }, large: false },
  { language: "zh-CN", viewport: { width: 390, height: 844 }, large: true },
];
for (const reader of readers) {
  test(`no serious accessibility issue and nothing wider than the screen: ${readerName(reader)}`, async () => {
    const context = await contextFor(journey, reader);
    const on = await context.newPage();
    await on.goto(`${city.url}/plan/review?kind=target`);
    await on.locator("#review-now").waitFor();
    await picture(on, readerName(reader));
    expect(await issues(on)).toEqual([]);
    await on.getByRole("button", { name: reader.language === "en" ? /^Correct/ : /^更正/ }).click();
    await on.locator("form").waitFor();
    await picture(on, `${readerName(reader)}, edit`);
    expect(await issues(on)).toEqual([]);
    expect(await overhang(on)).toBeLessThanOrEqual(0);
    await context.close();
  }, 120_000);
}
