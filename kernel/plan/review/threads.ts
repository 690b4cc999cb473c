import type { Anchor } from "./anchor.ts";
import { shortHash, bareWords } from "../document/ids.ts";
import type { Correction } from "./corrections.ts";
import type { Act, Fields, SubjectKind } from "./schema.ts";

/** A row of plan_correction. */
export interface Decision {
  readonly thread: string;
  readonly revision: number;
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly act: Act;
  readonly fields: Fields | null;
  readonly compiled: Fields | null;
  readonly anchor: Anchor;
  readonly reason: string | null;
  readonly role: string;
  readonly recorded_at: Date;
}

/** What counts of each thread: a withdrawal takes back the newest decision before it that is not taken back yet. */
export function inForce(decisions: readonly Decision[]): Correction[] {
  const threads = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const thread = threads.get(decision.thread);
    if (thread === undefined) threads.set(decision.thread, [decision]);
    else thread.push(decision);
  }
  return [...threads.values()].map((thread) => {
    const ordered = [...thread].sort((a, b) => a.revision - b.revision);
    const stack: Decision[] = [];
    for (const decision of ordered) {
      if (decision.act === "withdraw") stack.pop();
      else stack.push(decision);
    }
    const newest = ordered.at(-1) as Decision;
    const top = stack.at(-1) ?? { ...newest, act: "withdraw" as const, fields: null };
    const { thread: name, kind, subject, act, fields, compiled, anchor, reason, role } = top;
    return { thread: name, revision: newest.revision, kind, subject, act, fields, compiled, anchor, reason, by: role, at: top.recorded_at.toISOString() };
  });
}

/** Name of a new thread: two planners who decide on the same words at once give it the same name, and the later one is told. */
export const threadName = (kind: SubjectKind, anchor: Anchor, salt: string): string =>
  (kind === "target" ? "t" : "k") + shortHash(`review/${bareWords(anchor.title)}/${anchor.before}/${anchor.number}/${anchor.after}/${bareWords(anchor.quote)}/${salt}`);
