import type { ComponentType } from "react";
import type { Params } from "../client/api.ts";
import type { Said } from "../text/text.ts";
import type { Search } from "./words.ts";

/** One question to the API; `all`: a list, page after page. */
export interface Ask {
  readonly path: string;
  readonly params?: Params;
  readonly all?: boolean;
}

/** A page a noun or pack declares as data in its `pages/pages.tsx`: `export const pages: Page[] = [...]`. */
export interface Page {
  /** Router path: "/plan", "/plan/c/$clause" */
  readonly path: string;
  readonly title: Said;
  /** Loaded when first opened. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** What the page will ask of the API first: asked while its code is still loading. */
  readonly asks?: (search: Search) => readonly Ask[];
  /** The page brings into view by itself what its address names: the router then leaves the scroll alone on paths that begin so. */
  readonly ownScroll?: string;
  /** Place in the navigation; null: not in it. */
  readonly navigation: { readonly order: number; readonly label: Said; readonly to: string } | null;
  /** Permission without which the navigation does not show it. */
  readonly permission?: string;
}
