import { useMemo, useState, type ReactNode } from "react";
import { Choice } from "../../../base/ui/field.tsx";
import { useText } from "../../../base/ui/reader.ts";
import type { Change, Comparison, TextRow } from "../compare/schema.ts";
import { foldRows, wordsOf } from "./sides.ts";
import { versionsText } from "./text/versions.ts";

const whats = ["target", "task", "clause", "paragraph"] as const;
const kinds = ["added", "dropped", "moved", "number", "deadline", "wording", "attribute", "responsible"] as const;

/** The list of changes, and the text of both sides; choosing a change shows its line. */
export function Compared({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const t = useText(versionsText);
  const [now, setNow] = useState<number | null>(null);
  const [what, setWhat] = useState("");
  const [kind, setKind] = useState("");
  const shown = comparison.changes.filter((change) => (what === "" || change.what === what) && (kind === "" || change.kinds.some((each) => each === kind)));
  const show = (row: number): void => {
    setNow(row);
    requestAnimationFrame(() => {
      const line = document.getElementById(`row-${row}`);
      line?.scrollIntoView({ block: "center" });
      line?.focus({ preventScroll: true });
    });
  };
  if (comparison.changes.length === 0) return <p className="nothing" role="status">{t("equal")}</p>;
  return (
    <div className="columns">
      <section className="card changes" aria-label={t("changes")}>
        <h2>{t("changes")}</h2>
        <div className="row">
          <Choice label={t("what")} hideLabel value={what} onValue={setWhat} any={t("anyWhat")} options={whats.map((value) => ({ value, label: t(value) }))} />
          <Choice label={t("kind")} hideLabel value={kind} onValue={setKind} any={t("anyKind")} options={kinds.map((value) => ({ value, label: t(value) }))} />
        </div>
        <p role="status" className="small muted">
          {t("count", { shown: shown.length, all: comparison.changes.length })}
        </p>
        <ol>
          {shown.map((change) => (
            <li key={`${change.what} ${change.row} ${change.before?.at ?? ""} ${change.after?.at ?? ""} ${change.after?.id ?? change.before?.id ?? ""}`}>
              <ChangeLine change={change} onShow={() => show(change.row)} />
            </li>
          ))}
        </ol>
      </section>
      <section className="card" aria-label={t("sideBySide")}>
        <Sides comparison={comparison} now={now} onShow={show} />
      </section>
    </div>
  );
}

function ChangeLine({ change, onShow }: { readonly change: Change; readonly onShow: () => void }): ReactNode {
  const t = useText(versionsText);
  return (
    <button type="button" className="plain" onClick={onShow}>
      <span className="sort">
        {t(change.what)} · {change.kinds.map((each) => t(each)).join(" · ")}
      </span>
      <span className="words">{(change.after ?? change.before)?.words}</span>
      {change.fields.map(({ field, before, after }) => (
        <span key={field} className="fields">
          <del>{before || t("none")}</del> → <ins>{after || t("none")}</ins>{" "}
        </span>
      ))}
    </button>
  );
}

interface SidesProps {
  readonly comparison: Comparison;
  readonly now: number | null;
  readonly onShow: (row: number) => void;
}

function Sides({ comparison, now, onShow }: SidesProps): ReactNode {
  const t = useText(versionsText);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const folds = useMemo(() => foldRows(comparison.rows), [comparison.rows]);
  const line = (index: number): ReactNode => {
    const row = comparison.rows[index];
    return row === undefined ? null : <Line key={index} index={index} row={row} comparison={comparison} now={now === index} onShow={onShow} />;
  };
  return (
    <table className="sides">
      <caption className="unseen">{t("sideBySide")}</caption>
      <thead>
        <tr>
          <th scope="col">
            {t("before")} <span className="small muted">{comparison.before.title}</span>
          </th>
          <th scope="col">
            {t("after")} <span className="small muted">{comparison.after.title}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {folds.flatMap<ReactNode>((fold) => {
          if ("rows" in fold) return fold.rows.map(line);
          const inside = Array.from({ length: fold.to - fold.from }, (_, at) => fold.from + at);
          if (open.has(fold.from) || (now !== null && now >= fold.from && now < fold.to)) return inside.map(line);
          return [
            <tr key={`fold ${fold.from}`}>
              <td className="fold" colSpan={2}>
                <button type="button" onClick={() => setOpen(new Set([...open, fold.from]))}>
                  {t("sameLines", { count: fold.to - fold.from })}
                </button>
              </td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}

function Line({ index, row, comparison, now, onShow }: { readonly index: number; readonly row: TextRow; readonly now: boolean } & Omit<SidesProps, "now">): ReactNode {
  const t = useText(versionsText);
  const side = (name: "before" | "after"): ReactNode => {
    const pieces = wordsOf(row, name, comparison[name].text);
    return (
      <td data-side={pieces.length > 0 && row.kind !== "same" ? t(name) : undefined}>
        {row.kind === "moved" && pieces.length > 0 && (
          <span className="moved-note">
            {t((row.partner ?? 0) > index ? "movedTo" : "movedFrom")}{" "}
            <button type="button" className="plain" onClick={() => onShow(row.partner ?? index)}>
              {t("goThere")}
            </button>
          </span>
        )}
        {pieces.map((piece, at) => {
          if (piece.kind === "same") return piece.words;
          return piece.kind === "added" ? <ins key={at}>{piece.words}</ins> : <del key={at}>{piece.words}</del>;
        })}
      </td>
    );
  };
  return (
    <tr id={`row-${index}`} className={row.kind} data-now={now || undefined} tabIndex={-1}>
      {side("before")}
      {side("after")}
    </tr>
  );
}
