import "./review.css";
import Button from "antd/es/button";
import { type ReactNode, useMemo, useState } from "react";
import { useGet } from "../../../../base/client/use.ts";
import { Choice } from "../../../../base/ui/field.tsx";
import { GoTo } from "../../../../base/ui/link.tsx";
import { keep, kept, useText } from "../../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../../base/ui/search.ts";
import { Answer, Refused } from "../../../../base/ui/states.tsx";
import { useMay } from "../../../registry/pages/session.ts";
import { signInText } from "../../../registry/pages/text.ts";
import type { OutlineNode } from "../../compile/schema.ts";
import { chaptersByClause, headingWords } from "../../plan.ts";
import type { ReviewItem, ReviewPage as ReviewList } from "../../review/schema.ts";
import { AddForm, EditForm } from "./form.tsx";
import { Item } from "./item.tsx";
import { TableDialog } from "./table.tsx";
import { reviewText } from "./text.ts";
import { nameOfItem, useReviewKeys } from "./use-review.ts";
import { useWork, type Working } from "./use-work.ts";

/** So many are asked for at once; what is left follows when these are done. */
const most = 200;

/** Readings to look at, one after the other: the words and what was read of them side by side. */
export default function ReviewPage(): ReactNode {
  const t = useText(reviewText);
  const signIn = useText(signInText);
  if (useMay("plan.review")) return <Reviewing />;
  return (
    <div className="sheet narrow">
      <h1>{t("review")}</h1>
      <p className="notice">
        {t("forPlanners")} <GoTo to="/sign-in">{signIn("signIn")}</GoTo>
      </p>
    </div>
  );
}

function Reviewing(): ReactNode {
  const t = useText(reviewText);
  const words = useSearchWords();
  const state = words["state"] === "done" || words["state"] === "all" ? words["state"] : "open";
  const asked = words["subject"] === undefined ? { state: state === "all" ? undefined : state, kind: words["kind"], chapter: words["chapter"], limit: most } : { subject: words["subject"] };
  const list = useGet<ReviewList>("/plan/review", asked);
  return (
    <div className="sheet stack review">
      <header>
        <h1>{t("review")}</h1>
        <p className="lead">{t("lead")}</p>
        {list.data && <Progress list={list.data} />}
        <Filters state={state} />
      </header>
      <Answer of={list}>{(page) => <Work key={JSON.stringify(asked)} page={page} />}</Answer>
    </div>
  );
}

function Progress({ list }: { readonly list: ReviewList }): ReactNode {
  const t = useText(reviewText);
  const said = t("progress", { done: list.looked_at, of: list.of });
  return (
    <p className="row">
      <progress value={list.looked_at} max={Math.max(list.of, 1)} aria-label={said} />
      <span className="num" data-progress>
        {said}
      </span>
    </p>
  );
}

const states = ["open", "done", "all"] as const;

function Filters({ state }: { readonly state: (typeof states)[number] }): ReactNode {
  const t = useText(reviewText);
  const go = useGo();
  const { kind, chapter, subject } = useSearchWords();
  const outline = useGet<{ readonly items: readonly OutlineNode[] }>("/plan/outline");
  const chapters = useMemo(() => [...new Set(chaptersByClause(outline.data?.items ?? []).values())], [outline.data]);
  const to = (next: Readonly<Record<string, string | undefined>>): void => go("/plan/review", { state: state === "open" ? undefined : state, kind, chapter, ...next }, { stay: true });
  if (subject !== undefined) {
    return (
      <p className="row">
        {t("one")} <GoTo to="/plan/review">{t("showAll")}</GoTo>
      </p>
    );
  }
  return (
    <div className="row">
      <div className="row" role="group" aria-label={t("state")}>
        {states.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={state === each} onClick={() => to({ state: each === "open" ? undefined : each })}>
            {t(`state.${each}`)}
          </button>
        ))}
      </div>
      <Choice label={t("kind")} value={kind ?? ""} any={t("kind.all")} onValue={(value) => to({ kind: value || undefined })} options={(["target", "task", "issue"] as const).map((each) => ({ value: each, label: t(`kind.${each}`) }))} />
      <Choice label={t("chapter")} value={chapter ?? ""} any={t("anyChapter")} onValue={(value) => to({ chapter: value || undefined })} options={chapters.map((each) => ({ value: each.id, label: headingWords(each) }))} />
    </div>
  );
}

