/** One duty of a plan: what is to be done, by when, by whom, where. */
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
  /** Bodies named in its words, responsible or not. */
  bodies: string[];
  confidence: number;
  reasons: string[];
}
