import pg from "pg";
import type { Ctx } from "../db/ctx.ts";
import { listen, notify } from "./queries.ts";

/** Tells open pages that something of this topic changed; they ask again and see what they may. Sent when the act commits. */
export async function announce(ctx: Ctx, topic: string): Promise<void> {
  await notify(ctx, topic);
}

type Listener = (topic: string) => void;

/** Listens for the changes of one city, over one connection for all readers of this process. */
export class Changes {
  readonly #listeners = new Set<Listener>();
  readonly #latest = new Map<string, number>();
  readonly #schema: string;
  readonly #url: string;
  #client: pg.Client | undefined;
  #closed = false;

  constructor(url: string, schema: string) {
    this.#url = url;
    this.#schema = schema;
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: "gangju_changes" });
    client.on("error", () => {});
    client.on("notification", ({ payload }) => {
      const [schema, topic] = (payload ?? "").split(" ");
      if (schema === this.#schema && topic !== undefined) this.#tell(topic);
    });
    client.on("end", () => {
      if (!this.#closed) setTimeout(() => void this.#reopen(), 1000).unref();
    });
    await client.connect();
    await listen(client);
    this.#client = client;
  }

  async #reopen(): Promise<void> {
    if (this.#closed) return;
    // What happened meanwhile is not known, so every page asks again.
    await this.open().then(() => this.#tell("*"), () => setTimeout(() => void this.#reopen(), 2000).unref());
  }

  #tell(topic: string): void {
    this.#latest.set(topic, performance.now());
    for (const listener of this.#listeners) listener(topic);
  }

  /** Topics that changed within so many milliseconds. */
  within(age_ms: number): string[] {
    const from = performance.now() - age_ms;
    return [...this.#latest].filter(([, at]) => at >= from).map(([topic]) => topic);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => {});
  }
}
