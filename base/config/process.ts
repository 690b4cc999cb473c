import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The words a process was started with; undefined where the system does not tell. */
function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32") return undefined;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}

/** Tells a process from a later one under the same id: when it was started, since which start of the machine. Linux only. */
export function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${started}`;
  } catch {
    return undefined;
  }
}

/** Is a process of this id running? A zombie is not, nor is another program that was given the same id since. */
export function isRunning(pid: number, command?: RegExp): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      if (/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2))) return false;
    } catch {
      return false;
    }
  }
  const words = commandOf(pid);
  return command === undefined || words === undefined || command.test(words);
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
