import type { ReactNode } from "react";
import { GoTo } from "../../../base/ui/link.tsx";
import { useText } from "../../../base/ui/reader.ts";
import type { Search } from "../../../base/ui/words.ts";
import { headingWords } from "../plan.ts";
import { planText } from "./text.ts";
import { placeOf, type OpenPlan } from "./use-plan.ts";

/** Where in the plan one is: chapter, section, paragraph. */
export function Trail({ plan, clause, search, self }: { readonly plan: OpenPlan; readonly clause: string | null; readonly search: Search; readonly self: boolean }): ReactNode {
  const t = useText(planText);
  const above: { id: string; title: string }[] = [];
  for (let at = clause; at !== null; at = plan.nodes.get(at)?.parent ?? null) {
    const node = plan.nodes.get(at)?.node;
    if (node && (self || node.id !== clause)) above.unshift({ id: node.id, title: headingWords(node) });
  }
  if (above.length === 0) return null;
  return (
    <nav aria-label={t("inPlace")}>
      <ol className="trail small">
        {above.map((each) => (
          <li key={each.id}>
            <GoTo to={placeOf("c", each.id)} search={search} stay>
              {each.title}
            </GoTo>
          </li>
        ))}
      </ol>
    </nav>
  );
}
