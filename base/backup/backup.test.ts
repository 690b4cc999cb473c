import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { record } from "../audit/audit.ts";
import { sealBatch, verifyChain } from "../audit/queries.ts";
import { findMigrations, type Migration } from "../db/migrate.ts";
import { testArea, type TestCity, testCity } from "../db/testing.ts";
import { backup } from "./backup.ts";
import { inspect, restore } from "./restore.ts";

let city: TestCity;
let directory: string;
let file: string;

const now = new Date("2026-03-01T08:00:00Z");
const back = (to = file) => backup(to, { migrator: city.database.pool.migrator, schema: city.schema, city: city.id, area: testArea, release: "0.1.0", signInKey: "old key", now });
const bring = (from = file, more: { replace?: boolean; key?: string; migrations?: readonly Migration[] } = {}) =>
  restore(from, { migrator: city.database.pool.migrator, replace: false, signInKey: () => more.key ?? "old key", ...more });
const sql = async (statement: string, values: unknown[] = []) => (await city.database.pool.migrator.query(statement.replaceAll("$city", `"${city.schema}"`), values)).rows as Array<Record<string, string>>;
const drop = () => sql("DROP SCHEMA $city CASCADE");

const awkward = ["tab\tand\nnew line", "\\.", "\\N", "a\\.\nb", "“引号” '单' \"双\"", "\u0001 \u{1F3D9} 衢州", "", " \r\n\\.\r\n"];

/** Every table of the city and a digest of its rows, by the server's own text of each row. */
async function pictureOf(): Promise<Record<string, string>> {
  const names = await sql("SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 ORDER BY 1", [city.schema]);
  const picture: Record<string, string> = {};
  for (const { name } of names) {
    const rows = await sql(`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS digest FROM $city."${name}" t`);
    picture[name ?? ""] = rows[0]?.["digest"] ?? "";
  }
  return picture;
}

async function fillCity(): Promise<void> {
  for (const [n, words] of awkward.entries()) await city.act((ctx) => record(ctx, "test.act", words, { n, words: words.replaceAll("\0", "") }));
  await sealBatch(city.database.pool.worker, city.schema);
  await city.act((ctx) => record(ctx, "test.act", "not sealed yet"));
  const user = uuid();
  await sql('INSERT INTO $city.auth_user (id, name, email, "emailVerified", "twoFactorEnabled") VALUES ($1, $2, $3, true, true)', [user, "例 example", "clerk@quzhou.example"]);
  await sql('INSERT INTO $city.auth_session (id, "expiresAt", token, "updatedAt", "userId") VALUES ($1, now(), $2, now(), $3)', [uuid(), "session token", user]);
  await sql('INSERT INTO $city.auth_verification (id, identifier, value, "expiresAt") VALUES ($1, $2, $3, now())', [uuid(), "link", "value"]);
  const secret = await symmetricEncrypt({ key: "old key", data: "totp secret" });
  await sql('INSERT INTO $city.auth_two_factor (id, secret, "backupCodes", "userId", verified) VALUES ($1, $2, $3, $4, true)', [uuid(), secret, await symmetricEncrypt({ key: "old key", data: "[1]" }), user]);
}

beforeAll(async () => {
  city = await testCity();
  await fillCity();
});
afterAll(async () => await city.end());
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "gangju-backup-"));
  file = path.join(directory, "city.backup");
  return () => rmSync(directory, { recursive: true });
});

