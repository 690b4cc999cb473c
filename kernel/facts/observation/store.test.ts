import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicActor, systemActor } from "../../../base/db/actors.ts";
import type { Actor } from "../../../base/db/ctx.ts";
import { type TestCity, testArea, testCity } from "../../../base/db/testing.ts";
import { Problem } from "../../../base/errors/problem.ts";
import { loadDivisions } from "../../registry/load.ts";
import { actorOf } from "../../registry/roles.ts";
import { findIndicators, getIndicator } from "../catalogue.ts";
import { loadIndicators } from "../indicator/load.ts";
import type { IndicatorIn, ObservationIn } from "../schema.ts";
import { loadObservations, type LoadRow } from "./load.ts";
import { findObservations, observationsFor, seriesKey } from "./read.ts";
import { bodyPlaces, recordObservations } from "./record.ts";
import { releaseObservations } from "./release.ts";

const said = (zh: string, en: string) => ({ "zh-CN": zh, en });
const divisions = [
  { code: "330000", level: "province", parent: null, name: said("浙江省", "Zhejiang"), source: "GB/T 2260", path: "330000" },
  { code: "330800", level: "prefecture", parent: "330000", name: said("衢州市", "Quzhou"), source: "GB/T 2260", path: testArea },
  { code: "330802", level: "county", parent: "330800", name: said("柯城区", "Kecheng"), source: "GB/T 2260", path: `${testArea}.330802` },
  { code: "330822", level: "county", parent: "330800", name: said("常山县", "Changshan"), source: "GB/T 2260", path: `${testArea}.330822` },
] as const;
const indicators: IndicatorIn[] = [
  { code: "gdp", name: said("地区生产总值", "Gross regional product"), also: ["GDP"], unit: "亿元", direction: "up", kind: "flow", minimum: 0, maximum: "200000", source_body: "qz-tjj" },
  { code: "pm25", name: said("PM2.5年均浓度", "PM2.5, yearly mean"), unit: "μg/m3", direction: "down", kind: "level", minimum: 0, maximum: 500 },
];
const now = new Date("2026-11-23T01:00:00Z");

const member = (role: string, area = testArea, body: string | null = null): Actor =>
  actorOf({ user_id: `example-${role}`, role, area, body, classes: ["public", "internal", "personal"] }, `example ${role}`);

const gdp = (more: Partial<ObservationIn> = {}): ObservationIn => ({
  indicator: "gdp", division: "330800", period: "2023", value: "2125.2", unit: "亿元", status: "preliminary", source: { title: "example" }, ...more,
});

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
  await city.act(async (ctx) => {
    await loadDivisions(ctx, divisions);
    await loadIndicators(ctx, indicators);
  });
});
afterAll(() => city.end());

const record = (items: readonly ObservationIn[], actor = member("statistician"), moment = now) =>
  city.act((ctx) => recordObservations(ctx, items, { at: bodyPlaces(false) }), actor, { now: moment });

async function refusal(attempt: Promise<unknown>): Promise<Problem> {
  const error = await attempt.then(() => undefined, (cause: unknown) => cause);
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
}
const placesOf = (problem: Problem) => problem.places.map((place) => place.at);

