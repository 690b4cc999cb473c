import Button from "antd/es/button";
import { useMemo, useState, type ReactNode } from "react";
import { Choice, Entry } from "../../../../base/ui/field.tsx";
import { useText } from "../../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../../base/ui/search.ts";
import type { DecompositionView } from "../../decomposition/schema.ts";
import { decompositionText } from "./text.ts";

type Row = DecompositionView["rows"][number];

const step = 200;
const without = "-";

function fits(row: Row, { q = "", kind = "", lead = "" }: Readonly<Record<string, string | undefined>>): boolean {
  const own = row.cells["lead"] ?? "";
  return (
    (kind === "" || row.kind === kind) &&
    (lead === "" || (lead === without ? own === "" : own.split("、").includes(lead))) &&
    (q === "" || Object.values(row.cells).some((words) => words.includes(q)))
  );
}

/** The rows with filters; the table itself scrolls sideways, the page does not. */
export function Rows({ table }: { readonly table: DecompositionView }): ReactNode {
  const t = useText(decompositionText);
  const words = useSearchWords();
  const go = useGo();
  const [most, setMost] = useState(step);
  const leads = useMemo(() => [...new Set(table.rows.flatMap((row) => (row.cells["lead"] ?? "").split("、").filter(Boolean)))].sort(), [table.rows]);
  const shown = table.rows.filter((row) => fits(row, words));
  const set = (name: string) => (value: string): void => go("/plan/decomposition", { ...words, [name]: value === "" ? undefined : value }, { replace: true, stay: true });
  return (
    <section className="card stack">
      <div className="row no-print">
        <Entry label={t("search")} type="search" value={words["q"] ?? ""} onText={set("q")} />
        <Choice label={t("kind")} value={words["kind"] ?? ""} onValue={set("kind")} any={t("anyKind")} options={(["target", "task", "added"] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
        <Choice label={t("leadBody")} value={words["lead"] ?? ""} onValue={set("lead")} any={t("anyLead")} options={[{ value: without, label: t("noLead") }, ...leads.map((one) => ({ value: one, label: one }))]} />
      </div>
      <p className="small muted" role="status">
        {t("rows", { shown: shown.length, all: table.rows.length })}
      </p>
      {shown.length === 0 ? <p className="nothing">{t("nothing")}</p> : <Sheet table={table} rows={shown.slice(0, most)} />}
      {shown.length > most && (
        <div>
          <Button onClick={() => setMost(most + step)}>{t("more", { count: Math.min(step, shown.length - most) })}</Button>
        </div>
      )}
    </section>
  );
}

function Sheet({ table, rows }: { readonly table: DecompositionView; readonly rows: readonly Row[] }): ReactNode {
  const t = useText(decompositionText);
  const { columns } = table;
  const isGrouped = columns.some((column) => column.group !== null);
  return (
    // A region that scrolls must be reached by the keyboard.
    <div className="table-wrap" role="region" aria-label={t("title")} tabIndex={0}>
      <table className="table wide" lang="zh-CN">
        <thead>
          <tr>
            {columns.map((column, index) => {
              if (column.group === null) return <th key={column.field} rowSpan={isGrouped ? 2 : 1} scope="col">{column.label}</th>;
              if (columns[index - 1]?.group === column.group) return null;
              return <th key={column.group} colSpan={columns.filter((other) => other.group === column.group).length} scope="colgroup">{column.group}</th>;
            })}
          </tr>
          {isGrouped && (
            <tr>
              {columns.filter((column) => column.group !== null).map((column) => (
                <th key={column.field} scope="col">{column.label}</th>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} id={row.id}>
              {columns.map(({ field, group }) => (
                <td key={field} className={group !== null || field === "total" || field === "number" ? "num" : `of-${field}`}>
                  {field === "quote" ? <Long words={row.cells[field] ?? ""} /> : row.cells[field]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const opening = 60;

/** A long paragraph shows its opening; the rest opens on demand. */
function Long({ words }: { readonly words: string }): ReactNode {
  if (words.length <= opening * 1.5) return words;
  return (
    <details>
      <summary>{words.slice(0, opening)}…</summary>
      {words.slice(opening)}
    </details>
  );
}
