import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Problem } from "../base/errors/problem.ts";
import type { Said } from "../base/text/text.ts";
import { text } from "./text.ts";

export interface Output {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const unwritten: Readonly<Record<string, Said>> = {
  ENOENT: text.cannotWriteNone,
  ENOTDIR: text.cannotWriteNone,
  EISDIR: text.cannotWriteFolder,
  EACCES: text.cannotWriteForbidden,
  EPERM: text.cannotWriteForbidden,
  EROFS: text.cannotWriteForbidden,
  ENOSPC: text.cannotWriteFull,
};

/** Why a file could not be written, said; what is rare keeps the system's own code. */
function refused(file: string, cause: unknown): Problem {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new Problem(400, "cannot-write", unwritten[reason] ?? text.cannotWrite, { values: { file, reason }, cause });
}

/** Writes files whole or not at all: all are written beside their places first, then put there. */
export async function writeOutputs(outputs: readonly Output[]): Promise<void> {
  const beside = outputs.map(({ file }) => path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${process.pid}.tmp`));
  const written: string[] = [];
  try {
    for (const [index, { file, bytes }] of outputs.entries()) {
      const place = beside[index] ?? "";
      written.push(place);
      await writeFile(place, bytes).catch((cause: unknown) => {
        throw refused(file, cause);
      });
    }
    for (const [index, { file }] of outputs.entries()) {
      await rename(beside[index] ?? "", file).catch((cause: unknown) => {
        throw refused(file, cause);
      });
    }
  } finally {
    await Promise.all(written.map((place) => rm(place, { force: true })));
  }
}
