import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{base,kernel,packs,cities,server,cli,tools,test,web}/**/*.test.{ts,tsx}"],
    globalSetup: ["test/database.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
