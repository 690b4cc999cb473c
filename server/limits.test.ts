import { afterAll, beforeAll, expect, test } from "vitest";
import { testServer, type TestServer } from "./testing.ts";

let city: TestServer;
beforeAll(async () => {
  city = await testServer();
});
afterAll(async () => await city.end());

test("guessing a password is slowed down after some tries", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 14; n += 1) {
    const body = { email: "nobody@example.org", password: `guess ${n} of many` };
    // What a client claims about its address changes nothing.
    statuses.push((await city.ask("/api/auth/sign-in/email", { body, headers: { origin: city.serving.url, "x-forwarded-for": `10.0.0.${n}` } })).status);
  }
  expect(statuses.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 401));
  expect(statuses.slice(11)).toEqual([429, 429, 429]);
});

test("a public reader who asks too often is told when to come back; a script with a token still is served", async () => {
  const token = await city.token("reader");
  const many = await Promise.all(Array.from({ length: 650 }, () => city.ask("/api/registry/roles", { lang: "en" })));
  const refused = many.filter((answer) => answer.status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get("content-type")).toMatch("application/problem+json");
  expect(refused[0]?.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(refused[0]?.json).toMatchObject({ type: "/problems/too-many", status: 429 });
  expect((await city.ask("/api/registry/me", { token })).status).toBe(200);
  expect((await city.ask("/healthz")).status).toBe(200);
});
