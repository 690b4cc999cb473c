import { type Check, Tree } from "./tree.ts";

/** A small tree in words: path → text. */
export const treeOf = (files: Readonly<Record<string, string>>): Tree =>
  new Tree(Object.entries(files).map(([path, text]) => ({ path, text })));

/** What a checker says of it, as `path:line: sentence`. */
export const said = (check: Check, files: Readonly<Record<string, string>>): string[] =>
  check(treeOf(files)).map((complaint) => `${complaint.path}:${complaint.line}: ${complaint.said}`);
