import type { StandingStatus } from "../schema.ts";

/** Every status, from done to not yet begun: the order in which they are listed everywhere. */
export const statuses = ["met", "ahead", "on_track", "at_risk", "off_track", "not_met", "due_unpublished", "no_data", "not_due"] as const satisfies readonly StandingStatus[];
