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

/** What the parser of options refuses, in the reader's language: its own sentences are English only. */
function wrongOption({ code, message }: NodeJS.ErrnoException): WrongUse {
  const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return new WrongUse(text.unknownOption, { option });
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return new WrongUse(/does not take/.test(message) ? text.optionWithValue : text.optionWithoutValue, { option });
  return new WrongUse(text.parser, { reason: message });
}

/** Reads options strictly: an unknown option is wrong use. */
export function parse<const O extends NonNullable<ParseArgsConfig["options"]>>(args: string[], options: O, most: number) {
  const parsed = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true, strict: true });
    } catch (error) {
      throw wrongOption(error as NodeJS.ErrnoException);
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

const unread: Readonly<Record<string, Said>> = { ENOENT: text.cannotReadNone, ENOTDIR: text.cannotReadNone, EISDIR: text.cannotReadFolder, EACCES: text.cannotReadForbidden, EPERM: text.cannotReadForbidden };

/** Why a file could not be opened, said; what is rare keeps the system's own code. */
function cannotRead(file: string, cause: unknown): Problem {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new Problem(400, "cannot-read", unread[reason] ?? text.cannotRead, { values: { file, reason }, cause });
}

export async function readInput(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw cannotRead(file, cause);
  }
}
