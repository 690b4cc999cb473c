/** A node of the outline; compile/schema.ts (OutlineNode) tells its fields. */
export interface Clause {
  id: string;
  level: "part" | "chapter" | "section" | "item";
  number: string;
  title: string;
  kind: "goal" | "task" | null;
  start: number;
  end: number;
  children: Clause[];
}
