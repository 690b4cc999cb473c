import { afterAll, beforeAll, expect, test } from "vitest";
import { testServer, type TestServer } from "./testing.ts";

let city: TestServer;
let planner: string;

beforeAll(async () => {
  city = await testServer();
  planner = await city.token("planner");
});
afterAll(async () => await city.end());

interface Listed {
  readonly id: string;
  readonly value: number | null;
  readonly corrected: object | null;
}
const listed = async (token?: string): Promise<Listed[]> => (await city.ask("/api/plan/targets?limit=1000", token === undefined ? {} : { token })).json["items"] as Listed[];
const numbered = async (): Promise<Listed> => {
  const found = (await listed()).find((one) => one.value !== null);
  if (found === undefined) throw new Error("the example plan has no target with a number");
  return found;
};
const send = (body: object, headers: Record<string, string> = {}, token = planner, lang = "en") => city.ask("/api/plan/corrections", { token, body, headers, lang });

test("only those who may review see the list and decide", async () => {
  const { id } = await numbered();
  expect((await city.ask("/api/plan/review")).status).toBe(401);
  for (const role of ["reader", "clerk", "statistician"]) {
    const token = await city.token(role);
    expect((await city.ask("/api/plan/review", { token })).status, role).toBe(403);
    expect((await send({ act: "reject", kind: "target", subject: id }, { "if-match": '"0"' }, token)).status, role).toBe(403);
  }
  for (const role of ["planner", "administrator"]) expect((await city.ask("/api/plan/review", { token: await city.token(role) })).status, role).toBe(200);
});

test("a decision names the version it was made on, is done once under its key, and is seen by the public with role and reason", async () => {
  const { id } = await numbered();
  const body = { act: "correct", kind: "target", subject: id, fields: { value: 4321 }, reason: "an example" };
  expect((await send(body)).status).toBe(428);
  expect((await send(body, { "if-match": '"7"' })).status).toBe(412);
  const headers = { "if-match": '"0"', "idempotency-key": "review one" };
  const first = await send(body, headers);
  expect(first.status).toBe(201);
  expect(first.headers.get("etag")).toBe('"1"');
  const again = await send(body, headers);
  expect([again.status, again.json]).toEqual([201, first.json]);
  expect((await listed()).find((one) => one.id === id)).toMatchObject({ value: 4321, corrected: { act: "correct", by: "planner", reason: "an example", fields: ["value"] } });
  const thread = String(first.json["thread"]);
  const withdraw = (version: string) => city.ask(`/api/plan/corrections/${thread}/withdraw`, { method: "POST", token: planner, headers: { "if-match": version } });
  expect((await withdraw('"9"')).status).toBe(412);
  expect((await withdraw('"1"')).status).toBe(200);
  expect((await withdraw('"2"')).status).toBe(409);
  expect((await listed()).find((one) => one.id === id)?.corrected).toBeNull();
  const { rows } = await city.database.pool.migrator.query<{ act: string }>(`SELECT act FROM "${city.schema}".audit_entry WHERE act LIKE 'plan.review%' ORDER BY at`);
  expect(rows.map((row) => row.act)).toEqual(["plan.review-correct", "plan.review-withdraw"]);
});

test("what is wrong is said at its field, in the reader's language, and nothing is kept", async () => {
  const { id } = await numbered();
  const item = ((await city.ask(`/api/plan/review?subject=${id}`, { token: planner })).json["items"] as { version: string }[])[0];
  const fields = { indicator: "", period: "someday", number: "77.77", value_max: 3 };
  for (const [lang, words] of [["en", /cannot be read/], ["zh-CN", /读不懂期限/]] as const) {
    const answer = await send({ act: "correct", kind: "target", subject: id, fields }, { "if-match": `"${item?.version ?? ""}"` }, planner, lang);
    expect(answer.status).toBe(422);
    const places = answer.json["places"] as { at: string; message: string }[];
    expect(places.map((place) => place.at)).toEqual(expect.arrayContaining(["/fields/indicator", "/fields/period", "/fields/number"]));
    expect(places.find((place) => place.at === "/fields/period")?.message).toMatch(words);
  }
  expect((await send({ act: "correct", kind: "target", subject: id, fields: { value: "many" } }, { "if-match": '"2"' })).status).toBe(400);
  expect((await send({ act: "accept", kind: "target", subject: "nothing" }, { "if-match": '"0"' })).status).toBe(404);
  expect((await send({ act: "add", kind: "target", fields: { indicator: "x" } })).status).toBe(409);
  expect((await listed()).every((one) => one.corrected === null)).toBe(true);
});

test("pages by key, each with its progress", async () => {
  const page = async (query: string) => (await city.ask(`/api/plan/review?${query}`, { token: planner })).json as unknown as { items: { key: string }[]; next: string | null; of: number };
  const all = await page("limit=1000");
  const keys: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const one = await page(`limit=2${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`);
    keys.push(...one.items.map((item) => item.key));
    after = one.next;
  }
  expect(keys).toEqual(all.items.map((item) => item.key));
  expect(all.of).toBe(all.items.length);
});

test("a lost table over HTTP: refused with its place, shown, joined", async () => {
  const { document } = (await city.ask("/api/plan/review", { token: planner })).json as { document: number };
  const ask = (address: string, body: object) => city.ask(address, { token: planner, body, lang: "en" });
  const body = { at: 0, document, pasted: "指标\t2025年\n示例覆盖率（%）\t71.5" };
  expect((await ask("/api/plan/tables/preview", { ...body, pasted: "nothing" })).json).toMatchObject({ status: 422, places: [{ at: "/pasted" }] });
  expect((await ask("/api/plan/tables", { ...body, document: 99 })).status).toBe(409);
  expect((await ask("/api/plan/tables/preview", body)).json).toMatchObject({ rows: [["指标", "2025年"], ["示例覆盖率（%）", "71.5"]], version: null });
  const joined = await ask("/api/plan/tables", body);
  expect([joined.status, joined.json["version"]]).toEqual([201, document + 1]);
});
