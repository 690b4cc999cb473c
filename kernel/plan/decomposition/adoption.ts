import { createHash } from "node:crypto";
import { Problem, type Place } from "../../../base/errors/problem.ts";
import type { Opinion } from "./merge.ts";
import { cellOf, columnsOf, type DecompositionTable, type Field, renumber, type Row, type Stage, stageNames, stages, SUGGESTED } from "./table.ts";
import { text } from "./text.ts";
import { same } from "./words.ts";

/** Every opinion ends adopted, adopted in part or not, with its reason; what is adopted makes the next stage's table. Pure. */

export const outcomes = ["adopted", "partly", "rejected"] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeNames: Readonly<Record<Outcome, string>> = { adopted: "采纳", partly: "部分采纳", rejected: "不采纳" };

export interface Decision {
  readonly outcome: Outcome;
  /** What the cell becomes, where that is not what was proposed. */
  readonly result: string | null;
  readonly reason: string;
}

export interface Decided {
  readonly opinion: Opinion;
  readonly decision: Decision | null;
}

/** The column an opinion speaks of, as printed. */
export function fieldLabel(span: DecompositionTable["span"], field: Field | null): string {
  return field === null ? "" : (columnsOf(span).find((column) => column.field === field)?.label ?? field);
}

const numbersOf = (table: DecompositionTable): Map<string, string> => new Map(table.rows.map((row) => [row.id, cellOf(row, "number")]));

/** What is wrong with a decision; undefined when nothing is. */
export function decisionFault(opinion: Opinion, decision: Decision): (typeof text)[keyof typeof text] | undefined {
  if (decision.outcome !== "adopted" && decision.reason.trim() === "") return text.reasonNeeded;
  // In part of a change is something else than was proposed; in part of a remark may be anything.
  const needsResult = decision.outcome === "partly" && opinion.kind === "change" && (decision.result ?? "").trim() === "";
  return needsResult ? text.resultNeeded : undefined;
}

/** The places of the opinions that nobody has decided. */
export function undecidedPlaces(table: DecompositionTable, decided: readonly Decided[]): Place[] {
  const numbers = numbersOf(table);
  return decided.flatMap(({ opinion, decision }): Place[] => {
    if (decision !== null) return [];
    const values = { body: opinion.body, number: opinion.row === null ? "–" : (numbers.get(opinion.row) ?? "–"), field: fieldLabel(table.span, opinion.field) };
    return [{ at: opinion.place, said: text.undecidedOne, values }];
  });
}

/** What a decision makes of a cell; null: nothing. */
function changeOf({ opinion, decision }: Decided): { field: Field; words: string } | null {
  if (decision === null || decision.outcome === "rejected" || opinion.field === null || opinion.row === null) return null;
  if (decision.result !== null && decision.result !== "") return { field: opinion.field, words: decision.result };
  // A comment on a cell says something of it; it is not what the cell becomes.
  const isProposal = opinion.kind === "change" || (opinion.kind === "remark" && opinion.field === "note" && decision.outcome === "adopted" && opinion.before !== opinion.proposed);
  return isProposal && decision.outcome === "adopted" ? { field: opinion.field, words: opinion.proposed } : null;
}

interface Changes {
  readonly cells: Map<string, Map<Field, { words: string; from: Opinion }>>;
  readonly dropped: Map<string, Opinion>;
  readonly added: Decided[];
}

