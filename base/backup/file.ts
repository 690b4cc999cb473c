import { createHash } from "node:crypto";
import { once } from "node:events";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Problem } from "../errors/problem.ts";
import type { Applied, Table } from "./queries.ts";
import { text } from "./text.ts";

// A backup file: the line "gangju-backup/1"; then, under gzip, a line with the header as JSON and, for each table in the
// order of the header, its rows as PostgreSQL's COPY writes them, ended by the line "\."; then a line with the SHA-256 of
// all bytes before it. Without this program: tail -c +17 FILE | head -c -73 | zcat

export const format = "gangju-backup/1";

export interface Header {
  readonly format: typeof format;
  readonly city: string;
  /** Area of the whole city. */
  readonly area: string;
  /** Release of the program that made it. */
  readonly release: string;
  readonly made_at: string;
  readonly migrations: readonly Applied[];
  readonly tables: readonly Table[];
  /** Under which second factors are encrypted; a restored city has a key of its own. */
  readonly sign_in_key: string;
}

const magic = Buffer.from(`${format}\n`);
const trailerOf = (sha256: string): Buffer => Buffer.from(`\nsha256 ${sha256}\n`);
const trailer_bytes = trailerOf("0".repeat(64)).length;
const endOfTable = Buffer.from("\\.\n");
const newline = 0x0a;

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).message;
const fromSystem = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined || /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? "");

export interface Writer {
  header(header: Header): Promise<void>;
  rows(piece: Buffer): Promise<void>;
  endTable(): Promise<void>;
}

async function refuseOverwriting(file: string): Promise<void> {
  const there = await open(file, "r").catch(() => undefined);
  if (there === undefined) return;
  const { buffer, bytesRead } = await there.read(Buffer.alloc(14), 0, 14, 0).finally(() => there.close());
  if (buffer.toString("latin1", 0, bytesRead) !== "gangju-backup/") throw new Problem(409, "not-a-backup", text.notOurs, { values: { file } });
}

/** Writes a backup beside `file` and moves it there when it is whole and on the disk. */
export async function writeBackup(file: string, fill: (writer: Writer) => Promise<void>): Promise<void> {
  await refuseOverwriting(file);
  const part = `${file}.part`;
  try {
    const handle = await open(part, "w", 0o600);
    try {
      await writeAll(handle, fill);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    await syncDirectory(path.dirname(file));
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    if (fromSystem(error)) throw new Problem(507, "cannot-write", text.cannotWrite, { values: { file, reason: reasonOf(error) }, cause: error });
    throw error;
  }
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories; there the move is on the disk when it returns.
  const handle = await open(directory, "r").catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function writeAll(handle: FileHandle, fill: (writer: Writer) => Promise<void>): Promise<void> {
  const hash = createHash("sha256").update(magic);
  await handle.write(magic);
  const gzip = createGzip({ level: 4 });
  const written = pipeline(gzip, async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
  });
  // A full disk breaks the pipe; whoever waits to write more must hear of it.
  written.catch(() => {});
  const write = async (piece: Buffer | string): Promise<void> => {
    if (gzip.destroyed) await written;
    if (!gzip.write(piece)) await Promise.race([once(gzip, "drain"), written]);
  };
  try {
    await fill({ header: (header) => write(`${JSON.stringify(header)}\n`), rows: write, endTable: () => write(endOfTable) });
    gzip.end();
    await written;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => {});
    throw error;
  }
  await handle.writeFile(trailerOf(hash.digest("hex")));
}

/** A backup whose checksum is right, read from its beginning. */
export interface Reader {
  readonly header: Header;
  /** Rows of the next table in the header's order, in pieces of whole rows. Each table must be read to its end. */
  table(): AsyncGenerator<Buffer>;
  /** Throws where anything is left. */
  end(): Promise<void>;
}

