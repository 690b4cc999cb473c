import type { Ask, Page } from "../../../base/ui/page.ts";
import type { Search } from "../../../base/ui/words.ts";
import { decompositionLinks } from "./decomposition/text.ts";
import { cockpitText, planText } from "./text.ts";
import { reviewLinks } from "./text/review.ts";
import { versionsText } from "./text/versions.ts";

const planAsks = (search: Search): readonly Ask[] => [
  { path: "/plan" },
  { path: "/plan/outline" },
  { path: "/plan/targets", params: { as_of: search["as_of"] }, all: true },
  { path: "/plan/tasks", all: true },
];

const cockpitAsks = (search: Search): readonly Ask[] => [
  { path: "/plan/cockpit", params: { as_of: search["as_of"] } },
  { path: "/plan/targets", params: { as_of: search["as_of"] }, all: true },
];

export const pages: readonly Page[] = [
  { path: "/", title: cockpitText.cockpit, load: () => import("./cockpit.tsx"), asks: cockpitAsks, navigation: { order: 10, label: cockpitText.cockpit, to: "/" } },
  { path: "/plan/versions", title: versionsText.versions, load: () => import("./versions.tsx"), asks: () => [{ path: "/plan/versions" }], navigation: null },
  { path: "/plan/review", title: reviewLinks.review, load: () => import("./review/page.tsx"), navigation: { order: 25, label: reviewLinks.navigation, to: "/plan/review" }, permission: "plan.review" },
  { path: "/plan/decomposition", title: decompositionLinks.title, load: () => import("./decomposition/page.tsx"), asks: () => [{ path: "/plan/decomposition/stages" }], navigation: { order: 27, label: decompositionLinks.title, to: "/plan/decomposition" } },
  // One route for /plan, /plan/c/:clause, /plan/t/:target and /plan/k/:task: the text stays where it is while one moves about in it.
  { path: "/plan/{-$kind}/{-$id}", title: planText.plan, load: () => import("./plan.tsx"), asks: planAsks, ownScroll: "/plan/", navigation: { order: 20, label: planText.plan, to: "/plan" } },
];
