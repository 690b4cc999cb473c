import { expect, test } from "vitest";
import { refusedFile, refusedPackage } from "./guard.ts";

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
