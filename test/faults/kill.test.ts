import { afterAll, beforeAll, expect, test } from "vitest";
import { issueToken, playRound } from "./rounds.ts";
import { endPostmaster, type Ground, newGround, type Served, startServer } from "./served.ts";
import type { Sent } from "./writers.ts";

// Two rounds here; twenty with `npm run faults`.
let ground: Ground;
let served: Served;
let token: string;
const history: Sent[] = [];

beforeAll(async () => {
  ground = newGround();
  served = await startServer(ground);
  token = issueToken(ground);
}, 120_000);
afterAll(async () => {
  await served.stop();
  endPostmaster(ground);
  ground.remove();
}, 60_000);

test.each(["group", "node"] as const)("kill -9 of the %s during acknowledged writes: the restart finds every acknowledged row and no half batch", async (blow) => {
  const { round, served: next } = await playRound(ground, served, token, blow, history, false);
  served = next;
  expect(round.acknowledged).toBeGreaterThan(0);
}, 120_000);

test("it ends when it is told to, and leaves nothing running", async () => {
  expect(await served.stop()).toBe(0);
});
