/** The compound file ([MS-CFB]) that .doc and .wps are: a small file system of streams in one file. */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const STREAM = 2;
const ROOT = 5;

export const isStorage = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/** Streams by name; those of embedded objects, which lie in storages of their own, are not among them. */
export interface Storage {
  names: readonly string[];
  /** @throws RangeError where the file is damaged */
  stream(name: string): Uint8Array | undefined;
}

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  first: number;
  size: number;
}

class CompoundFile implements Storage {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sector: number;
  readonly #table: Uint32Array;
  readonly #smallTable: Uint32Array;
  readonly #small: Uint8Array;
  readonly #smallLimit: number;
  readonly #streams = new Map<string, Entry>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(0x1e, true);
    if (shift !== 9 && shift !== 12) throw new RangeError("sector size");
    this.#sector = 1 << shift;
    this.#table = words(this.#tableSectors().map((at) => this.#sectorAt(at)));
    this.#smallLimit = this.#view.getUint32(0x38, true);
    const directory = this.#chain(this.#view.getUint32(0x30, true));
    const entries = entriesOf(directory);
    const root = entries[0];
    if (root?.type !== ROOT) throw new RangeError("no root");
    this.#smallTable = words([this.#chain(this.#view.getUint32(0x3c, true))]);
    this.#small = this.#chain(root.first);
    for (const entry of inTree(entries, root.child)) if (entry.type === STREAM) this.#streams.set(entry.name, entry);
  }

  get names(): readonly string[] {
    return [...this.#streams.keys()];
  }

  stream(name: string): Uint8Array | undefined {
    const entry = this.#streams.get(name);
    if (entry === undefined) return undefined;
    const whole = entry.size < this.#smallLimit ? this.#smallChain(entry.first) : this.#chain(entry.first);
    if (whole.length < entry.size) throw new RangeError("stream is cut");
    return whole.subarray(0, entry.size);
  }

  /** Sectors of the allocation table: the first 109 stand in the header, the rest in sectors linked to each other. */
  #tableSectors(): number[] {
    const count = this.#view.getUint32(0x2c, true);
    const found: number[] = [];
    for (let index = 0; index < Math.min(count, 109); index++) found.push(this.#view.getUint32(0x4c + 4 * index, true));
    let next = this.#view.getUint32(0x44, true);
    while (found.length < count && next < LAST_SECTOR) {
      const sector = words([this.#sectorAt(next)]);
      found.push(...sector.subarray(0, Math.min(sector.length - 1, count - found.length)));
      next = sector.at(-1) ?? LAST_SECTOR;
      if (found.length * this.#sector > this.#bytes.length) throw new RangeError("allocation table");
    }
    return found.filter((at) => at < LAST_SECTOR);
  }

  #sectorAt(index: number): Uint8Array {
    const from = (index + 1) * this.#sector;
    if (from >= this.#bytes.length) throw new RangeError("sector");
    // The last sector of a file may be cut short by the program that wrote it.
    const sector = this.#bytes.subarray(from, from + this.#sector);
    if (sector.length === this.#sector) return sector;
    const padded = new Uint8Array(this.#sector);
    padded.set(sector);
    return padded;
  }

  #chain(first: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let at = first; at < LAST_SECTOR; at = this.#table[at] ?? LAST_SECTOR) {
      parts.push(this.#sectorAt(at));
      // A chain that comes back to itself would never end.
      if (parts.length * this.#sector > this.#bytes.length) throw new RangeError("chain");
    }
    return joined(parts);
  }

  #smallChain(first: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let at = first; at < LAST_SECTOR; at = this.#smallTable[at] ?? LAST_SECTOR) {
      parts.push(this.#small.subarray(at * 64, at * 64 + 64));
      if (parts.length * 64 > this.#small.length) throw new RangeError("small chain");
    }
    return joined(parts);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function words(parts: readonly Uint8Array[]): Uint32Array {
  const bytes = joined(parts);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(4 * index, true));
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    entries.push({
      name: new TextDecoder("utf-16le").decode(directory.subarray(at, at + length)), type: directory[at + 66] ?? 0,
      left: view.getUint32(at + 68, true), right: view.getUint32(at + 72, true), child: view.getUint32(at + 76, true),
      first: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Entries of one storage: a tree, in which a damaged file may go round in circles. */
function inTree(entries: readonly Entry[], first: number): Entry[] {
  const seen = new Set<number>();
  const open = [first];
  const found: Entry[] = [];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = at === NO_ENTRY || seen.has(at) ? undefined : entries[at];
    if (entry === undefined) continue;
    seen.add(at);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

/** @throws RangeError where the file is damaged */
export const openStorage = (bytes: Uint8Array): Storage => new CompoundFile(bytes);
