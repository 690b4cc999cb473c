import { Worker } from "node:worker_threads";
import { PlanRefused, type RefusalKind } from "./refusal.ts";
import type { Progress, SourceText } from "./source.ts";

/** PDF → text. Read in a thread of its own, so that no file can hold up the others or take more memory and time than it is given. */

const MOST_MEMORY_MB = 420;
const LONGEST_MS = 120000;

/** What the thread says. */
export type PdfReply =
  | { is: "progress"; done: number; of: number }
  | { is: "read"; source: SourceText }
  | { is: "refused"; kind: RefusalKind; values: Readonly<Record<string, string | number>> };

/** The mark stands within the first kilobyte; some mailers write lines before it. */
export const looksLikePdf = (bytes: Uint8Array): boolean => new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

/**
 * Reads the text layer of a PDF.
 * @throws PlanRefused "encrypted", "damaged", "no-text-layer", "undecodable", "too-complex"
 */
export function readPdf(bytes: Uint8Array, progress: Progress): Promise<SourceText> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./pdf-worker.ts", import.meta.url), {
      workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB }, stdout: false, stderr: false,
    });
    const end = (act: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      act();
    };
    const timer = setTimeout(() => end(() => reject(new PlanRefused("too-complex"))), LONGEST_MS);
    // Who throws when told stops the reading.
    const tell = (done: number, of: number): void => {
      try {
        progress("read", done, of);
      } catch (cause) {
        end(() => reject(cause instanceof Error ? cause : new Error(String(cause))));
      }
    };
    worker.on("message", (reply: PdfReply) => {
      if (reply.is === "progress") tell(reply.done, reply.of);
      else if (reply.is === "read") end(() => resolve(reply.source));
      else end(() => reject(new PlanRefused(reply.kind, reply.values)));
    });
    worker.on("error", (error: unknown) => {
      const full = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end(() => reject(new PlanRefused(full ? "too-complex" : "damaged", { format: "PDF" })));
    });
    worker.on("exit", () => end(() => reject(new PlanRefused("damaged", { format: "PDF" }))));
  });
}
