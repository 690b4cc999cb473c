import { useMutation } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { address, call, type Refusal } from "../../../../base/client/api.ts";
import { Choice } from "../../../../base/ui/field.tsx";
import { useReader, useText } from "../../../../base/ui/reader.ts";
import { Refused } from "../../../../base/ui/states.tsx";
import type { FileView } from "../../decomposition/schema.ts";
import { decompositionText } from "./text.ts";

export interface Wanted {
  readonly of: "table" | "opinions" | "adoption";
  readonly format: "xlsx" | "docx";
}

/** Asks for a file and hands it to the browser under its name. */
export function useDownload(version: string, paper: string): { readonly get: (wanted: Wanted) => void; readonly error: Refusal | null; readonly waiting: boolean } {
  const { lang } = useReader();
  const asked = useMutation<void, Refusal, Wanted>({
    mutationFn: async ({ of, format }) => {
      const file = await call<FileView>(lang, address("/plan/decomposition/file", { version, of, format, ...(of === "table" && { paper }) }));
      const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes], { type: file.media_type }));
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  });
  return { get: asked.mutate, error: asked.error, waiting: asked.isPending };
}

export function Downloads({ version }: { readonly version: string }): ReactNode {
  const t = useText(decompositionText);
  const [paper, setPaper] = useState("A3");
  const { get, error, waiting } = useDownload(version, paper);
  return (
    <div className="stack">
      <div className="row" role="group" aria-label={t("download")}>
        <Choice label={t("paper")} value={paper} onValue={setPaper} options={["A3", "A4"].map((one) => ({ value: one, label: one }))} inline />
        <Button disabled={waiting} onClick={() => get({ of: "table", format: "xlsx" })}>
          {t("downloadTable", { format: "Excel" })}
        </Button>
        <Button disabled={waiting} onClick={() => get({ of: "table", format: "docx" })}>
          {t("downloadTable", { format: "Word" })}
        </Button>
      </div>
      <Refused refusal={error} />
    </div>
  );
}
