import type { PlanDocument } from "../document/document.ts";

export interface Task {
  id: string;
  clause: string | null;
  start: number;
  end: number;
  title: string;
  kind: "create" | "build" | "reform" | "reach" | "hold" | "study" | "other";
  deadline: string | null;
  every: string | null;
  responsible: string[];
  places: string[];
  projects: string[];
  platforms: string[];
}

export function readTasks(_document: PlanDocument): Task[] {
  return [];
}
