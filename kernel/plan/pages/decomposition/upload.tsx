import { useQueryClient } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";
import { address, call, newKey, Refusal } from "../../../../base/client/api.ts";
import { base64Of, file_limit_mb, isTooLarge } from "../../../../base/client/file.ts";
import { useReader, useText } from "../../../../base/ui/reader.ts";
import type { ReceivedView } from "../../decomposition/schema.ts";
import { decompositionText } from "./text.ts";

type Item = ReceivedView["items"][number];

const refusedItem = (name: string, words: string): Item => ({ name, received: false, office: "", opinions: 0, notices: [], refusal: { "zh-CN": words, en: words } });

/** Takes in returned files one by one, so that sixty of them show how far they are, and each has its own report. */
export function Upload(): ReactNode {
  const t = useText(decompositionText);
  const { lang } = useReader();
  const queries = useQueryClient();
  const id = useId();
  const [at, setAt] = useState<{ readonly at: number; readonly all: number } | null>(null);
  const [report, setReport] = useState<readonly Item[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    const items: Item[] = [];
    setReport([]);
    for (const [index, file] of files.entries()) {
      setAt({ at: index + 1, all: files.length });
      try {
        if (isTooLarge(file)) items.push(refusedItem(file.name, t("tooLarge", { limit: file_limit_mb })));
        else {
          const answer = await call<ReceivedView>(lang, address("/plan/decomposition/returns"), { method: "POST", body: { files: [{ name: file.name, content: await base64Of(file) }] }, key: newKey() });
          items.push(...answer.items);
        }
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        items.push(refusedItem(file.name, cause.message));
      }
      setReport([...items]);
    }
    setAt(null);
    await queries.invalidateQueries({ queryKey: ["plan"] });
  };
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id}>{t("upload")}</label>
        <input id={id} type="file" multiple accept=".xlsx,.csv" disabled={at !== null} aria-describedby={`${id}h`} onChange={(event) => void take([...(event.target.files ?? [])])} />
        <span id={`${id}h`} className="small muted">
          {t("uploadHelp", { limit: file_limit_mb })}
        </span>
      </div>
      <div role="status">{at !== null && t("uploading", { ...at })}</div>
      {report.length > 0 && (
        <ul className="plain-list">
          {report.map((item, index) => (
            <li key={`${index} ${item.name}`}>
              <Received item={item} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Received({ item }: { readonly item: Item }): ReactNode {
  const t = useText(decompositionText);
  const { lang } = useReader();
  if (!item.received) return <span className="wrong">{t("refused", { name: item.name, reason: item.refusal?.[lang] ?? "" })}</span>;
  return (
    <>
      {t("received", { name: item.name, office: item.office, opinions: item.opinions })}
      {item.notices.length > 0 && (
        <details className="small">
          <summary>{t("notices")}</summary>
          <ul>
            {item.notices.map((notice) => (
              <li key={`${notice.place} ${notice.said.en}`}>
                <code>{notice.place}</code> {notice.said[lang]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
