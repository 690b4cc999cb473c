import { Agent, request } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { openHome } from "../base/config/home.ts";
import { type Database, openDatabase } from "../base/db/database.ts";
import { issueToken } from "../test/faults/rounds.ts";
import { endPostmaster, newGround, startServer } from "../test/faults/served.ts";
import { atLeast, median, type Result, shown } from "./result.ts";

const batch_rows = 1000;
const batches = 12;
const rounds = 8;

const table = "city_example.facts_observation";
const columns = "id, indicator, division, scope, period, revision, period_start, period_end, value, bound, unit, printed, status, source_title, source_address, published_on, note, supersedes, known_from, recorded_at, recorded_by, area, body, class";

/** Cells nobody filled: the divisions and indicators of the example city, years since 1950 by quarter, told apart by scope. */
function bodiesOf(round: number): Buffer[] {
  return Array.from({ length: batches }, (_, batch) => {
    const items = Array.from({ length: batch_rows }, (_unused, n) => ({
      indicator: n % 2 === 0 ? "gdp" : "roads",
      division: ["990100", "990101", "990102"][n % 3],
      scope: `${round} ${batch} ${Math.floor(n / 280)}`,
      period: `${1950 + (n % 70)}-Q${1 + (Math.floor(n / 70) % 4)}`,
      value: (n * 1.37).toFixed(2),
      unit: n % 2 === 0 ? "亿元" : "公里",
      status: "final",
      source: { title: "示例统计年鉴", address: "https://example.org/yearbook" },
    }));
    return Buffer.from(JSON.stringify({ items }));
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The plain client of Node: what the client itself costs is no matter of the server's. */
function post(url: string, token: string, body: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "content-length": body.length };
    const asked = request(`${url}/api/facts/observations`, { method: "POST", agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => (answer.statusCode === 201 ? done() : fail(new Error(`${String(answer.statusCode)} ${Buffer.concat(chunks).toString().slice(0, 500)}`))));
    });
    asked.on("error", fail);
    asked.end(body);
  });
}

async function overHttp(url: string, token: string, bodies: readonly Buffer[]): Promise<void> {
  for (const body of bodies) await post(url, token, body);
}

/** The rows just recorded, in COPY's text form, in batches of the same size; taken out of the table so that they can go in again. */
async function takeOut(owner: pg.PoolClient): Promise<Buffer[]> {
  const rows = owner.query(copyTo(`COPY (SELECT ${columns} FROM ${table} WHERE source_title = '示例统计年鉴' ORDER BY id) TO STDOUT`));
  const lines = Buffer.concat(await Array.fromAsync(rows as AsyncIterable<Buffer>)).toString("utf8").split("\n").slice(0, -1);
  if (lines.length !== batches * batch_rows) throw new Error(`${lines.length} rows were recorded`);
  await owner.query(`DELETE FROM ${table} WHERE source_title = '示例统计年鉴'`);
  await owner.query(`VACUUM ${table}`);
  return Array.from({ length: batches }, (_, n) => Buffer.from(`${lines.slice(n * batch_rows, (n + 1) * batch_rows).join("\n")}\n`));
}

async function byCopy(owner: pg.PoolClient, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) await pipeline(Readable.from([piece]), owner.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
}

const rate = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return (batches * batch_rows * 1000) / (performance.now() - began);
};

async function measure(url: string, token: string, database: Database): Promise<Result[]> {
  const owner = await database.pool.migrator.connect();
  try {
    const [http, copy]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const bodies = bodiesOf(round);
      const ours = await rate(() => overHttp(url, token, bodies));
      const pieces = await takeOut(owner);
      const theirs = await rate(() => byCopy(owner, pieces));
      await owner.query(`DELETE FROM ${table} WHERE source_title = '示例统计年鉴'`);
      await owner.query(`VACUUM ${table}`);
      // The first round warms both.
      if (round > 0) {
        http.push(ours);
        copy.push(theirs);
      }
    }
    // The best round of each: what else the machine does can only make a round slower.
    const [best, bestCopy] = [Math.max(...http), Math.max(...copy)];
    return [
      shown("observations over HTTP, batches of 1,000", `${Math.round(best)} rows/s (median of rounds ${Math.round(median(http))})`),
      shown("the owner's COPY of the same rows and batches", `${Math.round(bestCopy)} rows/s (median of rounds ${Math.round(median(copy))})`),
      atLeast("observations over HTTP to the owner's COPY", best / bestCopy, 0.4),
    ];
  } finally {
    owner.release();
  }
}

/** Rows a second with checks, row-level security and audit, against COPY by the table's owner: one client each, by turns. */
export async function observations(): Promise<Result[]> {
  const ground = newGround();
  const served = await startServer(ground);
  try {
    const token = issueToken(ground);
    const { database: url } = JSON.parse(readFileSync(path.join(ground.home, "server.json"), "utf8")) as { database: string };
    const database = await openDatabase(openHome(ground.home), url);
    try {
      return await measure(served.url, token, database);
    } finally {
      await database.close();
    }
  } finally {
    await served.stop();
    endPostmaster(ground);
    ground.remove();
  }
}
