import { parentPort, workerData } from "node:worker_threads";
import type { PdfReply } from "./pdf.ts";
import { layOut } from "./pdf-layout.ts";
import { readPdfText } from "./pdf-open.ts";
import { PlanRefused } from "./refusal.ts";

/** The thread in which a PDF is read; `pdf.ts` starts it. */

const say = (reply: PdfReply): void => parentPort?.postMessage(reply, []);

try {
  if (!(workerData instanceof Uint8Array)) throw new PlanRefused("damaged", { format: "PDF" });
  say({ is: "read", source: layOut(await readPdfText(workerData, (_, done, of) => say({ is: "progress", done, of }))) });
} catch (error) {
  if (error instanceof PlanRefused) say({ is: "refused", kind: error.kind, values: error.values });
  else throw error;
}
