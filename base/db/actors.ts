import { type Actor, dataClasses } from "./ctx.ts";

/** Holds every permission: for the city's own work (loading, sealing, jobs), never for a person. */
class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** The city's own work, over the whole area. */
export const systemActor = (area: string, name = "system"): Actor => ({
  id: "system",
  name,
  role: "system",
  area,
  body: null,
  classes: dataClasses,
  permissions: new Everything(),
});

/** A reader who is not signed in: sees what is public, may do nothing. */
export const publicActor = (area: string): Actor => ({
  id: "public",
  name: "",
  role: "public",
  area,
  body: null,
  classes: ["public"],
  permissions: new Set(),
});
