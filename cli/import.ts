import path from "node:path";
import { fill, say } from "../base/text/text.ts";
import { importFigures } from "../kernel/facts/observation/import.ts";
import { withCity } from "../server/open.ts";
import { need, parse, readerLanguage, readInput, WrongUse } from "./arguments.ts";
import { text } from "./text.ts";

export async function run(args: string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what !== "observations") throw new WrongUse(text.importWhat, { what: what ?? "" });
  const { positionals } = parse(rest, {}, 2);
  const file = need(positionals[0], "FILE");
  const bytes = await readInput(file);
  const lang = readerLanguage();
  const { recorded, skipped } = await withCity(positionals[1], ({ act }) => act((ctx) => importFigures(ctx, bytes, path.basename(file))));
  for (const { at, said, values } of skipped) console.error(`${at}: ${fill(said[lang], values)}`);
  console.log(say(text.imported, lang, { recorded, skipped: skipped.length }));
  return 0;
}
