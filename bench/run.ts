// npm run bench [-- NAME …]: ratios measured in one run. A ratio below its bar ends with status 1.
import { accuracy } from "./accuracy.ts";
import { againstRecognizers, growth, wholeProcess } from "./compile.ts";
import { memory } from "./memory.ts";
import { observations } from "./observations.ts";
import { planPage } from "./page.ts";
import { printTable, type Result } from "./result.ts";

const benches: Readonly<Record<string, () => Promise<Result[]> | Result[]>> = { process: wholeProcess, recognizers: againstRecognizers, accuracy, growth, memory, observations, page: planPage };

const asked = process.argv.slice(2);
const strange = asked.filter((name) => !Object.hasOwn(benches, name));
if (strange.length > 0) {
  console.error(`There is no measurement ${strange.join(", ")}; there are: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
const results: Result[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  results.push(...(await bench()));
}
printTable(results);
process.exitCode = results.some((result) => result.holds === false) ? 1 : 0;
