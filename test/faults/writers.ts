import { randomInt, randomUUID } from "node:crypto";
import { sleep } from "../../base/config/process.ts";

/** One batch sent under one Idempotency-Key: acknowledged once its answer was wholly received. */
export interface Sent {
  readonly key: string;
  readonly size: number;
  readonly ids: readonly string[];
  readonly acknowledged: boolean;
}

/** The items of a batch: cells nobody else writes, known again by their scope. */
export function itemsOf(key: string, size: number): object[] {
  return Array.from({ length: size }, (_, n) => ({
    indicator: n % 2 === 0 ? "gdp" : "roads", division: n % 3 === 0 ? "990101" : "990100", scope: `${key} ${n}`, period: "2020", value: String(n), status: "final", source: { title: "fault test" }, note: key,
  }));
}

export async function post(url: string, token: string, key: string, size: number): Promise<Sent> {
  try {
    const answer = await fetch(`${url}/api/facts/observations`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ items: itemsOf(key, size) }),
    });
    const body = (await answer.json()) as { items?: { id: string }[]; detail?: string };
    if (answer.status >= 400 && answer.status < 500) throw new Refused(`${answer.status} ${body.detail ?? ""}`);
    return { key, size, ids: body.items?.map((item) => item.id) ?? [], acknowledged: answer.status === 201 };
  } catch (error) {
    if (error instanceof Refused) throw error;
    return { key, size, ids: [], acknowledged: false };
  }
}

/** The batch itself was refused: the test is wrong, not the server gone. */
export class Refused extends Error {}

export interface Writing {
  /** Ends after the batches under way; gives everything that was sent. */
  stop(): Promise<Sent[]>;
  acknowledged(): number;
}

/** Several clients that send batch after batch, until told to stop or the server is gone. */
export function write(url: string, token: string, clients: number): Writing {
  const sent: Sent[] = [];
  const state = { stopped: false };
  const client = async (): Promise<void> => {
    while (!state.stopped) {
      const one = await post(url, token, randomUUID(), randomInt(1, 120));
      sent.push(one);
      if (!one.acknowledged) await sleep(20);
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  return {
    acknowledged: () => sent.filter((one) => one.acknowledged).length,
    stop: async () => {
      state.stopped = true;
      await all;
      return sent;
    },
  };
}
