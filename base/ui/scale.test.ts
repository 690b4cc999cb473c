import fc from "fast-check";
import { expect, test } from "vitest";
import { classesOf, colourOf, isDark, noDataColour } from "./scale.ts";

test("six counties fall into five classes, each with its colour", () => {
  const classes = classesOf([10, 20, 30, 40, 50, 60]);
  expect(classes).toHaveLength(5);
  expect(classes[0]?.from).toBe(10);
  expect(classes.at(-1)?.to).toBe(60);
  expect(colourOf(null, classes)).toBe(noDataColour);
});

test("words on a fill can be read", () => {
  expect(isDark("#184a82")).toBe(true);
  expect(isDark("#4a83bd")).toBe(false);
  expect(isDark("#e4eef7")).toBe(false);
});

test("nothing measured has no classes", () => {
  expect(classesOf([])).toEqual([]);
  expect(classesOf([Number.NaN])).toEqual([]);
});

test("every value has a class, and a larger value never a lower one", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 }), (values) => {
      const classes = classesOf(values);
      const rank = (value: number): number => classes.findIndex((each) => each.colour === colourOf(value, classes));
      const sorted = [...values].sort((a, b) => a - b);
      for (const [i, value] of sorted.entries()) {
        expect(colourOf(value, classes)).not.toBe(noDataColour);
        if (i > 0) expect(rank(value)).toBeGreaterThanOrEqual(rank(sorted[i - 1] ?? value));
      }
    }),
  );
});
