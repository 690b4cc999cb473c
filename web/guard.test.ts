import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { expect, test } from "vitest";
import { guard, refusedFile, refusedPackage } from "./guard.ts";

test("server packages and Node's own modules stay out of the browser", () => {
  expect(refusedPackage("node:fs")).toContain("Node");
  expect(refusedPackage("fs/promises")).toContain("Node");
  expect(refusedPackage("kysely")).toContain("server");
  expect(refusedPackage("@fastify/static")).toContain("server");
  expect(refusedPackage("better-auth/client")).toContain("server");
  expect(refusedPackage("antd/es/button")).toBeUndefined();
  expect(refusedPackage("@tanstack/react-query")).toBeUndefined();
});

test("a page takes from its noun and from those to its left only what is for pages", () => {
  const page = "kernel/facts/pages/list.tsx";
  expect(refusedFile(page, "kernel/facts/schema.ts")).toBeUndefined();
  expect(refusedFile(page, "kernel/facts/facts.ts")).toBeUndefined();
  expect(refusedFile(page, "kernel/registry/pages/session.ts")).toBeUndefined();
  expect(refusedFile("kernel/plan/pages/plan.tsx", "kernel/plan/targets/targets.ts")).toBeUndefined();
  expect(refusedFile(page, "kernel/facts/queries.ts")).toContain("schema.ts");
  expect(refusedFile(page, "kernel/facts/routes.ts")).toBeDefined();
  expect(refusedFile(page, "kernel/plan/pages/plan.tsx")).toContain("right");
  expect(refusedFile(page, "base/db/ctx.ts")).toContain("server");
  expect(refusedFile(page, "base/ui/link.tsx")).toBeUndefined();
  expect(refusedFile(page, "web/shell.tsx")).toBeDefined();
  expect(refusedFile(page, "server/main.ts")).toBeDefined();
});

test("packs meet only in the kernel; base knows neither; what a page reaches further on is held to the same", () => {
  expect(refusedFile("packs/energy/pages/page.tsx", "packs/land/pages/page.tsx")).toBeDefined();
  expect(refusedFile("packs/energy/pages/page.tsx", "kernel/plan/pages/status.tsx")).toBeUndefined();
  expect(refusedFile("base/ui/chart.tsx", "kernel/facts/text.ts")).toBeDefined();
  expect(refusedFile("kernel/facts/schema.ts", "base/http/endpoint.ts")).toBeDefined();
});

/** Builds a small tree of files, of which web/main.ts is the entry. */
async function building(files: Readonly<Record<string, string>>): Promise<unknown> {
  const root = mkdtempSync(path.join(tmpdir(), "gangju-guard-"));
  try {
    for (const [name, words] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), words);
    }
    return await build({ root, configFile: false, logLevel: "silent", plugins: [guard(root)], build: { write: false, rollupOptions: { input: path.join(root, "web/main.ts") } } });
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("a build fails where a page would pull in server code, and names the import", async () => {
  const page = { "web/main.ts": 'import "../kernel/facts/pages/page.ts";' };
  await expect(building({ ...page, "kernel/facts/pages/page.ts": 'import { sentence } from "../text.ts"; console.log(sentence);', "kernel/facts/text.ts": "export const sentence = 1;" })).resolves.toBeDefined();
  await expect(building({ ...page, "kernel/facts/pages/page.ts": 'import "../queries.ts";', "kernel/facts/queries.ts": "export {};" })).rejects.toThrow("kernel/facts/pages/page.ts imports ../queries.ts");
  await expect(building({ ...page, "kernel/facts/pages/page.ts": 'import "node:fs";' })).rejects.toThrow("node:fs is part of Node");
  await expect(building({ ...page, "kernel/facts/pages/page.ts": 'import "../text.ts";', "kernel/facts/text.ts": 'import "pg";' })).rejects.toThrow("pg belongs to the server");
});
