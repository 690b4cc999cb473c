import type { Check, Complaint } from "./tree.ts";

/** No file reaches itself through imports, those of types included: two files that need each other are one thing or three. */
export const cycles: Check = (tree) => {
  const edges = new Map<string, { to: string; line: number }[]>();
  for (const file of tree.code()) {
    const out: { to: string; line: number }[] = [];
    for (const found of tree.parse(file).imports) {
      const to = tree.resolve(file.path, found.specifier);
      if (to !== undefined) out.push({ to, line: found.line });
    }
    edges.set(file.path, out);
  }
  const complaints: Complaint[] = [];
  const told = new Set<string>();
  for (const path of edges.keys()) {
    if (told.has(path)) continue;
    const way = wayBack(edges, path);
    if (way === undefined) continue;
    for (const step of way) told.add(step);
    const line = edges.get(path)?.find((edge) => edge.to === (way[1] ?? path))?.line ?? 1;
    complaints.push({
      path,
      line,
      said: `imports itself in a circle: ${[...way, path].join(" → ")}; move what both sides need into a file of its own.`,
    });
  }
  return complaints;
};

/** The shortest circle through a file: the file first, then each step. */
function wayBack(edges: ReadonlyMap<string, readonly { to: string }[]>, start: string): string[] | undefined {
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    for (const { to } of edges.get(way.at(-1) ?? start) ?? []) {
      if (to === start) return way;
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push([...way, to]);
    }
  }
  return undefined;
}
