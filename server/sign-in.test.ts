import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookiesOf, testServer, type TestServer } from "./testing.ts";

let city: TestServer;
let origin: string;
let cookie: string;
const password = "a long example password";

beforeAll(async () => {
  city = await testServer();
  origin = city.serving.url;
});
afterAll(async () => await city.end());

const me = async (with_cookie: string) => (await city.ask("/api/registry/me", { cookie: with_cookie })).json;
const post = (address: string, body: object, with_cookie = "", headers: Record<string, string> = {}) => city.ask(address, { body, cookie: with_cookie, headers: { origin, ...headers }, lang: "en" });
const rows = async (statement: string) => (await city.database.pool.migrator.query<Record<string, unknown>>(statement.replaceAll("$city", `"${city.schema}"`))).rows;
const email = async () => String((await rows("SELECT email FROM $city.auth_user"))[0]?.["email"]);

/** RFC 6238: what an authenticator shows for this secret now. */
function totp(secret: string, at = Date.now()): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/=+$/, "")].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("the one-time link signs the administrator in, once", async () => {
  const first = await city.ask(city.serving.link);
  expect(first.status).toBe(302);
  expect(first.headers.get("location")).toBe(`${origin}/account`);
  const set = first.headers.getSetCookie().find((line) => line.startsWith("gangju.session_token="));
  expect(set).toMatch(/HttpOnly/i);
  expect(set).toMatch(/SameSite=Lax/i);
  cookie = cookiesOf(first);
  expect(await me(cookie)).toMatchObject({ signed_in: true, role: "administrator" });
  const second = await city.ask(city.serving.link);
  expect(second.headers.getSetCookie().filter((line) => line.startsWith("gangju.session_token=") && !/max-age=0/i.test(line))).toEqual([]);
  expect(second.headers.get("location")).toMatch(/error=/i);
});

test("no token of the link is kept readable, and nobody signs up by themselves", async () => {
  const token = new URL(city.serving.link).searchParams.get("token") ?? "";
  expect(token.length).toBeGreaterThan(20);
  expect(JSON.stringify(await rows("SELECT * FROM $city.auth_verification"))).not.toMatch(token);
  const up = await post("/api/auth/sign-up/email", { email: "stranger@example.org", password, name: "stranger" });
  expect(up.status).toBeGreaterThanOrEqual(400);
  await post("/api/auth/sign-in/magic-link", { email: "stranger@example.org" });
  expect(await rows("SELECT 1 FROM $city.auth_user WHERE email LIKE 'stranger%'")).toEqual([]);
});

test("the first password is set with the link's session only, is long enough and kept as argon2id", async () => {
  expect((await post("/api/registry/password", { password })).status).toBe(401);
  expect((await post("/api/registry/password", { password: "short" }, cookie)).status).toBe(400);
  expect((await post("/api/registry/password", { password }, cookie, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await post("/api/registry/password", { password }, cookie)).status).toBe(200);
  expect((await post("/api/registry/password", { password: "another long password" }, cookie)).status).toBe(409);
  expect((await rows("SELECT password FROM $city.auth_account WHERE password IS NOT NULL"))[0]?.["password"]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await rows("SELECT 1 FROM $city.audit_entry WHERE act = 'auth.set-password'")).toHaveLength(1);
});

test("signing out ends the session in the database: the cookie is worth nothing afterwards", async () => {
  const before = (await rows("SELECT id FROM $city.auth_session")).length;
  const out = await post("/api/auth/sign-out", {}, cookie);
  expect(out.status).toBe(200);
  expect(await me(cookie)).toMatchObject({ signed_in: false, role: "public" });
  expect((await rows("SELECT id FROM $city.auth_session")).length).toBe(before - 1);
});

test("a wrong password is refused without saying whether the user exists", async () => {
  const wrong = await post("/api/auth/sign-in/email", { email: await email(), password: "not the password" });
  const unknown = await post("/api/auth/sign-in/email", { email: "nobody@example.org", password: "not the password" });
  expect(wrong.status).toBe(401);
  expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text]);
});

test("with the password the user is in again, and writes only from our own pages", async () => {
  const answer = await post("/api/auth/sign-in/email", { email: await email(), password });
  expect(answer.status).toBe(200);
  cookie = cookiesOf(answer);
  expect(await me(cookie)).toMatchObject({ signed_in: true });
  const body = { indicator: "gdp", division: "990100", period: "2022", value: "1150", unit: "亿元", status: "final", source: { title: "示例公报" } };
  for (const other of ["https://elsewhere.example", "null"]) {
    const refused = await post("/api/facts/observations", body, cookie, { origin: other });
    expect(refused.status, other).toBe(403);
    expect(refused.json["type"]).toBe("/problems/other-origin");
  }
  expect((await post("/api/facts/observations", body, cookie)).status).toBe(201);
});

test("the second factor: enrolled with proof, then asked for at sign-in; a wrong code opens nothing", async () => {
  const enabled = await post("/api/auth/two-factor/enable", { password }, cookie);
  expect(enabled.status).toBe(200);
  const secret = new URL(String(enabled.json["totpURI"])).searchParams.get("secret") ?? "";
  const proved = await post("/api/auth/two-factor/verify-totp", { code: totp(secret) }, cookie);
  expect(proved.status).toBe(200);
  expect(JSON.stringify(await rows("SELECT * FROM $city.auth_two_factor"))).not.toMatch(secret);

  const half = await post("/api/auth/sign-in/email", { email: await email(), password });
  expect(half.json).toMatchObject({ twoFactorRedirect: true });
  const pending = cookiesOf(half);
  expect(await me(pending)).toMatchObject({ signed_in: false });
  const wrong = await post("/api/auth/two-factor/verify-totp", { code: "000000" }, pending);
  expect(wrong.status).toBeGreaterThanOrEqual(400);
  expect(await me(cookiesOf(wrong, pending))).toMatchObject({ signed_in: false });
  const done = await post("/api/auth/two-factor/verify-totp", { code: totp(secret) }, pending);
  expect(done.status, done.text).toBe(200);
  cookie = cookiesOf(done, pending);
  expect(await me(cookie)).toMatchObject({ signed_in: true, role: "administrator" });

  const again = cookiesOf(await post("/api/auth/sign-in/email", { email: await email(), password }));
  const [backup] = enabled.json["backupCodes"] as string[];
  const spare = await post("/api/auth/two-factor/verify-backup-code", { code: backup }, again);
  expect(spare.status).toBe(200);
  const third = cookiesOf(await post("/api/auth/sign-in/email", { email: await email(), password }));
  expect((await post("/api/auth/two-factor/verify-backup-code", { code: backup }, third)).status).toBeGreaterThanOrEqual(400);
});

test("a role taken away takes effect at the next request", async () => {
  const user = String((await rows("SELECT id FROM $city.auth_user"))[0]?.["id"]);
  await rows(`INSERT INTO $city.registry_member SELECT '01990000-ffff-7000-8000-000000000000', user_id, 'none', classes, area, body, class, now() + interval '1 second', 'test' FROM $city.registry_member WHERE user_id = '${user}' LIMIT 1`);
  const now = await me(cookie);
  expect(now["permissions"]).toEqual([]);
  expect((await post("/api/plan/releases", { as_of: "2024-01-01" }, cookie)).status).toBeGreaterThanOrEqual(401);
});