function Work({ page }: { readonly page: ReviewList }): ReactNode {
  const t = useText(reviewText);
  const work = useWork(page);
  const { item, at, gone, mode, send, heading } = work;
  const { items } = page;
  const [help, setHelp] = useState(false);
  const [keysOn, setKeysOn] = useState(() => kept("gangju.keys") !== "off");
  useReviewKeys(keysOn, { ...work, next: () => work.move(1), previous: () => work.move(-1), help: () => setHelp((open) => !open), leave: () => (mode === "look" ? setHelp(false) : work.leave()) });
  const shared = { pending: send.isPending, refusal: send.error, onSend: work.decide, onLeave: work.leave };
  return (
    <>
      <Bar work={work} help={help} onHelp={() => setHelp(!help)} />
      {help && <Help on={keysOn} onKeys={(on) => (keep("gangju.keys", on ? "on" : "off"), setKeysOn(on))} />}
      {mode === "look" && <Refused refusal={send.error} />}
      {item === undefined ? (
        <section className="card">
          <h2 ref={heading} tabIndex={-1}>
            {t(page.of > 0 && page.looked_at === page.of ? "allDone" : "nothing")}
          </h2>
          <p className="muted">{t("allDoneHelp")}</p>
          <GoTo to="/plan">{t("toPlan")}</GoTo>
        </section>
      ) : (
        <Item
          item={item}
          place={gone ? "" : t("place", { at: at + 1, count: items.length })}
          gone={gone}
          pending={send.isPending}
          heading={heading}
          form={mode === "edit" ? <EditForm key={item.key} item={item} {...shared} /> : null}
          below={mode === "add" ? <AddForm paragraph={item.paragraph} document={page.document} marked={work.marked} {...shared} /> : null}
          onAccept={work.accept}
          onEdit={work.edit}
          onReject={work.reject}
          onAdd={work.add}
          onWithdraw={work.withdrawThis}
          onTable={work.table}
        />
      )}
      {item !== undefined && mode === "table" && <TableDialog at={item.mark?.start ?? 0} document={page.document} onLeave={work.leave} onJoined={work.joined} />}
      {items.length > (gone ? 0 : 1) && <Coming items={items} at={gone ? -1 : at} more={page.next !== null} onChoose={work.choose} />}
    </>
  );
}

interface BarProps {
  readonly work: Working;
  readonly help: boolean;
  readonly onHelp: () => void;
}

/** What was just done, and the ways on and back. */
function Bar({ work, help, onHelp }: BarProps): ReactNode {
  const t = useText(reviewText);
  return (
    <div className="row apart">
      <span role="status" data-said>
        {work.said}
      </span>
      <span className="row">
        <Button size="small" disabled={!work.hasPrevious} aria-keyshortcuts="k" onClick={() => work.move(-1)}>
          {t("previous")}
        </Button>
        <Button size="small" disabled={!work.hasNext} aria-keyshortcuts="j" onClick={() => work.move(1)}>
          {t("next")}
        </Button>
        <Button size="small" disabled={!work.canUndo} aria-keyshortcuts="u" onClick={work.undo}>
          {t("undo")} <kbd aria-hidden="true">u</kbd>
        </Button>
        <Button size="small" aria-expanded={help} onClick={onHelp}>
          {t("help")} <kbd aria-hidden="true">?</kbd>
        </Button>
      </span>
    </div>
  );
}

function Help({ on, onKeys }: { readonly on: boolean; readonly onKeys: (on: boolean) => void }): ReactNode {
  const t = useText(reviewText);
  const keys = [["j k ↓ ↑", "key.next"], ["Enter", "key.accept"], ["e", "key.edit"], ["x", "key.reject"], ["a", "key.add"], ["u", "key.undo"], ["Esc", "key.leave"], ["?", "key.help"]] as const;
  return (
    <section className="card review-keys" aria-label={t("help")}>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => onKeys(event.target.checked)} /> {t("keysOn")}
      </label>
      <dl>
        {keys.map(([names, key]) => (
          <div key={key} style={{ display: "contents" }}>
            <dt>
              {names.split(" ").map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ComingProps {
  readonly items: readonly ReviewItem[];
  readonly at: number;
  readonly more: boolean;
  readonly onChoose: (key: string) => void;
}

/** The list about the item that is looked at, so that one sees what is next. */
function Coming({ items, at, more, onChoose }: ComingProps): ReactNode {
  const t = useText(reviewText);
  return (
    <nav className="card review-list" aria-label={t("list")}>
      <h2>{t("list")}</h2>
      <ol>
        {items.map((item, index) => (
          <li key={item.key}>
            <button type="button" className="plain" aria-current={index === at ? "true" : undefined} onClick={() => onChoose(item.key)}>
              <span className="small muted nowrap">{t(`kind.${item.kind}`)}</span>
              <span className="name">{nameOfItem(item) || t("kind.issue")}</span>
              <span className="small nowrap">{t(`is.${item.state}`)}</span>
            </button>
          </li>
        ))}
      </ol>
      {more && <p className="small muted">{t("more")}</p>}
    </nav>
  );
}
