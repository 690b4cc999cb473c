import type { Page } from "../../../base/ui/page.ts";
import { cockpitText, planText } from "./text.ts";

export const pages: readonly Page[] = [
  { path: "/", title: cockpitText.cockpit, load: () => import("./cockpit.tsx"), navigation: { order: 10, label: cockpitText.cockpit, to: "/" } },
  // One route for /plan, /plan/c/:clause, /plan/t/:target and /plan/k/:task: the text stays where it is while one moves about in it.
  { path: "/plan/{-$kind}/{-$id}", title: planText.plan, load: () => import("./plan.tsx"), navigation: { order: 20, label: planText.plan, to: "/plan" } },
];
