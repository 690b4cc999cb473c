// npm run faults: twenty rounds of kill -9 during acknowledged writes. Ends with status 1 at the first loss.
import { issueToken, playRound } from "./rounds.ts";
import { endPostmaster, newGround, startServer } from "./served.ts";
import type { Sent } from "./writers.ts";

const rounds = Number(process.argv[2] ?? 20);
const ground = newGround();
const history: Sent[] = [];
let served = await startServer(ground);
try {
  const token = issueToken(ground);
  for (let n = 1; n <= rounds; n += 1) {
    const { round, served: next } = await playRound(ground, served, token, n % 2 === 1 ? "group" : "node", history, n % 5 === 0);
    served = next;
    console.log(
      `${String(n).padStart(2)} / ${rounds}  kill -9 of ${round.blow === "group" ? "the process group" : "Node alone       "}  ${round.acknowledged} batches acknowledged, all there; ${round.unanswered} unanswered, whole or absent; restart in ${(round.restart_ms / 1000).toFixed(1)} s${round.interrupted ? " after a start that was killed too" : ""}; audit unbroken`,
    );
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
