import type { ReactNode } from "react";
import { useText } from "../../../base/ui/reader.ts";
import { Icon } from "../../../base/ui/icons.tsx";
import { statuses, type Status } from "./shapes.ts";
import { statusText } from "./status-text.ts";

export const isStatus = (word: string): word is Status => (statuses as readonly string[]).includes(word);

/** A status as sign, word and colour; never colour alone. `brief` keeps the word for the ear only. */
export function StatusMark({ status, brief }: { readonly status: Status; readonly brief?: boolean }): ReactNode {
  const t = useText(statusText);
  return (
    <span className="status" data-status={status}>
      <Icon name={status} />
      <span className={brief ? "unseen" : undefined}>{t(status)}</span>
    </span>
  );
}
