import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** A system's own Chromium where there is one, else the one that came with npm. */
const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** Starts a real browser without a window; it reaches nothing but this machine. */
export async function openBrowser(): Promise<Browser> {
  const own = installed.find((file) => existsSync(file));
  const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
  return own === undefined
    ? await playwright.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, ...quiet], headless: true })
    : await playwright.launch({ executablePath: own, args: [...quiet, "--use-gl=swiftshader", "--enable-unsafe-swiftshader"], headless: true });
}