test("a restored city has every row of every table, the chain of audit unbroken, and nobody signed in", async () => {
  const before = await pictureOf();
  const chain = await verifyChain(city.database.pool.worker, city.schema);
  await back();
  expect(readdirSync(directory)).toEqual(["city.backup"]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await drop();
  const restored = await bring(file, { key: "new key" });
  expect(restored).toMatchObject({ city: city.id, schema: city.schema, area: testArea, release: "0.1.0", made_at: now.toISOString(), migrated: [] });
  const after = await pictureOf();
  expect(after["auth_session"]).toBe("0 ");
  expect(after["auth_verification"]).toBe("0 ");
  const rekeyed = ["auth_session", "auth_verification", "auth_two_factor"];
  const kept = (picture: Record<string, string>) => Object.fromEntries(Object.entries(picture).filter(([name]) => !rekeyed.includes(name)));
  expect(kept(after)).toEqual(kept(before));
  expect(await verifyChain(city.database.pool.worker, city.schema)).toEqual(chain);
  expect(chain).toMatchObject({ sealed: awkward.length, unsealed: 1, broken: null });
  const [factor] = await sql('SELECT secret, "backupCodes" FROM $city.auth_two_factor');
  expect(await symmetricDecrypt({ key: "new key", data: factor?.["secret"] ?? "" })).toBe("totp secret");
  expect(await symmetricDecrypt({ key: "new key", data: factor?.["backupCodes"] ?? "" })).toBe("[1]");
  await bring(file, { replace: true });
  expect(await pictureOf()).toEqual({ ...before, auth_session: "0 ", auth_verification: "0 " });
});

test("grants and policies are those of the migrations: the program's roles work in the restored city, and only so", async () => {
  await back();
  await drop();
  await bring();
  await city.act((ctx) => record(ctx, "test.act", "after the restore"));
  await expect(city.database.pool.app.query(`DELETE FROM "${city.schema}".audit_entry`)).rejects.toThrow("permission denied");
});

test("a city that is there is not overwritten; --replace puts the backup in its place", async () => {
  await back();
  const then = await pictureOf();
  await city.act((ctx) => record(ctx, "test.act", "after the backup"));
  const later = await pictureOf();
  await expect(bring()).rejects.toMatchObject({ code: "city-there", status: 409 });
  expect(await pictureOf()).toEqual(later);
  await bring(file, { replace: true });
  const { audit_entry, audit_seal, audit_unsealed } = then;
  expect(await pictureOf()).toMatchObject({ audit_entry, audit_seal, audit_unsealed });
});

test("wherever a backup is cut or changed it is refused, and the database stays as it was", async () => {
  await back();
  const whole = readFileSync(file);
  const before = await pictureOf();
  const other = path.join(directory, "other.backup");
  const codes = new Set<string>();
  const refused = async (bytes: Buffer): Promise<void> => {
    writeFileSync(other, bytes);
    const error = await bring(other, { replace: true }).then(() => undefined, (thrown: { code?: string; message: string }) => thrown);
    expect(error?.code).toMatch(/^backup-(truncated|damaged|format)$|^not-a-backup$/);
    codes.add(error?.code ?? "");
  };
  for (let cut = 0; cut < 40; cut += 1) await refused(whole.subarray(0, Math.floor((whole.length * cut) / 40)));
  await refused(whole.subarray(0, whole.length - 1));
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 150)) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    await refused(changed);
  }
  await refused(Buffer.concat([whole, Buffer.from("\n")]));
  await refused(Buffer.from("not a backup at all, but long enough to hold one of those trailers".repeat(10)));
  expect(codes).toEqual(new Set(["backup-truncated", "backup-damaged", "not-a-backup"]));
  expect(await pictureOf()).toEqual(before);
});

test("a backup of another format, of a newer release, or of changed migrations says so", async () => {
  await back();
  const other = path.join(directory, "other.backup");
  const whole = readFileSync(file);
  writeFileSync(other, whole.toString("latin1").replace("gangju-backup/1", "gangju-backup/2"), "latin1");
  await expect(bring(other)).rejects.toMatchObject({ code: "backup-format" });
  const known = findMigrations();
  await expect(bring(file, { replace: true, migrations: known.slice(0, -1) })).rejects.toMatchObject({ code: "backup-newer" });
  const changed = known.map((step, n) => (n === 0 ? { ...step, sha256: "0" } : step));
  await expect(bring(file, { replace: true, migrations: changed })).rejects.toMatchObject({ code: "migration-changed" });
});

