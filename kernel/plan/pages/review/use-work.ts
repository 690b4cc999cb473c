import { type RefObject, useCallback, useRef, useState } from "react";
import { useText } from "../../../../base/ui/reader.ts";
import type { CorrectionIn, ReviewItem, ReviewPage } from "../../review/schema.ts";
import { reviewText } from "./text.ts";
import { markedWords, nameOfItem, useDecide } from "./use-review.ts";

interface Undo {
  /** Where taking it back is asked for. */
  readonly path: string;
  readonly version: string;
  readonly key: string;
  readonly name: string;
}

export type Mode = "look" | "edit" | "add" | "table";

export interface Working {
  readonly item: ReviewItem | undefined;
  readonly at: number;
  /** It has left the list since it is looked at: someone else has decided on it. */
  readonly gone: boolean;
  readonly mode: Mode;
  readonly marked: { readonly start: number; readonly end: number } | null;
  /** What was just done, in words. */
  readonly said: string;
  readonly canUndo: boolean;
  readonly send: ReturnType<typeof useDecide>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly move: (by: 1 | -1) => void;
  readonly choose: (key: string) => void;
  readonly accept: () => void;
  readonly reject: () => void;
  readonly edit: () => void;
  readonly add: () => void;
  readonly table: () => void;
  readonly leave: () => void;
  readonly undo: () => void;
  readonly withdrawThis: () => void;
  readonly joined: (said: string) => void;
  readonly decide: (body: CorrectionIn) => void;
}

const withdrawing = ({ kind, thread }: ReviewItem): string => `/plan/${kind === "issue" ? "tables" : "corrections"}/${encodeURIComponent(thread ?? "")}/withdraw`;

/** After a decision the focus goes to what is looked at next, so that the keyboard goes on and a screen reader tells it. */
function useHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useCallback((): void => void requestAnimationFrame(() => (heading.current ?? document.getElementById("content"))?.focus()), []);
  return { heading, focus };
}

interface Held {
  readonly key: string | null;
  readonly at: number;
  /** The item as it was last in the list. */
  readonly item: ReviewItem | undefined;
  /** Where it leaves the list, what comes into its place is looked at: it was decided here. */
  readonly own: boolean;
}

/**
 * Which item is looked at. One that leaves the list stays before the eyes, marked as gone, unless it was decided here:
 * nobody decides on something other than what he reads because someone else was faster.
 */
function usePlace(items: readonly ReviewItem[], pending: boolean) {
  const [held, setHeld] = useState<Held>({ key: null, at: 0, item: undefined, own: true });
  const found = items.findIndex((item) => item.key === held.key);
  const lost = found < 0 && held.item !== undefined;
  const at = found >= 0 ? found : Math.min(held.at, lost && !held.own ? items.length : items.length - 1);
  const shown = lost && (pending || !held.own) ? held.item : items[at];
  const settled = shown === items[at] && shown !== undefined;
  if (settled && !pending && (held.item !== shown || held.at !== at || held.own)) setHeld({ key: shown.key, at, item: shown, own: false });
  return { at, item: shown, gone: lost && !pending && !held.own, go: (key: string, index: number, own: boolean) => setHeld((before) => ({ key, at: Math.max(index, 0), item: before.item, own })) };
}

interface Place {
  readonly item: ReviewItem | undefined;
  readonly next: ReviewItem | undefined;
  /** Version of the document. */
  readonly version: number;
  readonly send: ReturnType<typeof useDecide>;
  /** Goes to an item; without a key to what comes into the place of the one that was decided. */
  readonly onDone: (key?: string) => void;
}

