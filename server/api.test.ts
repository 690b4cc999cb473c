import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes as factsRoutes } from "../kernel/facts/routes.ts";
import { routes as mapRoutes } from "../kernel/map/routes.ts";
import { routes as planRoutes } from "../kernel/plan/routes.ts";
import { routes as registryRoutes } from "../kernel/registry/routes.ts";
import { type Answered, testServer, type TestServer } from "./testing.ts";

let city: TestServer;
let statistician: string;
beforeAll(async () => {
  city = await testServer();
  statistician = await city.token("statistician");
});
afterAll(async () => await city.end());

const figure = (more: object = {}): object => ({ indicator: "gdp", division: "990100", period: "2021", value: "1100.5", unit: "亿元", status: "final", source: { title: "示例公报" }, ...more });
const record = (body: unknown, headers: Record<string, string> = {}, token = statistician, lang = "en") => city.ask("/api/facts/observations", { token, body, headers, lang });
const places = (answer: Answered) => answer.json["places"] as { at: string; message: string }[];
const count = async (where: string) => Number((await city.database.pool.migrator.query<{ n: string }>(`SELECT count(*) AS n FROM "${city.schema}".facts_observation WHERE ${where}`)).rows[0]?.n);
/** Words of the validator and of the database that no reader should see. */
const raw = /must NOT|must have required|should be|instancePath|schemaPath|AJV|ajv|violates|constraint|relation "|pg_|at Object|\.ts:\d/;

describe("problem details", () => {
  test("every fault of a body is named with its place, in the reader's language", async () => {
    const body = { items: [figure(), figure({ value: {} }), { ...figure(), status: "perhaps", extra: 1 }, { indicator: "gdp" }] };
    const english = await record(body);
    expect(english.status).toBe(400);
    expect(english.headers.get("content-type")).toMatch("application/problem+json");
    expect(english.json).toMatchObject({ type: "/problems/invalid", status: 400, instance: "/api/facts/observations" });
    expect(new Set(places(english).map((place) => place.at.split("/").slice(0, 3).join("/")))).toEqual(new Set(["/items/1", "/items/2", "/items/3"]));
    expect(places(english)).toContainEqual({ at: "/items/1/value", message: "must be of type string / number" });
    expect(places(english).filter((place) => place.at === "/items/3")).toHaveLength(5);
    const chinese = await record(body, {}, statistician, "zh-CN");
    expect(chinese.headers.get("content-language")).toBe("zh-CN");
    for (const place of places(chinese)) expect(place.message).toMatch(/[一-鿿]/);
    for (const answer of [english, chinese]) expect(answer.text).not.toMatch(raw);
    for (const place of places(english)) expect(place.message).not.toMatch(/[一-鿿]/);
  });

  test.each([
    ["unknown unit", { unit: "石" }, "unit"],
    ["unknown indicator", { indicator: "nothing" }, "indicator"],
    ["unknown division", { division: "110000" }, "division"],
    ["period not begun", { period: "2199" }, "period"],
    ["unreadable period", { period: "last year" }, "period"],
    ["value out of range", { value: "-5" }, "value"],
    ["value no number", { value: "many" }, "value"],
  ])("%s: refused with the place, and nothing of the batch is kept", async (_name, wrong, field) => {
    const before = await count("true");
    const answer = await record({ items: [figure({ scope: "batch" }), figure(wrong)] });
    expect(answer.status).toBe(422);
    expect(places(answer).map((place) => place.at)).toContain(`/items/1/${field}`);
    expect(answer.text).not.toMatch(raw);
    expect(await count("true")).toBe(before);
  });

  test("a duplicate, in the batch or of what is there, is refused whole", async () => {
    const twice = await record({ items: [figure({ scope: "twice" }), figure({ scope: "twice" })] });
    expect([409, 422]).toContain(twice.status);
    const there = await record({ items: [figure({ scope: "once" }), figure({ period: "2020" })] });
    expect(there.status).toBe(409);
    expect(places(there)[0]?.at).toBe("/items/1");
    expect(await count("scope IN ('twice', 'once')")).toBe(0);
  });

  test("what is not JSON, too large or nowhere says so", async () => {
    const broken = await record("{ not json");
    expect(broken.status).toBe(400);
    expect(broken.json["type"]).toBe("/problems/not-json");
    expect((await record('"', {}, statistician, "zh-CN")).text).toMatch("不是 JSON");
    const large = await record(JSON.stringify({ note: "x".repeat(17 * 2 ** 20) }));
    expect(large.status).toBe(413);
    const text = await city.ask("/api/facts/observations", { token: statistician, method: "POST", body: "a,b", headers: { "content-type": "text/csv" } });
    expect([400, 415]).toContain(text.status);
    const nowhere = await city.ask("/api/nowhere", { lang: "en" });
    expect(nowhere.status).toBe(404);
    expect(nowhere.json).toMatchObject({ type: "/problems/not-found", title: "There is nothing at /api/nowhere" });
    expect((await city.ask("/api/plan/targets/none", { lang: "en" })).status).toBe(404);
    for (const query of ["limit=many", "limit=100000", "as_of=yesterday"]) {
      const answer = await city.ask(`/api/plan/targets?${query}`, { lang: "en" });
      expect(answer.status, query).toBeGreaterThanOrEqual(400);
      expect(answer.status, query).toBeLessThan(500);
      expect(answer.text).not.toMatch(raw);
    }
  });
});

