import "./versions.css";
import { useEffect, useState, type ReactNode } from "react";
import { base64Of, file_limit_mb, isTooLarge } from "../../../base/client/file.ts";
import { useGet, useSend } from "../../../base/client/use.ts";
import { Choice } from "../../../base/ui/field.tsx";
import { showDay } from "../../../base/ui/figures.ts";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../base/ui/search.ts";
import { Answer, Loading, Refused } from "../../../base/ui/states.tsx";
import { useMay } from "../../registry/pages/session.ts";
import type { Comparison } from "../compare/schema.ts";
import type { CompareIn, VersionView } from "../schema.ts";
import { Compared } from "./compared.tsx";
import { versionsText } from "./text/versions.ts";

/** Two versions of the plan side by side, or one of them against a file. */
export default function VersionsPage(): ReactNode {
  const t = useText(versionsText);
  const versions = useGet<{ readonly items: readonly VersionView[] }>("/plan/versions");
  return (
    <div className="sheet stack versions">
      <header>
        <h1>{t("versions")}</h1>
        <p className="lead">{t("lead")}</p>
      </header>
      <Answer of={versions}>{({ items }) => <Chosen versions={items} />}</Answer>
    </div>
  );
}

function Chosen({ versions }: { readonly versions: readonly VersionView[] }): ReactNode {
  const t = useText(versionsText);
  const { lang } = useReader();
  const words = useSearchWords();
  const go = useGo();
  const inside = useMay("plan.read");
  const [file, setFile] = useState<File | null>(null);
  const newest = versions[0]?.version ?? 1;
  const after = words["after"] ?? String(newest);
  const before = words["before"] ?? String(versions[1]?.version ?? newest);
  const options = versions.map(({ version, recorded_at }) => ({ value: String(version), label: t("version", { version, day: showDay(recorded_at.slice(0, 10), lang) }) }));
  const choose = (side: "before" | "after") => (value: string) => go("/plan/versions", { before, after, [side]: value }, { replace: true, stay: true });
  return (
    <>
      <section className="card choices">
        {versions.length > 1 && file === null && <Choice label={t("before")} value={before} onValue={choose("before")} options={options} />}
        {(versions.length > 1 || file !== null) && <Choice label={file === null ? t("after") : t("ours")} value={after} onValue={choose("after")} options={options} />}
        {inside && <FileField file={file} onFile={setFile} />}
      </section>
      {file !== null && <AgainstFile key={`${after} ${file.name} ${file.lastModified}`} file={file} version={Number(after)} />}
      {file === null && versions.length < 2 && <p className="nothing">{t("onlyOne")}</p>}
      {file === null && versions.length > 1 && <Between before={before} after={after} />}
    </>
  );
}

function FileField({ file, onFile }: { readonly file: File | null; readonly onFile: (file: File | null) => void }): ReactNode {
  const t = useText(versionsText);
  const large = file !== null && isTooLarge(file);
  return (
    <div className="field">
      <label htmlFor="version-file">{t("chooseFile")}</label>
      <input id="version-file" type="file" accept=".txt,.md,.html,.htm,.docx,.doc,.wps,.pdf" aria-describedby="version-file-help" aria-invalid={large || undefined} onChange={(event) => onFile(event.target.files?.[0] ?? null)} />
      <span id="version-file-help" className={large ? "wrong" : "small muted"}>
        {large ? t("tooLarge", { limit: file_limit_mb }) : t("fileHelp")}
      </span>
    </div>
  );
}

function Between({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const comparison = useGet<Comparison>("/plan/comparison", { before, after });
  return <Answer of={comparison}>{(data) => <Compared comparison={data} />}</Answer>;
}

function AgainstFile({ file, version }: { readonly file: File; readonly version: number }): ReactNode {
  const t = useText(versionsText);
  const [as, setAs] = useState<"before" | "after">("before");
  const send = useSend<CompareIn, Comparison>("/plan/comparison", []);
  const { mutate } = send;
  useEffect(() => {
    if (isTooLarge(file)) return;
    void base64Of(file).then((content) => mutate({ version, name: file.name, content, as }));
  }, [file, version, as, mutate]);
  return (
    <>
      <Choice label={t("fileAs")} value={as} onValue={(value) => setAs(value === "after" ? "after" : "before")} options={[{ value: "before", label: t("before") }, { value: "after", label: t("after") }]} inline />
      {send.isPending && <Loading />}
      <Refused refusal={send.error} />
      {send.data !== undefined && !send.isPending && <Compared comparison={send.data} />}
    </>
  );
}
