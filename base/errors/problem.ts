import { fill, type Lang, type Said } from "../text/text.ts";

/** Where in the input it went wrong, said so that a clerk finds it: "row 12, column unit", "/items/3/value". */
export interface Place {
  readonly at: string;
  readonly said: Said;
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * A refusal in the reader's words (RFC 9457 problem details over HTTP, one sentence and exit status 1 on the command line).
 * `code` is stable and names the problem type; `said` is the sentence; `places` are all places found wrong, not only the first.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly code: string;
  readonly said: Said;
  readonly values: Readonly<Record<string, unknown>>;
  readonly places: readonly Place[];

  constructor(
    status: number,
    code: string,
    said: Said,
    more: { values?: Readonly<Record<string, unknown>>; places?: readonly Place[]; cause?: unknown } = {},
  ) {
    super(fill(said.en, more.values), more.cause === undefined ? undefined : { cause: more.cause });
    this.status = status;
    this.code = code;
    this.said = said;
    this.values = more.values ?? {};
    this.places = more.places ?? [];
  }

  in(lang: Lang): string {
    return fill(this.said[lang], this.values);
  }
}

export const notFound = (what: Said, id: string): Problem =>
  new Problem(404, "not-found", { "zh-CN": `没有找到${what["zh-CN"]}：{id}`, en: `There is no ${what.en} {id}` }, { values: { id } });
