import { readFileSync } from "node:fs";

/** Is a process of this id running? A zombie is not, nor is another program that was given the same id since. */
export function isRunning(pid: number, command?: RegExp): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    if (/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2))) return false;
    return command === undefined || command.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    return false;
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits until `done` holds, asking every `every_ms`; false when the time is up. */
export async function waitUntil(done: () => boolean | Promise<boolean>, limit_ms: number, every_ms = 50): Promise<boolean> {
  for (const end = Date.now() + limit_ms; Date.now() < end; ) {
    if (await done()) return true;
    await sleep(every_ms);
  }
  return await done();
}
