import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { PlanRefused } from "./refusal.ts";

/** Zip archives, read part by part and never further than a plan can reach. */

/** All parts that are read of one archive, unpacked; the longest five-year plan of a province has 6 MB of XML. */
export const LARGEST_UNPACKED = 64 * 1024 * 1024;
const MOST_ENTRIES = 20000;
/** What goes into the inflater at once: the most it can become is a thousand times as much. */
const CHUNK = 4096;

interface Entry {
  method: number;
  flags: number;
  crc: number;
  packed: number;
  size: number;
  /** Of its local header. */
  at: number;
}

export interface Archive {
  /** As in the directory of the archive, without a leading slash. */
  names: ReadonlySet<string>;
  /** Bytes of a part when unpacked, as the archive says. */
  sizeOf(name: string): number;
  /** Unpacks one part, chunk by chunk. @throws PlanRefused "damaged", "encrypted", "inflates" */
  chunks(name: string): Generator<Uint8Array>;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

const damaged = (format: string): PlanRefused => new PlanRefused("damaged", { format });

/** End of the directory: it stands at the end, before a comment of up to 64 KB. */
function findEnd(view: DataView, format: string): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw damaged(format);
}

function readDirectory(bytes: Uint8Array, view: DataView, format: string): Map<string, Entry> {
  const end = findEnd(view, format);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw damaged(format);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged(format);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, "/").replace(/^\//, "");
    entries.set(name, {
      flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry: they begin after its local header, whose name and extra field have lengths of their own. */
function packedOf(bytes: Uint8Array, view: DataView, entry: Entry, format: string): Uint8Array {
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL_SIGNATURE) throw damaged(format);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (from + entry.packed > bytes.length) throw damaged(format);
  return bytes.subarray(from, from + entry.packed);
}

function* inflate(packed: Uint8Array, format: string): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => out.push(chunk));
  for (let from = 0; from < packed.length; from += CHUNK) {
    try {
      inflater.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length);
    } catch {
      throw damaged(format);
    }
    const ready = out;
    out = [];
    yield* ready;
  }
}

/**
 * Opens a zip archive; nothing is unpacked yet.
 * @param format how the file is called in a refusal
 * @throws PlanRefused "damaged"
 */
export function openArchive(bytes: Uint8Array, format: string): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, format);
  const tooMuch = (): PlanRefused => new PlanRefused("inflates", { limit: LARGEST_UNPACKED / 1048576 });
  let total = 0;
  function* chunks(name: string): Generator<Uint8Array> {
    const entry = entries.get(name);
    if (entry === undefined) return;
    if ((entry.flags & 1) !== 0) throw new PlanRefused("encrypted", { format });
    if (entry.method !== 0 && entry.method !== 8) throw damaged(format);
    if (total + entry.size > LARGEST_UNPACKED) throw tooMuch();
    const packed = packedOf(bytes, view, entry, format);
    let crc = 0;
    let length = 0;
    for (const chunk of entry.method === 0 ? [packed] : inflate(packed, format)) {
      length += chunk.length;
      total += chunk.length;
      if (total > LARGEST_UNPACKED) throw tooMuch();
      crc = crc32(chunk, crc);
      yield chunk;
    }
    // A flipped bit can unpack to other words: only the check sum tells.
    if (length !== entry.size || crc !== entry.crc) throw damaged(format);
  }
  return { names: new Set(entries.keys()), sizeOf: (name) => entries.get(name)?.size ?? 0, chunks };
}