describe("Idempotency-Key", () => {
  test("the same request again is done once and answered the same", async () => {
    const headers = { "idempotency-key": "one" };
    const first = await record(figure({ scope: "key" }), headers);
    const second = await record(figure({ scope: "key" }), headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    expect(await count("scope = 'key'")).toBe(1);
  });

  test("another request under the same key is refused; a refused one keeps nothing and may be mended", async () => {
    expect((await record(figure({ scope: "other" }), { "idempotency-key": "one" })).status).toBe(422);
    expect((await record(figure({ scope: "mended", unit: "石" }), { "idempotency-key": "two" })).status).toBe(422);
    expect((await record(figure({ scope: "mended" }), { "idempotency-key": "two" })).status).toBe(201);
    expect((await record(figure({ scope: "long" }), { "idempotency-key": "k".repeat(256) })).status).toBe(400);
  });

  test("ten at one moment are one act with one answer", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => record(figure({ scope: "at once" }), { "idempotency-key": "three" })));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 12 }, () => 201));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await count("scope = 'at once'")).toBe(1);
  });

  test("a key belongs to its holder", async () => {
    const other = await city.token("statistician");
    expect((await record(figure({ scope: "holder" }), { "idempotency-key": "one" }, other)).status).toBe(201);
  });
});

describe("If-Match", () => {
  test("a change needs the version it was made on", async () => {
    const token = await city.token("planner");
    const items = (await city.ask("/api/plan/targets", { token })).json["items"] as { id: string }[];
    const url = `/api/plan/targets/${items[0]?.id ?? ""}`;
    const etag = (await city.ask(url, { token })).headers.get("etag") ?? "";
    expect(etag).toMatch(/^".+"$/);
    const put = (headers: Record<string, string>) => city.ask(`${url}/measure`, { method: "PUT", token, headers, body: { indicator: "gdp", division: "990100" }, lang: "en" });
    expect((await put({})).status).toBe(428);
    expect((await put({ "if-match": '"another"' })).status).toBe(412);
    const done = await put({ "if-match": etag });
    expect(done.status).toBe(200);
    expect((await put({ "if-match": etag })).status).toBe(412);
  });
});

