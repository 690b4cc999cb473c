import { useEffect, useRef, useState } from "react";
import { keep, kept } from "../../../base/ui/reader.ts";
import type { Chosen } from "./use-plan.ts";

/** j and k go from target to target. Single keys can be turned off: some readers speak to their computer. */
export function useKeys(stepBy: (by: 1 | -1) => void): { readonly on: boolean; set(on: boolean): void } {
  const [on, setOn] = useState(() => kept("gangju.keys") !== "off");
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const element = event.target instanceof Element ? event.target : null;
      if (element?.closest("input, select, textarea, [contenteditable], [role=dialog]")) return;
      if (event.key === "j") stepBy(1);
      else if (event.key === "k") stepBy(-1);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on, stepBy]);
  return { on, set: (next) => (keep("gangju.keys", next ? "on" : "off"), setOn(next)) };
}

/** Brings into view what was chosen by a link, a key or a search, unless it is in view already. */
export function useShown(chosen: Chosen | null, foundAt: number | null): void {
  const first = useRef(true);
  const place = chosen === null ? null : `${chosen.kind}-${chosen.id}`;
  useEffect(() => {
    const element = place === null ? null : document.getElementById(place);
    const jump = first.current;
    first.current = false;
    if (element === null) return;
    show(element, jump, place?.startsWith("c-") === true);
    if (!element.contains(document.activeElement) && element.matches("a")) element.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    if (foundAt === null) return;
    // The marks are drawn after the words have settled.
    const wait = requestAnimationFrame(() => {
      const element = document.querySelector("mark.found[data-now]");
      if (element) show(element, false, false);
    });
    return () => cancelAnimationFrame(wait);
  }, [foundAt]);
}

function show(element: Element, jump: boolean, isClause: boolean): void {
  // On a narrow screen the panel covers the lower part: what is chosen stands above it.
  const covered = !isClause && element.matches("a") && matchMedia("(max-width: 55.99rem)").matches;
  const box = element.getBoundingClientRect();
  const [top, bottom] = covered ? [60, innerHeight * 0.26] : [150, innerHeight - 80];
  if (!isClause && box.top > top && box.bottom < bottom) return;
  // A heading chosen in the text itself stays under the finger; one chosen elsewhere comes to the top.
  if (isClause && element.contains(document.activeElement) && box.top > top && box.top < innerHeight) return;
  const block = isClause || covered ? "start" : "center";
  // A long way is not worth watching, and in a long document heights change on the way.
  const far = Math.abs(box.top) > 3 * innerHeight || element.closest(".plan-text.long") !== null;
  const calm = jump || far || matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: calm ? "instant" : "smooth" });
  // What comes into view is laid out only now, and may push the place away again.
  if (calm) settle(element, block, 10);
}

function settle(element: Element, block: ScrollLogicalPosition, times: number): void {
  if (times === 0) return;
  requestAnimationFrame(() => {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) element.scrollIntoView({ block, behavior: "instant" });
    settle(element, block, times - 1);
  });
}