/** Opens a backup after checking that it is one, whole and undamaged. */
export async function readBackup<T>(file: string, use: (reader: Reader) => Promise<T>): Promise<T> {
  const handle = await open(file, "r").catch((error: unknown) => {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new Problem(400, "cannot-read", missing ? text.noFile : text.cannotRead, { values: { file, reason: reasonOf(error) }, cause: error });
  });
  try {
    const size = await checkWhole(handle, file);
    const raw = handle.createReadStream({ start: magic.length, end: size - trailer_bytes - 1, autoClose: false, highWaterMark: 256 * 1024 });
    const lines = new Lines(raw.pipe(createGunzip({ chunkSize: 256 * 1024 })));
    const header = JSON.parse((await lines.line()).toString("utf8")) as Header;
    return await use({ header, table: () => lines.table(), end: () => lines.end() });
  } catch (error) {
    if (error instanceof Inconsistent) throw new Problem(422, "backup-inconsistent", text.inconsistent, { values: { file, reason: error.message }, cause: error });
    if ((error as NodeJS.ErrnoException).code === "EISDIR") throw new Problem(400, "cannot-read", text.cannotRead, { values: { file, reason: "EISDIR" }, cause: error });
    throw error;
  } finally {
    await handle.close().catch(() => {});
  }
}

/** The content is not what the header promised. */
export class Inconsistent extends Error {}

/** Returns the file's size; refuses what is foreign, truncated or damaged, in this order. */
async function checkWhole(handle: FileHandle, file: string): Promise<number> {
  const { size } = await handle.stat();
  const beginning = (await handle.read(Buffer.alloc(64), 0, 64, 0)).buffer.toString("latin1");
  const found = /^(gangju-backup\/\d+)\n/.exec(beginning)?.[1];
  if (found === undefined && !(size < magic.length && magic.toString("latin1").startsWith(beginning.slice(0, size)) && size > 0)) {
    throw new Problem(422, "not-a-backup", text.foreign, { values: { file } });
  }
  if (found !== undefined && found !== format) throw new Problem(422, "backup-format", text.otherFormat, { values: { file, found, wanted: format } });
  const truncated = new Problem(422, "backup-truncated", text.truncated, { values: { file } });
  if (size <= magic.length + trailer_bytes) throw truncated;
  const { buffer } = await handle.read(Buffer.alloc(trailer_bytes), 0, trailer_bytes, size - trailer_bytes);
  if (!/^\nsha256 [0-9a-f]{64}\n$/.test(buffer.toString("latin1"))) throw truncated;
  const hash = createHash("sha256");
  for await (const chunk of handle.createReadStream({ start: 0, end: size - trailer_bytes - 1, autoClose: false, highWaterMark: 2 ** 20 })) hash.update(chunk as Buffer);
  if (!buffer.equals(trailerOf(hash.digest("hex")))) throw new Problem(422, "backup-damaged", text.damaged, { values: { file } });
  return size;
}

/** Reads lines and tables from a stream; between two reads it stands at the beginning of a line. */
class Lines {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done === true) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }

  async line(): Promise<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(newline);
      if (at >= 0) {
        const line = this.#rest.subarray(0, at);
        this.#rest = this.#rest.subarray(at + 1);
        return line;
      }
      if (!(await this.#more())) throw new Inconsistent("a line has no end");
    }
  }

  async *table(): AsyncGenerator<Buffer> {
    const inside = Buffer.concat([Buffer.from("\n"), endOfTable]);
    for (;;) {
      const first = this.#rest.subarray(0, endOfTable.length).equals(endOfTable);
      const at = first ? 0 : this.#rest.indexOf(inside) + 1;
      if (first || at > 0) {
        if (at > 0) yield this.#rest.subarray(0, at);
        this.#rest = this.#rest.subarray(at + endOfTable.length);
        return;
      }
      // Whole rows are handed on; the rest always begins a line, so that the end mark is never split.
      const rows = this.#rest.lastIndexOf(newline) + 1;
      if (rows > 0) yield this.#rest.subarray(0, rows);
      this.#rest = this.#rest.subarray(rows);
      if (!(await this.#more())) throw new Inconsistent("a table has no end");
    }
  }

  async end(): Promise<void> {
    if (this.#rest.length > 0 || (await this.#more())) throw new Inconsistent("something follows the last table");
  }
}
