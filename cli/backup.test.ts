import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endPostmaster, exampleCity, gangju, type Ground, newGround, startServer } from "../test/faults/served.ts";
import { post } from "../test/faults/writers.ts";

let from: Ground;
let to: Ground;
let token: string;
let file: string;
beforeAll(async () => {
  from = newGround();
  to = newGround();
  file = path.join(from.home, "city.backup");
  const served = await startServer(from);
  token = gangju(from, "token", exampleCity, "--role", "statistician").out.trim();
  expect((await post(served.url, token, "before the backup", 50)).acknowledged).toBe(true);
  // While it is being served.
  expect(gangju(from, "backup", file, exampleCity)).toMatchObject({ status: 0 });
  await served.stop();
}, 120_000);
afterAll(() => {
  for (const ground of [from, to]) {
    endPostmaster(ground);
    ground.remove();
  }
});

const observations = async (url: string): Promise<unknown> => (await fetch(`${url}/api/facts/observations?limit=1000&history=true`, { headers: { authorization: `Bearer ${token}` } })).json();

test("wrong use, no file, a damaged file: a sentence, the right exit status, and no database is started for it", () => {
  expect(gangju(to, "restore")).toMatchObject({ status: 2 });
  expect(gangju(to, "backup")).toMatchObject({ status: 2 });
  expect(gangju(to, "restore", path.join(to.home, "none"))).toMatchObject({ status: 1, err: expect.stringMatching(/There is no file/) });
  const damaged = path.join(to.home, "damaged");
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  writeFileSync(damaged, bytes);
  expect(gangju(to, "restore", damaged)).toMatchObject({ status: 1, err: expect.stringMatching(/is damaged/) });
  writeFileSync(damaged, bytes.subarray(0, bytes.length / 2));
  expect(gangju(to, "restore", damaged)).toMatchObject({ status: 1, err: expect.stringMatching(/incomplete/) });
  copyFileSync(path.join(exampleCity, "plan.md"), damaged);
  expect(gangju(to, "restore", damaged)).toMatchObject({ status: 1, err: expect.stringMatching(/is not a backup/) });
  rmSync(damaged);
  expect(existsSync(path.join(to.home, "postgresql-18"))).toBe(false);
}, 120_000);

test("in another home the city is restored, verified, and served with every figure; its tokens still work", async () => {
  const restored = gangju(to, "restore", file);
  expect(restored).toMatchObject({ status: 0, out: expect.stringMatching(/Restored example .*\n.*unbroken/) });
  expect(gangju(to, "audit", "verify", exampleCity)).toMatchObject({ status: 0, out: expect.stringMatching(/unbroken/) });
  const again = gangju(to, "restore", file);
  expect(again).toMatchObject({ status: 1, err: expect.stringMatching(/already has the city example/) });
  const [before, after] = [await startServer(from), await startServer(to)];
  try {
    expect(await observations(after.url)).toEqual(await observations(before.url));
    expect((await post(after.url, token, "after the restore", 5)).acknowledged).toBe(true);
    // A backup is an act, and so is a restore: both are in the chain.
    expect(gangju(to, "audit", "verify", exampleCity)).toMatchObject({ status: 0 });
    expect(gangju(to, "restore", file, "--replace")).toMatchObject({ status: 1, err: expect.stringMatching(/being served at http/) });
  } finally {
    await Promise.all([before.stop(), after.stop()]);
  }
  expect(gangju(to, "restore", file, "--replace")).toMatchObject({ status: 0 });
}, 180_000);