describe("permissions", () => {
  test("nobody signed in: 401; without the permission: 403; a wrong, expired or malformed token: 401, never the public", async () => {
    expect((await city.ask("/api/facts/observations", { body: figure() })).status).toBe(401);
    for (const role of ["reader", "planner"]) expect((await record(figure({ scope: role }), {}, await city.token(role))).status, role).toBe(403);
    expect((await city.ask("/api/plan/releases", { token: statistician, body: { as_of: "2024-01-01" } })).status).toBe(403);
    const expired = await city.token("administrator", { days: -1 });
    for (const token of ["gj_wrong", "nothing", "", expired]) {
      expect((await city.ask("/api/plan", { token })).status, token).toBe(401);
    }
    expect((await city.ask("/api/plan", { headers: { authorization: "Basic dGVzdDp0ZXN0" } })).status).toBe(401);
  });

  test("the database refuses what is of another body or area, whoever asks", async () => {
    const works = await city.token("clerk", { body: "ex-works" });
    expect((await record(figure({ indicator: "roads", unit: "公里", scope: "own body" }), {}, works)).status).toBe(201);
    expect((await record(figure({ scope: "other body" }), {}, works)).status).toBeGreaterThanOrEqual(403);
    const east = await city.token("statistician", { area: "990000.990100.990101" });
    expect((await record(figure({ division: "990101", scope: "own area" }), {}, east)).status).toBe(201);
    const other = await record(figure({ division: "990102", scope: "other area" }), {}, east);
    expect([403, 422]).toContain(other.status);
    expect(other.text).not.toMatch(raw);
    expect(await count("scope IN ('other body', 'other area')")).toBe(0);
    // Past every check of the program, the policies alone.
    const insert = (area: string, body: string | null) => city.database.pool.app.query(
      `BEGIN; SET LOCAL search_path = "${city.schema}"; SET LOCAL app.area = '990000.990100.990101'; SET LOCAL app.body = 'ex-east'; SET LOCAL app.classes = 'public,internal';
       INSERT INTO facts_observation (id, indicator, division, scope, period, period_start, period_end, value, unit, status, source_title, known_from, recorded_at, recorded_by, area, body)
       VALUES ('0190a000-0000-7000-8000-000000000001', 'gdp', '990101', 'policy', '2019', '2019-01-01', '2019-12-31', 1, '亿元', 'final', 't', now(), now(), 't', '${area}', ${body === null ? "NULL" : `'${body}'`}); ROLLBACK`,
    ).finally(() => city.database.pool.app.query("ROLLBACK"));
    await expect(insert("990000.990100.990102", "ex-east")).rejects.toThrow("row-level security");
    await expect(insert("990000.990100.990101", "ex-works")).rejects.toThrow("row-level security");
    await expect(insert("990000.990100.990101", null)).rejects.toThrow("row-level security");
    await expect(insert("990000.990100.990101", "ex-east")).resolves.toBeDefined();
  });

  test("the public sees no internal figure, standing or duty", async () => {
    await record(figure({ scope: "internal only", note: "not for the public" }));
    for (const address of ["/api/facts/observations?limit=1000&history=true", "/api/facts/indicators", "/api/facts/indicators/gdp", "/api/plan/targets", "/api/plan/cockpit", "/api/plan/tasks", "/api/plan/releases"]) {
      const answer = await city.ask(address);
      expect(answer.status, address).toBe(200);
      expect(answer.text, address).not.toMatch("internal only");
      expect(answer.text, address).not.toMatch('"class":"internal"');
      expect(answer.text, address).not.toMatch(/"recorded_by":"/);
    }
    const targets = (await city.ask("/api/plan/targets")).json["items"] as { standing: unknown; responsible: unknown[] }[];
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(target).toMatchObject({ standing: null, responsible: [] });
    const seen = (await city.ask("/api/facts/observations?limit=1000", { token: statistician })).text;
    expect(seen).toMatch("internal only");
  });

  test("once released it is public, with the day of release", async () => {
    const [one] = (await record(figure({ scope: "released" }))).json["items"] as { id: string }[];
    expect((await city.ask("/api/facts/releases", { token: statistician, body: { observations: [one?.id] } })).status).toBe(201);
    const items = (await city.ask("/api/facts/observations?limit=1000")).json["items"] as { scope: string; released_on: string }[];
    expect(items.find((item) => item.scope === "released")?.released_on).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe("the interface", () => {
  test("OpenAPI is 3.1 and lists every endpoint", async () => {
    const { json } = await city.ask("/api/openapi.json");
    expect(json["openapi"]).toMatch(/^3\.1/);
    const paths = json["paths"] as Record<string, Record<string, object>>;
    for (const route of [...registryRoutes, ...mapRoutes, ...factsRoutes, ...planRoutes]) {
      const path = `/api${route.url.replace(/:(\w+)/g, "{$1}")}`;
      expect(Object.keys(paths[path] ?? {}), path).toContain(route.method.toLowerCase());
    }
  });

  test("every GET answers the public, a reader and an administrator without failing", async () => {
    const tokens = [undefined, await city.token("reader"), await city.token("administrator")];
    for (const route of [...registryRoutes, ...mapRoutes, ...factsRoutes, ...planRoutes].filter((each) => each.method === "GET")) {
      for (const token of tokens) {
        const answer = await city.ask(`/api${route.url.replace(/:code/, "gdp").replace(/:(\w+)/g, "none")}`, { ...(token && { token }) });
        expect(answer.status, `${route.url} ${answer.text.slice(0, 300)}`).toBeLessThan(500);
      }
    }
  });

  test("a change is told to open pages, by topic and without content", async () => {
    const answer = await fetch(`${city.serving.url}/api/events`);
    expect(answer.headers.get("content-type")).toMatch("text/event-stream");
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const heard = { words: "" };
    await reader.read();
    await record(figure({ scope: "event" }));
    while (!heard.words.includes("\n\n")) heard.words += new TextDecoder().decode((await reader.read()).value);
    expect(heard.words).toBe('event: change\ndata: {"topic":"facts"}\n\n');
    await reader.cancel();
  });

  test("answers carry the headers of a careful server; health is told apart from readiness", async () => {
    const { headers } = await city.ask("/api/plan");
    expect(headers.get("content-security-policy")).toMatch("default-src 'self'");
    expect(headers.get("content-security-policy")).toMatch("frame-ancestors 'none'");
    expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
    expect((await city.ask("/healthz")).json).toEqual({ status: "ok" });
    expect((await city.ask("/readyz")).json).toEqual({ status: "ready" });
  });

  test("a page leads to the next by key, and all pages together hold each item once", async () => {
    const seen: string[] = [];
    for (let after = ""; ; ) {
      const { json } = await city.ask(`/api/facts/observations?limit=2${after}`, { token: statistician });
      seen.push(...(json["items"] as { id: string }[]).map((item) => item.id));
      if (json["next"] === null) break;
      after = `&after=${encodeURIComponent(String(json["next"]))}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const all = (await city.ask("/api/facts/observations?limit=1000", { token: statistician })).json["items"] as { id: string }[];
    expect(new Set(seen)).toEqual(new Set(all.map((item) => item.id)));
  });
});