describe("recording", () => {
  test("reads names, notations and units, keeps figures exact and says what was printed", async () => {
    await record([gdp({ indicator: "GDP", division: "常山县", period: "2019年", value: "1,542,042", unit: "万元", status: "final" })]);
    const { items } = await city.act((ctx) => findObservations(ctx, { division: "330822" }));
    expect(items).toMatchObject([{ indicator: "gdp", period: "2019", value: "154.2042", unit: "亿元", printed: "1542042 万元", status: "final", class: "internal", revision: 1 }]);
  });

  test("keeps every sign of a text", async () => {
    const odd = [`a"b\\c{d},e'f`, "NULL", "null", "{}", "\\", `"`, "line\nbreak\ttab", "衢州 🏙️", ",", "$1 ${x} %s"];
    await record(odd.map((note, index) => gdp({ division: "330822", period: String(1990 + index), value: 1, scope: `区 ${note}`, note, source: { title: note } })));
    const { items } = await city.act((ctx) => findObservations(ctx, { indicator: "gdp", division: "330822", to: "1999" }));
    expect(items.map((item) => item.source.title).sort()).toEqual([...odd].sort());
    expect(items.map((item) => item.note).sort()).toEqual([...odd].sort());
  });

  test("refuses a whole batch and names every place", async () => {
    const problem = await refusal(record([
      gdp({ period: "2010" }), gdp({ indicator: "gpd" }), gdp({ division: "999999" }), gdp({ unit: "人" }), gdp({ unit: "锤" }), gdp({ value: "二千" }), gdp({ value: "2,500" }),
      gdp({ period: "2027" }), gdp({ period: "2026" }), gdp({ period: "明年" }), gdp({ value: "-1", period: "2011" }), gdp({ period: "2012", status: "derived" }),
      gdp({ period: "2010", value: "7" }), gdp({ note: "a\0b", period: "2013" }), gdp({ period: "2014", value: ">5", bound: "<" }),
    ]));
    expect([problem.status, problem.code]).toEqual([422, "observations-refused"]);
    expect(placesOf(problem)).toEqual([
      "/items/1/indicator", "/items/2/division", "/items/3/unit", "/items/4/unit", "/items/5/value", "/items/6/value", "/items/7/period", "/items/8/period",
      "/items/9/period", "/items/10/value", "/items/11/status", "/items/13/note", "/items/14/bound", "/items/12/value",
    ]);
    expect(problem.in("zh-CN")).toBe("有 14 处不能接受，这一批一条也没有记入");
    for (const place of problem.places) expect(Object.keys(place.said)).toEqual(["zh-CN", "en"]);
    expect((await city.act((ctx) => findObservations(ctx, { indicator: "gdp", division: "330800" }))).items).toEqual([]);
  });

  test("a period begun but not ended is taken as expected only", async () => {
    const [id] = await record([gdp({ period: "2026", value: "2500", status: "expected" })]);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("a second figure for a cell must correct the one that stands, which the refusal names", async () => {
    const [first = ""] = await record([gdp()]);
    const again = await refusal(record([gdp(), gdp({ period: "2022", value: "2003.4" })]));
    expect([again.status, again.code, placesOf(again)]).toEqual([409, "duplicate", ["/items/0"]]);
    expect(JSON.stringify(again.places)).toContain(first);
    expect(await city.act((ctx) => findObservations(ctx, { from: "2022", to: "2022", division: "330800" }))).toMatchObject({ items: [] });
    const stranger = await refusal(record([gdp({ supersedes: "0199b3c0-0000-7000-8000-000000000000", value: "2126" })]));
    expect([stranger.status, placesOf(stranger)]).toEqual([409, ["/items/0/supersedes"]]);
    const same = await refusal(record([gdp({ supersedes: first })]));
    expect([same.status, placesOf(same)]).toEqual([409, ["/items/0"]]);
    const [second = ""] = await record([gdp({ supersedes: first, value: "2125.20", status: "final" })]);
    expect((await refusal(record([gdp({ supersedes: first, value: "1" })]))).places[0]?.values).toMatchObject({ id: second });
    const history = await city.act((ctx) => findObservations(ctx, { indicator: "gdp", division: "330800", from: "2023", to: "2023", history: true }));
    expect(history.items.map((item) => [item.id, item.revision, item.value, item.supersedes])).toEqual([[second, 2, "2125.20", first], [first, 1, "2125.2", null]]);
  });

  test("two writers of one cell at once: one is kept, the other refused by name", async () => {
    const race = await Promise.allSettled([1, 2, 3, 4].map((n) => record([gdp({ period: "2001", value: n })])));
    expect(race.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const each of race) if (each.status === "rejected") expect([each.reason.status, each.reason.code, placesOf(each.reason)]).toEqual([409, "duplicate", ["/items/0"]]);
  });

  test("batches that meet in many cells, in opposite orders, never lock each other out", async () => {
    const cells = Array.from({ length: 300 }, (_, n) => gdp({ scope: "race", period: `${1950 + (n % 25)}-${String(1 + Math.floor(n / 25)).padStart(2, "0")}`, value: n }));
    const race = await Promise.allSettled([cells, cells.toReversed(), cells.slice(100), cells.toReversed().slice(50)].map((items) => record(items)));
    expect(race.filter((each) => each.status === "fulfilled").length).toBe(1);
    for (const each of race) if (each.status === "rejected") expect([each.reason.code, each.reason.places.length > 0]).toEqual(["duplicate", true]);
  });

  test("nobody records outside their area, a clerk only for the own body", async () => {
    const county = await refusal(record([gdp({ period: "2002" })], member("statistician", `${testArea}.330802`)));
    expect(placesOf(county)).toEqual(["/items/0/division"]);
    const clerk = await refusal(record([gdp({ period: "2002" })], member("clerk", testArea, "qz-sthjj")));
    expect(placesOf(clerk)).toEqual(["/items/0/indicator"]);
    await record([gdp({ period: "2002" })], member("clerk", testArea, "qz-tjj"));
    await record([gdp({ division: "330802", period: "2002", value: 100 })], member("statistician", `${testArea}.330802`));
    await record([gdp({ division: "浙江省", period: "2002", value: 8000 })]);
    expect(placesOf(await refusal(record([gdp({ division: "330000", period: "2003" })], member("statistician", `${testArea}.330802`))))).toEqual(["/items/0/division"]);
  });
});

describe("reading", () => {
  test("as known at a moment", async () => {
    const [id = ""] = await record([gdp({ period: "2004", value: "300" })], undefined, new Date("2026-01-10T00:00:00Z"));
    await record([gdp({ period: "2004", value: "310", supersedes: id })], undefined, new Date("2026-02-10T00:00:00Z"));
    const at = (known_at: string) => city.act((ctx) => findObservations(ctx, { indicator: "gdp", division: "330800", from: "2004", to: "2004", known_at }));
    expect((await at("2026-01-09")).items).toEqual([]);
    expect((await at("2026-01-10")).items.map((item) => item.value)).toEqual(["300"]);
    expect((await at("2026-02-10T12:00:00+08:00")).items.map((item) => item.value)).toEqual(["310"]);
    expect((await refusal(at("tomorrow"))).code).toBe("day");
  });

  test("pages by key, every figure once, in both orders", async () => {
    const all = async (history: boolean) => {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await city.act((ctx) => findObservations(ctx, { limit: 3, history, ...(after !== undefined && { after }) }));
        ids.push(...page.items.map((item) => item.id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return ids;
    };
    const [current, history] = [await all(false), await all(true)];
    expect(new Set(history).size).toBe(history.length);
    expect(history.length).toBeGreaterThan(current.length);
    expect((await city.act((ctx) => findObservations(ctx, { limit: 1000 }))).items.map((item) => item.id)).toEqual(current);
    expect((await refusal(city.act((ctx) => findObservations(ctx, { after: "???" })))).code).toBe("page-key");
  });

  test("the public sees what was released, and only that, without names", async () => {
    const visitor = publicActor(testArea);
    const [id = ""] = await record([gdp({ indicator: "pm25", period: "2024", value: "25", unit: "微克/立方米", note: "internal remark" })]);
    const look = (actor: Actor) => city.act((ctx) => findObservations(ctx, { indicator: "pm25" }), actor);
    expect((await look(visitor)).items).toEqual([]);
    expect(await city.act((ctx) => releaseObservations(ctx, [id], "bulletin"), member("statistician", testArea, "qz-tjj"), { now })).toEqual({ released_on: "2026-11-23", count: 1 });
    expect((await look(visitor)).items).toMatchObject([{ id, value: "25", class: "public", released_on: "2026-11-23", recorded_by: null, note: "bulletin" }]);
    expect((await look(member("reader"))).items).toMatchObject([{ id, class: "public", note: "internal remark", recorded_by: "example-statistician" }]);
    // A county's reader sees the city's figure because it is public.
    expect((await look(member("reader", `${testArea}.330802`))).items).toMatchObject([{ id, class: "public" }]);
    const again = await refusal(city.act((ctx) => releaseObservations(ctx, [id, "0199b3c0-0000-7000-8000-000000000000"], null), member("statistician")));
    expect(placesOf(again)).toEqual(["/observations/0", "/observations/1"]);
    const [corrected = ""] = await record([gdp({ indicator: "pm25", period: "2024", value: "24", unit: "μg/m3", supersedes: id })]);
    expect((await look(visitor)).items).toMatchObject([{ id, value: "25" }]);
    expect((await look(member("reader", `${testArea}.330802`))).items).toMatchObject([{ id, value: "25" }]);
    await city.act((ctx) => releaseObservations(ctx, [corrected], null), member("statistician"), { now });
    expect((await look(visitor)).items).toMatchObject([{ id: corrected, value: "24" }]);
    expect((await city.act((ctx) => getIndicator(ctx, "pm25"), visitor)).latest).toMatchObject({ value: "24" });
  });

  test("a county's reader sees the county's internal figures and no other's", async () => {
    const { items } = await city.act((ctx) => findObservations(ctx, { indicator: "gdp" }), member("reader", `${testArea}.330802`));
    expect(items.map((item) => item.division)).toEqual(["330802"]);
  });

  test("indicators with their latest figure, sought by either name", async () => {
    const { items } = await city.act((ctx) => findIndicators(ctx, { q: "生产" }));
    expect(items).toMatchObject([{ code: "gdp", latest: { period: "2026", status: "expected" }, also: ["GDP"] }]);
    expect(items[0]?.count).toBeGreaterThan(3);
    expect((await city.act((ctx) => findIndicators(ctx, { q: "100%" }))).items).toEqual([]);
    expect((await refusal(city.act((ctx) => getIndicator(ctx, "nothing")))).status).toBe(404);
  });

  test("many series in one reading", async () => {
    const wanted = [{ indicator: "gdp", division: "330800", scope: null }, { indicator: "pm25", division: "330800", scope: "市区" }];
    const found = await city.act((ctx) => observationsFor(ctx, wanted, { asOf: "2024-06-30" }));
    expect(found.get(seriesKey(wanted[0] ?? { indicator: "", division: "", scope: null }))?.map((each) => each.period)).toEqual(["2001", "2002", "2004", "2023"]);
    expect([...found.values()].at(-1)).toEqual([]);
  });
});

describe("loading a city folder", () => {
  const system = systemActor(testArea);
  const rows: LoadRow[] = [
    { ...gdp({ period: "2020", value: "1639", status: "expected", source: { title: "example plan" } }), published_on: "2021-03-12", class: "public" },
    { ...gdp({ period: "2015", value: "1146", status: "superseded" }), class: "public" },
  ];
  const load = (given: readonly LoadRow[]) => city.act((ctx) => loadObservations(ctx, given), system, { now });

  test("once, twice, changed, and after someone corrected it", async () => {
    expect(await load(rows)).toEqual({ added: 2, changed: 0, unchanged: 0, kept: 0, released: 2 });
    expect(await load(rows)).toEqual({ added: 0, changed: 0, unchanged: 2, kept: 0, released: 0 });
    const changed = rows.map((row) => (row.period === "2020" ? { ...row, value: "1639.12" } : row));
    expect(await load(changed)).toEqual({ added: 0, changed: 1, unchanged: 1, kept: 0, released: 1 });
    const known = await city.act((ctx) => findObservations(ctx, { from: "2020", to: "2020", known_at: "2021-03-12", indicator: "gdp", division: "330800" }));
    expect(known.items).toMatchObject([{ value: "1639.12", released_on: "2021-03-12", class: "public" }]);
    await record([gdp({ period: "2020", value: "1640", status: "final", supersedes: known.items[0]?.id ?? "" })]);
    expect(await load(changed)).toEqual({ added: 0, changed: 0, unchanged: 1, kept: 1, released: 0 });
  });

  test("nothing is kept of a folder with a fault", async () => {
    const problem = await refusal(load([...rows, { ...gdp({ period: "1999", unit: "锤" }), class: "public" }]));
    expect(placesOf(problem)).toEqual(["/2/unit"]);
  });
});
