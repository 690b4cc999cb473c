import { Link } from "@tanstack/react-router";
import type { CSSProperties, ReactNode } from "react";
import type { Search } from "./words.ts";




export interface GoToProps {
  readonly to: string;
  readonly search?: Search;
  readonly children: ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly id?: string | undefined;
  readonly title?: string;
  readonly replace?: boolean;
  /** The page stays where it is scrolled to (choosing inside one page). */
  readonly stay?: boolean;
  readonly "aria-label"?: string;
  readonly "aria-current"?: "true" | "page" | "location" | undefined;
  readonly "data-standing"?: string;
  readonly onClick?: () => void;
}

/** A link inside the application. Paths are plain strings: pages do not know the shell's table of routes. */
export function GoTo({ stay, search, ...rest }: GoToProps): ReactNode {
  // aria-current is said by the caller: several links of one page may point to it with other filters.
  return <Link {...rest} search={(search ?? {}) as never} resetScroll={stay !== true} activeProps={{}} />;
}
