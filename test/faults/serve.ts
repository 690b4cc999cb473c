// The server as a process of its own, without pages: `node bin/pinned.js test/faults/serve.ts`. What is killed in the tests is this.
import path from "node:path";
import { getCity } from "../../server/city.ts";
import { serve } from "../../server/serve.ts";

const stopAsked = new Promise<void>((done) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => done());
  process.on("disconnect", () => done());
  process.channel?.unref();
});
const city = await getCity(path.resolve(import.meta.dirname, "../city"));
const serving = await serve({ city, lang: "en", say: (line) => console.error(line), pages: false });
console.log(JSON.stringify({ url: serving.url, pid: process.pid }));
const isLost = await Promise.race([stopAsked.then(() => false), serving.lost.then(() => true)]);
await serving.stop();
process.exitCode = isLost ? 1 : 0;
