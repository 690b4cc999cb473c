import type { Page } from "../../../base/ui/page.ts";
import { factsText } from "./text.ts";

export const pages: readonly Page[] = [
  { path: "/indicators", title: factsText.indicators, load: () => import("./indicators.tsx"), asks: () => [{ path: "/facts/indicators", all: true }], navigation: { order: 30, label: factsText.indicators, to: "/indicators" } },
  { path: "/indicators/$code", title: factsText.indicator, load: () => import("./indicator.tsx"), navigation: null },
];
