import Button from "antd/es/button";
import type { ReactNode, Ref } from "react";
import { showDay } from "../../../../base/ui/figures.ts";
import { GoTo } from "../../../../base/ui/link.tsx";
import { useReader, useText } from "../../../../base/ui/reader.ts";
import { headingWords } from "../../plan.ts";
import type { ReviewItem } from "../../review/schema.ts";
import { useRole } from "../corrected.tsx";
import { placeOf } from "../use-plan.ts";
import { FieldList } from "./fields.tsx";
import { reviewText, ruleText } from "./text.ts";
import { isDone, nameOfItem } from "./use-review.ts";

/** The paragraph with the words marked. Nothing but its text stands in it: places in it are places in the plan. */
function Paragraph({ item }: { readonly item: ReviewItem }): ReactNode {
  const { paragraph, mark } = item;
  if (paragraph === null) return item.decided === null ? null : <p className="review-words gone">{item.decided.quote}</p>;
  const [from, to] = [mark?.start ?? paragraph.start, mark?.end ?? paragraph.start].map((at) => Math.min(Math.max(at - paragraph.start, 0), paragraph.text.length));
  return (
    <p className="review-words" data-words>
      {paragraph.text.slice(0, from)}
      {to !== undefined && from !== undefined && to > from && <mark>{paragraph.text.slice(from, to)}</mark>}
      {paragraph.text.slice(Math.max(from ?? 0, to ?? 0))}
    </p>
  );
}

const isRule = (name: string): name is keyof typeof ruleText & string => name in ruleText;
const isSaid = (key: string): key is keyof typeof reviewText & string => key in reviewText;

/** A rule in the reader's language; one that is not known here by its own name. */
function useRule(): (name: string) => string {
  const t = useText(ruleText);
  return (name) => (isRule(name) ? t(name) : name);
}

