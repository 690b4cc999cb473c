import type { ComponentType } from "react";
import type { Said } from "../text/text.ts";

/** A page a noun or pack declares as data in its `pages/pages.tsx`: `export const pages: Page[] = [...]`. */
export interface Page {
  /** Router path: "/plan", "/plan/c/$clause" */
  readonly path: string;
  readonly title: Said;
  /** Loaded when first opened. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Place in the navigation; null: not in it. */
  readonly navigation: { readonly order: number; readonly label: Said; readonly to: string } | null;
  /** Permission without which the navigation does not show it. */
  readonly permission?: string;
}
