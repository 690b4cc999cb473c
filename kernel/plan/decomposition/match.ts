import { cellOf, type Field, type Row } from "./table.ts";
import { comparable, likeness, pairsOf, squeeze } from "./words.ts";

/** Which row of the table sent each returned row is: by its identity, else by its words; never guessed. */

export interface ReturnedRow {
  readonly line: number;
  /** Identity as it stands in the file; "" for none. */
  readonly id: string;
  readonly cells: Readonly<Record<Field, string>>;
}

export interface Doubt {
  readonly kind: "ambiguous" | "twice" | "identity-moved";
  readonly line: number;
  readonly rows: readonly Row[];
  readonly count: number;
}

export interface Matching<R extends ReturnedRow> {
  readonly pairs: ReadonlyMap<R, Row>;
  readonly added: readonly R[];
  /** Rows of the table sent that are not there; those that are only in doubt are not among them. */
  readonly missing: readonly Row[];
  readonly doubts: readonly Doubt[];
}

const LIKE = 0.55;
const MARGIN = 0.12;
/** Beyond this the file is another one: comparing every row with every row would only take long. */
const MOST_COMPARED = 200_000;

/** Who is being matched with whom; both sides shrink as pairs are found. */
interface Work<R extends ReturnedRow> {
  readonly fields: readonly Field[];
  readonly pairs: Map<R, Row>;
  readonly sent: Set<Row>;
  readonly returned: Set<R>;
  readonly doubts: Doubt[];
  /** Copies of a row that is there: new rows whatever they look like. */
  readonly fresh: Set<R>;
}

const wordsOf = (row: { readonly cells: Readonly<Record<Field, string>> }, field: Field): string => row.cells[field] ?? "";

function join<R extends ReturnedRow>(work: Work<R>, returned: R, sent: Row): void {
  work.pairs.set(returned, sent);
  work.returned.delete(returned);
  work.sent.delete(sent);
}

/** Original words and what they are broken down to, as far as the file has both columns. */
const keyOf = (work: Pick<Work<ReturnedRow>, "fields">, row: { readonly cells: Readonly<Record<Field, string>> }): string =>
  ["quote", "subject"].map((field) => (work.fields.includes(field) ? squeeze(wordsOf(row, field)) : "")).join("\u0000");

const wholeOf = (work: Pick<Work<ReturnedRow>, "fields">, row: { readonly cells: Readonly<Record<Field, string>> }): string =>
  work.fields.filter((field) => field !== "number").map((field) => comparable(field, wordsOf(row, field))).join("\u0000");

function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = key(item);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [item]);
    else group.push(item);
  }
  return groups;
}

/** One identity in several rows: a row was copied. The one that still is the row is it; where two are, it is told. */
function settleCopies<R extends ReturnedRow>(work: Work<R>, sent: Row, rows: readonly R[]): void {
  const whole = rows.filter((row) => wholeOf(work, row) === wholeOf(work, sent));
  const keyed = rows.filter((row) => keyOf(work, row) === keyOf(work, sent));
  const [own] = whole.length > 0 ? whole : keyed;
  const certain = whole.length === 1 || (whole.length === 0 && keyed.length === 1);
  if (own !== undefined && certain) {
    join(work, own, sent);
    for (const row of rows) if (row !== own) work.fresh.add(row);
    return;
  }
  work.doubts.push({ kind: "twice", line: rows[0]?.line ?? 0, rows: [sent], count: rows.length });
  work.sent.delete(sent);
  for (const row of rows) work.returned.delete(row);
}

function byIdentity<R extends ReturnedRow>(work: Work<R>): void {
  const sent = new Map([...work.sent].map((row) => [row.id, row]));
  const byKey = groupBy(work.sent, (row) => keyOf(work, row));
  const groups = groupBy([...work.returned].filter((row) => sent.has(row.id)), (row) => row.id);
  const settled = new Set<string>();
  const edited: (readonly [R, Row])[] = [];
  for (const [id, rows] of groups) {
    const own = sent.get(id);
    const [row] = rows;
    if (own === undefined || row === undefined) continue;
    if (rows.length > 1) settleCopies(work, own, rows);
    else if (keyOf(work, row) === keyOf(work, own)) join(work, row, own);
    else edited.push([row, own]);
    if (!work.sent.has(own)) settled.add(id);
  }
  for (const [row, own] of edited) {
    // A column sorted without the others leaves identities at rows of other words: then the words count.
    const [other, second] = byKey.get(keyOf(work, row)) ?? [];
    if (other !== undefined && second === undefined && other !== own && work.sent.has(other) && !settled.has(other.id)) {
      join(work, row, other);
      work.doubts.push({ kind: "identity-moved", line: row.line, rows: [other], count: 1 });
    }
  }
  for (const [row, own] of edited) if (work.returned.has(row) && work.sent.has(own)) join(work, row, own);
}

