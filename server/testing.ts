import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { issueToken } from "../base/auth/tokens.ts";
import { openHome } from "../base/config/home.ts";
import { type Database, openDatabase } from "../base/db/database.ts";
import { schemaOf } from "../base/db/transact.ts";
import { getCity } from "./city.ts";
import { serve, type Serving } from "./serve.ts";

const example = path.resolve(import.meta.dirname, "../test/city");
export const exampleArea = "990000.990100";

export interface Asked {
  readonly method?: string;
  readonly token?: string;
  readonly cookie?: string;
  readonly lang?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; empty where it is none. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** The example city, served for a test: the real server over real HTTP, in the tests' database, without pages. */
export interface TestServer {
  readonly serving: Serving;
  readonly schema: string;
  readonly database: Database;
  /** The city folder that is served. */
  readonly folder: string;
  ask(address: string, asked?: Asked): Promise<Answered>;
  token(role: string, more?: { body?: string; area?: string; days?: number }): Promise<string>;
  end(): Promise<void>;
}

/** Needs the database that test/database.ts starts once for the whole run (Vitest's globalSetup). */
export async function testServer(): Promise<TestServer> {
  const url = process.env["GANGJU_TEST_URL"];
  if (url === undefined) throw new Error("GANGJU_TEST_URL is not set: run through vitest with the repository's configuration");
  const directory = mkdtempSync(path.join(tmpdir(), "gangju-served-"));
  const folder = path.join(directory, "city");
  const id = `example_${randomBytes(4).toString("hex")}`;
  cpSync(example, folder, { recursive: true });
  const file = path.join(folder, "city.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("id: example", `id: ${id}`));
  Object.assign(process.env, { GANGJU_HOME: directory, DATABASE_URL: url, PORT: "0", LOG_LEVEL: "silent" });
  const serving = await serve({ city: await getCity(folder), lang: "en", say: () => {}, pages: false });
  const database = await openDatabase(openHome(), url);
  const schema = schemaOf(id);
  return {
    serving, schema, database, folder,
    ask: (address, asked = {}) => ask(serving.url, address, asked),
    token: (role, { body, area = exampleArea, days = 1 } = {}) => issueToken(database.pool.auth, schema, { name: `test ${role}`, role, area, body: body ?? null }, days, new Date()),
    end: async () => {
      await serving.stop();
      await database.pool.migrator.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function ask(url: string, address: string, { method, token, cookie, lang, headers, body }: Asked): Promise<Answered> {
  const answer = await fetch(new URL(address, url), {
    method: method ?? (body === undefined ? "GET" : "POST"),
    redirect: "manual",
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...(lang !== undefined && { "accept-language": lang }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** The cookies an answer sets, as a browser sends them back. */
export const cookiesOf = (answer: Answered, before = ""): string => {
  const jar = new Map(before.split("; ").filter(Boolean).map((each) => [each.split("=")[0] ?? "", each] as const));
  for (const line of answer.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split("; ");
    const [name = ""] = pair.split("=");
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(name);
    else jar.set(name, pair);
  }
  return [...jar.values()].join("; ");
};
