import type { PlanDocument } from "../document/document.ts";
import type { IdGiver } from "../document/ids.ts";
import type { Target } from "./target.ts";

/** Indicator tables. */
export function readTables(_document: PlanDocument, _ids: IdGiver): Target[] {
  return [];
}