/** Pairs what has the same key and stands once on either side. */
function byKey<R extends ReturnedRow>(work: Work<R>, key: (row: { readonly cells: Readonly<Record<Field, string>> }) => string, agrees: (returned: R, sent: Row) => boolean = () => true): void {
  const sent = groupBy(work.sent, key);
  const candidates = [...work.returned].filter((row) => !work.fresh.has(row));
  for (const [own, rows] of groupBy(candidates, key)) {
    const others = sent.get(own) ?? [];
    const [row, other] = [rows[0], others[0]];
    if (own.replaceAll("\u0000", "") === "" || rows.length !== 1 || others.length !== 1 || row === undefined || other === undefined) continue;
    if (agrees(row, other)) join(work, row, other);
  }
}

type Pairs = ReadonlyMap<string, number>;
const weights = { quote: 0.6, subject: 0.4 } as const;

/** The pairs of letters of a row's words, made once for each row. */
const rowPairs = (row: { readonly cells: Readonly<Record<Field, string>> }): Record<keyof typeof weights, Pairs> => ({ quote: pairsOf(wordsOf(row, "quote")), subject: pairsOf(wordsOf(row, "subject")) });

function rowLikeness(fields: readonly Field[], mine: ReturnType<typeof rowPairs>, theirs: ReturnType<typeof rowPairs>): number {
  let sum = 0;
  let all = 0;
  for (const field of ["quote", "subject"] as const) {
    if (!fields.includes(field)) continue;
    sum += weights[field] * likeness(mine[field], theirs[field]);
    all += weights[field];
  }
  return all === 0 ? 0 : sum / all;
}

/** Pairs what is most alike on both sides, by a clear margin; what is alike without one is told. */
function byLikeness<R extends ReturnedRow>(work: Work<R>): boolean {
  const rows = [...work.returned].filter((row) => !work.fresh.has(row));
  if (rows.length * work.sent.size > MOST_COMPARED) return false;
  const sentPairs = [...work.sent].map((sent) => [sent, rowPairs(sent)] as const);
  const scores = new Map(rows.map((row) => {
    const own = rowPairs(row);
    return [row, sentPairs.map(([sent, pairs]) => ({ sent, score: rowLikeness(work.fields, own, pairs) })).filter(({ score }) => score >= LIKE).sort((a, b) => b.score - a.score)];
  }));
  const rivals = (row: R, sent: Row, score: number): boolean => rows.some((other) => other !== row && (scores.get(other) ?? []).some((one) => one.sent === sent && one.score > score - MARGIN));
  const found: (readonly [R, Row])[] = [];
  for (const [row, [best, second]] of scores) {
    if (best === undefined) continue;
    const clear = best.score - (second?.score ?? 0) >= MARGIN && !rivals(row, best.sent, best.score);
    if (clear) found.push([row, best.sent]);
    else work.doubts.push({ kind: "ambiguous", line: row.line, rows: (scores.get(row) ?? []).slice(0, 3).map((one) => one.sent), count: 1 });
  }
  const doubtful = rows.filter((row) => (scores.get(row)?.length ?? 0) > 0 && !found.some(([one]) => one === row));
  for (const [row, sent] of found) join(work, row, sent);
  for (const row of doubtful) {
    work.returned.delete(row);
    for (const { sent } of scores.get(row) ?? []) work.sent.delete(sent);
  }
  return true;
}

/** Undefined where the rows are so many and so different that this is no return of the table. */
export function matchRows<R extends ReturnedRow>(sent: readonly Row[], returned: readonly R[], fields: readonly Field[]): Matching<R> | undefined {
  const work: Work<R> = { fields, pairs: new Map(), sent: new Set(sent), returned: new Set(returned), doubts: [], fresh: new Set() };
  byIdentity(work);
  byKey(work, (row) => wholeOf(work, row));
  byKey(work, (row) => keyOf(work, row));
  const near = (field: Field, least: number) => (row: R, other: Row): boolean => !fields.includes(field) || likeness(pairsOf(wordsOf(row, field)), pairsOf(cellOf(other, field))) >= least;
  if (fields.includes("quote")) byKey(work, (row) => squeeze(wordsOf(row, "quote")), near("subject", 0.3));
  if (fields.includes("subject")) byKey(work, (row) => squeeze(wordsOf(row, "subject")), near("quote", 0.4));
  if (!byLikeness(work)) return undefined;
  return { pairs: work.pairs, added: [...work.returned], missing: sent.filter((row) => work.sent.has(row)), doubts: work.doubts };
}