/** @throws Problem "contradicting" when two adopted opinions make different things of one cell or row */
function gather(table: DecompositionTable, decided: readonly Decided[]): Changes {
  const changes: Changes = { cells: new Map(), dropped: new Map(), added: [] };
  const numbers = numbersOf(table);
  const places: Place[] = [];
  for (const one of decided) {
    const { opinion, decision } = one;
    if (decision?.outcome === "adopted" && opinion.kind === "drop" && opinion.row !== null) changes.dropped.set(opinion.row, opinion);
    if (decision !== null && decision.outcome !== "rejected" && opinion.kind === "add") changes.added.push(one);
    const change = changeOf(one);
    if (change === null || opinion.row === null) continue;
    const row = changes.cells.get(opinion.row) ?? new Map<Field, { words: string; from: Opinion }>();
    const before = row.get(change.field);
    if (before !== undefined && !same(change.field, before.words, change.words)) {
      const values = { number: numbers.get(opinion.row) ?? "–", field: fieldLabel(table.span, change.field), one: before.words, first: before.from.body, other: change.words, second: opinion.body };
      places.push({ at: opinion.place, said: text.conflict, values });
    } else if (before === undefined) row.set(change.field, { words: change.words, from: opinion });
    changes.cells.set(opinion.row, row);
  }
  for (const [id, drop] of changes.dropped) {
    const [change] = changes.cells.get(id)?.values() ?? [];
    if (change !== undefined) places.push({ at: drop.place, said: text.dropConflict, values: { number: numbers.get(id) ?? "–", first: drop.body, second: change.from.body } });
  }
  if (places.length > 0) throw new Problem(409, "contradicting", text.conflicts, { places });
  return changes;
}

function addedRow({ opinion, decision }: Decided, span: DecompositionTable["span"]): Row {
  const known = new Set(columnsOf(span).map((column) => column.field));
  const cells = Object.fromEntries(Object.entries(opinion.cells ?? {}).filter(([field]) => known.has(field)));
  const named = decision?.result ? { ...cells, subject: decision.result } : cells;
  return { id: `a${createHash("sha256").update(JSON.stringify([opinion.id, named])).digest("hex").slice(0, 14)}`, kind: "added", cells: named };
}

const withoutMark = (row: Row): Row => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([field, words]) => [field, field === "lead" || field === "with" ? words.replaceAll(SUGGESTED, "") : words])) });

export interface NextStage {
  readonly stage: Stage;
  readonly documentNumber?: string | null;
  readonly issuedOn?: string | null;
}

/** The stage that may follow: the same once more, or a later one. @throws Problem */
export function checkNext(from: Stage, next: NextStage): void {
  if (from === "issued" || stages.indexOf(next.stage) < stages.indexOf(from)) {
    throw new Problem(422, "stage-order", text.backwards, { values: { from: stageNames[from], to: stageNames[next.stage] } });
  }
  const { documentNumber = null, issuedOn = null } = next;
  if (next.stage === "issued" && (!documentNumber?.trim() || issuedOn === null)) throw new Problem(422, "number-needed", text.numberNeeded);
  const day = issuedOn === null ? null : new Date(`${issuedOn}T00:00:00Z`);
  if (day !== null && (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== issuedOn)) throw new Problem(422, "wrong-day", text.wrongDay, { values: { value: issuedOn } });
}

/**
 * The table of the next stage: what is adopted is in it.
 * @throws Problem while an opinion is undecided, where adopted ones contradict each other, or the stage cannot follow
 */
export function nextTable(table: DecompositionTable, decided: readonly Decided[], next: NextStage): DecompositionTable {
  checkNext(table.stage, next);
  const places = undecidedPlaces(table, decided);
  if (places.length > 0) throw new Problem(409, "undecided", text.undecided, { values: { count: places.length }, places });
  const changes = gather(table, decided);
  const after = new Map<string | null, Row[]>();
  // The same row proposed by several offices comes in once.
  const seen = new Set<string>();
  for (const one of changes.added) {
    const row = addedRow(one, table.span);
    const words = JSON.stringify(Object.entries(row.cells).sort());
    if (!seen.has(words)) after.set(one.opinion.after, [...(after.get(one.opinion.after) ?? []), row]);
    seen.add(words);
  }
  const rows = [...(after.get(null) ?? []), ...table.rows.flatMap((row) => {
    const cells = changes.cells.get(row.id);
    const changed = cells === undefined ? row : { ...row, cells: filled({ ...row.cells, ...Object.fromEntries([...cells].map(([field, { words }]) => [field, words])) }) };
    return [...(changes.dropped.has(row.id) ? [] : [changed]), ...(after.get(row.id) ?? [])];
  })];
  const isIssued = next.stage === "issued";
  return {
    ...table, stage: next.stage, version: table.version + 1, documentNumber: next.documentNumber ?? null, issuedOn: next.issuedOn ?? null,
    rows: renumber(isIssued ? rows.map(withoutMark) : rows),
  };
}

const filled = (cells: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(cells).filter(([, words]) => words !== ""));
