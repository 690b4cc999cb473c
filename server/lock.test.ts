import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Home } from "../base/config/home.ts";
import { birthOf } from "../base/config/process.ts";
import { describeHolder, findHolder, leaveHome, takeHome } from "./lock.ts";

let home: Home;
let file: string;
beforeEach(() => {
  const directory = mkdtempSync(path.join(tmpdir(), "gangju-lock-"));
  home = { directory, database: directory, secret: "" };
  file = path.join(directory, "server.json");
  return () => rmSync(directory, { recursive: true });
});

const holding = (holder: object): void => writeFileSync(file, JSON.stringify(holder));

/** Another Node that runs, as another server would. */
function other(): number {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}

test("a home is taken once, and free again when it is left", () => {
  takeHome(home);
  describeHolder(home, { url: "http://127.0.0.1:7000", city: "Example City" });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid, url: "http://127.0.0.1:7000" });
  leaveHome(home);
  expect(existsSync(file)).toBe(false);
});

test("while another process serves, it says where", () => {
  const pid = other();
  holding({ pid, birth: birthOf(pid), url: "http://127.0.0.1:7000", city: "Example City" });
  expect(findHolder(home)?.url).toBe("http://127.0.0.1:7000");
  expect(() => takeHome(home)).toThrow("Already being served: Example City at http://127.0.0.1:7000");
  holding({ pid, birth: birthOf(pid) });
  expect(() => takeHome(home)).toThrow(`is in use by process ${pid}`);
  // What is not ours is not taken away on leaving.
  leaveHome(home);
  expect(existsSync(file)).toBe(true);
});

test.each([
  ["of a dead process", () => ({ pid: spawnSync("true").pid, url: "x" })],
  ["of another process under the same id", () => ({ pid: other(), birth: "another start 1", url: "x" })],
  ["of no Node", () => ({ pid: spawn("sleep", ["5"], { stdio: "ignore" }).pid, url: "x" })],
  ["of nobody", () => ({})],
])("a file left behind %s does not count", (_name, holder) => {
  holding(holder());
  expect(findHolder(home)).toBeUndefined();
  takeHome(home);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid });
});

test("a file cut short by a full disk does not count", () => {
  writeFileSync(file, '{"pid": 12');
  takeHome(home);
  expect(findHolder(home)).toBeUndefined();
});
