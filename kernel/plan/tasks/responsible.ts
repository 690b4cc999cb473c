import { splitBodies } from "../document/bodies.ts";
import { BODY, bodyEnd } from "./body-words.ts";

/** Bodies that a text prints as responsible, lead first, and bodies it only names. */

export interface Responsible {
  bodies: string[];
  /** How the first one came to lead; null where nobody is printed. */
  rule: "printed as leading" | "first of those responsible" | null;
}

type Role = "lead" | "of" | "with";

interface Named {
  name: string;
  role: Role;
}

const LABEL = /(主办|牵头|承办|责任|落实|实施|完成|负责|配合|协办|协同|参与|参加)(?:责任)?(?:单位|部门|主体|机构)(?:和单位)?\s?[:：]\s?/g;
const LEADING = new Set(["主办", "牵头", "承办"]);
const HELPING = new Set(["配合", "协办", "协同", "参与", "参加"]);
const LONGEST_LIST = 240;

/** Verbs that end a clause of a bracket: （甲牵头，乙、丙配合）, （甲、乙按职责分工负责）. */
const ROLE_VERB = /(?:分别)?(牵头负责|牵头落实|牵头|主办|按职责分工(?:分别)?负责|按职责负责|分别负责|负责落实|负责指导|负责|指导|参与|参加|配合|协同|协办|落实)(?:$|。)/;
const LEAD_VERB = /牵头|主办|^指导$/;
const HELP_VERB = /参与|参加|配合|协同|协办/;

/** 牵头单位：甲 责任单位：乙、丙 — each label governs to the next one, to the end of its line or of its bracket. */
function labelled(words: string): Named[] {
  const named: Named[] = [];
  const labels = [...words.matchAll(LABEL)];
  for (const [index, label] of labels.entries()) {
    const from = label.index + label[0].length;
    const next = labels[index + 1]?.index ?? words.length;
    const list = /^[^\n。;；】〕\]]{0,240}/.exec(words.slice(from, Math.min(next, from + LONGEST_LIST)))?.[0] ?? "";
    const kind = label[1] ?? "";
    const role: Role = LEADING.has(kind) ? "lead" : HELPING.has(kind) ? "with" : "of";
    // A closing bracket that was opened before the label ends the list; 各县（市、区） keeps its own.
    const open = /[（(][^（）()]*[）)]/g;
    const own = list.replace(open, (inner) => "＊".repeat(inner.length)).search(/[）)]/);
    named.push(...splitBodies(own < 0 ? list : list.slice(0, own)).map((name) => ({ name, role })));
  }
  return named;
}

const BRACKET = /[（(〔[【]((?:[^（）()〔〕[\]【】\n]|[（(][^（）()\n]{0,20}[）)]){4,240})[）)〕\]】]/g;

/** 甲牵头，乙、丙配合: clauses that end in a verb of who does it; none where the bracket says something else. */
function assigned(inner: string): Named[] {
  if (new RegExp(LABEL).test(inner)) return labelled(inner);
  const found: Named[] = [];
  let waiting: string[] = [];
  for (const clause of (inner.split("。")[0] ?? "").split(/[，,；;]/)) {
    const verb = ROLE_VERB.exec(clause);
    const list = splitBodies(verb === null ? clause : clause.slice(0, verb.index));
    if (verb === null) {
      waiting.push(...list);
      continue;
    }
    const role: Role = LEAD_VERB.test(verb[1] ?? "") ? "lead" : HELP_VERB.test(verb[1] ?? "") ? "with" : "of";
    found.push(...[...waiting, ...list].map((name) => ({ name, role })));
    waiting = [];
  }
  // Who is to do it is a body, not a deed: one stranger in the list and the bracket says something else.
  return found.every(({ name }) => bodyEnd.test(name)) ? found : [];
}

const bracketed = (words: string): Named[] =>
  [...words.matchAll(BRACKET)].flatMap((match) => (new RegExp(LABEL).test(match[1] ?? "") ? [] : assigned(match[1] ?? "")));

/** Brackets that assign what stands before them: …（甲牵头）。…（乙、丙负责）。 */
export const assignmentsIn = (words: string): { start: number; end: number }[] =>
  [...words.matchAll(BRACKET)].flatMap((match) => (assigned(match[1] ?? "").length > 0 ? [{ start: match.index, end: match.index + match[0].length }] : []));

/** 由甲牵头，会同乙、丙…: in the running sentence. */
function running(words: string): Named[] {
  return [...words.matchAll(/由([^，,。；;：:（）()]{3,60}?)(牵头|负责)(?:(?:，|,)?(?:会同|联合)([^，,。；;]{3,60}?)(?=等?(?:部门|单位)?(?:[，,。；;]|开展|制定|组织|负责|研究)))?/g)].flatMap((match) => {
    const [, lead = "", verb, others = ""] = match;
    const role: Role = verb === "牵头" ? "lead" : "of";
    const named: Named[] = [...splitBodies(lead).map((name) => ({ name, role })), ...splitBodies(others).map((name): Named => ({ name, role: "with" }))];
    return named.every(({ name }) => bodyEnd.test(name)) ? named : [];
  });
}

/** Who is printed as responsible: those who lead, then those who answer, then those who help. */
export function responsibleIn(words: string): Responsible {
  if (!/单位|部门|主体|机构|负责|牵头|参与|配合|落实|指导|主办|承办/.test(words)) return { bodies: [], rule: null };
  const named = [...labelled(words), ...bracketed(words), ...running(words)];
  const of = (role: Role): string[] => named.flatMap((one) => (one.role === role ? [one.name] : []));
  const bodies = [...new Set([...of("lead"), ...of("of"), ...of("with")])];
  return { bodies, rule: bodies.length === 0 ? null : of("lead").length > 0 ? "printed as leading" : "first of those responsible" };
}

/** Bodies named anywhere in the words, each as printed, once. */
export const bodiesIn = (words: string): string[] => [...new Set([...words.matchAll(BODY)].map((match) => match[0]))];
