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
  readonly mode: Mode;
  readonly marked: { readonly start: number; readonly end: number } | null;
  /** What was just done, in words. */
  readonly said: string;
  readonly canUndo: boolean;
  readonly send: ReturnType<typeof useDecide>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
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

/** Which item is looked at: by its key, and where that has left the list, what has come into its place. */
function usePlace(items: readonly ReviewItem[]) {
  const [place, setPlace] = useState<{ readonly key: string | null; readonly at: number }>({ key: null, at: 0 });
  const found = items.findIndex((item) => item.key === place.key);
  const at = found >= 0 ? found : Math.min(place.at, items.length - 1);
  return { at, item: items[at], go: (key: string, index: number) => setPlace({ key, at: Math.max(index, 0) }) };
}

interface Place {
  readonly item: ReviewItem | undefined;
  readonly next: ReviewItem | undefined;
  /** Version of the document. */
  readonly version: number;
  /** Goes to an item; without a key to what comes into the place of the one that was decided. */
  readonly onDone: (key?: string) => void;
}

/** What is sent, what was said of it, and what can be taken back. */
function useDecisions({ item, next, version, onDone }: Place) {
  const t = useText(reviewText);
  const [said, setSaid] = useState("");
  const [done, setDone] = useState<readonly Undo[]>([]);
  const send = useDecide();
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
  return { send, said, setSaid, done, decide, noTable, withdraw, undo: () => (done[0] === undefined ? setSaid(t("nothingToUndo")) : withdraw(done[0])) };
}

const mayChange = (item: ReviewItem | undefined): item is ReviewItem => item !== undefined && item.state !== "orphan" && item.state !== "rejected";

/** The work at the list: what is looked at, decided, taken back. */
export function useWork({ items, document: version }: ReviewPage): Working {
  const t = useText(reviewText);
  const { at, item, go } = usePlace(items);
  const { heading, focus } = useHeading();
  const [mode, setMode] = useState<Mode>("look");
  const [marked, setMarked] = useState<Working["marked"]>(null);
  const look = (): void => (setMode("look"), focus());
  const deciding = useDecisions({ item, next: items[at + 1], version, onDone: (key) => (go(key ?? item?.key ?? "", at), look()) });
  const { send, said, done, decide, withdraw } = deciding;
  const choose = (key: string): void => (send.reset(), go(key, items.findIndex((one) => one.key === key)), look());
  const simply = (act: "accept" | "reject") => (): void => {
    if (mode !== "look" || !mayChange(item)) return;
    if (item.kind === "issue") return item.state !== "open" ? undefined : act === "accept" ? setMode("table") : deciding.noTable();
    decide({ act, kind: item.kind, subject: item.subject ?? "" });
  };
  return {
    item, at, mode, marked, said, send, heading, choose, decide,
    canUndo: done.length > 0 && !send.isPending,
    leave: () => mode !== "look" && (send.reset(), look()),
    move: (by) => items[at + by] !== undefined && mode === "look" && choose(items[at + by]?.key ?? ""),
    accept: simply("accept"),
    reject: simply("reject"),
    edit: () => mode === "look" && mayChange(item) && item.kind !== "issue" && setMode("edit"),
    add: () => {
      if (item === undefined || mode !== "look") return;
      setMarked(markedWords(item.paragraph));
      setMode("add");
    },
    table: () => setMode("table"),
    undo: () => mode === "look" && deciding.undo(),
    withdrawThis: () => item !== undefined && item.thread !== null && withdraw({ path: withdrawing(item), version: item.version, key: item.key, name: nameOfItem(item) || t("kind.issue") }),
    joined: (words) => (deciding.setSaid(words), look()),
  };
}
