import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicActor, systemActor } from "../../base/db/actors.ts";
import { type TestCity, testCity } from "../../base/db/testing.ts";
import { getCityFolder } from "../registry/folder.ts";
import { loadCity } from "../registry/load.ts";
import { findCounty, getShapes } from "./acts.ts";
import { loadShapes, readShapes } from "./load.ts";
import type { ShapesFile } from "./schema.ts";

const quzhou = path.resolve(import.meta.dirname, "../../cities/quzhou");
const folder = getCityFolder(quzhou);
const file = readShapes(quzhou).value as ShapesFile;
let city: TestCity;

beforeAll(async () => {
  city = await testCity();
  await city.act(async (ctx) => {
    await loadCity(ctx, folder);
    await loadShapes(ctx, file);
  }, systemActor(folder.path));
});
afterAll(() => city.end());

test("a second load adds nothing, a changed shape is appended", async () => {
  expect(await city.act((ctx) => loadShapes(ctx, file))).toEqual({ added: 0, changed: 0, unchanged: 6 });
  const changed = { ...file, features: file.features.map((feature, i) => (i === 0 ? { ...feature, properties: { ...feature.properties, approximate: false } } : feature)) };
  expect(await city.act((ctx) => loadShapes(ctx, changed))).toEqual({ added: 0, changed: 1, unchanged: 5 });
  expect(await city.act((ctx) => loadShapes(ctx, file))).toEqual({ added: 0, changed: 1, unchanged: 5 });
});

test("as known before it was loaded there is no shape", async () => {
  expect((await city.act((ctx) => getShapes(ctx, new Date("2000-01-01T00:00:00Z")))).features).toEqual([]);
});

test("anyone gets the schematic map; the urban districts are composed of their two members", async () => {
  const shapes = await city.act((ctx) => getShapes(ctx), publicActor(folder.path));
  expect(shapes).toMatchObject({ schematic: true, approval_number: null, licence: "MIT" });
  expect(shapes.features).toHaveLength(7);
  const urban = shapes.features.find((feature) => feature.id === "qz_urban");
  expect(urban?.properties).toMatchObject({ level: "union", composed_of: ["330802", "330803"], approximate: true });
  const parts = shapes.features.filter((feature) => ["330802", "330803"].includes(feature.id)).flatMap((feature) => feature.geometry.coordinates);
  expect(urban?.geometry).toEqual({ type: "MultiPolygon", coordinates: parts });
  expect(shapes.without_shape).toEqual(["qz_gaotie", "qz_hexin", "qz_konggang", "qz_nankong", "qz_zhihui", "qz_zhizao"]);
});

test("the county of a point", async () => {
  const found = await city.act((ctx) => findCounty(ctx, 118.63, 28.74), publicActor(folder.path));
  expect(found).toMatchObject({ division: { code: "330881", name: { "zh-CN": "江山市" } }, approximate: true });
  expect((await city.act((ctx) => findCounty(ctx, 120.15, 30.27))).division).toBeNull();
});

test("a shape of a union or of nothing is refused, each named", async () => {
  const [first] = file.features;
  if (!first) throw new Error("no shape");
  const wrong = { ...file, features: ["qz_urban", "999999"].map((division) => ({ ...first, properties: { ...first.properties, division } })) };
  await expect(city.act((ctx) => loadShapes(ctx, wrong))).rejects.toMatchObject({ code: "shapes", places: [{ values: { division: "qz_urban" } }, { values: { division: "999999" } }] });
});

test("with an approval number the map is no longer schematic, and says the number", async () => {
  const approved = { ...folder, city: { ...folder.city, map: { approval_number: "example 0001" } } };
  await city.act((ctx) => loadCity(ctx, approved));
  const shapes = await city.act((ctx) => getShapes(ctx));
  expect(shapes).toMatchObject({ schematic: false, approval_number: "example 0001", note: { en: "Map approval number: example 0001" } });
  await city.act((ctx) => loadCity(ctx, folder));
  expect((await city.act((ctx) => getShapes(ctx))).schematic).toBe(true);
});
