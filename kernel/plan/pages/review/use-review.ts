import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { address, call, newKey, type Refusal } from "../../../../base/client/api.ts";
import { useReader } from "../../../../base/ui/reader.ts";
import type { CorrectionIn, ReviewItem, ReviewState, TableIn } from "../../review/schema.ts";
import { withUnit } from "../../../../base/ui/figures.ts";

export interface Sending {
  readonly path: string;
  readonly body?: CorrectionIn | TableIn;
  /** The version that was looked at. */
  readonly match?: string;
}

/** What the decision was on, as it is now; or the table that was spoken of. */
export interface Decided {
  readonly item?: ReviewItem | null;
  readonly table?: string | null;
}

/** A decision, made on the version that was looked at; afterwards everything of the plan is asked again. */
export function useDecide(): UseMutationResult<Decided, Refusal, Sending> {
  const { lang } = useReader();
  const queries = useQueryClient();
  return useMutation<Decided, Refusal, Sending>({
    mutationFn: async ({ path, body, match }) => {
      const made = await call<ReviewItem | Decided>(lang, address(path), { method: "POST", key: newKey(), ...(body === undefined ? {} : { body }), ...(match === undefined ? {} : { match }) });
      return "doubts" in made ? { item: made } : made;
    },
    // Also after a refusal: someone else may have decided meanwhile, and the page shows what is there now.
    onSettled: () => queries.invalidateQueries({ queryKey: ["plan"] }),
  });
}

const doneStates: readonly ReviewState[] = ["accepted", "corrected", "added", "rejected"];
export const isDone = (item: ReviewItem): boolean => doneStates.includes(item.state);

/** What an item is called in lists and announcements; "" for a lost table. */
export function nameOfItem({ target, task }: ReviewItem): string {
  if (task !== null) return task.now.title;
  if (target === null) return "";
  const { indicator, number, unit } = target.now;
  return number === "" ? indicator : `${indicator} ${withUnit(number, unit)}`;
}

export interface Keys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly accept: () => void;
  readonly edit: () => void;
  readonly reject: () => void;
  readonly add: () => void;
  readonly undo: () => void;
  readonly help: () => void;
  /** Escape: also while someone types, and where single keys are off. */
  readonly leave: () => void;
}

const byKey: Readonly<Record<string, keyof Keys>> = { j: "next", k: "previous", ArrowDown: "next", ArrowUp: "previous", Enter: "accept", e: "edit", x: "reject", a: "add", u: "undo", "?": "help" };

/** Single keys, but never while someone types, presses a button or holds a key down. */
export function useReviewKeys(on: boolean, keys: Keys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      const element = event.target instanceof Element ? event.target : null;
      if (event.key === "Escape" && !element?.closest("[role=dialog]")) return newest.current.leave();
      if (!on) return;
      if (element?.closest("input, select, textarea, [contenteditable], [role=dialog]")) return;
      const name = byKey[event.key];
      if (name === undefined) return;
      if (name === "accept" && element?.closest("a, button, summary")) return;
      // Arrows scroll the page as ever, unless one stands in the item or the list.
      if (event.key.startsWith("Arrow") && !element?.closest(".review-item, .review-list")) return;
      event.preventDefault();
      newest.current[name]();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}

/** Where marked words stand in the paragraph that is shown; null when none are marked there. */
export function markedWords(paragraph: { readonly start: number; readonly text: string } | null): { readonly start: number; readonly end: number } | null {
  const selection = document.getSelection();
  const words = document.querySelector("[data-words]");
  if (paragraph === null || words === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const end = from + range.toString().length;
  return end > from && end <= paragraph.text.length ? { start: paragraph.start + from, end: paragraph.start + end } : null;
}
