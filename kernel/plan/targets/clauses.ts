import type { Amount } from "./amounts.ts";

/** Sentences, clauses and quotations of squeezed words. */

export interface Sentence {
  start: number;
  end: number;
}

/** Cuts at 。！？ and at the end; a sentence keeps its mark. */
export function sentencesOf(words: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of words.matchAll(/[。!?]["”』」]?/g)) {
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  if (start < words.length) sentences.push({ start, end: words.length });
  return sentences;
}

/** For every amount: where its clause begins, and whether it stands in a quotation that is a name. */
export interface Surroundings {
  clauseStart: number;
  quoted: boolean;
  /** Inside brackets that hold it. */
  bracketed: boolean;
}

const LONGEST_NAME = 34;

/** Quotations that are names: short, closed, without a comma that would make them a sentence. */
function quotedStretches(words: string): [number, number][] {
  const stretches: [number, number][] = [];
  let open = -1;
  for (let index = 0; index < words.length; index++) {
    const character = words.charAt(index);
    if (character === "“" || character === "「" || character === "《") open = index;
    else if ((character === "”" || character === "」" || character === "》") && open >= 0) {
      if (index - open <= LONGEST_NAME || character === "》") stretches.push([open, index]);
      open = -1;
    }
  }
  return stretches;
}

/**
 * Surroundings of the amounts of one sentence, in their order. One pass over the words.
 * A bracket that holds an amount is a clause of its own; one that holds none (县(市、区)) is part of the words around it.
 */
export function surroundings(words: string, amounts: readonly Amount[]): Surroundings[] {
  const quotes = quotedStretches(words);
  const result: Surroundings[] = [];
  let clauseStart = 0;
  let position = 0;
  let quote = 0;
  const brackets: { open: number; outer: number; amounts: number }[] = [];
  for (const amount of amounts) {
    for (; position < amount.start; position++) {
      const character = words.charAt(position);
      if (character === "," || character === ";" || character === ":") clauseStart = position + 1;
      else if (character === "(") brackets.push({ open: position + 1, outer: clauseStart, amounts: result.length });
      else if (character === ")") {
        const closed = brackets.pop();
        if (closed !== undefined) clauseStart = closed.amounts === result.length ? Math.min(closed.outer, closed.open) : position + 1;
      }
    }
    const inner = brackets.at(-1);
    while (quote < quotes.length && (quotes[quote]?.[1] ?? 0) < amount.start) quote++;
    const around = quotes[quote];
    result.push({
      clauseStart: inner === undefined ? clauseStart : Math.max(clauseStart, inner.open),
      quoted: around !== undefined && around[0] < amount.start && amount.start < around[1],
      bracketed: inner !== undefined,
    });
    position = Math.max(position, amount.end);
  }
  return result;
}
