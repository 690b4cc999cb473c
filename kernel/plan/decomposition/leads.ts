/** Which of the printed bodies leads: the document's own rule, else the first printed. */

export interface LeadRule {
  readonly kind: "first" | "starred" | "none";
  /** The words of the rule, as they stand in the document; "" where there is none. */
  readonly words: string;
}

const FIRST = /[^。；\n（(]{0,20}(?:排|列|位列|名列|排列)?(?:在|于)?(?:第一|首)(?:位|个|名)(?:的)?(?:单位|部门)?(?:的)?(?:为|是|系|即为)(?:该项(?:工作|任务)?的?)?(?:主办|牵头)(?:责任)?(?:单位|部门)?/;
const STARRED = /[^。；\n（(]{0,20}(?:标|带|加|注|有)[^。；\n]{0,4}[*＊★☆△▲※][^。；\n]{0,6}(?:为|是|系)(?:主办|牵头)(?:责任)?(?:单位|部门)?/;

const STAR = /[*＊★☆△▲※]/g;

/** Finds the rule that the document states for itself. */
export function leadRuleOf(text: string): LeadRule {
  const starred = STARRED.exec(text)?.[0];
  if (starred !== undefined) return { kind: "starred", words: starred.trim() };
  const first = FIRST.exec(text)?.[0];
  return first === undefined ? { kind: "none", words: "" } : { kind: "first", words: first.trim() };
}

export interface Shared {
  readonly lead: readonly string[];
  readonly with: readonly string[];
  /** The lead is the first printed because nothing says who leads. */
  readonly assumed: boolean;
}

const LABELLED = /(?:^|[\s，。；;（(【[])(?:\d+[.．]\s*)?(牵头|主办|第一责任|责任|配合|协办|参与|参加|实施)(?:责任)?(?:单位|部门)\s?[:：]\s?([^\n。;；）)】\]]{1,300})/g;
/** Labels of one line stand apart: 主办单位：甲局 协办单位：乙局. */
const NEXT_LABEL = /[，,、\s]+(?=(?:牵头|主办|第一责任|责任|配合|协办|参与|参加|实施)(?:责任)?(?:单位|部门)\s?[:：])/g;
const LEADING = new Set(["牵头", "主办", "第一责任"]);

/** Splits a printed list of bodies; 各州、市人民政府 is one. */
export function bodiesOf(list: string): string[] {
  const bodies: string[] = [];
  let held = "";
  for (const piece of list.split(/[、，,；;\n]|\s{2,}/)) {
    const name = held === "" ? piece.trim() : `${held}、${piece.trim()}`;
    held = /^各[^、]{0,4}$/.test(name) && !/[府委局部会办]$/.test(name) ? name : "";
    if (held === "" && name !== "") bodies.push(name);
  }
  return held === "" ? bodies : [...bodies, held];
}

/** 各县（市、区）政府 is one name: its brackets and commas are put out of the way while lists are parted, and back afterwards. */
const OWN = /(各[\u4e00-\u9fff]{1,3})[（(]([^（()）\n]{1,12})[）)]/g;
const aside = "（）()、，,；;";
const veiled = (words: string): string => words.replace(OWN, (name) => [...name].map((letter) => (aside.includes(letter) ? String.fromCharCode(0xe000 + aside.indexOf(letter)) : letter)).join(""));
const unveiled = (words: string): string => words.replace(/[\ue000-\ue008]/g, (letter) => aside[letter.charCodeAt(0) - 0xe000] ?? "");

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** 省发展改革委牵头，省财政厅、省商务厅配合: words inside brackets that say who leads. */
function spoken(words: string): { lead: string[]; with: string[] } | undefined {
  const found = /[（(]([^（）()]{2,80}?)(?:牵头负责|牵头)(?:[，,；;]([^（）()]{2,200}?)(?:配合|参与|参加|等?按职责分工负责|负责))?[）)]/.exec(words);
  return found === null || /分别$/.test(found[1] ?? "") ? undefined : { lead: bodiesOf(found[1] ?? ""), with: bodiesOf((found[2] ?? "").replace(/等$/, "")) };
}

/**
 * Who leads and who shares, of the bodies printed as responsible.
 * @param words where they are printed; `bodies` as the compiler read them, in their order
 */
export function shareBodies(words: string, bodies: readonly string[], rule: LeadRule): Shared {
  const shared = shareVeiled(veiled(words), bodies.map(veiled), rule);
  return { lead: shared.lead.map(unveiled), with: shared.with.map(unveiled), assumed: shared.assumed };
}

function shareVeiled(words: string, bodies: readonly string[], rule: LeadRule): Shared {
  const lead: string[] = [];
  const others: string[] = [];
  let explicit = false;
  for (const match of words.replace(NEXT_LABEL, "\n").matchAll(LABELLED)) {
    const label = match[1] ?? "";
    explicit ||= label === "牵头" || label === "第一责任";
    (LEADING.has(label) ? lead : others).push(...bodiesOf(match[2] ?? ""));
  }
  const bare = (names: readonly string[]): string[] => unique(names.map((name) => name.replace(STAR, "").trim()).filter((name) => name !== ""));
  // 主办单位 alone names all of them; the rule then says which of these leads.
  if (lead.length > 0 && (explicit || others.length > 0 || lead.length === 1)) {
    const leading = bare(lead);
    return { lead: leading, with: bare(others).filter((name) => !leading.includes(name)), assumed: false };
  }
  const said = spoken(words);
  if (said !== undefined) return { ...said, assumed: false };
  const all = lead.length + others.length > 0 ? [...lead, ...others] : [...bodies];
  if (all.length === 0) return { lead: [], with: [], assumed: false };
  const marked = rule.kind === "starred" ? all.filter((name) => name.search(STAR) >= 0) : [];
  const leading = bare(marked.length > 0 ? marked : all.slice(0, 1));
  const assumed = all.length > 1 && (rule.kind === "none" || (rule.kind === "starred" && marked.length === 0));
  return { lead: leading, with: bare(all).filter((name) => !leading.includes(name)), assumed };
}
