import { once } from "node:events";
import type { Duplex } from "node:stream";
import type pg from "pg";

// COPY over the protocol of `pg`: its client hands the messages of a submitted query to that query's handlers.

/** The part of a connection of `pg` that COPY needs. */
interface Wire {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

const piece_bytes = 256 * 1024;

/** What every COPY answers: its end, or why there was none. */
class Copy {
  readonly ended: Promise<number>;
  protected readonly sql: string;
  protected failure: unknown;
  protected rows = 0;
  #done!: (rows: number) => void;
  #fail!: (error: unknown) => void;

  constructor(sql: string) {
    this.sql = sql;
    this.ended = new Promise((done, fail) => {
      this.#done = done;
      this.#fail = fail;
    });
  }

  submit(connection: unknown): void {
    (connection as Wire).query(this.sql);
  }

  handleError(error: unknown): void {
    this.failure ??= error;
    this.settle();
  }

  handleCommandComplete(message: { text: string }): void {
    this.rows = Number(/^COPY (\d+)$/.exec(message.text)?.[1] ?? 0);
  }

  protected settle(): void {
    if (this.failure === undefined) this.#done(this.rows);
    else this.#fail(this.failure);
  }
}

class CopyOut extends Copy {
  readonly #write: (piece: Buffer) => Promise<void> | void;
  #pending: Buffer[] = [];
  #size = 0;
  #written: Promise<void> = Promise.resolve();

  constructor(sql: string, write: (piece: Buffer) => Promise<void> | void) {
    super(sql);
    this.#write = write;
  }

  handleCopyData(message: { chunk: Buffer }, connection: Wire): void {
    if (this.failure !== undefined) return;
    // The parser of `pg` uses its buffer again: what is kept must be a copy.
    this.#pending.push(Buffer.from(message.chunk));
    this.#size += message.chunk.length;
    if (this.#size >= piece_bytes) this.#flush(connection);
  }

  /** Reading from the server waits until the piece is written: memory stays bounded. */
  #flush(connection: Wire): void {
    const piece = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#size = 0;
    connection.stream.pause();
    this.#written = this.#written
      .then(() => (this.failure === undefined ? this.#write(piece) : undefined))
      .catch((error: unknown) => void (this.failure ??= error))
      .finally(() => connection.stream.resume());
  }

  handleReadyForQuery(connection: Wire): void {
    this.#flush(connection);
    void this.#written.then(() => this.settle());
  }
}

class CopyIn extends Copy {
  readonly #source: AsyncIterable<Buffer> | Iterable<Buffer>;

  constructor(sql: string, source: AsyncIterable<Buffer> | Iterable<Buffer>) {
    super(sql);
    this.#source = source;
  }

  handleCopyInResponse(connection: Wire): void {
    void this.#send(connection);
  }

  async #send(connection: Wire): Promise<void> {
    try {
      for await (const chunk of this.#source) {
        if (this.failure !== undefined) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
      }
      connection.endCopyFrom();
    } catch (error) {
      this.failure ??= error;
      connection.sendCopyFail("the source failed");
    }
  }

  handleReadyForQuery(): void {
    this.settle();
  }
}

/** COPY … TO STDOUT; `write` is given pieces of whole rows. Returns the number of rows. */
export async function copyOut(client: pg.ClientBase, sql: string, write: (piece: Buffer) => Promise<void> | void): Promise<number> {
  return await client.query(new CopyOut(sql, write)).ended;
}

/** COPY … FROM STDIN. Returns the number of rows. */
export async function copyIn(client: pg.ClientBase, sql: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<number> {
  return await client.query(new CopyIn(sql, source)).ended;
}
