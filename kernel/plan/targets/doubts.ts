import type { Draft } from "./draft.ts";

/** What makes a careful reader doubt an accepted reading: each reason caps its confidence (the review list takes what is under 0.7). */

export interface Doubt {
  reason: string;
  confidence: number;
}

interface Place {
  words: string;
  draft: Draft;
  indicator: string;
  /** Words of its clause before the number. */
  lead: string;
}

const doubts: readonly (Doubt & { holds: (place: Place) => boolean })[] = [
  { reason: "lower is better; the sign is as printed", confidence: 0.6, holds: ({ draft }) => draft.accepted.rule === "grade" },
  { reason: "a forecast, perhaps no commitment", confidence: 0.65, holds: ({ lead }) => /预计|预测|有望|估计/.test(lead) },
  { reason: "what is measured is not named", confidence: 0.4, holds: ({ indicator }) => indicator.length < 2 && !/^[布糖盐酒钢煤棉]$/.test(indicator) },
  { reason: "perhaps the size of what is built", confidence: 0.6, holds: ({ draft: { item: { amount }, after } }) => after.of && after.noun !== "" && ["measure", "money"].includes(amount.kind) },
  { reason: "perhaps a figure of others", confidence: 0.6, holds: ({ lead }) => /^(?:世界经济|世界贸易|全球|国际(?:经济|贸易|市场)|我国|全国(?!重点|性|文明|卫生|统一|百强))/.test(lead) },
  { reason: "perhaps a name", confidence: 0.6, holds: ({ draft: { item: { amount }, after } }) => after.noun.startsWith("“") && amount.kind === "count" && amount.value < 10 },
  { reason: "a round number, perhaps only a word", confidence: 0.6, holds: ({ draft: { item: { amount } } }) => amount.form === "magnitude" && amount.kind !== "money" },
  { reason: "a long way from its verb", confidence: 0.65, holds: ({ draft: { before, accepted } }) => accepted.rule === "delivered" && before.noun.length > 30 },
  { reason: "is only to be pushed on, not finished", confidence: 0.65, holds: ({ draft: { before, item }, lead }) => (before.verb === "推进" || /加快(?:建设|推进)/.test(lead)) && item.amount.kind === "count" },
];

export function doubtsOf(words: string, draft: Draft, indicator: string): Doubt[] {
  const { clauseStart, amount } = draft.item;
  const place: Place = { words, draft, indicator, lead: words.slice(Math.max(clauseStart, amount.start - 60), amount.start) };
  return doubts.filter(({ holds }) => holds(place)).map(({ reason, confidence }) => ({ reason, confidence }));
}
