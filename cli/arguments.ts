import { readFile } from "node:fs/promises";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { Problem } from "../base/errors/problem.ts";
import { fill, type Lang, type Said } from "../base/text/text.ts";
import { text } from "./text.ts";

/** The command was called wrongly: exit status 2. */
export class WrongUse extends Error {
  readonly said: Said;
  readonly values: Readonly<Record<string, unknown>>;
  constructor(said: Said, values: Readonly<Record<string, unknown>> = {}) {
    super(fill(said.en, values));
    this.said = said;
    this.values = values;
  }
  in(lang: Lang): string {
    return fill(this.said[lang], this.values);
  }
}

/** Language of the terminal: English where the locale says so, otherwise Chinese, the language of the plans. */
export function readerLanguage(): Lang {
  const locale = process.env["GANGJU_LANG"] ?? process.env["LC_ALL"] ?? process.env["LC_MESSAGES"] ?? process.env["LANG"] ?? "";
  return /^en/i.test(locale) ? "en" : "zh-CN";
}

/** Reads options strictly: an unknown option is wrong use. */
export function parse<const O extends NonNullable<ParseArgsConfig["options"]>>(args: string[], options: O, most: number) {
  const parsed = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true, strict: true });
    } catch (error) {
      throw new WrongUse(text.parser, { reason: (error as Error).message });
    }
  })();
  const extra = parsed.positionals[most];
  if (extra !== undefined) throw new WrongUse(text.extra, { extra });
  return parsed;
}

export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new WrongUse(text.missing, { what });
  return value;
}

/** A calendar date, or wrong use. */
export function dateOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const read = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== value) throw new WrongUse(text.wrongDate, { value });
  return value;
}

export async function readInput(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Problem(400, "cannot-read", text.cannotRead, { values: { file, reason: (cause as NodeJS.ErrnoException).code ?? String(cause) }, cause });
  }
}
