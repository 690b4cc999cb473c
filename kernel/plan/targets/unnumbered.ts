import type { Reading } from "./target.ts";

/** Targets without a printed number: bound to another quantity, set from above, all of something, an event. */
export function readUnnumbered(_words: string): Reading[] {
  return [];
}
