// npm run faults: twenty rounds of kill -9 of the process group and of Node alone during acknowledged writes, and four of the
// postmaster alone. Ends with status 1 at the first loss.
import { type Blow, issueToken, playRound } from "./rounds.ts";
import { endPostmaster, newGround, startServer } from "./served.ts";
import type { Sent } from "./writers.ts";

const rounds = Number(process.argv[2] ?? 24);
const blows: readonly Blow[] = ["group", "node", "group", "node", "group", "postmaster", "node", "group", "node", "group", "node", "postmaster"];
const names: Readonly<Record<Blow, string>> = { group: "the process group", node: "Node alone", postmaster: "the postmaster alone" };
const ground = newGround();
const history: Sent[] = [];
let served = await startServer(ground);
try {
  const token = issueToken(ground);
  for (let n = 1; n <= rounds; n += 1) {
    const { round, served: next } = await playRound(ground, served, token, blows[(n - 1) % blows.length] ?? "group", history, n % 5 === 0);
    served = next;
    const { acknowledged, unanswered, restart_ms, interrupted } = round;
    const start = `restart in ${(restart_ms / 1000).toFixed(1)} s${interrupted ? " after a start that was killed too" : ""}`;
    console.log(`${String(n).padStart(2)} / ${rounds}  kill -9 of ${names[round.blow].padEnd(20)}  ${acknowledged} batches acknowledged, all there; ${unanswered} unanswered, whole or absent; ${start}; audit unbroken`);
  }
  console.log(`${rounds} rounds, ${history.length} batches, ${history.reduce((sum, one) => sum + one.size, 0)} rows: nothing lost, nothing half kept.`);
} catch (error) {
  console.error(`Failed: ${(error as Error).message}\nWhat the server said last:\n${served.said()}`);
  process.exitCode = 1;
} finally {
  await served.stop();
  endPostmaster(ground);
  ground.remove();
}