function Why({ item }: { readonly item: ReviewItem }): ReactNode {
  const t = useText(reviewText);
  const rule = useRule();
  const role = useRole();
  const { lang } = useReader();
  const { decided } = item;
  const colon = lang === "en" ? ": " : "：";
  const [first, ...further] = item.reasons;
  const told = item.doubts.map(({ code, values }) => {
    // Messages of the document are in its language; for a reader of another the kind is told.
    const kind = `table.${values["kind"]}`;
    if (lang !== "zh-CN" && isSaid(kind)) return t(kind);
    return isSaid(`doubt.${code}`) ? t(`doubt.${code}` as keyof typeof reviewText & string, values) : code;
  });
  // The rule that read it comes first; what follows makes it doubtful.
  const doubts = [...told, ...further.map(rule)];
  const unsure = item.doubts.some(({ code }) => code === "confidence");
  return (
    <div className="small review-why">
      {item.state === "again" && <p className="notice">{t("again", { quote: decided?.quote ?? "" })}</p>}
      {item.state === "orphan" && <p className="notice">{t("orphan", { quote: decided?.quote ?? "" })}</p>}
      {doubts.length > 0 && (
        <>
          <h4>{t("why")}</h4>
          <ul className="tight">
            {doubts.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </>
      )}
      {first !== undefined && (
        <p className="muted">
          {t("rules")}
          {colon}
          {rule(first)}
          {item.confidence !== null && !unsure && ` · ${t("confidence", { confidence: item.confidence })}`}
        </p>
      )}
      {decided !== null && item.state !== "open" && (
        <p className="muted">
          {t("decided", { act: t(`act.${decided.act}`), role: role(decided.by), day: showDay(decided.at.slice(0, 10), lang) })}
          {decided.reason !== null && `${colon}${decided.reason}`}
        </p>
      )}
    </div>
  );
}

export interface ItemActions {
  readonly onAccept: () => void;
  readonly onEdit: () => void;
  readonly onReject: () => void;
  readonly onAdd: () => void;
  readonly onWithdraw: () => void;
  readonly onTable: () => void;
}

interface ItemProps extends ItemActions {
  readonly item: ReviewItem;
  readonly place: string;
  readonly pending: boolean;
  /** Someone else has decided on it since it is looked at. */
  readonly gone: boolean;
  readonly heading: Ref<HTMLHeadingElement>;
  /** Stands in the place of the fields while they are corrected. */
  readonly form: ReactNode;
  readonly below: ReactNode;
}

/** Of a double click only the first one counts. */
const once = (act: () => void) => (event: { readonly detail: number }) => {
  if (event.detail <= 1) act();
};

/** One reading: its words on the left, what was read of them on the right. */
export function Item({ item, place, pending, gone, heading, form, below, ...act }: ItemProps): ReactNode {
  const t = useText(reviewText);
  const side = item.task ?? item.target;
  const name = nameOfItem(item);
  const shown = item.kind !== "issue" && item.state !== "rejected" && item.state !== "orphan" && item.subject !== null;
  return (
    <section className="card review-item" aria-labelledby="review-now" data-state={item.state}>
      <p className="small muted row apart">
        <span>
          {t(`kind.${item.kind}`)} · <b>{t(`is.${item.state}`)}</b>
          {item.chapter !== null && ` · ${headingWords(item.chapter)}`}
        </span>
        <span className="num">{place}</span>
      </p>
      <h2 id="review-now" ref={heading} tabIndex={-1}>
        {name === "" ? t("kind.issue") : name}
      </h2>
      {gone && (
        <p className="notice" role="status">
          {t("gone")}
        </p>
      )}
      <div className="review-sides">
        <section aria-label={t("words")}>
          <h3>{t("words")}</h3>
          <Paragraph item={item} />
          {shown && <GoTo to={placeOf(item.kind === "task" ? "k" : "t", item.subject ?? "")}>{t("inPlan")}</GoTo>}
        </section>
        <section aria-label={t("reading")}>
          {item.kind !== "issue" && <h3>{t("reading")}</h3>}
          {form ?? (side === null ? null : <FieldList kind={item.task === null ? "target" : "task"} read={side.read} now={side.now} />)}
          <Why item={item} />
        </section>
      </div>
      {form === null && below === null && !gone && <Buttons item={item} pending={pending} {...act} />}
      {below}
    </section>
  );
}

function Buttons({ item, pending, onAccept, onEdit, onReject, onAdd, onWithdraw, onTable }: ItemActions & { readonly item: ReviewItem; readonly pending: boolean }): ReactNode {
  const t = useText(reviewText);
  const key = (name: string): ReactNode => <kbd aria-hidden="true">{name}</kbd>;
  if (item.kind === "issue") {
    return (
      <div className="row review-acts">
        {item.state === "open" ? (
          <>
            <Button type="primary" aria-keyshortcuts="Enter" onClick={once(onTable)}>
              {t("table")} {key("Enter")}
            </Button>
            <Button disabled={pending} aria-keyshortcuts="x" onClick={once(onReject)}>
              {t("noTable")} {key("x")}
            </Button>
          </>
        ) : (
          <Button disabled={pending} onClick={once(onWithdraw)}>
            {t("withdrawThis")}
          </Button>
        )}
      </div>
    );
  }
  const withdraw = item.thread !== null && item.decided !== null && (isDone(item) || item.state === "orphan" || item.state === "again");
  return (
    <div className="row review-acts">
      {item.state !== "orphan" && item.state !== "rejected" && (
        <>
          <Button type="primary" disabled={pending} aria-keyshortcuts="Enter" onClick={once(onAccept)}>
            {t("accept")} {key("Enter")}
          </Button>
          <Button disabled={pending} aria-keyshortcuts="e" onClick={once(onEdit)}>
            {t("edit")} {key("e")}
          </Button>
          <Button disabled={pending} aria-keyshortcuts="x" onClick={once(onReject)}>
            {t("reject")} {key("x")}
          </Button>
          <Button disabled={pending} aria-keyshortcuts="a" onClick={once(onAdd)}>
            {t("add")} {key("a")}
          </Button>
        </>
      )}
      {withdraw && (
        <Button disabled={pending} onClick={once(onWithdraw)}>
          {t("withdrawThis")}
        </Button>
      )}
    </div>
  );
}
