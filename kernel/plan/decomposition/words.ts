import { commonPairs, pairsOf as plainPairs } from "../compare/similar.ts";

/** When two cells say the same: what offices change without meaning to is no change. */

const classes: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»「」『』"＂]/g, '"'],
  [/[‘’‚‛'＇`]/g, "'"],
  [/[‐‑‒–—―─−﹣－～〜~]+/g, "-"],
  [/[〔【［[]/g, "["],
  [/[〕】］\]]/g, "]"],
  [/[（(]/g, "("],
  [/[）)]/g, ")"],
  [/[•·・‧●]/g, "·"],
  [/…+|\.{3,}/g, "…"],
];

/** Words without what is no edit: width of letters, spaces, kinds of quotes and of separators, the last full stop. */
export function squeeze(words: string): string {
  let plain = words.normalize("NFKC").toLowerCase();
  for (const [signs, one] of classes) plain = plain.replace(signs, one);
  plain = plain.replace(/(\d)[,，](?=\d{3}(?!\d))/g, "$1").replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g, "");
  // A point between digits is part of a number; every other one ends a sentence.
  plain = plain.replace(/(?<=\d)\.(?=\d)/g, "\u0001").replace(/[.。｡！!？?]/g, "。").replace(/[,，、;；:：]/g, "，").replaceAll("\u0001", ".");
  return plain.replace(/^[，。]+|[，。]+$/g, "").replace(/[，。]{2,}/g, "，");
}

const isNumber = /^-?\d+(?:\.\d+)?$/;

/** A value: ≥70, 70以上, 70.0 and 70% (where the unit is printed beside it) compare by their number. */
export function squeezeValue(words: string): string {
  const plain = squeeze(words).replace(/^(?:≥|>=|不低于|不少于)(.+)$/, "≥$1").replace(/^(.+?)(?:及)?以上$/, "≥$1").replace(/^(?:≤|<=|不超过|不高于|不大于)(.+)$/, "≤$1").replace(/^(.+?)以内$/, "≤$1")
    .replace(/^(?:约)(.+)$/, "$1左右").replace(/^>(.+)$/, "＞$1").replace(/^<(.+)$/, "＜$1").replace(/%(?=$|左右$|-)/g, "");
  const [, sign = "", number = "", rest = ""] = /^([≥≤＞＜]?)(-?\d+(?:\.\d+)?)(.*)$/.exec(plain) ?? [];
  return number === "" ? plain : `${sign}${Number(number)}${rest.replace(/\d+\.\d+/g, (one) => String(Number(one)))}`;
}

const two = (digits: string): string => digits.padStart(2, "0");

/** A day, month or year typed in any of the usual ways → 2025-12-31, 2025-12, 2025年. */
export function squeezeDate(words: string): string {
  const plain = squeeze(words).replace(/^(\d{4})\.(\d{1,2})$/, "$1-$2").replace(/(\d)[./。](?=\d)/g, "$1-").replace(/前$/, "前");
  const day = /^(\d{4})(?:年|-)(\d{1,2})(?:月|-)(\d{1,2})[日号]?(前|之前)?$/.exec(plain);
  if (day !== null) return `${day[1]}-${two(day[2] ?? "")}-${two(day[3] ?? "")}${day[4] ?? ""}`;
  const month = /^(\d{4})(?:年|-)(\d{1,2})月?(底|末|前|底前|初)?$/.exec(plain);
  if (month !== null) return `${month[1]}-${two(month[2] ?? "")}${(month[3] ?? "").replace("末", "底")}`;
  return plain.replace(/^(\d{4})$/, "$1年").replace(/年末$/, "年底");
}

const empty = /^(?:[-/\\]|无|空|—)*$/;

/** The comparable form of a cell of a field. */
export function comparable(field: string, words: string): string {
  const plain =
    field === "deadline" ? squeezeDate(words)
    : field === "total" || /^[yq]\d+$/.test(field) ? squeezeValue(words)
    : field === "lead" || field === "with" || field === "leader" ? squeezeBodies(words)
    : squeeze(words);
  return empty.test(plain) && !isNumber.test(plain) ? "" : plain;
}

/** Bodies are the same whatever stands between them; the mark of a suggestion is ours, not a body's. */
const squeezeBodies = (words: string): string => squeeze(words.replace(/[（(]\s*建议\s*[）)]/g, "")).replace(/[，。/|]/g, "");

export const same = (field: string, a: string, b: string): boolean => a === b || comparable(field, a) === comparable(field, b);

/** Long paragraphs are known by their beginning. */
const LONGEST = 600;

/** Pairs of letters of words as they are compared here. */
export const pairsOf = (words: string): Map<string, number> => plainPairs(squeeze(words).slice(0, LONGEST));

/** How like two texts are, 0 to 1: the share of their pairs of letters in common. */
export function likeness(mine: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const pairs of [mine, theirs]) for (const count of pairs.values()) all += count;
  return all === 0 ? 0 : (2 * commonPairs(mine, theirs)) / all;
}
