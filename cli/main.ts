import { Problem } from "../base/errors/problem.ts";
import { fill, say } from "../base/text/text.ts";
import { readerLanguage, WrongUse } from "./arguments.ts";
import { text } from "./text.ts";

type Command = { run(args: string[]): Promise<number> };

/** Each command is loaded only when it is asked for: compiling a plan starts no database driver. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  compile: () => import("./compile.ts"),
  compare: () => import("./compare.ts"),
  decomposition: () => import("./decomposition.ts"),
  schema: () => import("./schema.ts"),
  new: () => import("./new.ts"),
  check: () => import("./check.ts"),
  start: () => import("./start.ts"),
  progress: () => import("./progress.ts"),
  status: () => import("./status.ts"),
  import: () => import("./import.ts"),
  token: () => import("./token.ts"),
  link: () => import("./link.ts"),
  backup: () => import("./backup.ts"),
  restore: () => import("./restore.ts"),
  audit: () => import("./audit.ts"),
};

async function main(): Promise<number> {
  const lang = readerLanguage();
  const [name = "help", ...args] = process.argv.slice(2);
  if (["help", "--help", "-h"].includes(name) || args.includes("--help")) {
    console.log(text.usage[lang]);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    console.error(`${say(text.unknownCommand, lang, { command: name })}\n\n${text.usage[lang]}`);
    return 2;
  }
  try {
    return await (await load()).run(args);
  } catch (error) {
    if (error instanceof WrongUse) {
      console.error(say(text.wrongUse, lang, { reason: error.in(lang) }));
      return 2;
    }
    if (error instanceof Problem) {
      console.error([error.in(lang), ...error.places.map((place) => `  ${place.at}: ${fill(place.said[lang], place.values)}`)].join("\n"));
      return 1;
    }
    console.error(say(text.unexpected, lang, { reason: (error as Error).stack ?? String(error) }));
    return 1;
  }
}

process.exitCode = await main();
