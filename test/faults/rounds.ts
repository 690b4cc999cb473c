import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { sleep, waitUntil } from "../../base/config/process.ts";
import { exampleCity, gangju, type Ground, kill, postmasterOf, type Served, start, startServer } from "./served.ts";
import { post, type Sent, write } from "./writers.ts";

/** The whole group; Node alone, so that the postmaster stays; the postmaster alone, so that Node must notice and end. */
export type Blow = "group" | "node" | "postmaster";

export interface Round {
  readonly blow: Blow;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly rows: number;
  readonly restart_ms: number;
  /** A start that was itself killed half way, before the one that counts. */
  readonly interrupted: boolean;
}

/** Rows of each batch as the database holds them, read past the server. */
async function keptOf(ground: Ground): Promise<Map<string, number>> {
  const { database } = JSON.parse(readFileSync(path.join(ground.home, "server.json"), "utf8")) as { database: string };
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query<{ note: string; rows: string }>("SELECT note, count(*) AS rows FROM city_example.facts_observation WHERE source_title = 'fault test' GROUP BY note");
    return new Map(rows.map((row) => [row.note, Number(row.rows)]));
  } finally {
    await client.end();
  }
}

function fail(said: string): never {
  throw new Error(said);
}

/** Every acknowledged batch is there whole, every other one whole or not at all. */
function compare(sent: readonly Sent[], kept: ReadonlyMap<string, number>): void {
  for (const { key, size, acknowledged } of sent) {
    const rows = kept.get(key) ?? 0;
    if (acknowledged && rows !== size) fail(`an acknowledged batch of ${size} rows has ${rows} after the restart`);
    if (rows !== 0 && rows !== size) fail(`half a batch was kept: ${rows} of ${size} rows`);
  }
  const known = new Set(sent.map((one) => one.key));
  for (const key of kept.keys()) if (!known.has(key)) fail(`the database holds a batch nobody sent: ${key}`);
}

/** A client that got no answer asks again with the same key: afterwards its batch is there exactly once. */
async function askAgain(served: Served, token: string, unanswered: readonly Sent[], kept: ReadonlyMap<string, number>): Promise<void> {
  for (const { key, size } of unanswered) {
    const again = await post(served.url, token, key, size);
    if (!again.acknowledged || again.ids.length !== size) fail(`a repeated batch was not taken (${(kept.get(key) ?? 0) > 0 ? "it had been kept" : "it had not been kept"})`);
  }
}

function verifyAudit(ground: Ground): void {
  const { status, out, err } = gangju(ground, "audit", "verify", exampleCity);
  if (status !== 0 || !/unbroken/.test(out)) fail(`audit verify: ${out}${err}`);
}

/** What was killed is really gone, so that the next start finds what a crash leaves and nothing else. */
async function afterBlow(ground: Ground, served: Served, blow: Blow, postmaster: number | undefined): Promise<void> {
  await served.gone;
  if (blow === "group") {
    if (!(await waitUntil(() => postmasterOf(ground) === undefined, 10_000, 10))) fail("the postmaster outlived the kill of its group");
  } else if (blow === "node" && (postmaster === undefined || postmasterOf(ground) !== postmaster)) fail("the postmaster did not outlive Node");
}

/** Kills a start somewhere on its way, as an impatient operator or a second crash does. */
async function interruptStart(ground: Ground): Promise<void> {
  const child = start(ground);
  const gone = new Promise((done) => child.once("exit", done));
  child.stdout?.resume();
  child.stderr?.resume();
  await sleep(randomInt(100, 2500));
  kill(-(child.pid ?? 0));
  await gone;
}

/** Clients write; the blow falls at a random moment after the first acknowledged batches. */
async function writeUntilBlow(ground: Ground, served: Served, token: string, blow: Blow): Promise<Sent[]> {
  const writing = write(served.url, token, 4);
  try {
    if (!(await waitUntil(() => writing.acknowledged() > 2, 60_000, 5))) fail("no batch was acknowledged");
    await sleep(randomInt(0, 1500));
    const postmaster = postmasterOf(ground);
    if (blow === "node") served.killNode();
    else {
      if (blow === "group") served.killGroup();
      // One that was adopted from an earlier group falls with this one, as when the whole machine stops.
      if (postmaster !== undefined) kill(postmaster);
    }
    await afterBlow(ground, served, blow, postmaster);
  } finally {
    await writing.stop();
  }
  return await writing.stop();
}

/** One round: clients write, the blow falls at a random moment, the server is started again and asked about everything. */
export async function playRound(ground: Ground, served: Served, token: string, blow: Blow, history: Sent[], interrupted: boolean): Promise<{ round: Round; served: Served }> {
  const sent = await writeUntilBlow(ground, served, token, blow);
  if (interrupted) await interruptStart(ground);
  const next = await startServer(ground);
  history.push(...sent);
  const before = await keptOf(ground);
  compare(history, before);
  const unanswered = sent.filter((one) => !one.acknowledged);
  await askAgain(next, token, unanswered, before);
  for (const one of unanswered) history[history.indexOf(one)] = { ...one, acknowledged: true };
  compare(history, await keptOf(ground));
  verifyAudit(ground);
  const acknowledged = sent.length - unanswered.length;
  return { served: next, round: { blow, acknowledged, unanswered: unanswered.length, rows: sent.reduce((sum, one) => sum + one.size, 0), restart_ms: next.start_ms, interrupted } };
}

export function issueToken(ground: Ground): string {
  const { status, out, err } = gangju(ground, "token", exampleCity, "--role", "statistician");
  if (status !== 0) fail(`token: ${err}`);
  return out.trim();
}