/** What is sent, what was said of it, and what can be taken back. */
function useDecisions({ item, next, version, send, onDone }: Place) {
  const t = useText(reviewText);
  const [said, setSaid] = useState("");
  const [done, setDone] = useState<readonly Undo[]>([]);
  const note = (one: Undo, act: CorrectionIn["act"]): void => {
    setDone((before) => [one, ...before.filter((each) => each.path !== one.path)]);
    setSaid(t("said", { act: t(`act.${act}`), name: one.name }));
  };
  const decide = (body: CorrectionIn): void => {
    if (item === undefined || send.isPending) return;
    send.mutate({ path: "/plan/corrections", body, ...(body.act === "add" ? {} : { match: item.version }) }, {
      onSuccess: ({ item: made }) => {
        if (made === null || made === undefined || made.thread === null) return;
        note({ path: withdrawing(made), version: made.version, key: made.key, name: nameOfItem(made) }, body.act);
        // What is added leaves the item it was added beside to be looked at still.
        onDone(body.act === "add" ? item.key : next?.key);
      },
    });
  };
  /** No table is missing at this place. */
  const noTable = (): void => {
    if (item === undefined || send.isPending) return;
    send.mutate({ path: "/plan/tables", body: { at: item.mark?.start ?? 0, document: version, pasted: null } }, {
      onSuccess: ({ table }) => {
        if (table) note({ path: `/plan/tables/${table}/withdraw`, version: "1", key: item.key, name: t("kind.issue") }, "reject");
        onDone(next?.key);
      },
    });
  };
  const withdraw = (one: Undo): void => {
    if (send.isPending) return;
    send.mutate({ path: one.path, match: one.version }, {
      onSuccess: () => {
        setDone((before) => before.filter((each) => each.path !== one.path));
        setSaid(t("undone", { name: one.name }));
        onDone(one.key);
      },
    });
  };
  return { said, setSaid, done, decide, noTable, withdraw, undo: () => (done[0] === undefined ? setSaid(t("nothingToUndo")) : withdraw(done[0])) };
}

const mayChange = (item: ReviewItem | undefined): item is ReviewItem => item !== undefined && item.state !== "orphan" && item.state !== "rejected";

/** The work at the list: what is looked at, decided, taken back. */
export function useWork({ items, document: version }: ReviewPage): Working {
  const t = useText(reviewText);
  const send = useDecide();
  const { at, item, gone, go } = usePlace(items, send.isPending);
  const { heading, focus } = useHeading();
  const [mode, setMode] = useState<Mode>("look");
  const [marked, setMarked] = useState<Working["marked"]>(null);
  const look = (): void => (setMode("look"), focus());
  const deciding = useDecisions({ item, next: items[at + 1], version, send, onDone: (key) => (go(key ?? item?.key ?? "", at, true), look()) });
  const { said, done, decide, withdraw } = deciding;
  const choose = (key: string): void => (send.reset(), go(key, items.findIndex((one) => one.key === key), false), look());
  // What is after a reading that has left the list stands in its place.
  const beside = (by: 1 | -1): ReviewItem | undefined => items[gone && by === 1 ? at : at + by];
  const move = (by: 1 | -1): void => {
    const to = beside(by);
    if (mode !== "look") return;
    if (to !== undefined) choose(to.key);
    else if (gone) go("", at, true);
  };
  const simply = (act: "accept" | "reject") => (): void => {
    if (mode !== "look" || gone || !mayChange(item)) return;
    if (item.kind === "issue") return item.state !== "open" ? undefined : act === "accept" ? setMode("table") : deciding.noTable();
    decide({ act, kind: item.kind, subject: item.subject ?? "" });
  };
  return {
    item, at, gone, mode, marked, said, send, heading, choose, decide,
    canUndo: done.length > 0 && !send.isPending,
    leave: () => mode !== "look" && (send.reset(), look()),
    move,
    hasNext: gone || beside(1) !== undefined,
    hasPrevious: beside(-1) !== undefined,
    accept: simply("accept"),
    reject: simply("reject"),
    edit: () => mode === "look" && !gone && mayChange(item) && item.kind !== "issue" && setMode("edit"),
    add: () => {
      if (item === undefined || gone || mode !== "look") return;
      setMarked(markedWords(item.paragraph));
      setMode("add");
    },
    table: () => setMode("table"),
    undo: () => mode === "look" && deciding.undo(),
    withdrawThis: () => item !== undefined && item.thread !== null && withdraw({ path: withdrawing(item), version: item.version, key: item.key, name: nameOfItem(item) || t("kind.issue") }),
    joined: (words) => (deciding.setSaid(words), look()),
  };
}
