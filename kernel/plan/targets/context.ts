import type { After } from "./after.ts";
import type { Amount } from "./amounts.ts";
import type { Before } from "./before.ts";
import type { Measure } from "./target.ts";
import type { Comparator } from "./words.ts";

/** What the rules know of a number when they judge it, and what they tell of one accepted. */

export interface Context {
  amount: Amount;
  before: Before;
  after: After;
  /** Joined by 、 和 及 to the amount before it. */
  listed: boolean;
  /** The reading accepted before it in the same sentence. */
  previous: Accepted | null;
  /** Nothing but the sign of a clause before it. */
  opens: boolean;
  /** The next amount of the clause governs the words between (对10类群体发放贷款80亿元). */
  describes: boolean;
  /** The noun it stands before is counted by the next amount (超100亿元企业5家): it says how large they are. */
  sizes: boolean;
  /** It stands right behind a count: 12个百亿元项目. */
  behindCount: boolean;
  /** The number before it in the sentence described a work (全长12公里). */
  described: boolean;
  /** Words before a colon say that what follows is produced, built or admitted (新增生产能力主要有:). */
  headed: boolean;
  /** The document writes its figures in Chinese numerals, so a small one counts as well. */
  numerals: boolean;
  /** A glossary says what words mean: only what is to be delivered counts there. */
  glossary: boolean;
}

export interface Accepted {
  rule: string;
  confidence: number;
  /** Took verb and marks over from the amount before. */
  inherits: boolean;
  measure: Measure;
  comparator: Comparator;
  verb: string | null;
  kind: Amount["kind"];
  noun: string;
  /** 达到: what the clauses after it only name and number is to be reached, too. */
  reached: boolean;
  adjacent: boolean;
  /** A change that opened its clause (扩大…), said of the list that goes on from it. */
  spreads: boolean;
}

export const strong = (before: Before): boolean =>
  before.comparator !== null || before.reach || before.carry || before.hold || before.arrival || before.change !== null || before.respectively;

export const bare = (before: Before): boolean => before.noun === "" && before.verb === null && !before.preposition;
export const countedNoun = (amount: Amount): boolean => ["count", "people", "measure", "latin", "money", "bare", "points", "ratio"].includes(amount.kind);
/** Kinds of units that count or weigh things. */
export const THINGS: readonly string[] = ["count", "people", "measure"];
/** Units of one kind, or both of things. */
export const sameFamily = (a: Amount["kind"], b: Amount["kind"]): boolean => a === b || (THINGS.includes(a) && THINGS.includes(b));
