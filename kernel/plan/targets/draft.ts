import type { After } from "./after.ts";
import type { Amount } from "./amounts.ts";
import type { Before } from "./before.ts";
import type { Accepted } from "./context.ts";

/** A number of a sentence in its place: where its clause and its item of a list begin. */
export interface Item {
  amount: Amount;
  index: number;
  clauseStart: number;
  itemStart: number;
  listed: boolean;
}

/** A number that is a target, with the words it was judged by; what it is called is found last. */
export interface Draft {
  item: Item;
  before: Before;
  after: After;
  accepted: Accepted;
  bracketed: boolean;
  scope: string | null;
}
