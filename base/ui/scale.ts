/** A colour scale in classes: pure, so that map, legend and table agree. */
export interface ColourClass {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/** Single-hue, light to dark; told apart in greyscale and by colour-blind readers. */
const ramps: Readonly<Record<number, readonly string[]>> = {
  1: ["#7fa8d1"],
  2: ["#c6d9ec", "#3f78b5"],
  3: ["#d6e4f1", "#7fa8d1", "#2a5f9e"],
  4: ["#dde9f4", "#a5c4e0", "#5d93c6", "#1f5490"],
  5: ["#e4eef7", "#bcd4e9", "#86b0d6", "#4a83bd", "#184a82"],
};

export const noDataColour = "#d9dce1";

/** At most five classes by rank, so that one large county does not paint all others alike; equal values share a class. */
export function classesOf(values: readonly number[]): readonly ColourClass[] {
  const distinct = [...new Set(values.filter(Number.isFinite))].sort((a, b) => a - b);
  const count = Math.min(5, distinct.length);
  const colours = ramps[count];
  if (colours === undefined) return [];
  const classes: ColourClass[] = [];
  for (let k = 0; k < count; k++) {
    const first = Math.round((k * distinct.length) / count);
    const last = Math.round(((k + 1) * distinct.length) / count) - 1;
    classes.push({ from: distinct[first] ?? 0, to: distinct[last] ?? 0, colour: colours[k] ?? noDataColour });
  }
  return classes;
}

export function colourOf(value: number | null, classes: readonly ColourClass[]): string {
  if (value === null) return noDataColour;
  return classes.find((each) => value >= each.from && value <= each.to)?.colour ?? noDataColour;
}

/** Whether white words stand better on a colour than black ones (relative luminance, WCAG 2). */
export function isDark(colour: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.18;
}
