import type { ReactNode } from "react";
import { showDay } from "../../../base/ui/figures.ts";
import { useReader, useSay, useText } from "../../../base/ui/reader.ts";
import { useMay } from "../../registry/pages/session.ts";
import type { Responsible } from "../schema.ts";
import { panelText } from "./text.ts";

/** Who leads, who helps, and since when it is in force. */
export function Duty({ responsible }: { readonly responsible: readonly Responsible[] }): ReactNode {
  const t = useText(panelText);
  const say = useSay();
  const { lang } = useReader();
  const inside = useMay("plan.read");
  return (
    <section>
      <h3>{t("responsible")}</h3>
      {responsible.length === 0 ? (
        <p className="nothing">{t(inside ? "nobody" : "nobodyPublic")}</p>
      ) : (
        <ul className="plain-list duty">
          {responsible.map((each) => (
            <li key={`${each.body} ${each.role}`}>
              <span className="tag">{t(each.role)}</span> {say(each.name)}{" "}
              <span className="small muted">{each.issued_on === null ? t("notIssued") : t("issued", { day: showDay(each.issued_on, lang) })}
                {each.basis !== null && ` · ${t("basis", { basis: say(each.basis) })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
