import type { ReactNode } from "react";
import { useText } from "../../../base/ui/reader.ts";
import { Icon } from "../../../base/ui/icons.tsx";
import type { StandingStatus } from "../schema.ts";
import { statusText } from "./status-text.ts";

/** A status as sign, word and colour; never colour alone. `brief` keeps the word for the ear only. */
export function StatusMark({ status, brief }: { readonly status: StandingStatus; readonly brief?: boolean }): ReactNode {
  const t = useText(statusText);
  return (
    <span className="status" data-standing={status}>
      <Icon name={status} />
      <span className={brief ? "unseen" : undefined}>{t(status)}</span>
    </span>
  );
}
