import path from "node:path";
import { openHome } from "../base/config/home.ts";
import { fill } from "../base/text/text.ts";
import { foundCity } from "../kernel/plan/founding.ts";
import { readPlan } from "../kernel/plan/read.ts";
import { getCity } from "../server/city.ts";
import { cityDirectory } from "../server/open.ts";
import { serve } from "../server/serve.ts";
import { text } from "../server/text.ts";
import { parse, readerLanguage, readInput } from "./arguments.ts";

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { plan: { type: "string" } }, 1);
  const lang = readerLanguage();
  const directory = values.plan === undefined ? cityDirectory(positionals[0]) : await documentCity(values.plan);
  const stopAsked = awaitStop();
  const city = await getCity(directory);
  const serving = await serve({ city, lang, say: (line) => console.log(line) });
  console.log(`\n${fill(text.serving[lang], { city: city.folder.city.name[lang], url: serving.url })}`);
  console.log(`${fill(text.link[lang], { url: serving.link })}\n${text.stopHint[lang]}\n`);
  const isLost = await Promise.race([stopAsked.then(() => false), serving.lost.then(() => true)]);
  console.log(isLost ? text.databaseLost[lang] : text.stopping[lang]);
  await serving.stop();
  console.log(text.stopped[lang]);
  return isLost ? 1 : 0;
}

/** A folder of its own for a document that is served directly: the same document is the same city again. */
async function documentCity(file: string): Promise<string> {
  const bytes = await readInput(file);
  const plan = await readPlan(bytes, path.basename(file));
  const directory = path.join(openHome().directory, "documents", plan.source.sha256.slice(0, 12));
  foundCity(directory, bytes, plan, { again: true });
  return directory;
}

/** Settles at Ctrl-C, at a request to end, or when the process that started us is gone. A second Ctrl-C ends at once. */
function awaitStop(): Promise<void> {
  return new Promise((done) => {
    let asked_at: number | undefined;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        // One request to end may reach us twice at once, from the terminal's group and from the process that started us.
        if (asked_at !== undefined && Date.now() - asked_at > 500) process.exit(130);
        asked_at ??= Date.now();
        done();
      });
    }
    process.on("disconnect", () => done());
    // Listening for it must not keep this process alive once it has nothing else to do.
    process.channel?.unref();
  });
}
