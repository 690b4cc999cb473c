import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Home, openHome } from "../../base/config/home.ts";
import { isRunning, waitUntil } from "../../base/config/process.ts";
import { openDatabase } from "../../base/db/database.ts";
import { startEmbedded } from "../../base/db/embedded.ts";
import { Problem } from "../../base/errors/problem.ts";
import { exampleCity, gangju, type Ground, newGround, postmasterOf, startServer } from "./served.ts";

const refusal = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
};

async function values(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ value: unknown }>(statement)).rows.map((row) => row.value);
  } finally {
    await client.end();
  }
}

describe("the embedded database", () => {
  const directory = mkdtempSync(path.join(tmpdir(), "gangju-supervisor-"));
  let home: Home;
  let pidFile: string;
  const steps: string[] = [];
  const open = async () => {
    steps.length = 0;
    const server = await startEmbedded(home, (step) => void steps.push(step));
    return { server, steps: [...steps] };
  };

  beforeAll(async () => {
    home = openHome(directory);
    pidFile = path.join(home.database, "postgresql-18", "postmaster.pid");
    // What a kill in the middle of the very first start leaves.
    mkdirSync(path.join(home.database, "postgresql-18.new", "base"), { recursive: true });
    writeFileSync(path.join(home.database, "postgresql-18.password"), "left");
    const { server, steps: said } = await open();
    expect(said).toEqual(["init", "start"]);
    await values(server.url, "SELECT 1 AS value; CREATE TABLE kept (value int); INSERT INTO kept VALUES (7)").catch(() => {});
    await server.stop();
    expect(existsSync(pidFile)).toBe(false);
    expect(existsSync(path.join(home.database, "postgresql-18.password"))).toBe(false);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const stale = (pid: number): void => writeFileSync(pidFile, `${pid}\n${path.dirname(pidFile)}\n0\n1\n\n127.0.0.1\n\nready   \n`);
  const startsAnew = async (): Promise<void> => {
    const { server, steps: said } = await open();
    try {
      expect(said).toEqual(["start"]);
      expect(server.adopted).toBe(false);
      expect(await values(server.url, "SELECT value FROM kept")).toEqual([7]);
      // Nothing but TCP on this machine: no socket file that another user could be tricked with.
      expect(await values(server.url, "SELECT current_setting('unix_socket_directories') AS value")).toEqual([""]);
      expect(await values(server.url, "SELECT current_setting('listen_addresses') || current_setting('fsync') AS value")).toEqual(["127.0.0.1on"]);
    } finally {
      await server.stop();
    }
  };

  test("starts over the pid file of a process that is gone", async () => {
    stale(spawnSync("true").pid);
    await startsAnew();
  });

  test.skipIf(process.platform !== "linux")("starts over the pid file of a zombie", async () => {
    // The shell turns into a program that never asks after its child.
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    onTestFinished(() => void parent.kill("SIGKILL"));
    const pid = Number(await new Promise<string>((done) => parent.stdout.once("data", (chunk: Buffer) => done(chunk.toString()))));
    expect(await waitUntil(() => /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8")), 5000)).toBe(true);
    expect(isRunning(pid)).toBe(false);
    stale(pid);
    await startsAnew();
  });

  test("starts over the pid file of another program, which lives on, were it called postgres too", async () => {
    const other = spawn("sleep", ["60"], { argv0: "postgres", stdio: "ignore" });
    onTestFinished(() => void other.kill("SIGKILL"));
    stale(other.pid ?? 0);
    await startsAnew();
    expect(isRunning(other.pid ?? 0)).toBe(true);
    writeFileSync(pidFile, "no pid at all");
    await startsAnew();
  });

  test("adopts a server that was left running, and stops it in the end", async () => {
    const left = await open();
    const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
    const { server, steps: said } = await open();
    expect(said).toEqual(["adopt"]);
    expect(server.adopted).toBe(true);
    expect(await values(server.url, "SELECT value FROM kept")).toEqual([7]);
    await server.stop();
    expect(isRunning(pid, /postgres/)).toBe(false);
    await left.server.stop();
  });

  test("ends a server that does not answer any more and starts another", async () => {
    const left = await open();
    const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
    process.kill(pid, "SIGSTOP");
    await startsAnew();
    expect(isRunning(pid, /postgres/)).toBe(false);
    await left.server.stop();
  }, 60_000);

  test("a data directory of another version is named and left alone", async () => {
    const version = path.join(path.dirname(pidFile), "PG_VERSION");
    writeFileSync(version, "17\n");
    try {
      const problem = await refusal(open());
      expect(problem.code).toBe("database-version");
      expect(problem.in("en")).toMatch(/belongs to PostgreSQL 17; this release runs 18/);
    } finally {
      writeFileSync(version, "18\n");
    }
    await startsAnew();
  });

  test("the data of an older release beside is not passed over with an empty database", async () => {
    const other = openHome(mkdtempSync(path.join(tmpdir(), "gangju-older-")));
    onTestFinished(() => rmSync(other.directory, { recursive: true }));
    mkdirSync(path.join(other.database, "postgresql-17"));
    writeFileSync(path.join(other.database, "postgresql-17", "PG_VERSION"), "17\n");
    expect((await refusal(startEmbedded(other, () => {}))).code).toBe("database-version");
    expect(existsSync(path.join(other.database, "postgresql-18"))).toBe(false);
  });

  test("a full disk is told before anything is written", async ({ skip }) => {
    const mount = mkdtempSync(path.join(tmpdir(), "gangju-full-"));
    const mounted = process.getuid?.() === 0 && spawnSync("mount", ["-t", "tmpfs", "-o", "size=40m", "tmpfs", mount]).status === 0;
    if (!mounted) {
      rmSync(mount, { recursive: true });
      skip("needs root and the right to mount");
      return;
    }
    try {
      const problem = await refusal(startEmbedded(openHome(mount), () => {}));
      expect(problem).toMatchObject({ code: "disk-full", status: 507 });
      expect(problem.in("en")).toMatch(/^The disk is full: \d+ MB are left/);
    } finally {
      execFileSync("umount", [mount]);
      rmSync(mount, { recursive: true });
    }
  });

  test("under root the files go where another user can reach them", ({ skip }) => {
    if (process.getuid?.() !== 0) skip("is about root");
    const closed = mkdtempSync(path.join(tmpdir(), "gangju-closed-"));
    const made = openHome(path.join(closed, "home"));
    onTestFinished(() => {
      rmSync(closed, { recursive: true });
      rmSync(made.database, { recursive: true });
    });
    expect(made.database).toMatch(/^\/var\/lib\/gangju\/[0-9a-f]{12}$/);
    expect(openHome(path.join(closed, "home")).database).toBe(made.database);
  });

  test("a database of one's own that cannot be reached is named", async () => {
    const problem = await refusal(openDatabase(home, "postgresql://someone:secret@127.0.0.1:1/city"));
    expect(problem).toMatchObject({ code: "database-unreachable", status: 503 });
    expect(problem.in("en")).toMatch("127.0.0.1:1/city");
    expect(problem.in("en")).not.toMatch("secret");
  });
});

describe("the server as a process", () => {
  let ground: Ground;
  beforeAll(() => {
    ground = newGround();
  });
  afterEach(() => expect(postmasterOf(ground)).toBeUndefined());
  afterAll(() => ground.remove());

  test("a wrong PORT is wrong input, in one sentence", () => {
    for (const value of ["seven", "70000"]) {
      const { status, err } = gangju({ ...ground, env: { ...ground.env, PORT: value } }, "start", exampleCity);
      expect([status, err.trim()]).toEqual([1, `PORT must be a whole number from 0 to 65535: ${value}`]);
    }
  }, 60_000);

  test("started twice it says where the city is served; other commands use the running database", async () => {
    const served = await startServer(ground);
    try {
      const twice = gangju(ground, "start", exampleCity);
      expect(twice.status).toBe(1);
      expect(twice.err).toMatch(`Already being served: Example City at ${served.url}`);
      expect(gangju(ground, "audit", "verify", exampleCity)).toMatchObject({ status: 0 });
      const taken = gangju({ ...ground, env: { ...ground.env, LANG: "zh_CN.UTF-8", GANGJU_LANG: "zh-CN" } }, "start", exampleCity);
      expect(taken.err).toMatch("已经在运行");
    } finally {
      expect(await served.stop()).toBe(0);
    }
  }, 120_000);

  test("a port that is taken is named, and nothing stays running", async () => {
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(0, "127.0.0.1", done));
    const { port } = holder.address() as { port: number };
    try {
      const said = await startServer({ ...ground, env: { ...ground.env, PORT: String(port) } }).then(() => "it started", (error: Error) => error.message);
      expect(said).toMatch(`Port ${port} is taken by another program`);
    } finally {
      holder.close();
    }
    expect(existsSync(path.join(ground.home, "server.json"))).toBe(false);
  }, 120_000);

  test("what a killed process left does not count: its id may belong to someone else by now", async () => {
    writeFileSync(path.join(ground.home, "server.json"), JSON.stringify({ pid: process.pid, birth: "another machine 1", url: "http://127.0.0.1:1", city: "x", database: "postgresql://127.0.0.1:1/x" }));
    const served = await startServer(ground);
    expect(await served.stop()).toBe(0);
  }, 120_000);
});