test("content that does not keep the header's promise is refused with nothing kept", async () => {
  await back();
  const whole = readFileSync(file);
  const inside = gunzipSync(whole.subarray(16, whole.length - 73)).toString("utf8");
  const { gzipSync } = await import("node:zlib");
  const forge = (words: string): void => {
    const body = Buffer.concat([Buffer.from("gangju-backup/1\n"), gzipSync(words)]);
    writeFileSync(file, Buffer.concat([body, Buffer.from(`\nsha256 ${createHash("sha256").update(body).digest("hex")}\n`)]));
  };
  const before = await pictureOf();
  forge(inside.replace(/^(.*"audit_entry"[^}]*"rows":)(\d+)/m, (_all, head: string, rows: string) => `${head}${Number(rows) + 1}`));
  await expect(bring(file, { replace: true })).rejects.toMatchObject({ code: "backup-inconsistent" });
  forge(inside.slice(0, -10));
  await expect(bring(file, { replace: true })).rejects.toMatchObject({ code: "backup-inconsistent" });
  forge(`${inside}more\n`);
  await expect(bring(file, { replace: true })).rejects.toMatchObject({ code: "backup-inconsistent" });
  expect(await pictureOf()).toEqual(before);
  expect(await sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE '%restoring'")).toEqual([]);
});

test("of two restores at one moment one does its work, and the other does not touch it", async () => {
  await back();
  const ended = await Promise.allSettled([bring(file, { replace: true }), bring(file, { replace: true })]);
  expect(ended.some((one) => one.status === "fulfilled")).toBe(true);
  for (const one of ended) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "restoring" });
  expect(await sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE '%restoring'")).toEqual([]);
});

test("restoring into a newer release migrates, with the data in place", async () => {
  await back();
  const added = "ALTER TABLE audit_seal ADD COLUMN checked boolean NOT NULL DEFAULT false; UPDATE audit_seal SET checked = true; CREATE TABLE audit_newer (id uuid PRIMARY KEY)";
  const newer = [...findMigrations(), { name: "base/audit/9999-newer.sql", sql: added, sha256: "newer" }];
  const { audit_entry } = await pictureOf();
  const restored = await bring(file, { replace: true, migrations: newer });
  expect(restored.migrated).toEqual(["base/audit/9999-newer.sql"]);
  expect((await pictureOf())["audit_entry"]).toBe(audit_entry);
  expect(await sql("SELECT DISTINCT checked::text FROM $city.audit_seal")).toEqual([{ checked: "true" }]);
  // What a failing step leaves: the city as it was.
  const failing = [...newer, { name: "base/audit/9999-wrong.sql", sql: "SELECT no_such_function()", sha256: "wrong" }];
  const before = await pictureOf();
  await expect(bring(file, { replace: true, migrations: failing })).rejects.toMatchObject({ code: "migration-failed" });
  expect(await pictureOf()).toEqual(before);
  await bring(file, { replace: true });
});

test("no file but a backup is overwritten, and a directory that cannot be written is named", async () => {
  writeFileSync(file, "the only copy of something else");
  await expect(back()).rejects.toMatchObject({ code: "not-a-backup" });
  expect(readFileSync(file, "utf8")).toBe("the only copy of something else");
  await expect(back(path.join(directory, "nowhere", "city.backup"))).rejects.toMatchObject({ code: "cannot-write" });
  await expect(inspect(directory)).rejects.toMatchObject({ code: expect.stringMatching(/cannot-read|not-a-backup/) });
  await expect(inspect(path.join(directory, "none"))).rejects.toMatchObject({ code: "cannot-read" });
});

test("a large table goes through in pieces, in bounded memory", async () => {
  await sql("INSERT INTO $city.http_idempotency SELECT 'actor', n::text, repeat('0', 64), 201, jsonb_build_object('words', repeat(md5(n::text) || '衢州', 200)), now() FROM generate_series(1, 4000) n");
  const before = (await pictureOf())["http_idempotency"];
  const { rss } = process.memoryUsage();
  await back();
  await bring(file, { replace: true });
  expect((await pictureOf())["http_idempotency"]).toBe(before);
  // 30 MB of rows went out and in.
  expect((process.memoryUsage().rss - rss) / 2 ** 20).toBeLessThan(120);
  await sql("DELETE FROM $city.http_idempotency");
});
