import { expect, test } from "vitest";
import { boundsOf, centreOf } from "./shapes.ts";

const square = { geometry: { type: "Polygon", coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] } };
const twoParts = { geometry: { type: "MultiPolygon", coordinates: [[[[10, 10], [10.1, 10], [10.1, 10.1], [10, 10]]], [[[4, 4], [8, 4], [8, 8], [4, 8], [4, 4]]]] } };

test("a label stands in the middle of the largest part", () => {
  expect(centreOf(square)).toEqual([1, 1]);
  expect(centreOf(twoParts)[0]).toBeCloseTo(6);
  const bent = { geometry: { type: "Polygon", coordinates: [[[0, 0], [10, 0], [10, 1], [1, 1], [1, 10], [0, 10], [0, 0]]] } };
  const [x, y] = centreOf(bent);
  expect(x < 1 || y < 1).toBe(true);
});

test("bounds hold all areas", () => {
  expect(boundsOf([square, twoParts])).toEqual([0, 0, 10.1, 10.1]);
  expect(boundsOf([])).toEqual([-180, -85, 180, 85]);
});
