import { bodyNamed, type NamedBody } from "./names.ts";

/** Which body of a city would answer for a task that prints none: the one whose duties share most with its words. */

export interface DutifulBody extends NamedBody {
  /** What it is charged with, a phrase each. */
  readonly duties: readonly string[];
}

export interface Subject {
  readonly title: string;
  readonly words: string;
  /** Titles of what it stands in, outermost first. */
  readonly inside: readonly string[];
  /** Printed as responsible. */
  readonly responsible: readonly string[];
}

export interface Suggestion<B> {
  readonly lead: B;
  readonly others: readonly B[];
  /** Printed: the document names them. Otherwise the duty that speaks for the lead, and the words it shares. */
  readonly because: { readonly printed: readonly string[] } | { readonly duty: string; readonly shared: readonly string[] };
}

/** How much a pair of characters counts by where it stands. The title says what the task is; its text gives examples too. */
const TITLE = 3;
const INSIDE = 2;
const TEXT = 0.5;
const FIRST_WORDS = 400;
/** Of the other duties of a body, beside the one that fits best. */
const BESIDE = 0.3;
/** Under this nothing speaks for any body. */
const LEAST = 2.6;

/** Only what can say whose task it is: no signs, no words that join. */
const plain = (words: string): string => words.replace(/[^\u4e00-\u9fffA-Za-z0-9]+|[和与及的]/g, " ");

function pairs(words: string): Set<string> {
  const found = new Set<string>();
  const text = plain(words);
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (!pair.includes(" ")) found.add(pair);
  }
  return found;
}

interface Known<B> {
  readonly body: B;
  readonly phrases: readonly { readonly words: string; readonly pairs: ReadonlySet<string> }[];
}

/** 1 for what one of them has, toward 0 for what all have. */
const rarity = (having: number, all: number): number => Math.log((all + 2) / (having + 1)) / Math.log((all + 2) / 2);

/** In how many of the sets each pair stands. */
function spread(sets: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const among = new Map<string, number>();
  for (const pair of sets.flatMap((words) => [...new Set(words.flatMap((each) => [...pairs(each)]))])) among.set(pair, (among.get(pair) ?? 0) + 1);
  return among;
}

/** Bodies and tasks made ready: a pair of characters that many bodies' duties or many tasks have (建设, 发展) says little. */
export class Suggester<B extends DutifulBody> {
  readonly #all: readonly B[];
  readonly #bodies: readonly Known<B>[];
  readonly #ofBodies: ReadonlyMap<string, number>;
  readonly #ofSubjects: ReadonlyMap<string, number>;
  readonly #subjects: number;

  /**
   * @param all every body a document may print by name
   * @param bodies those that may be suggested by their duties
   * @param subjects everything somebody is sought for: tells which words are common
   */
  constructor(all: readonly B[], bodies: readonly B[], subjects: readonly Subject[]) {
    this.#all = all;
    this.#bodies = bodies.map((body) => ({ body, phrases: [body.name, ...body.duties].map((words) => ({ words, pairs: pairs(words) })) }));
    this.#ofBodies = spread(bodies.map((body) => [body.name, ...body.duties]));
    this.#ofSubjects = spread(subjects.map(({ title, words }) => [title, words.slice(0, FIRST_WORDS)]));
    this.#subjects = subjects.length;
  }

  /** The bodies printed as responsible where the city has them, else the one whose duties fit best; undefined where nothing speaks for any. */
  suggest(subject: Subject): Suggestion<B> | undefined {
    const printed = subject.responsible.flatMap((name) => bodyNamed(name, this.#all) ?? []);
    const [first, ...others] = [...new Set(printed)];
    if (first !== undefined) return { lead: first, others, because: { printed: subject.responsible } };
    const weights = this.#weights(subject);
    let best: { known: Known<B>; total: number } | undefined;
    for (const known of this.#bodies) {
      const each = known.phrases.map((phrase) => weigh(phrase.pairs, weights));
      const most = Math.max(...each);
      const total = most + BESIDE * (each.reduce((sum, one) => sum + one, 0) - most);
      if (total > (best?.total ?? LEAST)) best = { known, total };
    }
    if (best === undefined) return undefined;
    return { lead: best.known.body, others: [], because: reason(best.known, weights, `${subject.title} ${subject.words.slice(0, FIRST_WORDS)}`) };
  }

  #weights({ title, words, inside }: Subject): Map<string, number> {
    const weights = new Map<string, number>();
    const count = (text: string, weight: number): void => {
      for (const pair of pairs(text)) {
        const bodies = this.#ofBodies.get(pair);
        if (bodies === undefined) continue;
        const rare = rarity(bodies, this.#bodies.length) * rarity(this.#ofSubjects.get(pair) ?? 1, this.#subjects);
        weights.set(pair, Math.max(weights.get(pair) ?? 0, weight * rare));
      }
    };
    count(words.slice(0, FIRST_WORDS), TEXT);
    for (const above of inside) count(above, INSIDE);
    count(title, TITLE);
    return weights;
  }
}

const weigh = (all: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number => [...all].reduce((sum, pair) => sum + (weights.get(pair) ?? 0), 0);

/** The duty that weighs most, and the words of it that stand in the task. */
function reason<B>(known: Known<B>, weights: ReadonlyMap<string, number>, words: string): { duty: string; shared: string[] } {
  const heaviest = known.phrases.reduce((most, phrase) => (weigh(phrase.pairs, weights) > weigh(most.pairs, weights) ? phrase : most));
  const shared: string[] = [];
  const text = plain(words);
  let run = "";
  for (const character of `${plain(heaviest.words)} `) {
    if (character !== " " && text.includes(run + character)) run += character;
    else {
      if (run.length > 1) shared.push(run);
      run = character === " " ? "" : text.includes(character) ? character : "";
    }
  }
  return { duty: heaviest.words, shared: [...new Set(shared)] };
}
